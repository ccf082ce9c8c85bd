//! What is told to the station beside its cases, and who asks what became of it: calls and complaints, the justice of
//! peace, a supervisor who telephones.

use roznamcha_acts::kinds::{Directs, InformantCall, JusticeComply, JusticeOrder, ReportNoncognizable, Says};

use crate::books::falls;
use crate::calendar::DAY;
use crate::life::Life;
use crate::people::MARK_UR;

impl Life<'_> {
    /// Plans what of it falls on this day.
    pub fn plan_answers(&mut self, number: i64) {
        let base = number * DAY;
        let clerk = self.clerk(base + 705);
        if falls(number, 0, 2) {
            self.complaint(base + 705, &clerk, "call", number);
        }
        if falls(number, 1, 3) {
            self.complaint(base + 715, &clerk, "complaint", number);
        }
        if falls(number, 4, 21) {
            self.asked_again(base + 725, &clerk, number);
        }
        if falls(number, if self.plan.small { 2 } else { 6 }, 40) {
            self.justice(base + 735, &clerk, number, Directs::Neglect);
        }
        // In the last days a direction still waits.
        if self.index == 1 && number == self.last_day() - 3 {
            self.justice(base + 745, &clerk, number, Directs::Register);
        }
    }

    /// A call or complaint, with its result where one comes.
    fn complaint(&mut self, minute: i64, clerk: &str, part: &'static str, number: i64) {
        let mut cells = vec![
            ("e_tag", format!("{}-{number}-{part}", self.station.short)),
            ("received_at", self.calendar.at(minute - 12).to_string()),
            ("informant", format!("اطلاع دہندہ {number} {MARK_UR}")),
            ("substance", format!("مضمون {number} {MARK_UR}")),
        ];
        if part == "complaint" {
            cells.push(("channel", if number % 2 == 0 { "front_desk" } else { "igp_1787" }.to_owned()));
        }
        self.enter(minute, clerk, ("w-complaint", part), &cells);
        let entry = self.next_entry("w-complaint", part, minute);
        // Every fourth stays without an answer.
        if number % 4 != 3 {
            let result = if number % 3 == 0 { "compromise" } else { "not_pursued" };
            self.fill(minute + 2 * DAY, &entry, "result", result.to_owned());
        }
    }

    /// A report entered as non-cognizable, whose informant a supervisor asks.
    fn asked_again(&mut self, minute: i64, clerk: &str, number: i64) {
        let informant = self.somebody(false, (25, 60));
        let lesser = ReportNoncognizable {
            informant,
            sections: Vec::new(),
            substance: format!("تلخ کلامی، مضمون {number} {MARK_UR}"),
            place: String::new(),
            magistrate: None,
        };
        let step = self.step(clerk, lesser);
        let report = step.act.id.to_string();
        self.plan(minute, crate::life::Todo::Do(Box::new(step)));
        let says = if number % 2 == 0 { Says::Disagrees } else { Says::Agrees };
        let words = format!("میں نے مار پیٹ بھی بتائی تھی {MARK_UR}");
        let call = InformantCall { report, says, words, entry: None, sealed: false };
        let above = self.supervisor();
        self.plan_act(minute + DAY + 40, above, call);
    }

    /// An order of the justice of peace, complied with after some days where it does not direct a registration.
    fn justice(&mut self, minute: i64, clerk: &str, number: i64, directs: Directs) {
        let at = self.calendar.at(minute - 30);
        let order = JusticeOrder {
            petition_no: format!("{}/{}", 100 + number, at.year()),
            filed: self.calendar.day(number - 3),
            court: format!("سیشن جج / جسٹس آف پیس {MARK_UR}"),
            order_date: at.day(),
            received: at,
            directs,
            direction: format!("قانون کے مطابق کارروائی کی جائے {MARK_UR}"),
            report: None,
            fir: None,
        };
        let step = self.step(clerk, order);
        let act = step.act.id.to_string();
        self.plan(minute, crate::life::Todo::Do(Box::new(step)));
        if directs == Directs::Neglect {
            let comply = JusticeComply {
                order: act,
                fir: None,
                report: format!("کارروائی کر کے عدالت کو رپورٹ پیش کی گئی {MARK_UR}"),
                entry: None,
                directs: None,
                by: None,
                done: None,
                sealed: false,
            };
            let sho = self.sho.clone();
            self.plan_act(minute + 3 * DAY + 60, &sho, comply);
        }
    }
}
