//! `document.print`: a document leaves the printer. Reprints are counted, and the count is printed.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::PrintRow;

/// A document printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DocumentPrint {
    /// Which form, one of [`FORMS`].
    pub form: String,
    /// Of what: the act of the FIR, entry or paper; the diary's day; register, part, period and serials, or case and place
    /// of the accused, with `.` between.
    pub of: String,
    /// Which of the copies: `station`, `dpo`, `magistrate`, `complainant`, `-`.
    pub copy: String,
}

/// Every form that is printed and counted.
pub const FORMS: [&str; 21] = [
    "fir",
    "diary",
    "complainant_copy",
    "extract",
    "register",
    "challan",
    "remand",
    "arrest",
    "custody",
    "memo",
    "statement",
    "zimni",
    "conviction",
    "case_file",
    "road",
    "charge",
    "inspection",
    "destruction",
    "search_slip",
    "person_history",
    "lineup",
];

impl DocumentPrint {
    /// The key of its counter.
    pub fn document(&self) -> String {
        format!("{}/{}/{}", self.form, self.of, self.copy)
    }
}

impl Rule for DocumentPrint {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-24.5"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        vec![Want::Row(PrintRow::at(office, &self.document()))]
    }

    fn check(&mut self, _: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        faults.when(!FORMS.contains(&self.form.as_str()), "form", "fault-choice");
        text::code(&mut faults, "of", &self.of);
        let copies = ["station", "dpo", "magistrate", "complainant", "-"];
        faults.when(!copies.contains(&self.copy.as_str()), "copy", "fault-choice");
        faults.done()
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let document = self.document();
        let mut row = book.get::<PrintRow>(office, &document)?.unwrap_or_else(|| PrintRow {
            office: office.to_owned(),
            document,
            count: 0,
            acts: Vec::new(),
        });
        row.count = row.count.saturating_add(1);
        row.acts.push(rec.header.act.clone());
        book.put(&row)
    }
}
