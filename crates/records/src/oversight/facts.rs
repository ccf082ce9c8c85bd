//! What the books of a station say of each information that came to it: one fact an entry, with the indicators it
//! counts for. A number is always the number of its facts, so it and its list cannot differ. No name and no word.

use jiff::civil::Date;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::InformantCall;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{CellKind, EntryRow, FirRow, entry_key};
use roznamcha_journal::EntryRef;
use roznamcha_statute::Province;
use roznamcha_store::{After, Op, Query};

use super::Indicator;
use super::span::Millis;
use crate::{DoorError, OfficeInfo, Records};

/// Rows read at a time.
const PAGE: u32 = 500;
/// Hours between information and registration that are flagged where the law names none.
const FLAG_HOURS: u32 = 24;

/// One entry that counts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The station.
    pub office: String,
    /// When it was written.
    pub at: Moment,
    /// The entry.
    pub entry: EntryRef,
    /// What it counts for.
    pub of: Vec<Indicator>,
    /// The case it is, or that complied: the act of its FIR.
    pub fir: Option<String>,
    /// FIR number and year, of a report.
    pub title: Option<String>,
    /// Seconds from the occurrence to the information, of a report.
    pub to_report: Option<i64>,
    /// Seconds from the information to the registration, of a report.
    pub to_register: Option<i64>,
    /// Seconds from the receipt of a direction to compliance.
    pub to_comply: Option<i64>,
    /// A code of what came of it: of a complaint its result, of an order what it directs, of a call what he said.
    pub outcome: Option<(&'static str, String)>,
}

fn cell<'a>(row: &'a EntryRow, key: &str) -> Option<&'a str> {
    let found = row.cells.iter().find(|c| c.key == key);
    found.map(|c| c.value.as_str()).filter(|v| !v.is_empty())
}

fn moment(row: &EntryRow, key: &str) -> Option<Moment> {
    cell(row, key).and_then(|v| v.parse().ok())
}

/// Whether it is the entry of an order of the justice of peace that directs something not yet done.
pub(crate) fn awaits_compliance(row: &EntryRow) -> bool {
    let directs = cell(row, "directs").is_some_and(|what| what != "nothing");
    row.kind == "justice.order" && row.gone.is_none() && directs && cell(row, "complied_at").is_none()
}

impl Fact {
    fn of(row: &EntryRow, of: Vec<Indicator>) -> Self {
        Self {
            office: row.office.clone(),
            at: row.written,
            entry: row.entry.clone(),
            of,
            fir: None,
            title: None,
            to_report: None,
            to_register: None,
            to_comply: None,
            outcome: None,
        }
    }

    fn of_report(row: FirRow, flag: i64) -> Option<Self> {
        let entry = row.entries.iter().find(|e| e.register == "1")?.clone();
        let mut fact = Self {
            office: row.office,
            at: row.registered,
            entry,
            of: vec![Indicator::Firs],
            title: Some(format!("{}/{}", row.no, row.year)),
            fir: Some(row.act),
            to_report: None,
            to_register: None,
            to_comply: None,
            outcome: None,
        };
        // Of a report that a court had removed the number stands and nothing else.
        let Some(fir) = row.fir.filter(|_| row.gone.is_none()) else { return Some(fact) };
        let ended = fir.occurred_to.unwrap_or(fir.occurred_from);
        let waited = row.registered.seconds_since(fir.reported);
        fact.to_report = Some(fir.reported.seconds_since(ended));
        fact.to_register = Some(waited.max(0));
        if fir.delay_reason.is_some_and(|reason| !reason.trim().is_empty()) {
            fact.of.push(Indicator::Delayed);
        }
        if waited > flag {
            fact.of.push(Indicator::Slow);
        }
        Some(fact)
    }

    fn of_complaint(row: &EntryRow) -> Self {
        let of = if row.entry.part == "call" { Indicator::Calls } else { Indicator::Complaints };
        let mut fact = Self::of(row, vec![of]);
        match cell(row, "result") {
            Some(result) => fact.outcome = Some(("result", result.to_owned())),
            None if row.gone.is_none() => fact.of.push(Indicator::Unanswered),
            None => {}
        }
        fact
    }

