//! The LEADER network (Cappelli and Ferrara 2026): minutiae out of the raw pixels of a print.
//!
//! The network is written here layer by layer and run by our own kernels; only its numbers come from the ONNX file
//! that its makers publish, which is never part of this tree: the caller reads it and gives its bytes. Pure: no file,
//! no clock, no chance; the same image gives the same minutiae on any number of cores.

mod error;
mod extract;
mod kernel;
mod layer;
mod map;
mod net;
mod onnx;
mod run;
mod weights;

pub use error::LeaderError;
pub use extract::{Leader, USUAL_QUALITY};
pub use weights::{FILE, SHA256};
