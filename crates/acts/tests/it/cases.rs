//! A case, its accused, its timeline and its clocks.

use roznamcha_acts::kinds::*;
use roznamcha_acts::views::*;

use crate::bench::{Bench, cells, entries, faults, order, said, unknown};
use crate::samples::*;

fn bench() -> Bench {
    Bench::open().by_officer("io-1", "si")
}

fn open_clocks(bench: &Bench) -> Vec<String> {
    let rows: Vec<ClockRow> = bench.ledger.all(&bench.office).unwrap();
    rows.into_iter().filter(ClockRow::is_open).map(|c| c.deadline).collect()
}

#[test]
fn a_report_opens_its_case() {
    let mut bench = bench();
    let rec = bench.ok(full_fir());
    let fir = rec.header.act.clone();
    let case: CaseRow = bench.row(&fir);
    assert_eq!((case.stage, case.title(), case.parties), (Stage::Investigation, "1/2026".to_owned(), 3));
    assert_eq!(case.charged().collect::<Vec<_>>(), ["T-1", "T-M"]);
    assert_eq!(case.io().map(|io| io.officer.as_str()), Some("asi-9"));
    assert_eq!((case.accused.as_slice(), case.steps.as_slice()), (&[2][..], &[rec.header.seq][..]));
    let accused: AccusedRow = bench.row(&AccusedRow::key_of(&fir, 2));
    assert_eq!((accused.status(), accused.named_by), (AccusedStatus::Nominated, NamedBy::Report));
    assert!(accused.woman && !accused.juvenile && accused.custody.is_none());
    let party: PartyRow = bench.row(&AccusedRow::key_of(&fir, 2));
    assert_eq!(party.party.name, "Synthetic Accused");
    let step: StepRow = bench.row(&StepRow::key_of(&fir, rec.header.seq));
    assert_eq!((step.kind.as_str(), step.entries.len()), ("fir.register", 5));
    bench.sound();
}

#[test]
fn its_clocks_start_and_are_met_by_acts() {
    let mut bench = bench();
    let rec = bench.ok(full_fir());
    let fir = rec.header.act.clone();
    assert_eq!(open_clocks(&bench), ["D2", "D3", "D8", "D9"]);
    let told: ClockRow = bench.row(&ClockRow::key_of(&fir, "D1"));
    assert_eq!(told.run.started.at, full_fir().reported);
    assert_eq!(told.run.met.map(|m| m.at), Some(rec.happened().unwrap()));
    let report: ClockRow = bench.row(&ClockRow::key_of(&fir, "D8"));
    assert_eq!((report.officer.as_deref(), report.title.as_deref()), (Some("asi-9"), Some("1/2026")));
    bench.ok(FirDespatch { to: CopyTo::Dpo, ..despatch(&fir) });
    assert_eq!(open_clocks(&bench), ["D2", "D3", "D8", "D9"], "the magistrate's copy is still here");
    let sent = bench.ok(despatch(&fir));
    assert_eq!(open_clocks(&bench), ["D2", "D8", "D9"]);
    let met: ClockRow = bench.row(&ClockRow::key_of(&fir, "D3"));
    assert_eq!(met.run.met.map(|m| m.act), Some(sent.header.act));
    bench.ok(FirDespatch { to: CopyTo::Complainant, ..despatch(&fir) });
    assert_eq!(open_clocks(&bench), ["D8", "D9"]);
    bench.sound();
}

#[test]
fn somebody_is_nominated() {
    let mut bench = bench();
    let fir = bench.ok(full_fir()).header.act;
    let rec = bench.ok(nominate(&fir));
    assert_eq!(entries(&rec), ["9/III/2026/1"]);
    let key = AccusedRow::key_of(&fir, 3);
    assert_eq!(bench.row::<PartyRow>(&key).party, nominate(&fir).person);
    assert_eq!(bench.row::<AccusedRow>(&key).named_by, NamedBy::Witness);
    assert_eq!(bench.row::<CaseRow>(&fir).accused, [2, 3]);
    let line = bench.entry(&rec.header.entries[0]);
    assert_eq!(line.subject, "suspect");
    assert_eq!(
        cells(&line),
        [
            "fir_no=1/2026".to_owned(),
            format!("person={}", nominate(&fir).person.line()),
            "ground=Seen leaving the place.".to_owned(),
            "village=Mauza Test".to_owned(),
            "search_slip=SS-3/2026".to_owned()
        ]
    );
    let step: StepRow = bench.row(&StepRow::key_of(&fir, rec.header.seq));
    assert_eq!(step.refs, [key]);
    let person = full_party("Synthetic Other Nominee", 5);
    let other = bench.ok(CaseNominate { village: None, person, ..nominate(&fir) });
    assert_eq!(entries(&other), [""; 0]);
    let again = Party { name: "Synthetic Alias".to_owned(), ..nominate(&fir).person };
    let again = bench.refused(CaseNominate { person: again, ..nominate(&fir) });
    assert_eq!(order(again), said("order-accused-already", "PPR-26.1"), "one card, one accused");
    bench.ok(CaseNominate { person: Party { cnic: None, ..nominate(&fir).person }, ..nominate(&fir) });
    bench.sound();
}

