//! Reports that do not become a case: non-cognizable information (section 155) and refusal to investigate
//! (rule 24.4: the reasons go into the diary and a notice to the informant).

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::Party;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, EntryRow};

/// The most sections one report names.
const MOST_SECTIONS: usize = 30;

fn check_sections(faults: &mut Faults, setting: &Setting<'_>, sections: &[String]) {
    faults.when(sections.len() > MOST_SECTIONS, "sections", "fault-too-many");
    for (i, code) in sections.iter().enumerate().take(MOST_SECTIONS) {
        let known = setting.law.section(code, setting.province, setting.written.day());
        faults.when(known.is_none(), &format!("sections.{i}"), "fault-section-unknown");
    }
}

/// Information of a non-cognizable offence: its substance goes into the diary and a copy to the informant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportNoncognizable {
    /// Who gave it.
    pub informant: Party,
    /// Codes of sections.
    pub sections: Vec<String>,
    /// Its substance.
    pub substance: String,
    /// Where.
    #[serde(default)]
    pub place: String,
    /// The magistrate the informant is referred to.
    #[serde(default)]
    pub magistrate: Option<String>,
}

impl Rule for ReportNoncognizable {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-155", "PPR-24.3"]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.informant.check(&mut faults, "informant", true);
        text::text_needed(&mut faults, "substance", &self.substance);
        text::line(&mut faults, "place", &self.place);
        if let Some(magistrate) = &self.magistrate {
            text::line_needed(&mut faults, "magistrate", magistrate);
        }
        check_sections(&mut faults, setting, &self.sections);
        // A cognizable offence may not be hidden among the non-cognizable: it must be registered (section 154).
        for (i, code) in self.sections.iter().enumerate().take(MOST_SECTIONS) {
            let section = setting.law.section(code, setting.province, setting.written.day());
            let cognizable = section.is_some_and(|s| s.cognizable == Some(true) && !s.modifier);
            faults.when(cognizable, &format!("sections.{i}"), "fault-section-cognizable");
        }
        faults.done()?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        let mut slots: Vec<Slot> = Slot::diary(day).into_iter().collect();
        if self.magistrate.is_some() {
            slots.push(Slot::yearly("5", "I", written));
        }
        slots
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let mut cells = vec![
            Cell::personal("informant", CellKind::Text, self.informant.line()),
            Cell::plain("sections", CellKind::Sections, self.sections.join(" ")),
            Cell::personal("place", CellKind::Text, &self.place),
            Cell::personal("text", CellKind::Text, &self.substance),
        ];
        if let Some(magistrate) = &self.magistrate {
            cells.push(Cell::plain("magistrate", CellKind::Text, magistrate));
            let letter = vec![
                Cell::plain("to", CellKind::Text, magistrate),
                Cell::plain("subject", CellKind::Code, "noncognizable_reference"),
                Cell::plain("date", CellKind::Time, &rec.header.written),
            ];
            book.put(&EntryRow::of(rec, 1, "letter_out", letter)?)?;
        }
        book.put(&EntryRow::of(rec, 0, "info_noncognizable", cells)?)
    }
}

/// The officer in charge sees no sufficient ground to investigate: reasons in the diary, notice to the informant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportRefuse {
    /// Who gave the information.
    pub informant: Party,
    /// Its substance.
    pub substance: String,
    /// Why no offence is suspected.
    pub reasons: String,
    /// How the notice reached the informant: `handed`, `posted`, `sms`.
    pub notice: String,
}

impl Rule for ReportRefuse {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-24.4", "CrPC-157"]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.informant.check(&mut faults, "informant", true);
        text::text_needed(&mut faults, "substance", &self.substance);
        text::text_needed(&mut faults, "reasons", &self.reasons);
        let known = ["handed", "posted", "sms"].contains(&self.notice.as_str());
        faults.when(!known, "notice", "fault-choice");
        faults.done()?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let cells = vec![
            Cell::personal("informant", CellKind::Text, self.informant.line()),
            Cell::personal("text", CellKind::Text, &self.substance),
            Cell::personal("reasons", CellKind::Text, &self.reasons),
            Cell::plain("notice", CellKind::Code, &self.notice),
        ];
        book.put(&EntryRow::of(rec, 0, "refusal", cells)?)
    }
}
