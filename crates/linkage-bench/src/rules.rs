//! What brings records together, by what columns there are.

use roznamcha_linkage::{Part, Rule, Schema};

use crate::columns::{Layout, Role};

/// Records in a block above which it is divided.
const CAP: usize = 100;

pub(crate) fn schema(layout: &Layout) -> Schema {
    let first = |role: Role| layout.first(role);
    let (name, father, birth) = (first(Role::Name), first(Role::Father), first(Role::Birth));
    let all = |role: Role| layout.roles.iter().enumerate().filter(move |(_, r)| **r == role).map(|(n, _)| n);
    let mut rules: Vec<Vec<Part>> = Vec::new();
    rules.extend(
        first(Role::Cnic)
            .map(|n| [vec![Part::Whole(n)], vec![Part::Start(n, 8)], vec![Part::End(n, 7)]])
            .into_iter()
            .flatten(),
    );
    rules.extend(all(Role::Identity).map(|n| vec![Part::Whole(n)]));
    rules.extend(all(Role::Phone).map(|n| vec![Part::Whole(n)]));
    let place = first(Role::Place).map(Part::Whole);
    if let (Some(n), Some(f)) = (name, father) {
        let (one, of) = (Part::Word(n, 2), Part::Word(f, 2));
        rules.extend(place.map(|place| vec![one, of, place]));
        rules.extend(birth.map(|birth| vec![one, of, Part::Years(birth)]));
        rules.push(vec![Part::Two(n, 3), of]);
        rules.push(vec![one, Part::Two(f, 2)]);
    }
    if let Some(n) = name {
        rules.extend(birth.map(|birth| vec![Part::Two(n, 3), Part::Years(birth)]));
        rules.extend(birth.map(|birth| vec![Part::Word(n, 3), Part::Whole(birth)]));
        rules.extend(place.map(|place| vec![Part::Two(n, 3), place]));
        if father.is_none() {
            rules.push(vec![Part::Two(n, 3)]);
            rules.extend(all(Role::Address).map(|a| vec![Part::Word(n, 2), Part::Word(a, 2)]));
            rules.extend(all(Role::Postcode).map(|z| vec![Part::Word(n, 2), Part::Whole(z)]));
        }
    }
    if father.is_none() {
        for long in all(Role::LongName).chain(name) {
            rules.extend(birth.map(|birth| vec![Part::Word(long, 4), Part::Year(birth)]));
            rules.extend(all(Role::Postcode).map(|z| vec![Part::Word(long, 4), Part::Start(z, 2)]));
            rules.extend(all(Role::Address).map(|a| vec![Part::Word(long, 4), Part::Word(a, 2)]));
        }
        rules.extend(birth.map(|birth| vec![Part::Whole(birth)]));
        rules.extend(all(Role::Postcode).map(|z| vec![Part::Whole(z)]));
        rules.extend(all(Role::Address).map(|a| vec![Part::Two(a, 3)]));
        rules.extend(all(Role::LongName).map(|w| vec![Part::Two(w, 4)]));
    }
    let mut refine: Vec<Part> = Vec::new();
    refine.extend(name.map(|n| Part::Word(n, 2)));
    refine.extend(father.map(|f| Part::Word(f, 2)));
    refine.extend(place);
    refine.extend(all(Role::Postcode).map(|z| Part::Start(z, 3)));
    refine.extend(birth.map(Part::Year));
    Schema {
        fields: layout.fields.clone(),
        rules: rules.into_iter().map(Rule).collect(),
        refine,
        cap: CAP,
        roles: layout.meaning(),
    }
}
