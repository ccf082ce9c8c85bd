//! The network at work on an image. Each step is spread over the cores by planes or by pixels; a pixel's numbers do not
//! depend on how.

use rayon::prelude::*;

use crate::kernel::{Chain, Convolve, Filter, Step};
use crate::layer::{Dense, Depthwise};
use crate::map::{Map, Padded};
use crate::net::{Head, Inverted, Net, Separable, Stem};

/// Pixels that are worth a task of their own.
const LEAST: usize = 768;
/// Rows of the raw image that are worth one; even, since they are halved at once.
const STRIP: usize = 8;

/// What the network says of an image.
pub(crate) struct Answer {
    /// How much each pixel is the place of a minutia, and its neighbourhood with it.
    pub(crate) place: Map,
    /// What the other heads are asked with, at half the size.
    pub(crate) features: Map,
}

impl Net {
    /// What it says of an image of one plane, whose sides are multiples of [`crate::net::MULTIPLE`].
    pub(crate) fn run(&self, image: &Map) -> Answer {
        let padded = Padded::of(image, 4);
        let size = (image.height, image.width);
        let coarse = self.outline(self.stem(&padded, size, &self.outline, usize::MAX));
        let fine = self.stem(&padded, size, &self.detail, 0);
        let features = self.detail(self.attend(&coarse).beside(&fine));
        let place = self.place(&features);
        Answer { place, features }
    }

    /// Convolutions of the raw image, normalised and halved: by the largest of four pixels, or by their mean.
    fn stem(&self, image: &Padded, (height, width): (usize, usize), stem: &Stem, largest: usize) -> Map {
        let layers = [&stem.near, &stem.far];
        let strips: Vec<Map> = (0..height)
            .into_par_iter()
            .step_by(STRIP)
            .map(|row| {
                let rows = row..height.min(row + STRIP);
                let (height, channels) = (rows.len(), stem.norm.gain.len());
                let samples = self.arch.dispatch(Convolve { input: image, layers: &layers, width, rows });
                let strip = Map { channels, height, width, samples };
                let steps = [Step::Norm(&stem.norm), Step::Gelu];
                let (from, count) = (0, strip.pixels());
                let samples = self.arch.dispatch(Chain { input: &strip, steps: &steps, from, count });
                Map { samples, ..strip }.halved(largest)
            })
            .collect();
        assemble(&strips, height / 2, width / 2)
    }

    /// The first hourglass.
    fn outline(&self, image: Map) -> Map {
        let mut map = image;
        let mut kept = Vec::new();
        for block in &self.outline_down {
            let level = self.separable(&map, block);
            map = level.halved(level.channels / 2);
            kept.push(level);
        }
        for block in &self.outline_up {
            map = self.separable(&map, block).doubled_beside(kept.pop().as_ref());
        }
        map
    }

    /// The second one.
    fn detail(&self, image: Map) -> Map {
        let mut map = image;
        let mut kept = Vec::new();
        for block in &self.detail_down {
            let level = self.inverted(&map, block);
            map = level.halved(level.channels / 2);
            kept.push(level);
        }
        for block in &self.detail_up {
            map = self.inverted(&map, block).doubled_beside(kept.pop().as_ref());
        }
        map
    }

    fn separable(&self, map: &Map, block: &Separable) -> Map {
        let filtered = self.filter(map, &block.filter);
        self.chain(&filtered, &[Step::Linear(&block.linear), Step::Norm(&block.norm), Step::Gelu])
    }

    fn inverted(&self, map: &Map, block: &Inverted) -> Map {
        let filtered = self.filter(map, &block.filter);
        self.chain(&filtered, &block.steps(map))
    }

    /// How much each number of the first hourglass counts, times the number.
    fn attend(&self, map: &Map) -> Map {
        let padded = Padded::of(map, 6);
        let [near, farther, far] = &self.attention.views;
        let views = self.convolve(&padded, map, &[near, farther, far]);
        let weigh = Step::Linear(&self.attention.weigh);
        self.chain(&views, &[Step::Gelu, weigh, Step::Sigmoid, Step::Multiply(map)])
    }

    /// The head of places, and what is around each.
    fn place(&self, features: &Map) -> Map {
        let [head, ..] = &self.heads;
        let filtered = self.filter(features, &head.block.filter);
        let half = self.chain(&filtered, &head.steps(features));
        let whole = half.doubled_beside(None);
        let last = self.convolve(&Padded::of(&whole, 2), &whole, &[&head.last]);
        let likely = self.chain(&last, &[Step::Sigmoid]);
        self.filter(&likely, &self.blur)
    }

