use roznamcha_acts::engine;
use roznamcha_acts::kinds::FirSign;
use roznamcha_acts::rows::{Known, View, ViewError};
use roznamcha_acts::views::{DeskRow, FirRow};
use roznamcha_acts::{Act, Moment};

use crate::bench::{Bench, faults};
use crate::samples::{diary_write, fir};

#[test]
fn an_envelope_that_no_header_can_hold_is_refused() {
    let mut bench = Bench::open();
    let sound = bench.act(diary_write().into());
    let with = |change: fn(&mut Act)| {
        let mut act = sound.clone();
        change(&mut act);
        act
    };
    let cases = [
        (with(|a| a.office.clear()), "office fault-code"),
        (with(|a| a.office = "ps test".to_owned()), "office fault-code"),
        (with(|a| a.office = "ps\u{0}".to_owned()), "office fault-code"),
        (with(|a| a.officer.clear()), "officer fault-code"),
        (with(|a| a.rank = "\n".to_owned()), "rank fault-code"),
        (with(|a| a.basis = vec!["CrPC-154".to_owned(), String::new()]), "basis.1 fault-missing"),
        (with(|a| a.basis = vec!["x".to_owned(); 21]), "basis fault-too-many"),
    ];
    for (act, expected) in cases {
        assert_eq!(faults(bench.refused_act(act)), [expected]);
    }
    let cited = with(|a| a.basis = vec!["PPR-22.51".to_owned()]);
    assert_eq!(bench.send(cited).unwrap().header.basis, ["PPR-22.51"]);
}

#[test]
fn to_the_ends_of_time() {
    for end in [jiff::Timestamp::MIN, jiff::Timestamp::MAX] {
        let mut bench = Bench::open();
        let mut act = bench.act(diary_write().into());
        (act.happened, act.informed, act.stated) =
            (Moment::new(end), Some(Moment::new(end)), Moment::new(end));
        bench.send(act).unwrap();
        bench.now = Moment::new(end);
        bench.ok(diary_write());
        bench.sound();
    }
}

#[test]
fn a_row_never_asked_for_is_a_defect_not_an_absence() {
    let known = Known::default();
    assert!(matches!(known.get::<DeskRow>("ps-test", "-"), Err(ViewError::NotAsked(_))));
    let mut known = Known::default();
    known.row(DeskRow::at("ps-test", "-"), None);
    assert_eq!(known.get::<DeskRow>("ps-test", "-"), Ok(None));
    assert!(matches!(known.get::<DeskRow>("ps-other", "-"), Err(ViewError::NotAsked(_))));
    assert_eq!(known.get::<FirRow>("ps-test", "a\u{0}"), Ok(None), "no store is asked for what is no key");
}

#[test]
fn content_of_another_kind_or_a_newer_version_does_not_read() {
    let mut bench = Bench::open();
    let rec = bench.ok(fir());
    bench.ok(FirSign { fir: rec.header.act.clone() });
    let journal = bench.ledger.journal("ps-test");
    assert_eq!(engine::recall(&journal[1]).unwrap(), rec);
    let mut mixed = journal[1].clone();
    mixed.content.clone_from(&journal[2].content);
    assert!(engine::recall(&mixed).unwrap_err().to_string().contains("content says `fir.sign`"));
    let mut newer = journal[1].clone();
    newer.header = String::from_utf8(newer.header).unwrap().replace("\"kv\":1", "\"kv\":2").into_bytes();
    assert!(engine::recall(&newer).unwrap_err().to_string().contains("version 2 is newer"));
    let mut cut = journal[1].clone();
    cut.content.as_mut().unwrap().pop();
    assert!(engine::recall(&cut).is_err());
}

#[test]
fn one_office_never_touches_anothers_rows() {
    let mut bench = Bench::open();
    bench.ok(fir());
    let before = bench.ledger.clone();
    bench.office = "ps-other".to_owned();
    bench.ok(crate::samples::diary_open());
    bench.ok(fir());
    let same = |ledger: &roznamcha_acts::ledger::Ledger| {
        ledger.views().clone().into_iter().filter(|(k, _)| k.office == "ps-test").collect::<Vec<_>>()
    };
    assert_eq!(same(&bench.ledger), same(&before));
    assert_eq!(bench.ledger.journal("ps-other").len(), 2);
    bench.sound();
}
