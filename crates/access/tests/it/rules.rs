//! The rules of the station, one test each.

use roznamcha_access::{Action, Field, Purpose, ResourceKind, Role};

use crate::world::{actor, at, fir, gate, row};

fn key(decision: &roznamcha_access::Decision) -> &str {
    decision.reason_key.as_deref().unwrap_or("allowed")
}

#[test]
fn the_moharrar_types_and_the_sho_signs() {
    let g = gate();
    let report = row(ResourceKind::Fir, "S1");
    assert!(g.decide(&actor(Role::Moharrar), Action::RegisterFir, &report, None).allowed);
    let signing = g.decide(&actor(Role::Moharrar), Action::SignFir, &report, None);
    assert_eq!(key(&signing), "not-your-power");
    let signed = g.decide(&actor(Role::Sho), Action::SignFir, &report, None);
    assert!(signed.allowed);
    assert_eq!(signed.policies, ["station-officer-in-charge"]);
}

#[test]
fn people_are_shown_for_a_stated_purpose_only() {
    let g = gate();
    let moharrar = actor(Role::Moharrar);
    let without = g.decide(&moharrar, Action::ReadFirPersons, &fir(), None);
    assert_eq!(key(&without), "purpose-needed");
    assert_eq!(without.policies, ["purpose-needed"]);
    assert!(g.decide(&moharrar, Action::ReadFirPersons, &fir(), Some(Purpose::Duty)).allowed);
    let wrong = g.decide(&moharrar, Action::ReadFirPersons, &fir(), Some(Purpose::Audit));
    assert_eq!(key(&wrong), "purpose-not-yours");
    assert_eq!(
        g.purposes(&moharrar, Action::ReadFirPersons, &fir()),
        [Purpose::Duty, Purpose::PublicRequest]
    );
}

#[test]
fn a_sealed_case_shows_its_heading_and_no_name() {
    let g = gate();
    let mut sealed = fir();
    sealed.sealed = true;
    let moharrar = actor(Role::Moharrar);
    assert!(g.decide(&moharrar, Action::ReadFir, &sealed, None).allowed);
    let denied = g.decide(&moharrar, Action::ReadFirPersons, &sealed, Some(Purpose::Duty));
    assert_eq!(key(&denied), "sealed");
    assert_eq!(key(&g.decide(&moharrar, Action::ReadFirPersons, &sealed, None)), "sealed");
    let heading = g.fields(&moharrar, Action::ReadFir, &sealed);
    assert!(heading.shows(Field::FirHeader) && !heading.shows(Field::FirVictimName));
    assert!(g.fields(&actor(Role::Sho), Action::ReadFirPersons, &sealed).shows(Field::FirVictimName));
    let io = actor(Role::Io);
    assert!(g.decide(&io, Action::ReadFirPersons, &sealed, Some(Purpose::Investigation)).allowed);
    let other_io = at(Role::Io, "S1", 4, "O-io-2");
    assert_eq!(key(&g.decide(&other_io, Action::ReadFirPersons, &sealed, Some(Purpose::Duty))), "sealed");
}

#[test]
fn a_childs_case_needs_a_sub_inspector() {
    let g = gate();
    let mut child = fir();
    child.juvenile = true;
    for (rank, allowed) in [(3, false), (4, true)] {
        let io = at(Role::Io, "S1", rank, "O-io");
        let decision = g.decide(&io, Action::ReadFirPersons, &child, Some(Purpose::Investigation));
        assert_eq!(decision.allowed, allowed, "rank {rank}: {decision:?}");
    }
}

#[test]
fn only_the_dpo_expunges_and_only_by_a_courts_order() {
    let g = gate();
    let dpo = actor(Role::Dpo);
    assert_eq!(key(&g.decide(&dpo, Action::Expunge, &fir(), None)), "purpose-needed");
    let supervising = g.decide(&dpo, Action::Expunge, &fir(), Some(Purpose::Supervision));
    assert_eq!(key(&supervising), "court-order-needed");
    assert_eq!(g.purposes(&dpo, Action::Expunge, &fir()), [Purpose::CourtOrder]);
    for role in Role::ALL.iter().filter(|r| **r != Role::Dpo) {
        assert!(g.purposes(&actor(*role), Action::Expunge, &fir()).is_empty(), "{role}");
    }
}

#[test]
fn an_expunged_report_is_a_stub_for_everyone() {
    let g = gate();
    let mut gone = fir();
    gone.expunged = true;
    for role in Role::ALL {
        for action in Action::ALL {
            for field in g.fields(&actor(*role), *action, &gone).iter() {
                assert_eq!(field, Field::FirHeader, "{role} {action}");
            }
        }
    }
    assert!(g.decide(&actor(Role::Sho), Action::ReadFir, &gone, None).allowed);
    let sho = g.decide(&actor(Role::Sho), Action::ReadFirPersons, &gone, Some(Purpose::Duty));
    assert_eq!(key(&sho), "expunged");
}

