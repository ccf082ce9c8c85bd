//! The arithmetic, in the widest vectors that the processor has. Pixels lie side by side in a vector.
//!
//! A panel is four vectors of pixels of one plane; a tile holds all planes of a few panels, panel by panel, so that
//! a chain of layers runs over it without leaving the nearest caches.

use pulp::{Simd, WithSimd};

use crate::layer::{Dense, Depthwise, GROUP, Linear, Norm};
use crate::map::{Map, Padded};

/// Vectors in a panel.
const VECTORS: usize = 4;
/// Panels in a tile.
const TILE: usize = 4;
/// What is added to a variance before its root is taken.
const LEAST_VARIANCE: f32 = 0.001;

type Panel<S> = [<S as Simd>::f32s; VECTORS];

/// What is done to each pixel, one after another.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Step<'a> {
    Norm(&'a Norm),
    Gelu,
    Sigmoid,
    Linear(&'a Linear),
    /// Adds the same pixel of a map.
    Add(&'a Map),
    /// Multiplies by the same pixel of a map.
    Multiply(&'a Map),
}

/// Steps over some pixels of a map; gives their planes, one after another.
pub(crate) struct Chain<'a> {
    pub(crate) input: &'a Map,
    pub(crate) steps: &'a [Step<'a>],
    pub(crate) from: usize,
    pub(crate) count: usize,
}

impl Chain<'_> {
    /// Planes that come out.
    pub(crate) fn outputs(&self) -> usize {
        self.steps.iter().fold(self.input.channels, |planes, step| match step {
            Step::Linear(linear) => linear.outputs,
            _ => planes,
        })
    }
}

impl WithSimd for Chain<'_> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> Vec<f32> {
        let mut out = vec![0.0; self.outputs() * self.count];
        let at_once = TILE * VECTORS * S::F32_LANES;
        let (mut tile, mut next): (Vec<Panel<S>>, Vec<Panel<S>>) = (Vec::new(), Vec::new());
        for begin in (0..self.count).step_by(at_once) {
            let count = at_once.min(self.count - begin);
            let from = self.from + begin;
            let mut planes = self.input.channels;
            fill(simd, self.input, from, count, &mut tile);
            for step in self.steps {
                match step {
                    Step::Norm(norm) => normalise(simd, &mut tile, norm),
                    Step::Gelu => gelu(simd, &mut tile),
                    Step::Sigmoid => sigmoid(simd, &mut tile),
                    Step::Linear(linear) => {
                        multiply(simd, &tile, linear, &mut next);
                        planes = linear.outputs;
                        std::mem::swap(&mut tile, &mut next);
                    }
                    Step::Add(map) => {
                        fill(simd, map, from, count, &mut next);
                        add(simd, &mut tile, &next);
                    }
                    Step::Multiply(map) => {
                        fill(simd, map, from, count, &mut next);
                        scale(simd, &mut tile, &next);
                    }
                }
            }
            spill(simd, &tile, planes, &mut out, (begin, count, self.count));
        }
        out
    }
}

/// The vectors at the front of a row of numbers, zeros where it ends.
#[inline(always)]
fn load<S: Simd>(simd: S, row: &[f32]) -> Panel<S> {
    if let (&[a, b, c, d, ..], _) = S::as_simd_f32s(row) {
        return [a, b, c, d];
    }
    let mut panel = [simd.splat_f32s(0.0); VECTORS];
    for (vector, part) in panel.iter_mut().zip(row.chunks(S::F32_LANES)) {
        *vector = simd.partial_load_f32s(part);
    }
    panel
}

/// Loads the pixels of a map into a tile.
#[inline(always)]
fn fill<S: Simd>(simd: S, map: &Map, from: usize, count: usize, tile: &mut Vec<Panel<S>>) {
    tile.clear();
    let width = VECTORS * S::F32_LANES;
    for begin in (0..count).step_by(width) {
        let (begin, end) = (from + begin, from + count.min(begin + width));
        for plane in map.planes() {
            tile.push(load(simd, plane.get(begin..end).unwrap_or_default()));
        }
    }
}

/// Stores a tile as the part of each plane that begins at `begin`.
#[inline(always)]
fn spill<S: Simd>(
    simd: S,
    tile: &[Panel<S>],
    planes: usize,
    out: &mut [f32],
    (begin, count, pixels): (usize, usize, usize),
) {
    let width = VECTORS * S::F32_LANES;
    for (number, panels) in tile.chunks_exact(planes).enumerate() {
        let at = begin + number * width;
        let end = (begin + count).min(at + width);
        for (panel, plane) in panels.iter().zip(out.chunks_exact_mut(pixels)) {
            store(simd, panel, plane.get_mut(at..end).unwrap_or_default());
        }
    }
}

