//! Minutiae out of what the network says.

use roznamcha_prints::minutia::turn;
use roznamcha_prints::scale::at_500_dpi;
use roznamcha_prints::template::MOST_MINUTIAE;
use roznamcha_prints::{ExtractError, Extractor, GrayImage, Kind, Minutia, Template};

use crate::error::LeaderError;
use crate::layer::Dense;
use crate::map::Map;
use crate::net::{MULTIPLE, Net};
use crate::run::Answer;
use crate::weights::Weights;

/// The least quality of a minutia that is usually taken.
pub const USUAL_QUALITY: f32 = 0.55;

/// Nothing less sure is ever taken: it would be every pixel of a blank page.
const LEAST_QUALITY: f32 = 0.05;
/// The resolution that the network was trained for.
const DPI: u16 = 500;
/// The most pixels that are taken; each needs some 400 bytes.
const MOST_PIXELS: usize = 1 << 22;
/// A minutia is the surest pixel so far around itself.
const APART: usize = 3;

/// The network, ready to run.
#[derive(Debug)]
pub struct Leader {
    net: Net,
}

/// A minutia on the raster, as the network gives it.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Found {
    row: usize,
    column: usize,
    quality: f32,
}

impl Leader {
    /// The network with the numbers of its published file, given as bytes.
    ///
    /// # Errors
    /// [`LeaderError::NoWeights`] where there are none, [`LeaderError::OtherWeights`] for another file.
    pub fn read(file: &[u8]) -> Result<Self, LeaderError> {
        Ok(Self { net: Net::new(&Weights::read(file)?)? })
    }

    /// The minutiae of a print at 500 dpi that are at least so sure, from 0 to 1; [`USUAL_QUALITY`] is usual.
    ///
    /// # Errors
    /// [`LeaderError::Dpi`], [`LeaderError::TooLarge`].
    pub fn minutiae(&self, image: &GrayImage, least: f32) -> Result<Template, LeaderError> {
        if image.dpi() != DPI {
            return Err(LeaderError::Dpi(image.dpi()));
        }
        if image.pixels().len() > MOST_PIXELS {
            return Err(LeaderError::TooLarge(image.width(), image.height()));
        }
        let (map, left, upper) = framed(image);
        let answer = self.net.run(&map);
        let mut found = peaks(&answer.place, least.max(LEAST_QUALITY));
        found.retain(|found| {
            (left..left + image.width()).contains(&found.column)
                && (upper..upper + image.height()).contains(&found.row)
        });
        let minutiae = self.told(&answer, &found).into_iter().map(|minutia| Minutia {
            x: minutia.x - left as f32,
            y: minutia.y - upper as f32,
            ..minutia
        });
        let side = |pixels: usize| u16::try_from(pixels).unwrap_or(u16::MAX);
        Ok(Template {
            width: side(image.width()),
            height: side(image.height()),
            dpi: image.dpi(),
            minutiae: minutiae.collect(),
        })
    }

    /// Direction and kind are asked of the pixels around the places alone.
    fn told(&self, answer: &Answer, found: &[Found]) -> Vec<Minutia> {
        let [_, direction, kind] = &self.net.heads;
        let size = (answer.place.height, answer.place.width);
        let mut pixels: Vec<(usize, usize)> = found
            .iter()
            .flat_map(|found| around(found, size, direction.last.side / 2))
            .map(|(_, row, column)| (row / 2, column / 2))
            .collect();
        pixels.sort_unstable();
        pixels.dedup();
        if pixels.is_empty() {
            return Vec::new();
        }
        let directions = self.net.ask(direction, &answer.features, &pixels);
        let kinds = self.net.ask(kind, &answer.features, &pixels);
        found
            .iter()
            .map(|found| {
                let [across, down] = last(&direction.last, &directions, &pixels, found, size);
                let [ends, _] = last(&kind.last, &kinds, &pixels, found, size);
                Minutia {
                    x: found.column as f32,
                    y: found.row as f32,
                    // counter-clockwise, back along an ending's ridge: as ISO/IEC 19794-2 has it
                    angle: turn(down.atan2(across)),
                    // above nothing is above a half after the last step, which is not needed for that
                    kind: if ends >= 0.0 { Kind::Ending } else { Kind::Bifurcation },
                    quality: found.quality.min(1.0),
                }
            })
            .collect()
    }
}

