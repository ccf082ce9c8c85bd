//! `record.expunge`: a court orders content removed. The headers stay, so the journal still verifies; the content,
//! its salt and everything computed from it go; a stub tells that something was there and by whose order it went.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::Body;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::stub;
use crate::text;
use crate::views::{CorrectionRow, CustodyRow, EntryRow, FirRow, Gone, entry_key};

/// Kinds whose content may be removed. Acts that keep the office's own state (who is posted, what the day opened
/// with, what money moved) name no person whom a court protects.
const REMOVABLE: [&str; 8] = [
    "diary.write",
    "report.noncognizable",
    "report.refuse",
    "fir.register",
    "entry.correct",
    "custody.lodge",
    "custody.release",
    "legacy.incident",
];

/// Content removed by a court's order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordExpunge {
    /// The acts. The books add the corrections made in them.
    pub acts: Vec<String>,
    /// The court.
    pub court: String,
    /// Number of the order.
    pub order_no: String,
    /// Its date.
    pub order_date: Date,
}

impl RecordExpunge {
    /// Entries of the named acts: their corrections go with them.
    fn want_entries(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = Vec::new();
        for id in &self.acts {
            wants.push(Want::Act(id.clone()));
            let Some(rec) = known.act(id) else { continue };
            for entry in &rec.header.entries {
                let key = entry_key(entry);
                wants.push(Want::Row(EntryRow::at(office, &key)));
                if let Ok(Some(row)) = known.get::<EntryRow>(office, &key) {
                    wants.extend(row.strikes.iter().map(|s| Want::Act(s.act.clone())));
                }
            }
            match rec.header.kind.as_str() {
                "fir.register" => wants.push(Want::Row(FirRow::at(office, id))),
                "custody.lodge" => wants.push(Want::Row(CustodyRow::at(office, id))),
                "entry.correct" => {
                    wants.push(Want::Row(CorrectionRow::at(office, id)));
                    if let Some(Body::EntryCorrect(c)) = &rec.body {
                        wants.push(Want::Row(EntryRow::at(office, &entry_key(&c.entry))));
                        wants.push(Want::Row(FirRow::at(office, &c.target)));
                    }
                }
                _ => {}
            }
        }
        wants
    }

    /// Corrections of the named acts' entries, not yet named themselves.
    fn corrections(&self, setting: &Setting<'_>) -> Result<Vec<String>, Refusal> {
        let mut more = Vec::new();
        for id in &self.acts {
            let rec = setting.known.act(id).ok_or_else(|| Refusal::unknown(id))?;
            for entry in &rec.header.entries {
                let row = setting.row::<EntryRow>(&entry_key(entry))?;
                for strike in row.iter().flat_map(|r| &r.strikes) {
                    if !self.acts.contains(&strike.act) && !more.contains(&strike.act) {
                        more.push(strike.act.clone());
                    }
                }
            }
        }
        Ok(more)
    }
}

impl Rule for RecordExpunge {
    fn basis(&self) -> &'static [&'static str] {
        &["COURT-ORDER"]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        self.want_entries(office, known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "court", &self.court);
        text::line_needed(&mut faults, "order_no", &self.order_no);
        faults.when(self.acts.is_empty(), "acts", "fault-missing");
        faults.when(self.acts.len() > 500, "acts", "fault-too-many");
        faults.when(self.order_date > setting.written.day(), "order_date", "fault-future");
        for (i, id) in self.acts.iter().enumerate() {
            let twice = self.acts.iter().take(i).any(|earlier| earlier == id);
            faults.when(twice, &format!("acts.{i}"), "fault-twice");
        }
        faults.done()?;
        let more = self.corrections(setting)?;
        self.acts.extend(more);
        for id in &self.acts {
            let rec = setting.known.act(id).ok_or_else(|| Refusal::unknown(id))?;
            let Some(body) = &rec.body else {
                return Err(Refusal::order("order-expunged", "COURT-ORDER"));
            };
            if !REMOVABLE.contains(&body.kind()) {
                return Err(Refusal::order("order-not-expungible", "PPR-22.46"));
            }
            // Someone still in the lock-up must leave it on the books before his record can go.
            if let Body::CustodyLodge(_) = body
                && setting.row::<CustodyRow>(id)?.is_some_and(|c| c.released.is_none())
            {
                return Err(Refusal::order("order-still-in-custody", "PPR-22.49"));
            }
            if let Body::CustodyRelease(release) = body
                && !self.acts.contains(&release.custody)
            {
                return Err(Refusal::order("order-expunge-with-lodging", "PPR-22.49"));
            }
        }
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn expunges(&self) -> &[String] {
        &self.acts
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let gone = Gone { act: rec.header.act.clone(), at: rec.written()? };
        for id in &self.acts {
            let target = book.known().act(id).cloned();
            let target = target.ok_or_else(|| ViewError::NotAsked(id.clone()))?;
            stub::remains(&target, Some(&gone), book)?;
        }
        Ok(())
    }
}
