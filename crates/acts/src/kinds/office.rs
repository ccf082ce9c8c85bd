//! `office.open`: an office is opened under the office above it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::OfficeRow;

/// An office opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OfficeOpen {
    /// Its code, unique in the country.
    pub code: String,
    /// Its kind, a code: `police_station`, `district`, `court`, ...
    pub office_kind: String,
    /// Name in English.
    pub name_en: String,
    /// Name in Urdu.
    pub name_ur: String,
    /// Province code.
    pub province: String,
    /// Hour at which its diary day opens, 0 to 23.
    pub diary_hour: u8,
}

impl Rule for OfficeOpen {
    fn basis(&self) -> &'static [&'static str] {
        &["PO-21"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        vec![Want::Row(OfficeRow::at(office, &self.code))]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::code(&mut faults, "code", &self.code);
        text::code(&mut faults, "office_kind", &self.office_kind);
        text::code(&mut faults, "province", &self.province);
        text::name(&mut faults, "name_en", &self.name_en);
        text::name(&mut faults, "name_ur", &self.name_ur);
        faults.when(self.diary_hour > 23, "diary_hour", "fault-hour");
        faults.done()?;
        match setting.row::<OfficeRow>(&self.code)? {
            Some(_) => Err(Refusal::order("order-office-exists", "PO-21")),
            None => Ok(()),
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        book.put(&OfficeRow {
            parent: rec.header.office.clone(),
            code: self.code.clone(),
            kind: self.office_kind.clone(),
            name_en: self.name_en.clone(),
            name_ur: self.name_ur.clone(),
            province: self.province.clone(),
            diary_hour: self.diary_hour,
            act: rec.header.act.clone(),
        })
    }
}
