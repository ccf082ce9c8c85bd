//! The network: two hourglasses one after the other, the first of which tells the second where to look, and a head for
//! each of place, direction and kind. What it computes with them is in `run.rs`.

use pulp::Arch;

use crate::error::LeaderError;
use crate::layer::{Dense, Depthwise, Linear, Norm};
use crate::weights::Weights;

/// The sides of an image are multiples of this: it is halved five times.
pub(crate) const MULTIPLE: usize = 32;

/// Convolutions of the raw image, side by side.
#[derive(Debug)]
pub(crate) struct Stem {
    pub(crate) near: Dense,
    pub(crate) far: Dense,
    pub(crate) norm: Norm,
}

/// A depthwise convolution, then a linear layer.
#[derive(Debug)]
pub(crate) struct Separable {
    pub(crate) filter: Depthwise,
    pub(crate) linear: Linear,
    pub(crate) norm: Norm,
}

/// A depthwise convolution and two linear layers, four times as wide between them, whose result is added to what
/// came in; then a linear layer that brings it to another width.
#[derive(Debug)]
pub(crate) struct Inverted {
    pub(crate) filter: Depthwise,
    pub(crate) norm: Norm,
    pub(crate) widen: Linear,
    pub(crate) narrow: Linear,
    pub(crate) adjust: Linear,
}

/// What looks near, farther and far, and tells how much each number counts.
#[derive(Debug)]
pub(crate) struct Attention {
    pub(crate) views: [Dense; 3],
    pub(crate) weigh: Linear,
}

/// One of place, direction and kind.
#[derive(Debug)]
pub(crate) struct Head {
    pub(crate) block: Inverted,
    pub(crate) first: Linear,
    pub(crate) norm: Norm,
    pub(crate) second: Linear,
    pub(crate) last: Dense,
}

/// The network.
#[derive(Debug)]
pub(crate) struct Net {
    pub(crate) arch: Arch,
    pub(crate) outline: Stem,
    pub(crate) detail: Stem,
    pub(crate) outline_down: Vec<Separable>,
    pub(crate) outline_up: Vec<Separable>,
    pub(crate) attention: Attention,
    pub(crate) detail_down: Vec<Inverted>,
    pub(crate) detail_up: Vec<Inverted>,
    pub(crate) heads: [Head; 3],
    pub(crate) blur: Depthwise,
}

impl Net {
    pub(crate) fn new(weights: &Weights) -> Result<Self, LeaderError> {
        let down = [(16, 16), (16, 32), (32, 64), (64, 128)];
        let up = [(128, 128), (256, 64), (128, 32), (64, 16)];
        let separable = |(level, name, (inputs, outputs)): (usize, &str, (usize, usize))| {
            Separable::new(weights, &format!("{name}0_{level}"), inputs, outputs)
        };
        let inverted = |(level, name, (inputs, outputs)): (usize, &str, (usize, usize))| {
            Inverted::new(weights, &format!("{name}1_{level}"), inputs, outputs)
        };
        let fine = [(64, 32), (32, 64), (64, 128), (128, 32)];
        let coarse = [(32, 27), (59, 91), (219, 42), (106, 20)];
        Ok(Self {
            arch: Arch::new(),
            outline: Stem::new(weights, "stem0", 8)?,
            detail: Stem::new(weights, "stem1", 16)?,
            outline_down: levels(0..4, "enc", down).map(separable).collect::<Result<_, _>>()?,
            outline_up: levels((0..4).rev(), "dec", up).map(separable).collect::<Result<_, _>>()?,
            attention: Attention::new(weights)?,
            detail_down: levels(0..4, "enc", fine).map(inverted).collect::<Result<_, _>>()?,
            detail_up: levels((0..4).rev(), "dec", coarse).map(inverted).collect::<Result<_, _>>()?,
            heads: [
                Head::new(weights, 0, "pos", 1)?,
                Head::new(weights, 1, "dir", 2)?,
                Head::new(weights, 2, "typ", 1)?,
            ],
            blur: weights.depthwise("nms_Gaussian_blur_1/convolution", 1, 5)?,
        })
    }
}

/// The blocks of an hourglass: level, name, planes that go in and come out.
fn levels<'a>(
    levels: impl Iterator<Item = usize> + 'a,
    name: &'a str,
    planes: [(usize, usize); 4],
) -> impl Iterator<Item = (usize, &'a str, (usize, usize))> + 'a {
    levels.zip(planes).map(move |(level, planes)| (level, name, planes))
}

impl Stem {
    fn new(weights: &Weights, name: &str, outputs: usize) -> Result<Self, LeaderError> {
        Ok(Self {
            near: weights.dense(&format!("{name}_conv"), 1, 5, outputs)?,
            far: weights.parted(&format!("{name}_dilated_conv"), (1, 5, 2, outputs))?,
            norm: weights.norm(&format!("{name}_ln"), 2 * outputs)?,
        })
    }
}

impl Separable {
    fn new(weights: &Weights, name: &str, inputs: usize, outputs: usize) -> Result<Self, LeaderError> {
        Ok(Self {
            filter: weights.depthwise(&format!("{name}_conv_1/separable_conv2d/depthwise"), inputs, 5)?,
            linear: weights.linear(&format!("{name}_conv"), inputs, outputs)?,
            norm: weights.norm(&format!("{name}_ln"), outputs)?,
        })
    }
}

impl Inverted {
    fn new(weights: &Weights, name: &str, inputs: usize, outputs: usize) -> Result<Self, LeaderError> {
        Ok(Self {
            filter: weights.depthwise(&format!("{name}_depthwise_conv_1/depthwise"), inputs, 7)?,
            norm: weights.norm(&format!("{name}_ln"), inputs)?,
            widen: weights.linear(&format!("{name}_conv_exp"), inputs, 4 * inputs)?,
            narrow: weights.linear(&format!("{name}_conv_red"), 4 * inputs, inputs)?,
            adjust: weights.linear(&format!("{name}_conv_adj"), inputs, outputs)?,
        })
    }
}

impl Attention {
    fn new(weights: &Weights) -> Result<Self, LeaderError> {
        let farther = |name: &str, dilation: usize| weights.parted(name, (32, 3, dilation, 16));
        Ok(Self {
            views: [
                weights.dense("attention_conv_d1", 32, 3, 16)?,
                farther("attention_conv_d3", 3)?,
                farther("attention_conv_d6", 6)?,
            ],
            weigh: weights.linear("attention_s", 48, 32)?,
        })
    }
}

impl Head {
    fn new(weights: &Weights, number: usize, last: &str, outputs: usize) -> Result<Self, LeaderError> {
        let last = format!("head_conv_{last}");
        Ok(Self {
            block: Inverted::new(weights, &format!("head_{number}_ibc"), 52, 6)?,
            first: weights.linear(&format!("head_{number}_conv1"), 6, 4)?,
            norm: weights.norm(&format!("head_{number}_ln"), 4)?,
            second: weights.linear(&format!("head_{number}_conv2"), 4, 4)?,
            last: weights
                .dense(&last, 4, 5, outputs)
                .or_else(|_| weights.parted(&last, (4, 5, 1, outputs)))?,
        })
    }
}
