//! Types 13 and 14: a latent print from a scene, and a print of any resolution.

use std::fmt;

use roznamcha_prints::GrayImage;

use super::ItlError;
use super::segment::{self, Segment};
use super::text::{ACROSS, COMPRESSION, DATA, DATE, DOWN, HEIGHT, NUMBER, SOURCE, Text, UNIT, WIDTH, joined};
use crate::wsq;

const IMPRESSION: u16 = 3;
const DEPTH: u16 = 12;
const FINGERS: u16 = 13;

/// Where a print is from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// Found at a scene: type 13.
    Scene,
    /// Taken from a person: type 14.
    Person,
}

impl Place {
    const fn kind(self) -> u8 {
        match self {
            Self::Scene => 13,
            Self::Person => 14,
        }
    }
}

/// How an image is compressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Compression {
    /// Not at all: a byte a pixel.
    None,
    /// WSQ.
    Wsq,
    /// PNG.
    Png,
    /// JPEG, not of the kind JPEG 2000.
    Jpeg,
    /// In a way that is not read here, by its name in the standard.
    Other(String),
}

impl fmt::Display for Compression {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::None => "NONE",
            Self::Wsq => "WSQ20",
            Self::Png => "PNG",
            Self::Jpeg => "JPEGB",
            Self::Other(name) => name,
        })
    }
}

impl From<&str> for Compression {
    fn from(name: &str) -> Self {
        match name {
            "NONE" => Self::None,
            "WSQ" | "WSQ20" => Self::Wsq,
            "PNG" => Self::Png,
            "JPEG" | "JPEGB" => Self::Jpeg,
            other => Self::Other(other.to_owned()),
        }
    }
}

/// A print with its image.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Print {
    /// Where it is from.
    pub place: Place,
    /// Its number in the transaction.
    pub number: u8,
    /// How it was taken: 0 live plain, 1 live rolled, 2 plain on paper, 3 rolled on paper, 4 to 7 latent.
    pub impression: u8,
    /// The agency that took it.
    pub source: String,
    /// The date it was taken, `YYYYMMDD`.
    pub date: String,
    /// The fingers it may be, as in minutiae records; 13 and 14 the slaps of four fingers.
    pub fingers: Vec<u8>,
    /// Pixels a row.
    pub width: u16,
    /// Rows.
    pub height: u16,
    /// Dots an inch.
    pub dpi: u16,
    /// How the image is compressed.
    pub compression: Compression,
    /// Where the fingers of a slap lie.
    pub segments: Vec<Segment>,
    /// The image.
    pub data: Vec<u8>,
}

impl Print {
    /// What a record of type 13 or 14 says.
    ///
    /// # Errors
    /// [`ItlError::Kind`], [`ItlError::Missing`], [`ItlError::Value`].
    pub fn of(text: &Text) -> Result<Self, ItlError> {
        let place = match text.kind {
            13 => Place::Scene,
            14 => Place::Person,
            other => return Err(ItlError::Kind(other)),
        };
        let fingers: Result<Vec<u8>, ItlError> = text
            .items(FINGERS)?
            .into_iter()
            .filter_map(|items| items.into_iter().next())
            .map(|item| item.parse().map_err(|_| text.wrong(FINGERS)))
            .collect();
        if text.number::<u8>(DEPTH)? != 8 {
            return Err(text.wrong(DEPTH));
        }
        Ok(Self {
            place,
            number: text.number(NUMBER)?,
            impression: text.number(IMPRESSION)?,
            source: text.text(SOURCE)?.to_owned(),
            date: text.text(DATE)?.to_owned(),
            fingers: fingers?,
            width: text.number(WIDTH)?,
            height: text.number(HEIGHT)?,
            dpi: dpi_of(text, UNIT, (ACROSS, DOWN))?,
            compression: text.text(COMPRESSION)?.into(),
            segments: if place == Place::Person { segment::read(text)? } else { Vec::new() },
            data: text.field(DATA).ok_or(ItlError::Missing { kind: text.kind, field: DATA })?.to_vec(),
        })
    }

    /// The record.
    #[must_use]
    pub fn text(&self) -> Text {
        let mut text = Text::new(self.place.kind());
        text.set(NUMBER, format!("{:02}", self.number));
        text.set(IMPRESSION, self.impression.to_string());
        text.set(SOURCE, self.source.as_str());
        text.set(DATE, self.date.as_str());
        text.set(WIDTH, self.width.to_string());
        text.set(HEIGHT, self.height.to_string());
        text.set(UNIT, "1");
        text.set(ACROSS, self.dpi.to_string());
        text.set(DOWN, self.dpi.to_string());
        text.set(COMPRESSION, self.compression.to_string());
        text.set(DEPTH, "8");
        let fingers: Vec<Vec<String>> = self.fingers.iter().map(|finger| vec![finger.to_string()]).collect();
        text.set(FINGERS, joined(&fingers));
        if self.place == Place::Person {
            segment::write(&self.segments, &mut text);
        }
        text.set(DATA, self.data.clone());
        text
    }

    /// Its pixels.
    ///
    /// # Errors
    /// [`ItlError`] where it is compressed otherwise, or broken.
    pub fn image(&self) -> Result<GrayImage, ItlError> {
        pixels(&self.compression, (self.width, self.height), self.dpi, &self.data)
    }
}

/// Dots an inch from the unit, 1 an inch or 2 a centimetre, and the number of pixels to it, the same both ways.
pub(super) fn dpi_of(text: &Text, unit: u16, (across, down): (u16, u16)) -> Result<u16, ItlError> {
    let pixels: u16 = text.number(across)?;
    if pixels != text.number(down)? {
        return Err(text.wrong(down));
    }
    match text.number::<u8>(unit)? {
        1 => Ok(pixels),
        // 197 a centimetre is 500 dpi, not 500.4
        2 => Ok(((f32::from(pixels) * 2.54 / 10.0).round() * 10.0) as u16),
        _ => Err(text.wrong(unit)),
    }
}

/// The pixels of an image. Its size is needed where it is not compressed.
pub(super) fn pixels(
    compression: &Compression,
    (width, height): (u16, u16),
    dpi: u16,
    data: &[u8],
) -> Result<GrayImage, ItlError> {
    match compression {
        Compression::None => Ok(GrayImage::new(usize::from(width), usize::from(height), dpi, data.to_vec())?),
        Compression::Wsq => {
            // its own size is what was coded; records in circulation tell another
            let image = wsq::decode(data)?;
            Ok(GrayImage::new(image.width(), image.height(), dpi, image.into_pixels())?)
        }
        // a file within the record: its own size is what was coded
        Compression::Png | Compression::Jpeg => {
            roznamcha_prints::read(data, dpi).map_err(|error| ItlError::File(error.to_string()))
        }
        Compression::Other(name) => Err(ItlError::Compression(name.clone())),
    }
}
