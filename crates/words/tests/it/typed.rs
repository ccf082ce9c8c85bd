//! What is typed: one spelling for search, and what is refused.

use proptest::prelude::*;
use roznamcha_words::fold::fold;
use roznamcha_words::text::{Suspicion, TextError, check, suspicions};
use unicode_normalization::UnicodeNormalization;

#[test]
fn two_keyboards_one_spelling() {
    for (a, b) in [
        ("علي", "علی"),
        ("كريم", "کریم"),
        ("فاطمة", "فاطمہ"),
        ("أحمد", "احمد"),
        ("آصف", "اصف"),
        ("مُحَمَّد", "محمد"),
        ("محـــمد", "محمد"),
        ("می\u{200C}روم", "میروم"),
        ("\u{FEDF}\u{FE8E}", "لا"),
        ("رئیس", "رییس"),
        ("۱۲۳٤", "1234"),
        ("  Test   PERSON ", "test person"),
    ] {
        assert_eq!(fold(a), fold(b), "{a} and {b}");
    }
}

#[test]
fn different_words_stay_different() {
    for (a, b) in [("محمد", "محمود"), ("رشید", "راشد"), ("تھانہ", "تانہ"), ("ٹال", "تال"), ("بڑا", "برا")]
    {
        assert_ne!(fold(a), fold(b), "{a} and {b}");
    }
}

#[test]
fn ordinary_text_passes() {
    for text in [
        "",
        "مسمی احمد ولد کریم نے بیان کیا:\n\tموٹرسائیکل نمبر LEA-19-1234 چوری ہوا۔",
        "می\u{200C}روم \u{200F}اور\u{200E} 30 بور پستول بمعہ 6 گولیاں",
        "Section 337-A(i), Rs 5,000; naïve Müller",
        "ﷺ",
    ] {
        assert_eq!(check(text), Ok(()), "{text}");
    }
}

#[test]
fn harmful_text_is_refused_with_its_place() {
    assert_eq!(check("ab\u{0}"), Err(TextError::Control { code: 0, at: 2 }));
    assert_eq!(check("a\r\n"), Err(TextError::Control { code: 0x0D, at: 1 }));
    assert_eq!(check("a\u{202E}b"), Err(TextError::Direction { code: 0x202E, at: 1 }));
    assert_eq!(check("\u{2067}a\u{2069}"), Err(TextError::Direction { code: 0x2067, at: 0 }));
    assert_eq!(check("a\u{200B}b"), Err(TextError::Invisible { code: 0x200B, at: 1 }));
    assert_eq!(check("a\u{E0041}"), Err(TextError::Invisible { code: 0xE0041, at: 1 }));
    assert_eq!(check("\u{E001}"), Err(TextError::Meaningless { code: 0xE001, at: 0 }));
    assert_eq!(check("احمد p\u{0430}ul"), Err(TextError::MixedAlphabets { word: "p\u{0430}ul".to_owned() }));
    assert_eq!(check("Ali\u{03BF}"), Err(TextError::MixedAlphabets { word: "Ali\u{03BF}".to_owned() }));
}

#[test]
fn odd_text_is_only_suspected() {
    assert_eq!(suspicions("نمبر 12 LEA"), vec![]);
    assert_eq!(suspicions("FIRنمبر"), vec![Suspicion::TwoScripts { word: "FIRنمبر".to_owned() }]);
    assert_eq!(suspicions("نمبر 1۲3"), vec![Suspicion::MixedDigits { word: "1۲3".to_owned() }]);
}

proptest! {
    #[test]
    fn folding_twice_changes_nothing(text in ".{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once);
    }

    #[test]
    fn folding_urdu_twice_changes_nothing(text in "[\u{0600}-\u{06FF}\u{FB50}-\u{FDFF}\u{FE70}-\u{FEFC} ]{0,40}") {
        let once = fold(&text);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert!(!once.chars().any(|c| matches!(c, 'ي' | 'ى' | 'ك' | 'ة' | 'أ' | 'إ' | 'آ' | 'ـ')));
    }

    #[test]
    fn folding_does_not_mind_the_normal_form(text in "[\u{0600}-\u{06FF} a-zé]{0,40}") {
        prop_assert_eq!(fold(&text.nfc().collect::<String>()), fold(&text.nfd().collect::<String>()));
    }

    #[test]
    fn what_passes_holds_nothing_hidden(text in "\\PC{0,20}[\u{0}-\u{1F}\u{202A}-\u{202E}\u{2066}-\u{2069}\u{FEFF}]?\\PC{0,20}") {
        if check(&text).is_ok() {
            let hidden = |c: char| c.is_control() && !matches!(c, '\n' | '\t') || c == '\u{FEFF}';
            prop_assert!(!text.chars().any(|c| hidden(c) || roznamcha_words::bidi::reorders(c)));
        }
    }
}
