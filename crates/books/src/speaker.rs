//! The values of a register in words of one language.

use jiff::civil::Date;
use roznamcha_acts::Moment;
use roznamcha_acts::views::{Cell, CellKind, StaffRow};
use roznamcha_statute::{OffenceCode, RankCode, RoleCode, StatuteBook};
use roznamcha_words::{Lang, Words, bidi, dates, digits};
use std::collections::HashMap;

/// Says what stands in a register.
pub struct Speaker<'a> {
    /// The language.
    pub lang: Lang,
    /// The messages.
    pub words: &'a Words,
    /// The statute book.
    pub book: &'a StatuteBook,
    /// Officers by code.
    pub staff: HashMap<String, StaffRow>,
    /// Station and district, in that language.
    pub station: String,
    /// The district.
    pub district: String,
}

impl Speaker<'_> {
    /// One of two texts, by language.
    pub fn pick<'b>(&self, en: &'b str, ur: &'b str) -> &'b str {
        match self.lang {
            Lang::En => en,
            Lang::Ur => ur,
        }
    }

    /// A message.
    pub fn t(&self, key: &str) -> String {
        self.words.say(self.lang, key)
    }

    /// An officer's name and belt number; the code where he is not known.
    pub fn officer(&self, code: &str) -> String {
        let Some(row) = self.staff.get(code) else { return code.to_owned() };
        let name = self.pick(&row.name_en, &row.name_ur);
        format!("{name} {}", row.belt_no).trim_end().to_owned()
    }

    /// The same with the rank held then.
    pub fn officer_of(&self, code: &str, rank: &str) -> String {
        format!("{} {}", self.rank(rank), self.officer(code)).trim_start().to_owned()
    }

    fn rank(&self, code: &str) -> String {
        let rank = RankCode::new(code).ok().and_then(|c| self.book.rank(&c));
        rank.map_or_else(|| code.to_owned(), |r| self.pick(&r.en, &r.ur).to_owned())
    }

    fn role(&self, code: &str) -> String {
        let role = RoleCode::new(code).ok().and_then(|c| self.book.role(&c));
        role.map_or_else(|| code.to_owned(), |r| self.pick(&r.en, &r.ur).to_owned())
    }

    /// What an entry is about.
    pub fn subject(&self, code: &str) -> String {
        let key = format!("kind-{}", code.replace('_', "-"));
        if code.is_empty() || !self.words.has(&key) { code.to_owned() } else { self.t(&key) }
    }

    /// The heading of a cell that no column takes.
    pub fn label(&self, key: &str) -> String {
        let message = format!("cell-{}", key.replace('_', "-"));
        if self.words.has(&message) { self.t(&message) } else { key.to_owned() }
    }

    /// A section as it is cited.
    fn section(&self, code: &str) -> String {
        let offence = OffenceCode::new(code).ok().and_then(|c| self.book.offence(&c));
        offence.map_or_else(|| code.to_owned(), |o| format!("{} {}", o.section, o.act))
    }

    fn code(&self, key: &str, code: &str) -> String {
        match key {
            "rank" => return self.rank(code),
            "duty" => return self.role(code),
            _ => {}
        }
        let message = format!("code-{key}-{code}").replace('_', "-");
        if self.words.has(&message) { self.t(&message) } else { code.to_owned() }
    }

    /// A moment.
    pub fn moment(&self, at: Moment) -> String {
        let at = at.local().datetime();
        format!("{} {}", dates::short_date(self.lang, at.date()), dates::time(self.lang, at.time()))
    }

    fn day(&self, text: &str) -> String {
        text.parse::<Date>().map_or_else(|_| text.to_owned(), |d| dates::short_date(self.lang, d))
    }

    fn money(&self, text: &str) -> String {
        let Ok(paisa) = text.parse::<i64>() else { return text.to_owned() };
        let whole = digits::grouped(self.lang, paisa / 100);
        match paisa.unsigned_abs() % 100 {
            0 => whole,
            rest => format!("{whole}.{}", digits::localise(self.lang, &format!("{rest:02}"))),
        }
    }

    /// The value of a cell in words, as first written: what was struck in it is told by the strikes. Acts of other
    /// entries are named by their ids nowhere: a reference that has no words says nothing.
    pub fn value(&self, cell: &Cell) -> String {
        let list = |say: &dyn Fn(&str) -> String| {
            cell.value.split_whitespace().map(say).collect::<Vec<_>>().join(self.pick(", ", "، "))
        };
        let words = match cell.kind {
            CellKind::Text => cell.value.clone(),
            CellKind::Time => cell.value.parse().map_or_else(|_| cell.value.clone(), |at| self.moment(at)),
            CellKind::Day => self.day(&cell.value),
            CellKind::Money => self.money(&cell.value),
            CellKind::Sections => list(&|c| self.section(c)),
            CellKind::Code => self.code(&cell.key, &cell.value),
            CellKind::Act => String::new(),
            CellKind::Officer => list(&|c| self.officer(c)),
            CellKind::Number => digits::localise(self.lang, &cell.value),
        };
        bidi::plain(&words)
    }
}
