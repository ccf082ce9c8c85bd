//! Journals changed by somebody who could not, or did not, link them again.

use roznamcha_verify::{Lang, Options, ReadError, What};

use crate::journals::{act, acts, differences, differences_of, journal, options, run, signer};
use crate::writer::{Body, Journal, hex};

/// Whether the verifier lets this pass, with the key the outsider holds or with the export's own.
fn passes(export: &[u8]) -> bool {
    let sound =
        |options: &Options| roznamcha_verify::verify(export, options).is_ok_and(|report| report.is_sound());
    sound(&Options::default()) || sound(&options(&[]))
}

fn small() -> Vec<u8> {
    let mut acts = acts(4);
    acts[1].body = Body::Expunged;
    acts[2].body = Body::Withheld;
    Journal::write(acts).export(&signer()).into_bytes()
}

#[test]
fn every_flipped_bit_is_found() {
    let export = small();
    assert!(passes(&export));
    for place in 0..export.len() {
        for bit in 0..8 {
            let mut changed = export.clone();
            changed[place] ^= 1 << bit;
            assert!(!passes(&changed), "bit {bit} of byte {place}");
        }
    }
}

#[test]
fn every_byte_taken_out_or_doubled_is_found() {
    let export = small();
    for place in 0..export.len() {
        let mut without = export.clone();
        let byte = without.remove(place);
        assert!(!passes(&without), "byte {place} taken out");
        let mut doubled = export.clone();
        doubled.insert(place, byte);
        assert!(!passes(&doubled), "byte {place} doubled");
        let mut spaced = export.clone();
        spaced.insert(place, b' ');
        assert!(!passes(&spaced), "space at {place}");
    }
}

#[test]
fn every_line_taken_out_doubled_or_moved_is_found() {
    let export = journal(6).export(&signer());
    let lines: Vec<&str> = export.split_inclusive('\n').collect();
    // the last line may be absent, so it is not one of these
    for place in 0..lines.len() - 1 {
        let mut without = lines.clone();
        let line = without.remove(place);
        assert!(!passes(without.concat().as_bytes()), "line {place} taken out");
        for to in 0..lines.len() {
            let mut moved = without.clone();
            moved.insert(to, line);
            assert_eq!(passes(moved.concat().as_bytes()), to == place, "line {place} moved to {to}");
            let mut doubled = lines.clone();
            doubled.insert(to, line);
            assert!(!passes(doubled.concat().as_bytes()), "line {place} doubled at {to}");
        }
    }
}

#[test]
fn a_changed_content_is_laid_to_its_act() {
    let export = journal(4).export(&signer()).replace("نمونہ \\\\\\\"3", "نمونہ \\\\\\\"9");
    assert_eq!(differences(&export, &[]), [(Some(3), What::Content)]);
}

#[test]
fn a_changed_header_breaks_the_chain_at_the_next_act() {
    let journal = journal(4);
    let export = journal.export(&signer()).replace("DEMO-2", "DEMO-9");
    let found = differences(&export, &[]);
    let [(Some(3), What::Prev { found: link, .. }), (None, What::Checkpoint { .. })] = found.as_slice()
    else {
        panic!("{found:?}");
    };
    assert_eq!(link.to_string(), hex(&journal.leaves()[1]));
}

#[test]
fn an_act_taken_out_is_one_place_not_every_later_act() {
    let mut rows = journal(6).rows(&signer());
    rows.remove(3);
    let found = differences(&rows.concat(), &[]);
    assert_eq!(found[0], (Some(4), What::Seq { wanted: 3, found: 4 }));
    assert!(matches!(found[1], (Some(4), What::Prev { .. })));
    assert_eq!(found.len(), 4, "two serials, and no more: {found:?}");
    assert!(found.iter().all(|(seq, _)| *seq == Some(4)));
}

#[test]
fn a_doubled_id_is_found() {
    let mut acts = acts(3);
    acts[2].id = acts[0].id.clone();
    assert_eq!(differences_of(acts.clone()), [(Some(3), What::ActRepeated { act: acts[0].id.clone() })]);
}

#[test]
fn wrong_serials_are_found() {
    let serial = |series: &str, wanted, found| What::Serial { series: series.to_owned(), wanted, found };
    let mut gap = acts(3);
    gap[1].entries = vec!["1/-/2026/3".to_owned(), "malkhana/الف/-/1".to_owned()];
    gap[2].entries = vec!["1/-/2026/4".to_owned(), "malkhana/الف/-/2".to_owned()];
    assert_eq!(
        differences_of(gap),
        [(Some(2), serial("1/-/2026", 2, 3)), (Some(2), serial("malkhana/الف/-", 2, 1))]
    );
    let mut first = vec![act(1)];
    first[0].entries = vec!["9/-/2026/2".to_owned()];
    assert_eq!(differences_of(first), [(Some(1), serial("9/-/2026", 1, 2))]);
}

