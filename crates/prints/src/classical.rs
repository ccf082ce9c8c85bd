//! The classical extractor: from grey pixels to minutiae without anything learned.
//!
//! Local normalisation; ridge flow by the gradients' structure tensor; ridge period by the spectrum across the
//! ridges; enhancement by Gabor kernels along the flow, twice, the second time by the flow of the first result;
//! ridges thinned to lines, the lines cleaned as a graph, minutiae read off its nodes.

mod clean;
mod enhance;
mod flow;
mod graph;
mod mask;
mod normal;
mod period;
mod points;
mod thin;

use self::enhance::{Bank, Shape};
use self::mask::Mask;
use self::thin::Lines;
use crate::extract::{ExtractError, Extractor};
use crate::image::GrayImage;
use crate::plane::Plane;
use crate::scale::grey_at_500_dpi;
use crate::template::Template;

/// As many minutiae as a template of the classical extractor keeps: 396 bytes.
const MOST: usize = 96;
const FIRST: Shape = Shape { along: 5.5, across: 0.38 };
const SECOND: Shape = Shape { along: 4.3, across: 0.42 };
const FIRST_SCALES: [(f32, f32); 2] = [(1.6, 1.0), (4.0, 0.6)];
const SECOND_SCALES: [(f32, f32); 2] = [(1.0, 1.0), (2.5, 0.5)];
const STRENGTH_RADIUS: usize = 12;
/// Deviation in grey levels below which a place is empty.
const LEAST_DEVIATION: f32 = 1.0;
/// Answer to the filter times coherence of the flow, from which on a place is print.
const LEAST_STRENGTH: f32 = 0.055;
/// Sigma over which periods are blurred, in their cells.
const PERIOD_BLUR: f32 = 1.8;

/// The classical extractor with its kernels, made once and used for any number of prints.
pub struct Classical {
    first: Bank,
    second: Bank,
}

/// A template with the images it was read from, for a person to look at.
#[derive(Debug, Clone)]
pub struct Working {
    /// What was read.
    pub template: Template,
    /// Width of the images.
    pub width: usize,
    /// Height of the images.
    pub height: usize,
    /// The enhanced print, 128 where there is none, ridges dark.
    pub enhanced: Vec<u8>,
    /// The lines of the ridges: 1 on a line.
    pub lines: Vec<u8>,
}

impl Default for Classical {
    fn default() -> Self {
        Self::new()
    }
}

impl Classical {
    /// The extractor.
    #[must_use]
    pub fn new() -> Self {
        Self { first: Bank::new(FIRST), second: Bank::new(SECOND) }
    }

    /// The template of a print with what lies between.
    ///
    /// # Errors
    /// [`ExtractError`] as for the template.
    pub fn working(&self, image: &GrayImage) -> Result<Working, ExtractError> {
        let (template, enhanced, lines) = self.read(image)?;
        let gray = |value: f32| (128.0 - 100.0 * value).clamp(0.0, 255.0) as u8;
        Ok(Working {
            template,
            width: enhanced.width,
            height: enhanced.height,
            enhanced: enhanced.cells.iter().map(|value| gray(*value)).collect(),
            lines: lines.set.cells,
        })
    }

    fn read(&self, image: &GrayImage) -> Result<(Template, Plane<f32>, Lines), ExtractError> {
        let grey = grey_at_500_dpi(image)?;
        let (normal, deviation) = normal::normalise(&grey);
        let flow = flow::flow(&normal, &FIRST_SCALES);
        let periods = period::periods(&normal, &flow, PERIOD_BLUR);
        let wanted = |x: f32, y: f32| deviation.near(x as isize, y as isize) > LEAST_DEVIATION;
        let first = enhance::enhance(&normal, &flow, &periods, &self.first, wanted);
        let strength = first.map(f32::abs).box_mean(STRENGTH_RADIUS);
        let mask = Mask::of(&mask::blocks(&strength, &flow), LEAST_STRENGTH);
        let flow = flow::flow(&first, &SECOND_SCALES);
        let second = enhance::enhance(&normal, &flow, &periods, &self.second, |x, y| mask.is_print(x, y));
        let mut lines = Lines::of(second.map(|value| u8::from(value > 0.0)));
        clean::clean(&mut lines, &flow);
        let minutiae = points::points(&lines, &flow, &mask, &strength);
        let template =
            Template { width: grey.width as u16, height: grey.height as u16, dpi: image.dpi(), minutiae };
        Ok((template.strongest(MOST), second, lines))
    }
}

impl Extractor for Classical {
    fn name(&self) -> &'static str {
        "classical"
    }

    fn template(&self, image: &GrayImage) -> Result<Template, ExtractError> {
        Ok(self.read(image)?.0)
    }
}
