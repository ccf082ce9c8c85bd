//! Message keys that pages put together from codes: every code has its words in both languages.

use roznamcha_access::{Action, Gate, Purpose, ResourceKind};
use roznamcha_acts::kinds::KINDS;
use roznamcha_acts::{FieldFault, Refusal};
use roznamcha_records::{AuditOutcome, DoorError, SignInError};
use roznamcha_statute::{OffenceClass, OfficeKind, Province, Sensitive, Sources, StatuteBook};
use roznamcha_words::Words;
use std::collections::BTreeSet;

fn has_all(keys: impl IntoIterator<Item = String>) {
    let words = Words::load().unwrap();
    let missing: BTreeSet<String> = keys.into_iter().filter(|key| !words.has(key)).collect();
    assert!(missing.is_empty(), "not in both languages: {missing:#?}");
}

#[test]
fn every_answer_of_the_door_has_words() {
    let text = String::new;
    let fault = FieldFault { field: text(), code: text() };
    let errors = [
        DoorError::SignedOut,
        DoorError::NotFound,
        DoorError::PurposeNeeded { purposes: Vec::new() },
        DoorError::NotAllowed { key: text() },
        DoorError::Refused(Refusal::Fields { faults: vec![fault] }),
        DoorError::Refused(Refusal::order("x", "y")),
        DoorError::Refused(Refusal::unknown("x")),
        DoorError::IdTaken(text()),
        DoorError::Upload("upload-quota"),
        DoorError::Upload("upload-offset"),
        DoorError::Upload("upload-longer"),
        DoorError::Upload("upload-not-whole"),
        DoorError::Upload("file-range"),
        DoorError::AuditDown,
        DoorError::Full,
        DoorError::Unavailable(text()),
        DoorError::Broken(text()),
        DoorError::Defect(text()),
    ];
    has_all(errors.iter().flat_map(|e| [e.key().to_owned(), format!("{}-title", e.key())]));
    let wrong = SignInError::Wrong;
    let others = [SignInError::CodeNeeded, SignInError::Locked { minutes: 1 }, SignInError::NotPosted, wrong];
    has_all(others.iter().map(|e| e.key().to_owned()));
}

#[test]
fn every_reason_has_words() {
    let gate = Gate::built_in().unwrap();
    let told: BTreeSet<String> = gate.policies().filter_map(|p| p.key.clone()).collect();
    assert!(told.len() > 5);
    let own = ["wrong-kind", "policy-fault", "not-your-power", "out-of-scope"].map(str::to_owned);
    // Those of the door itself.
    let door =
        ["denied", "list-by-engine", "print-through-its-page", "lineup-through-its-page", "office-not-below"]
            .map(str::to_owned);
    has_all(told.into_iter().chain(own).chain(door).map(|key| format!("reason-{key}")));
}

#[test]
fn every_code_of_authority_has_words() {
    has_all(Purpose::ALL.iter().map(|p| format!("purpose-{p}")));
    has_all(Action::ALL.iter().map(|a| format!("action-{a}")));
    has_all(ResourceKind::ALL.iter().map(|k| format!("record-{k}")));
    let outcomes = [
        AuditOutcome::Open,
        AuditOutcome::Done,
        AuditOutcome::Denied,
        AuditOutcome::Failed,
        AuditOutcome::TimedOut,
    ];
    has_all(outcomes.iter().map(|o| format!("audit-result-{}", o.as_str())));
}

#[test]
fn every_kind_of_act_has_words() {
    has_all(KINDS.iter().map(|kind| format!("act-kind-{}", kind.replace('.', "-"))));
}

#[test]
fn every_code_of_the_statute_book_has_words() {
    has_all(OfficeKind::ALL.iter().map(|k| format!("office-kind-{k}")));
    has_all(Province::ALL.iter().map(|p| format!("law-province-{p}")));
    has_all(OffenceClass::ALL.iter().map(|c| format!("law-class-{c}")));
    has_all(Sensitive::ALL.iter().map(|s| format!("law-sensitive-{s}")));
    let sources = Sources::built_in();
    has_all(sources.names().map(|name| format!("law-file-{}", name.trim_end_matches(".csv"))));
}

#[test]
fn every_choice_of_a_column_has_words() {
    let book = StatuteBook::built_in().unwrap();
    let mut keys = BTreeSet::new();
    for register in book.registers() {
        for part in book.parts(register.number) {
            for column in book.columns(register.number, &part.part) {
                let code = |c: &String| format!("code-{}-{c}", column.key).replace('_', "-");
                keys.extend(column.pen.choices.iter().map(code));
            }
            if let Some(kind) = part.diary.as_ref().filter(|k| !k.contains('{')) {
                keys.insert(format!("kind-{}", kind.replace('_', "-")));
            }
        }
    }
    assert!(keys.len() > 10, "{keys:?}");
    has_all(keys);
}

/// Keys that stand in tables of the code and not in a call: the side navigation, what is due.
#[test]
fn every_key_in_a_table_has_words() {
    let src = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |file: &str| std::fs::read_to_string(src.join(file)).unwrap();
    let shell = read("src/shell.rs");
    let due = read("../records/src/desk.rs");
    let found = |text: &str, before: &str| {
        let pieces: Vec<String> = text.split(&format!("\"{before}")).skip(1).map(str::to_owned).collect();
        pieces.into_iter().map(|p| format!("{before}{}", p.split('"').next().unwrap())).collect::<Vec<_>>()
    };
    let (nav, due) = (found(&shell, "nav-"), found(&due, "due-"));
    assert!(nav.len() > 15 && due.len() > 5, "{nav:?} {due:?}");
    has_all(nav.into_iter().chain(due));
}
