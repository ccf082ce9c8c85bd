//! Special regimes: what only some officers may investigate, and who is named in no book that others read.

use roznamcha_acts::kinds::*;
use roznamcha_acts::views::*;

use crate::bench::{Bench, order, said};
use crate::case_samples::*;
use crate::samples::{appoint, full_fir, full_party, nominate};

/// A case under that section, whose report names the ASI of the station.
fn case(section: &str) -> (Bench, String) {
    let mut bench = Bench::open();
    for (officer, rank, woman) in
        [("asi-9", "asi", false), ("si-8", "si", false), ("asi-7", "asi", true), ("sp-1", "sp", false)]
    {
        let (officer, rank) = (officer.to_owned(), rank.to_owned());
        bench.ok(StaffAppoint { officer, rank, woman, ..appoint() });
    }
    let sections = vec![section.to_owned()];
    let fir = bench.ok(FirRegister { sections, io: Some("asi-9".to_owned()), ..full_fir() }).header.act;
    (bench, fir)
}

/// A diary of this hour.
fn diary(bench: &Bench, fir: &str) -> CaseZimni {
    CaseZimni { received: bench.now, began: bench.now, closed: bench.now, ..zimni(fir) }
}

fn given(bench: &mut Bench, fir: &str, officer: &str) -> Result<(), (String, String)> {
    let mut sho = bench.clone_as("sho-1", "inspector");
    let act = sho.act(CaseAssign { officer: officer.to_owned(), ..assign(fir) }.into());
    match sho.send(act) {
        Ok(_) => {
            *bench = sho;
            Ok(())
        }
        Err(roznamcha_acts::ledger::LedgerError::Refused(why)) => Err(order(why)),
        Err(other) => panic!("{other}"),
    }
}

/// Blasphemy (section 295-C) is a superintendent's to investigate (section 156-A): whoever is named in the report, no
/// other writes a diary, takes a statement, makes a memo, lets go or submits a report.
#[test]
fn only_a_superintendent_investigates_blasphemy() {
    let (mut bench, fir) = case("T-G");
    let refused = said("order-regime-rank", "CrPC-156-A");
    bench = bench.by_officer("asi-9", "asi");
    for body in [
        diary(&bench, &fir).into(),
        statement(&fir).into(),
        CaseMemo { accused: None, ..memo(&fir) }.into(),
        release_169(&fir).into(),
        sections(&fir).into(),
        crate::court_samples::challan(&fir, ReportKind::Complete, &[ACCUSED]).into(),
    ] {
        let body: roznamcha_acts::Body = body;
        assert_eq!(order(bench.refused(body)), refused);
    }
    assert_eq!(given(&mut bench, &fir, "si-8"), Err(refused));
    assert_eq!(given(&mut bench, &fir, "sp-1"), Ok(()), "the officer named holds it against nobody");
    bench = bench.by_officer("sp-1", "sp");
    let today = diary(&bench, &fir);
    bench.ok(today);
    bench.sound();
}

#[test]
fn a_sexual_offence_is_investigated_by_a_woman_officer_or_the_unit() {
    let (mut bench, fir) = case("T-W");
    let refused = said("order-regime-woman", "ARITA-9");
    bench = bench.by_officer("asi-9", "asi");
    let today = diary(&bench, &fir);
    assert_eq!(order(bench.refused(today)), refused);
    assert_eq!(given(&mut bench, &fir, "si-8"), Err(refused.clone()));
    assert_eq!(given(&mut bench, &fir, "asi-7"), Ok(()));
    bench = bench.by_officer("asi-7", "asi");
    let today = diary(&bench, &fir);
    bench.ok(today);
    let (mut bench, fir) = case("T-1");
    bench = bench.by_officer("asi-9", "asi");
    let today = diary(&bench, &fir);
    bench.ok(today);
    bench.ok(CaseSections { add: vec!["T-W".to_owned()], strike: vec![], ..sections(&fir) });
    let today = diary(&bench, &fir);
    assert_eq!(order(bench.refused(today)), refused, "the section came later, and binds from then on");
    let by = |special| Investigator { officer: "si-5".to_owned(), rank: "si".to_owned(), special };
    bench = bench.by_officer("sho-1", "inspector");
    bench.ok(apply(&fir));
    let man = CaseReassign { to: Some(by(false)), ..reassign(&fir) };
    assert_eq!(order(bench.refused(man)), refused);
    bench.ok(CaseReassign { to: Some(by(true)), ..reassign(&fir) });
    bench = bench.by_officer("si-5", "si");
    let today = diary(&bench, &fir);
    bench.ok(today);
    bench.sound();
}

