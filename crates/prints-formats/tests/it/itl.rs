//! ANSI/NIST-ITL transactions: against one written by hand, through all typed records, and broken ones.

use std::f32::consts::TAU;
use std::io::Cursor;

use image::{ExtendedColorType, ImageFormat};
use proptest::prelude::*;
use roznamcha_prints::{GrayImage, Kind, Minutia, Template};
use roznamcha_prints_formats::itl::{
    Compression, Head, ItlError, Minutiae, Photo, Place, PlainPrint, Print, Record, Segment, Text,
    Transaction,
};
use roznamcha_prints_formats::wsq;

use crate::rings::rings;

/// An old file by hand, two digits in its tags: a head, a person's record, minutiae in the standard's own fields.
const OLD: &[u8] = b"1.01:130\x1d1.02:0201\x1d1.03:1\x1f2\x1e2\x1f00\x1e9\x1f01\x1d1.04:TPIS\x1d1.05:20261128\
\x1d1.07:TESTHUB01\x1d1.08:TESTPS001\x1d1.09:0000000017\x1d1.11:19.69\x1d1.12:19.69\x1c\
2.001:42\x1d2.002:00\x1d2.018:Synthetic, Person\x1c\
9.001:131\x1d9.002:01\x1d9.003:4\x1d9.004:S\x1d9.005:HAND\x1fM\x1d9.006:02\x1d9.007:T\x1fLS\x1d9.010:2\x1d9.011:0\x1d9.012:\
001\x1f05081384090\x1f0\x1fA\x1e002\x1f15241646000\x1f63\x1fB\x1c";

fn head() -> Head {
    Head {
        version: "0500".to_owned(),
        sort: "CAR".to_owned(),
        date: "20261128".to_owned(),
        priority: Some(2),
        destination: "TESTHUB01".to_owned(),
        origin: "TESTPS001".to_owned(),
        control: "0000000017".to_owned(),
        reference: None,
        scanned: "19.69".to_owned(),
        sent: "19.69".to_owned(),
    }
}

fn print(place: Place) -> Print {
    let image = rings(96, 128);
    Print {
        place,
        number: 2,
        impression: if place == Place::Scene { 4 } else { 1 },
        source: "TESTPS001".to_owned(),
        date: "20261128".to_owned(),
        fingers: if place == Place::Scene { vec![0] } else { vec![2] },
        width: 96,
        height: 128,
        dpi: 500,
        compression: Compression::Wsq,
        segments: Vec::new(),
        data: wsq::encode(&image, wsq::USUAL_RATE).unwrap(),
    }
}

fn photo() -> Photo {
    Photo {
        number: 4,
        sort: "TATTOO".to_owned(),
        source: "TESTPS001".to_owned(),
        date: "20261128".to_owned(),
        width: 16,
        height: 24,
        compression: "JPEGB".to_owned(),
        colours: "YCC".to_owned(),
        data: vec![0x1c, 0x1d, 0x1e, 0x1f, 0xff, 0x00, b'9', b'.', 0x1c],
    }
}

fn minutiae() -> Minutiae {
    let ending = Minutia { x: 10.0, y: 20.0, angle: 1.0, kind: Kind::Ending, quality: 0.9 };
    let split = Minutia { x: 95.5, y: 127.0, angle: 6.0, kind: Kind::Bifurcation, quality: 0.1 };
    let template = Template { width: 96, height: 128, dpi: 500, minutiae: vec![ending, split] };
    Minutiae { number: 5, impression: 1, finger: 2, by_hand: false, template }
}

fn transaction() -> Transaction {
    let mut person = Text::new(2);
    person.set(2, "00");
    person.set(18, "Synthetic, Person");
    let records = vec![
        Record::Text(person),
        Record::Plain(PlainPrint::of(&rings(96, 128), 1, 2, 1).unwrap()),
        Record::Text(print(Place::Person).text()),
        Record::Text(print(Place::Scene).text()),
        Record::Text(photo().text()),
        Record::Text(minutiae().text().unwrap()),
    ];
    Transaction::of(&head(), records).unwrap()
}

#[test]
fn an_old_file_is_read_and_written_as_it_was() {
    let transaction = Transaction::read(OLD).unwrap();
    assert_eq!(transaction.write().unwrap(), OLD);
    let head = Head::of(&transaction.head).unwrap();
    assert_eq!((head.sort.as_str(), head.origin.as_str(), head.priority), ("TPIS", "TESTPS001", None));
    let [Record::Text(person), Record::Text(record)] = transaction.records.as_slice() else {
        panic!("a record of type 2 and one of type 9")
    };
    assert_eq!(person.text(18).unwrap(), "Synthetic, Person");
    let minutiae = Minutiae::of(record, (388, 374), 500).unwrap();
    assert!(minutiae.by_hand && minutiae.finger == 2 && minutiae.impression == 4);
    let [a, b] = minutiae.template.minutiae.as_slice() else { panic!("two minutiae") };
    // 5.08 mm are 100 pixels; from the lower edge; away from the ridge is half a turn from along it
    assert!((a.x - 100.0).abs() < 0.01 && (a.y - (374.0 - 272.44)).abs() < 0.01);
    assert!((a.angle - TAU * 0.75).abs() < 1e-4 && a.kind == Kind::Ending && a.quality == 1.0);
    assert!((b.angle - TAU * 0.5).abs() < 1e-4 && b.kind == Kind::Bifurcation && b.quality == 0.0);
}

