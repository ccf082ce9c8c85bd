//! A WSQ file to grey pixels.

use roznamcha_prints::GrayImage;

use super::bits::{BitReader, coded};
use super::error::WsqError;
use super::filters::Filters;
use super::huffman::{Decoder, Table};
use super::tables::{Frame, Quantisers, dpi_of};
use super::tree::Tree;
use super::wavelet::Plane;
use super::{marker, quantise};
use crate::bytes::Reader;

/// The most pixels that are taken: a palm at 500 dpi has ten million.
pub const MOST_PIXELS: usize = 1 << 24;

/// What a file that does not say it is taken to have: the format is made for 500 dpi.
const USUAL_DPI: u16 = 500;

/// The grey pixels of a WSQ file.
///
/// # Errors
/// [`WsqError`] for anything but a whole file.
pub fn decode(bytes: &[u8]) -> Result<GrayImage, WsqError> {
    let mut file = File::default();
    file.read(bytes)?;
    let frame = file.frame.ok_or(WsqError::Missing("frame header"))?;
    let (width, height) = (usize::from(frame.width), usize::from(frame.height));
    let tree = Tree::of(width, height);
    let quantisers = file.quantisers.ok_or(WsqError::Missing("table of quantisers"))?;
    if file.numbers.len() < quantise::count(&tree, &quantisers) {
        return Err(WsqError::Truncated("coded data"));
    }
    let filters = file.filters.ok_or(WsqError::Missing("filter table"))?.synthesis();
    let mut plane = Plane::new(width, vec![0.0; width * height]);
    quantise::restore(&mut plane, &tree, &quantisers, &file.numbers);
    drop(file.numbers);
    for split in tree.splits.iter().rev() {
        plane.join(split, &filters);
    }
    let pixels = plane.samples().iter().map(|sample| pixel(sample * frame.scale + frame.shift)).collect();
    Ok(GrayImage::new(width, height, file.dpi.unwrap_or(USUAL_DPI), pixels)?)
}

/// The nearest grey; what lies beyond black or white is cut off.
fn pixel(value: f32) -> u8 {
    // a cast from float saturates
    (f64::from(value) + 0.5) as f32 as u8
}

/// What has been read of a file.
#[derive(Default)]
struct File {
    filters: Option<Filters>,
    quantisers: Option<Quantisers>,
    tables: Vec<(u8, Table)>,
    frame: Option<Frame>,
    dpi: Option<u16>,
    numbers: Vec<i16>,
}

impl File {
    fn read(&mut self, bytes: &[u8]) -> Result<(), WsqError> {
        let mut reader = Reader::new(bytes);
        if reader.u16() != Some(marker::START) {
            return Err(WsqError::NotWsq);
        }
        loop {
            let marker = reader.u16().ok_or(WsqError::Truncated("segments"))?;
            if marker == marker::END {
                return Ok(());
            }
            let length = reader.u16().ok_or(WsqError::Truncated("segments"))?;
            let length = usize::from(length).checked_sub(2).ok_or(WsqError::Value("segment length"))?;
            let segment = reader.take(length).ok_or(WsqError::Truncated("segments"))?;
            match marker {
                marker::COMMENT => self.dpi = self.dpi.or_else(|| dpi_of(segment)),
                marker::FILTERS => self.filters = Some(Filters::read(segment)?),
                marker::QUANTISERS => self.quantisers = Some(Quantisers::read(segment)?),
                marker::HUFFMAN => self.keep(Table::read(segment)?),
                marker::FRAME => self.frame(segment)?,
                marker::BLOCK => {
                    let number = segment.first().ok_or(WsqError::Truncated("block header"))?;
                    let (data, rest) = coded(reader.rest());
                    reader = rest;
                    self.block(*number, &data)?;
                }
                other => return Err(WsqError::Marker(other)),
            }
        }
    }

    fn keep(&mut self, tables: Vec<(u8, Table)>) {
        for (number, table) in tables {
            self.tables.retain(|(kept, _)| *kept != number);
            self.tables.push((number, table));
        }
    }

    fn frame(&mut self, segment: &[u8]) -> Result<(), WsqError> {
        if self.frame.is_some() {
            return Err(WsqError::Value("second frame header"));
        }
        let frame = Frame::read(segment)?;
        let (width, height) = (frame.width, frame.height);
        if usize::from(width) * usize::from(height) > MOST_PIXELS {
            return Err(WsqError::TooLarge { width, height });
        }
        if width == 0 || height == 0 {
            return Err(WsqError::Value("image size"));
        }
        self.frame = Some(frame);
        Ok(())
    }

    /// Reads the numbers of a block.
    fn block(&mut self, number: u8, data: &[u8]) -> Result<(), WsqError> {
        let frame = self.frame.ok_or(WsqError::Missing("frame header before its blocks"))?;
        let quantisers = self.quantisers.as_ref().ok_or(WsqError::Missing("table of quantisers"))?;
        let tree = Tree::of(usize::from(frame.width), usize::from(frame.height));
        let most = quantise::count(&tree, quantisers);
        let table = self.tables.iter().find(|(kept, _)| *kept == number);
        let decoder = table.ok_or(WsqError::Missing("table of Huffman codes for a block"))?.1.decoder()?;
        read_numbers(&mut BitReader::new(data), &decoder, &mut self.numbers, most)
    }
}

/// Appends the numbers that the bits stand for, until they end.
fn read_numbers(
    bits: &mut BitReader<'_>,
    decoder: &Decoder,
    numbers: &mut Vec<i16>,
    most: usize,
) -> Result<(), WsqError> {
    loop {
        let (next, left) = bits.peek();
        let Some((symbol, length)) = decoder.symbol(next).filter(|(_, length)| *length <= left) else {
            // ones fill up the last byte, by some encoders a whole byte more; no code consists of ones alone
            let filled = left < 8 || (left <= 16 && next == u16::MAX);
            return if filled { Ok(()) } else { Err(WsqError::Value("code in its data")) };
        };
        bits.skip(length);
        let mut more = |count: u32| bits.take(count).ok_or(WsqError::Truncated("coded data"));
        let zeros = match symbol {
            1..=100 => usize::from(symbol),
            105 => usize::from(more(8)?),
            106 => usize::from(more(16)?),
            _ => 0,
        };
        if zeros > 0 {
            if most - numbers.len() < zeros {
                return Err(WsqError::Value("run of zeros: beyond the image"));
            }
            numbers.resize(numbers.len() + zeros, 0);
            continue;
        }
        let number = match symbol {
            101 => i32::from(more(8)?),
            102 => -i32::from(more(8)?),
            103 => i32::from(more(16)?),
            104 => -i32::from(more(16)?),
            107..=254 => i32::from(symbol) - 180,
            _ => return Err(WsqError::Value("symbol in its data")),
        };
        if numbers.len() >= most {
            return Err(WsqError::Value("number of coefficients: more than the image has"));
        }
        numbers.push(i16::try_from(number).map_err(|_| WsqError::Value("coefficient"))?);
    }
}
