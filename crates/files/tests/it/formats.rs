//! A file is what its content says, and nothing else besides.

use image::ImageFormat;
use proptest::prelude::*;
use roznamcha_files::{Format, FormatError, Inspector};

use crate::samples::{mp3, mp4, ogg, pdf, photograph, picture, wav};

/// Looks at a file in pieces of a size.
pub fn seen(bytes: &[u8], piece: usize) -> Result<Format, FormatError> {
    let mut inspector = Inspector::new();
    bytes.chunks(piece).for_each(|p| inspector.see(p));
    inspector.format()
}

fn all() -> Vec<(Format, Vec<u8>)> {
    vec![
        (Format::Jpeg, picture(ImageFormat::Jpeg, 40, 30)),
        (Format::Jpeg, photograph()),
        (Format::Png, picture(ImageFormat::Png, 40, 30)),
        (Format::Webp, picture(ImageFormat::WebP, 40, 30)),
        (Format::Pdf, pdf()),
        (Format::Mp3, mp3()),
        (Format::M4a, mp4(b"M4A ")),
        (Format::Ogg, ogg()),
        (Format::Wav, wav()),
        (Format::Mp4, mp4(b"isom")),
    ]
}

#[test]
fn every_format_is_known_by_its_content_however_it_comes() {
    for (format, bytes) in all() {
        for piece in [1, 7, 1000, bytes.len()] {
            assert_eq!(seen(&bytes, piece), Ok(format), "{format:?} in pieces of {piece}");
        }
        assert_eq!(Format::of_media(format.media()), Some(format));
    }
}

#[test]
fn programs_pages_and_archives_are_no_format() {
    let others: [&[u8]; 9] = [
        b"MZ\x90\0 This program cannot be run in DOS mode",
        b"\x7fELF\x02\x01\x01\0",
        b"#!/bin/sh\nrm -rf .\n",
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"PK\x03\x04 an archive",
        b"GIF89a",
        b"RIFF\x04\0\0\0AVI ",
        b"",
    ];
    for bytes in others {
        assert_eq!(seen(bytes, 5), Err(FormatError::Unknown), "{bytes:?}");
    }
}

#[test]
fn a_picture_that_is_also_something_else_is_refused() {
    let zip_end = [b"PK\x05\x06".as_slice(), &[0; 16], &[2, 0], b"ab"].concat();
    let hidden: [&[u8]; 4] = [
        b"<script>alert(1)</script>",
        b"<?PHP system('x');",
        b"<HTML >",
        b"MZ..This program cannot be run in DOS",
    ];
    for (format, bytes) in all().into_iter().filter(|(f, _)| f.is_picture()) {
        let end = bytes.len() - 12;
        for inner in hidden {
            // Within the file and after it.
            let within = [&bytes[..end], inner, &bytes[end..]].concat();
            for piece in [3, 64, within.len()] {
                let found = seen(&within, piece);
                assert!(found.is_err(), "{format:?} {inner:?} in pieces of {piece}: {found:?}");
            }
        }
        let archive = seen(&[bytes.as_slice(), &zip_end].concat(), 10);
        assert!(matches!(archive, Err(FormatError::Double | FormatError::Cut)), "{format:?}: {archive:?}");
    }
    let jpeg = picture(ImageFormat::Jpeg, 40, 30);
    assert_eq!(seen(&[jpeg.as_slice(), &zip_end].concat(), 10), Err(FormatError::Double));
}

#[test]
fn a_file_cut_off_is_refused() {
    for (format, bytes) in all() {
        if !matches!(format, Format::Mp3 | Format::M4a | Format::Ogg | Format::Mp4) {
            let half = &bytes[..bytes.len() / 2];
            assert!(matches!(seen(half, 9), Err(FormatError::Cut | FormatError::Unknown)), "{format:?}");
        }
    }
}

#[test]
fn a_document_that_acts_is_refused() {
    for act in ["/JavaScript", "/Launch", "/EmbeddedFile"] {
        let text = String::from_utf8(pdf()).unwrap().replace("/Type/Catalog", &format!("/Type/Catalog{act}"));
        for piece in [1, 10, 4096] {
            assert_eq!(seen(text.as_bytes(), piece), Err(FormatError::Active), "{act}");
        }
    }
}

proptest! {
    #[test]
    fn pieces_change_nothing(bytes in prop::collection::vec(any::<u8>(), 0..3000), piece in 1_usize..500) {
        prop_assert_eq!(seen(&bytes, piece), seen(&bytes, 100_000));
    }
}
