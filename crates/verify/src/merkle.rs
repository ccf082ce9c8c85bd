//! The Merkle tree of RFC 6962: roots of a growing tree, and the two kinds of proof.

use std::collections::{BTreeMap, BTreeSet};

use crate::digest::Digest;

/// The roots of the full subtrees a growing tree consists of: one for each set bit of its size.
#[derive(Default)]
struct CompactRange {
    levels: Vec<Option<Digest>>,
}

impl CompactRange {
    fn push(&mut self, leaf: Digest) {
        let mut node = leaf;
        for level in &mut self.levels {
            match level.take() {
                Some(left) => node = Digest::node(&left, &node),
                None => {
                    *level = Some(node);
                    return;
                }
            }
        }
        self.levels.push(Some(node));
    }

    fn root(&self) -> Digest {
        let mut subtrees = self.levels.iter().flatten();
        match subtrees.next() {
            None => Digest::empty_tree(),
            Some(smallest) => subtrees.fold(*smallest, |right, left| Digest::node(left, &right)),
        }
    }
}

/// The root at each wanted size that the leaves reach, in one pass. All leaves are kept until the end because
/// the export's own checkpoint, which may be smaller than the export, stands on its last line.
pub(crate) fn roots_at(leaves: &[Digest], sizes: &BTreeSet<u64>) -> BTreeMap<u64, Digest> {
    let mut range = CompactRange::default();
    let mut roots = BTreeMap::new();
    if sizes.contains(&0) {
        roots.insert(0, range.root());
    }
    for (size, leaf) in (1..).zip(leaves) {
        range.push(*leaf);
        if sizes.contains(&size) {
            roots.insert(size, range.root());
        }
    }
    roots
}

/// Whether `path` proves that `leaf` stands at `index` (from 0) of the tree of `size` leaves with this root
/// (RFC 6962 section 2.1.1, verified as RFC 9162 section 2.1.3.2 says).
#[must_use]
pub fn inclusion_holds(leaf: &Digest, index: u64, size: u64, path: &[Digest], root: &Digest) -> bool {
    if index >= size {
        return false;
    }
    let (mut node, mut last) = (index, size - 1);
    let mut hash = *leaf;
    for sibling in path {
        if last == 0 {
            return false;
        }
        if node & 1 == 1 || node == last {
            hash = Digest::node(sibling, &hash);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            hash = Digest::node(&hash, sibling);
        }
        node >>= 1;
        last >>= 1;
    }
    last == 0 && hash == *root
}

/// Whether `path` proves that the tree of size `from` is a beginning of the tree of size `to`
/// (RFC 6962 section 2.1.2, verified as RFC 9162 section 2.1.4.2 says). Each side is a size and a root.
#[must_use]
pub fn consistency_holds(from: (u64, &Digest), to: (u64, &Digest), path: &[Digest]) -> bool {
    let ((from, from_root), (to, to_root)) = (from, to);
    if from == to {
        return path.is_empty() && from_root == to_root;
    }
    if from == 0 {
        return path.is_empty() && *from_root == Digest::empty_tree();
    }
    if from > to || path.is_empty() {
        return false;
    }
    let (mut node, mut last) = (from - 1, to - 1);
    while node & 1 == 1 {
        node >>= 1;
        last >>= 1;
    }
    // a tree of a power of two is itself the node the path would begin with, so the path leaves it out
    let whole = from.is_power_of_two().then_some(from_root);
    let mut steps = whole.into_iter().chain(path);
    let Some(start) = steps.next() else { return false };
    let (mut old, mut new) = (*start, *start);
    for step in steps {
        if last == 0 {
            return false;
        }
        if node & 1 == 1 || node == last {
            old = Digest::node(step, &old);
            new = Digest::node(step, &new);
            while node & 1 == 0 && node != 0 {
                node >>= 1;
                last >>= 1;
            }
        } else {
            new = Digest::node(&new, step);
        }
        node >>= 1;
        last >>= 1;
    }
    last == 0 && old == *from_root && new == *to_root
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The leaves and roots of the test vectors of Certificate Transparency, made by other software than ours.
    #[test]
    fn agrees_with_other_software() {
        let leaves: [&[u8]; 8] = [
            &[],
            &[0x00],
            &[0x10],
            &[0x20, 0x21],
            &[0x30, 0x31],
            &[0x40, 0x41, 0x42, 0x43],
            &[0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57],
            &[0x60, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6a, 0x6b, 0x6c, 0x6d, 0x6e, 0x6f],
        ];
        let leaves: Vec<Digest> = leaves.iter().map(|leaf| Digest::leaf(leaf)).collect();
        let roots = roots_at(&leaves, &(0..=9).collect());
        let written: Vec<String> = roots.values().map(Digest::to_string).collect();
        assert_eq!(
            written,
            [
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
            ]
        );
    }
}
