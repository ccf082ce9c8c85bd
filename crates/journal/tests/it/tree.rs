use proptest::prelude::*;
use roznamcha_journal::{
    Hash, leaf_hash,
    tree::{Frontier, consistency, inclusion, root, verify_consistency, verify_inclusion},
};

/// The eight leaves of Certificate Transparency's reference test data.
fn leaves() -> Vec<Hash> {
    let data: [&[u8]; 8] = [b"", b"\x00", b"\x10", b" !", b"01", b"@ABC", b"PQRSTUVW", b"`abcdefghijklmno"];
    data.iter().map(|d| leaf_hash(d)).collect()
}

const ROOTS: [&str; 9] = [
    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
];
const N96: &str = "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7";
const N5F: &str = "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e";
const N6B: &str = "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4";
const NBC: &str = "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b";
const NCA: &str = "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0";
const N0E: &str = "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a";

fn hashes(hex: &[&str]) -> Vec<Hash> {
    hex.iter().map(|h| h.parse().unwrap()).collect()
}

#[test]
fn the_public_roots() {
    let leaves = leaves();
    for (n, expected) in ROOTS.iter().enumerate() {
        assert_eq!(root(&leaves[..n]).to_string(), *expected, "{n} leaves");
    }
}

#[test]
fn the_public_inclusion_paths() {
    let leaves = leaves();
    let path = |index, size: usize| inclusion(&leaves[..size], index);
    assert_eq!(path(0, 1), Some(vec![]));
    assert_eq!(path(0, 8), Some(hashes(&[N96, N5F, N6B])));
    assert_eq!(path(5, 8), Some(hashes(&[NBC, NCA, ROOTS[4]])));
    assert_eq!(path(2, 3), Some(hashes(&[ROOTS[2]])));
    assert_eq!(path(1, 5), Some(hashes(&[ROOTS[1], N5F, NBC])));
    assert_eq!(path(8, 8), None);
}

#[test]
fn the_public_consistency_paths() {
    let leaves = leaves();
    let path = |from, to: usize| consistency(&leaves[..to], from);
    assert_eq!(path(1, 1), Some(vec![]));
    assert_eq!(path(0, 8), Some(vec![]));
    assert_eq!(path(1, 8), Some(hashes(&[N96, N5F, N6B])));
    assert_eq!(path(6, 8), Some(hashes(&[N0E, NCA, ROOTS[4]])));
    assert_eq!(path(2, 5), Some(hashes(&[N5F, NBC])));
    assert_eq!(path(9, 8), None);
}

/// Every proof in every small tree, and no proof under any other tree's root.
#[test]
fn every_small_tree() {
    let leaves: Vec<Hash> = (0u8..34).map(|i| leaf_hash(&[i])).collect();
    let roots: Vec<Hash> = (0..=leaves.len()).map(|n| root(&leaves[..n])).collect();
    for to in 0..=leaves.len() {
        for index in 0..to {
            let path = inclusion(&leaves[..to], index as u64).unwrap();
            let (i, n) = (index as u64, to as u64);
            assert!(verify_inclusion(&leaves[index], i, n, &path, &roots[to]));
            assert!(!verify_inclusion(&leaves[index], i + 1, n, &path, &roots[to]));
            assert!(!verify_inclusion(&leaves[index], i, n, &path, &roots[to - 1]));
        }
        for from in 0..=to {
            let path = consistency(&leaves[..to], from as u64).unwrap();
            let (m, n) = (from as u64, to as u64);
            assert!(verify_consistency(m, n, &path, &roots[from], &roots[to]), "{from} to {to}");
            if from > 0 {
                assert!(!verify_consistency(m, n, &path, &roots[from - 1], &roots[to]));
                assert!(!verify_consistency(m, n, &path, &roots[from], &roots[to - 1]));
            }
        }
    }
}

fn any_leaves() -> impl Strategy<Value = Vec<Hash>> {
    prop::collection::vec(any::<[u8; 32]>().prop_map(Hash), 1..200)
}

fn flip(hash: &Hash, bit: usize) -> Hash {
    let mut bytes = hash.0;
    bytes[bit / 8 % 32] ^= 1 << (bit % 8);
    Hash(bytes)
}

proptest! {
    #[test]
    fn an_inclusion_proof_holds_and_a_flipped_bit_breaks_it(
        leaves in any_leaves(), at in any::<prop::sample::Index>(), bit in 0usize..256,
        which in any::<prop::sample::Index>(),
    ) {
        let (index, size) = (at.index(leaves.len()), leaves.len() as u64);
        let (leaf, top) = (leaves[index], root(&leaves));
        let path = inclusion(&leaves, index as u64).unwrap();
        let i = index as u64;
        prop_assert!(verify_inclusion(&leaf, i, size, &path, &top));
        prop_assert!(!verify_inclusion(&flip(&leaf, bit), i, size, &path, &top));
        prop_assert!(!verify_inclusion(&leaf, i, size, &path, &flip(&top, bit)));
        let longer = [&path[..], &[leaf]].concat();
        prop_assert!(!verify_inclusion(&leaf, i, size, &longer, &top));
        if !path.is_empty() {
            let mut bad = path.clone();
            let w = which.index(bad.len());
            bad[w] = flip(&bad[w], bit);
            prop_assert!(!verify_inclusion(&leaf, i, size, &bad, &top));
            prop_assert!(!verify_inclusion(&leaf, i, size, &path[1..], &top));
        }
    }

    #[test]
    fn a_consistency_proof_holds_and_a_flipped_bit_breaks_it(
        leaves in any_leaves(), at in any::<prop::sample::Index>(), bit in 0usize..256,
        which in any::<prop::sample::Index>(),
    ) {
        let (from, to) = (at.index(leaves.len()) + 1, leaves.len() as u64);
        let (old, new) = (root(&leaves[..from]), root(&leaves));
        let path = consistency(&leaves, from as u64).unwrap();
        let m = from as u64;
        prop_assert!(verify_consistency(m, to, &path, &old, &new));
        prop_assert!(!verify_consistency(m, to, &path, &flip(&old, bit), &new));
        prop_assert!(!verify_consistency(m, to, &path, &old, &flip(&new, bit)));
        let longer = [&path[..], &[new]].concat();
        prop_assert!(!verify_consistency(m, to, &longer, &old, &new));
        if !path.is_empty() {
            let mut bad = path.clone();
            let w = which.index(bad.len());
            bad[w] = flip(&bad[w], bit);
            prop_assert!(!verify_consistency(m, to, &bad, &old, &new));
            prop_assert!(!verify_consistency(m, to, &path[1..], &old, &new));
        }
    }

    #[test]
    fn the_frontier_agrees_with_the_tree_and_survives_keeping(leaves in any_leaves()) {
        let mut frontier = Frontier::new();
        for (n, leaf) in leaves.iter().enumerate() {
            prop_assert_eq!(frontier.root(), root(&leaves[..n]));
            frontier.append(*leaf);
            frontier = Frontier::from_bytes(&frontier.to_bytes()).unwrap();
        }
        prop_assert_eq!(frontier.root(), root(&leaves));
        prop_assert_eq!(frontier.size(), leaves.len() as u64);
        let mut cut = frontier.to_bytes();
        cut.pop();
        prop_assert!(Frontier::from_bytes(&cut).is_err());
    }
}
