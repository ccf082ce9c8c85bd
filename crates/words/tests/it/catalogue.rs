//! Both languages say the same things, and Urdu says them in Urdu.

use roznamcha_words::{Arg, Lang, Words, bidi};
use std::collections::{BTreeMap, BTreeSet};

fn words() -> Words {
    Words::load().expect("the compiled-in messages parse")
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let words = words();
    let of = |lang| words.keys(lang).map(|(k, v)| (k.to_owned(), v.clone())).collect::<BTreeMap<_, _>>();
    let (en, ur) = (of(Lang::En), of(Lang::Ur));
    assert!(en.len() > 350, "only {} messages", en.len());
    let differing: Vec<_> = en
        .keys()
        .chain(ur.keys())
        .filter(|key| en.get(*key) != ur.get(*key))
        .map(|key| (key, en.get(key), ur.get(key)))
        .collect();
    assert!(differing.is_empty(), "{differing:#?}");
}

/// Every message with every variable given, so that nothing prints as `{$x}` and no value is blank.
fn all_said(lang: Lang) -> Vec<(String, String)> {
    let words = words();
    let said = |key: &str, names: &BTreeSet<String>| {
        let args: Vec<_> = names.iter().map(|name| (name.as_str(), Arg::Num(7))).collect();
        words.say_with(lang, key, &args)
    };
    words.keys(lang).map(|(key, names)| (key.to_owned(), said(key, names))).collect()
}

#[test]
fn every_message_is_filled_in() {
    for (key, said) in Lang::ALL.into_iter().flat_map(all_said) {
        assert!(!said.trim().is_empty() && !said.contains(['{', '}', '$', '[']), "{key}: {said}");
    }
}

#[test]
fn urdu_is_not_transliterated_english() {
    for (key, said) in all_said(Lang::Ur) {
        let latin: Vec<_> = said
            .split(|c: char| !c.is_ascii_alphabetic())
            .filter(|word| !word.is_empty() && !as_it_stands(&key).contains(word))
            .collect();
        assert!(latin.is_empty(), "{key} holds {latin:?}: {said}");
        assert!(
            key == "lang-switch" || said.chars().any(|c| ('\u{0600}'..='\u{06FF}').contains(&c)),
            "{key}"
        );
    }
}

/// What a message must write in Latin letters, because a program or a file is so named.
fn as_it_stands(key: &str) -> &'static [&'static str] {
    match key {
        "lang-switch" => &["English"],
        "unreadable-not-json" | "problem-invalid-json" => &["JSON"],
        "unreadable-shape" | "unreadable-parameters" | "unreadable-type" => &["openapi", "json"],
        "unreadable-media" => &["JSON", "Content", "Type", "application", "json"],
        "fault-key-differs" => &["Idempotency", "Key", "id"],
        "book-csv" | "book-csv-mark" => &["CSV"],
        "book-xlsx" => &["XLSX"],
        "fault-print-format" => &["PNG", "JPEG", "BMP", "TIFF", "WSQ"],
        "fault-print-record" => &["ANSI", "NIST", "ITL"],
        "prints-format" => &["PNG", "JPEG", "BMP", "TIFF", "WSQ", "ANSI", "NIST", "ITL", "size"],
        "prints-shape" => &["dpi", "size"],
        "prints-which" | "prints-no-record" => &["record"],
        "prints-layout-unverified" => &["layout"],
        "prints-uncut-count" | "prints-box-refused" => &["missing"],
        "prints-ending" => &["png", "jpg", "bmp", "tif", "raw", "wsq", "an"],
        // A law report is cited by its letters.
        "sheet-arrest-notice" => &["PLD", "SC"],
        "sheet-sha256" => &["SHA"],
        // The letters a seal leaves.
        "deed-hint-seals" => &["AK"],
        _ => &[],
    }
}

#[test]
fn urdu_uses_its_own_letters_and_digits() {
    for (key, said) in all_said(Lang::Ur) {
        let foreign: Vec<char> = said
            .chars()
            .filter(|c| {
                matches!(c, 'ي' | 'ى' | 'ك' | 'ة' | 'ه' | '\u{0660}'..='\u{0669}' | '\u{0640}' | ';' | ',')
            })
            .collect();
        assert!(foreign.is_empty(), "{key} holds {foreign:?}: {said}");
    }
}

#[test]
fn a_missing_key_is_seen() {
    let words = words();
    assert_eq!(words.say(Lang::Ur, "no-such-key"), "[no-such-key]");
    assert!(!words.has("no-such-key"));
    assert!(words.has("nav-diary"));
}

#[test]
fn numbers_choose_the_plural_and_take_the_languages_digits() {
    let words = words();
    let say = |lang, n| bidi::plain(&words.say_with(lang, "entries-count", &[("n", Arg::Num(n))]));
    assert_eq!(say(Lang::En, 1), "1 entry");
    assert_eq!(say(Lang::En, 12), "12 entries");
    assert_eq!(say(Lang::Ur, 1), "۱ اندراج");
    assert_eq!(say(Lang::Ur, 12), "۱۲ اندراجات");
}

#[test]
fn a_name_in_the_other_script_is_isolated() {
    let args = [("who", Arg::Text("Test Person")), ("when", Arg::Text("۰۹:۳۰ بجے"))];
    let said = words().say_with(Lang::Ur, "written-by-at", &args);
    assert!(said.contains("\u{2068}Test Person\u{2069}"), "{said}");
}

#[test]
fn language_codes_are_read() {
    assert_eq!("ur-PK".parse(), Ok(Lang::Ur));
    assert_eq!(Lang::parse("EN_gb"), Ok(Lang::En));
    assert!(Lang::parse("").is_err() && Lang::parse("urdu").is_err() && Lang::parse("fr").is_err());
    assert_eq!((Lang::Ur.dir(), Lang::En.dir(), Lang::Ur.other()), ("rtl", "ltr", Lang::En));
}
