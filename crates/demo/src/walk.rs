//! A day of a station, walked in order: each thing to do gets one of the district's minutes, and becomes an act.

use roznamcha_acts::kinds::{Body, DiaryClose, DiaryOpen, Direction};
use roznamcha_records::Role;

use crate::calendar::{CLOSE, DAY, LAST_MORNING};
use crate::case::Fate;
use crate::chance::Chance;
use crate::crimes::{self, Crime, Loot, by_key};
use crate::life::{Life, Todo};
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

impl Life<'_> {
    /// The acts of day `number`, in order, at these minutes; the last day stays open.
    pub fn day(&mut self, number: i64, minutes: &[i64]) -> Vec<Placed> {
        let base = number * DAY;
        let last = number == self.last_day();
        let end = base + if last { LAST_MORNING } else { CLOSE };
        self.plan_routine(base);
        self.plan_books(number);
        self.plan_standing(number);
        self.plan_rare(number);
        self.plan_answers(number);
        self.written = 0;
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
                match free.by_ref().find(|m| *m >= minute) {
                    Some(next) => now = next,
                    // The day has no minute left: what a case waits for comes tomorrow, or it would wait here for ever.
                    None if matches!(todo, Todo::Beat(..)) => {
                        self.plan(end, todo);
                        continue;
                    }
                    None => {}
                }
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
        if step.watch {
            step.act.stated = Some(self.calendar.clock(minute));
        }
        if let Body::DiaryWrite(written) = &step.act.body {
            self.written += 1;
            // On the eve of the last day the first station strikes a word of its morning entry.
            let day = minute.div_euclid(DAY);
            let shown = day == self.last_day() - 1 || (self.plan.small && day == 2);
            if (self.index == 0 && self.written == 1 && shown) || self.chance.odds(0.012) {
                self.correct(written, step.act.id, minute);
            }
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
                if let Body::StaffRelieve(go) = &step.act.body {
                    self.left.push(go.officer.clone());
                }
                match &step.act.body {
                    Body::ArmsDeposit(_) => self.deposits += 1,
                    Body::ArmsReturn(_) => self.deposits = self.deposits.saturating_sub(1),
                    _ => {}
                }
                Some(*step)
            }
            Todo::Register { crime, fate, young } => {
                let drawn = crime.or_else(|| crimes::draw(&mut self.chance))?;
                let town = matches!(self.station.short, "CITY" | "BAZAR" | "GULSHAN");
                let drawn = if town && drawn.loot == Loot::Cattle { by_key("motorcycle")? } else { drawn };
                Some(self.register(drawn, fate, young, now))
            }
            Todo::Beat(at, beat) => self.beat(at, beat, now),
            Todo::Treasury => self.treasury(now),
            Todo::Charge { charge, from, to } => Some(self.hand_over(charge, &from, &to, now)),
            Todo::Alert { missing } => Some(self.alert(missing, now)),
            Todo::Count => Some(self.count_store()),
            Todo::Weapon { nth, officer, out } => self.weapon(nth, &officer, out, now),
            Todo::Lodge { person, sections, fir, released } => {
                Some(self.lodge(*person, sections, fir, released, now))
            }
        }
    }

    fn register(&mut self, crime: &'static Crime, fate: Option<Fate>, young: bool, now: i64) -> Step {
        // Cases of women and children go to the station's sub-inspector.
        let senior = self.ios.first().cloned().unwrap_or_default();
        let protected = crime.guarded() || young;
        let any = self.chance.pick(&self.ios).cloned().unwrap_or_default();
        let io = if protected { senior.clone() } else { any };
        let tag = format!("NMN-{}-{}", self.station.short, self.chance.between(10_000, 99_999));
        let mut teller = Teller {
            words: self.words,
            station: &self.station,
            calendar: self.calendar,
            chance: &mut self.chance,
            known: &mut self.known,
            io,
            tag,
            young,
        };
        let mut fir = teller.compose(crime, now);
        let juvenile = fir.accused.iter().any(|a| a.person.is_child());
        // So does a trespass with an assault on a woman.
        if juvenile || fir.sections.iter().any(|s| s == "PPC-354") {
            fir.io = Some(senior);
        }
        let clerk = self.clerk(now);
        let mut step = self.step(&clerk, fir.clone());
        step.act.informed = Some(fir.reported);
        let id = step.act.id.to_string();
        self.open_case(&id, crime, &fir, fate, now);
        self.follow_case(&id, crime, now);
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
