//! How many typing errors lie between two numbers.

/// Signs replaced, lost, added, or neighbours exchanged, that turn one into the other; `None` beyond `most`.
pub(super) fn edits(one: &[u8], other: &[u8], most: u8) -> Option<u8> {
    if one.len().abs_diff(other.len()) > usize::from(most) {
        return None;
    }
    let first: Vec<u8> = (0..=other.len()).map(|n| u8::try_from(n).unwrap_or(u8::MAX)).collect();
    let (mut before, mut row) = (first.clone(), first);
    let mut last = None;
    for (at, a) in one.iter().enumerate() {
        let mut next = vec![u8::try_from(at + 1).unwrap_or(u8::MAX)];
        let mut previous = None;
        for (column, b) in other.iter().enumerate() {
            let of = |row: &[u8], at: usize| row.get(at).copied().unwrap_or(u8::MAX);
            let mut cost = (of(&row, column).saturating_add(u8::from(a != b)))
                .min(of(&row, column + 1).saturating_add(1))
                .min(of(&next, column).saturating_add(1));
            if column > 0 && last == Some(*b) && previous == Some(*a) {
                cost = cost.min(of(&before, column - 1).saturating_add(1));
            }
            next.push(cost);
            previous = Some(*b);
        }
        if next.iter().all(|cost| *cost > most) {
            return None;
        }
        last = Some(*a);
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().filter(|cost| *cost <= most)
}
