//! The hierarchy of offices: the statute book's, and those opened by acts.

use roznamcha_acts::rows::View;
use roznamcha_acts::views::OfficeRow;
use roznamcha_statute::StatuteBook;
use roznamcha_store::{Offices, Query, Store};
use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{DoorError, Records};

/// An office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfficeInfo {
    /// Its code.
    pub code: String,
    /// Its kind, a code.
    pub kind: String,
    /// The office above.
    pub parent: Option<String>,
    /// English name.
    pub en: String,
    /// Urdu name.
    pub ur: String,
    /// Province code, which decides the law in force.
    pub province: String,
    /// Hour at which the diary's day opens.
    pub diary_hour: u8,
}

/// All offices.
#[derive(Clone, Debug, Default)]
pub struct OfficeTree {
    offices: BTreeMap<String, OfficeInfo>,
}

impl OfficeTree {
    /// Reads the hierarchy: the statute book's offices, then those in the store.
    pub(crate) async fn read(book: &StatuteBook, store: &dyn Store) -> Result<Self, DoorError> {
        let mut offices = BTreeMap::new();
        for office in book.offices() {
            let info = OfficeInfo {
                code: office.code.to_string(),
                kind: office.kind.to_string(),
                parent: office.parent.as_ref().map(ToString::to_string),
                en: office.en.clone(),
                ur: office.ur.clone(),
                province: office.datum.provinces.first().map_or_else(|| "PK".to_owned(), ToString::to_string),
                diary_hour: 8,
            };
            offices.insert(info.code.clone(), info);
        }
        let mut query = Query::of::<OfficeRow>("").within(Offices::All).limit(1000);
        loop {
            let page = store.rows(&query).await?;
            for (_, body) in &page {
                let row = OfficeRow::read(body)?;
                offices.insert(row.code.clone(), OfficeInfo::from(row));
            }
            let Some((last, _)) = page.last().filter(|_| page.len() == 1000) else { break };
            let (office, key) = (last.office.clone(), last.key.clone());
            query.after = Some(roznamcha_store::After { value: None, office, key });
        }
        Ok(Self { offices })
    }

    /// An office by code.
    pub fn get(&self, code: &str) -> Option<&OfficeInfo> {
        self.offices.get(code)
    }

    /// Codes of the offices above, nearest first.
    pub fn above(&self, code: &str) -> Vec<String> {
        let mut above = Vec::new();
        let mut at = self.get(code).and_then(|o| o.parent.clone());
        // A hierarchy deeper than this is a loop in the data.
        while let Some(parent) = at.take().filter(|_| above.len() < 16) {
            at = self.get(&parent).and_then(|o| o.parent.clone());
            above.push(parent);
        }
        above
    }

    /// Offices directly below, by code.
    pub fn children(&self, code: &str) -> Vec<&OfficeInfo> {
        self.offices.values().filter(|o| o.parent.as_deref() == Some(code)).collect()
    }

    /// The office and every office below it, by code.
    pub fn within(&self, code: &str) -> Vec<String> {
        let inside = |c: &str| c == code || self.above(c).iter().any(|a| a == code);
        self.offices.keys().filter(|c| inside(c)).cloned().collect()
    }

    /// Police stations at or below an office.
    pub fn stations(&self, code: &str) -> Vec<&OfficeInfo> {
        let codes = self.within(code);
        codes.iter().filter_map(|c| self.get(c)).filter(|o| o.kind == "police_station").collect()
    }
}

impl From<OfficeRow> for OfficeInfo {
    fn from(row: OfficeRow) -> Self {
        Self {
            code: row.code,
            kind: row.kind,
            parent: Some(row.parent),
            en: row.name_en,
            ur: row.name_ur,
            province: row.province,
            diary_hour: row.diary_hour,
        }
    }
}

impl Records {
    /// Reads the hierarchy again, after an office was opened here or at another node.
    pub async fn refresh_offices(&self) -> Result<(), DoorError> {
        let tree = Arc::new(OfficeTree::read(self.statute(), self.store.as_ref()).await?);
        match self.offices.write() {
            Ok(mut slot) => *slot = tree,
            Err(poisoned) => *poisoned.into_inner() = tree,
        }
        Ok(())
    }

    /// The office, refreshed once if it is not known yet.
    pub(crate) async fn office(&self, code: &str) -> Result<OfficeInfo, DoorError> {
        if let Some(office) = self.offices().get(code) {
            return Ok(office.clone());
        }
        self.refresh_offices().await?;
        self.offices().get(code).cloned().ok_or(DoorError::NotFound)
    }
}
