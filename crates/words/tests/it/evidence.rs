//! What a likeness is worth, in words.

use roznamcha_words::evidence::evidence;
use roznamcha_words::{Lang, Voice, Words, bidi};
use std::sync::Arc;

#[test]
fn a_ratio_is_said_to_two_figures_and_not_beyond_what_was_fitted() {
    let voice = Voice::new(Lang::En, Arc::new(Words::load().unwrap()));
    let said = |centibans| {
        let evidence = evidence(&voice, centibans);
        (bidi::plain(&evidence.times), evidence.support)
    };
    assert_eq!(bidi::plain(&evidence(&voice, 612).figure), "logarithm 6.1");
    let if_one = "if both prints come from one finger than if from two different ones";
    let times = |n: &str| format!("The agreement is {n} times more probable {if_one}");
    let equal =
        "The agreement is as probable if both prints come from one finger as if from two different ones";
    assert_eq!(said(0), (equal.to_owned(), "weak support".to_owned()));
    assert_eq!(said(137), (times("23"), "moderate support".to_owned()));
    assert_eq!(said(355), (times("3,500"), "strong support".to_owned()));
    assert_eq!(said(900), (times("more than 10,000"), "very strong support".to_owned()));
    assert_eq!(said(-40), (format!("The agreement is less probable {if_one}"), String::new()));
}
