//! The section picker's search.

use proptest::prelude::*;
use roznamcha_statute::{OffenceClass, Province, Reason, StatuteBook};

use crate::{book, today};

fn first(book: &StatuteBook, query: &str) -> String {
    let hits = book.search_offences(query, Province::Punjab, today(), 10);
    hits.first().map(|hit| hit.offence.code.to_string()).unwrap_or_default()
}

#[test]
fn every_code_finds_itself_first() {
    let book = book();
    for offence in book.offences() {
        let day = offence.datum.effective_from;
        let province = offence.datum.provinces[0];
        let hits = book.search_offences(offence.code.as_str(), province, day, 5);
        assert_eq!(hits.first().map(|h| &h.offence.code), Some(&offence.code));
        assert_eq!(hits[0].reasons, [Reason::Code]);
    }
}

#[test]
fn every_section_of_the_penal_code_finds_itself_first_by_its_number_alone() {
    let book = book();
    let live = |class| class != OffenceClass::Repealed;
    for offence in book.offences().iter().filter(|o| o.act.as_str() == "PPC" && live(o.class)) {
        assert_eq!(first(&book, &offence.section), offence.code.as_str());
    }
}

#[test]
fn numbers_in_every_way_of_writing() {
    let book = book();
    for (query, code) in [
        ("302", "PPC-302"),
        ("۳۰۲", "PPC-302"),
        ("٣٠٢", "PPC-302"),
        ("302 ت پ", "PPC-302"),
        ("302 PPC", "PPC-302"),
        ("ppc302", "PPC-302"),
        ("302/34", "PPC-34"),
        ("u/s 302", "PPC-302"),
        ("زیر دفعہ 302", "PPC-302"),
        ("337a", "PPC-337-A-i"),
        ("337-A(ii)", "PPC-337-A-ii"),
        ("337a2", "PPC-337-A-ii"),
        ("337 h 2", "PPC-337-H-2"),
        ("۳۳۷ اے", "PPC-337-A-i"),
        ("489ایف", "PPC-489-F"),
        ("9c", "CNSA-9-c"),
        ("9(c) CNSA", "CNSA-9-c"),
        ("9 ج", "CNSA-9-c"),
        ("13 arms", "PAO-13"),
        ("7 ata", "ATA-7"),
    ] {
        assert_eq!(first(&book, query), code, "{query}");
    }
    let both = book.search_offences("302/34", Province::Punjab, today(), 2);
    let codes: Vec<_> = both.iter().map(|h| h.offence.code.as_str()).collect();
    assert_eq!(codes, ["PPC-34", "PPC-302"], "two numbers ask for both");
}

#[test]
fn words_in_both_languages() {
    let book = book();
    for (query, code) in [
        ("murder", "PPC-302"),
        ("qatl-i-amd", "PPC-302"),
        ("theft", "PPC-379"),
        ("dacoity", "PPC-395"),
        ("dacoity murder", "PPC-396"),
        ("cheque", "PPC-489-F"),
        ("kidnap ransom", "PPC-365-A"),
        ("rap", "PPC-375"),
        ("ڈکیتی", "PPC-395"),
        ("ڈكيتي", "PPC-395"),
        ("اغوا", "PPC-363"),
        ("أغوا", "PPC-363"),
        ("بلوہ", "PPC-147"),
        ("بلوه", "PPC-147"),
        ("اغوا تاوان", "PPC-365-A"),
        ("قَتلِ عمد", "PPC-302"),
        ("چیک", "PPC-489-F"),
        ("منشیات", "CNSA-6"),
    ] {
        assert_eq!(first(&book, query), code, "{query}");
    }
}

#[test]
fn a_hit_says_why_and_what_is_not_law_is_not_found() {
    let book = book();
    let hits = book.search_offences("33", Province::Punjab, today(), 50);
    assert!(hits.iter().all(|h| matches!(&h.reasons[0], Reason::SectionBegins(s) if s == "33")));
    let hits = book.search_offences("ڈکیتی", Province::Punjab, today(), 1);
    assert!(matches!(&hits[0].reasons[0], Reason::Urdu(_)));
    assert!(book.search_offences("suicide", Province::Punjab, today(), 5).is_empty(), "repealed");
    assert!(book.search_offences("SAA-23", Province::Punjab, today(), 5).is_empty(), "law of Sindh");
    assert!(book.search_offences("  -- ", Province::Punjab, today(), 5).is_empty());
    assert!(book.search_offences("theft", Province::Punjab, today(), 0).is_empty());
}

proptest! {
    #[test]
    fn search_never_panics_and_keeps_its_limit(query in "\\PC*", limit in 0usize..20) {
        let hits = shared().search_offences(&query, Province::Punjab, today(), limit);
        prop_assert!(hits.len() <= limit);
        prop_assert!(hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
    }

    #[test]
    fn search_takes_words_digits_and_marks_in_any_order(
        query in "([0-9۰-۹٠-٩]{0,3}[ -/()]{0,2}[a-z]{0,3}[ا-ی\u{64b}-\u{652}]{0,4}\u{200c}?){0,6}"
    ) {
        for hit in shared().search_offences(&query, Province::Sindh, today(), 30) {
            prop_assert!(!hit.reasons.is_empty());
            prop_assert!(hit.offence.datum.in_force(Province::Sindh, today()));
        }
    }
}

fn shared() -> &'static StatuteBook {
    static BOOK: std::sync::OnceLock<StatuteBook> = std::sync::OnceLock::new();
    BOOK.get_or_init(book)
}