#[test]
fn wrong_flags_are_found() {
    let flags = |wanted: &[&'static str], found: &[&str]| What::Flags {
        wanted: wanted.to_vec(),
        found: found.iter().map(ToString::to_string).collect(),
    };
    let mut strange = acts(3);
    strange[0].flags = vec!["after_clock".to_owned()];
    strange[1].stated = "2026-01-05T00:00:00+05:00".to_owned();
    strange[2].written = "2026-01-05T01:00:00+05:00".to_owned();
    strange[2].flags = vec!["clock_back".to_owned(), "after_clock".to_owned()];
    assert_eq!(
        differences_of(strange),
        [
            (Some(1), flags(&[], &["after_clock"])),
            (Some(2), flags(&["before_information"], &[])),
            (Some(3), flags(&["after_clock", "clock_back"], &["clock_back", "after_clock"])),
        ]
    );
}

#[test]
fn an_act_of_another_office_is_found() {
    let mut acts = acts(2);
    acts[1].office = "PS-DEMO-CANTT".to_owned();
    assert_eq!(differences_of(acts), [(Some(2), What::OtherOffice { found: "PS-DEMO-CANTT".to_owned() })]);
}

#[test]
fn headers_of_another_form_are_found_though_linked_and_signed() {
    let value = |field| move |error: &ReadError| matches!(error, ReadError::Value { field: found, .. } if *found == field);
    let mut id = acts(1);
    id[0].id = "00000000-0000-4000-8000-00000000000A".to_owned();
    let mut time = acts(1);
    time[0].stated = "2026-01-05T09:30:00".to_owned();
    let mut entry = acts(1);
    entry[0].entries = vec!["26/-/2026/1".to_owned()];
    let mut officer = acts(1);
    officer[0].officer = String::new();
    for (acts, field) in [(id, "act"), (time, "stated"), (entry, "entries"), (officer, "officer")] {
        let found = differences_of(acts);
        let [(Some(1), What::Header(error))] = found.as_slice() else { panic!("{field}: {found:?}") };
        assert!(value(field)(error), "{error}");
    }
}

/// A header a reader could take two ways, linked and committed as it stands.
#[test]
fn a_doubled_or_strange_key_is_refused() {
    let plain = act(1).header(1, &[0; 32]);
    for header in [
        plain.replace("\"rank\":", "\"officer\":\"DEMO-2\",\"rank\":"),
        plain.replace("}", ",\"note\":\"\"}"),
        plain.replace("\"kv\":1", "\"kv\":1.0"),
        plain.replace("\"kv\":1", "\"kv\":0"),
        plain.replace("\"v\":1,", "\"v\":2,"),
        plain.replace("DEMO-1", "\\u0044EMO-1"),
    ] {
        assert_ne!(header, plain);
        let journal =
            Journal { office: "PS-DEMO-CITY".to_owned(), acts: vec![act(1)], headers: vec![header] };
        let found = differences(&journal.export(&signer()), &[]);
        assert!(matches!(found.as_slice(), [(Some(1), What::Header(_))]), "{found:?}");
    }
}

#[test]
fn differences_beyond_the_limit_are_counted_and_the_checkpoint_is_never_hidden() {
    let mut acts = acts(50);
    acts.iter_mut().for_each(|act| act.flags = vec!["clock_back".to_owned()]);
    let export = Journal::write(acts).export(&signer());
    let options = Options { most_differences: 3, ..options(&[&journal(60).note(&signer(), 60)]) };
    let report = run(&export, &options).unwrap();
    assert_eq!(report.differences.len(), 4);
    assert_eq!(report.beyond, 47);
    assert_eq!(report.difference_count(), 51);
    assert!(matches!(report.differences[3].what, What::Checkpoint { .. }));
    assert!(report.text(Lang::En).contains("and 47 more differences"));
    let none = run(&export, &Options { most_differences: 0, ..Options::default() }).unwrap();
    assert!(!none.is_sound());
}

#[test]
fn an_unreadable_line_spoils_only_what_stands_on_it() {
    let journal = journal(6);
    let mut rows = journal.rows(&signer());
    rows[4] = "{\"t\":\"act\"}\n".to_owned();
    let kept = [journal.note(&signer(), 3), journal.note(&signer(), 5)];
    let report = run(&rows.concat(), &options(&[&kept[0], &kept[1]])).unwrap();
    assert_eq!((report.acts, report.root, report.head), (6, None, None));
    assert_eq!(report.differences[0].line, Some(5));
    assert_eq!(report.differences[0].seq, Some(4));
    assert!(report.checkpoints[0].good && !report.checkpoints[1].good);
    let text = report.text(Lang::En);
    assert!(text.contains("a line among the first 5 acts cannot be read"), "{text}");
}
