//! The statute book as the rules ask for it.

use jiff::civil::Date;
use roznamcha_acts::law::{
    Allowed, By, Entering, Filled, Law, Page, PageColumn, Regime, RegimeOf, Section, Takes,
};
use roznamcha_acts::views::Stage;
use roznamcha_statute::{
    self as statute, Column, ColumnKind, Dated, OffenceCode, Province, RankCode, RegisterNo, StatuteBook,
};

/// The statute book, answering the rules.
#[derive(Debug)]
pub struct LawBook(StatuteBook);

impl LawBook {
    /// The rules shall ask this book.
    pub fn new(book: StatuteBook) -> Self {
        Self(book)
    }

    /// The book.
    pub fn statute(&self) -> &StatuteBook {
        &self.0
    }
}

impl Law for LawBook {
    fn section(&self, code: &str, province: &str, day: Date) -> Option<Section> {
        let code = OffenceCode::new(code).ok()?;
        let province: Province = province.parse().ok()?;
        let offence = self.0.offence_on(&code, province, day)?;
        Some(Section {
            cognizable: offence.is_cognizable(),
            modifier: offence.is_modifier(),
            sensitive: offence.sealed_by_default(),
            capital: offence.maximum.death,
            narcotic: offence.act.as_str() == "CNSA",
            grave: matches!(offence.head.as_str(), "murder" | "dacoity"),
            year: offence.maximum.a_year(),
            rape: matches!(offence.head.as_str(), "rape" | "gang_rape"),
        })
    }

    fn allowed(&self, kind: &str, province: &str, day: Date) -> Vec<Allowed> {
        let Ok(province) = province.parse::<Province>() else { return Vec::new() };
        let stage = |stage: roznamcha_statute::Stage| Stage::of(stage.as_str());
        let way = |row: &roznamcha_statute::Allowed| Allowed {
            from: row.from.iter().filter_map(|from| stage(*from)).collect(),
            to: row.to.and_then(stage),
            least_rank: row.least_rank.as_ref().map(ToString::to_string),
            by: row.by.iter().filter_map(|by| By::of(by.as_str())).collect(),
            bases: row.bases.iter().map(ToString::to_string).collect(),
        };
        self.0.allowed_on(kind, province, day).map(way).collect()
    }

    fn rank(&self, code: &str) -> Option<u8> {
        let code = RankCode::new(code).ok()?;
        self.0.rank(&code).map(|rank| rank.order)
    }

    fn regimes(&self, of: RegimeOf<'_>, province: &str, day: Date) -> Vec<Regime> {
        let Ok(province) = province.parse::<Province>() else { return Vec::new() };
        let regime = |row: &statute::Regime| Regime {
            least_rank: row.least_rank.as_ref().map(ToString::to_string),
            woman: row.woman,
            basis: row.basis.to_string(),
        };
        match of {
            RegimeOf::Child => self.0.regimes_of_children(province, day).map(regime).collect(),
            RegimeOf::Prints => self.0.regimes_of_prints(province, day).map(regime).collect(),
            RegimeOf::Section(code) => {
                let Ok(code) = OffenceCode::new(code) else { return Vec::new() };
                self.0.regimes_of(&code, province, day).map(regime).collect()
            }
        }
    }

    fn look(&self, list: &str, code: &str, province: &str, day: Date) -> bool {
        let Ok(province) = province.parse::<Province>() else { return false };
        self.0.looks_on(list, province, day).any(|look| look.code == code)
    }

    fn method(&self, code: &str, province: &str, day: Date) -> bool {
        let Ok(province) = province.parse::<Province>() else { return false };
        self.0.methods_on(province, day).any(|method| method.code == code)
    }

    fn page(&self, register: &str, part: &str, province: &str, day: Date) -> Option<Page> {
        let register: RegisterNo = register.parse().ok()?;
        let province: Province = province.parse().ok()?;
        let part = self.0.part(register, part).filter(|p| p.datum().in_force(province, day))?;
        let columns = self.0.columns(register, &part.part);
        let here = columns.into_iter().filter(|c| c.datum().in_force(province, day));
        Some(Page {
            entering: match part.entering {
                statute::Entering::Typed => Entering::Typed,
                statute::Entering::Posted => Entering::Posted,
                statute::Entering::Closed => Entering::Closed,
            },
            diary: part.diary.clone(),
            columns: here.map(column).collect(),
        })
    }
}

