//! Entries of the diary as the printed sheets carry them. The diary's language is Urdu, whoever prints it.

use roznamcha_acts::views::{CellKind, EntryRow, StaffRow};
use roznamcha_print as print;
use roznamcha_records::{Caller, DoorError, EntryView, Records};
use roznamcha_statute::RankCode;
use roznamcha_words::{Lang, Voice, Words, bidi};
use std::collections::HashMap;
use std::sync::Arc;

use crate::cell::{self, Reference, Value};
use crate::{Copyist, Sight, people, say};

/// What a sheet of an office is filled from.
pub(crate) struct Paper {
    /// Names and references, in Urdu.
    pub sight: Sight,
    staff: HashMap<String, StaffRow>,
    records: Arc<Records>,
    words: Arc<Words>,
}

impl Paper {
    /// What these entries need.
    pub(crate) async fn of<'a>(
        copyist: &Copyist,
        caller: &Caller,
        office: &str,
        rows: impl Iterator<Item = &'a EntryRow> + Clone,
    ) -> Result<Self, DoorError> {
        let mut codes: Vec<String> = rows.clone().flat_map(EntryRow::officers).collect();
        codes.push(caller.officer().to_owned());
        let staff = people::rows(&copyist.records, office, codes).await?;
        let urdu = Voice::new(Lang::Ur, copyist.words.clone());
        let sight = Sight::of(&copyist.records, &urdu, office, rows).await?;
        Ok(Self { sight, staff, records: copyist.records.clone(), words: copyist.words.clone() })
    }

    /// The station and its district.
    pub(crate) fn office(&self, office: &str) -> print::Office {
        self::office(&self.records, office)
    }

    /// An officer by code, with the rank held then.
    pub(crate) fn officer(&self, code: &str, rank: &str) -> print::Officer {
        let rank =
            RankCode::new(rank).ok().and_then(|r| self.records.statute().rank(&r).map(|r| r.ur.clone()));
        let rank = rank.unwrap_or_default();
        match self.staff.get(code) {
            Some(row) => officer_of(row, rank),
            None => print::Officer { name: code.to_owned(), rank, ..print::Officer::default() },
        }
    }

    /// The officer of a role among the office's staff; nobody where none is posted.
    pub(crate) fn holder(&self, staff: &[StaffRow], role: &str) -> print::Officer {
        let holder = staff.iter().find_map(|row| row.current().filter(|p| p.role == role).map(|p| (row, p)));
        let Some((row, posting)) = holder else { return print::Officer::default() };
        let rank = RankCode::new(posting.rank.as_str()).ok();
        let rank = rank.and_then(|r| self.records.statute().rank(&r).map(|r| r.ur.clone()));
        officer_of(row, rank.unwrap_or_default())
    }

    /// An entry.
    pub(crate) fn line(&self, view: &EntryView) -> print::DiaryLine {
        let row = &view.row;
        let words = &self.words;
        let flag = |f: &roznamcha_journal::Flag| print::Bilingual {
            en: words.say(Lang::En, say::flag_key(*f)),
            ur: words.say(Lang::Ur, say::flag_key(*f)),
        };
        print::DiaryLine {
            serial: u32::try_from(row.entry.serial).unwrap_or(u32::MAX),
            informed_at: row.informed.unwrap_or(row.stated).local().datetime(),
            entered_at: row.stated.local().datetime(),
            subject: cell::subject(&self.sight.voice, &row.subject).into(),
            entry: self.words(row),
            signed_by: vec![self.officer(&row.officer, &row.rank)],
            flags: row.flags.iter().map(flag).collect(),
        }
    }

    /// All cells of an entry as running words, with the corrections made in them.
    fn words(&self, row: &EntryRow) -> print::Text {
        let mut lines: Vec<String> = Vec::new();
        if let Some(gone) = &row.gone {
            let when = say::when(&self.sight.voice, gone.at);
            lines.push(self.sight.voice.with("entry-gone", &[("when", when.as_str().into())]));
        }
        for cell in row.cells.iter().filter(|c| !c.value.is_empty()) {
            let value = match cell::value(&self.sight, row, cell) {
                // Corrections are printed by the press: the words go to it as they were first written.
                Value::Words(text) | Value::Plain(text) | Value::Ltr(text) => text,
                Value::References(all) => {
                    let said = |r: Reference| {
                        if r.tail.is_empty() { r.text } else { format!("{} · {}", r.text, r.tail) }
                    };
                    all.into_iter().map(said).collect::<Vec<_>>().join("\n")
                }
                Value::List(items) => items.join("، "),
            };
            // A case whose number this day does not tell is named in the words of the entry itself.
            let untold =
                cell.kind == CellKind::Act && cell.key == "fir" && self.sight.fir_no(&cell.value).is_none();
            match cell.key.as_str() {
                "text" => lines.push(value),
                _ if untold => {}
                _ => lines.push(format!("{}: {value}", cell::heading(&self.sight, row, &cell.key))),
            }
        }
        let corrections = row.strikes.iter().map(|s| print::Correction {
            wrong: s.wrong.clone(),
            right: s.right.clone(),
            by: self.sight.officer(&s.by),
            at: s.at.local().datetime(),
            attested_by: match &s.attested_by {
                Some(code) => self.sight.officer(code),
                None => self.sight.voice.t("correct-unattested"),
            },
        });
        print::Text { words: bidi::plain(&lines.join("\n")), corrections: corrections.collect() }
    }
}

fn officer_of(row: &StaffRow, rank: String) -> print::Officer {
    print::Officer { name: row.name_ur.clone(), rank, belt_no: row.belt_no.clone(), phone: None }
}

/// A station and its district, in both languages.
pub(crate) fn office(records: &Records, office: &str) -> print::Office {
    let tree = records.offices();
    let named = |code: &str| tree.get(code).map(|o| print::Bilingual::new(&o.en, &o.ur)).unwrap_or_default();
    let above = tree.above(office);
    let district = above.iter().find(|c| tree.get(c).is_some_and(|o| o.kind == "district"));
    let district = district.map(|d| named(d)).unwrap_or_default();
    print::Office { station: named(office), district, kind: None }
}