    fn of_order(row: &EntryRow) -> Self {
        let mut fact = Self::of(row, vec![Indicator::Petitions]);
        if cell(row, "directs") == Some("register") {
            fact.of.push(Indicator::Directed);
        }
        if awaits_compliance(row) {
            fact.of.push(Indicator::Waiting);
        }
        fact.outcome = cell(row, "directs").map(|what| ("directs", what.to_owned()));
        let (received, done) = (moment(row, "received"), moment(row, "complied_at"));
        fact.to_comply = received.zip(done).map(|(from, until)| until.seconds_since(from).max(0));
        let by = row.cells.iter().find(|c| c.key == "complied_by" && c.kind == CellKind::Act);
        fact.fir = by.filter(|_| fact.of.contains(&Indicator::Directed)).map(|c| c.value.clone());
        fact
    }

    fn of_call(row: &EntryRow) -> Self {
        let mut fact = Self::of(row, vec![Indicator::Callbacks]);
        match cell(row, "says") {
            Some("disagrees") => fact.of.push(Indicator::Disagreed),
            Some("unreached") => fact.of.push(Indicator::Unreached),
            _ => {}
        }
        fact.outcome = cell(row, "says").map(|what| ("says", what.to_owned()));
        fact
    }
}

/// Register and subject of entries, and the fact each is.
type Source = (&'static str, &'static str, fn(&EntryRow) -> Fact);

const SOURCES: [Source; 5] = [
    ("2", "refusal", |row| Fact::of(row, vec![Indicator::Refused])),
    ("2", "info_noncognizable", |row| Fact::of(row, vec![Indicator::Noncognizable])),
    (InformantCall::COMPLAINTS, "entered", Fact::of_complaint),
    ("5", "justice", Fact::of_order),
    ("13", "callback", Fact::of_call),
];

impl Records {
    /// Every fact of a station in that time.
    pub(super) async fn facts(
        &self,
        station: &OfficeInfo,
        time: Millis,
        day: Date,
    ) -> Result<Vec<Fact>, DoorError> {
        let flag = self.flag_seconds(&station.province, day);
        let mut facts = Vec::new();
        let reports = Query::of::<FirRow>(&station.code);
        self.sweep(reports, "registered", time, &mut |row: FirRow| {
            let at = row.registered;
            facts.extend(Fact::of_report(row, flag));
            at
        })
        .await?;
        for (register, subject, fact) in SOURCES {
            let entries =
                Query::of::<EntryRow>(&station.code).eq("register", register).eq("subject", subject);
            self.sweep(entries, "written", time, &mut |row: EntryRow| {
                facts.push(fact(&row));
                row.written
            })
            .await?;
        }
        Ok(facts)
    }

    /// Seconds after the information from which a registration is flagged.
    fn flag_seconds(&self, province: &str, day: Date) -> i64 {
        let province = province.parse::<Province>().unwrap_or(Province::Pakistan);
        let law = self.statute().deadlines().iter().find(|d| d.id == "D1" && d.datum.in_force(province, day));
        i64::from(law.and_then(|d| d.flags.first().copied()).unwrap_or(FLAG_HOURS)) * 3_600
    }

    /// Reads rows in the order of a time, a page at a time; `each` answers with the row's time.
    async fn sweep<T: View>(
        &self,
        query: Query,
        by: &'static str,
        (from, until): Millis,
        each: &mut (dyn FnMut(T) -> Moment + Send),
    ) -> Result<(), DoorError> {
        let query = query.filter(by, Op::Ge, from).filter(by, Op::Lt, until).by(by, false).limit(PAGE);
        let mut after = None;
        loop {
            let rows: Vec<T> = self.all(query.clone().after(after.take())).await?;
            let full = rows.len() == PAGE as usize;
            let mut last = None;
            for row in rows {
                let (office, key) = (row.office().to_owned(), row.key());
                let value = Some(each(row).millis().into());
                last = Some(After { value, office, key });
            }
            match last {
                Some(next) if full => after = Some(next),
                _ => return Ok(()),
            }
        }
    }
}

/// In the order they were written; the last first.
pub(super) fn newest_first(facts: &mut [Fact]) {
    facts.sort_by(|a, b| b.at.cmp(&a.at).then_with(|| entry_key(&a.entry).cmp(&entry_key(&b.entry))));
}
