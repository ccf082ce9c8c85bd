//! The books that are typed into: orders, dak, kalandras, the cattle-pound, villages, minutes, inspections, licences,
//! gazettes. Each has its first day and then comes again after so many days.

use roznamcha_acts::kinds::{BookEnter, BookFill};
use roznamcha_journal::EntryRef;
use roznamcha_records::Role;

use crate::calendar::DAY;
use crate::life::{Arm, Life};
use crate::people::MARK_UR;

/// Whether something that first happens on day `first`, and every so many days after it, happens on that day.
pub(crate) fn falls(number: i64, first: i64, every: i64) -> bool {
    number >= first && (number - first) % every == 0
}

type Cells<'a> = &'a [(&'a str, String)];

const DPO: &str = "ضلعی پولیس افسر نمونہ (فرضی)";

impl Life<'_> {
    /// A line in a typed register.
    pub fn enter(&mut self, minute: i64, by: &str, (register, part): (&str, &str), cells: Cells<'_>) {
        let body = BookEnter {
            register: register.to_owned(),
            part: part.to_owned(),
            cells: cells.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect(),
            columns: Vec::new(),
            diary: None,
        };
        self.plan_act(minute, by, body);
    }

    /// A later column of a line.
    pub fn fill(&mut self, minute: i64, entry: &EntryRef, field: &str, value: String) {
        let clerk = self.clerk(minute);
        let body = BookFill {
            entry: entry.clone(),
            field: field.to_owned(),
            value,
            column: None,
            target: String::new(),
        };
        self.plan_act(minute, &clerk, body);
    }

    fn date(&self, minute: i64) -> String {
        self.calendar.at(minute).day().to_string()
    }

    /// Plans what is typed on this day.
    pub fn plan_books(&mut self, number: i64) {
        let base = number * DAY;
        if number == 0 {
            self.first_entries(base + 505);
        }
        self.orders(number, base);
        self.dak(base);
        self.reports_typed(number, base);
        self.villages(number, base);
        self.supervision(number, base);
        self.papers(number, base);
    }

    /// What is in the books from the beginning: the area, buildings, arms, uniforms.
    fn first_entries(&mut self, minute: i64) {
        let clerk = self.clerk(minute);
        let places: Vec<&str> = self.station.localities.iter().take(4).map(|l| l.name).collect();
        for (nth, place) in places.into_iter().enumerate() {
            let people = self.chance.between(12, 90) * 100;
            let cells = [
                ("place", format!("{place} {MARK_UR}")),
                ("population", people.to_string()),
                ("landmarks", "مسجد، سکول، ڈسپنسری".to_owned()),
            ];
            self.enter(minute + i64::try_from(nth).unwrap_or(0), &clerk, ("9", "I"), &cells);
        }
        for (item, count) in [("کمپیوٹر فرنٹ ڈیسک", 2), ("سرکاری گاڑی", 2), ("میز و کرسیاں", 18)]
        {
            let cells = [
                ("item", item.to_owned()),
                ("quantity", count.to_string()),
                ("received", self.date(minute)),
                ("condition", "درست".to_owned()),
            ];
            self.enter(minute + 5, &clerk, ("16", "II"), &cells);
        }
        for nth in 1..=4 {
            let weapon = format!("NMN-{}-G{nth}", self.station.short);
            let bore = if nth == 1 { "9 mm" } else { "7.62 mm" };
            let rounds = "20".to_owned();
            let cells = [("weapon_no", weapon), ("bore", bore.to_owned()), ("rounds", rounds)];
            self.enter(minute + 6, &clerk, ("16", "III"), &cells);
            let entry = self.next_entry("16", "III", minute + 6);
            self.arms.push(Arm { entry, issued: false });
        }
        let cells = [("item", "وردی موسم سرما".to_owned()), ("quantity", "24".to_owned())];
        self.enter(minute + 7, &clerk, ("16", "IV"), &cells);
    }

    fn orders(&mut self, number: i64, base: i64) {
        let part = if falls(number, 0, 120) {
            "I"
        } else if falls(number, 1, 14) {
            "II"
        } else {
            return;
        };
        let minute = base + 560;
        let no = self.chance.between(10, 999);
        let cells = [
            ("order_no", format!("{no}/NMN-{number}")),
            ("date", self.date(minute)),
            ("issuer", DPO.to_owned()),
            ("subject", self.say("order_subject")),
            ("text", self.say("order_text")),
            ("valid_from", self.date(minute)),
        ];
        let clerk = self.clerk(minute);
        self.enter(minute, &clerk, ("3", part), &cells);
        let entry = self.next_entry("3", part, minute);
        for officer in self.ios.clone().into_iter().take(2) {
            self.fill(minute + 45, &entry, "read_over_to", officer);
        }
    }

    /// Letters that come and go, and processes of court.
    fn dak(&mut self, base: i64) {
        let busy = if self.plan.small { 0.6 } else { 1.0 };
        for (at, likely, direction, section) in
            [(600, 0.95, "in", "letter_in"), (850, 0.85, "out", "letter_out")]
        {
            if self.chance.odds(likely * busy) {
                let minute = base + at + self.chance.between(-20, 20);
                let clerk = self.clerk(minute);
                let cells = [
                    ("date", self.date(minute)),
                    ("direction", direction.to_owned()),
                    ("from", format!("دفتر ضلع نمونہ {MARK_UR}")),
                    ("subject", self.say(section)),
                ];
                self.enter(minute, &clerk, ("5", "I"), &cells);
            }
        }
        if self.chance.odds(0.3 * busy) {
            let minute = base + self.chance.between(640, 760);
            let clerk = self.clerk(minute);
            let person = self.somebody(false, (22, 60)).line();
            let cells = [
                ("court", crate::case::MAGISTRATE.to_owned()),
                ("case", format!("{}/{}", self.chance.between(10, 400), 2024)),
                ("kind", "summons".to_owned()),
                ("person", person),
                ("received", self.date(minute)),
            ];
            self.enter(minute, &clerk, ("5", "II"), &cells);
        }
    }

    /// What the public brings that is no case.
    fn reports_typed(&mut self, number: i64, base: i64) {
        let minute = base + 690;
        let clerk = self.clerk(minute);
        if falls(number, 1, 6) {
            let persons = format!("{}\n{}", self.one(), self.one());
            let cells =
                [("section", "PPC-506-i".to_owned()), ("persons", persons), ("ground", self.say("kalandra"))];
            self.enter(minute, &clerk, ("6", "B"), &cells);
        }
        if falls(number, 0, 4) {
            let cells = [
                ("kind", "lost_document".to_owned()),
                ("reported_by", self.one()),
                ("description", self.say("lost")),
                ("lost_at", format!("بازار {MARK_UR}")),
            ];
            self.enter(minute + 20, &clerk, ("6", "C"), &cells);
        }
        if falls(number, 2, 20) {
            let cells = [
                ("seized_at", self.calendar.at(minute - 60).to_string()),
                ("seizer", self.one()),
                ("cattle", "گائے، مادہ، بھوری".to_owned()),
                ("damage", format!("فصل، {MARK_UR}")),
                ("feed_charge", "30000".to_owned()),
            ];
            self.enter(minute + 30, &clerk, ("7", "-"), &cells);
            let entry = self.next_entry("7", "-", minute + 30);
            let freed = minute + DAY + 40;
            self.fill(freed, &entry, "released_at", self.calendar.at(freed - 20).to_string());
        }
        if falls(number, 1, 30) {
            let cells = [
                ("offence", "سڑک پر رکاوٹ".to_owned()),
                ("accused", self.one()),
                ("reporter", self.one()),
                ("action", "چالان خفیف جرم، تنبیہ کی گئی".to_owned()),
            ];
            self.enter(minute + 35, &clerk, ("1", "petty"), &cells);
        }
        if self.chance.odds(0.35) {
            let cells = [
                ("visitor", self.one()),
                ("purpose", self.say("visitor")),
                ("came_at", self.calendar.at(minute + 30).to_string()),
            ];
            self.enter(minute + 45, &clerk, ("w-visitor", "-"), &cells);
        }
    }

    /// Somebody, on one line.
    fn one(&mut self) -> String {
        self.somebody(false, (22, 65)).line()
    }

    fn villages(&mut self, number: i64, base: i64) {
        let minute = base + 1040;
        if falls(number, 2, 30) {
            let sho = self.sho.clone();
            let cells = [("date", self.date(minute)), ("note", self.say("village_note"))];
            self.enter(minute, &sho, ("9", "V"), &cells);
        }
        if falls(number, 3, 45) {
            let clerk = self.clerk(minute);
            let village = self.chance.pick(&self.station.localities).map_or("", |l| l.name);
            let cells = [
                ("village", format!("{village} {MARK_UR}")),
                ("person", self.one()),
                ("kind", "death".to_owned()),
                ("date", self.date(minute - DAY)),
                ("reported_by", self.one()),
            ];
            self.enter(minute + 5, &clerk, ("15", "-"), &cells);
        }
    }

    /// Officers above visit and inspect.
    fn supervision(&mut self, number: i64, base: i64) {
        let above = self.supervisor();
        let minute = base + 780;
        if falls(number, 3, 14) {
            let cells = [
                ("visit_at", self.calendar.at(minute - 40).to_string()),
                ("officer", format!("سب ڈویژنل پولیس افسر {MARK_UR}")),
                ("noted", self.say("minute")),
                ("directions", self.say("direction")),
            ];
            self.enter(minute, above, ("13", "-"), &cells);
        }
        if falls(number, 4, 120) {
            let cells = [
                ("inspector", format!("سب ڈویژنل پولیس افسر {MARK_UR}")),
                ("from", self.date(minute - DAY)),
                ("to", self.date(minute)),
                (
                    "checklist",
                    "رجسٹر 1 تا 25 ملاحظہ کئے گئے\nحوالات، مال خانہ و اسلحہ خانہ ملاحظہ کئے گئے".to_owned(),
                ),
                ("storeroom", "حسب رجسٹر 19".to_owned()),
                ("orders", self.say("direction")),
                ("compliance_due", self.calendar.day(number + 30).to_string()),
            ];
            self.enter(minute + 10, above, ("14", "-"), &cells);
        }
    }

    /// Licences, information sheets, gazettes, corrections to the rules, the vehicle log.
    fn papers(&mut self, number: i64, base: i64) {
        let minute = base + 960;
        let clerk = self.clerk(minute);
        if falls(number, 0, 40) {
            let cells = [
                ("licence_no", format!("L-{}-{number}", self.station.short)),
                ("holder", self.one()),
                ("kind", "ذاتی".to_owned()),
                ("weapon", "بندوق 12 بور".to_owned()),
                ("valid_to", self.calendar.day(number + 700).to_string()),
                ("issuing_authority", format!("ڈپٹی کمشنر نمونہ {MARK_UR}")),
            ];
            self.enter(minute, &clerk, ("17", "arms"), &cells);
        }
        if falls(number, 2, 9) {
            let cells = [
                ("kind", "info".to_owned()),
                ("from_station", self.station.code.clone()),
                ("to_station", format!("تھانہ دیگر ضلع {MARK_UR}")),
                ("person", self.one()),
                ("facts", self.say("info_sheet")),
                ("sent_at", self.date(minute)),
            ];
            self.enter(minute + 5, &clerk, ("12", "-"), &cells);
            let entry = self.next_entry("12", "-", minute + 5);
            let reply = self.say("info_reply");
            self.fill(minute + 6 * DAY, &entry, "reply", reply);
        }
        if falls(number, 1, 7) {
            let cells = [
                ("issue", format!("شمارہ {}", number / 7 + 1)),
                ("date", self.date(minute - DAY)),
                ("received", self.date(minute)),
                ("entries", self.say("gazette")),
            ];
            self.enter(minute + 10, &clerk, ("23", "-"), &cells);
        }
        if falls(number, 1, 90) {
            let cells = [
                ("instrument", "پولیس رولز 1934".to_owned()),
                ("amendment_no", format!("NMN-{number}")),
                ("date", self.date(minute)),
                ("text", self.say("amendment")),
            ];
            self.enter(minute + 15, &clerk, ("24", "-"), &cells);
        }
        self.vehicle(base);
    }

    fn vehicle(&mut self, base: i64) {
        let busy = if self.plan.small { 0.4 } else { 0.6 };
        if !self.chance.odds(busy) {
            return;
        }
        let minute = base + 550 + self.chance.between(0, 30);
        let clerk = self.clerk(minute);
        let driver = self.station.of(Role::DutyOfficer).into_iter().next().unwrap_or_default();
        let meter = base / DAY * 40 + 20_000;
        let cells = [
            ("vehicle_no", format!("GPN-0{}", 11 + self.index)),
            ("driver", driver),
            ("purpose", format!("گشت علاقہ {MARK_UR}")),
            ("left_at", self.calendar.at(minute - 5).to_string()),
            ("meter_out", meter.to_string()),
        ];
        self.enter(minute, &clerk, ("w-vehicle", "-"), &cells);
    }
}
