//! Road certificates (register XXI): articles leave the store-room by a carrier, are received, and the receipt comes
//! back to the file. One act makes the certificate, takes the articles out of XIX and writes the diary.

use jiff::civil::Date;
use roznamcha_journal::EntryRef;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::property_move::{article, case_of, in_store, moved, want_article};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{
    Arrival, Cell, CellKind, ChainLink, ClockMark, DeskRow, EntryRow, PropertyRow, RoadRow, Seals,
    Whereabouts, entry_key, step,
};

/// The most articles one certificate covers.
const MOST_ITEMS: usize = 100;

/// Articles leave with a road certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoadIssue {
    /// Whither: `laboratory`, `court`, `doctor`, `headquarters`.
    pub to: Whereabouts,
    /// The name of the laboratory, court, hospital or store.
    pub addressee: String,
    /// Who carries them, by code.
    pub carrier: String,
    /// The articles, by their entries in register XIX.
    pub items: Vec<EntryRef>,
    /// The state of their seals as they leave.
    pub seals: Seals,
    /// The specimen of the seal sent with them.
    #[serde(default)]
    pub specimen: String,
    /// When they leave.
    pub left: Moment,
}

/// The cases of the articles must be one, or none.
fn one_case(rows: &[PropertyRow]) -> Result<Option<String>, Refusal> {
    let first = rows.first().and_then(|r| r.fir.clone());
    if rows.iter().any(|r| r.fir != first) {
        return Err(Refusal::order("order-road-one-case", "PPR-22.72"));
    }
    Ok(first)
}

impl Rule for RoadIssue {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.72", "PPR-10.17"]
    }

    fn case_by(&self, upon: Upon<'_>) -> Option<String> {
        self.items.iter().take(MOST_ITEMS).find_map(|item| case_of(upon, item))
    }

    fn bound(&self) -> bool {
        false
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        self.items.iter().take(MOST_ITEMS).flat_map(|item| want_article(office, item)).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        let whither =
            [Whereabouts::Laboratory, Whereabouts::Court, Whereabouts::Doctor, Whereabouts::Headquarters];
        faults.when(!whither.contains(&self.to), "to", "fault-choice");
        text::line_needed(&mut faults, "addressee", &self.addressee);
        text::code(&mut faults, "carrier", &self.carrier);
        text::line(&mut faults, "specimen", &self.specimen);
        faults.when(self.items.is_empty(), "items", "fault-missing");
        faults.when(self.items.len() > MOST_ITEMS, "items", "fault-too-many");
        for (i, item) in self.items.iter().enumerate().take(MOST_ITEMS) {
            let twice = self.items.iter().take(i).any(|other| other == item);
            faults.when(twice, &format!("items.{i}"), "fault-twice");
        }
        faults.when(self.left > setting.happened, "left", "fault-future");
        faults.done()?;
        let rows: Vec<PropertyRow> =
            self.items.iter().map(|item| article(setting, item)).collect::<Result<_, _>>()?;
        rows.iter().try_for_each(in_store)?;
        one_case(&rows)?;
        let mut faults = Faults::default();
        let sealed = rows.iter().all(|r| !r.article.seals.is_empty());
        faults.when(sealed && self.seals == Seals::None, "seals", "fault-seals-needed");
        faults.when(self.to == Whereabouts::Laboratory && !sealed, "seals", "fault-seals-needed");
        faults.done()?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, written: Moment, day: Option<Date>) -> Vec<Slot> {
        let mut slots = vec![Slot::yearly("21", "-", written)];
        slots.extend(Slot::diary(day));
        slots
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let act = rec.header.act.as_str();
        let mut fir = None;
        let mut sealed = false;
        for item in &self.items {
            let key = entry_key(item);
            fir = book.get::<PropertyRow>(office, &key)?.and_then(|r| r.fir).or(fir);
            sealed |= book.get::<EntryRow>(office, &key)?.is_some_and(|e| e.sealed);
            moved(rec, book, item, ChainLink::of(rec, self.to, Some(self.seals), Some(act))?, None)?;
        }
        let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
        step(&mut desk.tally.roads, true);
        book.put(&desk)?;
        let items: Vec<String> = self.items.iter().map(ToString::to_string).collect();
        let cells = vec![
            Cell::plain("carrier", CellKind::Officer, &self.carrier),
            Cell::plain("place", CellKind::Code, self.to.as_str()),
            Cell::plain("to", CellKind::Text, &self.addressee),
            Cell::plain("items", CellKind::Text, items.join(" ")),
            Cell::plain("seals_found", CellKind::Code, self.seals.as_str()),
            Cell::plain("left_at", CellKind::Time, self.left),
        ];
        let mut entry = EntryRow::of(rec, 0, "road", cells.clone())?;
        entry.sealed = sealed;
        book.put(&RoadRow {
            office: office.to_owned(),
            act: act.to_owned(),
            entry: entry.entry.clone(),
            to: self.to,
            fir,
            items: self.items.clone(),
            carrier: self.carrier.clone(),
            left: self.left,
            seals: self.seals,
            received: None,
            returned: None,
        })?;
        let mut gist = vec![Cell::plain("entry", CellKind::Text, &entry.entry)];
        gist.extend(cells);
        book.put(&entry)?;
        let mut line = EntryRow::of(rec, 1, "property_out", gist)?;
        line.sealed = sealed;
        book.put(&line)
    }
}

