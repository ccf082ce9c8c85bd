use std::collections::BTreeSet;

use roznamcha_prints::card::{BoxError, Card, Doubt, LayoutError, Part, cut, sequence};
use roznamcha_prints::{Classical, Extractor, Hand, Layout, Template};

use crate::pressed::{Pressed, Sheet, hand};

/// A card of one hand: four rolled prints above, their slap below.
const SMALL: &str = "name One hand\nverified no\n\
    rolled 2 0 0 .25 .4\nrolled 3 .25 0 .5 .4 # its own box\nrolled 4 .5 0 .75 .4\nrolled 5 .75 0 1 .4\n\
    slap right 0 .4 1 1\n";

fn card(rolled: [Option<u64>; 4], plain: [u64; 4]) -> Card {
    let mut sheet = Sheet::new(1_300, 1_250);
    for (at, finger) in rolled.iter().enumerate() {
        let left = at as isize * 325;
        sheet.print((left, 0), (left + 325, 500));
        let x = left as f32 + 170.0;
        if let Some(finger) = finger {
            sheet.press(Pressed { finger: *finger, x, y: 270.0, degrees: 5.0 }, 3 + at as u64);
        }
    }
    sheet.print((0, 500), (1_300, 1_250));
    for (seed, pressed) in (50..).zip(hand(plain, (650.0, 870.0), 12.0)) {
        sheet.press(pressed, seed);
    }
    cut(&Classical::new(), &sheet.image(), &Layout::read(SMALL).unwrap(), &[])
}

fn doubts(card: &Card) -> Vec<Doubt> {
    let classical = Classical::new();
    let read = |cuts: &[roznamcha_prints::Cut]| -> Vec<(u8, Template)> {
        cuts.iter().map(|cut| (cut.finger, classical.template(&cut.image).unwrap())).collect()
    };
    let (rolled, plain) = (read(&card.rolled), read(&card.plain));
    sequence(&lent(&rolled), &lent(&plain))
}

fn lent(prints: &[(u8, Template)]) -> Vec<(u8, &Template)> {
    prints.iter().map(|(finger, template)| (*finger, template)).collect()
}

#[test]
fn a_card_is_cut_and_a_right_one_raises_no_doubt() {
    let card = card([51, 52, 53, 54].map(Some), [51, 52, 53, 54]);
    assert_eq!(card.refused, []);
    let fingers = |cuts: &[roznamcha_prints::Cut]| cuts.iter().map(|cut| cut.finger).collect::<Vec<_>>();
    assert_eq!((fingers(&card.rolled), fingers(&card.plain)), (vec![2, 3, 4, 5], vec![2, 3, 4, 5]));
    for (at, cut) in card.rolled.iter().enumerate() {
        let x = at as f32 * 325.0 + 170.0;
        assert!((cut.frame.x - x).hypot(cut.frame.y - 270.0) < 25.0, "{:?}", cut.frame);
    }
    assert!(card.plain.iter().all(|cut| cut.frame.y > 600.0), "frames are the card's own");
    assert_eq!(doubts(&card), []);
}

#[test]
fn fingers_in_each_others_boxes_and_one_taken_twice_are_named() {
    let swapped = card([52, 51, 53, 54].map(Some), [51, 52, 53, 54]);
    let elsewhere = |in_box, like| Doubt::Elsewhere { in_box, like };
    assert_eq!(doubts(&swapped), [elsewhere(2, 3), elsewhere(3, 2)]);
    let twice = card([51, 52, 52, 54].map(Some), [51, 52, 53, 54]);
    assert_eq!(doubts(&twice), [Doubt::Twice { one: 3, other: 4 }]);
    let foreign = card([51, 52, 53, 99].map(Some), [51, 52, 53, 54]);
    assert_eq!(doubts(&foreign), [Doubt::Unlike { finger: 5 }]);
}

#[test]
fn an_empty_box_is_refused_and_the_others_are_cut() {
    let card = card([Some(51), None, Some(53), Some(54)], [51, 52, 53, 54]);
    assert_eq!(card.refused, [(Part::Rolled(3), BoxError::Empty)]);
    assert_eq!((card.rolled.len(), card.plain.len()), (3, 4));
}

#[test]
fn the_built_in_layout_has_every_finger_rolled_and_plain_and_says_that_it_is_unverified() {
    let layout = Layout::built_in().unwrap();
    assert!(!layout.verified);
    let (mut rolled, mut plain) = (BTreeSet::new(), BTreeSet::new());
    for (part, area) in &layout.boxes {
        assert!(area.left < area.right && area.top < area.bottom);
        let fresh = match part {
            Part::Rolled(finger) => rolled.insert(*finger),
            Part::Plain(finger) => plain.insert(*finger),
            Part::Slap(hand) => hand.fingers().iter().all(|finger| plain.insert(*finger)),
        };
        assert!(fresh, "{part} a second time");
    }
    assert_eq!((rolled.len(), plain.len()), (10, 10));
}

#[test]
fn a_layout_that_cannot_be_names_its_line() {
    let line = |text: &str| Layout::read(&format!("name x\n{text}\n"));
    for wrong in [
        "rolled 11 0 0 1 1",
        "rolled 1 0 0 1",
        "rolled 1 .5 0 .5 1",
        "slap both 0 0 1 1",
        "verified maybe",
        "x",
    ] {
        assert_eq!(line(wrong), Err(LayoutError::Line(2)), "{wrong}");
    }
    assert_eq!(line("rolled 1 0 0 1 2"), Err(LayoutError::Line(2)));
    assert_eq!(Layout::read("rolled 1 0 0 1 1"), Err(LayoutError::Name));
    assert_eq!(line("# nothing"), Err(LayoutError::Empty));
    assert_eq!(line("slap thumbs 0 0 1 1").unwrap().boxes[0].0, Part::Slap(Hand::Thumbs));
}
