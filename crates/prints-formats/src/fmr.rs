//! Finger minutiae records: ISO/IEC 19794-2:2005 and ANSI INCITS 378-2004.
//!
//! The two differ in their header, in the unit of angles and in what a quality of 0 to 100 means, and both begin with
//! the same eight bytes; which one it is shows by where its length stands. A record is kept as it was written, so that
//! it is written again byte for byte; [`Record::template`] and [`Record::of`] lead to and from templates.

mod error;
mod read;
mod template;
mod write;

pub use error::FmrError;

/// Which standard a record is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Standard {
    /// ISO/IEC 19794-2:2005.
    Iso,
    /// ANSI INCITS 378-2004.
    Ansi,
}

/// The minutiae of one or more fingers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The standard it was, or is to be, written in.
    pub standard: Standard,
    /// Who made the program that made it: owner and type of product; only ANSI writes it.
    pub product: (u16, u16),
    /// Certificates (4 bits) and number (12 bits) of the scanner.
    pub device: u16,
    /// Pixels a row of the image.
    pub width: u16,
    /// Rows of the image.
    pub height: u16,
    /// Pixels a centimetre, across.
    pub across: u16,
    /// Pixels a centimetre, down.
    pub down: u16,
    /// The prints.
    pub views: Vec<View>,
}

/// The minutiae of one print.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct View {
    /// The finger: 1 right thumb to 5 right little finger, 6 left thumb to 10 left little finger, 0 unknown.
    pub finger: u8,
    /// Which print of this finger, from 0 (4 bits).
    pub number: u8,
    /// How it was taken: 0 live plain, 1 live rolled, 2 plain on paper, 3 rolled on paper, 8 swipe (4 bits).
    pub impression: u8,
    /// Quality of the whole print, 0 to 100.
    pub quality: u8,
    /// The minutiae.
    pub points: Vec<Point>,
    /// Ridge counts, cores and deltas, vendors' own data: kept, not looked into.
    pub extended: Vec<u8>,
}

/// What a point is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum PointKind {
    /// Neither, or not told.
    Other,
    /// A ridge ends.
    Ending,
    /// A ridge splits.
    Bifurcation,
}

/// One minutia as it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Point {
    /// What it is.
    pub kind: PointKind,
    /// Pixels from the left edge, 14 bits.
    pub x: u16,
    /// Pixels from the upper edge, 14 bits.
    pub y: u16,
    /// Its direction: of 256 to the turn in ISO, of 180 in ANSI.
    pub angle: u8,
    /// 1 to 100; 0 is not told.
    pub quality: u8,
}

impl Standard {
    /// Steps of an angle to the turn.
    #[must_use]
    pub const fn steps(self) -> u16 {
        match self {
            Self::Iso => 256,
            Self::Ansi => 180,
        }
    }
}
