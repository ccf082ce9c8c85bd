//! Small files of every format, made here.

use image::{DynamicImage, ImageFormat, RgbImage};
use std::io::Cursor;

/// A picture of coloured stripes.
pub fn picture(format: ImageFormat, width: u32, height: u32) -> Vec<u8> {
    let stripes = RgbImage::from_fn(width, height, |x, y| {
        image::Rgb([(x % 256) as u8, (y % 256) as u8, ((x / 8 + y / 8) % 2 * 255) as u8])
    });
    let mut out = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(stripes).write_to(&mut out, format).unwrap();
    out.into_inner()
}

/// A JPEG in which the camera notes an hour, a place near Lahore, a device and that it was held sideways.
pub fn photograph() -> Vec<u8> {
    let plain = picture(ImageFormat::Jpeg, 640, 480);
    let exif = exif();
    let len = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xff, 0xe1], &len, &exif, &plain[2..]].concat()
}

/// A TIFF structure with few fields, big end first.
fn exif() -> Vec<u8> {
    let field = |tag: u16, kind: u16, count: u32, value: u32| {
        let mut bytes = tag.to_be_bytes().to_vec();
        bytes.extend(kind.to_be_bytes());
        bytes.extend(count.to_be_bytes());
        bytes.extend(value.to_be_bytes());
        bytes
    };
    let rationals = |parts: [(u32, u32); 3]| -> Vec<u8> {
        parts.iter().flat_map(|(n, d)| [n.to_be_bytes(), d.to_be_bytes()].concat()).collect()
    };
    // Main directory at 8: four fields; then Exif (one field), GPS (four fields), then the values.
    let (main, exif_at, gps_at) = (8_u32, 8 + 2 + 4 * 12 + 4, 8 + 2 + 4 * 12 + 4 + 2 + 12 + 4);
    let values = gps_at + 2 + 4 * 12 + 4;
    let mut out = b"MM\x00\x2a".to_vec();
    out.extend(main.to_be_bytes());
    out.extend(4_u16.to_be_bytes());
    out.extend(field(0x0110, 2, 10, values));
    out.extend(field(0x0112, 3, 1, 6 << 16));
    out.extend(field(0x8769, 4, 1, exif_at));
    out.extend(field(0x8825, 4, 1, gps_at));
    out.extend(0_u32.to_be_bytes());
    out.extend(1_u16.to_be_bytes());
    out.extend(field(0x9003, 2, 20, values + 10));
    out.extend(0_u32.to_be_bytes());
    out.extend(4_u16.to_be_bytes());
    out.extend(field(1, 2, 2, u32::from_be_bytes(*b"N\0\0\0")));
    out.extend(field(2, 5, 3, values + 30));
    out.extend(field(3, 2, 2, u32::from_be_bytes(*b"E\0\0\0")));
    out.extend(field(4, 5, 3, values + 54));
    out.extend(0_u32.to_be_bytes());
    out.extend(b"Synthetic\0");
    out.extend(b"2026:01:05 09:41:00\0");
    out.extend(rationals([(31, 1), (33, 1), (0, 1)]));
    out.extend(rationals([(74, 1), (20, 1), (30, 1)]));
    [b"Exif\0\0".as_slice(), &out].concat()
}

/// A PDF of one empty page.
pub fn pdf() -> Vec<u8> {
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n\
      trailer<</Root 1 0 R>>\n%%EOF\n"
        .to_vec()
}

/// Half a second of silence.
pub fn wav() -> Vec<u8> {
    let data = vec![0_u8; 8000];
    let mut out = b"RIFF".to_vec();
    out.extend((36 + data.len() as u32).to_le_bytes());
    out.extend(b"WAVEfmt ");
    out.extend(16_u32.to_le_bytes());
    for (n, two) in [(1, true), (1, true), (8000, false), (16_000, false), (2, true), (16, true)] {
        out.extend(&u32::to_le_bytes(n)[..if two { 2 } else { 4 }]);
    }
    out.extend(b"data");
    out.extend((data.len() as u32).to_le_bytes());
    out.extend(data);
    out
}

/// Two empty frames of 128 kbit/s.
pub fn mp3() -> Vec<u8> {
    let frame = [[0xff, 0xfb, 0x90, 0x00].as_slice(), &[0; 413]].concat();
    [frame.clone(), frame].concat()
}

/// The beginning of an MP4 of that brand.
pub fn mp4(brand: &[u8; 4]) -> Vec<u8> {
    [b"\0\0\0\x18ftyp".as_slice(), brand, &[0; 200]].concat()
}

/// The beginning of an Ogg stream.
pub fn ogg() -> Vec<u8> {
    [b"OggS\0\x02".as_slice(), &[7; 200]].concat()
}
