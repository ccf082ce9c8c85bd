//! Type 10: a photograph of a face, a scar, a mark or a tattoo.

use super::ItlError;
use super::text::{ACROSS, COMPRESSION, DATA, DATE, DOWN, HEIGHT, NUMBER, SOURCE, Text, UNIT, WIDTH};

/// The type of the record.
const KIND: u8 = 10;
const SORT: u16 = 3;
const COLOURS: u16 = 12;

/// A photograph. Its file is kept as it is: no decoder of photographs is needed here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Photo {
    /// Its number in the transaction.
    pub number: u8,
    /// What it shows: `FACE`, `SCAR`, `MARK` or `TATTOO`.
    pub sort: String,
    /// The agency that took it.
    pub source: String,
    /// The date it was taken, `YYYYMMDD`.
    pub date: String,
    /// Pixels a row.
    pub width: u16,
    /// Rows.
    pub height: u16,
    /// The format of its file: `JPEGB`, `PNG`, `JP2`…
    pub compression: String,
    /// Its colours: `YCC`, `SRGB`, `GRAY`…
    pub colours: String,
    /// Its file.
    pub data: Vec<u8>,
}

impl Photo {
    /// What a record of type 10 says.
    ///
    /// # Errors
    /// [`ItlError::Kind`], [`ItlError::Missing`], [`ItlError::Value`].
    pub fn of(text: &Text) -> Result<Self, ItlError> {
        text.must_be(KIND)?;
        let word = |field: u16| text.text(field).map(str::to_owned);
        Ok(Self {
            number: text.number(NUMBER)?,
            sort: word(SORT)?,
            source: word(SOURCE)?,
            date: word(DATE)?,
            width: text.number(WIDTH)?,
            height: text.number(HEIGHT)?,
            compression: word(COMPRESSION)?,
            colours: word(COLOURS)?,
            data: text.field(DATA).ok_or(ItlError::Missing { kind: KIND, field: DATA })?.to_vec(),
        })
    }

    /// The record.
    #[must_use]
    pub fn text(&self) -> Text {
        let mut text = Text::new(KIND);
        text.set(NUMBER, format!("{:02}", self.number));
        text.set(SORT, self.sort.as_str());
        text.set(SOURCE, self.source.as_str());
        text.set(DATE, self.date.as_str());
        text.set(WIDTH, self.width.to_string());
        text.set(HEIGHT, self.height.to_string());
        // a photograph has no scale: the two numbers are the shape of its pixels
        text.set(UNIT, "0");
        text.set(ACROSS, "1");
        text.set(DOWN, "1");
        text.set(COMPRESSION, self.compression.as_str());
        text.set(COLOURS, self.colours.as_str());
        text.set(DATA, self.data.clone());
        text
    }
}
