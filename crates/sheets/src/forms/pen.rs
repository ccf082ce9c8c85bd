//! What a form is written with: both languages for headings, one for what is said, officers by name, law as cited.

use jiff::civil::Date;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::{Order, Party, Relation};
use roznamcha_acts::views::StaffRow;
use roznamcha_journal::EntryRef;
use roznamcha_print::{Bilingual, Block, Column, Field, Item, Language, Officer, Signer, Text};
use roznamcha_statute::{RankCode, RegisterNo, StatuteBook};
use roznamcha_words::{Arg, Lang, Words, bidi, digits, ids};
use std::collections::HashMap;

use crate::law;
use crate::source::relation_code;

/// The pen.
pub struct Pen<'a> {
    /// The language that leads.
    pub lang: Lang,
    /// The messages.
    pub words: &'a Words,
    /// The statute book.
    pub book: &'a StatuteBook,
    /// The province whose law it is.
    pub province: &'a str,
    /// The day by whose law sections are named.
    pub day: Date,
    /// Officers by code.
    pub staff: &'a HashMap<String, StaffRow>,
}

impl Pen<'_> {
    /// The language, as the sheets name it.
    pub fn language(&self) -> Language {
        if self.lang == Lang::Ur { Language::Ur } else { Language::En }
    }

    /// A heading.
    pub(crate) fn both(&self, key: &str) -> Bilingual {
        let key = format!("sheet-{key}");
        Bilingual::new(&self.words.say(Lang::En, &key), &self.words.say(Lang::Ur, &key))
    }

    /// A sentence of the form with what stands in it.
    pub(crate) fn sentence(&self, key: &str, args: &[(&str, Arg<'_>)]) -> Bilingual {
        let key = format!("sheet-{key}");
        let say = |lang| roznamcha_words::bidi::plain(&self.words.say_with(lang, &key, args));
        Bilingual::new(&say(Lang::En), &say(Lang::Ur))
    }

    /// Words in the language that leads.
    pub(crate) fn word(&self, key: &str) -> String {
        self.words.say(self.lang, &format!("sheet-{key}"))
    }

    /// A code in words: `sheet-{of}-{code}`; one without words stays as it is.
    pub(crate) fn code(&self, of: &str, code: &str) -> String {
        let key = format!("sheet-{of}-{code}").replace('_', "-");
        if self.words.has(&key) { self.words.say(self.lang, &key) } else { code.to_owned() }
    }

    /// How an accused stands, by the code of his status.
    pub(crate) fn status(&self, status: &str) -> String {
        self.words.say(self.lang, &format!("accused-status-{}", status.replace('_', "-")))
    }

    /// What kind of act it is.
    pub(crate) fn kind(&self, kind: &str) -> String {
        let key = format!("act-kind-{}", kind.replace(['.', '_'], "-"));
        if self.words.has(&key) { self.words.say(self.lang, &key) } else { kind.to_owned() }
    }

    /// A box.
    pub(crate) fn field(&self, key: &str, share: u8, value: impl Into<Text>) -> Field {
        Field { label: self.both(key), value: value.into(), share }
    }

    /// A box that is empty where there is nothing to say.
    pub(crate) fn maybe(&self, key: &str, share: u8, value: Option<&str>) -> Field {
        self.field(key, share, value.unwrap_or_default())
    }

    /// Long words.
    pub(crate) fn words(&self, key: &str, words: impl Into<Text>, lines: u32) -> Block {
        Block::Words { label: self.both(key), words: words.into(), lines }
    }

    /// What the form says.
    pub(crate) fn says(&self, key: &str) -> Block {
        Block::Says { words: self.both(key) }
    }

    /// A table: its title, its columns with their shares, its rows, empty rows after them.
    pub(crate) fn table(
        &self,
        title: &str,
        columns: &[(&str, u32)],
        rows: Vec<Vec<String>>,
        blank: u32,
    ) -> Block {
        Block::Table {
            title: Some(self.both(title)),
            columns: columns
                .iter()
                .map(|(key, share)| Column { label: self.both(key), share: *share })
                .collect(),
            rows: rows.into_iter().map(|row| row.into_iter().map(Text::from).collect()).collect(),
            blank,
        }
    }

    /// A rank by name.
    pub(crate) fn rank(&self, code: &str) -> String {
        let rank = RankCode::new(code).ok().and_then(|c| self.book.rank(&c));
        rank.map_or_else(|| code.to_owned(), |r| self.pick(&r.en, &r.ur).to_owned())
    }

    pub(crate) fn pick<'b>(&self, en: &'b str, ur: &'b str) -> &'b str {
        if self.lang == Lang::Ur { ur } else { en }
    }

    /// An officer with the rank held then; with the rank held now where none is given.
    pub(crate) fn officer(&self, code: &str, rank: Option<&str>) -> Officer {
        let Some(row) = self.staff.get(code) else {
            let rank = rank.map(|r| self.rank(r)).unwrap_or_default();
            return Officer { name: code.to_owned(), rank, ..Officer::default() };
        };
        let held = row.postings.last().map(|p| p.rank.as_str());
        Officer {
            name: self.pick(&row.name_en, &row.name_ur).to_owned(),
            rank: rank.or(held).map(|r| self.rank(r)).unwrap_or_default(),
            belt_no: row.belt_no.clone(),
            phone: None,
        }
    }

    /// The same on one line.
    pub(crate) fn named(&self, code: &str, rank: Option<&str>) -> String {
        let officer = self.officer(code, rank);
        let parts = [officer.name, officer.rank, officer.belt_no];
        parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(self.pick(", ", "، "))
    }

    /// A place for an officer's signature.
    pub(crate) fn signs(&self, key: &str, officer: Option<Officer>) -> Signer {
        Signer { label: self.both(key), officer, name: Text::default(), thumb: false }
    }

    /// A place for anybody else's signature or thumb-mark.
    pub(crate) fn marks(&self, key: &str, name: &str) -> Signer {
        Signer { label: self.both(key), officer: None, name: name.into(), thumb: true }
    }

    /// Name, alias, father or husband: the words between them in the script of the name, which they would tear apart
    /// in the other.
    pub(crate) fn person(&self, party: &Party) -> String {
        let lang = if party.name.is_ascii() { Lang::En } else { Lang::Ur };
        let alias = party.alias.as_deref().map(|a| format!("{} {a}", self.words.say(lang, "sheet-alias")));
        let relation = party.relation.as_ref().map(|r: &Relation| {
            let key = format!("relation-{}", relation_code(r.kind));
            format!("{} {}", self.words.say(lang, &key), r.name)
        });
        let name = if party.name.is_empty() { self.word("not-known") } else { party.name.clone() };
        [Some(name), alias, relation].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The same with identity card and residence.
    pub(crate) fn resident(&self, party: &Party) -> String {
        let cnic = party.cnic.as_deref().map(cnic);
        let comma = self.pick(", ", "، ");
        [Some(self.person(party)), cnic, party.address.clone()]
            .into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(comma)
    }

    /// A section as it is cited.
    pub(crate) fn section(&self, code: &str) -> String {
        let known = law::offence(self.book, code, self.province, self.day);
        bidi::ltr(&known.map_or_else(|| code.to_owned(), law::cited))
    }

    /// Sections as they are cited.
    pub(crate) fn sections<'b>(&self, codes: impl IntoIterator<Item = &'b str>) -> String {
        codes.into_iter().map(|c| self.section(c)).collect::<Vec<_>>().join(self.pick(", ", "، "))
    }

    /// Sections with their titles.
    pub(crate) fn offences<'b>(&self, codes: impl IntoIterator<Item = &'b str>) -> String {
        let one = |code: &str| {
            let known = law::offence(self.book, code, self.province, self.day);
            known.map_or_else(
                || code.to_owned(),
                |o| format!("{} ({})", bidi::ltr(&law::cited(o)), self.pick(&o.en, &o.ur)),
            )
        };
        codes.into_iter().map(one).collect::<Vec<_>>().join(self.pick(", ", "، "))
    }

    /// An order of a court: whose, number, day.
    pub(crate) fn order(&self, order: &Order) -> String {
        [order.authority.clone(), order.number.clone(), day(order.date)].join(self.pick(", ", "، "))
    }

    /// An article's place in its register: `XIX 17/2026`.
    pub(crate) fn entry(&self, entry: &EntryRef) -> String {
        let number: Option<RegisterNo> = entry.register.parse().ok();
        let roman = number.map_or_else(|| entry.register.clone(), |n| n.roman());
        bidi::ltr(&format!("{roman} {}/{}", entry.serial, entry.period))
    }
}

