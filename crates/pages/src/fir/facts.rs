//! What the page of a report shows, in the reader's language.

use askama::Template;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::{FirRegister, Gender, Mark, Party, Property};
use roznamcha_acts::views::{CopyTo, FirRow, Strike};
use roznamcha_records::{FirView, MASK};
use roznamcha_words::{bidi, dates, digits, ids};
use std::collections::HashMap;

use crate::Shell;
use crate::ctx::Voice;
use crate::files::Panel;
use crate::struck::{Note, Struck, note};

use super::field::{Choice, Form, Look, Select};
use super::labels;
use super::new::SEALS;
use super::sections::SectionLine;
use super::show::Tried;
use super::typed::Typed;
use roznamcha_sheets::{bearing, kilometres, relation_code};

/// What the reader may do upon the report.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct May {
    pub print: bool,
    pub sign: bool,
    pub despatch: bool,
    pub seal: bool,
    pub unseal: bool,
    pub correct: bool,
    pub attest: bool,
    pub expunge: bool,
    pub who_looked: bool,
    pub case_file: bool,
}

/// The page of a report.
#[derive(Template)]
#[template(path = "fir/show.html")]
pub(crate) struct Report {
    pub shell: Shell,
    pub voice: Voice,
    /// Number and year.
    pub title: String,
    pub station: String,
    /// Sections with their history.
    pub sections: Vec<SectionLine>,
    /// Officers' names by code.
    pub names: HashMap<String, String>,
    pub may: May,
    pub tried: Option<Tried>,
    /// Registered just now.
    pub is_new: bool,
    /// What was done just now; empty for nothing.
    pub done: String,
    pub view: FirView,
    /// Photographs, scans, recordings, documents.
    pub files: Panel,
}

/// A person of the case on the page.
pub(crate) struct PersonLine {
    pub role: String,
    pub name: String,
    pub cnic: String,
    pub phone: String,
    pub about: Vec<String>,
    pub address: String,
    pub description: String,
}

impl PersonLine {
    /// The name as it stands in the page's own direction: whatever script a name is in, `son of` comes after it. In a
    /// template: `{{ person.named()|safe }}` (it escapes itself).
    pub(crate) fn named(&self) -> String {
        let Ok(escaped) = askama::filters::escape(&self.name, askama::filters::Html);
        escaped.to_string().replace(bidi::FSI, "<bdi dir=\"auto\">").replace(bidi::PDI, "</bdi>")
    }
}

/// One of the four copies.
pub(crate) struct CopyLine {
    pub code: &'static str,
    pub label: String,
    pub printed: String,
    pub sent: String,
    pub carrier: String,
    /// It ought to leave and has not.
    pub waits: bool,
}

/// A correction on the page.
pub(crate) struct StrikeLine<'a> {
    pub strike: &'a Strike,
    pub column: String,
    pub note: Note,
}

impl Report {
    fn t(&self, key: &str) -> String {
        self.voice.t(key)
    }

    fn done_words(&self) -> String {
        self.t(&format!("fir-done-{}", self.done))
    }

    fn row(&self) -> &FirRow {
        &self.view.row
    }

    fn when(&self, at: &Moment) -> String {
        dates::date_time(self.voice.lang, at.local().datetime())
    }

    fn machine(&self, at: &Moment) -> String {
        dates::machine(at.local().datetime())
    }

    fn officer(&self, code: &str) -> String {
        self.names.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }

    fn form(&self, deed: &str) -> Form {
        let prefix = match deed {
            "despatch" => "despatch-",
            "seal" => "seal-",
            "unseal" => "unseal-",
            "correct" => "correct-",
            "attach" => "attach-",
            "expunge" => "expunge-",
            _ => "",
        };
        match &self.tried {
            Some(tried) if tried.deed == deed => tried.form.clone(),
            _ => Form::new(&self.voice, prefix, Typed::default()),
        }
    }

    fn is_tried(&self, deed: &str) -> bool {
        self.tried.as_ref().is_some_and(|t| t.deed == deed)
    }

    fn entry(&self) -> String {
        let entry = self.row().entries.iter().find(|e| e.register == "1");
        entry.map(ToString::to_string).unwrap_or_default()
    }

