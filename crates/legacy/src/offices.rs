//! Which office each incident goes to; offices that are not there yet are opened where the mapping says so.

use roznamcha_acts::ActId;
use roznamcha_acts::kinds::{Body, OfficeOpen};
use roznamcha_records::{Caller, NewAct, Records};
use std::collections::HashMap;
use uuid::Uuid;

use crate::{ImportError, Mapping, Reject};

/// Remembers which office each value stands for.
pub(crate) struct Assigner<'a> {
    records: &'a Records,
    caller: &'a Caller,
    mapping: &'a Mapping,
    known: HashMap<String, Result<String, Reject>>,
}

impl<'a> Assigner<'a> {
    pub(crate) fn new(records: &'a Records, caller: &'a Caller, mapping: &'a Mapping) -> Self {
        Self { records, caller, mapping, known: HashMap::new() }
    }

    /// The office of a value, opened if need be.
    pub(crate) async fn office(&mut self, value: &str) -> Result<Result<String, Reject>, ImportError> {
        if let Some(known) = self.known.get(value) {
            return Ok(known.clone());
        }
        let found = self.find(value).await?;
        self.known.insert(value.to_owned(), found.clone());
        Ok(found)
    }

    async fn find(&self, value: &str) -> Result<Result<String, Reject>, ImportError> {
        let from = &self.mapping.office;
        let short: String = match from.first {
            Some(n) => value.chars().take(n).collect(),
            None => value.to_owned(),
        };
        let code = if short.is_empty() {
            from.default.clone()
        } else {
            let by_pattern = || from.pattern.as_ref().map(|p| p.replace("{}", &short));
            from.table.get(&short).cloned().or_else(by_pattern).or_else(|| from.default.clone())
        };
        let Some(code) = code else {
            let kind = if short.is_empty() { "office-missing" } else { "office-unknown" };
            return Ok(Err(Reject::new(kind, value)));
        };
        if self.records.offices().get(&code).is_some() {
            return Ok(Ok(code));
        }
        match &from.open {
            Some(_) => self.open(&code, &short).await.map(|()| Ok(code)),
            None => Ok(Err(Reject::new("office-unknown", code))),
        }
    }

    async fn open(&self, code: &str, value: &str) -> Result<(), ImportError> {
        let Some(open) = &self.mapping.office.open else { return Ok(()) };
        let name = |pattern: &str| pattern.replace("{}", value);
        let body = OfficeOpen {
            code: code.to_owned(),
            office_kind: open.kind.clone(),
            name_en: name(&open.en),
            name_ur: name(&open.ur),
            province: self.caller.province().to_owned(),
            diary_hour: 8,
        };
        // The same office opened by an interrupted run is the same act.
        let id =
            Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("office/{}/{code}", self.mapping.source).as_bytes());
        self.records.perform(self.caller, NewAct::now(ActId(id), Body::OfficeOpen(body))).await?;
        Ok(())
    }
}
