//! Type 9: the minutiae of a print. They are read from the fields 5 to 12 of old files or the block of INCITS 378, and
//! written in the former, which every reader knows.
//!
//! In those places are hundredths of a millimetre from the lower left of the image; an angle is in degrees and points
//! the other way from that of ISO and ANSI minutiae, away from the ridge.

use std::f32::consts::PI;

use roznamcha_prints::minutia::turn;
use roznamcha_prints::{Kind, Minutia, Template};

use super::text::{NUMBER, Text, joined};
use super::{ItlError, block};

/// The type of the record.
const KIND: u8 = 9;
const IMPRESSION: u16 = 3;
const FORMAT: u16 = 4;
const ORIGIN: u16 = 5;
const FINGER: u16 = 6;
const PATTERN: u16 = 7;
const COUNT: u16 = 10;
const RIDGES: u16 = 11;
const LIST: u16 = 12;

/// Hundredths of a millimetre to a pixel at 500 dpi.
const UNITS: f32 = 2540.0 / 500.0;
/// Qualities run from 2, the best, to 63; 0 is set by hand, 1 not told.
const BEST: f32 = 2.0;
const WORST: f32 = 63.0;
const UNTOLD: f32 = 0.5;
/// The largest place that four digits tell.
const FARTHEST: u32 = 9_999;

/// The minutiae of a print.
#[derive(Debug, Clone, PartialEq)]
pub struct Minutiae {
    /// The number of the print they are of.
    pub number: u8,
    /// How the print was taken.
    pub impression: u8,
    /// The finger, 0 unknown.
    pub finger: u8,
    /// Whether a person marked them.
    pub by_hand: bool,
    /// The minutiae, with the size of their print, which old fields do not tell.
    pub template: Template,
}

impl Minutiae {
    /// The minutiae of a record of type 9. The size of the print at 500 dpi and its resolution are needed for old
    /// fields; a block of INCITS 378 tells its own.
    ///
    /// # Errors
    /// [`ItlError::Kind`], [`ItlError::Missing`]; [`ItlError::Value`] where a minutia lies outside the print, or the
    /// record has its minutiae in the fields of a vendor alone.
    pub fn of(text: &Text, (width, height): (u16, u16), dpi: u16) -> Result<Self, ItlError> {
        text.must_be(KIND)?;
        if block::is_there(text) {
            let (finger, template) = block::read(text)?;
            let (number, impression) = (text.number(NUMBER)?, text.number(IMPRESSION)?);
            return Ok(Self { number, impression, finger, by_hand: false, template });
        }
        if text.text(FORMAT)? != "S" {
            return Err(text.wrong(FORMAT));
        }
        let by_hand = match text.field(ORIGIN).is_some().then(|| text.items(ORIGIN)).transpose()? {
            Some(subfields) => subfields.first().and_then(|items| items.get(1)) != Some(&"A"),
            None => false,
        };
        let count: usize = text.number(COUNT)?;
        let mut minutiae = Vec::new();
        if count > 0 {
            for items in text.items(LIST)? {
                let minutia = minutia(&items, (width, height)).ok_or_else(|| text.wrong(LIST))?;
                minutiae.push(minutia);
            }
        }
        if minutiae.len() != count {
            return Err(text.wrong(COUNT));
        }
        let finger = text.items(FINGER)?.first().and_then(|items| items.first()?.parse().ok());
        Ok(Self {
            number: text.number(NUMBER)?,
            impression: text.number(IMPRESSION)?,
            finger: finger.ok_or_else(|| text.wrong(FINGER))?,
            by_hand,
            template: Template { width, height, dpi, minutiae },
        })
    }

    /// The record.
    ///
    /// # Errors
    /// [`ItlError::Value`] where a minutia lies outside its print or farther than four digits tell.
    pub fn text(&self) -> Result<Text, ItlError> {
        let mut text = Text::new(KIND);
        text.set(NUMBER, format!("{:02}", self.number));
        text.set(IMPRESSION, self.impression.to_string());
        text.set(FORMAT, "S");
        let origin = if self.by_hand { "M" } else { "A" };
        text.set(ORIGIN, joined(&[vec!["ROZNAMCHA", origin]]));
        text.set(FINGER, format!("{:02}", self.finger));
        text.set(PATTERN, joined(&[vec!["T", "UN"]]));
        text.set(COUNT, self.template.minutiae.len().to_string());
        text.set(RIDGES, "0");
        let height = f32::from(self.template.height);
        let mut list = Vec::new();
        for (place, minutia) in self.template.minutiae.iter().enumerate() {
            list.push(items(place + 1, minutia, height).ok_or_else(|| text.wrong(LIST))?);
        }
        if !list.is_empty() {
            text.set(LIST, joined(&list));
        }
        Ok(text)
    }
}

/// Index, place and angle, quality, kind.
fn items(index: usize, minutia: &Minutia, height: f32) -> Option<Vec<String>> {
    let units = |pixels: f32| {
        let inside = pixels.is_finite() && pixels >= 0.0;
        inside.then(|| (pixels * UNITS).round() as u32).filter(|units| *units <= FARTHEST)
    };
    let (x, y) = (units(minutia.x)?, units(height - minutia.y)?);
    if !minutia.angle.is_finite() {
        return None;
    }
    let degrees = turn(minutia.angle + PI).to_degrees().round() as u32 % 360;
    let quality = WORST - minutia.quality.clamp(0.0, 1.0) * (WORST - BEST);
    let kind = match minutia.kind {
        Kind::Ending => "A",
        Kind::Bifurcation => "B",
    };
    let place = format!("{x:04}{y:04}{degrees:03}");
    Some(vec![format!("{index:03}"), place, format!("{:.0}", quality.round()), kind.to_owned()])
}

fn minutia(items: &[&str], (width, height): (u16, u16)) -> Option<Minutia> {
    let [_, place, quality, kind, ..] = items else {
        return None;
    };
    let part = |from: usize, to: usize| place.get(from..to)?.parse::<u16>().ok().map(f32::from);
    let (x, y, degrees) = (part(0, 4)? / UNITS, part(4, 8)? / UNITS, part(8, 11)?);
    let y = f32::from(height) - y;
    // the hundredth that rounding may add
    let inside = x <= f32::from(width) + 0.1 && y >= -0.1;
    if degrees >= 360.0 || !inside {
        return None;
    }
    Some(Minutia {
        x: x.min(f32::from(width)),
        y: y.max(0.0),
        angle: turn(degrees.to_radians() - PI),
        kind: if *kind == "B" { Kind::Bifurcation } else { Kind::Ending },
        quality: match quality.parse::<u8>().ok()? {
            0 => 1.0,
            1 => UNTOLD,
            number => ((WORST - f32::from(number)) / (WORST - BEST)).clamp(0.0, 1.0),
        },
    })
}
