//! The coded data of a block, bit by bit. A byte FF is followed by a 00 that is no data, so that no marker can occur.

use crate::bytes::Reader;

/// The coded data up to the next marker, without the added zeros, and what follows from that marker on.
pub(super) fn coded<'a>(bytes: &'a [u8]) -> (Vec<u8>, Reader<'a>) {
    let mut data = Vec::new();
    let mut rest = bytes;
    while let Some(place) = rest.iter().position(|byte| *byte == 0xff) {
        let (before, from) = rest.split_at_checked(place).unwrap_or((rest, &[]));
        data.extend_from_slice(before);
        match from {
            [_, 0x00, after @ ..] => {
                data.push(0xff);
                rest = after;
            }
            _ => return (data, Reader::new(from)),
        }
    }
    data.extend_from_slice(rest);
    (data, Reader::new(&[]))
}

/// Bits from the front.
#[derive(Debug)]
pub(super) struct BitReader<'a> {
    bytes: std::slice::Iter<'a, u8>,
    /// Bits not yet taken, the next one highest.
    ahead: u64,
    count: u32,
}

impl<'a> BitReader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes: bytes.iter(), ahead: 0, count: 0 }
    }

    fn fill(&mut self) {
        while self.count <= 56 {
            let Some(byte) = self.bytes.next() else { break };
            self.ahead |= u64::from(*byte) << (56 - self.count);
            self.count += 8;
        }
    }

    /// The next 16 bits, ones where there are none left, as a block is filled up; and how many there are.
    pub(super) fn peek(&mut self) -> (u16, u32) {
        self.fill();
        let filling = u64::MAX.checked_shr(self.count).unwrap_or(0);
        (((self.ahead | filling) >> 48) as u16, self.count)
    }

    pub(super) const fn skip(&mut self, bits: u32) {
        self.ahead <<= bits;
        self.count = self.count.saturating_sub(bits);
    }

    /// The next `bits`, at most 16; `None` where the block has fewer.
    pub(super) fn take(&mut self, bits: u32) -> Option<u16> {
        let (next, count) = self.peek();
        if count < bits {
            return None;
        }
        self.skip(bits);
        next.checked_shr(16 - bits)
    }
}

/// Bits put one after another.
#[derive(Debug, Default)]
pub(super) struct BitWriter {
    bytes: Vec<u8>,
    pending: u32,
    count: u32,
}

impl BitWriter {
    /// Puts the lower `bits` of a value, at most 16.
    pub(super) fn put(&mut self, value: u16, bits: u32) {
        let mask = (1_u32 << bits) - 1;
        self.pending = self.pending << bits | (u32::from(value) & mask);
        self.count += bits;
        while self.count >= 8 {
            self.count -= 8;
            let byte = (self.pending >> self.count & 0xff) as u8;
            self.bytes.push(byte);
            if byte == 0xff {
                self.bytes.push(0);
            }
        }
        self.pending &= (1 << self.count) - 1;
    }

    /// The bytes, the last one filled up with ones: no code consists of ones alone.
    pub(super) fn finish(mut self) -> Vec<u8> {
        if self.count > 0 {
            self.put(0xff, 8 - self.count);
        }
        self.bytes
    }
}
