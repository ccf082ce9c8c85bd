//! Grey pictures: nothing is lost, and the resolution is told.

use image::ImageFormat;
use roznamcha_files::{Format, Inspector, grey_png, png_dpi, small_picture};

use crate::samples::picture;

#[test]
fn pixels_and_resolution_come_back_as_they_went() {
    let (width, height) = (61_u32, 47_u32);
    let pixels: Vec<u8> = (0..width * height).map(|n| (n * 37 % 256) as u8).collect();
    for dpi in [100, 300, 500, 508, 1_000, 2_400] {
        let bytes = grey_png(width, height, dpi, &pixels).unwrap();
        let read = image::load_from_memory_with_format(&bytes, ImageFormat::Png).unwrap().into_luma8();
        assert_eq!((read.width(), read.height(), read.as_raw()), (width, height, &pixels));
        assert_eq!(png_dpi(&bytes), Some(dpi));
        let mut inspector = Inspector::new();
        inspector.see(&bytes);
        assert_eq!(inspector.format(), Ok(Format::Png), "the area keeps it");
        assert_eq!(small_picture(Format::Png, &bytes).unwrap().width, width);
    }
    assert!(grey_png(width, height, 500, &pixels[1..]).is_err());
}

#[test]
fn who_says_nothing_of_his_resolution_has_none() {
    assert_eq!(png_dpi(&picture(ImageFormat::Png, 10, 10)), None);
    assert_eq!(png_dpi(b"not a picture"), None);
}
