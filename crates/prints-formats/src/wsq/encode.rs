//! Grey pixels to a WSQ file.

use roznamcha_prints::GrayImage;

use super::bits::BitWriter;
use super::error::WsqError;
use super::filters::STANDARD;
use super::huffman::Table;
use super::tables::{Frame, Quantisers};
use super::tree::{BANDS, Tree};
use super::wavelet::Plane;
use super::{marker, quantise};

/// Bits a pixel, about 15 to 1: what the FBI's specification names.
pub const USUAL_RATE: f32 = 0.75;

/// Largest coefficient with a symbol of its own; the least is its negative and one.
const MOST: i32 = 74;
const LONGEST_SHORT_RUN: u32 = 100;
const LONGEST_RUN: u32 = 65_535;

/// The image as a WSQ file at so many bits a pixel; [`USUAL_RATE`] is usual.
///
/// # Errors
/// [`WsqError::Rate`]; [`WsqError::TooLarge`] for more pixels than [`super::decode`] takes.
pub fn encode(image: &GrayImage, rate: f32) -> Result<Vec<u8>, WsqError> {
    if !(rate > 0.0 && rate <= 8.0) {
        return Err(WsqError::Rate);
    }
    let side = |pixels: usize| u16::try_from(pixels).unwrap_or(u16::MAX);
    let (width, height) = (side(image.width()), side(image.height()));
    if image.pixels().len() > super::MOST_PIXELS {
        return Err(WsqError::TooLarge { width, height });
    }
    let (shift, scale) = centre(image.pixels());
    let samples = image.pixels().iter().map(|pixel| sample(*pixel, shift, scale)).collect();
    let mut plane = Plane::new(image.width(), samples);
    let tree = Tree::of(image.width(), image.height());
    for split in &tree.splits {
        plane.split(split, &STANDARD);
    }
    let quantisers = quantise::quantisers(&plane, &tree, rate);
    let mut file = marker::START.to_be_bytes().to_vec();
    segment(&mut file, marker::COMMENT, comment(image, rate).as_bytes());
    segment(&mut file, marker::FILTERS, &STANDARD.write());
    segment(&mut file, marker::QUANTISERS, &Quantisers::write(&quantisers));
    segment(&mut file, marker::FRAME, &Frame { width, height, shift, scale }.write());
    let blocks = [0..19, 19..52, 52..BANDS]
        .map(|bands| symbols(&quantise::quantise(&plane, &tree, &quantisers, bands)));
    let [low, middle, high] = blocks;
    write_blocks(&mut file, 0, &[low]);
    write_blocks(&mut file, 1, &[middle, high]);
    file.extend_from_slice(&marker::END.to_be_bytes());
    Ok(file)
}

/// The mean grey, and what brings the largest distance from it to 128.
fn centre(pixels: &[u8]) -> (f32, f32) {
    let sum: u32 = pixels.iter().map(|pixel| u32::from(*pixel)).sum();
    let mean = sum as f32 / pixels.len() as f32;
    let farthest = pixels.iter().map(|pixel| (f32::from(*pixel) - mean).abs()).fold(0.0, f32::max);
    (mean, farthest / 128.0)
}

fn sample(pixel: u8, shift: f32, scale: f32) -> f32 {
    if scale == 0.0 { 0.0 } else { (f32::from(pixel) - shift) / scale }
}

fn comment(image: &GrayImage, rate: f32) -> String {
    format!(
        "NIST_COM 9\nPIX_WIDTH {}\nPIX_HEIGHT {}\nPIX_DEPTH 8\nPPI {}\nLOSSY 1\nCOLORSPACE GRAY\n\
         COMPRESSION WSQ\nWSQ_BITRATE {rate:.6}",
        image.width(),
        image.height(),
        image.dpi()
    )
}

fn segment(file: &mut Vec<u8>, marker: u16, content: &[u8]) {
    file.extend_from_slice(&marker.to_be_bytes());
    let length = u16::try_from(content.len() + 2).unwrap_or(u16::MAX);
    file.extend_from_slice(&length.to_be_bytes());
    file.extend_from_slice(content);
}

/// A symbol, and the bits that follow its code: their value and their number.
type Symbol = (u8, u16, u32);

/// Blocks that share a table of codes.
fn write_blocks(file: &mut Vec<u8>, number: u8, blocks: &[Vec<Symbol>]) {
    let mut frequencies = [0_u32; 256];
    for (symbol, _, _) in blocks.iter().flatten() {
        if let Some(frequency) = frequencies.get_mut(usize::from(*symbol)) {
            *frequency += 1;
        }
    }
    let table = Table::of(&frequencies);
    let codes = table.encoder();
    segment(file, marker::HUFFMAN, &table.write(number));
    for block in blocks {
        segment(file, marker::BLOCK, &[number]);
        let mut bits = BitWriter::default();
        for (symbol, value, count) in block {
            if let Some((code, length)) = codes.get(usize::from(*symbol)) {
                bits.put(*code, *length);
                bits.put(*value, *count);
            }
        }
        file.extend(bits.finish());
    }
}

/// The coefficients as symbols: runs of zeros, small numbers, and longer ones with bits that follow.
fn symbols(numbers: &[i32]) -> Vec<Symbol> {
    let mut symbols = Vec::new();
    let mut zeros = 0_u32;
    for number in numbers {
        if *number == 0 && zeros < LONGEST_RUN {
            zeros += 1;
            continue;
        }
        run(&mut symbols, zeros);
        zeros = u32::from(*number == 0);
        let size = number.unsigned_abs();
        match *number {
            0 => {}
            number if (1 - MOST..=MOST).contains(&number) => symbols.push(((number + 180) as u8, 0, 0)),
            number if size <= 255 => symbols.push((if number > 0 { 101 } else { 102 }, size as u16, 8)),
            number => {
                let size = size.min(i16::MAX as u32) as u16;
                symbols.push((if number > 0 { 103 } else { 104 }, size, 16));
            }
        }
    }
    run(&mut symbols, zeros);
    symbols
}

fn run(symbols: &mut Vec<Symbol>, zeros: u32) {
    match zeros {
        0 => {}
        1..=LONGEST_SHORT_RUN => symbols.push((zeros as u8, 0, 0)),
        101..=255 => symbols.push((105, zeros as u16, 8)),
        _ => symbols.push((106, zeros as u16, 16)),
    }
}
