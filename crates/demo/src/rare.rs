//! What happens once or twice in a year: a change of charge, a transfer, a clock that stood wrong, an entry made
//! late, a seal and its lifting, an expungement. Each has its day, whatever the length of the plan.

use roznamcha_acts::kinds::{
    DiaryKind, DiaryWrite, FirSeal, FirUnseal, RecordExpunge, StaffAppoint, StaffRelieve,
};
use roznamcha_acts::views::ReportKind;
use roznamcha_records::Purpose;

use crate::calendar::DAY;
use crate::case::{Case, End, Fate, Stands};
use crate::district::{self, Post};
use crate::life::{Life, Todo};
use crate::words::line;

impl Life<'_> {
    /// Plans what is due on this day only.
    pub fn plan_rare(&mut self, number: i64) {
        let tenth = |n: i64| self.last_day() * n / 10;
        let (two, three, four) = (tenth(2), tenth(3), tenth(4));
        let (five, seven, eight, nine) = (tenth(5), tenth(7), tenth(8), tenth(9));
        let base = number * DAY;
        self.show(number, base);
        match self.index {
            0 => {
                match number {
                    0 => self.plan_report(base + 640, "cheque", Some(Fate::Quiet), false),
                    1 => self.plan_report(base + 640, "rape", None, false),
                    _ => {}
                }
                if number == four {
                    self.change_of_charge(base + 600);
                }
                if number == five {
                    self.misdated(base + 1010);
                }
                if number == seven {
                    self.expunge(base + 700, number);
                }
                if number == eight {
                    self.wrong_clock(base + 960);
                }
                if number == nine {
                    self.unseal(base + 730, number);
                }
                if number == self.last_day() - 2 {
                    self.plan_report(base + 660, "motorcycle", None, false);
                }
                if number == self.last_day() - 1 {
                    self.hold(base + 490);
                }
            }
            1 => {
                if number == 1 {
                    self.plan_report(base + 640, "child", None, false);
                }
                if number == two {
                    self.late_entry(base + 800);
                    self.refusal(base + 720);
                }
                if number == three {
                    self.wrong_clock(base + 960);
                }
                if number == five {
                    self.seal(base + 730, number);
                }
            }
            _ => {}
        }
    }

    /// An officer leaves this station.
    pub fn relieve(&mut self, minute: i64, officer: &str, reason: &str) {
        let until = self.calendar.at(minute).day();
        let order_no = format!("نمونہ/{}", self.chance.between(1000, 9999));
        let (officer, reason) = (officer.to_owned(), reason.to_owned());
        self.plan_act(minute, "NMN-ADMIN", StaffRelieve { officer, until, order_no, reason });
    }

    /// An officer comes to this station.
    pub fn appoint(&mut self, minute: i64, post: &Post) {
        let from = self.calendar.at(minute).day();
        let order_no = format!("نمونہ/{}", self.chance.between(1000, 9999));
        let body = appointment(post, from, order_no);
        self.plan_act(minute, "NMN-ADMIN", body);
        self.station.posts.push(post.clone());
    }

    fn change_of_charge(&mut self, minute: i64) {
        let Some(post) = district::incoming_sho(self.words, self.plan.seed, &self.station) else { return };
        let leaving = self.sho.clone();
        self.appoint(minute, &post);
        let (from, to) = (leaving.clone(), post.officer.clone());
        self.plan(minute + 30, Todo::Charge { charge: "sho", from, to });
        self.relieve(minute + 120, &leaving, "تبادلہ");
        self.station.posts.retain(|p| p.officer != leaving);
        let text = line(&self.words.diary, "handover", &mut self.chance).to_owned();
        let (clerk, officers) = (self.clerk(minute), vec![leaving, post.officer]);
        let body = DiaryWrite { subject: DiaryKind::ChargeHandover, text, officers, fir: None };
        self.plan_act(minute + 130, &clerk, body);
    }

    /// A small district shows in its days what a year brings: cases with every end.
    fn show(&mut self, number: i64, base: i64) {
        use End::{Acquitted, Compounded, Convicted, Discharged, Withdrawn};
        let shown: &[(i64, &str, Fate)] = &[
            (0, "narcotics", Fate::Tried(Convicted)),
            (0, "arms", Fate::Tried(Convicted)),
            (0, "threats", Fate::Tried(Acquitted)),
            (0, "threats", Fate::Absconds),
            (0, "hurt", Fate::Tried(Compounded)),
            (1, "theft", Fate::Untraced),
            (1, "fraud", Fate::Cancelled(ReportKind::False)),
            (1, "cheque", Fate::Quashed),
            (0, "arms", Fate::Tried(Withdrawn)),
            (0, "liquor", Fate::Tried(Discharged)),
            (2, "threats", Fate::Elsewhere),
            (4, "arms", Fate::Tried(Acquitted)),
            (0, "fraud", Fate::Tried(Compounded)),
        ];
        if !self.plan.small {
            return;
        }
        for (nth, (_, key, fate)) in shown.iter().enumerate().filter(|(_, (day, ..))| *day == number) {
            // The first station shows one half of them, the second the other; both what every station must.
            if nth > 3 && nth % 2 != self.index {
                continue;
            }
            let minute = base + 520 + i64::try_from(nth).unwrap_or(0) * 9;
            self.plan_report(minute, key, Some(*fate), false);
        }
        if number == 0 && self.index == 1 {
            self.plan_report(base + 700, "kites", Some(Fate::Tried(Acquitted)), true);
        }
    }

    fn plain(&mut self, section: &str) -> DiaryWrite {
        let text = self.told(section);
        DiaryWrite { subject: DiaryKind::Misc, text, officers: Vec::new(), fir: None }
    }

    /// The machine's clock stood 95 minutes back; the clerk states the hour of his watch.
    fn wrong_clock(&mut self, minute: i64) {
        let body = self.plain("misc");
        let clerk = self.clerk(minute);
        let mut step = self.step(&clerk, body);
        step.slow = 95;
        step.watch = true;
        self.plan(minute, Todo::Do(Box::new(step)));
    }

    /// Known since the morning, written in the afternoon.
    fn late_entry(&mut self, minute: i64) {
        let body = self.plain("misc");
        let clerk = self.clerk(minute);
        let earlier = self.calendar.at(minute - 270);
        let step = self.step(&clerk, body).earlier(earlier);
        self.plan(minute, Todo::Do(Box::new(step)));
    }

    /// The hour of entry is stated before the hour of information: a flag stands on it.
    fn misdated(&mut self, minute: i64) {
        let body = self.plain("misc");
        let clerk = self.clerk(minute);
        let mut step = self.step(&clerk, body).earlier(self.calendar.at(minute - 20));
        step.act.stated = Some(self.calendar.at(minute - 65));
        self.plan(minute, Todo::Do(Box::new(step)));
    }

    /// A court orders a settled case removed.
    fn expunge(&mut self, minute: i64, number: i64) {
        let untouched =
            |c: &Case| c.articles.is_empty() && c.suspects.iter().all(|s| s.stands == Stands::Named);
        let old = |c: &&Case| c.minute < (number - 4) * DAY && untouched(c) && !c.gone;
        let case = self.cases.iter().filter(old).find(|c| c.crime.key == "cheque").cloned();
        let Some(case) = case.or_else(|| self.cases.iter().find(old).cloned()) else { return };
        self.later.retain(|_, todo| !matches!(todo, Todo::Do(step) if step.upon(&case.id)));
        let order_date = self.calendar.day(number - 1);
        let body = RecordExpunge {
            acts: vec![case.id.clone()],
            court: "سیشن کورٹ نمونہ (فرضی)".to_owned(),
            order_no: format!("NMN-{}", self.chance.between(10, 99)),
            order_date,
        };
        let step = self.step("NMN-DPO", body).purpose(Purpose::CourtOrder);
        self.plan(minute, Todo::Do(Box::new(step)));
        self.cases.iter_mut().filter(|c| c.id == case.id).for_each(|c| c.gone = true);
    }

    /// An informer is protected.
    fn seal(&mut self, minute: i64, number: i64) {
        let open = ["robbery", "motorcycle", "theft", "burglary", "cheque", "narcotics", "dwelling"];
        let fits = |c: &&Case| c.minute < number * DAY && open.contains(&c.crime.key);
        // The latest adult case of a kind that no law seals of itself.
        let Some(case) = self.cases.iter().rev().filter(|c| !c.juvenile).find(fits).cloned() else { return };
        let sho = self.sho.clone();
        self.cases.iter_mut().filter(|c| c.id == case.id).for_each(|c| c.sealed = true);
        self.plan_act(minute, &sho, FirSeal { fir: case.id, reason: "informer".to_owned() });
    }

    /// A court lifts a seal.
    fn unseal(&mut self, minute: i64, number: i64) {
        let fits = |c: &&Case| c.minute < (number - 1) * DAY && c.crime.key == "rape";
        let Some(case) = self.cases.iter().find(fits).cloned() else { return };
        let body = FirUnseal { fir: case.id, order_no: format!("NMN-{}", self.chance.between(10, 99)) };
        let sho = self.sho.clone();
        let step = self.step(&sho, body).purpose(Purpose::CourtOrder);
        self.plan(minute, Todo::Do(Box::new(step)));
    }

    /// Someone whose 24 hours run out while the last day is open.
    fn hold(&mut self, minute: i64) {
        let home = self.chance.pick(&self.station.localities).map_or("", |l| l.name);
        let person = crate::people::person(self.words, false, (20, 45), home, &mut self.chance);
        let sections = vec!["PPC-411".to_owned()];
        self.plan(minute, Todo::Lodge { person: Box::new(person), sections, fir: None, released: false });
    }
}

/// The act that posts an officer.
pub(crate) fn appointment(post: &Post, from: jiff::civil::Date, order_no: String) -> StaffAppoint {
    StaffAppoint {
        officer: post.officer.clone(),
        name_en: post.name.en.clone(),
        name_ur: post.name.ur.clone(),
        belt_no: post.belt.clone(),
        phone: Some(post.phone.clone()),
        rank: post.rank.to_owned(),
        role: post.role.as_str().to_owned(),
        from,
        order_no,
        woman: post.woman,
        juvenile_trained: post.rank == "si",
    }
}
