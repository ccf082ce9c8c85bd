//! WSQ against what the public-domain NIST coder made of the same image (`tests/data/make.py` prints the digests),
//! and against broken files.

use proptest::prelude::*;
use roznamcha_prints::GrayImage;
use roznamcha_prints_formats::wsq::{USUAL_RATE, WsqError, decode, encode, is_wsq};
use sha2::{Digest, Sha256};

use crate::rings::rings;

const RINGS: &[u8] = include_bytes!("../data/rings.wsq");

fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn decibels(a: &GrayImage, b: &GrayImage) -> f64 {
    let squares: f64 =
        a.pixels().iter().zip(b.pixels()).map(|(a, b)| (f64::from(*a) - f64::from(*b)).powi(2)).sum();
    10.0 * (255.0 * 255.0 / (squares / a.pixels().len() as f64)).log10()
}

#[test]
fn the_drawn_print_is_the_one_the_figures_are_of() {
    let digest_of = |image: &GrayImage| digest(image.pixels());
    assert_eq!(
        digest_of(&rings(253, 301)),
        "19270b13f190a87ad8b7403ac55d9da1f51f348c74b13662a122aaa1b3e27f17"
    );
    assert_eq!(
        digest_of(&rings(96, 128)),
        "ed5fa8cb71bfcc817bb3dca7b821286bd65161bbfc2de276b642a4d07c44dbd4"
    );
}

#[test]
fn a_file_of_the_nist_coder_decodes_to_its_pixels() {
    assert!(is_wsq(RINGS));
    let image = decode(RINGS).unwrap();
    assert_eq!((image.width(), image.height(), image.dpi()), (253, 301, 500));
    assert_eq!(digest(image.pixels()), "6165cdf1154dbddbf23b9a4bca2accc84bbe0f4e8d7514a9415acec00b7af1b5");
    let quality = decibels(&image, &rings(253, 301));
    assert!((quality - 31.12).abs() < 0.01, "{quality} dB");
}

#[test]
fn an_image_encodes_to_the_bytes_of_the_nist_coder() {
    assert_eq!(encode(&rings(253, 301), USUAL_RATE).unwrap(), RINGS);
    let small = encode(&rings(96, 128), USUAL_RATE).unwrap();
    assert_eq!(digest(&small), "ac407851e880127ed375e7bcb1e9d43f01d7a0c068c4a478db9ea420ac49ebc2");
    let back = decode(&small).unwrap();
    assert_eq!(digest(back.pixels()), "fa050202f856a7f052a7944633d5d121c3f5a6a35a04df657b2808294b84b183");
}

#[test]
fn more_bits_give_a_better_image() {
    let image = rings(253, 301);
    let mut last = (0, 0.0);
    for rate in [0.25, 0.75, 2.0] {
        let file = encode(&image, rate).unwrap();
        let quality = decibels(&decode(&file).unwrap(), &image);
        assert!(file.len() > last.0 && quality > last.1, "{rate}: {} bytes, {quality} dB", file.len());
        last = (file.len(), quality);
    }
}

#[test]
fn any_size_and_an_empty_page_come_back() {
    for (width, height) in [(1, 1), (1, 40), (31, 2), (33, 47), (700, 60)] {
        let image = rings(width, height);
        let back = decode(&encode(&image, 2.0).unwrap()).unwrap();
        assert_eq!((back.width(), back.height()), (width, height));
    }
    let blank = GrayImage::new(64, 64, 1000, vec![200; 64 * 64]).unwrap();
    let back = decode(&encode(&blank, USUAL_RATE).unwrap()).unwrap();
    assert_eq!(back, blank);
}

#[test]
fn what_cannot_be_is_told() {
    assert_eq!(decode(b""), Err(WsqError::NotWsq));
    assert_eq!(decode(b"\x89PNG\r\n"), Err(WsqError::NotWsq));
    assert_eq!(decode(&RINGS[..2]), Err(WsqError::Truncated("segments")));
    assert_eq!(decode(&RINGS[..RINGS.len() - 2]), Err(WsqError::Truncated("segments")));
    assert_eq!(encode(&rings(40, 40), 0.0), Err(WsqError::Rate));
    assert_eq!(encode(&rings(40, 40), f32::NAN), Err(WsqError::Rate));
    // the frame header holds height and width from its sixth byte
    let frame = RINGS.windows(2).position(|pair| pair == [0xff, 0xa2]).unwrap();
    let mut huge = RINGS.to_vec();
    huge[frame + 6..frame + 10].fill(0xff);
    assert_eq!(decode(&huge), Err(WsqError::TooLarge { width: 65_535, height: 65_535 }));
    let mut none = RINGS.to_vec();
    none[frame + 6..frame + 10].fill(0);
    assert_eq!(decode(&none), Err(WsqError::Value("image size")));
    // without the block of the highest frequencies
    let last = RINGS.windows(2).rposition(|pair| pair == [0xff, 0xa3]).unwrap();
    let short = [&RINGS[..last], &[0xff, 0xa1]].concat();
    assert_eq!(decode(&short), Err(WsqError::Truncated("coded data")));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// A bad answer is an error or an image; that it is neither a panic nor endless is what is tried.
    #[test]
    fn a_broken_file_is_an_answer(
        changes in prop::collection::vec((0..RINGS.len(), any::<u8>()), 1..8),
        end in 0..=RINGS.len(),
    ) {
        let mut bytes = RINGS.to_vec();
        for (place, byte) in changes {
            bytes[place] = byte;
        }
        let _ = decode(&bytes);
        prop_assert!(decode(&bytes[..end.min(RINGS.len() - 1)]).is_err());
    }

    #[test]
    fn bytes_of_chance_are_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(decode(&bytes).is_err());
        let begun = [&[0xff, 0xa0], bytes.as_slice()].concat();
        prop_assert!(decode(&begun).is_err());
    }

    /// Tables first, then bytes of chance: the coded data is reached.
    #[test]
    fn coded_data_of_chance_is_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let block = RINGS.windows(2).position(|pair| pair == [0xff, 0xa3]).unwrap();
        let file = [&RINGS[..block + 5], bytes.as_slice(), &[0xff, 0xa1]].concat();
        prop_assert!(decode(&file).is_err());
    }
}