#[inline(always)]
fn store<S: Simd>(simd: S, panel: &Panel<S>, row: &mut [f32]) {
    for (part, vector) in row.chunks_mut(S::F32_LANES).zip(panel) {
        simd.partial_store_f32s(part, *vector);
    }
}

// Loops and not adaptors with closures below: a closure is not compiled for the wider vectors.

#[inline(always)]
fn add<S: Simd>(simd: S, tile: &mut [Panel<S>], other: &[Panel<S>]) {
    for (value, other) in tile.as_flattened_mut().iter_mut().zip(other.as_flattened()) {
        *value = simd.add_f32s(*value, *other);
    }
}

#[inline(always)]
fn scale<S: Simd>(simd: S, tile: &mut [Panel<S>], other: &[Panel<S>]) {
    for (value, other) in tile.as_flattened_mut().iter_mut().zip(other.as_flattened()) {
        *value = simd.mul_f32s(*value, *other);
    }
}

#[inline(always)]
fn normalise<S: Simd>(simd: S, tile: &mut [Panel<S>], norm: &Norm) {
    let planes = norm.gain.len();
    let share = simd.splat_f32s(1.0 / planes as f32);
    let least = simd.splat_f32s(LEAST_VARIANCE);
    for panels in tile.chunks_exact_mut(planes) {
        let zero = [simd.splat_f32s(0.0); VECTORS];
        let mut mean = zero;
        for panel in &*panels {
            for (sum, value) in mean.iter_mut().zip(panel) {
                *sum = simd.add_f32s(*sum, *value);
            }
        }
        for sum in &mut mean {
            *sum = simd.mul_f32s(*sum, share);
        }
        let mut variance = zero;
        for panel in &*panels {
            for ((sum, value), mean) in variance.iter_mut().zip(panel).zip(&mean) {
                let apart = simd.sub_f32s(*value, *mean);
                *sum = simd.mul_add_e_f32s(apart, apart, *sum);
            }
        }
        let one = simd.splat_f32s(1.0);
        for value in &mut variance {
            let spread = simd.mul_add_e_f32s(*value, share, least);
            *value = simd.div_f32s(one, simd.sqrt_f32s(spread));
        }
        for ((panel, gain), shift) in panels.iter_mut().zip(&norm.gain).zip(&norm.shift) {
            let (gain, shift) = (simd.splat_f32s(*gain), simd.splat_f32s(*shift));
            for ((value, mean), scale) in panel.iter_mut().zip(&mean).zip(&variance) {
                let apart = simd.mul_f32s(simd.sub_f32s(*value, *mean), *scale);
                *value = simd.mul_add_e_f32s(apart, gain, shift);
            }
        }
    }
}

/// e to the power of a number, by the power of two and a polynomial for the rest; wrong by two parts in ten million.
#[inline(always)]
fn exp<S: Simd>(simd: S, x: S::f32s) -> S::f32s {
    /// Added to a small number, it leaves the number rounded to a whole one in its lowest bits.
    const ROUNDER: f32 = 12_582_912.0;
    /// Of 2 to the power of x, from the sixth down.
    const TERMS: [f32; 6] =
        [1.540_353e-4, 1.333_356e-3, 9.618_129e-3, 5.550_411e-2, 0.240_226_5, std::f32::consts::LN_2];
    let rounder = simd.splat_f32s(ROUNDER);
    let scaled = simd.mul_f32s(x, simd.splat_f32s(std::f32::consts::LOG2_E));
    let scaled = simd.max_f32s(scaled, simd.splat_f32s(-126.0));
    let scaled = simd.min_f32s(scaled, simd.splat_f32s(126.0));
    let rounded = simd.add_f32s(scaled, rounder);
    let rest = simd.sub_f32s(scaled, simd.sub_f32s(rounded, rounder));
    let [first, others @ ..] = TERMS;
    let mut power = simd.splat_f32s(first);
    for term in others {
        power = simd.mul_add_e_f32s(power, rest, simd.splat_f32s(term));
    }
    power = simd.mul_add_e_f32s(power, rest, simd.splat_f32s(1.0));
    let exponent = simd.wrapping_dyn_shl_u32s(simd.transmute_u32s_f32s(rounded), simd.splat_u32s(23));
    simd.transmute_f32s_u32s(simd.add_u32s(simd.transmute_u32s_f32s(power), exponent))
}

