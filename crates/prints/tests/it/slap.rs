use roznamcha_prints::{Classical, Cut, Extractor, GrayImage, Hand, Matcher, Prepared, SlapError, slap};

use crate::drawn::{FLAT, Finger};
use crate::pressed::{Pressed, Sheet, hand};

fn sheet(pressed: &[Pressed]) -> Sheet {
    let mut sheet = Sheet::new(1_300, 900);
    for (seed, pressed) in (7..).zip(pressed) {
        sheet.press(*pressed, seed);
    }
    sheet
}

fn llr(classical: &Classical, cut: &GrayImage, finger: u64) -> f32 {
    let [cut, flat] = [cut, &Finger::new(finger).laid(FLAT)]
        .map(|image| Prepared::new(&classical.template(image).unwrap()));
    Matcher::default().score(&cut, &flat)
}

fn off(cut: &Cut, pressed: &Pressed) -> f32 {
    (cut.frame.x - pressed.x).hypot(cut.frame.y - pressed.y)
}

#[test]
fn the_fingers_of_a_tilted_hand_are_cut_upright_and_in_order() {
    let classical = Classical::new();
    for (degrees, which) in [(0.0, Hand::Right), (17.0, Hand::Left), (-26.0, Hand::Right), (33.0, Hand::Left)]
    {
        let pressed = hand([11, 12, 13, 14], (650.0, 450.0), degrees);
        let cuts = slap::fingers(&classical, &sheet(&pressed).image(), which, &[]).unwrap();
        assert_eq!(cuts.iter().map(|cut| cut.finger).collect::<Vec<_>>(), which.fingers());
        for (cut, pressed) in cuts.iter().zip(&pressed) {
            assert!(off(cut, pressed) < 14.0, "{degrees}: {:?} for {}, {}", cut.frame, pressed.x, pressed.y);
            assert!((cut.frame.degrees - degrees).abs() < 7.0, "{degrees}: {:?}", cut.frame);
            assert!((150.0..250.0).contains(&cut.frame.width), "{:?}", cut.frame);
            assert!((230.0..330.0).contains(&cut.frame.height), "{:?}", cut.frame);
            let likeness = llr(&classical, &cut.image, pressed.finger);
            assert!(likeness > 6.0, "{degrees}, finger {}: {likeness}", cut.finger);
        }
    }
}

#[test]
fn missing_fingers_are_named_not_guessed() {
    let classical = Classical::new();
    let [index, middle, ring, little] = hand([21, 22, 23, 24], (650.0, 450.0), 8.0);
    let three = sheet(&[index, ring, little]).image();
    let cuts = slap::fingers(&classical, &three, Hand::Right, &[3]).unwrap();
    assert_eq!(cuts.iter().map(|cut| cut.finger).collect::<Vec<_>>(), [2, 4, 5]);
    assert!(cuts.iter().zip([index, ring, little]).all(|(cut, pressed)| off(cut, &pressed) < 14.0));
    let count = |found, wanted| Err(SlapError::Count { found, wanted });
    assert_eq!(slap::fingers(&classical, &three, Hand::Right, &[]), count(3, 4));
    let four = sheet(&[index, middle, ring, little]).image();
    assert_eq!(slap::fingers(&classical, &four, Hand::Right, &[3]), count(4, 3));
    assert_eq!(slap::fingers(&classical, &four, Hand::Right, &[2, 3, 4, 5]), Err(SlapError::NoneWanted));
}

#[test]
fn two_thumbs_within_printed_lines_and_letters() {
    let classical = Classical::new();
    let thumb = |finger, x| Pressed { finger, x, y: 440.0, degrees: -6.0 };
    let mut sheet = sheet(&[thumb(31, 500.0), thumb(32, 780.0)]);
    sheet.print((180, 120), (1_100, 760));
    let cuts = slap::fingers(&classical, &sheet.image(), Hand::Thumbs, &[]).unwrap();
    assert_eq!(cuts.iter().map(|cut| cut.finger).collect::<Vec<_>>(), [6, 1]);
    for (cut, (finger, x)) in cuts.iter().zip([(31, 500.0), (32, 780.0)]) {
        assert!(off(cut, &thumb(finger, x)) < 20.0, "{:?}", cut.frame);
        assert!(llr(&classical, &cut.image, finger) > 6.0);
    }
}

#[test]
fn at_another_resolution_the_frames_are_in_its_own_pixels() {
    let classical = Classical::new();
    let pressed = hand([41, 42, 43, 44], (650.0, 450.0), 0.0);
    let image = sheet(&pressed).image();
    let doubled: Vec<u8> = image
        .rows()
        .flat_map(|row| [row, row])
        .flat_map(|row| row.iter().flat_map(|grey| [*grey, *grey]))
        .collect();
    let dense = GrayImage::new(2_600, 1_800, 1_000, doubled).unwrap();
    for (cut, pressed) in slap::fingers(&classical, &dense, Hand::Right, &[]).unwrap().iter().zip(&pressed) {
        let (x, y) = (2.0 * pressed.x, 2.0 * pressed.y);
        assert!((cut.frame.x - x).hypot(cut.frame.y - y) < 28.0, "{:?}", cut.frame);
        assert_eq!(cut.image.dpi(), 1_000);
    }
}

#[test]
fn an_empty_glass_has_no_fingers() {
    let blank = GrayImage::new(1_300, 900, 500, vec![200; 1_300 * 900]).unwrap();
    let found = slap::fingers(&Classical::new(), &blank, Hand::Right, &[]);
    assert_eq!(found, Err(SlapError::Count { found: 0, wanted: 4 }));
}
