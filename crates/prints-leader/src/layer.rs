//! The layers of the network: their numbers, laid out as the kernels read them.

/// Outputs that share a group of weights.
pub(crate) const GROUP: usize = 4;

/// A linear layer over some numbers of each pixel: the weights of four outputs side by side, input by input.
#[derive(Debug, Clone)]
pub(crate) struct Linear {
    pub(crate) inputs: usize,
    pub(crate) outputs: usize,
    weights: Vec<[f32; GROUP]>,
    bias: Vec<[f32; GROUP]>,
}

impl Linear {
    /// From the weights of output after output. Short lists are filled with zeros.
    pub(crate) fn new(inputs: usize, outputs: usize, weights: &[f32], bias: &[f32]) -> Self {
        let rows: Vec<&[f32]> = weights.chunks(inputs.max(1)).collect();
        let groups = outputs.div_ceil(GROUP);
        let mut packed = Vec::with_capacity(groups * inputs);
        let mut biases = Vec::with_capacity(groups);
        for group in 0..groups {
            let row = |place: usize| rows.get(group * GROUP + place).copied().unwrap_or(&[]);
            let side = [row(0), row(1), row(2), row(3)];
            let at = |input: usize| side.map(|row| row.get(input).copied().unwrap_or(0.0));
            packed.extend((0..inputs).map(at));
            let at = |place: usize| bias.get(group * GROUP + place).copied().unwrap_or(0.0);
            biases.push([at(0), at(1), at(2), at(3)]);
        }
        Self { inputs, outputs, weights: packed, bias: biases }
    }

    /// The groups: weights input by input, and what is added.
    pub(crate) fn groups(&self) -> impl Iterator<Item = (&[[f32; GROUP]], &[f32; GROUP])> {
        self.weights.chunks_exact(self.inputs.max(1)).zip(&self.bias)
    }
}

/// A convolution of all planes with all planes; the inputs of its linear layer are plane by plane, row by row.
#[derive(Debug, Clone)]
pub(crate) struct Dense {
    pub(crate) planes: usize,
    pub(crate) side: usize,
    pub(crate) dilation: usize,
    pub(crate) linear: Linear,
}

/// A convolution of each plane with a kernel of its own.
#[derive(Debug, Clone)]
pub(crate) struct Depthwise {
    pub(crate) side: usize,
    pub(crate) weights: Vec<f32>,
}

/// Normalisation over the numbers of each pixel.
#[derive(Debug, Clone)]
pub(crate) struct Norm {
    pub(crate) gain: Vec<f32>,
    pub(crate) shift: Vec<f32>,
}
