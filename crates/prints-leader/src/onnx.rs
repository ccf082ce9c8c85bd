//! The little of the ONNX format that is needed: the constants of a graph, and which node takes which.

use std::collections::HashMap;

/// A constant of single-precision numbers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Tensor {
    pub(crate) shape: Vec<usize>,
    pub(crate) numbers: Vec<f32>,
}

/// A graph: its constants by name, and what each node takes, by the name of what it gives.
#[derive(Debug, Default)]
pub(crate) struct Graph {
    pub(crate) constants: HashMap<String, Tensor>,
    pub(crate) inputs: HashMap<String, Vec<String>>,
}

/// A field of a message.
enum Field<'a> {
    Number(u64),
    Bytes(&'a [u8]),
}

impl Graph {
    /// The graph of a model; `None` where the bytes are none.
    pub(crate) fn read(model: &[u8]) -> Option<Self> {
        let mut graph = Self::default();
        each(model, |number, field| {
            if let (7, Field::Bytes(bytes)) = (number, field) {
                each(bytes, |number, field| match (number, field) {
                    (1, Field::Bytes(node)) => graph.node(node),
                    (5, Field::Bytes(tensor)) => graph.constant(tensor),
                    _ => Some(()),
                })?;
            }
            Some(())
        })?;
        Some(graph)
    }

    fn node(&mut self, node: &[u8]) -> Option<()> {
        let (mut inputs, mut outputs) = (Vec::new(), Vec::new());
        each(node, |number, field| {
            match (number, field) {
                (1, Field::Bytes(name)) => inputs.push(text(name)?),
                (2, Field::Bytes(name)) => outputs.push(text(name)?),
                _ => {}
            }
            Some(())
        })?;
        for output in outputs {
            self.inputs.insert(output, inputs.clone());
        }
        Some(())
    }

    fn constant(&mut self, tensor: &[u8]) -> Option<()> {
        const SINGLE: u64 = 1;
        let (mut shape, mut kind, mut name) = (Vec::new(), 0, String::new());
        let mut numbers: Vec<f32> = Vec::new();
        each(tensor, |number, field| {
            match (number, field) {
                (1, Field::Number(side)) => shape.push(usize::try_from(side).ok()?),
                (1, Field::Bytes(sides)) => {
                    let mut rest = sides;
                    while !rest.is_empty() {
                        shape.push(usize::try_from(varint(&mut rest)?).ok()?);
                    }
                }
                (2, Field::Number(number)) => kind = number,
                // numbers of a field of their own are laid out as raw ones are
                (4 | 9, Field::Bytes(raw)) => {
                    numbers = raw.as_chunks::<4>().0.iter().map(|bytes| f32::from_le_bytes(*bytes)).collect();
                }
                (8, Field::Bytes(bytes)) => name = text(bytes)?,
                _ => {}
            }
            Some(())
        })?;
        let size = shape.iter().try_fold(1_usize, |size, side| size.checked_mul(*side))?;
        if kind == SINGLE && size == numbers.len() {
            self.constants.insert(name, Tensor { shape, numbers });
        }
        Some(())
    }
}

fn text(bytes: &[u8]) -> Option<String> {
    std::str::from_utf8(bytes).ok().map(str::to_owned)
}

/// Calls with each field of a message; `None` where the bytes are no message.
fn each<'a>(message: &'a [u8], mut call: impl FnMut(u64, Field<'a>) -> Option<()>) -> Option<()> {
    let mut rest = message;
    while !rest.is_empty() {
        let key = varint(&mut rest)?;
        let field = match key & 7 {
            0 => Field::Number(varint(&mut rest)?),
            1 => Field::Bytes(take(&mut rest, 8)?),
            2 => {
                let length = usize::try_from(varint(&mut rest)?).ok()?;
                Field::Bytes(take(&mut rest, length)?)
            }
            5 => Field::Bytes(take(&mut rest, 4)?),
            _ => return None,
        };
        call(key >> 3, field)?;
    }
    Some(())
}

fn take<'a>(rest: &mut &'a [u8], length: usize) -> Option<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(length)?;
    *rest = after;
    Some(taken)
}

fn varint(rest: &mut &[u8]) -> Option<u64> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let (byte, after) = rest.split_first()?;
        *rest = after;
        value |= u64::from(byte & 0x7f) << shift;
        if byte & 0x80 == 0 {
            return Some(value);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// A graph of one constant `w` of two numbers and one node that takes it.
    const MODEL: [u8; 35] = [
        0x3a, 33, // the graph
        0x0a, 8, 0x0a, 1, b'x', 0x0a, 1, b'w', 0x12, 0, // a node: x and w to a value without a name
        0x2a, 19, 0x0a, 2, 2, 1, // a constant of two rows and one column
        0x10, 1, 0x42, 1, b'w', 0x4a, 8, 0, 0, 0x80, 0x3f, 0, 0, 0, 0xc0, // 1 and -2
        0x12, 0, // more that is passed over
    ];

    #[test]
    fn a_graph_is_read() {
        let graph = Graph::read(&MODEL).unwrap();
        let tensor = Tensor { shape: vec![2, 1], numbers: vec![1.0, -2.0] };
        assert_eq!(graph.constants.get("w"), Some(&tensor));
        assert_eq!(graph.inputs.get(""), Some(&vec!["x".to_owned(), "w".to_owned()]));
        assert!(Graph::read(&MODEL[..20]).is_none());
    }

    proptest! {
        #[test]
        fn any_bytes_are_an_answer(changes in prop::collection::vec((0..MODEL.len(), any::<u8>()), 0..6)) {
            let mut bytes = MODEL;
            for (place, byte) in changes {
                bytes[place] = byte;
            }
            let _ = Graph::read(&bytes);
        }
    }
}
