//! Hashes that are the same on every machine and in every version (FNV-1a, finished by SplitMix64's mix).

/// Hash of some bytes: for keys of words that a caller has as text.
#[must_use]
pub fn hash(bytes: &[u8]) -> u64 {
    let step = |state: u64, byte: &u8| (state ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
    mix(bytes.iter().fold(0xcbf2_9ce4_8422_2325, step))
}

/// One after the other: the order matters.
pub(crate) fn then(first: u64, second: u64) -> u64 {
    mix(first.rotate_left(23).wrapping_add(0x9e37_79b9_7f4a_7c15)
        ^ second.wrapping_mul(0xff51_afd7_ed55_8ccd))
}

pub(crate) fn mix(mut mixed: u64) -> u64 {
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