#[test]
fn a_child_nominated_seals_the_case() {
    let mut bench = bench();
    let fir = bench.ok(full_fir()).header.act;
    let earlier = bench.ok(nominate(&fir));
    let child = Party { age: Some(16), ..full_party("Synthetic Child", 7) };
    let rec = bench.ok(CaseNominate { person: child, ..nominate(&fir) });
    let row: FirRow = bench.row(&fir);
    assert_eq!(row.sealed.map(|s| s.reason), Some("juvenile-accused".to_owned()));
    assert!(row.entries.iter().all(|e| bench.entry(e).sealed));
    assert!(bench.entry(&earlier.header.entries[0]).sealed, "what was written upon the case before");
    let line = bench.entry(&rec.header.entries[0]);
    assert!(line.sealed && !cells(&line).iter().any(|cell| cell.contains("Synthetic Child")));
    for index in 0..5 {
        assert!(bench.row::<PartyRow>(&PartyRow::key_of(&fir, index)).sealed);
    }
    assert!(bench.row::<AccusedRow>(&AccusedRow::key_of(&fir, 4)).juvenile);
    bench.ok(unseal(&fir));
    assert!(!bench.entry(&earlier.header.entries[0]).sealed && !bench.row::<CaseRow>(&fir).sealed);
    bench.sound();
}

#[test]
fn refusals_to_nominate() {
    let mut bench = bench();
    assert_eq!(unknown(bench.refused(nominate(OTHER))), OTHER);
    let fir = bench.ok(full_fir()).header.act;
    let odd = CaseNominate {
        person: party(""),
        description: String::new(),
        named_by: NamedBy::Report,
        ground: String::new(),
        village: Some(String::new()),
        ..nominate(&fir)
    };
    let missing = ["description fault-missing", "ground fault-missing"];
    assert_eq!(
        faults(bench.refused(odd)),
        [missing[0], missing[1], "named_by fault-choice", "village fault-missing"]
    );
    bench = bench.by_officer("moharrar-1", "head_constable");
    assert_eq!(order(bench.refused(nominate(&fir))), said("order-rank-too-low", "CrPC-156"));
    bench = bench.by_officer("io-1", "si");
    bench.ok(expunge(&[&fir]));
    assert_eq!(order(bench.refused(nominate(&fir))), said("order-expunged", "PPR-22.46"));
}

#[test]
fn a_case_is_expunged_with_all_that_is_part_of_it() {
    let mut bench = bench();
    let fir = bench.ok(full_fir()).header.act;
    let named = bench.ok(nominate(&fir)).header.act;
    let noted = bench.ok(DiaryWrite { fir: Some(fir.clone()), ..diary_write() });
    assert_eq!(order(bench.refused(expunge(&[&named]))), said("order-expunge-with-fir", "PPR-24.5"));
    let done = bench.ok(expunge(&[&fir]));
    let Some(roznamcha_acts::Body::RecordExpunge(body)) = done.body else { panic!("no body") };
    assert_eq!(body.acts, [fir.clone(), named]);
    let case: CaseRow = bench.row(&fir);
    assert!(case.is_stub() && case.gone.is_some() && case.accused.is_empty());
    assert_eq!(bench.ledger.all::<AccusedRow>(&bench.office).unwrap(), []);
    assert_eq!(bench.ledger.all::<PartyRow>(&bench.office).unwrap(), []);
    assert_eq!(bench.ledger.all::<ClockRow>(&bench.office).unwrap(), []);
    let steps: Vec<StepRow> = bench.ledger.all(&bench.office).unwrap();
    assert_eq!(steps.iter().map(|s| s.act.as_str()).collect::<Vec<_>>(), [noted.header.act.as_str()]);
    bench.sound();
}
