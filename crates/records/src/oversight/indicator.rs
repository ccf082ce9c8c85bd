//! What is counted beside the reports registered. Of stations and periods, never of persons.

/// What is counted. Its code is in addresses and in the messages `burking-{code}` (its name), `burking-{code}-counts`
/// (what is counted) and `burking-{code}-blind` (what the number cannot tell).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Indicator {
    /// First information reports registered.
    Firs,
    /// Reports refused (rule 24.4).
    Refused,
    /// Reports entered as non-cognizable (section 155).
    Noncognizable,
    /// Emergency calls written down.
    Calls,
    /// Complaints written down.
    Complaints,
    /// Calls and complaints without a result.
    Unanswered,
    /// Reports that explain their delay.
    Delayed,
    /// Reports registered later after the information than the law's flag.
    Slow,
    /// Petitions under section 22-A.
    Petitions,
    /// Those in which a registration was directed.
    Directed,
    /// Directions not complied with.
    Waiting,
    /// Informants called back.
    Callbacks,
    /// Those who disagree.
    Disagreed,
    /// Those not reached.
    Unreached,
}

impl Indicator {
    /// All of them, in the order of the page.
    pub const ALL: [Self; 14] = [
        Self::Firs,
        Self::Refused,
        Self::Noncognizable,
        Self::Calls,
        Self::Complaints,
        Self::Unanswered,
        Self::Delayed,
        Self::Slow,
        Self::Petitions,
        Self::Directed,
        Self::Waiting,
        Self::Callbacks,
        Self::Disagreed,
        Self::Unreached,
    ];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Firs => "firs",
            Self::Refused => "refused",
            Self::Noncognizable => "noncognizable",
            Self::Calls => "calls",
            Self::Complaints => "complaints",
            Self::Unanswered => "unanswered",
            Self::Delayed => "delayed",
            Self::Slow => "slow",
            Self::Petitions => "petitions",
            Self::Directed => "directed",
            Self::Waiting => "waiting",
            Self::Callbacks => "callbacks",
            Self::Disagreed => "disagreed",
            Self::Unreached => "unreached",
        }
    }

    /// By its code.
    pub fn of(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|i| i.as_str() == code)
    }
}
