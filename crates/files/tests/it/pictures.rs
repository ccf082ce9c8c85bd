//! Small pictures, and what a photograph says of itself.

use image::{GenericImageView, ImageFormat};
use roznamcha_files::{Format, PictureError, facts, small_picture};

use crate::samples::{pdf, photograph, picture};

#[test]
fn every_picture_is_made_small_within_its_sides() {
    for (format, kind) in [
        (Format::Jpeg, ImageFormat::Jpeg),
        (Format::Png, ImageFormat::Png),
        (Format::Webp, ImageFormat::WebP),
    ] {
        let small = small_picture(format, &picture(kind, 1600, 900)).unwrap();
        assert_eq!((small.width, small.height), (1600, 900));
        let made = image::load_from_memory_with_format(&small.jpeg, ImageFormat::Jpeg).unwrap();
        assert_eq!(made.dimensions(), (320, 180));
    }
}

#[test]
fn a_photograph_held_sideways_stands_upright_and_tells_nothing() {
    let small = small_picture(Format::Jpeg, &photograph()).unwrap();
    let made = image::load_from_memory_with_format(&small.jpeg, ImageFormat::Jpeg).unwrap();
    assert_eq!(made.dimensions(), (240, 320));
    assert_eq!(facts(Format::Jpeg, &small.jpeg), roznamcha_files::Facts::default());
}

#[test]
fn what_a_photograph_says_of_itself() {
    let said = facts(Format::Jpeg, &photograph());
    assert_eq!(said.taken.as_deref(), Some("2026-01-05 09:41:00"));
    assert_eq!((said.latitude, said.longitude), (Some(31.55), Some(74.341_667)));
    assert_eq!(said.device.as_deref(), Some("Synthetic"));
    assert_eq!(facts(Format::Pdf, &pdf()), roznamcha_files::Facts::default());
}

/// A PNG of few bytes that claims a picture of billions of pixels.
#[test]
fn a_bomb_is_refused_by_its_measure_and_not_unpacked() {
    let mut bomb = picture(ImageFormat::Png, 10, 10);
    for (width, height, wanted) in
        [(39_999_u32, 39_999_u32, PictureError::Large), (u32::MAX / 2, 1, PictureError::Unreadable)]
    {
        bomb[16..20].copy_from_slice(&width.to_be_bytes());
        bomb[20..24].copy_from_slice(&height.to_be_bytes());
        let crc = crc(&bomb[12..29]);
        bomb[29..33].copy_from_slice(&crc.to_be_bytes());
        let found = small_picture(Format::Png, &bomb).unwrap_err();
        assert!(found == wanted || found == PictureError::Large, "{width}×{height}: {found}");
    }
}

fn crc(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |mut crc, byte| {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { (crc >> 1) ^ 0xedb8_8320 } else { crc >> 1 };
        }
        crc
    })
}
