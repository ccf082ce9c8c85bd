//! Files that mean harm: whatever comes, nothing breaks. `FILES_HOSTILE=100000` tries more.

use image::ImageFormat;
use roznamcha_files::{Format, facts, small_picture};

use crate::formats::seen;
use crate::samples::{mp3, mp4, ogg, pdf, photograph, picture, wav};

/// A small generator, so that a failure can be repeated by its number.
struct Chance(u64);

impl Chance {
    fn next(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

fn harmed(bytes: &[u8], number: u64) -> Vec<u8> {
    let mut chance = Chance(number.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1);
    let mut bytes = bytes.to_vec();
    for _ in 0..=chance.next(8) {
        let at = chance.next(bytes.len());
        match chance.next(5) {
            0 => bytes[at] = chance.next(256) as u8,
            1 => bytes.truncate(at.max(1)),
            2 => bytes[at] = 0xff,
            3 => {
                let end = (at + chance.next(64)).min(bytes.len());
                let piece = bytes[at..end].to_vec();
                bytes.splice(at..at, piece);
            }
            _ => {
                // Lengths and counts stand in the first bytes.
                let early = at % 200.min(bytes.len());
                bytes[early] = bytes[early].wrapping_add(1 + chance.next(255) as u8);
            }
        }
    }
    bytes
}

#[test]
fn no_harmed_file_breaks_anything() {
    let rounds: u64 = std::env::var("FILES_HOSTILE").ok().and_then(|n| n.parse().ok()).unwrap_or(300);
    let corpus = [
        (Format::Jpeg, photograph()),
        (Format::Jpeg, picture(ImageFormat::Jpeg, 70, 50)),
        (Format::Png, picture(ImageFormat::Png, 70, 50)),
        (Format::Webp, picture(ImageFormat::WebP, 70, 50)),
        (Format::Pdf, pdf()),
        (Format::Mp3, mp3()),
        (Format::M4a, mp4(b"M4A ")),
        (Format::Ogg, ogg()),
        (Format::Wav, wav()),
    ];
    let (mut kept, mut shown) = (0, 0);
    for number in 0..rounds {
        for (format, bytes) in &corpus {
            let bytes = harmed(bytes, number);
            kept += u32::from(seen(&bytes, 4096).is_ok());
            // Whatever the inspector said, the decoders meet it too.
            shown += u32::from(small_picture(*format, &bytes).is_ok());
            let said = facts(*format, &bytes);
            assert!(said.latitude.is_none_or(|d| d.abs() <= 90.0), "{format:?} {number}");
            assert!(said.device.is_none_or(|d| d.len() <= 121), "{format:?} {number}");
        }
    }
    assert!(kept > 0 && shown > 0, "the corpus is not harmed beyond recognition every time");
}
