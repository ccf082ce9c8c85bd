//! Chance that is the same every time: SplitMix64 (Steele, Lea, Flood 2014), one stream for each name.

/// A stream of numbers.
#[derive(Clone, Debug)]
pub(crate) struct Chance(u64);

impl Chance {
    /// The stream of that name under a seed.
    pub fn new(seed: u64, name: &str) -> Self {
        // FNV-1a spreads names; SplitMix64 takes any state.
        let hash = name
            .bytes()
            .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x0100_0000_01b3));
        Self(hash ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let z = self.0;
        let z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    /// A number of `low..=high`; `low` where there is none.
    pub fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high - low + 1).unwrap_or(1).max(1);
        low + i64::try_from(self.next() % span).unwrap_or(0)
    }

    /// Whether something of that likelihood happens.
    pub fn odds(&mut self, likelihood: f64) -> bool {
        // 2^53 numbers are exact in an f64.
        #[expect(clippy::cast_precision_loss, reason = "53 bits are exact")]
        let share = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        share < likelihood
    }

    /// One of them; `None` of none.
    pub fn pick<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let last = i64::try_from(of.len()).unwrap_or(0) - 1;
        of.get(usize::try_from(self.between(0, last.max(0))).unwrap_or(0))
    }

    /// One of them, the earlier the likelier.
    pub fn pick_early<'a, T>(&mut self, of: &'a [T]) -> Option<&'a T> {
        let last = (i64::try_from(of.len()).unwrap_or(0) - 1).max(0);
        let place = self.between(0, last).min(self.between(0, last));
        of.get(usize::try_from(place).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::Chance;

    #[test]
    fn the_same_name_gives_the_same_stream() {
        let draw = |name: &str| {
            let mut c = Chance::new(7, name);
            (0..20).map(|_| c.between(1, 100)).collect::<Vec<_>>()
        };
        assert_eq!(draw("a"), draw("a"));
        assert_ne!(draw("a"), draw("b"));
        assert!(draw("c").iter().all(|n| (1..=100).contains(n)));
    }

    #[test]
    fn likelihood_is_kept() {
        let mut c = Chance::new(7, "odds");
        let hits = (0..10_000).filter(|_| c.odds(0.2)).count();
        assert!((1_800..2_200).contains(&hits), "{hits}");
        assert_eq!(c.pick::<u8>(&[]), None);
    }
}