/// An item of a column, a line of it for each line of the words.
pub(crate) fn item(words: impl AsRef<str>) -> Item {
    Item { lines: words.as_ref().split('\n').map(Text::from).collect(), red: false }
}

/// An item in red.
pub(crate) fn red(words: impl AsRef<str>) -> Item {
    Item { red: true, ..item(words) }
}

/// `10/05/2026 14:30`, as the forms write it.
pub(crate) fn when(at: Moment) -> String {
    let at = at.local().datetime();
    format!("{} {:02}:{:02}", day(at.date()), at.hour(), at.minute())
}

/// `10/05/2026`.
pub(crate) fn day(day: Date) -> String {
    format!("{:02}/{:02}/{:04}", day.day(), day.month(), day.year())
}

/// An identity card's number as it is printed on the card.
pub(crate) fn cnic(digits: &str) -> String {
    ids::cnic(digits).unwrap_or_else(|| digits.to_owned())
}

/// A telephone number as it is dialled.
pub(crate) fn phone(digits: &str) -> String {
    ids::phone(digits).unwrap_or_else(|| digits.to_owned())
}

/// Paisa as rupees: `1,250` or `1,250.50`.
pub(crate) fn rupees(paisa: i64) -> String {
    let whole = digits::grouped(Lang::En, paisa / 100);
    match paisa.unsigned_abs() % 100 {
        0 => whole,
        rest => format!("{whole}.{rest:02}"),
    }
}
