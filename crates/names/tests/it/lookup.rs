//! Numbers looked up with errors.

use proptest::prelude::*;
use roznamcha_names::lookup::{Cnics, Found, Plates, Serials};
use roznamcha_names::number::{Cnic, Plate, Serial};

fn card(number: u64) -> Cnic {
    Cnic::parse(&format!("{number:013}")).unwrap()
}

/// One error at a place: another digit, one lost, one added, two exchanged.
fn broken(digits: &str, kind: u8, at: usize) -> String {
    let mut digits: Vec<char> = digits.chars().collect();
    let at = at % (digits.len() - 1);
    match kind % 4 {
        0 => digits[at] = if digits[at] == '9' { '0' } else { '9' },
        1 => drop(digits.remove(at)),
        2 => digits.insert(at, '5'),
        _ => digits.swap(at, at + 1),
    }
    digits.into_iter().collect()
}

proptest! {
    #[test]
    fn a_card_is_found_with_one_error(number in 1_000_000_000_000_u64..9_000_000_000_000, kind: u8, at: usize) {
        let mut cards = Cnics::default();
        cards.put(card(number), 7);
        cards.put(card(9_999_999_999_999 - number), 8);
        let typed = broken(&number.to_string(), kind, at);
        prop_assert!(cards.search(&typed).iter().any(|(found, id, _)| *found == card(number) && *id == 7), "{}", typed);
    }

    #[test]
    fn a_card_is_found_with_two_digits_wrong_lost_or_added(
        number in 1_000_000_000_000_u64..9_000_000_000_000, kinds in (0_u8..3, 0_u8..3), at: (usize, usize),
    ) {
        let mut cards = Cnics::default();
        cards.put(card(number), 7);
        let typed = broken(&broken(&number.to_string(), kinds.0, at.0), kinds.1, at.1);
        prop_assert_eq!(cards.search(&typed).len(), 1, "{}", typed);
        prop_assert!(cards.remove(card(number), 7) && cards.search(&typed).is_empty());
    }

    #[test]
    fn a_plate_is_found_with_one_sign_wrong_lost_added_or_exchanged(
        plate in "[A-Z]{3}[0-9]{4}", kind: u8, at: usize,
    ) {
        let mut plates = Plates::default();
        plates.put(&Plate::parse(&plate).unwrap(), 1);
        let typed = broken(&plate, kind, at);
        prop_assert_eq!(plates.search(&typed, 10).len(), 1, "{} {}", plate, typed);
    }
}

#[test]
fn far_cards_are_not_found_and_near_ones_come_nearest_first() {
    let mut cards = Cnics::default();
    for (number, id) in [(3_520_112_345_671, 1), (3_520_112_345_681, 2), (3_520_112_345_999, 3)] {
        cards.put(card(number), id);
    }
    let found: Vec<(u64, u8)> =
        cards.search("35201-1234567-1").into_iter().map(|(_, id, edits)| (id, edits)).collect();
    assert_eq!(found, [(1, 0), (2, 1)]);
    assert!(cards.search("35201").is_empty());
}

#[test]
fn plates_half_seen() {
    let mut plates = Plates::default();
    for (plate, id) in [("LEB-5501", 1), ("LEA-19-1234", 2), ("ABC-1234", 3)] {
        plates.put(&Plate::parse(plate).unwrap(), id);
    }
    let ids = |typed: &str| plates.search(typed, 10).into_iter().map(|(id, _)| id).collect::<Vec<_>>();
    assert_eq!(plates.search("LE8 SSO1", 10), [(1, Found::Fits)], "confusable signs");
    assert_eq!(ids("L?B5501"), [1]);
    assert_eq!(ids("*1234"), [2, 3]);
    assert_eq!(ids("LE*"), [1, 2]);
    assert_eq!(ids("*19*"), [2]);
    assert_eq!(ids("A*4"), [3]);
    assert_eq!(ids("???5501"), [1]);
    assert!(ids("ZZZ9999").is_empty());
    assert!(plates.remove(&Plate::parse("ABC1234").unwrap(), 3));
    assert_eq!(plates.search("*1234", 10), [(2, Found::Fits)]);
}

#[test]
fn serials_by_their_end_and_with_an_error() {
    let mut serials = Serials::default();
    let serial = |text: &str| Serial::parse(text).unwrap();
    serials.put(&serial("JTDBT923-771012345"), 1);
    serials.put(&serial("PK7788990"), 2);
    assert_eq!(serials.search(&serial("1O12345"), 5), [(1, Found::Fits)], "O is read for 0");
    assert_eq!(serials.search(&serial("PK7788991"), 5), [(2, Found::NearlyFits)]);
    assert!(serials.search(&serial("QQQQ1111"), 5).is_empty());
    assert!(serials.remove(&serial("PK7788990"), 2) && serials.search(&serial("PK7788990"), 5).is_empty());
}