#[test]
fn a_block_of_incits_378_is_read() {
    let mut text = Text::new(9);
    let fields = [
        (2, "01"),
        (3, "1"),
        (4, "U"),
        (128, "500"),
        (129, "400"),
        (130, "2"),
        (131, "394"),
        (132, "394"),
        (134, "7"),
        (136, "2"),
        (137, "1\x1f100\x1f200\x1f45\x1f1\x1f90\x1e2\x1f500\x1f400\x1f179\x1f2\x1f0"),
    ];
    for (number, value) in fields {
        text.set(number, value);
    }
    let minutiae = Minutiae::of(&text, (1, 1), 500).unwrap();
    assert_eq!((minutiae.number, minutiae.finger, minutiae.impression), (1, 7, 1));
    let template = &minutiae.template;
    assert_eq!((template.width, template.height, template.dpi), (250, 200, 1000));
    let [a, b] = template.minutiae.as_slice() else { panic!("two minutiae") };
    assert_eq!((a.x, a.y, a.kind, a.quality), (50.0, 100.0, Kind::Ending, 0.9));
    assert!((a.angle - TAU / 4.0).abs() < 1e-5);
    assert_eq!((b.x, b.y, b.kind, b.quality), (250.0, 200.0, Kind::Bifurcation, 0.5));
    for (field, value) in [(136, "3"), (131, "0"), (130, "3"), (137, "1\x1f501\x1f200\x1f45\x1f1\x1f90")] {
        let mut wrong = text.clone();
        wrong.set(field, value);
        wrong.set(132, wrong.text(131).unwrap().to_owned());
        assert!(matches!(Minutiae::of(&wrong, (1, 1), 500), Err(ItlError::Value { kind: 9, .. })), "{field}");
    }
}

#[test]
fn every_record_comes_back() {
    let written = transaction();
    let read = Transaction::read(&written.write().unwrap()).unwrap();
    assert_eq!(read, written);
    assert_eq!(Head::of(&read.head).unwrap(), head());
    let image = wsq::decode(&print(Place::Person).data).unwrap();
    let [
        _,
        Record::Plain(plain),
        Record::Text(person),
        Record::Text(scene),
        Record::Text(mark),
        Record::Text(nine),
    ] = read.records.as_slice()
    else {
        panic!("six records of their types")
    };
    assert_eq!(plain.image().unwrap(), image);
    for (text, place) in [(person, Place::Person), (scene, Place::Scene)] {
        let back = Print::of(text).unwrap();
        assert_eq!(back, print(place));
        assert_eq!(back.image().unwrap(), image);
    }
    assert_eq!(Photo::of(mark).unwrap(), photo());
    let back = Minutiae::of(nine, (96, 128), 500).unwrap();
    assert_eq!((back.number, back.finger, back.by_hand), (5, 2, false));
    for (a, b) in back.template.minutiae.iter().zip(minutiae().template.minutiae) {
        assert!((a.x - b.x).abs() < 0.11 && (a.y - b.y).abs() < 0.11 && (a.angle - b.angle).abs() < 0.01);
        assert!(a.kind == b.kind && (a.quality - b.quality).abs() < 0.01);
    }
}

#[test]
fn an_uncompressed_print_and_a_foreign_one() {
    let image = rings(40, 50);
    let mut print = print(Place::Person);
    (print.width, print.height, print.compression) = (40, 50, Compression::None);
    print.data = image.pixels().to_vec();
    assert_eq!(print.image().unwrap(), image);
    print.height = 49;
    assert!(matches!(print.image(), Err(ItlError::Shape(_))));
    print.compression = Compression::Other("JP2L".to_owned());
    assert_eq!(print.image(), Err(ItlError::Compression("JP2L".to_owned())));
}

#[test]
fn a_png_and_a_jpeg_within_a_record_are_read() {
    let image = rings(96, 128);
    for (format, name, code) in [(ImageFormat::Png, "PNG", 6), (ImageFormat::Jpeg, "JPEGB", 2)] {
        let mut file = Cursor::new(Vec::new());
        let gray = ExtendedColorType::L8;
        image::write_buffer_with_format(&mut file, image.pixels(), 96, 128, gray, format).unwrap();
        let data = file.into_inner();
        let mut text = Print { data: data.clone(), ..print(Place::Person) }.text();
        text.set(11, name);
        let back = Print::of(&text).unwrap().image().unwrap();
        assert_eq!((back.width(), back.height(), back.dpi()), (96, 128, 500), "{name}");
        // A JPEG is near on the whole; at a sharp edge single pixels are not.
        let most = if format == ImageFormat::Png { 0 } else { 8 };
        let near = |other: &GrayImage| {
            let apart = other.pixels().iter().zip(image.pixels()).map(|(a, b)| u64::from(a.abs_diff(*b)));
            apart.sum::<u64>() <= most * image.pixels().len() as u64
        };
        assert!(near(&back), "{name}");
        let mut plain = PlainPrint::of(&image, 3, 7, 1).unwrap();
        (plain.compression, plain.data) = (code, data.clone());
        assert!(near(&plain.image().unwrap()), "{name}");
        let broken =
            Print { compression: name.into(), data: data[..data.len() / 2].to_vec(), ..print(Place::Person) };
        assert!(format == ImageFormat::Jpeg || matches!(broken.image(), Err(ItlError::File(_))), "{name}");
    }
}

