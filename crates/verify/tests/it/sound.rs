//! Journals in which nothing is wrong.

use proptest::prelude::*;
use roznamcha_verify::{KeyFrom, Lang, Options};

use crate::journals::{act, acts, differences_of, journal, options, run, signer};
use crate::writer::{Body, Journal, checkpoint_row, hex, root};

#[test]
fn a_sound_journal_is_sound() {
    let journal = journal(30);
    let kept: Vec<String> = [0, 1, 16, 29, 30].map(|size| journal.note(&signer(), size)).into();
    let kept: Vec<&str> = kept.iter().map(String::as_str).collect();
    let report = run(&journal.export(&signer()), &options(&kept)).unwrap();
    assert_eq!(report.differences, []);
    assert!(report.is_sound());
    assert_eq!((report.acts, report.expunged, report.withheld), (30, 0, 0));
    assert_eq!(report.office, "PS-DEMO-CITY");
    assert_eq!(report.root.unwrap().to_string(), hex(&root(&journal.leaves())));
    assert_eq!(report.head.unwrap().to_string(), hex(journal.leaves().last().unwrap()));
    assert_eq!(report.checkpoints.len(), 6);
    assert!(report.checkpoints.iter().all(|checked| checked.good));
    assert_eq!(report.signed_acts(), 30);
    assert_eq!(report.key_from, KeyFrom::Outsider);
    assert!(report.text(Lang::En).ends_with("SOUND: no difference found\n"));
    assert!(report.text(Lang::Ur).ends_with("درست: کوئی فرق نہیں ملا\n"));
}

#[test]
fn an_empty_journal_is_sound() {
    let report = run(&journal(0).export(&signer()), &options(&[])).unwrap();
    assert!(report.is_sound());
    assert_eq!(report.head.unwrap().to_string(), "0".repeat(64));
}

#[test]
fn a_key_from_the_export_is_said_to_prove_nothing() {
    let report = run(&journal(3).export(&signer()), &Options::default()).unwrap();
    assert!(report.is_sound());
    assert_eq!(report.key_from, KeyFrom::Export);
    assert!(report.text(Lang::En).contains("proves nothing about who signed"));
    assert!(report.text(Lang::Ur).contains("ثابت نہیں ہوتا"));
}

#[test]
fn acts_beyond_the_last_checkpoint_are_said_to_be_unsigned() {
    let journal = journal(9);
    let export = journal.rows(&signer()).concat() + &checkpoint_row(&journal.note(&signer(), 5));
    let report = run(&export, &options(&[])).unwrap();
    assert!(report.is_sound());
    assert_eq!(report.signed_acts(), 5);
    assert!(report.text(Lang::En).contains("the last 4 acts, which could change unseen"));

    let report = run(&journal.rows(&signer()).concat(), &options(&[])).unwrap();
    assert!(report.is_sound());
    assert_eq!(report.signed_acts(), 0);
}

#[test]
fn expunged_and_withheld_acts_still_verify() {
    let mut acts = acts(5);
    let whole = Journal::write(acts.clone());
    acts[1].body = Body::Expunged;
    acts[4].body = Body::Withheld;
    let emptied = Journal::write(acts).export(&signer());
    assert!(!emptied.contains("نمونہ \\\\\\\"2") && emptied.contains("نمونہ \\\\\\\"1"), "{emptied}");
    let report = run(&emptied, &options(&[&whole.note(&signer(), 5)])).unwrap();
    assert_eq!(report.differences, []);
    assert_eq!((report.acts, report.expunged, report.withheld), (5, 1, 1));
}

#[test]
fn the_flags_the_table_calls_for_are_right() {
    let mut acts = acts(5);
    // stated before informed, in another offset: 09:29 in Lahore is earlier than 05:00 in London
    acts[0].stated = "2026-01-05T09:29:00+05:00".to_owned();
    acts[0].informed = Some("2026-01-05T05:00:00Z".to_owned());
    acts[0].written = "2026-01-05T10:00:00+05:00".to_owned();
    acts[0].flags = vec!["before_information".to_owned()];
    // two minutes ahead of the clock is allowed, a nanosecond more is not; the clock has gone back as well
    acts[1].written = "2026-01-05T09:00:00+05:00".to_owned();
    acts[1].stated = "2026-01-05T09:02:00.000000001+05:00".to_owned();
    acts[1].informed = None;
    acts[1].flags = vec!["after_clock".to_owned(), "clock_back".to_owned()];
    acts[2].written = "2026-01-05T09:00:00+05:00".to_owned();
    acts[2].stated = "2026-01-05T09:02:00+05:00".to_owned();
    acts[3].written = "2026-01-05T04:00:00Z".to_owned();
    acts[3].happened = "2026-01-05T04:02:01Z".to_owned();
    acts[3].flags = vec!["after_clock".to_owned()];
    acts[4].written = "2026-01-05T09:00:00+05:00".to_owned();
    acts[4].stated = "2026-01-05T09:00:00+05:00".to_owned();
    acts[4].happened = "2026-01-05T09:00:00+05:00".to_owned();
    acts[4].informed = Some("2026-01-05T09:02:01+05:00".to_owned());
    acts[4].flags = vec!["before_information".to_owned(), "after_clock".to_owned()];
    assert_eq!(differences_of(acts.clone()), []);
    acts.truncate(1);
    acts[0].flags.clear();
    assert_eq!(differences_of(acts).len(), 1);
}

#[test]
fn series_count_each_for_itself() {
    let mut several = vec![act(1), act(2)];
    several[0].entries =
        ["2/-/2026-01-05/1", "2/-/2026-01-05/2", "1/a/2026/1", "1/b/2026/1"].map(String::from).into();
    several[1].entries =
        ["2/-/2026-01-06/1", "2/-/2026-01-05/3", "1/a/2027/1", "1/b/2026/2"].map(String::from).into();
    assert_eq!(differences_of(several), []);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_in_an_act_verifies(officer in "\\PC{1,12}|[\\x00-\\x7f]{1,12}", content in any::<String>()) {
        let mut one = act(1);
        one.officer = officer;
        one.content = content;
        prop_assert_eq!(differences_of(vec![one, act(2)]), vec![]);
    }

    #[test]
    fn any_size_verifies(count in 0_u64..70, kept in 0_usize..70) {
        let journal = journal(count);
        let kept = journal.note(&signer(), kept.min(usize::try_from(count).unwrap()));
        prop_assert!(run(&journal.export(&signer()), &options(&[&kept])).unwrap().is_sound());
    }
}