#[inline(always)]
fn sigmoid<S: Simd>(simd: S, tile: &mut [Panel<S>]) {
    let (zero, one) = (simd.splat_f32s(0.0), simd.splat_f32s(1.0));
    for value in tile.as_flattened_mut() {
        let below = simd.add_f32s(one, exp(simd, simd.sub_f32s(zero, *value)));
        *value = simd.div_f32s(one, below);
    }
}

/// The smooth step of the network's training, in its form by the hyperbolic tangent.
#[inline(always)]
fn gelu<S: Simd>(simd: S, tile: &mut [Panel<S>]) {
    /// Twice the root of two over pi, negated.
    const SLOPE: f32 = -1.595_769_2;
    let (bend, slope) = (simd.splat_f32s(0.044_715 * SLOPE), simd.splat_f32s(SLOPE));
    let one = simd.splat_f32s(1.0);
    for value in tile.as_flattened_mut() {
        let cubic = simd.mul_add_e_f32s(simd.mul_f32s(*value, *value), bend, slope);
        let below = simd.add_f32s(one, exp(simd, simd.mul_f32s(cubic, *value)));
        *value = simd.div_f32s(*value, below);
    }
}

/// A linear layer over a tile.
#[inline(always)]
fn multiply<S: Simd>(simd: S, tile: &[Panel<S>], linear: &Linear, out: &mut Vec<Panel<S>>) {
    let panels = tile.len() / linear.inputs.max(1);
    out.clear();
    out.resize(panels * linear.outputs, [simd.splat_f32s(0.0); VECTORS]);
    for (number, (weights, bias)) in linear.groups().enumerate() {
        for (inputs, outputs) in tile.chunks_exact(linear.inputs).zip(out.chunks_exact_mut(linear.outputs)) {
            let mut sums = splat(simd, bias);
            if has_room::<S>() {
                for (input, weights) in inputs.iter().zip(weights) {
                    accumulate(simd, &mut sums, input, weights);
                }
            } else {
                let (mut low, mut high) = (splat(simd, bias), splat(simd, bias));
                for ([a, b, _, _], weights) in inputs.iter().zip(weights) {
                    accumulate(simd, &mut low, &[*a, *b], weights);
                }
                for ([_, _, c, d], weights) in inputs.iter().zip(weights) {
                    accumulate(simd, &mut high, &[*c, *d], weights);
                }
                join(&mut sums, low, high);
            }
            // those beyond the last output fall away
            for (output, sum) in outputs.iter_mut().skip(number * GROUP).zip(sums) {
                *output = sum;
            }
        }
    }
}

/// Whether the sums of a group and a panel stay in registers together. Processors with wide vectors have 32 of them;
/// in 16 there is room for half.
#[inline(always)]
const fn has_room<S: Simd>() -> bool {
    S::F32_LANES >= 16
}

#[inline(always)]
fn join<V: Copy>(sums: &mut [[V; VECTORS]; GROUP], low: [[V; 2]; GROUP], high: [[V; 2]; GROUP]) {
    for ((sum, [a, b]), [c, d]) in sums.iter_mut().zip(low).zip(high) {
        *sum = [a, b, c, d];
    }
}

#[inline(always)]
fn splat<S: Simd, const N: usize>(simd: S, numbers: &[f32; GROUP]) -> [[S::f32s; N]; GROUP] {
    let [a, b, c, d] = *numbers;
    let (a, b) = (simd.splat_f32s(a), simd.splat_f32s(b));
    let (c, d) = (simd.splat_f32s(c), simd.splat_f32s(d));
    [[a; N], [b; N], [c; N], [d; N]]
}

#[inline(always)]
fn accumulate<S: Simd, const N: usize>(
    simd: S,
    sums: &mut [[S::f32s; N]; GROUP],
    input: &[S::f32s; N],
    weights: &[f32; GROUP],
) {
    for (sum, weight) in sums.iter_mut().zip(weights) {
        let weight = simd.splat_f32s(*weight);
        for (sum, input) in sum.iter_mut().zip(input) {
            *sum = simd.mul_add_e_f32s(weight, *input, *sum);
        }
    }
}

/// The sums of a group over the pixels from `from` on, whose inputs lie at these distances.
#[inline(always)]
fn gather<S: Simd>(
    simd: S,
    samples: &[f32],
    offsets: &[usize],
    (weights, bias): (&[[f32; GROUP]], &[f32; GROUP]),
) -> [Panel<S>; GROUP] {
    let mut sums = splat(simd, bias);
    if has_room::<S>() {
        for (offset, weights) in offsets.iter().zip(weights) {
            let source = samples.get(*offset..offset + VECTORS * S::F32_LANES);
            accumulate(simd, &mut sums, &load(simd, source.unwrap_or_default()), weights);
        }
        return sums;
    }
    let (mut low, mut high) = (splat(simd, bias), splat(simd, bias));
    for (half, sums) in [&mut low, &mut high].into_iter().enumerate() {
        let width = 2 * S::F32_LANES;
        for (offset, weights) in offsets.iter().zip(weights) {
            let begin = offset + half * width;
            let source = samples.get(begin..begin + width).unwrap_or_default();
            if let (&[a, b], _) = S::as_simd_f32s(source) {
                accumulate(simd, sums, &[a, b], weights);
            }
        }
    }
    join(&mut sums, low, high);
    sums
}