/// The articles were received.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoadReceive {
    /// The act that issued the certificate.
    pub road: String,
    /// When they were received.
    pub received: Moment,
    /// Who received them: name and office.
    pub receiver: String,
    /// The number given there.
    pub number: String,
    /// Articles whose seals were not intact.
    #[serde(default)]
    pub broken: Vec<EntryRef>,
    /// What was found wrong.
    #[serde(default)]
    pub defects: String,
}

fn road(setting: &Setting<'_>, act: &str) -> Result<RoadRow, Refusal> {
    setting.row::<RoadRow>(act)?.ok_or_else(|| Refusal::unknown(act))
}

/// The narcotics which a certificate took to the laboratory.
fn samples(upon: Upon<'_>, road: &RoadRow) -> Vec<PropertyRow> {
    let items = road.items.iter().filter(|_| road.to == Whereabouts::Laboratory);
    let articles = items.filter_map(|item| upon.row::<PropertyRow>(&entry_key(item)));
    articles.filter(|row| row.article.narcotic).collect()
}

fn want_road(office: &str, act: &str, known: &Known) -> Vec<Want> {
    let mut wants = vec![Want::Row(RoadRow::at(office, act))];
    if let Ok(Some(row)) = known.get::<RoadRow>(office, act) {
        wants.push(Want::Row(EntryRow::at(office, &entry_key(&row.entry))));
        wants.extend(row.items.iter().flat_map(|item| want_article(office, item)));
    }
    wants
}

