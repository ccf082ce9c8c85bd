//! What follows upon a case, an arrest, an entry: signatures, copies, prints, the lock-up, corrections.

use roznamcha_acts::ActId;
use roznamcha_acts::kinds::{
    Body, CustodyLodge, CustodyRelease, CustodyReturn, DiaryWrite, DocumentPrint, EntryAttest, EntryCorrect,
    FirDespatch, FirSign, Party,
};
use roznamcha_acts::views::CopyTo;
use roznamcha_journal::EntryRef;
use roznamcha_records::Purpose;

use crate::calendar::DAY;
use crate::crimes::{Crime, Loot};
use crate::life::{Life, Todo};
use crate::step::Step;
use crate::words::line;

/// When someone lodged at `minute` goes: the next morning's court, or the same afternoon's.
pub(crate) fn to_court(minute: i64) -> i64 {
    let of_day = minute.rem_euclid(DAY);
    let day = minute - of_day;
    if of_day < 610 { day + 840 } else { day + DAY + 570.min(of_day - 40) }
}

/// A number with its last two digits exchanged; of two that are the same, the last is another.
fn mistyped(number: &str) -> String {
    let mut digits: Vec<char> = number.chars().collect();
    if let [.., a, b] = digits.as_mut_slice() {
        if a == b {
            *b = if *b == '7' { '1' } else { '7' };
        } else {
            std::mem::swap(a, b);
        }
    }
    digits.into_iter().collect()
}