#[test]
fn a_child_is_questioned_by_a_sub_inspector_or_above() {
    let (mut bench, fir) = case("T-1");
    bench = bench.by_officer("asi-9", "asi");
    let child = CaseNominate {
        person: Party { age: Some(15), ..full_party("Synthetic Child", 6) },
        ..nominate(&fir)
    };
    let Some(roznamcha_acts::Body::CaseNominate(named)) = bench.ok(child).body else { panic!("no body") };
    let about = CaseMemo { accused: named.party, at: bench.now, ..memo(&fir) };
    assert_eq!(order(bench.refused(about)), said("order-juvenile-rank", "JJSA-5"));
    let taken = CaseArrest { accused: named.party.unwrap(), arrested: bench.now, ..arrest(&fir) };
    assert_eq!(order(bench.refused(taken)), said("order-juvenile-rank", "JJSA-5"));
    bench.sound();
}

/// A child and the victim of rape are named in register I alone, and there masked: in no gist of the diary, no letter,
/// no notice, no book of the village, no list.
#[test]
fn protected_persons_are_in_no_book_that_others_read() {
    let mut bench = Bench::open();
    bench.ok(appoint());
    let victim = full_party("Synthetic Hiddenvictim", 4);
    let child = Party { age: Some(15), gender: Some(Gender::Male), ..full_party("Synthetic Hiddenchild", 6) };
    let report = FirRegister {
        sections: vec!["T-S".to_owned()],
        victims: vec![victim],
        accused: vec![Accused { person: child, description: String::new() }],
        io: Some("io-1".to_owned()),
        ..full_fir()
    };
    let fir = bench.ok(report).header.act;
    bench = bench.by_officer("io-1", "si");
    let today = diary(&bench, &fir);
    bench.ok(today);
    bench.ok(CaseMemo { place: "House of Synthetic Hiddenvictim".to_owned(), accused: None, ..memo(&fir) });
    bench.ok(CaseMedical { findings: "Synthetic Hiddenvictim hurt".to_owned(), ..medical(&fir) });
    bench.ok(warrant(&fir));
    bench.ok(proclaim(&fir));
    bench.ok(CaseArrest { arrested: bench.now, woman_officer: None, ..arrest(&fir) });
    bench.ok(remand(&fir, Keeping::Judicial, 3));
    bench.ok(bail(&fir));
    let taken = PropertyEnter {
        from_whom: "Synthetic Hiddenvictim".to_owned(),
        ..crate::things::seized(&fir, "Dress of Synthetic Hiddenvictim")
    };
    bench.ok(taken);
    bench.ok(crate::court_samples::challan(&fir, ReportKind::Complete, &[ACCUSED]));
    bench.ok(crate::court_samples::forward(&fir));
    bench.ok(crate::court_samples::receive(&fir));
    bench.ok(crate::court_samples::charge(&fir, &[ACCUSED]));
    bench.ok(AccusedConvict { slip_no: None, ..crate::court_samples::convict(&fir, ACCUSED) });
    let rows: Vec<EntryRow> = bench.ledger.all(&bench.office).unwrap();
    let read = ["2", "4", "5", "6", "9", "10", "11"];
    let mut seen = 0;
    for row in rows.iter().filter(|row| read.contains(&row.entry.register.as_str())) {
        let text = serde_json::to_string(row).unwrap();
        assert!(!text.contains("Hidden"), "{}: {text}", row.entry);
        seen += 1;
    }
    assert!(seen > 12, "{seen}");
    assert!(!rows.iter().any(|row| ["10", "11"].contains(&row.entry.register.as_str())));
    bench.sound();
}