/// Some rows of the convolutions of a map, whose planes follow one another.
pub(crate) struct Convolve<'a> {
    pub(crate) input: &'a Padded,
    pub(crate) layers: &'a [&'a Dense],
    pub(crate) width: usize,
    pub(crate) rows: std::ops::Range<usize>,
}

impl WithSimd for Convolve<'_> {
    type Output = Vec<f32>;

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) -> Vec<f32> {
        let pixels = self.rows.len() * self.width;
        let outputs: usize = self.layers.iter().map(|layer| layer.linear.outputs).sum();
        let mut out = vec![0.0; outputs * pixels];
        let mut planes = out.chunks_exact_mut(pixels.max(1));
        for layer in self.layers {
            let offsets = offsets(self.input, layer);
            let mut left = layer.linear.outputs;
            for (weights, bias) in layer.linear.groups() {
                let mut targets: Vec<&mut [f32]> = planes.by_ref().take(left.min(GROUP)).collect();
                left -= targets.len();
                for (number, row) in self.rows.clone().enumerate() {
                    for x in (0..self.width).step_by(VECTORS * S::F32_LANES) {
                        let from = row * self.input.stride + x;
                        let samples = self.input.samples.get(from..).unwrap_or_default();
                        let sums = gather(simd, samples, &offsets, (weights, bias));
                        let at = number * self.width + x;
                        let end = number * self.width + self.width.min(x + VECTORS * S::F32_LANES);
                        for (target, sum) in targets.iter_mut().zip(&sums) {
                            store(simd, sum, target.get_mut(at..end).unwrap_or_default());
                        }
                    }
                }
            }
        }
        out
    }
}

/// Where each input of a layer lies, from the upper left pixel of the border.
fn offsets(input: &Padded, layer: &Dense) -> Vec<usize> {
    let inset = input.border - layer.dilation * (layer.side / 2);
    let mut offsets = Vec::with_capacity(layer.linear.inputs);
    for plane in 0..layer.planes {
        for row in 0..layer.side {
            for column in 0..layer.side {
                let across = inset + column * layer.dilation;
                let down = inset + row * layer.dilation;
                offsets.push(plane * input.plane + down * input.stride + across);
            }
        }
    }
    offsets
}

/// Some planes of a depthwise convolution, from the given one on; `out` holds them.
pub(crate) struct Filter<'a> {
    pub(crate) input: &'a Map,
    pub(crate) layer: &'a Depthwise,
    pub(crate) from: usize,
    pub(crate) out: &'a mut [f32],
}

impl WithSimd for Filter<'_> {
    type Output = ();

    #[inline(always)]
    fn with_simd<S: Simd>(self, simd: S) {
        let (width, side) = (self.input.width, self.layer.side);
        let room = VECTORS * S::F32_LANES;
        let kernels = self.layer.weights.chunks_exact(side * side).skip(self.from);
        let planes = self.input.planes().skip(self.from);
        let mut padded = Padded::empty(self.input, side / 2);
        for ((out, plane), kernel) in self.out.chunks_exact_mut(self.input.pixels()).zip(planes).zip(kernels)
        {
            padded.put(plane, width);
            for (row, line) in out.chunks_exact_mut(width).enumerate() {
                for (part, x) in line.chunks_mut(room).zip((0..).step_by(room)) {
                    let mut sum = [simd.splat_f32s(0.0); VECTORS];
                    for (down, weights) in kernel.chunks_exact(side).enumerate() {
                        let begin = (row + down) * padded.stride + x;
                        let source = padded.samples.get(begin..begin + room + side).unwrap_or_default();
                        for (across, weight) in weights.iter().enumerate() {
                            let input = load(simd, source.get(across..across + room).unwrap_or_default());
                            let weight = simd.splat_f32s(*weight);
                            for (sum, input) in sum.iter_mut().zip(&input) {
                                *sum = simd.mul_add_e_f32s(weight, *input, *sum);
                            }
                        }
                    }
                    store(simd, &sum, part);
                }
            }
        }
    }
}

#[cfg(test)]
#[path = "kernel_tests.rs"]
mod tests;
