//! Verifying proofs with no tree at hand (the algorithms are written out in RFC 9162 sections 2.1.3.2,
//! 2.1.4.2).

use super::root;
use crate::{Hash, hash::node_hash};

/// Whether `path` proves that `leaf` stands at `index` in the tree of `size` leaves with this `root`.
#[must_use]
pub fn verify_inclusion(leaf: &Hash, index: u64, size: u64, path: &[Hash], root: &Hash) -> bool {
    if index >= size {
        return false;
    }
    let mut climb = Climb { node: index, last: size - 1 };
    let mut reached = *leaf;
    for beside in path {
        match climb.step() {
            None => return false,
            Some(Side::Left) => reached = node_hash(beside, &reached),
            Some(Side::Right) => reached = node_hash(&reached, beside),
        }
    }
    climb.last == 0 && reached == *root
}

/// Whether `path` proves that the tree of `from` leaves with root `from_root` is a beginning of the tree of
/// `to` leaves with root `to_root`.
#[must_use]
pub fn verify_consistency(from: u64, to: u64, path: &[Hash], from_root: &Hash, to_root: &Hash) -> bool {
    if from == to {
        return path.is_empty() && from_root == to_root;
    }
    if from == 0 {
        return path.is_empty() && *from_root == root(&[]);
    }
    if from > to {
        return false;
    }
    // An old tree that fills its subtree has the old root itself for the first node, and the path leaves it
    // out.
    let (start, path) = if from.is_power_of_two() {
        (from_root, path)
    } else {
        match path.split_first() {
            Some(first_and_rest) => first_and_rest,
            None => return false,
        }
    };
    let mut climb = Climb { node: from - 1, last: to - 1 };
    climb.skip_while(|node| node % 2 == 1);
    let (mut old, mut new) = (*start, *start);
    for beside in path {
        match climb.step() {
            None => return false,
            Some(Side::Left) => {
                old = node_hash(beside, &old);
                new = node_hash(beside, &new);
            }
            Some(Side::Right) => new = node_hash(&new, beside),
        }
    }
    climb.last == 0 && old == *from_root && new == *to_root
}

/// On which side of ours the neighbour stands.
enum Side {
    Left,
    Right,
}

/// A way from a leaf up to the root: our node's index in its level, and the level's last index.
struct Climb {
    node: u64,
    last: u64,
}

impl Climb {
    /// Meets the next neighbour and goes up past it; none where the root is already reached.
    fn step(&mut self) -> Option<Side> {
        if self.last == 0 {
            return None;
        }
        let side = if self.node % 2 == 1 || self.node == self.last {
            // The last node of a level may have no neighbour there: go up to the level where it has one.
            self.skip_while(|node| node % 2 == 0 && node != 0);
            Side::Left
        } else {
            Side::Right
        };
        self.up();
        Some(side)
    }

    fn skip_while(&mut self, condition: impl Fn(u64) -> bool) {
        while condition(self.node) {
            self.up();
        }
    }

    fn up(&mut self) {
        self.node >>= 1;
        self.last >>= 1;
    }
}