    /// What a head says of some pixels alone, each as its row and column at half the size: four numbers a pixel.
    pub(crate) fn ask(&self, head: &Head, features: &Map, pixels: &[(usize, usize)]) -> Map {
        let (mut near, mut filtered) = (Vec::new(), Vec::new());
        let side = head.block.filter.side;
        for (plane, kernel) in features.planes().zip(head.block.filter.weights.chunks_exact(side * side)) {
            for (row, column) in pixels {
                near.push(plane.get(row * features.width + column).copied().unwrap_or(0.0));
                filtered.push(filter_at(plane, kernel, (features.height, features.width), (*row, *column)));
            }
        }
        let map = |samples| Map { channels: features.channels, height: 1, width: pixels.len(), samples };
        let (near, filtered) = (map(near), map(filtered));
        self.chain(&filtered, &head.steps(&near))
    }

    fn chain(&self, input: &Map, steps: &[Step<'_>]) -> Map {
        let parts = rayon::current_num_threads() * 2;
        let count = input.pixels().div_ceil(parts).next_multiple_of(LEAST);
        let parts: Vec<Map> = (0..input.pixels())
            .into_par_iter()
            .step_by(count.max(1))
            .map(|from| {
                let count = count.min(input.pixels() - from);
                let chain = Chain { input, steps, from, count };
                let channels = chain.outputs();
                Map { channels, height: 1, width: count, samples: self.arch.dispatch(chain) }
            })
            .collect();
        assemble(&parts, input.height, input.width)
    }

    fn convolve(&self, padded: &Padded, map: &Map, layers: &[&Dense]) -> Map {
        let (height, width) = (map.height, map.width);
        let channels = layers.iter().map(|layer| layer.linear.outputs).sum();
        let strips: Vec<Map> = (0..height)
            .into_par_iter()
            .step_by(STRIP)
            .map(|row| {
                let rows = row..height.min(row + STRIP);
                let height = rows.len();
                let samples = self.arch.dispatch(Convolve { input: padded, layers, width, rows });
                Map { channels, height, width, samples }
            })
            .collect();
        assemble(&strips, height, width)
    }

    fn filter(&self, map: &Map, layer: &Depthwise) -> Map {
        let planes = map.channels.div_ceil(rayon::current_num_threads() * 2);
        let mut samples = vec![0.0; map.samples.len()];
        samples.par_chunks_mut((planes * map.pixels()).max(1)).enumerate().for_each(|(number, out)| {
            self.arch.dispatch(Filter { input: map, layer, from: number * planes, out });
        });
        Map { samples, ..*map }
    }
}

impl Inverted {
    /// What follows its convolution; `map` is what came in.
    fn steps<'a>(&'a self, map: &'a Map) -> [Step<'a>; 6] {
        [
            Step::Norm(&self.norm),
            Step::Linear(&self.widen),
            Step::Gelu,
            Step::Linear(&self.narrow),
            Step::Add(map),
            Step::Linear(&self.adjust),
        ]
    }
}

impl Head {
    /// What follows its convolution, but for the last one, at twice the size. The layers before that look at single
    /// pixels, so that they do the same before the doubling as after it, a quarter of the work.
    fn steps<'a>(&'a self, map: &'a Map) -> Vec<Step<'a>> {
        let mut steps = self.block.steps(map).to_vec();
        steps.extend([
            Step::Linear(&self.first),
            Step::Norm(&self.norm),
            Step::Linear(&self.second),
            Step::Gelu,
        ]);
        steps
    }
}

/// One pixel of a convolution, with zeros beyond the edges.
fn filter_at(
    plane: &[f32],
    kernel: &[f32],
    (height, width): (usize, usize),
    (row, column): (usize, usize),
) -> f32 {
    let side = kernel.len().isqrt();
    let reach = side / 2;
    let mut sum = 0.0;
    for (down, weights) in kernel.chunks_exact(side.max(1)).enumerate() {
        for (across, weight) in weights.iter().enumerate() {
            let (y, x) = ((row + down).checked_sub(reach), (column + across).checked_sub(reach));
            let (Some(y), Some(x)) = (y.filter(|y| *y < height), x.filter(|x| *x < width)) else { continue };
            sum += weight * plane.get(y * width + x).copied().unwrap_or(0.0);
        }
    }
    sum
}

/// Puts parts together, each of which has all planes of some of the pixels.
fn assemble(parts: &[Map], height: usize, width: usize) -> Map {
    let channels = parts.first().map_or(0, |part| part.channels);
    if let [part] = parts {
        return Map { height, width, ..part.clone() };
    }
    let mut samples = Vec::with_capacity(channels * height * width);
    for plane in 0..channels {
        for part in parts {
            let begin = plane * part.pixels();
            samples.extend_from_slice(part.samples.get(begin..begin + part.pixels()).unwrap_or_default());
        }
    }
    Map { channels, height, width, samples }
}
