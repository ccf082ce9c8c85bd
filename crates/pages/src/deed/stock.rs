//! What a form offers to choose from, read once for one form: persons and sections of the case, officers, things of the
//! books.

use roznamcha_acts::views::{PartyRole, StaffRow};
use roznamcha_records::{CaseDesk, DoorError, Offer, Shelf};
use roznamcha_sheets::{Sight, cell, people};
use roznamcha_statute::Rank;
use roznamcha_words::digits;
use std::collections::HashMap;

use crate::ctx::Voice;
use crate::fir::field::Choice;
use crate::fir::law;
use crate::office::show;
use crate::{Ctx, Pages};

use super::plan::{Control, Deed, Field};

/// Letters of a description in a choice.
const LONGEST: usize = 70;

/// A thing to choose, described.
struct Thing {
    offer: Offer,
    text: String,
}

/// What is offered.
#[derive(Default)]
pub(crate) struct Stock {
    case: Option<CaseDesk>,
    officers: Vec<(String, String, String)>,
    ranks: HashMap<String, String>,
    charged: Vec<Choice>,
    things: HashMap<Shelf, Vec<Thing>>,
    fir: Option<String>,
    road: Option<String>,
}

fn shelves(fields: &[Field], found: &mut Vec<Shelf>) {
    for field in fields {
        let shelf = match field.control {
            Control::Thing(shelf, _) | Control::Things(shelf, _) => Some(shelf),
            Control::Brought | Control::BroughtOne => Some(Shelf::Articles),
            Control::Rows(rows) => {
                shelves(rows.fields, found);
                None
            }
            _ => None,
        };
        found.extend(shelf.filter(|s| !found.contains(s)));
    }
}

fn needs_officers(fields: &[Field]) -> bool {
    fields.iter().any(|field| matches!(field.control, Control::Officer | Control::Investigator))
}

/// Officers of that station, where they may be seen; of a case given from elsewhere, the officer's own colleagues.
async fn officers(pages: &Pages, ctx: &Ctx, office: &str) -> Result<Vec<StaffRow>, DoorError> {
    if office != ctx.caller.office() {
        match pages.records.staff(&ctx.caller, office).await {
            Ok(lines) => return Ok(lines.into_iter().map(|line| line.row).collect()),
            Err(DoorError::NotFound) => {}
            Err(error) => return Err(error),
        }
    }
    pages.records.colleagues(&ctx.caller).await
}

impl Stock {
    /// The ranks, and nothing of the books yet.
    fn of_ranks(pages: &Pages, ctx: &Ctx) -> Self {
        let name = |rank: &Rank| (rank.code.to_string(), ctx.voice.pick(&rank.en, &rank.ur).to_owned());
        Self { ranks: pages.records.statute().ranks().iter().map(name).collect(), ..Self::default() }
    }

    /// The officers of a station.
    pub(crate) async fn of_officers(pages: &Pages, ctx: &Ctx, office: &str) -> Result<Self, DoorError> {
        let mut stock = Self::of_ranks(pages, ctx);
        for row in officers(pages, ctx, office).await?.iter().filter(|r| r.current().is_some()) {
            let rank = row.current().map_or("", |p| p.rank.as_str());
            let name = people::named(&ctx.voice, pages.records.statute(), row, rank);
            stock.officers.push((row.officer.clone(), name, rank.to_owned()));
        }
        Ok(stock)
    }

    /// Reads what this form needs.
    pub(crate) async fn load(
        pages: &Pages,
        ctx: &Ctx,
        deed: &Deed,
        office: &str,
        case: Option<CaseDesk>,
    ) -> Result<Self, DoorError> {
        let book = pages.records.statute();
        let mut stock = match needs_officers(deed.fields) {
            true => Self::of_officers(pages, ctx, office).await?,
            false => Self::of_ranks(pages, ctx),
        };
        if let Some(case) = case {
            let day = pages.records.now().day();
            let in_words = |code: &str| Choice {
                value: code.to_owned(),
                label: law::in_words(&ctx.voice, book, code, ctx.caller.province(), day),
            };
            stock.charged = case.row.charged().map(in_words).collect();
            stock.fir = Some(case.row.fir.clone());
            stock.case = Some(case);
        }
        let mut needed = Vec::new();
        shelves(deed.fields, &mut needed);
        for shelf in needed {
            let offers = pages.records.offers(&ctx.caller, office, shelf).await?;
            let sight = Sight::of(&pages.records, &ctx.voice, office, offers.iter().map(|o| &o.entry.row));
            let sight = sight.await?;
            let described = |offer: Offer| Thing { text: describe(&sight, &offer), offer };
            stock.things.insert(shelf, offers.into_iter().map(described).collect());
        }
        Ok(stock)
    }

    /// Only what belongs to this case or this certificate, where one is meant.
    pub(crate) fn narrowed(mut self, fir: Option<&str>, road: Option<&str>) -> Self {
        self.fir = self.fir.or_else(|| fir.map(str::to_owned));
        self.road = road.map(str::to_owned);
        self
    }

    /// Accused of the case, those not decided first.
    pub(crate) fn accused(&self) -> Vec<Choice> {
        let mut all: Vec<_> = self.persons_of(PartyRole::Accused).collect();
        all.sort_by_key(|p| !p.open);
        all.into_iter().map(choice).collect()
    }

    /// Places of the accused about whom nothing has been decided.
    pub(crate) fn open_accused(&self) -> Vec<String> {
        self.persons_of(PartyRole::Accused).filter(|p| p.open).map(|p| p.index.to_string()).collect()
    }

    fn persons_of(&self, role: PartyRole) -> impl Iterator<Item = &roznamcha_records::Named> {
        let all = self.case.iter().flat_map(|c| &c.persons);
        all.filter(move |p| p.role == role)
    }

