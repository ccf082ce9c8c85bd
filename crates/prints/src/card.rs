//! A ten-print card as one scan: cut into its prints by a layout that is data, and its order checked.

mod layout;
mod order;

use thiserror::Error;

pub use self::layout::{Area, Layout, LayoutError, Part};
pub use self::order::{Doubt, sequence};
use crate::classical::Classical;
use crate::classical::mask::{BLOCK, FINGER, closed, opened, whole};
use crate::image::{GrayImage, ShapeError};
use crate::scale::{WORKING_DPI, grey_at_500_dpi};
use crate::slap::{Cut, Frame, SlapError, fingers};

/// Blocks of ridges below which a box is empty: 20 square millimetres.
const LEAST_PRINT: usize = 484;
/// Pixels of paper left around a print, at 500 dpi.
const MARGIN: f32 = 14.0;
/// Such a part of a box is left out at each side: its printed border.
const BORDER: f32 = 0.015;

/// The prints of a card.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Card {
    /// Rolled prints, in the order of the layout. Frames are in pixels of the card.
    pub rolled: Vec<Cut>,
    /// Plain prints: single thumbs, and the fingers of the slaps.
    pub plain: Vec<Cut>,
    /// Boxes of which no print was cut, and why.
    pub refused: Vec<(Part, BoxError)>,
}

/// Why a box gave no print.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BoxError {
    /// No ridges are seen in it.
    #[error("no ridges are seen in the box")]
    Empty,
    /// The slap says no.
    #[error(transparent)]
    Slap(#[from] SlapError),
    /// What it holds cannot be an image.
    #[error(transparent)]
    Shape(#[from] ShapeError),
}

/// Cuts a card. The image must be the card alone, upright, to its edges; fingers that are missing are looked for in no
/// box.
#[must_use]
pub fn cut(classical: &Classical, image: &GrayImage, layout: &Layout, missing: &[u8]) -> Card {
    let mut card = Card::default();
    for (part, area) in &layout.boxes {
        let cut = boxed(image, area).map_err(BoxError::from).and_then(|(left, top, inner)| {
            let mut cuts = match *part {
                Part::Rolled(finger) | Part::Plain(finger) if missing.contains(&finger) => Vec::new(),
                Part::Rolled(finger) | Part::Plain(finger) => vec![one(classical, &inner, finger)?],
                Part::Slap(hand) => match fingers(classical, &inner, hand, missing) {
                    Err(SlapError::NoneWanted) => Vec::new(),
                    other => other?,
                },
            };
            for cut in &mut cuts {
                cut.frame.x += left;
                cut.frame.y += top;
            }
            Ok(cuts)
        });
        match (cut, part) {
            (Ok(cuts), Part::Rolled(_)) => card.rolled.extend(cuts),
            (Ok(cuts), Part::Plain(_) | Part::Slap(_)) => card.plain.extend(cuts),
            (Err(why), part) => card.refused.push((*part, why)),
        }
    }
    card
}

/// The pixels of a box without its border, and where they begin.
fn boxed(image: &GrayImage, area: &Area) -> Result<(f32, f32, GrayImage), ShapeError> {
    let (width, height) = (image.width() as f32, image.height() as f32);
    let (wide, high) = ((area.right - area.left) * BORDER, (area.bottom - area.top) * BORDER);
    let (left, right) = ((area.left + wide) * width, (area.right - wide) * width);
    let (top, bottom) = ((area.top + high) * height, (area.bottom - high) * height);
    let (left, top) = (left.round() as usize, top.round() as usize);
    let (wide, high) =
        ((right as usize).saturating_sub(left).max(1), (bottom as usize).saturating_sub(top).max(1));
    let rows = image.rows().skip(top).take(high);
    let pixels: Vec<u8> = rows.flat_map(|row| row.iter().skip(left).take(wide)).copied().collect();
    Ok((left as f32, top as f32, GrayImage::new(wide, high, image.dpi(), pixels)?))
}

/// The one print of a box, cut to its ridges.
fn one(classical: &Classical, image: &GrayImage, finger: u8) -> Result<Cut, BoxError> {
    let grey = grey_at_500_dpi(image).map_err(SlapError::from)?;
    let ridges = whole(&opened(&closed(&classical.ridges(&grey)), FINGER));
    let set = ridges.cells.iter().enumerate().filter(|(_, here)| **here).map(|(at, _)| at);
    let places: Vec<(usize, usize)> = set.map(|at| (at % ridges.width, at / ridges.width)).collect();
    if places.len() < LEAST_PRINT {
        return Err(BoxError::Empty);
    }
    let scale = f32::from(image.dpi()) / f32::from(WORKING_DPI);
    let reach = |of: fn(&(usize, usize)) -> usize, side: usize| {
        let low = places.iter().map(of).min().unwrap_or(0) * BLOCK;
        let high = (places.iter().map(of).max().unwrap_or(0) + 1) * BLOCK;
        let low = (low as f32 - MARGIN) * scale;
        let high = (high as f32 + MARGIN) * scale;
        (low.max(0.0).floor(), high.min(side as f32).ceil())
    };
    let (left, right) = reach(|place| place.0, image.width());
    let (top, bottom) = reach(|place| place.1, image.height());
    let frame = Frame {
        x: (left + right) / 2.0,
        y: (top + bottom) / 2.0,
        width: right - left,
        height: bottom - top,
        degrees: 0.0,
    };
    Ok(Cut { finger, frame, image: crate::slap::turned::cut(image, &frame)? })
}
