//! The column `by` of the table of allowed acts against the policies: who does an act by the one may do it by the other.

use roznamcha_access::{Actor, Resource, ResourceKind};
use roznamcha_acts::law::By;
use roznamcha_records::{Action, Gate, Role, StatuteBook, action_of_kind, posts_of};
use std::collections::BTreeMap;

const OFFICER: &str = "O-1";

/// An officer of that role where such officers are posted, of a rank that such officers have.
fn actor(role: Role) -> Actor {
    let (office, rank_order, above): (&str, i64, &[&str]) = match role {
        Role::Sdpo => ("C1", 6, &["D1", "P1"]),
        Role::Dpo => ("D1", 8, &["P1"]),
        Role::Rpo | Role::Igp | Role::Auditor => ("P1", 9, &[]),
        Role::Prosecutor | Role::Court | Role::Cro => ("SEAT-D1", 0, &["D1", "P1"]),
        _ => ("S1", 5, &["C1", "D1", "P1"]),
    };
    Actor {
        officer: OFFICER.to_owned(),
        role,
        rank_order,
        office: office.to_owned(),
        scope: above.iter().map(|code| (*code).to_owned()).collect(),
        woman: false,
        juvenile_trained: false,
    }
}

fn case(io: Option<&str>) -> Resource {
    let above = ["C1", "D1", "P1"].map(str::to_owned).to_vec();
    Resource { io: io.map(str::to_owned), ..Resource::plain(ResourceKind::Fir, "S1", above) }
}

/// What the policies let officers do in one word are the acts of one action; among them some that the table leaves to the
/// investigating officer alone, which the rules then ask for.
#[test]
fn who_does_an_act_by_the_table_may_do_it_by_the_policies() {
    let (gate, book) = (Gate::built_in().unwrap(), StatuteBook::built_in().unwrap());
    let mut of_action: BTreeMap<&str, (Action, Vec<By>)> = BTreeMap::new();
    for row in book.allowed() {
        let action = action_of_kind(&row.kind).unwrap_or_else(|| panic!("{} is no kind", row.kind));
        let (_, all) = of_action.entry(action.as_str()).or_insert_with(|| (action, Vec::new()));
        all.extend(row.by.iter().filter_map(|by| By::of(by.as_str())));
    }
    for row in book.allowed() {
        let by: Vec<By> = row.by.iter().filter_map(|by| By::of(by.as_str())).collect();
        let (_, all) = &of_action[action_of_kind(&row.kind).unwrap().as_str()];
        assert!(by == [By::Investigator] || all.iter().all(|one| by.contains(one)), "{}", row.kind);
    }
    for (action, all) in of_action.values() {
        for role in Role::ALL {
            for (io, own) in [(Some(OFFICER), true), (Some("O-2"), false), (None, false)] {
                let having = own && all.contains(&By::Investigator) && matches!(role, Role::Io | Role::Sho);
                let named = having || posts_of(*role).iter().any(|post| all.contains(post));
                let decided = gate.decide(&actor(*role), *action, &case(io), None).allowed;
                assert_eq!(decided, named, "{} {} {io:?}: the table left, the policies right", action, role);
            }
        }
    }
}
