//! What a station has to do beside its cases: deaths looked into, missing persons, those watched by order, absconders of
//! other stations, arms deposited, the store-room counted, the charge of its books.

use jiff::ToSpan;
use roznamcha_acts::kinds::{
    AbsconderEnter, AbsconderList, AbsconderRemove, ArmsDeposit, ArmsReturn, Command, InquestClose,
    InquestOpen, MissingAlert, MissingClose, MissingReport, Struck, SurveillanceOrder, SurveillanceReview,
    SurveillanceVisit, WatchPart,
};
use roznamcha_records::Role;

use crate::books::falls;
use crate::calendar::DAY;
use crate::life::{Life, Todo};
use crate::people::MARK_UR;
use crate::step::Step;

impl Life<'_> {
    /// A line of the cases' written material, filled in.
    pub fn say(&mut self, section: &str) -> String {
        let template = crate::words::line(&self.words.case, section, &mut self.chance);
        self.filled(template)
    }

    /// A line of the day's written material, filled in.
    pub fn tell(&mut self, section: &str) -> String {
        let template = crate::words::line(&self.words.diary, section, &mut self.chance);
        self.filled(template)
    }

    fn filled(&mut self, template: &str) -> String {
        let place = self.chance.pick(&self.station.localities).map_or("", |l| l.name);
        let name = self.name_of(&self.sho);
        crate::words::Roll::new(&mut self.chance).fill(template, &name, place)
    }

    /// Plans what falls on this day.
    pub fn plan_standing(&mut self, number: i64) {
        let base = number * DAY;
        if falls(number, 2, 28) {
            self.inquest(base + 900, number);
        }
        if falls(number, 3, 11) {
            self.missing(base + 730, number);
        }
        if falls(number, 3, 70) {
            self.watch(base + 840, number);
        }
        if falls(number, 1, 50) || number == 2 {
            self.absconder(base + 870, number);
        }
        if falls(number, 2, 30) {
            self.deposit(base + 760);
        }
        if falls(number, 5, 7) {
            self.plan(base + 640, Todo::Count);
        }
        if falls(number, 6, 7) {
            self.plan(base + 1000, Todo::Treasury);
        }
        if falls(number, 1, 9) {
            let person = Box::new(self.somebody(false, (20, 45)));
            let sections = vec!["PPC-506-i".to_owned()];
            self.plan(base + 1100, Todo::Lodge { person, sections, fir: None, released: true });
        }
        if number == self.last_day() * 6 / 10 {
            let clerks = self.station.of(Role::Moharrar);
            if let [from, .., to] = clerks.as_slice() {
                let (from, to) = (from.clone(), to.clone());
                self.plan(base + 600, Todo::Charge { charge: "moharrar", from, to });
            }
        }
    }

    fn inquest(&mut self, minute: i64, number: i64) {
        let duty = self.station.of(Role::DutyOfficer).into_iter().next().unwrap_or_default();
        let body = InquestOpen {
            deceased: self.somebody(false, (20, 75)),
            place: format!("نہر کنارہ {MARK_UR}"),
            found_by: self.somebody(false, (20, 60)),
            informed_at: self.calendar.at(minute - 90),
            magistrate: crate::case::MAGISTRATE.to_owned(),
            magistrate_informed_at: self.calendar.at(minute - 45),
            respectables: format!(
                "{}؛ {}",
                self.somebody(false, (40, 65)).line(),
                self.somebody(false, (40, 65)).line()
            ),
            injuries: "کوئی نشان تشدد نہیں پایا گیا".to_owned(),
            apparent_cause: self.say("inquest"),
            weapon: String::new(),
            hospital: Some("ضلعی ہسپتال نمونہ (فرضی)".to_owned()),
        };
        let step = self.step(&duty, body);
        let inquest = step.act.id.to_string();
        self.plan(minute, Todo::Do(Box::new(step)));
        let closed = (number + self.chance.between(3, 8)) * DAY + 700;
        let body = InquestClose {
            inquest,
            outcome: "accident".to_owned(),
            post_mortem_no: format!("PM-{}", self.chance.between(10, 999)),
            handed_to: self.somebody(false, (25, 65)).line(),
            fir: None,
        };
        self.plan_act(closed, &duty, body);
    }

    fn missing(&mut self, minute: i64, number: i64) {
        // Every third is a child.
        let child = falls(number, 3, 33);
        let clerk = self.clerk(minute);
        let body = MissingReport {
            person: self.somebody(false, if child { (6, 14) } else { (19, 70) }),
            last_seen: self.calendar.at(minute - 300),
            place: format!("بازار {MARK_UR}"),
            description: "سفید قمیض شلوار، درمیانہ قد".to_owned(),
            reporter: self.somebody(false, (30, 60)),
            alert_no: String::new(),
        };
        let step = self.step(&clerk, body);
        let missing = step.act.id.to_string();
        self.plan(minute, Todo::Do(Box::new(step)));
        if child {
            self.plan(minute + 40, Todo::Alert { missing: missing.clone() });
        }
        let found = (number + self.chance.between(0, 4)) * DAY + 1050;
        let body = MissingClose {
            missing,
            outcome: "found".to_owned(),
            particulars: "رشتہ داروں کے ہاں سے ملا، ورثا کے حوالے کیا گیا".to_owned(),
            fir: None,
        };
        let clerk = self.clerk(found);
        self.plan_act(found, &clerk, body);
    }

    /// The alert for a child, sent when it is written.
    pub fn alert(&mut self, missing: String, now: i64) -> Step {
        let alert_no = format!("Z-{}", self.chance.between(100, 999));
        let clerk = self.clerk(now);
        self.step(&clerk, MissingAlert { missing, alert_no, sent: self.calendar.clock(now) })
    }

    /// The superintendent's order, written on that day.
    fn command(&mut self, minute: i64) -> Command {
        let no = format!("NMN-{}", self.chance.between(100, 9999));
        let date = self.calendar.at(minute).day();
        Command { authority: "ضلعی پولیس افسر نمونہ (فرضی)".to_owned(), no, date }
    }

    fn watch(&mut self, minute: i64, number: i64) {
        let order = self.command(minute);
        let due = |from: jiff::civil::Date| from.checked_add(300.days()).unwrap_or(from);
        let body = SurveillanceOrder {
            person: self.somebody(false, (28, 50)),
            part: Some(WatchPart::Two),
            sheet: true,
            description: "درمیانہ قد، بائیں ہاتھ پر نشان".to_owned(),
            offence_class: "چوری شبینہ".to_owned(),
            ground: "convicted_twice".to_owned(),
            facts: self.say("watch_facts"),
            review_due: due(order.date),
            order,
        };
        let step = self.step("NMN-DPO", body);
        let watch = step.act.id.to_string();
        self.plan(minute, Todo::Do(Box::new(step)));
        let officer = self.ios.first().cloned().unwrap_or_default();
        for visit in 1..=20 {
            let minute = (number + visit * 14 - 9) * DAY + 1080;
            let body = SurveillanceVisit { watch: watch.clone(), found: true, remarks: self.say("visit") };
            self.plan_act(minute, &officer, body);
        }
        let reviewed = minute + 285 * DAY;
        let order = self.command(reviewed);
        let body = SurveillanceReview {
            watch,
            reasons: self.say("watch_facts"),
            review_due: due(order.date),
            order,
        };
        self.plan_act(reviewed, "NMN-DPO", body);
    }

    fn absconder(&mut self, minute: i64, number: i64) {
        let deserter = number == 2;
        let clerk = self.clerk(minute);
        let mut person = self.somebody(false, (20, 45));
        person.alias = None;
        let body = AbsconderEnter {
            list: if deserter { AbsconderList::Deserters } else { AbsconderList::OtherStations },
            person,
            description: "قد لمبا، رنگ گندمی".to_owned(),
            reference: format!("{}/2024", self.chance.between(10, 400)),
            wanted_by: format!("تھانہ دیگر ضلع {MARK_UR}"),
            since: self.calendar.day(number - 200),
            haunts: "اڈہ لاری و بازار".to_owned(),
        };
        let step = self.step(&clerk, body);
        let absconder = step.act.id.to_string();
        self.plan(minute, Todo::Do(Box::new(step)));
        if self.chance.odds(0.5) {
            let minute = (number + self.chance.between(20, 90)) * DAY + 720;
            let body = AbsconderRemove {
                absconder,
                reason: Struck::Arrest,
                particulars: "گرفتار ہو کر متعلقہ تھانہ کے حوالے ہوا".to_owned(),
                order: None,
            };
            let sho = self.sho.clone();
            self.plan_act(minute, &sho, body);
        }
    }

    fn deposit(&mut self, minute: i64) {
        let clerk = self.clerk(minute);
        let depositor = self.somebody(false, (30, 65)).line();
        let body = ArmsDeposit {
            depositor: depositor.clone(),
            licence_no: format!("L-{}", self.chance.between(1000, 9999)),
            licence: None,
            weapon: "بندوق 12 بور".to_owned(),
            reason: "lapsed".to_owned(),
            kept_at: "اسلحہ خانہ".to_owned(),
        };
        let step = self.step(&clerk, body);
        let deposit = step.act.id.to_string();
        self.plan(minute, Todo::Do(Box::new(step)));
        let days = if self.plan.small { (2, 5) } else { (8, 45) };
        let back = minute + self.chance.between(days.0, days.1) * DAY;
        let clerk = self.clerk(back);
        self.plan_act(back, &clerk, ArmsReturn { deposit, to: depositor, order: None });
    }
}
