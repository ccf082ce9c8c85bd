//! Numbers as people type them.

use roznamcha_names::number::{Area, Cnic, Gender, Hint, Passport, Plate, Serial, phone};

#[test]
fn every_typing_of_a_card_is_one_number() {
    let card = Cnic::parse("35201-1234567-1").unwrap();
    for typed in ["3520112345671", "35201 1234567 1", "۳۵۲۰۱-۱۲۳۴۵۶۷-۱", " 35201-1234567-1 "] {
        assert_eq!(Cnic::parse(typed), Some(card), "{typed}");
    }
    assert_eq!(card.to_string(), "35201-1234567-1");
    assert_eq!(card.area(), Some(Area::Punjab));
    assert_eq!(Cnic::parse("35201-123456-1"), None);
    assert_eq!(Cnic::parse("35201-1234567-X"), None);
}

#[test]
fn what_is_unusual_warns_and_refuses_nothing() {
    let card = Cnic::parse("35201-1234567-1").unwrap();
    assert_eq!(card.hints(Some(Gender::Male)), []);
    assert_eq!(card.hints(Some(Gender::Female)), [Hint::Parity]);
    assert_eq!(card.hints(Some(Gender::Other)), []);
    assert_eq!(Cnic::parse("9520112345671").unwrap().hints(None), [Hint::Area]);
    assert_eq!(Passport::parse("ab 1234567").unwrap().hints(), []);
    assert_eq!(Passport::parse("X123456").unwrap().hints(), [Hint::Shape]);
    assert_eq!(Serial::parse("JTDBT923771O12345").unwrap().hints_of_chassis(), [Hint::Letters]);
}

#[test]
fn plates_and_phones() {
    assert_eq!(Plate::parse("lea-19 1234").unwrap().as_str(), "LEA191234");
    assert_eq!(Plate::parse("FSD-۱۹-۸۸۴۲").unwrap().as_str(), "FSD198842");
    assert_eq!(Plate::parse("FSD-19-8842").unwrap().hints(), []);
    assert_eq!(Plate::parse("1234 LEA").unwrap().hints(), [Hint::Shape]);
    assert_eq!(Plate::parse("لاہور"), None);
    assert_eq!(phone("+92 300 1234567").as_deref(), Some("03001234567"));
    assert_eq!(phone("0092-300-1234567").as_deref(), Some("03001234567"));
}