    fn struck(&self, text: &str, field: &str) -> Struck {
        Struck::new(&self.voice, text, field, &self.row().strikes, &self.names)
    }

    fn has_strikes(&self, field: &str) -> bool {
        self.row().strikes.iter().any(|s| s.field == field)
    }

    fn strikes(&self) -> Vec<StrikeLine<'_>> {
        let line = |strike| StrikeLine {
            strike,
            column: self.column(&strike.field),
            note: note(&self.voice, strike, &self.names),
        };
        self.row().strikes.iter().map(line).collect()
    }

    /// A column of Form 24.5(1) by its key.
    fn column(&self, key: &str) -> String {
        let known = match key {
            "informant" => "fir-complainant",
            "brief" => "fir-brief",
            "property" => "fir-property",
            "place" => "fir-place-text",
            "beat" => "fir-beat",
            "action" => "fir-steps-taken",
            "delay_reason" => "fir-delay",
            "narrative" => "fir-narrative",
            "narrative_en" => "fir-narrative-en",
            other => return other.to_owned(),
        };
        self.t(known)
    }

    /// The columns of words that this report has.
    fn columns(&self) -> Select {
        let fir = self.row().fir.as_ref();
        let has = |key: &str| {
            fir.is_some_and(|f| match key {
                "brief" => !f.brief.is_empty(),
                "property" => !f.property.is_empty(),
                "beat" => f.place.beat.is_some(),
                "action" => !f.action.is_empty(),
                "delay_reason" => f.delay_reason.is_some(),
                "narrative_en" => f.narrative_en.is_some(),
                _ => true,
            })
        };
        let keys = [
            "narrative",
            "informant",
            "brief",
            "property",
            "place",
            "beat",
            "action",
            "delay_reason",
            "narrative_en",
        ];
        let choice = |key: &str| Choice { value: key.to_owned(), label: self.column(key) };
        let choices = keys.into_iter().filter(|k| has(k)).map(choice).collect();
        let form = self.form("correct");
        form.select("field", "correct-field", "choose", choices).must(&form)
    }

    /// Serials of the entries made, as (register in words, serial).
    fn serials(&self) -> Vec<(String, String)> {
        let serial = |e: &roznamcha_journal::EntryRef| {
            let key = match e.register.as_str() {
                "1" => "fir-serial-1",
                "2" => "fir-serial-2",
                "5" => "fir-serial-5",
                _ => "fir-serial-9",
            };
            (self.t(key), digits::number(self.voice.lang, i64::try_from(e.serial).unwrap_or(i64::MAX)))
        };
        self.row().entries.iter().map(serial).collect()
    }

    fn seal_reason(&self) -> String {
        let reason = self.row().sealed.as_ref().map(|s| s.reason.clone()).unwrap_or_default();
        if SEALS.contains(&reason.as_str()) { self.t(&format!("seal-{reason}")) } else { reason }
    }

    fn seals(&self) -> Select {
        let form = self.form("seal");
        form.select("reason_code", "seal-reason", "choose", form.choices("seal-", &SEALS)).must(&form)
    }

    fn unsent(&self) -> Select {
        let form = self.form("despatch");
        let label = |to: CopyTo| self.t(&format!("copy-{}", to.as_str()));
        let choice = |to: CopyTo| Choice { value: to.as_str().to_owned(), label: label(to) };
        let choices = self.row().unsent().into_iter().map(choice).collect();
        form.select("to", "fir-copies", "choose", choices).must(&form)
    }

    fn copies(&self) -> Vec<CopyLine> {
        let line = |code: &'static str| {
            let sent = self.row().copies.iter().find(|c| c.to.as_str() == code);
            CopyLine {
                code,
                label: self.t(&format!("copy-{code}")),
                printed: self.printed(&format!("fir/{code}")),
                sent: sent.map(|c| self.when(&c.at)).unwrap_or_default(),
                carrier: sent.map(|c| labels::carrier(&self.voice, &c.carrier)).unwrap_or_default(),
                waits: code != "station" && sent.is_none(),
            }
        };
        ["station", "dpo", "magistrate", "complainant"].into_iter().map(line).collect()
    }

    fn printed(&self, document: &str) -> String {
        let count = self.view.prints.iter().find(|(d, _)| d == document).map_or(0, |(_, n)| *n);
        self.voice.n("print-count", "n", i64::from(count))
    }

    fn persons(&self, fir: &FirRegister) -> Vec<PersonLine> {
        let mut lines = vec![self.person("party-informant", &fir.informant, "")];
        if fir.informant_is_victim
            && let Some(first) = lines.first_mut()
        {
            first.role = format!("{} · {}", first.role, self.t("party-victim"));
        }
        lines.extend(fir.victims.iter().map(|v| self.person("party-victim", v, "")));
        lines.extend(fir.accused.iter().map(|a| self.person("party-accused", &a.person, &a.description)));
        lines
    }

    fn person(&self, role: &str, party: &Party, description: &str) -> PersonLine {
        person_line(&self.voice, role, party, description)
    }

    fn place_about(&self, fir: &FirRegister) -> Vec<String> {
        let place = &fir.place;
        let km = place.distance_m.map(kilometres);
        let km = km.map(|km| digits::localise(self.voice.lang, &km));
        let km = km.map(|km| self.voice.with("fir-distance-km", &[("km", km.as_str().into())]));
        let direction = place.bearing.map(|b| self.t(&format!("bearing-{}", bearing(b))));
        let beat = place.beat.as_ref().map(|b| format!("{} {}", self.t("fir-beat"), bidi::isolate(b)));
        let degrees = |v: i32| format!("{:.6}", f64::from(v) / 1e6);
        let point = place.lat_e6.zip(place.lon_e6);
        let point = point.map(|(a, b)| bidi::ltr(&format!("{}, {}", degrees(a), degrees(b))));
        [km, direction, beat, point].into_iter().flatten().collect()
    }

    fn mark(&self, fir: &FirRegister) -> String {
        self.t(match fir.mark {
            Mark::Signature => "mark-signature",
            Mark::LeftThumb => "mark-left-thumb",
            Mark::RightThumb => "mark-right-thumb",
            Mark::Written => "mark-written",
        })
    }

    fn rupees(&self, item: &Property) -> String {
        let amount = item.value_rupees.and_then(|v| i64::try_from(v).ok());
        let amount = amount.map(|v| digits::grouped(self.voice.lang, v));
        amount.map(|a| self.voice.with("rupees", &[("amount", a.as_str().into())])).unwrap_or_default()
    }

    /// Parts that are hidden from this reader.
    fn is_masked(&self) -> bool {
        let fir = self.row().fir.as_ref();
        fir.is_some_and(|f| f.narrative == MASK || f.informant.name == MASK)
    }
}

