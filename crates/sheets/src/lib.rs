//! Printed sheets filled from the records: what a page and the API print alike. A [`Copyist`] reads what the officer may
//! see, counts the print as an act before it leaves the press, fills the sheet and has it set.

mod case;
mod case_file;
pub mod cell;
mod cro;
mod diary;
mod extract;
mod fir;
pub mod forms;
pub mod law;
mod lineup;
pub mod pack;
mod paper;
pub mod people;
pub mod say;
mod sight;
mod source;
mod station;

pub use case::CaseForm;
pub use fir::officers_of;
pub use sight::Sight;
pub use source::{bearing, kilometres, relation_code};

use jiff::civil::Date;
use roznamcha_acts::views::StaffRow;
use roznamcha_print::{FormSheet, Press, PrintError, Stamp};
use roznamcha_records::{DoorError, Records};
use roznamcha_words::{Lang, Words};
use std::collections::HashMap;
use std::sync::Arc;

/// The kind of office that prints papers of its own and is no station.
const RECORD_OFFICE: &str = "record_office";

/// A document that has left the press.
#[derive(Clone, Debug)]
pub struct Printed {
    /// A name for its file.
    pub name: String,
    /// Which print of it this is: 1 for the first, 0 for one that is not counted.
    pub count: u32,
    /// The document.
    pub pdf: Vec<u8>,
}

/// Who fills sheets and has them printed.
#[derive(Clone)]
pub struct Copyist {
    records: Arc<Records>,
    words: Arc<Words>,
    press: Arc<Press>,
    public_url: String,
}

impl Copyist {
    /// A copyist; `public_url` is the address that QR codes lead to, without a final slash.
    pub fn new(records: Arc<Records>, words: Arc<Words>, press: Arc<Press>, public_url: &str) -> Self {
        Self { records, words, press, public_url: public_url.to_owned() }
    }

    fn stamp(&self, act: &str, leaf: &str, count: u32) -> Stamp {
        Stamp {
            act_hash: leaf.to_owned(),
            verify_url: format!("{}/verify?act={act}&hash={leaf}", self.public_url),
            print_no: count,
            printed_at: self.records.now().local().datetime(),
            provisional: false,
        }
    }

    /// A station and its district, as the head of a sheet names them.
    pub fn office(&self, office: &str) -> roznamcha_print::Office {
        paper::office(&self.records, office)
    }

    /// The province whose law holds at an office.
    fn province(&self, office: &str) -> String {
        self.records.offices().get(office).map(|o| o.province.clone()).unwrap_or_default()
    }

    fn pen<'a>(
        &'a self,
        lang: Lang,
        province: &'a str,
        day: Date,
        staff: &'a HashMap<String, StaffRow>,
    ) -> forms::Pen<'a> {
        forms::Pen { lang, words: &self.words, book: self.records.statute(), province, day, staff }
    }

    /// Has a form printed.
    async fn form(
        &self,
        pen: &forms::Pen<'_>,
        office: &str,
        form: roznamcha_print::Form,
        stamp: Stamp,
        name: String,
    ) -> Result<Printed, DoorError> {
        let count = stamp.print_no;
        let mut at = self.office(office);
        let kind = self.records.offices().get(office).map(|o| o.kind.clone()).unwrap_or_default();
        at.kind = (kind == RECORD_OFFICE).then(|| pen.both("office-record-office"));
        let sheet = FormSheet { language: pen.language(), office: at, form, stamp };
        self.pressed(name, count, move |p| p.pdf(&sheet)).await
    }

    /// Has a sheet printed. Typesetting takes a while and is no work for the threads that answer requests.
    ///
    /// # Errors
    /// [`DoorError::Defect`] when the press fails.
    pub async fn pressed(
        &self,
        name: String,
        count: u32,
        work: impl FnOnce(&Press) -> Result<Vec<u8>, PrintError> + Send + 'static,
    ) -> Result<Printed, DoorError> {
        let press = self.press.clone();
        let done = tokio::task::spawn_blocking(move || work(&press)).await;
        let done = done.map_err(|e| DoorError::Defect(e.to_string()))?;
        let pdf = done.map_err(|e| DoorError::Defect(e.to_string()))?;
        Ok(Printed { name, count, pdf })
    }
}
