//! A span of days.

use jiff::ToSpan;
use jiff::civil::Date;
use roznamcha_acts::Moment;

use crate::{DoorError, Records};

/// The longest span.
const MOST_DAYS: i32 = 366;
/// The usual one, that ends today.
const USUAL_DAYS: i32 = 29;

/// From the first day to the last, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub to: Date,
}

impl Span {
    /// The days asked for; the last thirty where none are.
    ///
    /// # Errors
    /// [`DoorError::Refused`] where a day does not read, the last is before the first, or they are more than a year
    /// apart.
    pub fn asked(from: Option<&str>, to: Option<&str>, today: Date) -> Result<Self, DoorError> {
        let given = |text: Option<&str>| text.map(str::trim).filter(|t| !t.is_empty()).map(str::to_owned);
        let read = |field: &str, text: Option<String>, usual: Date| match text {
            None => Ok(usual),
            Some(text) => text.parse::<Date>().map_err(|_| DoorError::field(field, "fault-span-day")),
        };
        let to = read("to", given(to), today)?;
        let from = read("from", given(from), to.checked_sub(USUAL_DAYS.days()).unwrap_or(to))?;
        let days = (to - from).get_days();
        if !(0..=MOST_DAYS).contains(&days) {
            return Err(DoorError::field("from", "fault-span"));
        }
        Ok(Self { from, to })
    }
}

/// From this millisecond until before that one.
pub(super) type Millis = (i64, i64);

impl Records {
    /// The span by the clock of the offices.
    pub(super) fn millis(&self, span: Span) -> Result<Millis, DoorError> {
        let zone = self.clock.now().local().time_zone().clone();
        let start = |day: Date| {
            let at = day.to_zoned_datetime(zone.clone()).map_err(|e| DoorError::Defect(e.to_string()))?;
            Ok::<i64, DoorError>(Moment::new(at.timestamp()).millis())
        };
        let after = span.to.checked_add(1.day()).map_err(|e| DoorError::Defect(e.to_string()))?;
        Ok((start(span.from)?, start(after)?))
    }
}
