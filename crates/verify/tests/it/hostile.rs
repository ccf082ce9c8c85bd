//! Files made to break their reader.

use std::io::{self, BufReader, Read};

use proptest::prelude::*;
use roznamcha_verify::{Key, Lang, Note, Options, Proof, ReadError, VerifyError, What, verify};

use crate::journals::{act, differences, journal, options, run, signer};
use crate::writer::Journal;

#[test]
fn what_is_no_export_is_said_to_be_none() {
    let error = |bytes: &[u8]| verify(bytes, &Options::default()).unwrap_err();
    assert!(matches!(error(b""), VerifyError::Empty));
    assert!(matches!(error(b"\n"), VerifyError::NotAJournal(ReadError::Syntax { at: 0, .. })));
    assert!(matches!(error(b"\xff\xfe"), VerifyError::NotAJournal(ReadError::Utf8 { at: 0 })));
    let export = journal(1).export(&signer());
    assert!(matches!(error(format!("\u{feff}{export}").as_bytes()), VerifyError::NotAJournal(_)));
    let later = export.replace("\"format\":1", "\"format\":2");
    assert!(matches!(error(later.as_bytes()), VerifyError::Format(2)));
    assert!(error(later.as_bytes()).text(Lang::Ur).contains('2'));
}

#[test]
fn a_line_without_end_is_not_read_to_its_end() {
    let first = journal(0).rows(&signer()).concat();
    let endless = first.as_bytes().chain(io::repeat(b'a'));
    let error = verify(BufReader::new(endless), &Options::default()).unwrap_err();
    assert!(matches!(error, VerifyError::LineTooLong { line: 2, longest: 16_777_216 }), "{error}");
    let exact = Options { longest_line: first.len() - 1, ..Options::default() };
    assert!(run(&first, &exact).unwrap().is_sound());
    let short = Options { longest_line: first.len() - 2, ..Options::default() };
    assert!(matches!(run(&first, &short), Err(VerifyError::LineTooLong { line: 1, .. })));
}

#[test]
fn bytes_that_are_no_text_are_named_with_their_line() {
    let mut export = journal(3).export(&signer()).into_bytes();
    let place = export.iter().position(|byte| *byte == 0xd9).unwrap();
    export[place] = 0xff;
    let report = verify(export.as_slice(), &Options::default()).unwrap();
    let found = &report.differences[0];
    assert_eq!((found.line, found.seq), (Some(2), Some(1)));
    assert!(matches!(found.what, What::Unreadable(ReadError::Utf8 { .. })));
    assert!(found.text(Lang::En).starts_with("line 2, act 1: "), "{}", found.text(Lang::En));
}

#[test]
fn what_a_file_says_cannot_command_a_terminal() {
    let mut one = act(1);
    one.office = "PS\u{1b}[2J\u{202e}".to_owned();
    one.flags = vec!["\u{7}".to_owned()];
    let export = Journal::write(vec![one]).export(&signer());
    let report = run(&export, &options(&[])).unwrap();
    assert_eq!(report.differences.len(), 2);
    for text in [report.text(Lang::En), report.text(Lang::Ur)] {
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']), "{text:?}");
    }
}

#[test]
fn the_greatest_numbers_do_no_harm() {
    let export = journal(3).export(&signer());
    for number in ["18446744073709551615", "0", "99999999999999999999"] {
        let seq = export.replace("\\\"seq\\\":2,", &format!("\\\"seq\\\":{number},"));
        assert!(!differences(&seq, &[]).is_empty());
        let serial = export.replace("1/-/2026/2", &format!("1/-/2026/{number}"));
        assert!(!differences(&serial, &[]).is_empty());
    }
    let huge = signer().note("PS-DEMO-CITY", u64::MAX, &[1; 32], &[2; 32]);
    assert_eq!(differences(&export, &[&huge]).len(), 1);
}

proptest! {
    #[test]
    fn garbage_is_refused_and_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), text in any::<String>()) {
        prop_assert!(verify(bytes.as_slice(), &Options::default()).is_err());
        let first = journal(0).rows(&signer()).concat().into_bytes();
        let after = [first, bytes.clone()].concat();
        let report = verify(after.as_slice(), &options(&[])).unwrap();
        prop_assert_eq!(report.is_sound(), bytes.is_empty());
        prop_assert!(Note::parse(&text).is_err() && Key::parse(&text).is_err() && Proof::parse(&text).is_err());
    }

    #[test]
    fn an_export_cut_and_mixed_anywhere_is_never_sound(
        from in any::<prop::sample::Index>(),
        to in any::<prop::sample::Index>(),
        junk in prop::collection::vec(prop::sample::select(br#"{}[]",:\u0019tac "#.to_vec()), 0..12),
    ) {
        let export = journal(4).export(&signer()).into_bytes();
        let (a, b) = (from.index(export.len()), to.index(export.len()));
        let (a, b) = (a.min(b), a.max(b));
        let mixed = [&export[..a], &junk, &export[b..]].concat();
        prop_assume!(mixed != export);
        let outcome = verify(mixed.as_slice(), &options(&[]));
        if let Ok(report) = &outcome {
            prop_assert!(!report.text(Lang::En).is_empty() && !report.text(Lang::Ur).is_empty());
        }
        prop_assert!(!outcome.is_ok_and(|report| report.is_sound()));
    }
}
