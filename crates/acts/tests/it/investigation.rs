//! Who investigates, what he writes, which sections stand.

use roznamcha_acts::kinds::*;
use roznamcha_acts::views::*;

use crate::bench::{Bench, cells, entries, faults, order, said};
use crate::case_samples::*;
use crate::samples::{appoint, expunge, full_fir};

/// A case whose officer is asi-9, who acts.
fn case() -> (Bench, String) {
    let mut bench = Bench::open();
    bench.ok(appoint());
    bench.ok(StaffAppoint { officer: "si-8".to_owned(), rank: "si".to_owned(), ..appoint() });
    let fir = bench.ok(full_fir()).header.act;
    (bench.by_officer("asi-9", "asi"), fir)
}

fn now(bench: &Bench, fir: &str) -> CaseZimni {
    let at = bench.now;
    CaseZimni { received: at, began: at, closed: at, ..zimni(fir) }
}

#[test]
fn diaries_are_numbered_within_their_case() {
    let (mut bench, fir) = case();
    let body = now(&bench, &fir);
    let one = bench.ok(body);
    assert_eq!(entries(&one), [format!("w-zimni/{fir}/-/1")]);
    let body = now(&bench, &fir);
    let two = bench.ok(body);
    assert_eq!(entries(&two), [format!("w-zimni/{fir}/-/2")]);
    let other = bench.ok(full_fir()).header.act;
    let body = now(&bench, &other);
    assert_eq!(entries(&bench.ok(body)), [format!("w-zimni/{other}/-/1")]);
    assert_eq!(bench.row::<CaseRow>(&fir).zimnis, 2);
    let index = bench.entry(&two.header.entries[0]);
    assert!(
        !index.cells.iter().any(|c| c.personal || c.value.contains("Went")),
        "the index tells no word of it"
    );
    assert_eq!(bench.row::<StepRow>(&StepRow::key_of(&fir, two.header.seq)).zimni, Some(2));
    bench.sound();
}

#[test]
fn only_the_present_officer_writes_it() {
    let (mut bench, fir) = case();
    let body = now(&bench, &fir);
    bench = bench.by_officer("si-8", "si");
    assert_eq!(order(bench.refused(body.clone())), said("order-not-the-io", "CrPC-172"));
    let early = CaseZimni {
        received: bench.now.plus_seconds(-9_000),
        began: bench.now.plus_seconds(-9_000),
        closed: bench.now.plus_seconds(-8_000),
        ..body
    };
    bench = bench.by_officer("asi-9", "asi");
    assert_eq!(order(bench.refused(early)), said("order-before-fir", "CrPC-172"));
    let odd = CaseZimni { text: String::new(), began: bench.now.plus_seconds(9_000), ..now(&bench, &fir) };
    assert_eq!(faults(bench.refused(odd)), ["text fault-missing", "closed fault-end-before-start"]);
    let nobody = bench.ok(FirRegister { io: None, ..full_fir() }).header.act;
    let body = now(&bench, &nobody);
    assert_eq!(order(bench.refused(body)), said("order-no-io", "CrPC-156"));
}

#[test]
fn the_officer_in_charge_assigns_and_an_order_transfers() {
    let (mut bench, fir) = case();
    bench = bench.by_officer("sho-1", "inspector");
    let given = |officer: &str| CaseAssign { officer: officer.to_owned(), ..assign(&fir) };
    assert_eq!(order(bench.refused(given("asi-9"))), said("order-already-io", "CrPC-156"));
    assert_eq!(order(bench.refused(given("si-8"))), said("order-io-by-transfer", "PO-18-A"));
    assert_eq!(order(bench.refused(given("nobody"))), said("order-not-posted", "PPR-22.67"));
    assert_eq!(order(bench.refused(reassign(&fir))), said("order-no-application", "PO-18-A"));
    bench.ok(apply(&fir));
    assert_eq!(order(bench.refused(apply(&fir))), said("order-transfer-pending", "PO-18-A"));
    let board: ClockRow = bench.row(&ClockRow::key_of(&fir, "D25"));
    assert!(board.is_open());
    let low = CaseReassign { authority: "inspector".to_owned(), ..reassign(&fir) };
    assert_eq!(order(bench.refused(low)), said("order-transfer-authority", "PO-18-A"));
    let done = bench.ok(reassign(&fir));
    assert_eq!(entries(&done), ["5/I/2026/4"]);
    let row: CaseRow = bench.row(&fir);
    assert_eq!((row.transfers, row.io().map(|io| io.officer.as_str())), (1, Some("si-8")));
    assert!(row.ios[0].until.is_some() && row.transfer.is_none());
    assert_eq!(bench.row::<FirRow>(&fir).io.as_deref(), Some("si-8"));
    assert!(!bench.row::<ClockRow>(&ClockRow::key_of(&fir, "D25")).is_open());
    assert_eq!(bench.row::<ClockRow>(&ClockRow::key_of(&fir, "D8")).officer.as_deref(), Some("si-8"));
    bench.ok(apply(&fir));
    let second = CaseReassign { authority: "sp".to_owned(), ..reassign(&fir) };
    assert_eq!(order(bench.refused(second.clone())), said("order-transfer-authority", "PO-18-A"));
    let lower = Investigator { officer: "asi-9".to_owned(), rank: "asi".to_owned(), special: false };
    let lower = CaseReassign { authority: "dig".to_owned(), to: Some(lower), ..second.clone() };
    assert_eq!(order(bench.refused(lower)), said("order-io-rank-lower", "PO-18-A"));
    bench.ok(CaseReassign { authority: "dig".to_owned(), to: None, ..second });
    assert_eq!(bench.row::<CaseRow>(&fir).transfers, 1, "an application refused changes nothing");
    bench.sound();
}

