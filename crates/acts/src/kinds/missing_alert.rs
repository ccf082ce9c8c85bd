//! `missing.alert`: the alert of a missing child went out after its report was written.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::inquest::{open_inquiry, want_inquiry};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, EntryRow, InquiryRow, entry_key};

/// A child's alert.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MissingAlert {
    /// The act that reported the child.
    pub missing: String,
    /// Number of the alert.
    pub alert_no: String,
    /// When it went out.
    pub sent: Moment,
}

impl Rule for MissingAlert {
    fn basis(&self) -> &'static [&'static str] {
        &["ZARRA"]
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::meet(&self.missing, "D20").at(self.sent)]
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        want_inquiry(office, &self.missing, None, known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = open_inquiry(setting, &self.missing, "C")?;
        if !row.child {
            return Err(Refusal::order("order-alert-of-a-child", "ZARRA"));
        }
        let entry = setting.row::<EntryRow>(&entry_key(&row.entry))?;
        if entry.is_some_and(|e| e.cells.iter().any(|c| c.key == "alert_no")) {
            return Err(Refusal::order("order-already-alerted", "ZARRA"));
        }
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "alert_no", &self.alert_no);
        faults.when(self.sent > setting.happened, "sent", "fault-future");
        faults.when(self.sent < row.informed, "sent", "fault-before-missing");
        faults.done()?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let mut gist = vec![Cell::plain("alert_no", CellKind::Text, &self.alert_no)];
        let mut sealed = false;
        if let Some(row) = book.get::<InquiryRow>(office, &self.missing)? {
            gist.insert(0, Cell::plain("entry", CellKind::Text, &row.entry));
            if let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&row.entry))? {
                sealed = entry.sealed;
                entry.fill(rec, Cell::plain("alert_no", CellKind::Text, &self.alert_no))?;
                book.put(&entry)?;
            }
        }
        let mut line = EntryRow::of(rec, 0, "missing", gist)?;
        line.sealed = sealed;
        book.put(&line)
    }
}
