//! From a record to a template and back.

use std::f32::consts::TAU;

use roznamcha_prints::minutia::turn;
use roznamcha_prints::{Kind, Minutia, Template};

use super::{FmrError, Point, PointKind, Record, Standard, View};

/// The resolution of templates.
const DPI: f32 = 500.0;
const CENTIMETRES: f32 = 2.54;
/// What a quality that is not told counts as.
const UNTOLD: f32 = 0.5;

impl Record {
    /// A record of one print: its minutiae in pixels at 500 dpi, of a finger that is not told.
    ///
    /// # Errors
    /// [`FmrError`] where the template has more or other than the form holds.
    pub fn of(template: &Template, standard: Standard) -> Result<Self, FmrError> {
        if template.minutiae.len() > usize::from(u8::MAX) {
            return Err(FmrError::TooMany("minutiae"));
        }
        let points: Result<Vec<Point>, FmrError> =
            template.minutiae.iter().map(|minutia| point(minutia, standard)).collect();
        let qualities: f32 = template.minutiae.iter().map(|minutia| minutia.quality).sum();
        let mean = qualities / template.minutiae.len().max(1) as f32;
        let view = View {
            finger: 0,
            number: 0,
            impression: 0,
            quality: (mean.clamp(0.0, 1.0) * 100.0).round() as u8,
            points: points?,
            extended: Vec::new(),
        };
        let resolution = (DPI / CENTIMETRES).round() as u16;
        Ok(Self {
            standard,
            product: (0, 0),
            device: 0,
            width: template.width,
            height: template.height,
            across: resolution,
            down: resolution,
            views: vec![view],
        })
    }

    /// The minutiae of one of its prints, counted from 0, as a template at 500 dpi. What is neither an ending nor a
    /// bifurcation is taken as an ending.
    ///
    /// # Errors
    /// [`FmrError::NoView`]; [`FmrError::Value`] where a minutia lies outside its image.
    pub fn template(&self, print: usize) -> Result<Template, FmrError> {
        let view = self.views.get(print).ok_or(FmrError::NoView { views: self.views.len(), asked: print })?;
        let (across, down) = (DPI / dpi(self.across), DPI / dpi(self.down));
        let scaled = |pixels: u16, scale: f32| (f32::from(pixels) * scale).ceil() as u16;
        let (width, height) = (scaled(self.width, across), scaled(self.height, down));
        let mut minutiae = Vec::with_capacity(view.points.len());
        for point in &view.points {
            if point.x > self.width || point.y > self.height {
                return Err(FmrError::Value("minutia: it lies outside its image"));
            }
            minutiae.push(Minutia {
                x: f32::from(point.x) * across,
                y: f32::from(point.y) * down,
                angle: turn(f32::from(point.angle) * TAU / f32::from(self.standard.steps())),
                kind: if point.kind == PointKind::Bifurcation { Kind::Bifurcation } else { Kind::Ending },
                quality: if point.quality == 0 {
                    UNTOLD
                } else {
                    (f32::from(point.quality) / 100.0).min(1.0)
                },
            });
        }
        Ok(Template { width, height, dpi: dpi(self.across).round() as u16, minutiae })
    }
}

/// Dots an inch. A resolution in whole pixels a centimetre is a rounded one: the nearest ten dpi are meant where they
/// round to it.
fn dpi(resolution: u16) -> f32 {
    let exact = f32::from(resolution) * CENTIMETRES;
    let round = (exact / 10.0).round() * 10.0;
    if (round / CENTIMETRES).round() as u16 == resolution { round } else { exact }
}

fn point(minutia: &Minutia, standard: Standard) -> Result<Point, FmrError> {
    let steps = standard.steps();
    let place = |value: f32| {
        let inside = (0.0..=f32::from(0x3fff_u16)).contains(&value);
        inside.then(|| value.round() as u16).ok_or(FmrError::Value("place of a minutia"))
    };
    if !minutia.angle.is_finite() {
        return Err(FmrError::Value("angle of a minutia"));
    }
    let angle = (turn(minutia.angle) / TAU * f32::from(steps)).round() as u16 % steps;
    Ok(Point {
        kind: match minutia.kind {
            Kind::Ending => PointKind::Ending,
            Kind::Bifurcation => PointKind::Bifurcation,
        },
        x: place(minutia.x)?,
        y: place(minutia.y)?,
        angle: angle as u8,
        quality: (minutia.quality.clamp(0.01, 1.0) * 100.0).round() as u8,
    })
}
