//! What every check may ask: where, when, under which law.

use jiff::civil::Date;
use roznamcha_acts::Moment;
use roznamcha_acts::views::ClockRow;
use roznamcha_deadlines::{ClockFacts, Pause, Reckoning, reckon};
use roznamcha_statute::{Province, StatuteBook};

/// One office at one moment.
#[derive(Clone, Copy)]
pub struct Scene<'a> {
    /// The office.
    pub office: &'a str,
    /// Its province.
    pub province: Province,
    /// The moment.
    pub now: Moment,
    /// The statute book.
    pub book: &'a StatuteBook,
}

impl Scene<'_> {
    /// Whether more than so many hours have passed since then.
    pub fn older(&self, at: Moment, hours: u32) -> bool {
        self.now.seconds_since(at) > i64::from(hours) * 3_600
    }

    /// Whether more than so many hours have passed since that day ended.
    pub fn day_older(&self, day: Date, hours: u32) -> bool {
        let days = self.now.day().since(day).map_or(0, |span| span.get_days());
        // The day after begins when no hour has passed yet.
        days > 0 && i64::from(days - 1) * 24 + i64::from(self.now.local().hour()) >= i64::from(hours)
    }

    /// What the law says of a clock now.
    pub fn reckon(&self, clock: &ClockRow) -> Option<Reckoning<'_>> {
        let marks: Vec<String> = clock.marks.iter().map(|m| m.as_str().to_owned()).collect();
        let pause = |p: &roznamcha_acts::views::Pause| Pause {
            from: p.from.at.timestamp(),
            until: p.until.as_ref().map(|u| u.at.timestamp()),
        };
        let pauses: Vec<Pause> = clock.run.pauses.iter().map(pause).collect();
        let facts = ClockFacts {
            deadline: &clock.deadline,
            province: self.province,
            started: clock.run.started.at.timestamp(),
            met: clock.run.met.as_ref().map(|met| met.at.timestamp()),
            pauses: &pauses,
            marks: &marks,
        };
        reckon(self.book, &facts, self.now.timestamp())
    }
}
