//! `prints.destroy`: the record office certifies what became of the finger-prints and photographs of one who was freed
//! of a case. What the law does not let it keep is destroyed at his release (Identification of Prisoners Act 1920,
//! section 7); who was convicted before in another case keeps his record, and the certificate says so. Who was enrolled
//! without a case, bound over or by a magistrate's order, is freed by no act upon one: the certificate names his enrolment.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::common as court;
use super::order::Order;
use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::Body;
use crate::kinds::expunge::reach;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::stub;
use crate::text;
use crate::views::{AccusedRow, Cell, CellKind, ClockRow, EnrolRow, EnrolledRow, EntryRow, Gone};

/// The deadline it meets.
const DESTRUCTION: &str = "D26";

/// What became of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrintsFate {
    /// Destroyed.
    Destroyed,
    /// None had been taken.
    NoneTaken,
    /// Kept, for an earlier conviction.
    Kept,
}

/// The record office's certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintsDestroy {
    /// The case: the act that registered its report. Empty where `enrolment` names what has none.
    #[serde(default)]
    pub fir: String,
    /// Who was freed of it, by his place in the case's list of persons.
    #[serde(default)]
    pub accused: u32,
    /// The enrolment of one bound over, or by a magistrate's order, who was enrolled without a case: the act. It is
    /// destroyed when the bond has ended or he was released.
    #[serde(default)]
    pub enrolment: Option<String>,
    /// What became of them.
    pub fate: PrintsFate,
    /// The certificate: the record office, number, date.
    pub order: Order,
    /// Before whom they were destroyed; of those kept, the earlier conviction.
    #[serde(default)]
    pub particulars: String,
    /// Acts whose content goes with it: his enrolments in this case, and the files that hang on them; the books fill
    /// them in.
    #[serde(default)]
    pub removed: Vec<String>,
}

impl PrintsDestroy {
    fn key(&self) -> String {
        AccusedRow::key_of(&self.fir, self.accused)
    }

    /// His enrolments of this case that are not destroyed; without a case the one that is named.
    fn enrolled(&self, office: &str, known: &Known) -> Vec<String> {
        if let Some(act) = &self.enrolment {
            return vec![act.clone()];
        }
        let row = known.get::<EnrolledRow>(office, &self.key()).ok().flatten();
        row.map(|row| row.acts).unwrap_or_default()
    }

    /// What goes must be what is there: nothing taken is not certified of one who is enrolled.
    fn take_enrolled(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let enrolled = self.enrolled(setting.office, setting.known);
        self.removed = match self.fate {
            PrintsFate::NoneTaken if !enrolled.is_empty() => {
                return Err(Refusal::order("order-prints-taken", "IPA-7"));
            }
            PrintsFate::Destroyed => reach(&enrolled, setting.office, setting.known).acts,
            PrintsFate::NoneTaken | PrintsFate::Kept => Vec::new(),
        };
        Ok(())
    }

    /// What was freed of a case. What was kept for an earlier conviction may be destroyed later all the same.
    fn check_freed(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        court::standing(setting, &self.fir, "prints.destroy", None)?;
        let row = court::accused(setting, &self.fir, self.accused)?;
        if row.suppressed.is_none() {
            return Err(Refusal::order("order-not-freed", "IPA-7"));
        }
        let kept =
            self.fate == PrintsFate::Destroyed && !self.enrolled(setting.office, setting.known).is_empty();
        match setting.row::<ClockRow>(&ClockRow::key_of(&self.key(), DESTRUCTION))? {
            Some(clock) if clock.is_open() || kept => self.take_enrolled(setting),
            _ => Err(Refusal::order("order-prints-certified", "IPA-7")),
        }
    }

    /// What has no case: nobody is freed by an act upon it, and it is destroyed or nothing.
    fn check_alone(&mut self, setting: &Setting<'_>, act: &str) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        faults.when(!self.fir.is_empty(), "fir", "fault-choice");
        faults.when(self.fate != PrintsFate::Destroyed, "fate", "fault-choice");
        faults.done()?;
        let row = setting.row::<EnrolRow>(act)?.ok_or_else(|| Refusal::unknown(act))?;
        match row.enrolment {
            None => Err(Refusal::order("order-candidate-destroyed", "IPA-7")),
            Some(enrolment) if enrolment.fir.is_some() => {
                Err(Refusal::order("order-enrolled-in-case", "IPA-7"))
            }
            Some(_) => self.take_enrolled(setting),
        }
    }
}

impl Rule for PrintsDestroy {
    fn basis(&self) -> &'static [&'static str] {
        &["IPA-7"]
    }

    fn version(&self) -> u32 {
        3
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(self.fir.as_str()).filter(|fir| !fir.is_empty())
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = match &self.enrolment {
            Some(act) => vec![Want::Row(EnrolRow::at(office, act))],
            None => court::want_freed(office, &self.fir, known),
        };
        wants.push(Want::Row(EnrolledRow::at(office, &self.key())));
        if self.fate == PrintsFate::Destroyed {
            // Of a new act what is there, of one that is read again what it removed.
            for named in [&self.enrolled(office, known), &self.removed] {
                wants.extend(reach(named, office, known).wants);
            }
        }
        wants
    }

    fn refs(&self) -> Vec<String> {
        if self.enrolment.is_some() { Vec::new() } else { vec![self.key()] }
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        match self.fate {
            PrintsFate::NoneTaken => text::text(&mut faults, "particulars", &self.particulars),
            _ => text::text_needed(&mut faults, "particulars", &self.particulars),
        }
        faults.done()?;
        match self.enrolment.clone() {
            Some(act) => self.check_alone(setting, &act),
            None => self.check_freed(setting),
        }
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::PrintsDestroy(kept) = kept {
            self.removed.clone_from(&kept.removed);
        }
    }

    fn expunges(&self) -> &[String] {
        &self.removed
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("5", "I", written)]
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::meet(&self.key(), DESTRUCTION).when(self.enrolment.is_none())]
    }

    /// The certificate is a letter received; whom it is about stands in the act.
    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let gone = Gone { act: rec.header.act.clone(), at: rec.written()? };
        for act in &self.removed {
            let target = book.known().act(act).cloned().ok_or_else(|| ViewError::NotAsked(act.clone()))?;
            stub::remains(&target, Some(&gone), book)?;
        }
        let case = match &self.enrolment {
            Some(_) => None,
            None => match court::living(rec, book, &self.fir)? {
                Some(case) => Some(case),
                None => return Ok(()),
            },
        };
        let mut cells = vec![
            Cell::plain("direction", CellKind::Code, "in"),
            Cell::plain("from", CellKind::Text, &self.order.authority),
            Cell::plain("their_no", CellKind::Text, &self.order.number),
            Cell::plain("subject", CellKind::Code, "prints_certificate"),
        ];
        cells.extend(case.map(|case| Cell::plain("fir_no", CellKind::Text, case.title())));
        cells.push(Cell::plain("date", CellKind::Time, &rec.header.written));
        book.put(&EntryRow::of(rec, 0, "prints_certificate", cells)?)
    }
}