impl Life<'_> {
    /// Signature, copies and print of a case registered at `now`.
    pub fn follow_case(&mut self, id: &str, crime: &'static Crime, now: i64) {
        let slow = self.chance.odds(0.03);
        let sign = now + if slow { self.chance.between(900, 1500) } else { self.chance.between(20, 110) };
        let sho = self.sho.clone();
        self.plan_act(sign, &sho, FirSign { fir: id.to_owned() });
        self.copies(id, now);
        if self.chance.odds(0.2) {
            self.print(id, crime, now + 12);
        }
    }

    /// The complainant's copy at once, the others with the next post; some late.
    fn copies(&mut self, id: &str, now: i64) {
        let post = now + self.chance.between(45, 180);
        for to in CopyTo::ALL {
            let late = self.chance.odds(if to == CopyTo::Complainant { 0.04 } else { 0.1 });
            // The first station's last copies to the DPO are still there when the last day is open.
            let waits = to == CopyTo::Dpo && self.index == 0 && now / DAY == self.last_day() - 2;
            let minute = match (late, to) {
                _ if waits => now + DAY * 3,
                (true, _) => now + DAY * self.chance.between(1, 4) + 60,
                (false, CopyTo::Complainant) => now + 6,
                (false, _) => post,
            };
            let carrier = if to == CopyTo::Complainant {
                "بالمشافہ".to_owned()
            } else {
                format!("کانسٹیبل نمبر {}", self.chance.between(1001, 1980))
            };
            let clerk = self.clerk(minute);
            self.plan_act(minute, &clerk, FirDespatch { fir: id.to_owned(), to, carrier });
        }
    }

    /// The clerk prints; a case that may be protected only the officer in charge.
    fn print(&mut self, id: &str, crime: &Crime, minute: i64) {
        let open = matches!(crime.loot, Loot::Bike | Loot::Cash | Loot::Jewels | Loot::Cattle);
        let by = if open { self.clerk(minute) } else { self.sho.clone() };
        let copies = ["station", "dpo", "magistrate", "complainant"];
        let copy = self.chance.pick(&copies).copied().unwrap_or("station");
        let form = if copy == "complainant" { "complainant_copy" } else { "fir" };
        let body = DocumentPrint { form: form.to_owned(), of: id.to_owned(), copy: copy.to_owned() };
        let step = self.step(&by, body).purpose(Purpose::Duty);
        self.plan(minute, Todo::Do(Box::new(step)));
    }

    /// The lodging of someone arrested, and his way out when there is one.
    pub fn lodge(
        &mut self,
        person: Party,
        sections: Vec<String>,
        fir: Option<String>,
        released: bool,
        now: i64,
    ) -> Step {
        let arrested = now - self.chance.between(15, 60);
        let justification = line(&self.words.diary, "arrest_reason", &mut self.chance).to_owned();
        let clerk = self.clerk(now);
        let arrested = self.calendar.at(arrested);
        let step = self.step(&clerk, CustodyLodge { person, sections, fir, arrested, justification });
        if released {
            self.release(step.act.id.to_string(), now);
        }
        step
    }

    fn release(&mut self, custody: String, lodged: i64) {
        let late = self.chance.odds(0.05);
        let minute = to_court(lodged) + if late { DAY } else { 0 };
        let often = if self.plan.small { 1.0 } else { 0.12 };
        if self.chance.odds(often) && minute - lodged > 150 {
            self.hospital_and_back(&custody, lodged);
        }
        let (release, remarks) = if late {
            ("magistrate", line(&self.words.diary, "late_release", &mut self.chance))
        } else {
            let ways = ["magistrate", "magistrate", "magistrate", "bail", "released_169"];
            (self.chance.pick(&ways).copied().unwrap_or("magistrate"), "")
        };
        let body = CustodyRelease { custody, release: release.to_owned(), remarks: remarks.to_owned() };
        let clerk = self.clerk(minute);
        self.plan_act(minute, &clerk, body);
    }

    /// Somebody falls ill in the lock-up, is taken to hospital, and brought back.
    fn hospital_and_back(&mut self, custody: &str, lodged: i64) {
        let (left, back) = (lodged + self.chance.between(20, 50), lodged + self.chance.between(80, 130));
        let (custody, remarks) = (custody.to_owned(), String::new());
        let release = "hospital".to_owned();
        let clerk = self.clerk(left);
        self.plan_act(left, &clerk, CustodyRelease { custody: custody.clone(), release, remarks });
        let (by, clerk) = (self.sho.clone(), self.clerk(back));
        self.plan_act(back, &clerk, CustodyReturn { custody, by, remarks: String::new() });
    }

    /// Strikes a mistyped number in an entry just written; the officer in charge attests it, mostly.
    pub fn correct(&mut self, written: &DiaryWrite, of: ActId, now: i64) {
        let digits = |w: &&str| w.chars().all(|c| c.is_ascii_digit()) && w.len() >= 2;
        let Some(wrong) = written.text.split_whitespace().find(digits) else { return };
        let right = mistyped(wrong);
        // Which entry it was is known when it is written.
        let (register, part) = ("2".to_owned(), "-".to_owned());
        let entry = EntryRef { register, part, period: String::new(), serial: 0 };
        let body = EntryCorrect {
            entry,
            field: "text".to_owned(),
            wrong: wrong.to_owned(),
            right,
            reason: "ہندسہ غلط درج ہوا".to_owned(),
            target: String::new(),
        };
        let minute = now + self.chance.between(40, 300);
        let clerk = self.clerk(minute);
        let mut step = self.step(&clerk, body);
        step.corrects = Some(of);
        let correction = step.act.id.to_string();
        self.plan(minute, Todo::Do(Box::new(step)));
        // What is struck in the last days still waits for the officer in charge.
        let recent = now / DAY >= self.last_day() - 1;
        if !recent && !self.chance.odds(0.02) {
            let (attest, sho) = (minute + self.chance.between(90, 1800), self.sho.clone());
            self.plan_act(attest, &sho, EntryAttest { correction });
        }
    }

    /// Who did an act planned long ago for an officer who has left since.
    pub fn stand_in(&self, step: &mut Step) {
        let in_charge = matches!(
            step.act.body,
            Body::FirSign(_)
                | Body::EntryAttest(_)
                | Body::ReportRefuse(_)
                | Body::DocumentPrint(_)
                | Body::BookEnter(_)
                | Body::AbsconderRemove(_)
                | Body::JusticeComply(_)
        );
        if in_charge && step.by.contains("-SHO") {
            step.by.clone_from(&self.sho);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mistyped_number_differs() {
        assert_eq!(mistyped("1280"), "1208");
        assert_eq!(mistyped("33"), "37");
        assert_eq!(mistyped("77"), "71");
    }

    #[test]
    fn court_is_within_a_day_of_the_arrest() {
        for minute in (0..3 * DAY).step_by(7) {
            let held = to_court(minute) - minute + 60;
            assert!(held > 60 && held <= DAY + 25, "{minute}: {held}");
        }
    }
}
