//! Spellings of one name are alike, and of two names are not.

use proptest::prelude::*;
use roznamcha_names::{How, Lexicon, compare, folded, words};

fn score(one: &str, other: &str) -> f32 {
    compare(one, other, |_| 1.0).score
}

fn texts(name: &str) -> Vec<String> {
    words(name).into_iter().map(|word| word.text).collect()
}

#[test]
fn spellings_of_one_name_are_alike() {
    let same = [
        ("محمد علی", "Muhammad Ali"),
        ("محمد علی", "Mohd. Ali"),
        ("محمد علی", "M. Ali"),
        ("عبدالرحمن", "Abdur Rehman"),
        ("عبد الرحمٰن", "Abdurrahman"),
        ("ضیاءالدین", "Zia-ud-Din"),
        ("حبیب اللہ", "Habibullah"),
        ("غلام حسین", "Gulam Hussain"),
        ("طارق جاوید", "Tarique Javed"),
        ("عثمان", "Usman"),
        ("Usman", "Osman"),
        ("Yousaf Riaz", "Yusuf Riyaz"),
        ("Muhammad Shehzad", "Mohammed Shahzad"),
    ];
    for (one, other) in same {
        assert!(score(one, other) > 0.7, "{one} {other} {}", score(one, other));
    }
}

#[test]
fn other_names_are_less_alike() {
    for (name, same, other) in [
        ("محمد", "Muhammad", "Mahmood"),
        ("رشید", "Rasheed", "Waheed"),
        ("حسن علی", "Hassan Ali", "Hussain Wali"),
    ] {
        assert!(score(name, same) > score(name, other) + 0.1, "{name}");
    }
    assert!(score("Akram", "Bashir") < 0.1);
}

#[test]
fn compounds_are_the_same_words_however_they_are_cut() {
    for name in ["Abdur Rahman", "Abdurrahman", "Abdul-Rahman", "abdulrahman"] {
        assert_eq!(texts(name), ["abd", "rahman"], "{name}");
    }
    assert_eq!(texts("عبدالرحمٰن"), ["عبد", "رحمن"]);
    assert_eq!(texts("عبد الرحمن"), ["عبد", "رحمن"]);
    assert_eq!(texts("Abdullah"), texts("Abd Allah"));
    assert_eq!(texts("Ziauddin"), texts("Zia ud Din"));
    assert_eq!(texts("الطاف"), ["الطاف"], "no article");
}

#[test]
fn what_keyboards_write_differently_is_one() {
    assert_eq!(folded("محمد علي"), folded("محمد علی"));
    assert_eq!(folded("مُحَمَّد"), folded("محمد"));
    assert_eq!(folded("فاطمة"), folded("فاطمه"));
    assert_eq!(folded("M.  KHĀN"), "m khan");
    assert_eq!(folded("۱۲۳"), "123");
}

#[test]
fn titles_count_half_and_are_kept() {
    let found = compare("Syed Ali", "Ali", |_| 1.0);
    let plain = compare("Kamran Ali", "Ali", |_| 1.0);
    assert!(found.score > plain.score);
    assert_eq!(found.left_alone, [0], "the title is still there, and shown as unanswered");
}

#[test]
fn a_likeness_says_which_words_answer_which() {
    let found = compare("Mohammadreza Karimi", "Mohammad Reza Karimi", |_| 1.0);
    assert!(found.pairs.iter().any(|pair| pair.how == How::Joined && pair.right.1 == 2), "{found:?}");
    assert!(found.pairs.iter().any(|pair| pair.how == How::Same));
    assert!(found.left_alone.is_empty() && found.right_alone.is_empty());
    let twice = compare("Ali Ali", "Ali Hassan", |_| 1.0);
    assert_eq!((twice.left_alone.len(), twice.right_alone.len()), (1, 1), "one word answers one word");
}

#[test]
fn what_was_learned_and_taken_back_leaves_nothing() {
    let mut lexicon = Lexicon::default();
    lexicon.learn("جمال", "Cemal", 3);
    assert_eq!(lexicon.of("جمال").collect::<Vec<_>>(), [("cemal", 1.0)]);
    lexicon.learn("Jamal", "Cemal", 1);
    assert_eq!(lexicon.len(), 1, "two Roman spellings teach nothing");
    lexicon.forget("جمال", "Cemal", 3);
    assert!(lexicon.is_empty());
}

proptest! {
    #[test]
    fn any_text_is_taken_and_alike_to_itself(name in "\\PC{0,40}", other in "[ا-یa-z ]{0,30}") {
        prop_assert_eq!(folded(&folded(&name)), folded(&name));
        let own = compare(&other, &other, |_| 1.0).score;
        prop_assert!(words(&other).is_empty() || own > 0.9, "{}", own);
        let (there, back) = (score(&name, &other), score(&other, &name));
        prop_assert!((0.0..=1.0).contains(&there) && (0.0..=1.0).contains(&back));
    }
}
