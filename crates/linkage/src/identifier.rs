//! Identifiers: sixteen characters in one number, compared by how many slips make one of the other.

/// The same.
pub(crate) const SAME: u8 = 1;
/// One slip: a character wrong, missing, too many, or two exchanged.
pub(crate) const ONE: u8 = 2;
/// Two slips.
pub(crate) const TWO: u8 = 3;
/// Given out in the same locality, and not the same.
pub(crate) const LOCAL: u8 = 4;
/// Another.
pub(crate) const DIFFERS: u8 = 5;

/// What each level says, for explanations.
pub(crate) const LEVELS: [&str; 6] =
    ["missing", "same", "one slip", "two slips", "same locality, another number", "differs"];

/// Characters kept.
pub(crate) const LONGEST: usize = 16;

/// The first sixteen letters and digits in one number, the first highest; nought of none.
pub(crate) fn packed(text: &str) -> u128 {
    let mut out = [0_u8; LONGEST];
    for (place, byte) in out.iter_mut().zip(text.bytes().filter(|byte| *byte != 0)) {
        *place = byte;
    }
    u128::from_be_bytes(out)
}

pub(crate) fn unpacked(packed: u128) -> String {
    packed.to_be_bytes().iter().filter(|byte| **byte != 0).map(|byte| char::from(*byte)).collect()
}

/// The first characters; nought where there are not more than so many.
pub(crate) fn start(packed: u128, count: u8) -> u128 {
    if length(packed) <= usize::from(count) {
        return 0;
    }
    packed & !(u128::MAX.checked_shr(u32::from(count) * 8).unwrap_or(0))
}

/// The last characters; nought where there are not more than so many.
pub(crate) fn end(packed: u128, count: u8) -> u128 {
    let length = length(packed);
    if length <= usize::from(count) {
        return 0;
    }
    let skipped = (length - usize::from(count)) * 8;
    packed.checked_shl(u32::try_from(skipped).unwrap_or(128)).unwrap_or(0)
}

fn length(packed: u128) -> usize {
    LONGEST - (packed.trailing_zeros() / 8).min(16) as usize
}

/// The level at which two identifiers agree; `local` characters at the start tell the locality.
pub(crate) fn level(a: u128, b: u128, local: u8) -> u8 {
    if a == b {
        return SAME;
    }
    match slips(&a.to_be_bytes(), &b.to_be_bytes(), length(a), length(b)) {
        1 => ONE,
        2 => TWO,
        _ if local > 0 && start(a, local) == start(b, local) && start(a, local) != 0 => LOCAL,
        _ => DIFFERS,
    }
}

/// Whether two identifiers cannot be one, mistyped.
pub(crate) fn conflict(a: u128, b: u128) -> bool {
    level(a, b, 0) == DIFFERS
}

/// Slips between two texts, counted up to three: substitutions, insertions, deletions, exchanges of neighbours.
pub(crate) fn slips(a: &[u8], b: &[u8], a_length: usize, b_length: usize) -> usize {
    let (a, b) = (a.get(..a_length).unwrap_or(a), b.get(..b_length).unwrap_or(b));
    if a.len().abs_diff(b.len()) > 2 {
        return 3;
    }
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(same..).unwrap_or(&[]), b.get(same..).unwrap_or(&[]));
    let same = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    walk(a.get(..a.len() - same).unwrap_or(&[]), b.get(..b.len() - same).unwrap_or(&[]), 3)
}

/// Slips by trying each at the first difference; `left` is how many are still worth counting.
fn walk(a: &[u8], b: &[u8], left: usize) -> usize {
    let same = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let (a, b) = (a.get(same..).unwrap_or(&[]), b.get(same..).unwrap_or(&[]));
    let longer = a.len().max(b.len());
    if longer == 0 || left == 0 || a.is_empty() || b.is_empty() {
        return longer.min(left);
    }
    let (a1, b1) = (a.get(1..).unwrap_or(&[]), b.get(1..).unwrap_or(&[]));
    let mut best = left.min(1 + walk(a1, b1, left - 1));
    best = best.min(1 + walk(a1, b, best.saturating_sub(1)));
    best = best.min(1 + walk(a, b1, best.saturating_sub(1)));
    if let ([a0, a1, a_rest @ ..], [b0, b1, b_rest @ ..]) = (a, b)
        && a0 == b1
        && a1 == b0
    {
        best = best.min(1 + walk(a_rest, b_rest, best.saturating_sub(1)));
    }
    best
}
