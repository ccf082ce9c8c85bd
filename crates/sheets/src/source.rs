//! The printed forms of a report: Form 24.5(1) and the complainant's copy, filled from what the officer may see.

use jiff::civil::Date;
use roznamcha_acts::kinds::{Bearing, FirRegister, Party, Relation, RelationKind};
use roznamcha_acts::views::{FirRow, StaffRow, Strike};
use roznamcha_print as print;
use roznamcha_records::OfficeTree;
use roznamcha_statute::StatuteBook;
use roznamcha_words::{Lang, Words, ids};
use std::collections::HashMap;

use crate::forms::Pen;
use crate::law;

/// What a sheet is filled from.
pub(crate) struct Source<'a> {
    pub words: &'a Words,
    pub book: &'a StatuteBook,
    pub offices: &'a OfficeTree,
    pub staff: &'a HashMap<String, StaffRow>,
    pub office: &'a str,
    pub fir: &'a FirRegister,
    /// The report as registered; `None` for one still being typed.
    pub row: Option<&'a FirRow>,
    /// Who writes it, and the rank.
    pub writer: (&'a str, &'a str),
}

impl Source<'_> {
    fn strikes(&self) -> &[Strike] {
        self.row.map_or(&[], |r| r.strikes.as_slice())
    }

    fn names(&self, code: Option<&str>) -> print::Bilingual {
        let office = code.and_then(|c| self.offices.get(c));
        office.map(|o| print::Bilingual::new(&o.en, &o.ur)).unwrap_or_default()
    }

    fn office(&self) -> print::Office {
        let above = self.offices.above(self.office);
        let is_district = |c: &&String| self.offices.get(c).is_some_and(|o| o.kind == "district");
        let district = above.iter().find(is_district).map(String::as_str);
        print::Office { station: self.names(Some(self.office)), district: self.names(district), kind: None }
    }

    fn province(&self) -> &str {
        self.offices.get(self.office).map_or("PK", |o| o.province.as_str())
    }

    fn law_day(&self) -> Date {
        self.fir.occurred_to.unwrap_or(self.fir.occurred_from).day()
    }

    fn pen(&self, lang: Lang) -> Pen<'_> {
        let (words, book, staff) = (self.words, self.book, self.staff);
        Pen { lang, words, book, staff, province: self.province(), day: self.law_day() }
    }

    fn officer(&self, code: &str, rank: Option<&str>, lang: Lang) -> print::Officer {
        self.pen(lang).officer(code, rank)
    }

    fn signer(&self, code: &str) -> String {
        self.pen(Lang::Ur).named(code, None)
    }

    fn correction(&self, strike: &Strike) -> print::Correction {
        print::Correction {
            wrong: strike.wrong.clone(),
            right: strike.right.clone(),
            by: self.signer(&strike.by),
            at: strike.at.local().datetime(),
            attested_by: strike.attested_by.as_deref().map(|by| self.signer(by)).unwrap_or_default(),
        }
    }

    fn text(&self, words: &str, field: &str) -> print::Text {
        let mine = self.strikes().iter().filter(|s| s.field == field);
        mine.fold(print::Text::from(words), |text, strike| text.corrected(self.correction(strike)))
    }

    fn informant(&self) -> print::Party {
        let mut party = plain_party(&self.fir.informant, |r| format!("{} {}", relation_ur(r.kind), r.name));
        // A correction goes to the part of column 2 in which the wrong words stand.
        for strike in self.strikes().iter().filter(|s| s.field == "informant") {
            let holds = |text: &&mut print::Text| text.words.contains(&strike.wrong);
            let parts = [party.parentage.as_mut(), party.address.as_mut()];
            let part = parts.into_iter().flatten().find(holds);
            part.unwrap_or(&mut party.name).corrections.push(self.correction(strike));
        }
        party
    }

    fn property(&self) -> Vec<print::PropertyLine> {
        let line = |p: &roznamcha_acts::kinds::Property| {
            let parts = [p.description.as_str(), &p.quantity, p.identifier.as_deref().unwrap_or("")];
            let what = parts.into_iter().filter(|s| !s.is_empty()).collect::<Vec<_>>().join("، ");
            print::PropertyLine { what: what.into(), rupees: p.value_rupees }
        };
        let mut lines: Vec<print::PropertyLine> = self.fir.property.iter().map(line).collect();
        for strike in self.strikes().iter().filter(|s| s.field == "property") {
            if let Some(line) = lines.iter_mut().find(|l| l.what.words.contains(&strike.wrong)) {
                line.what.corrections.push(self.correction(strike));
            }
        }
        lines
    }

    /// Corrections whose words stand nowhere else on the sheet.
    fn margin(&self, property: &[print::PropertyLine]) -> Vec<print::MarginCorrection> {
        let placed = |s: &Strike| match s.field.as_str() {
            "property" => property.iter().any(|l| l.what.words.contains(&s.wrong)),
            "delay_reason" => self.fir.delay_reason.is_some(),
            "informant" | "brief" | "place" | "action" | "narrative" => true,
            _ => false,
        };
        let column = |field: &str| match field {
            "property" => self.both("fir-property"),
            "beat" => self.both("fir-beat"),
            "delay_reason" => self.both("fir-delay"),
            "narrative_en" => self.both("fir-narrative-en"),
            other => print::Bilingual::new(other, other),
        };
        let loose = self.strikes().iter().filter(|s| !placed(s));
        loose
            .map(|s| print::MarginCorrection { column: column(&s.field), correction: self.correction(s) })
            .collect()
    }

    fn both(&self, key: &str) -> print::Bilingual {
        print::Bilingual::new(&self.words.say(Lang::En, key), &self.words.say(Lang::Ur, key))
    }

    fn sections(&self) -> Vec<print::Section> {
        let (province, day) = (self.province(), self.law_day());
        self.fir.sections.iter().map(|c| law::printed(self.book, c, province, day)).collect()
    }

    fn number(&self) -> (u32, u16) {
        let no = self.row.map_or(0, |r| u32::try_from(r.no).unwrap_or(u32::MAX));
        let year = self.row.map_or_else(|| self.fir.reported.year(), |r| r.year);
        (no, u16::try_from(year).unwrap_or_default())
    }

    /// The sheet in Form 24.5(1).
    pub(crate) fn fir(&self, copy: print::FirCopy, stamp: print::Stamp) -> print::FirSheet {
        let fir = self.fir;
        let (number, year) = self.number();
        let property = self.property();
        let sent = self.row.and_then(|r| r.copies.iter().map(|c| c.at).min());
        let signed = self.row.and_then(|r| r.signed.as_ref());
        let place = &fir.place;
        print::FirSheet {
            office: self.office(),
            number,
            year,
            serial: None,
            e_tag: fir.e_tag.clone(),
            occurred_from: fir.occurred_from.local().datetime(),
            occurred_to: fir.occurred_to.map(|t| t.local().datetime()),
            reported_at: fir.reported.local().datetime(),
            informant: self.informant(),
            offence: self.text(&fir.brief, "brief"),
            sections: self.sections(),
            margin: self.margin(&property),
            property,
            place: print::Place {
                words: self.text(&place.text, "place"),
                distance_km: place.distance_m.map(kilometres),
                direction: place.bearing.map(|b| self.both(&format!("bearing-{}", bearing(b)))),
                beat: place.beat.clone(),
            },
            steps: self.text(&fir.action, "action"),
            delay: fir.delay_reason.as_deref().map(|d| self.text(d, "delay_reason")),
            despatched_at: fir.despatched.or(sent).map(|t| t.local().datetime()),
            narrative: self.text(&fir.narrative, "narrative"),
            writer: self.officer(self.writer.0, Some(self.writer.1), Lang::Ur),
            sho: signed.map(|s| self.officer(&s.officer, Some(&s.rank), Lang::Ur)).unwrap_or_default(),
            copy,
            cancelled: None,
            stamp,
        }
    }

    /// The complainant's copy, all in one language.
    pub(crate) fn complainant(
        &self,
        lang: Lang,
        follow_at: &str,
        stamp: print::Stamp,
    ) -> print::ComplainantCopy {
        let (number, year) = self.number();
        let relation = |r: &Relation| {
            let key = format!("relation-{}", relation_code(r.kind));
            format!("{} {}", self.words.say(lang, &key), r.name)
        };
        let officer = match (&self.fir.io, self.row.and_then(|r| r.signed.as_ref())) {
            (Some(io), _) => self.officer(io, None, lang),
            (None, Some(s)) => self.officer(&s.officer, Some(&s.rank), lang),
            (None, None) => self.officer(self.writer.0, Some(self.writer.1), lang),
        };
        print::ComplainantCopy {
            language: if lang == Lang::Ur { print::Language::Ur } else { print::Language::En },
            office: self.office(),
            station_phone: None,
            number,
            year,
            e_tag: self.fir.e_tag.clone(),
            reported_at: self.fir.reported.local().datetime(),
            complainant: plain_party(&self.fir.informant, relation),
            sections: self.sections(),
            officer,
            follow_at: follow_at.to_owned(),
            stamp,
        }
    }
}

