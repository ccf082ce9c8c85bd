//! Minutiae records of both standards: against a record written by hand from each standard's table, round trips, and
//! broken files.

use std::f32::consts::{PI, TAU};

use proptest::prelude::*;
use roznamcha_prints::{Kind, Minutia, Template};
use roznamcha_prints_formats::fmr::{FmrError, Point, PointKind, Record, Standard, View};

/// A right index finger of two minutiae, as the tables of ISO/IEC 19794-2:2005 have it.
const ISO: [u8; 42] = [
    b'F', b'M', b'R', 0, b' ', b'2', b'0', 0, 0, 0, 0, 42, // mark, version, length
    0x00, 0x00, 0x01, 0x84, 0x01, 0x76, 0x00, 0xc5, 0x00, 0xc5, 1,
    0, // 388 x 374 at 197 pixels a centimetre, one print
    2, 0, 80, 2, // right index, live plain, quality, two minutiae
    0x40, 0x64, 0x00, 0xc8, 0x40, 0x5a, // ending at 100, 200; a quarter turn; 90
    0x81, 0x2c, 0x00, 0x32, 0x80, 0x00, // bifurcation at 300, 50; half a turn; quality not told
    0, 0, // no more
];

fn ansi() -> Vec<u8> {
    let mut bytes = ISO[..8].to_vec();
    bytes.extend([0, 44, 0x00, 0x1b, 0x00, 0x02]);
    bytes.extend(&ISO[12..]);
    bytes[34] = 45; // quarter and half turn in steps of two degrees
    bytes[40] = 90;
    bytes
}

#[test]
fn an_iso_record_is_read() {
    let record = Record::read(&ISO).unwrap();
    assert_eq!(record.standard, Standard::Iso);
    assert_eq!((record.width, record.height, record.across), (388, 374, 197));
    let view = &record.views[0];
    assert_eq!((view.finger, view.impression, view.quality), (2, 0, 80));
    let ending = Point { kind: PointKind::Ending, x: 100, y: 200, angle: 64, quality: 90 };
    assert_eq!(view.points[0], ending);
    let template = record.template(0).unwrap();
    assert_eq!((template.width, template.height, template.dpi), (388, 374, 500));
    let [a, b] = template.minutiae.as_slice() else { panic!("two minutiae") };
    assert_eq!((a.x, a.y, a.kind, a.quality), (100.0, 200.0, Kind::Ending, 0.9));
    assert!((a.angle - PI / 2.0).abs() < 1e-6 && (b.angle - PI).abs() < 1e-6);
    assert_eq!(b.kind, Kind::Bifurcation);
}

#[test]
fn an_ansi_record_is_told_from_an_iso_record() {
    let record = Record::read(&ansi()).unwrap();
    assert_eq!((record.standard, record.product), (Standard::Ansi, (0x1b, 2)));
    assert_eq!(record.template(0).unwrap(), Record::read(&ISO).unwrap().template(0).unwrap());
}

#[test]
fn a_record_is_written_again_byte_for_byte() {
    for bytes in [ISO.to_vec(), ansi()] {
        assert_eq!(Record::read(&bytes).unwrap().write().unwrap(), bytes);
    }
}

#[test]
fn a_long_ansi_record_has_the_long_length() {
    let mut record = Record::read(&ansi()).unwrap();
    record.views = vec![View { extended: vec![7; 40_000], ..record.views[0].clone() }; 2];
    let bytes = record.write().unwrap();
    assert_eq!(bytes[8..10], [0, 0]);
    assert_eq!(Record::read(&bytes).unwrap(), record);
}

#[test]
fn another_resolution_is_brought_to_500_dpi() {
    let mut record = Record::read(&ISO).unwrap();
    (record.across, record.down) = (394, 394);
    let template = record.template(0).unwrap();
    assert_eq!((template.width, template.dpi, template.minutiae[0].x), (194, 1000, 50.0));
}

#[test]
fn what_cannot_be_is_told() {
    assert_eq!(Record::read(b"FMR\0 30\0"), Err(FmrError::Mark));
    assert_eq!(Record::read(&ISO[..41]), Err(FmrError::Length(41)));
    let record = Record::read(&ISO).unwrap();
    assert_eq!(record.template(1), Err(FmrError::NoView { views: 1, asked: 1 }));
    let mut outside = record.clone();
    outside.views[0].points[0].x = 389;
    assert_eq!(outside.template(0), Err(FmrError::Value("minutia: it lies outside its image")));
    let mut full = record.clone();
    full.views[0].points = vec![record.views[0].points[0]; 256];
    assert_eq!(full.write(), Err(FmrError::TooMany("minutiae")));
    let mut turned = record;
    turned.standard = Standard::Ansi;
    turned.views[0].points[0].angle = 180;
    assert_eq!(turned.write(), Err(FmrError::Value("angle of a minutia")));
}

fn minutia() -> impl Strategy<Value = Minutia> {
    (0.0..388_f32, 0.0..374_f32, 0.0..TAU, any::<bool>(), 0.0..=1_f32).prop_map(
        |(x, y, angle, ends, quality)| {
            let kind = if ends { Kind::Ending } else { Kind::Bifurcation };
            Minutia { x, y, angle, kind, quality }
        },
    )
}

fn standard() -> impl Strategy<Value = Standard> {
    prop_oneof![Just(Standard::Iso), Just(Standard::Ansi)]
}

proptest! {
    #[test]
    fn a_template_comes_back_but_for_rounding(
        minutiae in prop::collection::vec(minutia(), 0..80),
        standard in standard(),
    ) {
        let template = Template { width: 388, height: 374, dpi: 500, minutiae };
        let record = Record::of(&template, standard).unwrap();
        let again = Record::read(&record.write().unwrap()).unwrap();
        prop_assert_eq!(&again, &record);
        let back = again.template(0).unwrap();
        prop_assert_eq!((back.width, back.height, back.dpi), (388, 374, 500));
        prop_assert_eq!(back.minutiae.len(), template.minutiae.len());
        let half_step = PI / f32::from(standard.steps()) + 1e-4;
        for (a, b) in back.minutiae.iter().zip(&template.minutiae) {
            prop_assert!((a.x - b.x).abs() <= 0.5 && (a.y - b.y).abs() <= 0.5 && a.kind == b.kind);
            let turned = (a.angle - b.angle).rem_euclid(TAU);
            prop_assert!(turned.min(TAU - turned) <= half_step);
            prop_assert!((a.quality - b.quality).abs() <= 0.0101);
        }
    }

    /// What is read is written again as it was, whatever bytes it was made of; the rest are errors.
    #[test]
    fn changed_bytes_are_an_error_or_a_record(
        changes in prop::collection::vec((0_usize..44, any::<u8>()), 1..6),
        standard in standard(),
    ) {
        let mut bytes = if standard == Standard::Iso { ISO.to_vec() } else { ansi() };
        for (place, byte) in changes {
            let place = place % bytes.len();
            bytes[place] = byte;
        }
        if let Ok(record) = Record::read(&bytes) {
            let mut plain = bytes.clone();
            let reserved = if record.standard == Standard::Iso { 23 } else { 25 };
            plain[reserved] = 0;
            prop_assert_eq!(record.write().unwrap(), plain);
            let _ = record.template(0);
        }
    }

    #[test]
    fn bytes_of_chance_are_an_error(bytes in prop::collection::vec(any::<u8>(), 0..100)) {
        prop_assert!(Record::read(&bytes).is_err());
        let _ = Record::read(&[b"FMR\0 20\0", bytes.as_slice()].concat());
    }
}
