//! How numbers and dates are written.

use jiff::Timestamp;
use jiff::civil::date;
use jiff::tz::TimeZone;
use proptest::prelude::*;
use roznamcha_words::{Lang, bidi, dates, digits, ids};

#[test]
fn dates_and_hours() {
    let at = date(2026, 1, 5).at(9, 30, 0, 0);
    assert_eq!(dates::date_time(Lang::En, at), "5 January 2026, 09:30");
    assert_eq!(dates::date_time(Lang::Ur, at), "۵ جنوری ۲۰۲۶، ۰۹:۳۰ بجے");
    assert_eq!(dates::long_date(Lang::En, at.date()), "Monday, 5 January 2026");
    assert_eq!(dates::long_date(Lang::Ur, at.date()), "پیر، ۵ جنوری ۲۰۲۶");
    assert_eq!(dates::short_date(Lang::En, at.date()), "05-01-2026");
    assert_eq!(bidi::plain(&dates::short_date(Lang::Ur, at.date())), "۰۵-۰۱-۲۰۲۶");
    assert_eq!(dates::machine(at), "2026-01-05T09:30");
    assert_eq!(dates::date(Lang::Ur, date(2026, 12, 31)), "۳۱ دسمبر ۲۰۲۶");
}

#[test]
fn an_instant_is_shown_on_the_clock_of_pakistan() {
    let zone = TimeZone::get("Asia/Karachi").expect("the bundled zones hold Karachi");
    let instant: Timestamp = "2026-01-04T20:15:00Z".parse().expect("an instant");
    assert_eq!(dates::at(Lang::En, instant, &zone), "5 January 2026, 01:15");
}

#[test]
fn cnic_and_phone_in_any_typing() {
    for typed in ["3520212345671", "35202-1234567-1", " ۳۵۲۰۲-۱۲۳۴۵۶۷-۱ ", "35202 1234567 1"] {
        assert_eq!(ids::cnic(typed).as_deref(), Some("35202-1234567-1"), "{typed}");
    }
    for typed in ["", "352021234567", "35202123456712", "35202-1234567-X", "35202/1234567/1"] {
        assert_eq!(ids::cnic(typed), None, "{typed}");
    }
    for typed in [
        "03001234567",
        "+92 300 1234567",
        "00923001234567",
        "0300-1234567",
        "۰۳۰۰۱۲۳۴۵۶۷",
        "+92 (0)300 1234567",
    ] {
        assert_eq!(ids::phone(typed).as_deref(), Some("0300-1234567"), "{typed}");
    }
    assert_eq!(ids::phone("051 4567890").as_deref(), Some("0514567890"));
    for typed in ["", "0300123456", "123", "+1 202 555 0100", "0300-12345678", "call me"] {
        assert_eq!(ids::phone(typed), None, "{typed}");
    }
}

#[test]
fn thousands_are_grouped() {
    assert_eq!(digits::grouped(Lang::En, 1_234_567), "1,234,567");
    assert_eq!(digits::grouped(Lang::En, -999), "-999");
    assert_eq!(digits::grouped(Lang::Ur, 12_000), "۱۲,۰۰۰");
}

proptest! {
    #[test]
    fn digits_go_there_and_back(number in any::<i64>()) {
        let shown = digits::number(Lang::Ur, number);
        prop_assert!(!shown.chars().any(|c| c.is_ascii_digit()));
        prop_assert_eq!(digits::ascii(&shown), number.to_string());
    }

    #[test]
    fn thirteen_digits_are_always_a_cnic_and_it_reads_back(number in "[0-9]{13}") {
        let shown = ids::cnic(&number).expect("13 digits");
        prop_assert_eq!(ids::cnic_digits(&shown), Some(number));
    }

    #[test]
    fn no_typing_breaks_the_numbers(typed in "\\PC{0,24}") {
        if let Some(cnic) = ids::cnic(&typed) { prop_assert_eq!(cnic.len(), 15); }
        if let Some(phone) = ids::phone_digits(&typed) {
            prop_assert_eq!(ids::phone_digits(&phone), Some(phone.clone()));
        }
    }

    #[test]
    fn isolates_come_off_again(text in "[^\u{2066}-\u{2069}]{0,30}") {
        prop_assert_eq!(bidi::plain(&bidi::isolate(&text)), text.clone());
        prop_assert_eq!(bidi::plain(&bidi::ltr(&text)), text);
    }
}

#[test]
fn a_number_of_parts_does_not_turn_round_after_an_urdu_word() {
    let set = |text: &str| bidi::numbers(text).replace(bidi::LRI, "[").replace(bidi::PDI, "]");
    for (typed, shown) in [
        ("", ""),
        ("فرضی عدالت — 21-87 — 2026-11-28", "فرضی عدالت — [21-87] — [2026-11-28]"),
        ("دفعہ 337-F، حکم 12/2026", "دفعہ [337-F]، حکم 12/2026"),
        ("CS-12، NMN-9031-2", "CS-12، NMN-9031-2"),
        ("12- اور 5", "12- اور 5"),
        ("شناختی کارڈ 39999-0076543-1۔", "شناختی کارڈ [39999-0076543-1]۔"),
    ] {
        assert_eq!(set(typed), shown);
        assert_eq!(bidi::plain(&bidi::numbers(typed)), typed);
    }
}
