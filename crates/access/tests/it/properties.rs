//! What must hold for any officer and any row.

use proptest::prelude::*;
use proptest::sample::select;
use roznamcha_access::{Action, Actor, Field, Purpose, Resource, ResourceKind, Role};

use crate::world::{OFFICES, above, at, gate};

fn any_actor() -> impl Strategy<Value = Actor> {
    (select(Role::ALL), select(OFFICES), 0i64..12, select(&["O-1", "O-2", "O-3"][..]))
        .prop_map(|(role, office, rank, officer)| at(role, office, rank, officer))
}

fn any_row(kinds: &'static [ResourceKind]) -> impl Strategy<Value = Resource> {
    let officer = || select(&[None, Some("O-1"), Some("O-2")][..]);
    (select(kinds), select(OFFICES), any::<[bool; 3]>(), officer(), officer()).prop_map(
        |(kind, office, [sealed, juvenile, expunged], io, by)| Resource {
            kind,
            office: office.to_owned(),
            scope: above(office),
            sealed,
            juvenile,
            expunged,
            io: io.map(str::to_owned),
            created_by: by.map(str::to_owned),
        },
    )
}

fn any_purpose() -> impl Strategy<Value = Option<Purpose>> {
    proptest::option::of(select(Purpose::ALL))
}

fn within(row: &Resource, code: &str) -> bool {
    row.office == code || row.scope.iter().any(|above| above == code)
}

/// Whether any rule at all could let this officer near the row, told again in plain code.
fn near(actor: &Actor, row: &Resource) -> bool {
    let serves = matches!(actor.role, Role::Court | Role::Prosecutor | Role::Cro);
    let seat = actor.scope.first().map_or("", String::as_str);
    within(row, &actor.office)
        || (serves && within(row, seat))
        || (actor.role == Role::Io && row.io.as_deref() == Some(&actor.officer))
}

/// The one thing an officer in charge of another station may do upon a case given to that officer: investigate it.
fn given_from_elsewhere(actor: &Actor, action: Action, row: &Resource) -> bool {
    action == Action::InvestigateCase
        && row.kind == ResourceKind::Fir
        && actor.role == Role::Sho
        && row.io.as_deref() == Some(&actor.officer)
}

/// The one thing the record office may read of another district: an enrolment, for a person is found wherever he was
/// enrolled.
fn enrolled_elsewhere(actor: &Actor, action: Action) -> bool {
    action == Action::ReadEnrolment && actor.role == Role::Cro
}

/// Who may see the people of a sealed case, told again in plain code.
fn needs_to_know(actor: &Actor, row: &Resource) -> bool {
    match actor.role {
        Role::Sho => row.office == actor.office,
        Role::Io => row.io.as_deref() == Some(&actor.officer),
        Role::Sdpo | Role::Dpo => within(row, &actor.office),
        Role::Court => actor.scope.first().is_some_and(|seat| within(row, seat)),
        _ => false,
    }
}

fn purposes_of(role: Role) -> &'static [Purpose] {
    use Purpose as P;
    match role {
        Role::FrontDesk => &[P::PublicRequest],
        Role::Moharrar | Role::DutyOfficer => &[P::Duty, P::PublicRequest],
        Role::Io => &[P::Duty, P::Investigation, P::CourtOrder],
        Role::Sho => &[P::Duty, P::Investigation, P::Supervision, P::CourtOrder, P::PublicRequest],
        Role::Sdpo | Role::Dpo => &[P::Investigation, P::Supervision, P::CourtOrder],
        Role::Rpo | Role::Igp => &[P::Supervision],
        Role::Cro => &[P::Verification],
        Role::Prosecutor => &[P::Investigation, P::CourtOrder],
        Role::Court => &[P::CourtOrder],
        Role::Auditor => &[P::Audit],
        Role::Analyst | Role::Prison | Role::Fsl | Role::Administrator => &[],
    }
}