fn column(column: &Column) -> PageColumn {
    let pen = &column.pen;
    PageColumn {
        key: column.key.clone(),
        takes: match pen.kind {
            ColumnKind::Text => Takes::Text,
            ColumnKind::Lines => Takes::Lines,
            ColumnKind::Day => Takes::Day,
            ColumnKind::Time => Takes::Time,
            ColumnKind::Money => Takes::Money,
            ColumnKind::Number => Takes::Number,
            ColumnKind::Sections => Takes::Sections,
            ColumnKind::Code => Takes::Choice(pen.choices.clone()),
            ColumnKind::Officer => Takes::Officer,
            ColumnKind::Cnic => Takes::Cnic,
        },
        needed: pen.needed,
        filled: match pen.filled {
            statute::Filled::Entry => Filled::Entry,
            statute::Filled::Later => Filled::Later,
            statute::Filled::List => Filled::List,
            statute::Filled::Act => Filled::Act,
        },
        personal: pen.personal,
        unique: pen.unique,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two crates below each know the stages; a stage that one of them lacked would allow nothing.
    #[test]
    fn the_rules_and_the_book_know_the_same_stages_and_posts() {
        let rules: Vec<&str> = Stage::ALL.iter().map(|s| s.as_str()).collect();
        let book: Vec<&str> = roznamcha_statute::Stage::ALL.iter().map(|s| s.as_str()).collect();
        assert_eq!(rules, book);
        let rules: Vec<&str> = By::ALL.iter().map(|by| by.as_str()).collect();
        let book: Vec<&str> = roznamcha_statute::By::ALL.iter().map(|by| by.as_str()).collect();
        assert_eq!(rules, book);
    }

    #[test]
    fn the_book_answers_the_rules() {
        let law = LawBook::new(StatuteBook::built_in().unwrap());
        let day = jiff::civil::date(2026, 1, 5);
        let ways = law.allowed("case.nominate", "PB", day);
        assert_eq!(ways.len(), 1);
        assert!(ways.iter().all(|w| w.from.contains(&Stage::Investigation) && w.to.is_none()));
        assert!(law.allowed("case.nominate", "nowhere", day).is_empty());
        assert!(law.rank("si") > law.rank("asi") && law.rank("typist").is_none());
        assert!(law.section("PPC-302", "PB", day).is_some_and(|s| s.capital && !s.rape));
        assert!(law.section("PPC-376", "PB", day).is_some_and(|s| s.rape));
        assert_eq!(law.section("PPC-302", "PB", day).and_then(|s| s.year), Some(true));
        assert!(law.look("eyes", "hazel", "PB", day) && !law.look("eyes", "stout", "PB", day));
        assert!(law.method("entry.roof", "PB", day) && !law.method("entry.chimney", "PB", day));
        assert!(law.section("CNSA-9-c", "PB", day).is_some_and(|s| s.narcotic));
    }

    /// Who may investigate what, by the book as shipped: each row is unverified, and says so.
    #[test]
    fn special_regimes_are_law() {
        let law = LawBook::new(StatuteBook::built_in().unwrap());
        let day = jiff::civil::date(2026, 1, 5);
        let of = |of| law.regimes(of, "PB", day).into_iter().next();
        let section = |code| of(RegimeOf::Section(code));
        let asked = |code| section(code).map(|r| (r.least_rank.unwrap_or_default(), r.woman, r.basis));
        let wanted = |rank: &str, woman, basis: &str| Some((rank.to_owned(), woman, basis.to_owned()));
        assert_eq!(asked("PPC-295-C"), wanted("sp", false, "CrPC-156-A"));
        assert_eq!(asked("ATA-7"), wanted("inspector", false, "ATA-19"));
        assert_eq!(asked("PPC-376"), wanted("", true, "ARITA-9"));
        assert_eq!(asked("PPC-377-B"), wanted("", true, "ARITA-9"));
        assert_eq!((asked("PPC-302"), asked("PPC-295-A")), (None, None));
        assert_eq!(of(RegimeOf::Child).and_then(|r| r.least_rank).as_deref(), Some("si"));
        assert!(law.statute().regimes().iter().all(|r| !r.datum.verified));
    }
}
