//! Images as they come: of every format, kept without loss; a broken one says so.

use image::{GrayImage, ImageFormat};
use roznamcha_prints_formats::wsq;
use roznamcha_records::{CameAs, DoorError};
use roznamcha_trial::print_png;
use std::io::Cursor;

use super::desk;

fn grey() -> GrayImage {
    image::load_from_memory(&print_png(5, 1).unwrap()).unwrap().into_luma8()
}

fn written(format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    grey().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn written_of(picture: &GrayImage) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Bmp).unwrap();
    bytes.into_inner()
}

#[tokio::test]
async fn every_format_is_read_and_kept_pixel_for_pixel() {
    let desk = desk().await;
    let picture = grey();
    let print = roznamcha_prints::GrayImage::new(320, 320, 500, picture.as_raw().clone()).unwrap();
    let wsq = wsq::encode(&print, 5.0).unwrap();
    let decoded = wsq::decode(&wsq).unwrap();
    let mut seen = Vec::new();
    for (bytes, came, media, pixels) in [
        (print_png(5, 1).unwrap(), CameAs::Png, "image/png", picture.as_raw().clone()),
        (written(ImageFormat::Jpeg), CameAs::Jpeg, "image/jpeg", Vec::new()),
        (written(ImageFormat::Bmp), CameAs::Bmp, "image/png", picture.as_raw().clone()),
        (written(ImageFormat::Tiff), CameAs::Tiff, "image/png", picture.as_raw().clone()),
        (wsq, CameAs::Wsq, "image/png", decoded.pixels().to_vec()),
    ] {
        let id = desk.node.id();
        let kept = desk.node.records.keep_print(&desk.cro, id, bytes.clone(), None).await.unwrap();
        assert_eq!((kept.came_as, kept.file.media.as_str(), kept.dpi), (came, media, 500), "{came:?}");
        assert!(kept.minutiae >= 10 && (30..=100).contains(&kept.quality), "{kept:?}");
        let again = desk.node.records.keep_print(&desk.cro, id, bytes, None).await.unwrap();
        assert_eq!(again, kept, "sent again");
        if !pixels.is_empty() {
            seen.push((kept.file.sha256.clone(), pixels));
        }
        assert!(desk.node.store.file(&kept.file.sha256).await.unwrap().is_some());
    }
    // What is kept of BMP and TIFF is the very PNG, for the pixels are the same.
    assert_eq!(seen[1].0, seen[2].0);
    assert_eq!(desk.node.records.system().check_files(9).await.unwrap(), []);
}

#[tokio::test]
async fn what_is_no_print_is_refused_with_what_to_do() {
    let desk = desk().await;
    let whole = written(ImageFormat::Bmp);
    for (bytes, dpi, code) in [
        (b"no picture at all".to_vec(), None, "fault-print-format"),
        (whole[..200].to_vec(), None, "fault-file-cut"),
        (b"\xff\xa0\xff\xa8 torn".to_vec(), None, "fault-file-cut"),
        (whole.clone(), Some(20), "fault-print-dpi"),
        (whole.clone(), Some(2_401), "fault-print-dpi"),
        (written_of(&GrayImage::new(5_000, 100)), None, "fault-print-size"),
    ] {
        let refused = desk.node.records.keep_print(&desk.cro, desk.node.id(), bytes, dpi).await.unwrap_err();
        assert!(format!("{refused:?}").contains(code), "{code}: {refused:?}");
    }
    let outsider = desk.node.as_role(roznamcha_access::Role::Analyst).await.unwrap();
    let png = print_png(5, 1).unwrap();
    let refused = desk.node.records.keep_print(&outsider, desk.node.id(), png, None).await.unwrap_err();
    assert!(matches!(refused, DoorError::NotAllowed { .. }), "{refused:?}");
}

#[tokio::test]
async fn the_fingers_of_another_offices_record_are_taken_in_one_by_one() {
    use roznamcha_prints_formats::itl::{Head, PlainPrint, Record, Transaction};
    let desk = desk().await;
    let print = |finger: u64, time: u64| {
        let png = print_png(finger, time).unwrap();
        let picture = image::load_from_memory(&png).unwrap().into_luma8();
        roznamcha_prints::GrayImage::new(320, 320, 500, picture.into_raw()).unwrap()
    };
    let plain =
        |finger: u8, number: u8| PlainPrint::of(&print(u64::from(finger), 1), number, finger, 1).unwrap();
    let head = Head {
        version: "0500".to_owned(),
        sort: "SYN".to_owned(),
        date: "20260105".to_owned(),
        priority: None,
        destination: "SYNTHETIC-TO".to_owned(),
        origin: "SYNTHETIC-FROM".to_owned(),
        control: "SYN1".to_owned(),
        reference: None,
        scanned: "19.69".to_owned(),
        sent: "19.69".to_owned(),
    };
    let mut records: Vec<Record> = (1..=3).map(|n| Record::Plain(plain(n, n))).collect();
    // A slap that does not say where its fingers lie, and a broken image, are left; the rest is taken.
    records.push(Record::Plain(PlainPrint { fingers: [13, 255, 255, 255, 255, 255], ..plain(1, 4) }));
    records.push(Record::Plain(PlainPrint { data: b"torn".to_vec(), ..plain(2, 5) }));
    let bytes = Transaction::of(&head, records).unwrap().write().unwrap();
    let id = desk.node.id();
    let kept = desk.node.records.keep_record(&desk.cro, id, bytes.clone()).await.unwrap();
    assert_eq!(kept.prints.iter().map(|(finger, _)| *finger).collect::<Vec<_>>(), [1, 2, 3]);
    assert_eq!(kept.left, 2);
    assert!(kept.prints.iter().all(|(_, print)| print.came_as == CameAs::Record && print.minutiae >= 10));
    assert_eq!(desk.node.records.keep_record(&desk.cro, id, bytes).await.unwrap(), kept, "sent again");
    let refused = desk.node.records.keep_record(&desk.cro, desk.node.id(), b"no record".to_vec()).await;
    assert!(format!("{refused:?}").contains("fault-print-record"), "{refused:?}");
}