#[test]
fn the_sho_attests_own_corrections_too() {
    let mut entry = row(ResourceKind::Diary, "S1");
    entry.created_by = Some("O-sho".to_owned());
    assert!(gate().decide(&actor(Role::Sho), Action::AttestCorrection, &entry, None).allowed);
    assert!(!gate().decide(&actor(Role::Moharrar), Action::AttestCorrection, &entry, None).allowed);
}

#[test]
fn nobody_opens_another_officers_draft() {
    let mut draft = row(ResourceKind::Draft, "S1");
    draft.created_by = Some("O-moharrar".to_owned());
    assert!(gate().decide(&actor(Role::Moharrar), Action::UseDraft, &draft, None).allowed);
    assert!(gate().fields(&actor(Role::Moharrar), Action::UseDraft, &draft).shows(Field::DraftText));
    assert!(!gate().decide(&actor(Role::Sho), Action::UseDraft, &draft, None).allowed);
}

#[test]
fn an_officer_in_charge_is_above_constable() {
    let constable = at(Role::DutyOfficer, "S1", 1, "O-9");
    let decision = gate().decide(&constable, Action::SignFir, &fir(), None);
    assert_eq!(key(&decision), "rank-too-low");
    assert!(gate().decide(&at(Role::DutyOfficer, "S1", 2, "O-9"), Action::SignFir, &fir(), None).allowed);
}

#[test]
fn another_office_learns_nothing_from_the_reason() {
    let mut sealed = row(ResourceKind::Fir, "S9");
    sealed.sealed = true;
    let decision = gate().decide(&actor(Role::Moharrar), Action::ReadFirPersons, &sealed, None);
    assert_eq!(key(&decision), "out-of-scope");
}

#[test]
fn an_action_on_the_wrong_kind_of_row_is_denied() {
    let decision = gate().decide(&actor(Role::Sho), Action::SignFir, &row(ResourceKind::Staff, "S1"), None);
    assert_eq!(key(&decision), "wrong-kind");
}

#[test]
fn a_case_moved_to_an_officer_of_another_station_can_be_read_there() {
    let elsewhere = at(Role::Io, "S9", 5, "O-io");
    let d = gate().decide(&elsewhere, Action::ReadFirPersons, &fir(), Some(Purpose::Investigation));
    assert!(d.allowed, "{d:?}");
    assert!(!gate().decide(&elsewhere, Action::ReadFirPersons, &fir(), Some(Purpose::Duty)).allowed);
}

#[test]
fn prints_are_taken_by_who_answers_for_the_case() {
    let g = gate();
    let may = |actor: &roznamcha_access::Actor, office| {
        let case =
            roznamcha_access::Resource { io: Some("O-io".to_owned()), ..row(ResourceKind::Fir, office) };
        g.decide(actor, Action::EnrolPrints, &case, None).allowed
    };
    for role in [Role::Sho, Role::Io, Role::Cro] {
        assert!(may(&actor(role), "S1"), "{role}");
        assert!(!may(&actor(role), "S9"), "{role} in another district");
    }
    assert!(may(&actor(Role::Cro), "S2") && !may(&actor(Role::Sho), "S2"));
    assert!(!may(&at(Role::Io, "S1", 4, "O-io-2"), "S1"), "another officer's case");
    for role in [Role::Moharrar, Role::DutyOfficer, Role::FrontDesk, Role::Dpo, Role::Analyst, Role::Court] {
        assert!(!may(&actor(role), "S1"), "{role}");
    }
}

#[test]
fn the_record_office_searches_at_home_and_reads_wherever_somebody_was_enrolled() {
    let g = gate();
    let cro = actor(Role::Cro);
    let at_office = |office| row(ResourceKind::Office, office);
    let home = [Action::SearchPrints, Action::ExaminePrints, Action::JoinPersons, Action::MakeLineup];
    for action in home {
        assert!(g.decide(&cro, action, &at_office("CRO-D1"), None).allowed, "{action}");
        assert!(!g.decide(&cro, action, &at_office("S1"), None).allowed, "{action} in a station's journal");
        for role in Role::ALL.iter().filter(|role| **role != Role::Cro) {
            let own = at(*role, "CRO-D1", 5, "O-9");
            assert!(!g.decide(&own, action, &at_office("CRO-D1"), None).allowed, "{role} {action}");
        }
    }
    let why = Some(Purpose::Verification);
    assert_eq!(key(&g.decide(&cro, Action::SearchLooks, &at_office("CRO-D1"), None)), "purpose-needed");
    assert!(g.decide(&cro, Action::SearchLooks, &at_office("CRO-D1"), why).allowed);
    let elsewhere = row(ResourceKind::Fir, "S9");
    assert_eq!(key(&g.decide(&cro, Action::ReadEnrolment, &elsewhere, None)), "purpose-needed");
    assert!(g.decide(&cro, Action::ReadEnrolment, &elsewhere, why).allowed);
    let child = roznamcha_access::Resource { juvenile: true, ..row(ResourceKind::Fir, "S1") };
    assert_eq!(key(&g.decide(&cro, Action::ReadEnrolment, &child, why)), "juvenile");
}
