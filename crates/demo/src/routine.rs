//! What happens at a station whether or not there is crime.

use roznamcha_acts::kinds::{CashMove, DiaryKind, DiaryWrite, Direction, ReportNoncognizable, ReportRefuse};

use roznamcha_records::Role;

use crate::calendar::DAY;
use crate::life::{Life, Todo};
use crate::people;
use crate::step::Step;
use crate::words::{Roll, fill, line};

/// What a station keeps in hand over a week's end, paisa.
const KEPT_PAISA: i64 = 800_000;

impl Life<'_> {
    /// Plans the day that begins at `base`.
    pub fn plan_routine(&mut self, base: i64) {
        let busy = if self.plan.small { 0.6 } else { 1.0 };
        self.entry(base + 490, DiaryKind::Misc, "morning");
        self.movements(base, busy);
        // Minute of the day, likelihood, kind, section.
        let table: [(i64, f64, DiaryKind, &str); 6] = [
            (640, 0.4, DiaryKind::Guard, "guard"),
            (700, 0.8, DiaryKind::Misc, "misc"),
            (1150, 0.9, DiaryKind::Patrol, "patrol"),
            (1320, 0.8, DiaryKind::Patrol, "patrol"),
            (1650, 0.7, DiaryKind::Patrol, "patrol"),
            (1760, 0.8, DiaryKind::Misc, "misc"),
        ];
        for (minute, likely, kind, section) in table {
            if self.chance.odds(likely * busy) {
                let minute = base + minute + self.chance.between(-25, 25);
                self.entry(minute, kind, section);
            }
        }
        if self.chance.odds(0.7 * busy) {
            self.rifle(base);
        }
        self.cash_day(base);
        self.reports(base);
    }

    /// Officers leave and come back from what they left for.
    fn movements(&mut self, base: i64, busy: f64) {
        for (i, officer) in self.ios.clone().into_iter().enumerate() {
            if !self.chance.odds(0.8 * busy) {
                continue;
            }
            let leave = base + 520 + i64::try_from(i).unwrap_or(0) * 35 + self.chance.between(0, 60);
            let back = leave + self.chance.between(150, 420);
            let lines = |section: &str| self.words.diary.get(section).cloned().unwrap_or_default();
            let pairs: Vec<_> = lines("departure").into_iter().zip(lines("arrival")).collect();
            let (out, home) = self.chance.pick(&pairs).copied().unwrap_or_default();
            let roll = Roll::new(&mut self.chance);
            let place = self.chance.pick(&self.station.localities).map_or("", |l| l.name);
            let name = self.name_of(&officer);
            self.write(leave, DiaryKind::Departure, roll.fill(out, &name, place), Some(&officer));
            self.write(back, DiaryKind::Arrival, roll.fill(home, &name, place), Some(&officer));
        }
    }

    /// A rifle goes out for the night and comes back.
    fn rifle(&mut self, base: i64) {
        let duty = self.station.of(Role::DutyOfficer).into_iter().next().unwrap_or_default();
        let nth = usize::try_from(self.chance.between(0, 3)).unwrap_or(0);
        let (out, back) = (base + 1225, base + 1860);
        self.plan(out, Todo::Weapon { nth, officer: duty.clone(), out: true });
        self.plan(back, Todo::Weapon { nth, officer: duty, out: false });
    }

    /// What is beyond a station's needs goes to the treasury, once a week.
    pub fn treasury(&mut self, now: i64) -> Option<Step> {
        let beyond = self.cash - KEPT_PAISA;
        if beyond < 100_000 {
            return None;
        }
        self.cash -= beyond;
        let body = CashMove {
            direction: Direction::Out,
            amount_paisa: beyond,
            head: "other".to_owned(),
            party: "خزانہ ضلع نمونہ (فرضی)".to_owned(),
            voucher: format!("T-{}", self.chance.between(100, 9999)),
            purpose: "داخل خزانہ سرکار".to_owned(),
        };
        let clerk = self.clerk(now);
        Some(self.step(&clerk, body))
    }

    fn write(&mut self, minute: i64, subject: DiaryKind, text: String, officer: Option<&str>) {
        let officers: Vec<String> = officer.map(str::to_owned).into_iter().collect();
        let clerk = self.clerk(minute);
        self.plan_act(minute, &clerk, DiaryWrite { subject, text, officers, fir: None });
    }

    /// A line from the written material, of the officer in charge and some place.
    pub fn told(&mut self, section: &str) -> String {
        let template = line(&self.words.diary, section, &mut self.chance);
        let place = self.chance.pick(&self.station.localities).map_or("", |l| l.name);
        let name = self.name_of(&self.sho);
        Roll::new(&mut self.chance).fill(template, &name, place)
    }

    fn entry(&mut self, minute: i64, subject: DiaryKind, section: &str) {
        let text = self.told(section);
        self.write(minute, subject, text, None);
    }

    fn cash_day(&mut self, base: i64) {
        let day = base / DAY;
        if day % 7 == 0 {
            self.cash(base + 615, Direction::In, 3_000_000, "advance", "پیشگی اخراجات تھانہ");
        }
        if self.chance.odds(0.12) {
            let fee = self.chance.between(2, 20) * 10_000;
            self.cash(base + 780, Direction::In, fee, "deposit", "امانت رقم برآمدہ");
        }
        if self.chance.odds(0.45) {
            let spent = self.chance.between(3, 60) * 10_000;
            let purpose = line(&self.words.diary, "cash_purpose", &mut self.chance);
            let head = if purpose.starts_with("خوراک") { "diet" } else { "other" };
            self.cash(base + 900, Direction::Out, spent, head, purpose);
        }
    }

    fn cash(&mut self, minute: i64, direction: Direction, amount_paisa: i64, head: &str, purpose: &str) {
        let party = match direction {
            Direction::In => "دفتر ضلع نمونہ (فرضی)",
            Direction::Out => "نمونہ سٹور (فرضی)",
        };
        let voucher = format!("V-{}", self.chance.between(100, 9999));
        let clerk = self.clerk(minute);
        let body = CashMove {
            direction,
            amount_paisa,
            head: head.to_owned(),
            party: party.to_owned(),
            voucher,
            purpose: purpose.to_owned(),
        };
        self.plan_act(minute, &clerk, body);
    }

    /// What the public brings: cases, and what does not become one.
    fn reports(&mut self, base: i64) {
        let mut left = self.plan.firs_per_station_day;
        while left > 0.0 {
            if self.chance.odds(left.min(1.0)) {
                let minute = base + self.chance.between(500, 1320);
                self.plan(minute, Todo::Register { crime: None, fate: None, young: false });
            }
            left -= 1.0;
        }
        if self.chance.odds(0.45) {
            let minute = base + self.chance.between(540, 1200);
            self.noncognizable(minute);
        }
        if self.chance.odds(0.03) {
            let minute = base + self.chance.between(600, 1000);
            self.refusal(minute);
        }
    }

    fn noncognizable(&mut self, minute: i64) {
        let home = self.chance.pick(&self.station.localities).map_or("", |l| l.name);
        let woman = self.chance.odds(0.3);
        let informant = people::person(self.words, woman, (19, 70), home, &mut self.chance);
        let texts = self.words.diary.get("noncog").map(Vec::as_slice).unwrap_or_default();
        let codes = self.words.diary.get("noncog_sections").map(Vec::as_slice).unwrap_or_default();
        let pairs: Vec<(&str, &str)> = texts.iter().copied().zip(codes.iter().copied()).collect();
        let (text, sections) = self.chance.pick(&pairs).copied().unwrap_or_default();
        let who = informant.line();
        let body = ReportNoncognizable {
            substance: fill(text, &[("who", &who)]),
            informant,
            sections: sections.split(' ').map(str::to_owned).collect(),
            place: format!("{home} {}", people::MARK_UR),
            magistrate: self.chance.odds(0.5).then(|| "علاقہ مجسٹریٹ نمونہ".to_owned()),
        };
        let clerk = self.clerk(minute);
        self.plan_act(minute, &clerk, body);
    }

    /// Rule 24.4: the officer in charge refuses, with reasons and notice.
    pub fn refusal(&mut self, minute: i64) {
        let home = self.chance.pick(&self.station.localities).map_or("", |l| l.name);
        let informant = people::person(self.words, false, (25, 70), home, &mut self.chance);
        let who = informant.line();
        let notice = ["handed", "posted", "sms"];
        let body = ReportRefuse {
            substance: fill(line(&self.words.diary, "refusal", &mut self.chance), &[("who", &who)]),
            reasons: line(&self.words.diary, "refusal_reason", &mut self.chance).to_owned(),
            notice: self.chance.pick(&notice).copied().unwrap_or("handed").to_owned(),
            informant,
        };
        let sho = self.sho.clone();
        self.plan_act(minute, &sho, body);
    }
}
