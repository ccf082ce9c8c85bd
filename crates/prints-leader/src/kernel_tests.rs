//! The kernels against the sums written out, in the processor's own vectors and in none.

use pulp::{Arch, Scalar, Simd, WithSimd};

use super::*;

/// Numbers without order, from -1 to 1.
fn numbers(count: usize, seed: u32) -> Vec<f32> {
    let mut state = seed;
    let next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / 8_388_608.0 - 1.0
    };
    std::iter::repeat_with(next).take(count).collect()
}

fn map(channels: usize, height: usize, width: usize) -> Map {
    Map { channels, height, width, samples: numbers(channels * height * width, 7) }
}

/// In the widest vectors there are; the plain way must give nearly the same.
fn both<T: WithSimd<Output = Vec<f32>>>(op: impl Fn() -> T) -> Vec<f32> {
    let wide = Arch::new().dispatch(op());
    let plain = Scalar::new().vectorize(op());
    near(&wide, &plain, 1e-4);
    wide
}

fn near(a: &[f32], b: &[f32], most: f32) {
    assert_eq!(a.len(), b.len());
    for (place, (a, b)) in a.iter().zip(b).enumerate() {
        assert!((a - b).abs() <= most * (1.0 + b.abs()), "{place}: {a} and {b}");
    }
}

fn run(input: &Map, steps: &[Step<'_>], from: usize, count: usize) -> Vec<f32> {
    both(|| Chain { input, steps, from, count })
}

#[test]
fn a_linear_layer_is_its_sums() {
    for (inputs, outputs, count) in [(1, 1, 1), (3, 4, 50), (7, 9, 192), (16, 13, 500), (5, 8, 47)] {
        let input = map(inputs, 1, count + 5);
        let (weights, bias) = (numbers(inputs * outputs, 3), numbers(outputs, 4));
        let linear = Linear::new(inputs, outputs, &weights, &bias);
        let got = run(&input, &[Step::Linear(&linear)], 2, count);
        let mut expected = Vec::new();
        for (weights, bias) in weights.chunks(inputs).zip(&bias) {
            for pixel in 2..2 + count {
                let terms = weights.iter().zip(input.planes()).map(|(weight, plane)| weight * plane[pixel]);
                expected.push(bias + terms.sum::<f32>());
            }
        }
        near(&got, &expected, 1e-5);
    }
}

#[test]
fn steps_follow_one_another() {
    let input = map(6, 1, 100);
    let norm = Norm { gain: numbers(6, 9), shift: numbers(6, 10) };
    let got = run(&input, &[Step::Norm(&norm), Step::Add(&input), Step::Multiply(&input)], 10, 77);
    let mut expected = vec![0.0; 6 * 77];
    for pixel in 0..77 {
        let values: Vec<f32> = input.planes().map(|plane| plane[pixel + 10]).collect();
        let mean = values.iter().sum::<f32>() / 6.0;
        let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f32>() / 6.0;
        for (plane, value) in values.iter().enumerate() {
            let normal = (value - mean) / (variance + 0.001).sqrt() * norm.gain[plane] + norm.shift[plane];
            expected[plane * 77 + pixel] = (normal + value) * value;
        }
    }
    near(&got, &expected, 1e-5);
}

#[test]
fn the_smooth_steps_are_near_the_library_s() {
    let mut input = map(1, 1, 4001);
    for (place, sample) in input.samples.iter_mut().enumerate() {
        *sample = (place as f32 - 2000.0) / 40.0;
    }
    let gelu = |x: f32| x * 0.5 * (1.0 + (0.797_884_6 * (x + 0.044_715 * x.powi(3))).tanh());
    let expected: Vec<f32> = input.samples.iter().map(|x| gelu(*x)).collect();
    near(&run(&input, &[Step::Gelu], 0, 4001), &expected, 1e-6);
    let expected: Vec<f32> = input.samples.iter().map(|x| 1.0 / (1.0 + (-x).exp())).collect();
    near(&run(&input, &[Step::Sigmoid], 0, 4001), &expected, 1e-6);
}

/// A pixel with zeros beyond the edges.
fn pixel(map: &Map, plane: usize, row: isize, column: isize) -> f32 {
    let inside = (0..map.height as isize).contains(&row) && (0..map.width as isize).contains(&column);
    if !inside {
        return 0.0;
    }
    map.samples[plane * map.pixels() + row as usize * map.width + column as usize]
}

#[test]
fn convolutions_are_their_sums() {
    for (height, width) in [(1, 1), (5, 12), (9, 50), (12, 97)] {
        let input = map(3, height, width);
        let weights = numbers(5 * 3 * 9, 5);
        let bias = numbers(5, 6);
        let dense = Dense { planes: 3, side: 3, dilation: 2, linear: Linear::new(27, 5, &weights, &bias) };
        let padded = Padded::of(&input, 4);
        let rows = height / 2..height;
        let layers = [&dense, &dense];
        let got = both(|| Convolve { input: &padded, layers: &layers, width, rows: rows.clone() });
        let mut expected = Vec::new();
        for output in (0..5).chain(0..5) {
            for (row, column) in rows.clone().flat_map(|row| (0..width).map(move |column| (row, column))) {
                let mut sum = bias[output];
                for (tap, weight) in weights[output * 27..][..27].iter().enumerate() {
                    let (plane, down, across) = (tap / 9, tap % 9 / 3, tap % 3);
                    let row = row as isize + 2 * down as isize - 2;
                    sum += weight * pixel(&input, plane, row, column as isize + 2 * across as isize - 2);
                }
                expected.push(sum);
            }
        }
        near(&got, &expected, 1e-5);
    }
}

#[test]
fn a_filter_of_each_plane_is_its_sums() {
    for (height, width) in [(1, 1), (4, 12), (3, 70), (6, 150)] {
        let input = map(4, height, width);
        let layer = Depthwise { side: 5, weights: numbers(4 * 25, 11) };
        let mut got = vec![9.0; 3 * height * width];
        let mut plain = got.clone();
        Arch::new().dispatch(Filter { input: &input, layer: &layer, from: 1, out: &mut got });
        Scalar::new().vectorize(Filter { input: &input, layer: &layer, from: 1, out: &mut plain });
        near(&got, &plain, 1e-5);
        let mut expected = Vec::new();
        for plane in 1..4 {
            for (row, column) in (0..height).flat_map(|row| (0..width).map(move |column| (row, column))) {
                let taps = layer.weights[plane * 25..][..25].iter().enumerate();
                expected.push(
                    taps.map(|(tap, weight)| {
                        let (row, column) = (row + tap / 5, column + tap % 5);
                        weight * pixel(&input, plane, row as isize - 2, column as isize - 2)
                    })
                    .sum::<f32>(),
                );
            }
        }
        near(&got, &expected, 1e-5);
    }
}