impl Extractor for Leader {
    fn name(&self) -> &'static str {
        "neural"
    }

    fn template(&self, image: &GrayImage) -> Result<Template, ExtractError> {
        let scaled = at_500_dpi(image)?;
        let template = self.minutiae(&scaled, USUAL_QUALITY);
        let template = template.map_err(|error| ExtractError::Extractor(error.to_string()))?;
        Ok(Template { dpi: image.dpi(), ..template.strongest(MOST_MINUTIAE) })
    }
}

/// The image in a frame that makes its sides multiples of what the network halves, and where it begins there.
fn framed(image: &GrayImage) -> (Map, usize, usize) {
    let (width, height) =
        (image.width().next_multiple_of(MULTIPLE), image.height().next_multiple_of(MULTIPLE));
    let (left, upper) = ((width - image.width()) / 2, (height - image.height()) / 2);
    let grey = f32::from(image.pixels().first().copied().unwrap_or(u8::MAX));
    let mut samples = vec![grey; upper * width];
    for row in image.rows() {
        samples.resize(samples.len() + left, grey);
        samples.extend(row.iter().map(|pixel| f32::from(*pixel)));
        samples.resize(samples.len() + width - left - image.width(), grey);
    }
    samples.resize(width * height, grey);
    (Map { channels: 1, height, width, samples }, left, upper)
}

/// The pixels that are at least so sure, and surer than all around them.
fn peaks(place: &Map, least: f32) -> Vec<Found> {
    let rows: Vec<&[f32]> = place.samples.chunks_exact(place.width.max(1)).collect();
    let mut found = Vec::new();
    for (row, samples) in rows.iter().enumerate() {
        for (column, quality) in samples.iter().copied().enumerate().filter(|(_, quality)| *quality >= least)
        {
            let columns = column.saturating_sub(APART)..(column + APART + 1).min(place.width);
            let around = rows.iter().take(row + APART + 1).skip(row.saturating_sub(APART));
            let mut near = around.flat_map(|row| row.get(columns.clone()).unwrap_or_default());
            if near.all(|other| *other <= quality) {
                found.push(Found { row, column, quality });
            }
        }
    }
    found
}

/// The pixels that the last convolution meets around a place: its tap, row and column.
fn around(
    found: &Found,
    (height, width): (usize, usize),
    reach: usize,
) -> impl Iterator<Item = (usize, usize, usize)> + use<> {
    let (row, column, side) = (found.row, found.column, 2 * reach + 1);
    (0..side * side).filter_map(move |tap| {
        let y = (row + tap / side).checked_sub(reach).filter(|y| *y < height)?;
        let x = (column + tap % side).checked_sub(reach).filter(|x| *x < width)?;
        Some((tap, y, x))
    })
}

/// The last convolution at one place, of at most two outputs.
fn last(
    layer: &Dense,
    answers: &Map,
    pixels: &[(usize, usize)],
    found: &Found,
    size: (usize, usize),
) -> [f32; 2] {
    let taps = layer.side * layer.side;
    let Some((weights, [first, second, ..])) = layer.linear.groups().next() else {
        return [0.0; 2];
    };
    let mut sums = [*first, *second];
    for (tap, row, column) in around(found, size, layer.side / 2) {
        let Ok(number) = pixels.binary_search(&(row / 2, column / 2)) else { continue };
        for (plane, answers) in answers.planes().enumerate() {
            let answer = answers.get(number).copied().unwrap_or(0.0);
            if let Some([first, second, ..]) = weights.get(plane * taps + tap) {
                let [a, b] = &mut sums;
                *a += first * answer;
                *b += second * answer;
            }
        }
    }
    sums
}
