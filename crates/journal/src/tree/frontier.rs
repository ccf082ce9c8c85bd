//! What of the tree must be kept to go on: the roots of its full subtrees, at most 64 hashes.

use crate::{FormatError, Hash, hash};

/// The right edge of a growing tree. Appending costs amortised one hash, the root at most one a subtree, so a
/// store that keeps this beside the journal's head signs a checkpoint in O(log n).
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Frontier {
    size: u64,
    /// One root for each bit set in `size`, the largest subtree first.
    peaks: Vec<Hash>,
}

impl Frontier {
    /// The frontier of an empty tree.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the next leaf.
    pub fn append(&mut self, leaf: Hash) {
        let mut node = leaf;
        for _ in 0..self.size.trailing_ones() {
            if let Some(left) = self.peaks.pop() {
                node = hash::node_hash(&left, &node);
            }
        }
        self.peaks.push(node);
        self.size += 1;
    }

    /// How many leaves there are.
    #[must_use]
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The root, the same as [`super::root`] over all the leaves.
    #[must_use]
    pub fn root(&self) -> Hash {
        let mut peaks = self.peaks.iter().rev();
        match peaks.next() {
            None => super::root(&[]),
            Some(last) => peaks.fold(*last, |right, left| hash::node_hash(left, &right)),
        }
    }

    /// The frontier for keeping: the size in 8 bytes, big end first, then the subtrees' roots.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = self.size.to_be_bytes().to_vec();
        for peak in &self.peaks {
            bytes.extend_from_slice(&peak.0);
        }
        bytes
    }

    /// Reads what [`Frontier::to_bytes`] wrote.
    ///
    /// # Errors
    /// [`FormatError::Frontier`] where the length does not fit the size, or the size is beyond any database
    /// (2^63).
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FormatError> {
        let (size, rest) = bytes.split_first_chunk::<8>().ok_or(FormatError::Frontier)?;
        let size = u64::from_be_bytes(*size);
        let (peaks, odd) = rest.as_chunks::<32>();
        let fits = odd.is_empty() && u64::from(size.count_ones()) == peaks.len() as u64;
        if !fits || i64::try_from(size).is_err() {
            return Err(FormatError::Frontier);
        }
        Ok(Self { size, peaks: peaks.iter().copied().map(Hash).collect() })
    }
}

impl Extend<Hash> for Frontier {
    fn extend<I: IntoIterator<Item = Hash>>(&mut self, leaves: I) {
        leaves.into_iter().for_each(|leaf| self.append(leaf));
    }
}
