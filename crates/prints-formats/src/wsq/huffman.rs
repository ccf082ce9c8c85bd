//! The codes of a block: which bits stand for which symbol.

use super::error::WsqError;
use crate::bytes::Reader;

/// The longest code.
const LONGEST: usize = 16;
/// Symbols there are.
const SYMBOLS: usize = 256;

/// A table as it is written: how many codes of each length, and the symbols by rising code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Table {
    counts: [u8; LONGEST],
    symbols: Vec<u8>,
}

impl Table {
    /// The tables of a segment, each with its number.
    pub(super) fn read(segment: &[u8]) -> Result<Vec<(u8, Self)>, WsqError> {
        let end = || WsqError::Truncated("table of Huffman codes");
        let mut reader = Reader::new(segment);
        let mut tables = Vec::new();
        while !reader.rest().is_empty() {
            let number = reader.byte().ok_or_else(end)?;
            let counts = reader
                .take(LONGEST)
                .and_then(|counts| <[u8; LONGEST]>::try_from(counts).ok())
                .ok_or_else(end)?;
            let total: usize = counts.iter().map(|count: &u8| usize::from(*count)).sum();
            if total > SYMBOLS {
                return Err(WsqError::Value("table of Huffman codes"));
            }
            let symbols = reader.take(total).ok_or_else(end)?.to_vec();
            tables.push((number, Self { counts, symbols }));
        }
        Ok(tables)
    }

    pub(super) fn write(&self, number: u8) -> Vec<u8> {
        let mut bytes = vec![number];
        bytes.extend_from_slice(&self.counts);
        bytes.extend_from_slice(&self.symbols);
        bytes
    }

    /// The shortest table for symbols that occur so often.
    pub(super) fn of(frequencies: &[u32; SYMBOLS]) -> Self {
        let lengths = lengths(frequencies);
        let mut counts = [0_u16; SYMBOLS + 1];
        for length in lengths.iter().filter(|length| **length > 0) {
            if let Some(count) = counts.get_mut(*length) {
                *count += 1;
            }
        }
        let counts = shorten(counts);
        let mut by_length: Vec<(usize, u8)> = lengths
            .iter()
            .take(SYMBOLS)
            .enumerate()
            .filter(|(_, length)| **length > 0)
            .map(|(symbol, length)| (*length, symbol as u8))
            .collect();
        by_length.sort_unstable();
        Self { counts, symbols: by_length.into_iter().map(|(_, symbol)| symbol).collect() }
    }

    /// Each symbol with its code and the code's length, by rising code.
    fn codes(&self) -> impl Iterator<Item = (u8, u32, u32)> {
        let lengths = (1_u32..).zip(self.counts).flat_map(|(length, count)| (0..count).map(move |_| length));
        let mut code = 0_u32;
        let mut last = 0_u32;
        lengths.zip(&self.symbols).map(move |(length, symbol)| {
            code <<= length - last;
            last = length;
            let this = code;
            code += 1;
            (*symbol, this, length)
        })
    }

    /// For reading: by the next bits.
    pub(super) fn decoder(&self) -> Result<Decoder, WsqError> {
        let wrong = WsqError::Value("table of Huffman codes");
        let mut short = vec![(0, 0); 1 << SHORT];
        let mut long = Vec::new();
        for (symbol, code, length) in self.codes() {
            if code >> length != 0 {
                return Err(wrong);
            }
            if length <= SHORT {
                let from = (code << (SHORT - length)) as usize;
                let entries =
                    short.get_mut(from..from + (1 << (SHORT - length))).ok_or_else(|| wrong.clone())?;
                entries.fill((symbol, length));
            } else {
                // the first of the codes of this length and value, to the left of 16 bits
                long.push(((code << (LONGEST as u32 - length)) as u16, symbol, length));
            }
        }
        Ok(Decoder { short, long })
    }

    /// For writing: code and length of each symbol.
    pub(super) fn encoder(&self) -> Vec<(u16, u32)> {
        let mut codes = vec![(0, 0); SYMBOLS];
        for (symbol, code, length) in self.codes() {
            if let Some(entry) = codes.get_mut(usize::from(symbol)) {
                *entry = (code as u16, length);
            }
        }
        codes
    }
}

/// Codes up to this length are looked up at once.
const SHORT: u32 = 10;

/// Finds the symbol that the next bits stand for.
#[derive(Debug)]
pub(super) struct Decoder {
    short: Vec<(u8, u32)>,
    long: Vec<(u16, u8, u32)>,
}

impl Decoder {
    /// The symbol and the length of its code; `None` where no code begins so.
    pub(super) fn symbol(&self, next: u16) -> Option<(u8, u32)> {
        let found = *self.short.get(usize::from(next >> (16 - SHORT)))?;
        if found.1 > 0 {
            return Some(found);
        }
        let at = self.long.partition_point(|(code, _, _)| *code <= next);
        let (code, symbol, length) = *self.long.get(at.checked_sub(1)?)?;
        ((next ^ code) >> (16 - length) == 0).then_some((symbol, length))
    }
}

/// The length of each symbol's code, and of one more symbol that occurs once and keeps the code of ones alone free.
fn lengths(frequencies: &[u32; SYMBOLS]) -> [usize; SYMBOLS + 1] {
    let mut lengths = [0; SYMBOLS + 1];
    let mut groups: Vec<(u64, usize, Vec<usize>)> = frequencies
        .iter()
        .copied()
        .chain([1])
        .enumerate()
        .filter(|(_, frequency)| *frequency > 0)
        .map(|(symbol, frequency)| (u64::from(frequency), symbol, vec![symbol]))
        .collect();
    // the two rarest are joined; among equals the higher symbol, which the group is then known by
    loop {
        groups.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(&b.1)));
        let (Some(rarest), Some(next)) = (groups.pop(), groups.pop()) else { break };
        let mut members = rarest.2;
        members.extend(next.2);
        for member in &members {
            if let Some(length) = lengths.get_mut(*member) {
                *length += 1;
            }
        }
        groups.push((rarest.0 + next.0, rarest.1, members));
    }
    lengths
}

/// How many codes of each length, none above 16, without the code kept free.
fn shorten(mut counts: [u16; SYMBOLS + 1]) -> [u8; LONGEST] {
    let at = |counts: &[u16; SYMBOLS + 1], length: usize| counts.get(length).copied().unwrap_or(0);
    let change = |counts: &mut [u16; SYMBOLS + 1], length: usize, by: i32| {
        if let Some(count) = counts.get_mut(length) {
            *count = (i32::from(*count) + by).max(0) as u16;
        }
    };
    for length in (LONGEST + 1..=SYMBOLS).rev() {
        while at(&counts, length) > 0 {
            // two codes of this length: one is shortened by a bit, the other moves beside a shorter one
            let Some(shorter) = (1..length - 1).rev().find(|shorter| at(&counts, *shorter) > 0) else {
                break;
            };
            change(&mut counts, length, -2);
            change(&mut counts, length - 1, 1);
            change(&mut counts, shorter + 1, 2);
            change(&mut counts, shorter, -1);
        }
    }
    if let Some(longest) = (1..=LONGEST).rev().find(|length| at(&counts, *length) > 0) {
        change(&mut counts, longest, -1);
    }
    let mut written = [0; LONGEST];
    for (target, count) in written.iter_mut().zip(counts.iter().skip(1)) {
        *target = u8::try_from(*count).unwrap_or(u8::MAX);
    }
    written
}