const PERSONAL: &[Field] = &[
    Field::FirComplainantName,
    Field::FirComplainantIdentifiers,
    Field::FirAddress,
    Field::FirVictimName,
    Field::FirWitnessName,
    Field::FirAccused,
    Field::FirAccusedIdentifiers,
    Field::FirNarrative,
    Field::FirPlaceExact,
    Field::FirProperty,
    Field::DiaryText,
    Field::DiaryPersons,
    Field::RegisterPersons,
    Field::RegisterText,
    Field::JournalContent,
    Field::AuditQuery,
    Field::LegacyText,
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn out_of_reach_is_denied(actor in any_actor(), row in any_row(ResourceKind::ALL), why in any_purpose()) {
        prop_assume!(!near(&actor, &row));
        for action in Action::ALL {
            if matches!(action, Action::ReadStatute | Action::ReadUnverified | Action::ReadCheckpoint)
                || given_from_elsewhere(&actor, *action, &row)
                || enrolled_elsewhere(&actor, *action)
            {
                continue;
            }
            let decision = gate().decide(&actor, *action, &row, why);
            prop_assert!(!decision.allowed, "{action}: {decision:?}");
            prop_assert!(gate().fields(&actor, *action, &row).is_empty(), "{action}");
        }
    }

    #[test]
    fn a_protected_persons_name_reaches_only_those_who_need_it(
        actor in any_actor(), mut row in any_row(ResourceKind::ALL), why in any_purpose(), child in any::<bool>(),
    ) {
        (row.sealed, row.juvenile) = (!child, child);
        let allowed = needs_to_know(&actor, &row)
            && !(child && actor.role == Role::Io && actor.rank_order < 4);
        prop_assume!(!allowed);
        for action in Action::ALL {
            let shown = gate().fields(&actor, *action, &row);
            for field in PERSONAL {
                prop_assert!(!shown.shows(*field), "{action} shows {field}");
            }
        }
        for action in [
            Action::ReadFirPersons, Action::ReadCasePersons, Action::ReadZimni, Action::PrintDocument,
            Action::SearchRecords, Action::CorrectEntry,
        ] {
            prop_assert!(!gate().decide(&actor, action, &row, why).allowed, "{action}");
        }
    }

    #[test]
    fn a_purpose_never_widens(actor in any_actor(), row in any_row(ResourceKind::ALL)) {
        for action in Action::ALL {
            let bare = gate().decide(&actor, *action, &row, None);
            let needs = gate().needs_purpose(*action);
            prop_assert!(!(needs && bare.allowed), "{action} without a purpose");
            let mut permitted_by = None;
            for purpose in Purpose::ALL {
                let with = gate().decide(&actor, *action, &row, Some(*purpose));
                if !needs {
                    prop_assert_eq!(&with, &bare, "{} for {}", action, purpose);
                } else if with.allowed {
                    prop_assert!(purposes_of(actor.role).contains(purpose), "{action} for {purpose}");
                    let first = permitted_by.get_or_insert_with(|| with.policies.clone());
                    prop_assert_eq!(&*first, &with.policies);
                }
            }
        }
    }

    #[test]
    fn some_rules_never_bend(actor in any_actor(), row in any_row(ResourceKind::ALL), why in any_purpose()) {
        let statistics = matches!(actor.role, Role::Analyst | Role::Igp);
        let blind = matches!(actor.role, Role::Administrator | Role::Prison | Role::Fsl);
        for action in Action::ALL {
            let shown = gate().fields(&actor, *action, &row);
            for field in PERSONAL {
                let hidden = statistics || blind || row.expunged;
                prop_assert!(!(hidden && shown.shows(*field)), "{action} shows {field}");
            }
            let decision = gate().decide(&actor, *action, &row, why);
            if blind && [ResourceKind::Fir, ResourceKind::Diary, ResourceKind::Register].contains(&row.kind) {
                prop_assert!(!decision.allowed, "{action}");
            }
            prop_assert_eq!(decision.allowed, decision.reason_key.is_none());
            if decision.allowed {
                prop_assert!(!decision.policies.is_empty());
            }
        }
    }

    #[test]
    fn nothing_is_shown_that_no_purpose_opens(actor in any_actor(), row in any_row(ResourceKind::ALL)) {
        for action in Action::ALL {
            if !gate().fields(&actor, *action, &row).is_empty() {
                let open = gate().decide(&actor, *action, &row, None).allowed
                    || !gate().purposes(&actor, *action, &row).is_empty();
                prop_assert!(open, "{action}");
            }
        }
    }
}
