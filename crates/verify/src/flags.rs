//! Which flags an act must carry, from its times alone.

use crate::header::Header;
use crate::time::Moment;

/// What is known of the clock of the act before.
#[derive(Clone, Copy)]
pub(crate) enum ClockBefore {
    /// There is no act before.
    None,
    /// It could not be read, so nothing can be said of `clock_back`.
    Unknown,
    /// It was written then.
    At(Moment),
}

/// The flags the table calls for, in its order.
pub(crate) fn flags_due(header: &Header<'_>, before: ClockBefore) -> Vec<&'static str> {
    let Header { happened, informed, stated, written, .. } = header;
    let early = informed.is_some_and(|informed| *stated < informed);
    let times = [Some(*happened), *informed, Some(*stated)];
    let ahead = times.into_iter().flatten().any(|time| time.is_after_clock(*written));
    let back = match before {
        ClockBefore::None => false,
        ClockBefore::At(before) => *written < before,
        ClockBefore::Unknown => header.flags.iter().any(|flag| flag == "clock_back"),
    };
    let table = [("before_information", early), ("after_clock", ahead), ("clock_back", back)];
    table.into_iter().filter(|(_, due)| *due).map(|(flag, _)| flag).collect()
}