/// A person as a page shows him: what he is in the case, and who he is.
pub(crate) fn person_line(voice: &Voice, role: &str, party: &Party, description: &str) -> PersonLine {
    let relation = party.relation.as_ref().map(|r| {
        let word = voice.t(&format!("relation-{}", relation_code(r.kind)));
        format!(" {word} {}", bidi::isolate(&r.name))
    });
    let alias = party.alias.as_ref().map(|a| format!(" ({} {})", voice.t("person-alias"), bidi::isolate(a)));
    let name = if party.name.is_empty() { voice.t("unknown") } else { bidi::isolate(&party.name) };
    let gender = party.gender.map(|g| match g {
        Gender::Male => voice.t("gender-male"),
        Gender::Female => voice.t("gender-female"),
        Gender::X => voice.t("gender-x"),
    });
    let age = party.age.map(|a| voice.n("person-age-years", "n", i64::from(a)));
    PersonLine {
        role: voice.t(role),
        name: format!("{name}{}{}", relation.unwrap_or_default(), alias.unwrap_or_default()),
        cnic: party.cnic.as_deref().map(|c| ids::cnic(c).unwrap_or(c.to_owned())).unwrap_or_default(),
        phone: party.phone.as_deref().map(|p| ids::phone(p).unwrap_or(p.to_owned())).unwrap_or_default(),
        about: gender.into_iter().chain(age).collect(),
        address: party.address.clone().unwrap_or_default(),
        description: description.to_owned(),
    }
}
