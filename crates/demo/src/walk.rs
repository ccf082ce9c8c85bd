//! A day of a station, walked in order: each thing to do gets one of the district's minutes, and becomes an act.

use roznamcha_acts::kinds::{Body, DiaryClose, DiaryOpen, Direction};
use roznamcha_journal::EntryRef;
use roznamcha_records::Role;

use crate::calendar::{CLOSE, DAY, LAST_MORNING};
use crate::chance::Chance;
use crate::crimes::{self, Crime, Loot, by_key};
use crate::life::{Case, Life, Todo};
use crate::report::Teller;
use crate::step::{Placed, Step};
use crate::words::line;

/// The minutes at which the district's stations write on a day: a few, so that they write together and the store
/// commits together.
pub(crate) fn minutes(seed: u64, number: i64, last: bool) -> Vec<i64> {
    let mut chance = Chance::new(seed, &format!("minutes/{number}"));
    let end = if last { LAST_MORNING } else { CLOSE - 8 };
    let mut all = vec![481];
    let mut minute = 486;
    while minute < end {
        all.push(minute);
        minute += if minute < 1380 { chance.between(11, 30) } else { chance.between(25, 70) };
    }
    all.into_iter().map(|m| number * DAY + m).collect()
}

/// How many diary entries an act makes.
fn diary_entries(body: &Body) -> u64 {
    let makes = matches!(
        body,
        Body::DiaryOpen(_)
            | Body::DiaryWrite(_)
            | Body::DiaryClose(_)
            | Body::ReportNoncognizable(_)
            | Body::ReportRefuse(_)
            | Body::FirRegister(_)
            | Body::CustodyLodge(_)
            | Body::CustodyRelease(_)
            | Body::CashMove(_)
    );
    u64::from(makes)
}

impl Life<'_> {
    /// The acts of day `number`, in order, at these minutes; the last day stays open.
    pub fn day(&mut self, number: i64, minutes: &[i64]) -> Vec<Placed> {
        let base = number * DAY;
        let last = number == self.last_day();
        let end = base + if last { LAST_MORNING } else { CLOSE };
        self.plan_routine(base);
        self.plan_rare(number);
        self.diary = 0;
        let mut free = minutes.iter().copied();
        let mut now = free.next().unwrap_or(base + 481);
        let clerk = self.clerk(now);
        let day = self.calendar.day(number);
        let open = self.step(&clerk, DiaryOpen::on(day));
        let mut placed = Vec::new();
        self.place(&mut placed, now, open);
        let mut before = None;
        while let Some(((minute, _), todo)) = self.next_before(end) {
            // What is planned for the same minute is done in the same minute.
            if before != Some(minute) {
                now = free.by_ref().find(|m| *m >= minute).unwrap_or(now);
            }
            before = Some(minute);
            if let Some(step) = self.turn(todo, now) {
                self.place(&mut placed, now, step);
            }
        }
        if !last {
            let close = self.close(base + CLOSE);
            self.place(&mut placed, base + CLOSE, close);
        }
        placed
    }

    fn next_before(&mut self, end: i64) -> Option<((i64, u64), Todo)> {
        let first = self.later.first_entry()?;
        (first.key().0 < end).then(|| first.remove_entry())
    }

    fn place(&mut self, placed: &mut Vec<Placed>, minute: i64, mut step: Step) {
        self.diary += diary_entries(&step.act.body);
        if step.watch {
            step.act.stated = Some(self.calendar.clock(minute));
        }
        // On the eve of the last day the first station strikes a word of its morning entry.
        let eve = self.index == 0 && self.diary == 2 && minute.div_euclid(DAY) == self.last_day() - 1;
        if let Body::DiaryWrite(written) = &step.act.body
            && (eve || self.chance.odds(0.012))
        {
            let period = self.calendar.day((minute - 480).div_euclid(DAY)).to_string();
            let entry =
                EntryRef { register: "2".to_owned(), part: "-".to_owned(), period, serial: self.diary };
            self.correct(written, entry, minute);
        }
        placed.push(Placed { minute, step });
    }

    /// What becomes of it now; nothing when it can no longer be done.
    fn turn(&mut self, todo: Todo, now: i64) -> Option<Step> {
        match todo {
            Todo::Do(mut step) => {
                self.stand_in(&mut step);
                if let Body::CashMove(cash) = &step.act.body {
                    let signed = match cash.direction {
                        Direction::In => cash.amount_paisa,
                        Direction::Out => -cash.amount_paisa,
                    };
                    if self.cash + signed < 0 {
                        return None;
                    }
                    self.cash += signed;
                }
                if let Body::StaffAppoint(come) = &step.act.body
                    && come.role == Role::Sho.as_str()
                {
                    self.sho.clone_from(&come.officer);
                }
                Some(*step)
            }
            Todo::Register(crime) => {
                let drawn = crime.or_else(|| crimes::draw(&mut self.chance))?;
                let town = matches!(self.station.short, "CITY" | "BAZAR" | "GULSHAN");
                let drawn = if town && drawn.loot == Loot::Cattle { by_key("motorcycle")? } else { drawn };
                Some(self.register(drawn, now))
            }
            Todo::Lodge { person, sections, fir, released } => {
                Some(self.lodge(*person, sections, fir, released, now))
            }
        }
    }

    fn register(&mut self, crime: &'static Crime, now: i64) -> Step {
        let io = self.chance.pick(&self.ios).cloned().unwrap_or_default();
        let tag = format!("NMN-{}-{}", self.station.short, self.chance.between(10_000, 99_999));
        let mut teller = Teller {
            words: self.words,
            station: &self.station,
            calendar: self.calendar,
            chance: &mut self.chance,
            known: &mut self.known,
            io,
            tag,
        };
        let fir = teller.compose(crime, now);
        let clerk = self.clerk(now);
        let mut step = self.step(&clerk, fir.clone());
        step.act.informed = Some(fir.reported);
        let id = step.act.id.to_string();
        let juvenile = fir.accused.iter().any(|a| a.person.age.is_some_and(|age| age < 18));
        self.cases.push(Case { id: id.clone(), minute: now, crime, juvenile, held: false });
        self.follow_case(&id, crime, &fir, now);
        step
    }

    /// The count differs from the book now and then, and the clerk says why.
    fn close(&mut self, minute: i64) -> Step {
        let short = self.chance.odds(0.01) && self.cash > 10_000;
        let remarks = line(&self.words.diary, "close", &mut self.chance).to_owned();
        let body = DiaryClose {
            counted_paisa: if short { self.cash - 5_000 } else { self.cash },
            difference_reason: short.then(|| "پچاس روپے ریزگاری کم نکلی، تلاش جاری".to_owned()),
            book_paisa: 0,
            remarks,
        };
        let clerk = self.clerk(minute);
        self.step(&clerk, body)
    }
}
