//! What only a checkpoint that an outsider kept can find, and what signatures are worth.

use base64::{Engine as _, engine::general_purpose::STANDARD};
use roznamcha_verify::{CheckpointFault, KeyFrom, Note, NoteError, Options, SignatureError, Source, What};

use crate::journals::{acts, differences, journal, options, run, signer};
use crate::writer::{Journal, Signer, checkpoint_row};

fn kept(fault: CheckpointFault) -> (Option<u64>, What) {
    (None, What::Checkpoint { source: Source::Kept("kept".to_owned()), fault })
}

fn own(fault: CheckpointFault) -> (Option<u64>, What) {
    (None, What::Checkpoint { source: Source::Export, fault })
}

#[test]
fn a_cut_journal_is_found() {
    let note = journal(9).note(&signer(), 9);
    let cut = journal(7).export(&signer());
    assert_eq!(differences(&cut, &[]), []);
    assert_eq!(differences(&cut, &[&note]), [kept(CheckpointFault::Cut { size: 9, acts: 7 })]);
    // the export's own checkpoint left on a cut export says so as well
    let careless = journal(7).rows(&signer()).concat() + &checkpoint_row(&note);
    assert_eq!(differences(&careless, &[]), [own(CheckpointFault::Cut { size: 9, acts: 7 })]);
}

#[test]
fn a_rewritten_journal_is_found_from_a_kept_checkpoint_only() {
    let honest = journal(9);
    let mut edited = acts(9);
    edited[3].content = "{\"complainant\":\"somebody else\"}".to_owned();
    let rewritten = Journal::write(edited).export(&signer());
    assert_eq!(differences(&rewritten, &[]), [], "linked and signed again, it is sound in itself");
    let (root, head) = (CheckpointFault::Root { size: 6 }, CheckpointFault::Head { size: 6 });
    assert_eq!(differences(&rewritten, &[&honest.note(&signer(), 6)]), [kept(root), kept(head)]);
    assert_eq!(differences(&rewritten, &[&honest.note(&signer(), 3)]), [], "before the edit nothing differs");
}

#[test]
fn a_fork_is_found_from_the_other_branch() {
    let mut other = acts(8);
    other[7].officer = "DEMO-OTHER".to_owned();
    let branch = Journal::write(other);
    let found = differences(
        &journal(8).export(&signer()),
        &[&journal(8).note(&signer(), 8), &branch.note(&signer(), 8)],
    );
    assert_eq!(
        found,
        [kept(CheckpointFault::Root { size: 8 }), kept(CheckpointFault::Head { size: 8 })],
        "one checkpoint agrees, the other, signed with the same key, does not"
    );
}

#[test]
fn a_signed_head_that_is_not_the_last_act_is_found() {
    let journal = journal(5);
    let leaves = journal.leaves();
    let note = signer().note("PS-DEMO-CITY", 5, &crate::writer::root(&leaves), &leaves[3]);
    let export = journal.export(&signer());
    assert_eq!(differences(&export, &[&note]), [kept(CheckpointFault::Head { size: 5 })]);
}

#[test]
fn a_forged_signature_is_found() {
    let journal = journal(4);
    let note = journal.note(&signer(), 4);
    let (text, line) = note.rsplit_once(' ').unwrap();
    let mut bytes = line.to_owned().into_bytes();
    bytes[20] = if bytes[20] == b'A' { b'B' } else { b'A' };
    let forged = format!("{text} {}", String::from_utf8(bytes).unwrap());
    let fault = CheckpointFault::Signature(SignatureError::Forged);
    let export = journal.rows(&signer()).concat() + &checkpoint_row(&forged);
    assert_eq!(differences(&export, &[]), [own(fault.clone())]);
    let later = note.replace("2026-01-09", "2026-01-08");
    assert_eq!(differences(&journal.export(&signer()), &[&later]), [kept(fault)]);
}

#[test]
fn a_journal_signed_with_another_key_is_found_by_the_outsiders_key() {
    let impostor = Signer::new("node-1", 8);
    let export = journal(4).export(&impostor);
    let trusting = run(&export, &Options::default()).unwrap();
    assert!(trusting.is_sound() && trusting.key_from == KeyFrom::Export);
    assert_eq!(
        differences(&export, &[]),
        [
            (None, What::OtherKey { found: impostor.public() }),
            own(CheckpointFault::Signature(SignatureError::OtherKey)),
        ]
    );
    // under the right key's id as well, the signature itself is not the key's
    let bytes = |note: &str| STANDARD.decode(note.trim_end().rsplit_once(' ').unwrap().1).unwrap();
    let note = journal(4).note(&impostor, 4);
    let mixed = [&bytes(&journal(4).note(&signer(), 4))[..4], &bytes(&note)[4..]].concat();
    let dressed = note.replace(&STANDARD.encode(bytes(&note)), &STANDARD.encode(mixed));
    let found = differences(&journal(4).export(&signer()), &[&dressed]);
    assert_eq!(found, [kept(CheckpointFault::Signature(SignatureError::Forged))]);
}

#[test]
fn a_checkpoint_of_another_office_is_found() {
    let journal = journal(4);
    let leaves = journal.leaves();
    let note = signer().note("PS-DEMO-CANTT", 4, &crate::writer::root(&leaves), &leaves[3]);
    let fault = CheckpointFault::OtherOffice { found: "PS-DEMO-CANTT".to_owned() };
    assert_eq!(differences(&journal.export(&signer()), &[&note]), [kept(fault)]);
}

#[test]
fn the_exports_own_checkpoint_must_be_readable_and_last() {
    let journal = journal(2);
    let broken = journal.rows(&signer()).concat() + &checkpoint_row("roznamcha/PS-DEMO-CITY\n");
    assert_eq!(differences(&broken, &[]), [(None, What::Note(NoteError::Lines))]);
    let after = journal.export(&signer()) + &journal.rows(&signer())[1];
    assert_eq!(differences(&after, &[]), [(None, What::AfterCheckpoint)]);
    let unended = journal.export(&signer()).trim_end().to_owned();
    assert_eq!(differences(&unended, &[]), [(None, What::NoNewline)]);
}

#[test]
fn a_checkpoint_has_one_spelling() {
    let note = journal(4).note(&signer(), 4);
    assert_eq!(Note::parse(&note).unwrap().size, 4);
    for changed in [
        note.replace("\n4\n", "\n04\n"),
        note.replace("\n4\n", "\n+4\n"),
        note.replace("roznamcha/", "Roznamcha/"),
        note.replace("=\nhead", "\nhead"),
        note.replace("head ", "head  "),
        note.replace("T10:00", "t10:00"),
        note.replace("\n\n", "\n"),
        note.replace("\n\n", "\nextra\n\n"),
        note.replace("— ", "- "),
        note.replace('\n', "\r\n"),
        format!("{note}\n"),
        format!("{note}{}\n", note.lines().last().unwrap()),
        note.trim_end().to_owned(),
    ] {
        assert_ne!(changed, note);
        assert!(Note::parse(&changed).is_err(), "{changed}");
    }
}

#[test]
fn kept_checkpoints_are_checked_without_an_export_key_too() {
    let export = journal(3).export(&signer()).replacen("node-1+", "node-9+", 1);
    let found = differences(&export, &[]);
    assert!(matches!(found.as_slice(), [(None, What::Key(_))]), "{found:?}");
    let alone = run(&export, &Options { key: None, ..options(&[]) }).unwrap();
    assert!(!alone.is_sound() && !alone.checkpoints[0].good);
}
