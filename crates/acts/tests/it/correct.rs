use roznamcha_acts::kinds::{EntryAttest, EntryCorrect, FirSign};
use roznamcha_acts::views::{CorrectionRow, EntryRow, FirRow};

use crate::bench::{Bench, entries, faults, order, said, unknown};
use crate::samples::{OTHER, correct, diary_write, full_fir};

fn case() -> (Bench, String) {
    let mut bench = Bench::open();
    let act = bench.ok(full_fir()).header.act;
    (bench, act)
}

#[test]
fn wrong_words_stay_legible_struck_and_attested() {
    let (mut bench, fir) = case();
    let rec = bench.ok(correct("1/-/2026/1", "narrative_en", "telephone", "mobile telephone"));
    assert_eq!((entries(&rec), rec.header.basis), (vec![], vec!["PPR-22.46".to_owned()]));
    let entry: EntryRow = bench.entry(&"1/-/2026/1".parse().unwrap());
    assert_eq!(entry.current("narrative_en").as_deref(), Some("My mobile telephone was snatched."));
    let cell = entry.cells.iter().find(|c| c.key == "narrative_en").unwrap();
    assert_eq!(cell.value, "My telephone was snatched.", "what was written first is never changed");
    let strike = &entry.strikes[0];
    assert_eq!((strike.wrong.as_str(), strike.right.as_str()), ("telephone", "mobile telephone"));
    assert_eq!((strike.by.as_str(), &strike.attested_by), ("moharrar-1", &None));
    let row: FirRow = bench.row(&fir);
    assert_eq!((row.strikes, row.fir), (entry.strikes.clone(), Some(full_fir())));
    let correction: CorrectionRow = bench.row(&rec.header.act);
    assert_eq!((correction.target, correction.attested_by), (fir.clone(), None));

    bench.officer = "sho-1".to_owned();
    let attest = EntryAttest { correction: rec.header.act.clone() };
    let attested = bench.ok(attest.clone());
    assert_eq!((entries(&attested), attested.header.basis), (vec![], vec!["PPR-22.46".to_owned()]));
    assert_eq!(bench.row::<CorrectionRow>(&rec.header.act).attested_by.as_deref(), Some("sho-1"));
    for strikes in [bench.entry(&"1/-/2026/1".parse().unwrap()).strikes, bench.row::<FirRow>(&fir).strikes] {
        assert_eq!(strikes[0].attested_by.as_deref(), Some("sho-1"));
        assert_eq!(strikes[0].attested_at, Some(bench.now));
    }
    assert_eq!(order(bench.refused(attest)), said("order-already-attested", "PPR-22.46"));
    bench.sound();
}

#[test]
fn corrections_build_on_one_another() {
    let mut bench = Bench::open();
    bench.ok(diary_write());
    let at = "2/-/2026-01-05/2";
    bench.ok(correct(at, "text", "patrol", "picket"));
    assert_eq!(
        faults(bench.refused(correct(at, "text", "patrol", "escort"))),
        ["wrong fault-words-not-there"]
    );
    bench.ok(correct(at, "text", "picket", "escort"));
    bench.ok(correct(at, "text", "Left for ", ""));
    let row = bench.entry(&at.parse().unwrap());
    assert_eq!(row.current("text").as_deref(), Some("escort.\nبرائے گشت روانہ"));
    assert_eq!(row.strikes.len(), 3);
    assert_eq!(row.current("no such column"), None);
    bench.sound();
}

#[test]
fn refusals() {
    let (mut bench, _) = case();
    let at = "1/-/2026/1";
    assert_eq!(unknown(bench.refused(correct("1/-/2026/2", "narrative", "a", "b"))), "1/-/2026/2");
    assert_eq!(faults(bench.refused(correct(at, "narrator", "a", "b"))), ["field fault-no-such-column"]);
    for field in ["sections", "reported", "occurred_from", "io", "e_tag"] {
        assert_eq!(faults(bench.refused(correct(at, field, "a", "b"))), ["field fault-column-not-words"]);
    }
    for at in ["2/-/2026-01-05/2", "5/I/2026/1", "9/II/2026/1"] {
        let renumber = correct(at, "fir_no", "1/2026", "2/2026");
        assert_eq!(faults(bench.refused(renumber)), ["field fault-column-not-words"], "{at}");
    }
    assert_eq!(
        faults(bench.refused(correct(at, "narrative", "nowhere", "b"))),
        ["wrong fault-words-not-there"]
    );
    assert_eq!(faults(bench.refused(correct(at, "narrative", " ", "b"))), ["wrong fault-missing"]);
    assert_eq!(faults(bench.refused(correct(at, "narrative", "fell", "fell"))), ["right fault-same-words"]);
    let silent = EntryCorrect { reason: String::new(), ..correct(at, "narrative", "fell", "\u{7}") };
    assert_eq!(faults(bench.refused(silent)), ["right fault-control-character", "reason fault-missing"]);
    assert_eq!(unknown(bench.refused(EntryAttest { correction: OTHER.to_owned() })), OTHER);
}

#[test]
fn a_signed_report_can_still_be_corrected() {
    let (mut bench, fir) = case();
    bench.ok(FirSign { fir: fir.clone() });
    bench.ok(correct("1/-/2026/1", "place", "Chowk", "Bazaar"));
    assert!(bench.row::<FirRow>(&fir).signed.is_some());
    bench.sound();
}