    /// Every person of the case with what he is in it.
    pub(crate) fn persons(&self, voice: &Voice) -> Vec<Choice> {
        let all = self.case.iter().flat_map(|c| &c.persons);
        let named = |p: &roznamcha_records::Named| Choice {
            value: p.index.to_string(),
            label: format!("{}: {}", voice.t(&format!("party-{}", p.role.as_str())), line(p)),
        };
        all.map(named).collect()
    }

    /// Officers of the station.
    pub(crate) fn officers(&self) -> Vec<Choice> {
        let choice =
            |(code, name, _): &(String, String, String)| Choice { value: code.clone(), label: name.clone() };
        self.officers.iter().map(choice).collect()
    }

    /// Their ranks by code.
    pub(crate) fn officer_ranks(&self) -> Vec<(String, String)> {
        self.officers.iter().map(|(code, _, rank)| (code.clone(), rank.clone())).collect()
    }

    /// A rank by name.
    pub(crate) fn rank(&self, code: &str) -> String {
        self.ranks.get(code).cloned().unwrap_or_else(|| code.to_owned())
    }

    /// Case diaries of the case, the last first.
    pub(crate) fn zimnis(&self, voice: &Voice) -> Vec<Choice> {
        let last = self.case.as_ref().map_or(0, |c| c.row.zimnis);
        let number =
            |n: u64| Choice { value: n.to_string(), label: digits::localise(voice.lang, &n.to_string()) };
        (1..=last).rev().take(200).map(number).collect()
    }

    /// Sections charged in the case.
    pub(crate) fn charged(&self) -> Vec<Choice> {
        self.charged.clone()
    }

    /// The same by code.
    pub(crate) fn charged_codes(&self) -> Vec<String> {
        self.charged.iter().map(|c| c.value.clone()).collect()
    }

    /// Things of the books that stand so.
    pub(crate) fn things(&self, shelf: Shelf, states: &[&str]) -> Vec<Choice> {
        let fits =
            |t: &&Thing| (states.is_empty() || states.contains(&t.offer.state)) && self.belongs(t, shelf);
        let choice = |t: &Thing| Choice { value: t.offer.key.clone(), label: t.text.clone() };
        self.all(shelf).filter(fits).map(choice).collect()
    }

    fn all(&self, shelf: Shelf) -> impl Iterator<Item = &Thing> {
        self.things.get(&shelf).into_iter().flatten()
    }

    /// Articles of a certificate are those it lists; of a case, those of the case.
    fn belongs(&self, thing: &Thing, shelf: Shelf) -> bool {
        if shelf != Shelf::Articles {
            return true;
        }
        let road = self.road.as_ref().and_then(|r| self.all(Shelf::Roads).find(|t| t.offer.key == *r));
        match (road, &self.fir) {
            (Some(road), _) => road.offer.items.iter().any(|i| i.to_string() == thing.offer.key),
            (None, Some(fir)) => thing.offer.fir.as_ref() == Some(fir),
            (None, None) => true,
        }
    }

    /// Articles of the case by the acts that brought them in, each act once.
    pub(crate) fn brought(&self) -> Vec<Choice> {
        let mut all: Vec<Choice> = Vec::new();
        for thing in self.all(Shelf::Articles).filter(|t| self.belongs(t, Shelf::Articles)) {
            let act = &thing.offer.entry.row.act;
            match all.iter_mut().find(|c| c.value == *act) {
                Some(choice) => choice.label = format!("{} + {}", choice.label, thing.text),
                None => all.push(Choice { value: act.clone(), label: thing.text.clone() }),
            }
        }
        all
    }

    /// The entry that describes a thing chosen.
    pub(crate) fn entry_of(&self, key: &str) -> Option<String> {
        let found = self.things.values().flatten().find(|t| t.offer.key == key);
        found.map(|t| t.offer.entry.row.entry.to_string())
    }

    /// Objections that have no answer.
    pub(crate) fn objections(&self) -> Vec<(u32, String)> {
        let open = self.case.iter().flat_map(|c| &c.objections);
        open.map(|o| (o.no, o.text.clone())).collect()
    }
}

fn line(person: &roznamcha_records::Named) -> String {
    if person.line.trim().is_empty() { format!("#{}", person.index + 1) } else { person.line.clone() }
}

fn choice(person: &roznamcha_records::Named) -> Choice {
    Choice { value: person.index.to_string(), label: line(person) }
}

/// `5/2026 · what it is · how many`, from the entry.
fn describe(sight: &Sight, offer: &Offer) -> String {
    let row = &offer.entry.row;
    let mut parts = vec![format!("{}/{}", row.entry.serial, row.entry.period)];
    if row.entry.register == "2" {
        parts.push(cell::subject(&sight.voice, &row.subject));
    }
    let said =
        row.cells.iter().filter(|c| !c.value.is_empty()).filter_map(|c| match cell::value(sight, row, c) {
            cell::Value::Words(text) | cell::Value::Plain(text) | cell::Value::Ltr(text) => Some(text),
            cell::Value::References(all) => all.into_iter().next().map(|r| r.text),
            cell::Value::List(items) => items.into_iter().next(),
        });
    parts.extend(said.filter(|t| !t.is_empty()).take(3));
    let text = parts.join(" · ").replace('\n', " ");
    if text.chars().count() > LONGEST {
        return format!("{}…", text.chars().take(LONGEST).collect::<String>());
    }
    text
}

/// The name of an office, to head a form that is written in another office's books.
pub(crate) fn office_name(pages: &Pages, ctx: &Ctx, office: &str) -> String {
    if office == ctx.caller.office() { String::new() } else { show::office(pages, &ctx.voice, office) }
}
