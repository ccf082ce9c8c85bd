//! The Merkle tree of RFC 6962 over a journal's leaf hashes: root, proofs, and verifying them.
//!
//! Sizes and indices are counts of acts; a leaf's index is its act's `seq - 1`.

mod frontier;
mod verify;

pub use frontier::Frontier;
pub use verify::{verify_consistency, verify_inclusion};

use crate::{Hash, hash};

/// The root over `leaves` (RFC 6962 section 2.1); of no leaves, `SHA-256("")`. Costs one hash a leaf: where a
/// journal grows act by act, keep a [`Frontier`] instead.
#[must_use]
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => hash::digest(&[]),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            hash::node_hash(&root(left), &root(right))
        }
    }
}

/// The path that proves leaf `index` is in the tree over `leaves` (RFC 6962 section 2.1.1), the deepest
/// neighbour first. None where there is no such leaf.
#[must_use]
pub fn inclusion(leaves: &[Hash], index: u64) -> Option<Vec<Hash>> {
    let index = usize::try_from(index).ok().filter(|i| *i < leaves.len())?;
    let mut path = Vec::new();
    include(leaves, index, &mut path);
    Some(path)
}

fn include(leaves: &[Hash], index: usize, path: &mut Vec<Hash>) {
    if leaves.len() < 2 {
        return;
    }
    let at = split(leaves.len());
    let (left, right) = leaves.split_at(at);
    if index < at {
        include(left, index, path);
        path.push(root(right));
    } else {
        include(right, index - at, path);
        path.push(root(left));
    }
}

/// The path that proves the tree over the first `from` leaves is a beginning of the tree over all of `leaves`
/// (RFC 6962 section 2.1.2). Empty from 0 and from the whole; none where `from` is more than there are.
#[must_use]
pub fn consistency(leaves: &[Hash], from: u64) -> Option<Vec<Hash>> {
    let from = usize::try_from(from).ok().filter(|f| *f <= leaves.len())?;
    let mut path = Vec::new();
    if from > 0 {
        begin(leaves, from, true, &mut path);
    }
    Some(path)
}

/// `whole`: the subtree over `leaves` is itself the old tree, whose root the verifier has, so it is left out.
fn begin(leaves: &[Hash], from: usize, whole: bool, path: &mut Vec<Hash>) {
    if from == leaves.len() {
        if !whole {
            path.push(root(leaves));
        }
        return;
    }
    let at = split(leaves.len());
    let (left, right) = leaves.split_at(at);
    if from <= at {
        begin(left, from, whole, path);
        path.push(root(right));
    } else {
        begin(right, from - at, false, path);
        path.push(root(left));
    }
}

/// The largest power of two below `len`, which is at least 2.
fn split(len: usize) -> usize {
    len.div_ceil(2).next_power_of_two()
}
