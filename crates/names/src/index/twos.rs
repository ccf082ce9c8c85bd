//! Two Roman names by their letters in twos: what sounds the same but is spelled nearer comes first.

use std::cmp::Ordering;

/// The letters of a name in twos, its words run together.
pub(crate) struct Twos(Vec<(char, char)>);

impl Twos {
    pub fn of<'a>(words: impl Iterator<Item = &'a str>) -> Self {
        let mut twos = Vec::with_capacity(24);
        let mut before = ' ';
        for c in words.flat_map(str::chars).chain([' ']) {
            twos.push((before, c));
            before = c;
        }
        twos.sort_unstable();
        Self(twos)
    }

    /// Twos in both, as a share of the mean.
    pub fn shared(&self, other: &Self) -> f32 {
        let (mut one, mut two) = (self.0.iter().peekable(), other.0.iter().peekable());
        let mut both = 0_u16;
        while let (Some(a), Some(b)) = (one.peek(), two.peek()) {
            match a.cmp(b) {
                Ordering::Less => drop(one.next()),
                Ordering::Greater => drop(two.next()),
                Ordering::Equal => {
                    both += 1;
                    one.next();
                    two.next();
                }
            }
        }
        let all = u16::try_from(self.0.len() + other.0.len()).unwrap_or(u16::MAX);
        2.0 * f32::from(both) / f32::from(all.max(1))
    }
}
