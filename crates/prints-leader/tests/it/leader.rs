//! The network against what onnxruntime makes of it (`tests/data/make.py`), where its numbers have been fetched.

use std::f32::consts::TAU;
use std::path::Path;

use roznamcha_prints::{Extractor, GrayImage, Kind, Template};
use roznamcha_prints_formats::wsq;
use roznamcha_prints_leader::{FILE, Leader, LeaderError};

const DRAWN: &[u8] = include_bytes!("../data/drawn.wsq");
const ANSWERS: &str = include_str!("../data/onnxruntime.txt");
/// The least quality in the answers.
const LEAST: f32 = 0.2;

/// The network; `None`, and a word of it, where its numbers have not been fetched.
fn leader() -> Option<Leader> {
    let usual = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../target/leader");
    let folder = std::env::var_os("ROZNAMCHA_LEADER").map_or(usual, Into::into);
    let Ok(file) = std::fs::read(folder.join(FILE)) else {
        eprintln!("PASSED BY: {} has no {FILE}; fetch it by `./run leader`", folder.display());
        return None;
    };
    Some(Leader::read(&file).unwrap())
}

fn drawn() -> GrayImage {
    wsq::decode(DRAWN).unwrap()
}

/// The template as computed by so many threads.
fn with_threads(leader: &Leader, image: &GrayImage, threads: usize) -> Template {
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
    pool.install(|| leader.minutiae(image, LEAST)).unwrap()
}

#[test]
fn the_minutiae_are_those_of_onnxruntime() {
    let Some(leader) = leader() else { return };
    let template = leader.minutiae(&drawn(), LEAST).unwrap();
    assert_eq!((template.width, template.height, template.dpi), (250, 330, 500));
    let answers: Vec<Vec<&str>> = ANSWERS.lines().map(|line| line.split(' ').collect()).collect();
    assert_eq!(template.minutiae.len(), answers.len());
    assert!(answers.len() > 20, "enough to tell");
    for (minutia, answer) in template.minutiae.iter().zip(&answers) {
        let number = |place: usize| answer[place].parse::<f32>().unwrap();
        let kind = if answer[3] == "ending" { Kind::Ending } else { Kind::Bifurcation };
        assert_eq!((minutia.x, minutia.y, minutia.kind), (number(0), number(1), kind), "{answer:?}");
        let turned = (minutia.angle - number(2)).rem_euclid(TAU);
        assert!(turned.min(TAU - turned) < 1e-3, "{minutia:?}, {answer:?}");
        assert!((minutia.quality - number(4)).abs() < 1e-4, "{minutia:?}, {answer:?}");
    }
}

#[test]
fn any_number_of_threads_gives_the_same() {
    let Some(leader) = leader() else { return };
    let image = drawn();
    let one = with_threads(&leader, &image, 1);
    for threads in [2, 3, 7] {
        assert_eq!(with_threads(&leader, &image, threads), one, "{threads} threads");
    }
}

/// By the multiple of pixels that the network halves a print to.
#[test]
fn paper_around_a_print_moves_its_minutiae_and_no_more() {
    let Some(leader) = leader() else { return };
    let image = drawn();
    let plain = leader.minutiae(&image, 0.6).unwrap();
    let (width, height) = (image.width() + 64, image.height() + 64);
    let mut pixels = vec![image.pixels()[0]; 32 * width];
    for row in image.rows() {
        pixels.extend([image.pixels()[0]; 32]);
        pixels.extend_from_slice(row);
        pixels.extend([image.pixels()[0]; 32]);
    }
    pixels.resize(width * height, image.pixels()[0]);
    let framed = leader.minutiae(&GrayImage::new(width, height, 500, pixels).unwrap(), 0.6).unwrap();
    assert_eq!(framed.minutiae.len(), plain.minutiae.len());
    for (a, b) in framed.minutiae.iter().zip(&plain.minutiae) {
        let moved = ((a.x - 32.0 - b.x).abs(), (a.y - 32.0 - b.y).abs());
        assert!(moved.0 <= 1.0 && moved.1 <= 1.0 && a.kind == b.kind, "{a:?}, {b:?}");
    }
}

#[test]
fn a_blank_page_has_none_and_small_images_are_taken() {
    let Some(leader) = leader() else { return };
    for (width, height) in [(1, 1), (33, 20), (64, 64), (100, 300)] {
        let blank = GrayImage::new(width, height, 500, vec![255; width * height]).unwrap();
        for least in [LEAST, 0.0, f32::NAN] {
            assert_eq!(leader.minutiae(&blank, least).unwrap().minutiae, []);
        }
    }
}

#[test]
fn what_cannot_be_is_told() {
    assert_eq!(Leader::read(&[]).unwrap_err(), LeaderError::NoWeights);
    assert!(LeaderError::NoWeights.to_string().contains("./run leader"));
    let digest = "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae".to_owned();
    assert_eq!(Leader::read(b"foo").unwrap_err(), LeaderError::OtherWeights(digest));
    let Some(leader) = leader() else { return };
    let fine = GrayImage::new(10, 10, 1000, vec![0; 100]).unwrap();
    assert_eq!(leader.minutiae(&fine, LEAST), Err(LeaderError::Dpi(1000)));
    let large = GrayImage::new(8_192, 513, 500, vec![0; 8_192 * 513]).unwrap();
    assert_eq!(leader.minutiae(&large, LEAST), Err(LeaderError::TooLarge(8_192, 513)));
}

#[test]
fn as_an_extractor_it_rescales_first() {
    let Some(leader) = leader() else { return };
    let image = drawn();
    let fine: Vec<u8> = image
        .rows()
        .flat_map(|row| {
            let line: Vec<u8> = row.iter().flat_map(|pixel| [*pixel; 2]).collect();
            [line.clone(), line].concat()
        })
        .collect();
    let fine = GrayImage::new(500, 660, 1000, fine).unwrap();
    let (plain, scaled) = (leader.template(&image).unwrap(), leader.template(&fine).unwrap());
    assert_eq!((scaled.width, scaled.height, scaled.dpi), (250, 330, 1000));
    assert_eq!(leader.name(), "neural");
    let found = plain
        .minutiae
        .iter()
        .filter(|a| scaled.minutiae.iter().any(|b| (a.x - b.x).abs() <= 2.0 && (a.y - b.y).abs() <= 2.0));
    assert!(found.count() * 10 >= plain.minutiae.len() * 9);
}