impl Rule for RoadReceive {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.72", "PPR-10.17"]
    }

    fn case_by(&self, upon: Upon<'_>) -> Option<String> {
        upon.row::<RoadRow>(&self.road).and_then(|row| row.fir)
    }

    fn bound(&self) -> bool {
        false
    }

    /// At the laboratory the sample is in time or late, and the report is awaited, unless it was written down before
    /// the receipt was.
    fn clocks(&self, upon: Upon<'_>) -> Vec<Turn> {
        let Some(road) = upon.row::<RoadRow>(&self.road) else { return Vec::new() };
        let samples = samples(upon, &road);
        let mut seized: Vec<&str> = samples.iter().map(|row| row.act.as_str()).collect();
        seized.sort_unstable();
        seized.dedup();
        let mut turns: Vec<Turn> =
            seized.iter().map(|act| Turn::meet(act, "D13").at(self.received)).collect();
        let report = Turn::start(&self.road, "D14").marked(&[ClockMark::Narcotic]).at(self.received);
        turns.push(report.when(!seized.is_empty()));
        let reported = samples.iter().filter_map(|row| row.reported).filter(|at| *at >= road.left).min();
        turns.extend(reported.map(|at| Turn::meet(&self.road, "D14").at(at.max(self.received))));
        turns
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        want_road(office, &self.road, known)
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = road(setting, &self.road)?;
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "receiver", &self.receiver);
        text::line_needed(&mut faults, "number", &self.number);
        text::text(&mut faults, "defects", &self.defects);
        faults.when(self.received < row.left, "received", "fault-before-left");
        faults.when(self.received > setting.happened, "received", "fault-future");
        for (i, item) in self.broken.iter().enumerate().take(MOST_ITEMS) {
            faults.when(!row.items.contains(item), &format!("broken.{i}"), "fault-not-on-certificate");
        }
        faults.when(self.broken.len() > row.items.len(), "broken", "fault-too-many");
        let silent = !self.broken.is_empty() && self.defects.trim().is_empty();
        faults.when(silent, "defects", "fault-seal-unexplained");
        faults.done()?;
        match row.received {
            Some(_) => Err(Refusal::order("order-road-received", "PPR-22.72")),
            None => Ok(()),
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(mut row) = book.get::<RoadRow>(office, &self.road)? else { return Ok(()) };
        for item in &row.items {
            let key = entry_key(item);
            let Some(mut article) = book.get::<PropertyRow>(office, &key)? else { continue };
            // It may have come back before its receipt did: then the chain is not told that it is away.
            if article.chain.last().is_none_or(|l| l.road.as_deref() != Some(self.road.as_str())) {
                article.seal_broken |= self.broken.contains(item);
                book.put(&article)?;
                continue;
            }
            let whole = if article.article.seals.is_empty() { Seals::None } else { Seals::Intact };
            let seals = if self.broken.contains(item) { Seals::Broken } else { whole };
            let mut link = ChainLink::of(rec, row.to, Some(seals), Some(&self.road))?;
            link.at = self.received;
            article.link(link);
            book.put(&article)?;
        }
        row.received = Some(Arrival {
            at: self.received,
            number: self.number.clone(),
            act: rec.header.act.clone(),
            broken: self.broken.clone(),
        });
        book.put(&row)?;
        let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&row.entry))? else { return Ok(()) };
        entry.cells.push(Cell::plain("received_at", CellKind::Time, self.received));
        entry.cells.push(Cell::personal("receiver_sign", CellKind::Text, &self.receiver));
        entry.cells.push(Cell::plain("their_no", CellKind::Text, &self.number));
        if !self.defects.is_empty() {
            entry.cells.push(Cell::personal("defects", CellKind::Text, &self.defects));
        }
        book.put(&entry)
    }
}

/// The receipted certificate is back in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RoadReturn {
    /// The act that issued it.
    pub road: String,
}

impl Rule for RoadReturn {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.72"]
    }

    fn case_by(&self, upon: Upon<'_>) -> Option<String> {
        upon.row::<RoadRow>(&self.road).and_then(|row| row.fir)
    }

    fn bound(&self) -> bool {
        false
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants = vec![Want::Row(RoadRow::at(office, &self.road))];
        if let Ok(Some(row)) = known.get::<RoadRow>(office, &self.road) {
            wants.push(Want::Row(EntryRow::at(office, &entry_key(&row.entry))));
        }
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let row = road(setting, &self.road)?;
        if row.received.is_none() {
            return Err(Refusal::order("order-road-not-received", "PPR-22.72"));
        }
        match row.returned {
            Some(_) => Err(Refusal::order("order-road-in-file", "PPR-22.72")),
            None => Ok(()),
        }
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let Some(mut row) = book.get::<RoadRow>(office, &self.road)? else { return Ok(()) };
        let at = rec.happened()?;
        row.returned = Some(at);
        let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
        step(&mut desk.tally.roads, false);
        book.put(&desk)?;
        if let Some(mut entry) = book.get::<EntryRow>(office, &entry_key(&row.entry))? {
            entry.cells.push(Cell::plain("returned_at", CellKind::Time, at));
            book.put(&entry)?;
        }
        book.put(&row)
    }
}
