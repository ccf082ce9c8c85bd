//! What the office's clock says against the times an officer stated. A flag refuses nothing: it stands in the
//! header for every reader to see, and anyone can compute it again.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// How far a stated time may run ahead of the office's clock before it is flagged.
pub const CLOCK_GRACE: SignedDuration = SignedDuration::from_secs(120);

/// A mark against an act's times, in the order of the format's table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Flag {
    /// The hour of entry is earlier than the information of it.
    BeforeInformation,
    /// A stated time is later than the office's clock by more than [`CLOCK_GRACE`].
    AfterClock,
    /// The office's clock went back since the act before.
    ClockBack,
}

impl Flag {
    /// The flag as it is written, e.g. `after_clock`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Flag::BeforeInformation => "before_information",
            Flag::AfterClock => "after_clock",
            Flag::ClockBack => "clock_back",
        }
    }
}

/// Exactly the flags the format calls for, in its order. `written_before` is the `written` of the act before,
/// or none for the first act.
#[must_use]
pub fn flags_of(
    happened: Timestamp,
    informed: Option<Timestamp>,
    stated: Timestamp,
    written: Timestamp,
    written_before: Option<Timestamp>,
) -> Vec<Flag> {
    let ahead = |t: Timestamp| t.duration_since(written) > CLOCK_GRACE;
    let rules = [
        (Flag::BeforeInformation, informed.is_some_and(|i| stated < i)),
        (Flag::AfterClock, ahead(happened) || informed.is_some_and(ahead) || ahead(stated)),
        (Flag::ClockBack, written_before.is_some_and(|before| written < before)),
    ];
    rules.into_iter().filter_map(|(flag, stands)| stands.then_some(flag)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Flag, flags_of};
    use crate::time::instant;

    #[test]
    fn the_table() {
        let at = |clock: &str| instant(&format!("2026-01-05T{clock}+05:00")).unwrap();
        let nine = at("09:00:00");
        let flags =
            |h, i: Option<&str>, s, b: Option<&str>| flags_of(at(h), i.map(at), at(s), nine, b.map(at));
        assert_eq!(flags("08:00:00", Some("08:30:00"), "08:30:00", Some("09:00:00")), []);
        assert_eq!(flags("08:00:00", None, "09:02:00", None), [], "120 seconds are within the grace");
        assert_eq!(flags("08:00:00", None, "09:02:00.000000001", None), [Flag::AfterClock]);
        assert_eq!(flags("09:02:01", None, "09:00:00", None), [Flag::AfterClock]);
        assert_eq!(flags("08:00:00", Some("08:30:01"), "08:30:00", None), [Flag::BeforeInformation]);
        assert_eq!(
            flags("08:00:00", Some("09:03:00"), "08:30:00", Some("09:00:00.1")),
            [Flag::BeforeInformation, Flag::AfterClock, Flag::ClockBack]
        );
        for flag in [Flag::BeforeInformation, Flag::AfterClock, Flag::ClockBack] {
            assert_eq!(serde_json::to_string(&flag).unwrap(), format!("\"{}\"", flag.as_str()));
        }
    }
}
