//! A minutia: a place where a ridge ends or splits.

use std::f32::consts::TAU;

/// What the ridge does there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// It ends.
    Ending,
    /// It splits in two.
    Bifurcation,
}

/// A place where a ridge ends or splits, on the print at 500 dpi.
///
/// The angle is that of ISO/IEC 19794-2: radians in `0..2π`, counter-clockwise from the right as a person
/// sees the print (rows of pixels run downwards, so the direction on the raster is `(cos a, -sin a)`). An ending
/// points back along its ridge, a bifurcation into the valley between its two branches.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Minutia {
    /// Pixels from the left edge, at 500 dpi.
    pub x: f32,
    /// Pixels from the upper edge, at 500 dpi.
    pub y: f32,
    /// Direction in radians, `0..2π`, as ISO/IEC 19794-2 has it.
    pub angle: f32,
    /// Ending or bifurcation.
    pub kind: Kind,
    /// How sure the extractor is, from 0 to 1.
    pub quality: f32,
}

/// An angle brought into `0..2π`.
#[must_use]
pub fn turn(angle: f32) -> f32 {
    let turned = angle.rem_euclid(TAU);
    // a tiny negative angle comes out as 2π itself
    if turned < TAU { turned } else { 0.0 }
}
