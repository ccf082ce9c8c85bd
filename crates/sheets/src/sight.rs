//! What is needed to show entries of an office: names of officers, of persons in the lock-up, numbers of cases.

use jiff::civil::Date;
use roznamcha_acts::views::{CustodyRow, EntryRow, StaffRow};
use roznamcha_journal::EntryRef;
use roznamcha_records::{DoorError, Records};
use roznamcha_words::{Lang, Voice, digits};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

use crate::say::{rank, role, when};
use crate::{law, people};

/// Who writes what is written at the machine itself, before there are officers.
const CONSOLE: &str = "console";

/// What the entries of one page refer to, resolved once.
pub struct Sight {
    /// How to speak.
    pub voice: Voice,
    /// The office.
    pub office: String,
    /// Officers by code: name, rank, belt number.
    pub names: HashMap<String, String>,
    /// The same by name only, for narrow columns.
    short: HashMap<String, String>,
    /// Persons in the lock-up by the act that lodged them: name, sections, hour of arrest.
    pub custody: HashMap<String, CustodyRow>,
    /// FIR numbers by the act that registered them, as far as this page tells them.
    firs: HashMap<String, String>,
    records: Arc<Records>,
    province: String,
    day: Date,
}

impl Sight {
    /// Resolves what these entries refer to.
    pub async fn of<'a>(
        records: &Arc<Records>,
        voice: &Voice,
        office: &str,
        rows: impl Iterator<Item = &'a EntryRow>,
    ) -> Result<Self, DoorError> {
        let mut codes = BTreeSet::new();
        let mut firs = HashMap::new();
        for row in rows {
            codes.extend(row.officers());
            if row.kind == "fir.register"
                && let Some(cell) = row.cells.iter().find(|c| c.key == "fir_no")
            {
                firs.insert(row.act.clone(), cell.value.clone());
            }
        }
        let province = records.offices().get(office).map(|o| o.province.clone()).unwrap_or_default();
        let mut sight = Self {
            voice: voice.clone(),
            office: office.to_owned(),
            names: HashMap::new(),
            short: HashMap::new(),
            custody: HashMap::new(),
            firs,
            records: records.clone(),
            province,
            day: records.now().day(),
        };
        sight.learn_names(codes.into_iter().collect()).await?;
        Ok(sight)
    }

    /// Learns the names of more officers.
    pub async fn learn_names(&mut self, codes: Vec<String>) -> Result<(), DoorError> {
        let records = self.records.clone();
        let rows = people::rows(&records, &self.office, codes).await?;
        self.names.extend(people::names(&self.voice, records.statute(), &rows));
        let console = self.voice.t("officer-console");
        self.names.insert(CONSOLE.to_owned(), console.clone());
        self.short.insert(CONSOLE.to_owned(), console);
        let name = |r: &StaffRow| self.voice.pick(&r.name_en, &r.name_ur).to_owned();
        self.short.extend(rows.iter().map(|(code, row)| (code.clone(), name(row))));
        Ok(())
    }

    /// The same with the persons whom the opening entry lists.
    pub fn with_custody(mut self, rows: impl IntoIterator<Item = CustodyRow>) -> Self {
        self.custody.extend(rows.into_iter().map(|r| (r.act.clone(), r)));
        self
    }

    /// An officer's name alone, else his code.
    pub fn short(&self, code: &str) -> String {
        self.short.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }

    /// An officer's name, rank and belt number, else his code.
    pub fn officer(&self, code: &str) -> String {
        self.names.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }

    /// A section in words.
    pub fn section(&self, code: &str) -> String {
        let book = self.records.statute();
        law::in_words(&self.voice, book, code, &self.province, self.day)
    }

    /// The number of a case, where this page tells it.
    pub fn fir_no(&self, act: &str) -> Option<&str> {
        self.firs.get(act).map(String::as_str)
    }

    /// A person in the lock-up: name; sections and hour of arrest.
    pub fn held(&self, act: &str) -> Option<(String, String)> {
        let row = self.custody.get(act)?;
        let person = row.person.as_ref().map_or_else(|| self.voice.t("entry-gone-short"), |p| p.line());
        let sections: Vec<String> = row.sections.iter().map(|s| self.section(s)).collect();
        let arrested = when(&self.voice, row.arrested);
        Some((person, format!("{} · {arrested}", sections.join("، "))))
    }

    /// The heading of a statutory column of the part that an entry stands in.
    pub fn column(&self, entry: &EntryRef, key: &str) -> Option<String> {
        let book = self.records.statute();
        let register = entry.register.parse().ok()?;
        let part = book.part(register, &entry.part)?;
        let column = book.columns(register, &part.part).into_iter().find(|c| c.key == key)?;
        Some(self.voice.pick(&column.en, &column.ur).to_owned())
    }

    /// Entries in words, each its register and its number there; as it stands where it is none.
    pub fn entry(&self, references: &str) -> String {
        let comma = if self.voice.lang == Lang::Ur { "، " } else { ", " };
        references.split_whitespace().map(|one| self.one_entry(one)).collect::<Vec<_>>().join(comma)
    }

    fn one_entry(&self, reference: &str) -> String {
        let Ok(entry) = reference.parse::<EntryRef>() else { return reference.to_owned() };
        let number = entry.register.parse().ok();
        let register = number.and_then(|n| self.records.statute().register(n));
        let name = register.map_or(entry.register.as_str(), |r| self.voice.pick(&r.en, &r.ur));
        format!("{name}: {}", digits::localise(self.voice.lang, &entry.serial.to_string()))
    }

    /// A code in words: ranks and duties from the statute book, others from the messages; an unknown one as it is.
    pub fn code(&self, key: &str, code: &str) -> String {
        match key {
            "rank" => return rank(self.records.statute(), &self.voice, code),
            "duty" => return role(self.records.statute(), &self.voice, code),
            _ => {}
        }
        let known = messages(key, code).into_iter().find(|message| self.voice.has(message));
        known.map_or_else(|| code.to_owned(), |message| self.voice.t(&message))
    }
}

/// The messages that may say a code: its own, or the one in which the case file says the same.
fn messages(key: &str, code: &str) -> [String; 2] {
    let before = match key {
        "outcome" => "case-stage",
        "removed" => "accused-status",
        "purpose" | "next_purpose" => "deed-hearing",
        _ => "code",
    };
    [format!("code-{key}-{code}"), format!("{before}-{code}")].map(|message| message.replace('_', "-"))
}

#[cfg(test)]
mod tests {
    use super::messages;
    use roznamcha_acts::views::{AccusedStatus, Stage};
    use roznamcha_words::Words;

    fn said(key: &str, code: &str) {
        let words = Words::load().unwrap();
        assert!(messages(key, code).iter().any(|message| words.has(message)), "no words for {key} {code}");
    }

    #[test]
    fn the_books_say_how_a_case_and_an_accused_stand_as_the_case_file_does() {
        use AccusedStatus::{Abated, Acquitted, Discharged, Withdrawn};
        Stage::ALL.iter().filter(|stage| !stage.is_open()).for_each(|stage| said("outcome", stage.as_str()));
        [Acquitted, Discharged, Withdrawn, Abated].iter().for_each(|status| said("removed", status.as_str()));
    }

    #[test]
    fn letters_and_hearings_of_a_case_have_words() {
        for subject in ["challan", "final_report", "conviction_slip", "transfer", "sections_changed"] {
            said("subject", subject);
        }
        for purpose in ["appearance", "charge", "evidence", "statement", "defence", "arguments", "judgment"] {
            said("purpose", purpose);
            said("next_purpose", purpose);
        }
    }
}