#[test]
fn sections_come_and_go_in_a_diary() {
    let (mut bench, fir) = case();
    assert_eq!(faults(bench.refused(sections(&fir))), ["zimni fault-zimni-unknown"]);
    let body = now(&bench, &fir);
    bench.ok(body);
    let rec = bench.ok(sections(&fir));
    assert_eq!(entries(&rec), ["5/I/2026/3", "5/I/2026/4"]);
    let letter = bench.entry(&rec.header.entries[1]);
    assert_eq!((cells(&letter)[0].as_str(), cells(&letter)[4].as_str()), ("to=prosecutor", "added=T-2"));
    let row: CaseRow = bench.row(&fir);
    assert_eq!(row.charged().collect::<Vec<_>>(), ["T-1", "T-2"]);
    let report: FirRow = bench.row(&fir);
    assert_eq!(report.sections, row.sections, "the report's row has the same history");
    assert_eq!(report.charged().collect::<Vec<_>>(), row.charged().collect::<Vec<_>>());
    let one = bench.entry(&report.entries[0]);
    let told: Vec<String> =
        cells(&one).into_iter().filter(|c| c.starts_with("added") || c.starts_with("struck")).collect();
    assert_eq!(told, ["added=T-2", "struck=T-M"], "register I shows it, and what was written stays");
    assert!(one.current("sections").unwrap().contains("T-M"));
    let struck = row.sections.iter().find(|s| s.code == "T-M").and_then(|s| s.struck.clone());
    assert_eq!(struck.map(|s| s.zimni), Some(1), "struck, and still legible");
    let all = CaseSections { add: vec![], strike: vec!["T-1".into(), "T-2".into()], ..sections(&fir) };
    assert_eq!(faults(bench.refused(all)), ["strike fault-no-section-left"]);
    let odd =
        CaseSections { add: vec!["T-1".into(), "T-X".into()], strike: vec!["T-M".into()], ..sections(&fir) };
    assert_eq!(
        faults(bench.refused(odd)),
        ["add.0 fault-section-twice", "add.1 fault-section-unknown", "strike.0 fault-section-not-charged"]
    );
    bench.ok(CaseSections { add: vec!["T-S".to_owned()], strike: vec![], ..sections(&fir) });
    assert!(bench.row::<CaseRow>(&fir).sealed, "a protected offence seals the case");
    assert!(bench.entry(&letter.entry).sealed);
    bench.sound();
}

#[test]
fn versions_and_statements_stand_in_the_one_case() {
    let (mut bench, fir) = case();
    let rec = bench.ok(version(&fir));
    assert_eq!(entries(&rec), [""; 0], "no second report");
    let row: CaseRow = bench.row(&fir);
    assert!(row.versions[0].cross && row.parties == 4);
    bench.ok(statement(&fir));
    let key = PartyRow::key_of(&fir, 4);
    assert_eq!(bench.row::<PartyRow>(&key).role, PartyRole::Witness);
    let signed = CaseStatement { signed: true, ..statement(&fir) };
    assert_eq!(faults(bench.refused(signed)), ["signed fault-signed-161"]);
    let sworn = CaseStatement { under: Under::Magistrate, signed: true, ..statement(&fir) };
    assert_eq!(faults(bench.refused(sworn.clone())), ["magistrate fault-missing"]);
    let rec = bench.ok(CaseStatement { magistrate: Some("Magistrate".to_owned()), ..sworn });
    assert_eq!(rec.header.basis, ["CrPC-164"]);
    bench.ok(expunge(&[&fir]));
    assert_eq!(bench.ledger.all::<PartyRow>(&bench.office).unwrap(), []);
    bench.sound();
}

#[test]
fn memos_and_dockets() {
    let (mut bench, fir) = case();
    let rec = bench.ok(memo(&fir));
    let row = bench.entry(&rec.header.entries[0]);
    assert_eq!((row.subject.as_str(), cells(&row)[3].as_str()), ("property_in", "property=Telephone — 1"));
    let early = CaseMemo { at: bench.now.plus_seconds(-9_000), ..memo(&fir) };
    assert_eq!(order(bench.refused(early)), said("order-before-fir", "CrPC-154"));
    let stranger = CaseMemo { accused: Some(0), ..memo(&fir) };
    assert_eq!(order(bench.refused(stranger)), said("order-not-nominated", "PPR-26.1"));
    let bare = CaseMemo { of: MemoOf::Search, grounds: String::new(), witnesses: vec![], ..memo(&fir) };
    assert_eq!(faults(bench.refused(bare)), ["grounds fault-missing", "witnesses fault-two-witnesses"]);
    let rape = bench.ok(FirRegister { sections: vec!["T-S".to_owned()], ..full_fir() }).header.act;
    assert!(bench.row::<ClockRow>(&ClockRow::key_of(&rape, "D18")).is_open());
    let examined = bench.now;
    bench.ok(CaseMedical { examined, ..medical(&rape) });
    let met: ClockRow = bench.row(&ClockRow::key_of(&rape, "D18"));
    assert_eq!(met.run.met.map(|m| m.at), Some(examined));
    bench.sound();
}
