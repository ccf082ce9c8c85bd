//! Corrections (rule 22.46): a line through the wrong words, still legible, the right words after them, attested.
//! Nothing is ever updated in place.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::Body;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{CorrectionRow, EntryRow, FirRow, Strike, entry_key};

/// Words of an entry struck through and replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryCorrect {
    /// The entry.
    pub entry: EntryRef,
    /// The column.
    pub field: String,
    /// The words to strike, as they stand now.
    pub wrong: String,
    /// The right words; empty where words are only struck.
    #[serde(default)]
    pub right: String,
    /// Why.
    pub reason: String,
    /// The act that made the entry; the books fill it in.
    #[serde(default)]
    pub target: String,
}

impl Rule for EntryCorrect {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.46"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let key = entry_key(&self.entry);
        let mut wants = vec![Want::Row(EntryRow::at(office, &key))];
        if let Ok(Some(entry)) = known.get::<EntryRow>(office, &key) {
            wants.push(Want::Row(FirRow::at(office, &entry.act)));
        }
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::text_needed(&mut faults, "wrong", &self.wrong);
        text::text(&mut faults, "right", &self.right);
        text::line_needed(&mut faults, "reason", &self.reason);
        faults.when(self.wrong == self.right, "right", "fault-same-words");
        faults.done()?;
        let entry = setting.row::<EntryRow>(&entry_key(&self.entry))?;
        let entry = entry.ok_or_else(|| Refusal::unknown(self.entry.to_string()))?;
        if entry.gone.is_some() {
            return Err(Refusal::order("order-expunged", "PPR-22.46"));
        }
        let mut faults = Faults::default();
        match entry.cells.iter().find(|c| c.key == self.field) {
            None => faults.add("field", "fault-no-such-column"),
            // Numbers, sections and references are changed by acts of their own, never by a pen stroke.
            Some(cell) if !cell.is_words() => faults.add("field", "fault-column-not-words"),
            Some(_) => {
                let stands = entry.current(&self.field).is_some_and(|now| now.contains(&self.wrong));
                faults.when(!stands, "wrong", "fault-words-not-there");
            }
        }
        faults.done()?;
        self.target = entry.act;
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::EntryCorrect(kept) = kept {
            self.target.clone_from(&kept.target);
        }
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let at = rec.written()?;
        let strike = Strike {
            act: rec.header.act.clone(),
            field: self.field.clone(),
            wrong: self.wrong.clone(),
            right: self.right.clone(),
            reason: self.reason.clone(),
            by: rec.header.officer.clone(),
            at,
            attested_by: None,
            attested_at: None,
        };
        let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&self.entry))? else { return Ok(()) };
        if entry.cells.is_empty() {
            return Ok(());
        }
        entry.strikes.push(strike.clone());
        if entry.entry.register == "1"
            && let Some(mut fir) = book.get::<FirRow>(office, &entry.act)?
        {
            fir.strikes.push(strike);
            book.put(&fir)?;
        }
        book.put(&entry)?;
        book.put(&CorrectionRow {
            office: office.to_owned(),
            act: rec.header.act.clone(),
            target: self.target.clone(),
            entry: self.entry.clone(),
            by: rec.header.officer.clone(),
            at,
            attested_by: None,
        })
    }
}

/// The officer in charge attests a correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryAttest {
    /// The act of correction.
    pub correction: String,
}

impl EntryAttest {
    fn stamp(&self, rec: &Recorded, strikes: &mut [Strike]) -> Result<(), ViewError> {
        for strike in strikes.iter_mut().filter(|s| s.act == self.correction) {
            strike.attested_by = Some(rec.header.officer.clone());
            strike.attested_at = Some(rec.written()?);
        }
        Ok(())
    }
}

impl Rule for EntryAttest {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.46"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = vec![Want::Row(CorrectionRow::at(office, &self.correction))];
        if let Ok(Some(row)) = known.get::<CorrectionRow>(office, &self.correction) {
            wants.push(Want::Row(EntryRow::at(office, &entry_key(&row.entry))));
            wants.push(Want::Row(FirRow::at(office, &row.target)));
        }
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = setting.row::<CorrectionRow>(&self.correction)?;
        match row.ok_or_else(|| Refusal::unknown(&self.correction))?.attested_by {
            Some(_) => Err(Refusal::order("order-already-attested", "PPR-22.46")),
            None => Ok(()),
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(mut row) = book.get::<CorrectionRow>(office, &self.correction)? else { return Ok(()) };
        row.attested_by = Some(rec.header.officer.clone());
        if let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&row.entry))? {
            self.stamp(rec, &mut entry.strikes)?;
            book.put(&entry)?;
        }
        if let Some(mut fir) = book.get::<FirRow>(office, &row.target)? {
            self.stamp(rec, &mut fir.strikes)?;
            book.put(&fir)?;
        }
        book.put(&row)
    }
}
