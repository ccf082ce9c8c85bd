//! The statute book as the rules ask for it.

use jiff::civil::Date;
use roznamcha_acts::law::{Allowed, Law, Section};
use roznamcha_acts::views::Stage;
use roznamcha_statute::{OffenceCode, Province, RankCode, StatuteBook};

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
            bases: row.bases.iter().map(ToString::to_string).collect(),
        };
        self.0.allowed_on(kind, province, day).map(way).collect()
    }

    fn rank(&self, code: &str) -> Option<u8> {
        let code = RankCode::new(code).ok()?;
        self.0.rank(&code).map(|rank| rank.order)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two crates below each know the stages; a stage that one of them lacked would allow nothing.
    #[test]
    fn the_rules_and_the_book_know_the_same_stages() {
        let rules: Vec<&str> = Stage::ALL.iter().map(|s| s.as_str()).collect();
        let book: Vec<&str> = roznamcha_statute::Stage::ALL.iter().map(|s| s.as_str()).collect();
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
        assert!(law.section("CNSA-9-c", "PB", day).is_some_and(|s| s.narcotic));
    }
}
