//! Charge of the station or of its books passes: counted by the one, taken over by the other, countersigned above.

use roznamcha_acts::kinds::{
    ChargeCountersign, ChargeHandOver, ChargeTakeOver, Counts, Direction, PropertyCheck, WeaponMove,
};

use crate::calendar::DAY;
use crate::life::Life;
use crate::step::Step;

impl Life<'_> {
    /// The officer above the station's.
    pub fn supervisor(&self) -> &'static str {
        if self.index.is_multiple_of(2) { "NMN-C1-SDPO" } else { "NMN-C2-SDPO" }
    }

    /// Arms in the armoury.
    fn arms_here(&self) -> u32 {
        u32::try_from(self.arms.iter().filter(|arm| !arm.issued).count()).unwrap_or(0)
    }

    /// The note of charge, with what the books hold.
    pub fn hand_over(&mut self, charge: &str, from: &str, to: &str, now: i64) -> Step {
        let body = ChargeHandOver {
            charge: charge.to_owned(),
            to: to.to_owned(),
            cash_paisa: self.cash,
            in_store: self.in_store,
            arms: self.arms_here(),
            deposits: self.deposits,
            // Counted when it is written: the files are then on the desk.
            pending: None,
            differences: Vec::new(),
            registers_state: "رجسٹر 1 تا 25 حسب فہرست مکمل و درست".to_owned(),
            book: Counts::default(),
        };
        let step = self.step(from, body);
        let charge = step.act.id.to_string();
        self.plan_act(now + 5, to, ChargeTakeOver { charge: charge.clone() });
        let signed = now - now.rem_euclid(DAY) + DAY + self.chance.between(600, 900);
        let above = self.supervisor();
        self.plan_act(signed, above, ChargeCountersign { charge });
        step
    }

    /// The officer in charge counts the store-room.
    pub fn count_store(&mut self) -> Step {
        let body = PropertyCheck {
            counted: self.in_store,
            discrepancies: Vec::new(),
            book_count: 0,
            remarks: "مال خانہ کی پڑتال حسب رجسٹر 19 درست پائی گئی".to_owned(),
        };
        let sho = self.sho.clone();
        self.step(&sho, body)
    }

    /// A government weapon goes out for the night or comes back.
    pub fn weapon(&mut self, nth: usize, officer: &str, out: bool, now: i64) -> Option<Step> {
        let arm = self.arms.get_mut(nth).filter(|arm| arm.issued != out)?;
        arm.issued = out;
        let weapon = arm.entry.clone();
        let clerk = self.clerk(now);
        let body = WeaponMove {
            weapon,
            direction: if out { Direction::Out } else { Direction::In },
            officer: officer.to_owned(),
            rounds: 20,
            remarks: if out { "ڈیوٹی شب".to_owned() } else { String::new() },
        };
        Some(self.step(&clerk, body))
    }
}