#[test]
fn the_fingers_of_a_slap_are_cut_where_the_record_says() {
    let (one, other) = (rings(40, 50), rings(30, 50));
    let pixels =
        one.rows().zip(other.rows()).flat_map(|(one, other)| [one, &[255; 10], other].concat()).collect();
    let finger = |finger, left, right| Segment { finger, left, right, top: 0, bottom: 50 };
    let slap = Print {
        fingers: vec![13],
        width: 80,
        height: 50,
        compression: Compression::None,
        segments: vec![finger(2, 0, 40), finger(3, 50, 80)],
        data: pixels,
        ..print(Place::Person)
    };
    let text = slap.text();
    assert_eq!(text.text(21).unwrap(), "2\x1f0\x1f40\x1f0\x1f50\x1e3\x1f50\x1f80\x1f0\x1f50");
    let back = Print::of(&text).unwrap();
    assert_eq!(back, slap);
    assert_eq!(back.cut().unwrap(), [(2, one), (3, other)]);
    for (left, right) in [(0, 81), (40, 40), (41, 40)] {
        let outside = Print { segments: vec![finger(2, left, right)], ..slap.clone() };
        assert_eq!(outside.cut(), Err(ItlError::Value { kind: 14, field: 21 }));
    }
}

#[test]
fn pixels_a_centimetre_are_dots_an_inch() {
    let mut text = print(Place::Person).text();
    text.set(8, "2");
    text.set(9, "197");
    text.set(10, "197");
    assert_eq!(Print::of(&text).unwrap().dpi, 500);
    text.set(10, "198");
    assert_eq!(Print::of(&text), Err(ItlError::Value { kind: 14, field: 10 }));
}

#[test]
fn what_cannot_be_is_told() {
    assert_eq!(Transaction::read(b"%PDF-1.7"), Err(ItlError::NotItl));
    assert_eq!(Transaction::read(&OLD[..60]), Err(ItlError::Length(1)));
    assert_eq!(Transaction::read(&OLD[..OLD.len() - 1]), Err(ItlError::Length(3)));
    assert_eq!(Transaction::read(&[OLD, b"\n"].concat()), Err(ItlError::Rest(1)));
    let mut other = transaction();
    other.records.pop();
    assert_eq!(other.write(), Err(ItlError::List));
    let mut broken = transaction();
    broken.head.set(4, "CAR\x1d1.05:19000101");
    assert_eq!(broken.write(), Err(ItlError::Separator { kind: 1, field: 4 }));
    assert_eq!(Photo::of(&print(Place::Scene).text()), Err(ItlError::Kind(13)));
    let text = minutiae().text().unwrap();
    assert_eq!(Minutiae::of(&text, (96, 64), 500), Err(ItlError::Value { kind: 9, field: 12 }));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// What is read is written again; a broken file is an error.
    #[test]
    fn a_broken_file_is_an_error_or_a_transaction(
        changes in prop::collection::vec((0_usize..1 << 16, any::<u8>()), 1..6),
        end in 0_usize..1 << 16,
    ) {
        let whole = transaction().write().unwrap();
        prop_assert!(Transaction::read(&whole[..end % whole.len()]).is_err());
        for original in [whole, OLD.to_vec()] {
            let mut bytes = original;
            for (place, byte) in &changes {
                let place = place % bytes.len();
                bytes[place] = *byte;
            }
            let Ok(read) = Transaction::read(&bytes) else { continue };
            if let Ok(written) = read.write() {
                prop_assert_eq!(Transaction::read(&written), Ok(read.clone()));
            }
            for record in &read.records {
                match record {
                    Record::Text(text) => {
                        let _ = (Print::of(text).map(|print| print.image()), Photo::of(text));
                        let _ = Minutiae::of(text, (388, 374), 500);
                    }
                    Record::Plain(print) => drop(print.image()),
                    Record::Binary { .. } => {}
                }
            }
        }
    }

    /// Tags and separators are likelier here than among any bytes.
    #[test]
    fn text_of_chance_is_an_error(text in "1\\.(01|001):[0-9]{1,12}([0-9.:\x1c-\x1f]|1\\.00[1-9]:){0,40}") {
        prop_assert!(Transaction::read(text.as_bytes()).is_err());
    }
}
