//! The classical extractor: from grey pixels to minutiae without anything learned.
//!
//! Local normalisation; ridge flow by the gradients' structure tensor; ridge period by the spectrum across the
//! ridges; enhancement by Gabor kernels along the flow, twice, the second time by the flow of the first result;
//! ridges thinned to lines, the lines cleaned as a graph, minutiae read off its nodes.

mod clean;
mod enhance;
pub(crate) mod flow;
mod graph;
pub(crate) mod mask;
mod normal;
mod period;
mod points;
mod thin;

use self::enhance::{Bank, Shape};
use self::flow::Flow;
use self::mask::Mask;
use self::period::Periods;
use self::thin::Lines;
use crate::extract::{ExtractError, Extractor};
use crate::image::GrayImage;
use crate::minutia::Minutia;
use crate::plane::Plane;
use crate::quality::measure::{Seen, measures};
use crate::quality::{Measures, Quality};
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
        let read = self.read(image)?;
        let gray = |value: f32| (128.0 - 100.0 * value).clamp(0.0, 255.0) as u8;
        Ok(Working {
            width: read.enhanced.width,
            height: read.enhanced.height,
            enhanced: read.enhanced.cells.iter().map(|value| gray(*value)).collect(),
            lines: read.lines.set.cells.clone(),
            template: read.template(image.dpi()),
        })
    }

    /// The template of a print with its quality, which costs little more than the template alone.
    ///
    /// # Errors
    /// [`ExtractError`] as for the template.
    pub fn judged(&self, image: &GrayImage) -> Result<(Template, Quality), ExtractError> {
        let read = self.read(image)?;
        let quality = Quality::from(read.measures());
        Ok((read.template(image.dpi()), quality))
    }

    /// Which blocks of a raster at 500 dpi hold ridges.
    pub(crate) fn ridges(&self, grey: &Plane<f32>) -> Plane<bool> {
        let seen = self.seen(grey);
        mask::blocks(&seen.strength, &seen.raw).map(|block| block >= LEAST_STRENGTH)
    }

    /// What the first filter sees, before it is decided what is print.
    fn seen(&self, grey: &Plane<f32>) -> First {
        let (normal, deviation) = normal::normalise(grey);
        let raw = flow::flow(&normal, &FIRST_SCALES);
        let periods = period::periods(&normal, &raw, PERIOD_BLUR);
        let wanted = |x: f32, y: f32| deviation.near(x as isize, y as isize) > LEAST_DEVIATION;
        let enhanced = enhance::enhance(&normal, &raw, &periods, &self.first, wanted);
        let strength = enhanced.map(f32::abs).box_mean(STRENGTH_RADIUS);
        First { normal, raw, periods, enhanced, strength }
    }

    fn read(&self, image: &GrayImage) -> Result<Read, ExtractError> {
        let grey = grey_at_500_dpi(image)?;
        let First { normal, raw, periods, enhanced: first, strength } = self.seen(&grey);
        let mask = Mask::of(&mask::blocks(&strength, &raw), LEAST_STRENGTH);
        let flow = flow::flow(&first, &SECOND_SCALES);
        let enhanced = enhance::enhance(&normal, &flow, &periods, &self.second, |x, y| mask.is_print(x, y));
        let mut lines = Lines::of(enhanced.map(|value| u8::from(value > 0.0)));
        clean::clean(&mut lines, &flow);
        let minutiae = points::points(&lines, &flow, &mask, &strength);
        Ok(Read { grey, raw, strength, mask, enhanced, lines, minutiae })
    }
}

/// What the first filter sees.
struct First {
    normal: Plane<f32>,
    raw: Flow,
    periods: Periods,
    enhanced: Plane<f32>,
    strength: Plane<f32>,
}

/// All that reading a print gives.
struct Read {
    grey: Plane<f32>,
    /// The flow of the print as it is, before enhancement.
    raw: Flow,
    strength: Plane<f32>,
    mask: Mask,
    enhanced: Plane<f32>,
    lines: Lines,
    minutiae: Vec<Minutia>,
}

impl Read {
    fn measures(&self) -> Measures {
        let Self { grey, raw, strength, mask, enhanced, minutiae, .. } = self;
        measures(&Seen { grey, flow: raw, mask, strength, enhanced, minutiae })
    }

    fn template(self, dpi: u16) -> Template {
        let (width, height) = (self.grey.width as u16, self.grey.height as u16);
        Template { width, height, dpi, minutiae: self.minutiae }.strongest(MOST)
    }
}

impl Extractor for Classical {
    fn name(&self) -> &'static str {
        "classical"
    }

    fn template(&self, image: &GrayImage) -> Result<Template, ExtractError> {
        Ok(self.read(image)?.template(image.dpi()))
    }
}