pub(crate) fn plain_party(party: &Party, relation: impl Fn(&Relation) -> String) -> print::Party {
    let alias = party.alias.as_deref().map(|a| format!(" عرف {a}")).unwrap_or_default();
    print::Party {
        name: format!("{}{alias}", party.name).into(),
        parentage: party.relation.as_ref().map(|r| relation(r).into()),
        cnic: party.cnic.as_deref().map(|c| ids::cnic(c).unwrap_or_else(|| c.to_owned()).into()),
        phone: party.phone.as_deref().map(|p| ids::phone(p).unwrap_or_else(|| p.to_owned()).into()),
        address: party.address.as_deref().map(Into::into),
    }
}

fn relation_ur(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::SonOf => "ولد",
        RelationKind::DaughterOf => "بنت",
        RelationKind::WifeOf => "زوجہ",
        RelationKind::WidowOf => "بیوہ",
    }
}

/// The end of a relation's message key.
pub fn relation_code(kind: RelationKind) -> &'static str {
    match kind {
        RelationKind::SonOf => "son-of",
        RelationKind::DaughterOf => "daughter-of",
        RelationKind::WifeOf => "wife-of",
        RelationKind::WidowOf => "widow-of",
    }
}

/// The end of a bearing's message key.
pub fn bearing(bearing: Bearing) -> &'static str {
    match bearing {
        Bearing::Here => "here",
        Bearing::N => "n",
        Bearing::Ne => "ne",
        Bearing::E => "e",
        Bearing::Se => "se",
        Bearing::S => "s",
        Bearing::Sw => "sw",
        Bearing::W => "w",
        Bearing::Nw => "nw",
    }
}

/// Metres as kilometres, without needless zeros: `2.5`.
pub fn kilometres(metres: u32) -> String {
    let text = format!("{}.{:03}", metres / 1000, metres % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::kilometres;

    #[test]
    fn metres_as_an_officer_writes_kilometres() {
        assert_eq!([0, 500, 2500, 10_000, 12_345].map(kilometres), ["0", "0.5", "2.5", "10", "12.345"]);
    }
}
