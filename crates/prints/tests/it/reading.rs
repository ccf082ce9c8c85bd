use std::io::Cursor;

use image::{GrayImage as Pixels, ImageFormat};
use proptest::prelude::*;
use roznamcha_prints::read::read_raw;
use roznamcha_prints::{
    Classical, ExtractError, Extractor, GrayImage, ReadError, ShapeError, at_500_dpi, read,
};

fn written(format: ImageFormat) -> (Vec<u8>, Vec<u8>) {
    let pixels = Pixels::from_fn(61, 47, |x, y| image::Luma([(x * 3 + y) as u8]));
    let mut bytes = Cursor::new(Vec::new());
    pixels.write_to(&mut bytes, format).unwrap();
    (bytes.into_inner(), pixels.into_raw())
}

#[test]
fn each_format_is_known_by_its_content() {
    for format in [ImageFormat::Png, ImageFormat::Bmp, ImageFormat::Tiff] {
        let (bytes, pixels) = written(format);
        let image = read(&bytes, 500).unwrap();
        assert_eq!((image.width(), image.height(), image.dpi()), (61, 47, 500));
        assert_eq!(image.pixels(), pixels, "{format:?}");
    }
    let (bytes, pixels) = written(ImageFormat::Jpeg);
    let image = read(&bytes, 500).unwrap();
    assert!(image.pixels().iter().zip(&pixels).all(|(a, b)| a.abs_diff(*b) < 16));
}

#[test]
fn what_is_no_image_says_so() {
    assert!(matches!(read(b"", 500), Err(ReadError::Format)));
    assert!(matches!(read(b"minutes of a meeting", 500), Err(ReadError::Format)));
    let (bytes, _) = written(ImageFormat::Png);
    assert!(matches!(read(&bytes[..bytes.len() / 2], 500), Err(ReadError::Broken(_))));
    assert!(matches!(read(&bytes, 7), Err(ReadError::Shape(ShapeError::Dpi(7)))));
}

#[test]
fn a_small_file_that_claims_to_be_huge_is_refused() {
    let (mut bytes, _) = written(ImageFormat::Bmp);
    bytes[18..22].copy_from_slice(&60_000_u32.to_le_bytes());
    bytes[22..26].copy_from_slice(&60_000_u32.to_le_bytes());
    assert!(matches!(read(&bytes, 500), Err(ReadError::Broken(_))));
}

#[test]
fn raw_pixels_must_be_as_many_as_told() {
    assert!(read_raw(&[9; 12], 4, 3, 500).is_ok());
    assert_eq!(read_raw(&[9; 11], 4, 3, 500), Err(ShapeError::Length { width: 4, height: 3, found: 11 }));
    assert_eq!(read_raw(&[], 0, 3, 500), Err(ShapeError::Size { width: 0, height: 3 }));
}

#[test]
fn other_resolutions_come_to_500_dpi() {
    let wave =
        |x: usize, period: f32| (128.0 + 100.0 * (x as f32 * std::f32::consts::TAU / period).cos()) as u8;
    let image =
        GrayImage::new(400, 400, 1_000, (0..160_000).map(|at| wave(at % 400, 20.0)).collect()).unwrap();
    let half = at_500_dpi(&image).unwrap();
    assert_eq!((half.width(), half.height(), half.dpi()), (200, 200, 500));
    let row = &half.pixels()[100 * 200..101 * 200];
    let crests = row.windows(3).filter(|w| w[1] > w[0] && w[1] >= w[2] && w[1] > 150).count();
    assert!((18..=21).contains(&crests), "{crests} crests of 20");
}

#[test]
fn an_image_too_large_or_too_small_for_a_print_is_refused() {
    let classical = Classical::new();
    for (side, dpi) in [(8_000, 100), (20, 500), (60, 2_000)] {
        let image = GrayImage::new(side, side, dpi, vec![128; side * side]).unwrap();
        assert!(matches!(classical.template(&image), Err(ExtractError::Size { .. })), "{side} at {dpi}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn broken_files_are_errors(format in 0_usize..4, cuts in prop::collection::vec((any::<u16>(), any::<u8>()), 1..12)) {
        let format = [ImageFormat::Png, ImageFormat::Bmp, ImageFormat::Tiff, ImageFormat::Jpeg][format];
        let (mut bytes, _) = written(format);
        for (at, value) in cuts {
            let at = usize::from(at) % bytes.len();
            bytes[at] = value;
        }
        // an image or an error, never a panic
        let _ = read(&bytes, 500);
    }
}
