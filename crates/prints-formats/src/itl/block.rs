//! The minutiae of a record of type 9 in its block of INCITS 378, fields 128 to 137, which newer files have.
//!
//! Places are pixels from the upper left; angles are steps of two degrees, the way of ISO and ANSI minutiae.

use std::f32::consts::TAU;

use roznamcha_prints::minutia::turn;
use roznamcha_prints::{Kind, Minutia, Template};

use super::ItlError;
use super::print::dpi_of;
use super::text::Text;
use crate::fmr::Standard;

const WIDTH: u16 = 128;
const HEIGHT: u16 = 129;
const UNIT: u16 = 130;
const ACROSS: u16 = 131;
const DOWN: u16 = 132;
const FINGER: u16 = 134;
const COUNT: u16 = 136;
const LIST: u16 = 137;

/// The resolution of templates.
const DPI: f32 = 500.0;
/// What a quality that is not told counts as.
const UNTOLD: f32 = 0.5;

/// Whether the record has the block.
pub(super) fn is_there(text: &Text) -> bool {
    text.field(COUNT).is_some()
}

/// Its finger, and its minutiae at 500 dpi.
pub(super) fn read(text: &Text) -> Result<(u8, Template), ItlError> {
    let (width, height): (u16, u16) = (text.number(WIDTH)?, text.number(HEIGHT)?);
    let dpi = dpi_of(text, UNIT, (ACROSS, DOWN))?;
    if dpi == 0 {
        return Err(text.wrong(ACROSS));
    }
    let scale = DPI / f32::from(dpi);
    let count: usize = text.number(COUNT)?;
    let mut minutiae = Vec::new();
    if count > 0 {
        for items in text.items(LIST)? {
            minutiae.push(minutia(&items, (width, height), scale).ok_or_else(|| text.wrong(LIST))?);
        }
    }
    if minutiae.len() != count {
        return Err(text.wrong(COUNT));
    }
    let finger = text.items(FINGER)?.first().and_then(|items| items.first()?.parse().ok());
    let scaled = |pixels: u16| (f32::from(pixels) * scale).ceil() as u16;
    let template = Template { width: scaled(width), height: scaled(height), dpi, minutiae };
    Ok((finger.ok_or_else(|| text.wrong(FINGER))?, template))
}

/// Index, place, angle, kind (0 other, 1 ending, 2 bifurcation), quality.
fn minutia(items: &[&str], (width, height): (u16, u16), scale: f32) -> Option<Minutia> {
    let [_, x, y, angle, kind, quality] = items else {
        return None;
    };
    let number = |item: &str| item.parse::<u16>().ok();
    let (x, y, angle, quality) = (number(x)?, number(y)?, number(angle)?, number(quality)?);
    let steps = Standard::Ansi.steps();
    if x > width || y > height || angle >= steps || quality > 100 {
        return None;
    }
    Some(Minutia {
        x: f32::from(x) * scale,
        y: f32::from(y) * scale,
        angle: turn(f32::from(angle) * TAU / f32::from(steps)),
        kind: match number(kind)? {
            0 | 1 => Kind::Ending,
            2 => Kind::Bifurcation,
            _ => return None,
        },
        quality: if quality == 0 { UNTOLD } else { f32::from(quality) / 100.0 },
    })
}
