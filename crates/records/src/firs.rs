//! First Information Reports: a list of headings, one report with its persons, and reports that may be the same.

use roznamcha_access::{Action, FieldSet, ResourceKind};
use roznamcha_acts::Moment;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{CopyTo, FirRow, PartyRow, PrintRow};
use roznamcha_store::{After, Offices, Op, Query};

use crate::mask::veil_fir;
use crate::{Caller, DoorError, Records};

/// Which reports.
#[derive(Clone, Debug, Default)]
pub struct FirFilter {
    /// The office; all stations at or below it.
    pub office: String,
    /// Of this year.
    pub year: Option<i16>,
    /// With this number.
    pub no: Option<u64>,
    /// Under this section.
    pub section: Option<String>,
    /// Only those not signed yet.
    pub unsigned: bool,
    /// Only those with a copy not sent yet.
    pub unsent: bool,
    /// Only those of this investigating officer.
    pub io: Option<String>,
    /// Where the page before ended: (registered, office, act).
    pub after: Option<(i64, String, String)>,
    /// Reports to the page, at most 200.
    pub limit: u32,
}

/// A report's heading: no person in it.
#[derive(Clone, Debug)]
pub struct FirLine {
    /// The station.
    pub office: String,
    /// The act that registered it.
    pub act: String,
    /// Number.
    pub no: u64,
    /// Year.
    pub year: i16,
    /// When registered.
    pub registered: Moment,
    /// Sections; empty where they may not be seen.
    pub sections: Vec<String>,
    /// Investigating officer.
    pub io: Option<String>,
    /// Not signed yet.
    pub unsigned: bool,
    /// Copies not sent yet.
    pub unsent: Vec<CopyTo>,
    /// Its persons are protected.
    pub sealed: bool,
    /// Its content was removed.
    pub gone: bool,
}

/// A page of headings.
#[derive(Clone, Debug)]
pub struct FirList {
    /// The headings, newest first.
    pub lines: Vec<FirLine>,
    /// Where the next page begins.
    pub next: Option<(i64, String, String)>,
}

/// A report as this officer sees it.
#[derive(Clone, Debug)]
pub struct FirView {
    /// The report, masked.
    pub row: FirRow,
    /// What of it is shown.
    pub fields: FieldSet,
    /// How often each document of it was printed: form and copy, times.
    pub prints: Vec<(String, u32)>,
}

/// A report that may be the same occurrence.
#[derive(Clone, Debug)]
pub struct Likely {
    /// Its heading.
    pub line: FirLine,
    /// Why, as message keys: `same-cnic`, `same-phone`, `same-sections`, `same-hour`.
    pub why: Vec<&'static str>,
}

pub(crate) fn line_for(row: &FirRow) -> FirLine {
    let gone = row.gone.is_some() || row.fir.is_none();
    FirLine {
        office: row.office.clone(),
        act: row.act.clone(),
        no: row.no,
        year: row.year,
        registered: row.registered,
        sections: row.charged().map(str::to_owned).collect(),
        io: row.io.clone(),
        unsigned: !gone && row.signed.is_none(),
        unsent: if gone { Vec::new() } else { row.unsent() },
        sealed: row.sealed.is_some(),
        gone,
    }
}

impl Records {
    /// Headings of reports, newest first.
    pub async fn firs(&self, caller: &Caller, filter: &FirFilter) -> Result<FirList, DoorError> {
        self.office(&filter.office).await?;
        let row = self.at(ResourceKind::Fir, &filter.office);
        let permit = self.ask(caller, Action::ReadFir, &row, "1/-/*").await?;
        let outcome = self.fir_lines(caller, filter).await;
        self.finish(permit, outcome, |l| l.lines.len()).await
    }

    async fn fir_lines(&self, caller: &Caller, filter: &FirFilter) -> Result<FirList, DoorError> {
        let limit = filter.limit.clamp(1, 200);
        let offices = self.offices().stations(&filter.office).iter().map(|o| o.code.clone()).collect();
        let mut query =
            Query::of::<FirRow>("").within(Offices::In(offices)).by("registered", true).limit(limit);
        if let Some(year) = filter.year {
            query = query.eq("year", i64::from(year));
        }
        if let Some(no) = filter.no {
            query = query.eq("no", i64::try_from(no).unwrap_or(i64::MAX));
        }
        if let Some(section) = &filter.section {
            query = query.filter("sections", Op::Contains, format!(" {section} "));
        }
        if filter.unsigned {
            query = query.eq("unsigned", true);
        }
        if filter.unsent {
            query = query.filter("unsent", Op::Gt, 0i64);
        }
        if let Some(io) = &filter.io {
            query = query.eq("io", io.as_str());
        }
        query.after = filter.after.clone().map(|(registered, office, key)| After {
            value: Some(registered.into()),
            office,
            key,
        });
        let rows: Vec<FirRow> = self.all(query).await?;
        let full = rows.len() == limit as usize;
        let next =
            rows.last().filter(|_| full).map(|r| (r.registered.millis(), r.office.clone(), r.act.clone()));
        // A heading that this officer may not know of is left out: asked row by row.
        let may = |r: &FirRow| {
            self.gate.decide(&caller.actor, Action::ReadFir, &self.of_fir(r), caller.purpose).allowed
        };
        let lines = rows.iter().filter(|r| may(r)).map(line_for).collect();
        Ok(FirList { lines, next })
    }

    /// The row of a report, wherever it is registered.
    pub(crate) async fn fir_row(&self, act: &str) -> Result<Option<FirRow>, DoorError> {
        let Some(office) = self.store.office_of(act).await? else { return Ok(None) };
        let body = self.store.row(&FirRow::at(&office, act)).await?;
        Ok(body.map(|b| FirRow::read(&b)).transpose()?)
    }

    /// A report: with its persons where this officer may see them, else its heading.
    pub async fn fir(&self, caller: &Caller, act: &str) -> Result<FirView, DoorError> {
        let Some(mut row) = self.fir_row(act).await? else {
            let permit =
                self.ask(caller, Action::ReadFir, &self.at(ResourceKind::Fir, caller.office()), act).await?;
            self.done(permit, 0).await;
            return Err(DoorError::NotFound);
        };
        let resource = self.of_fir(&row);
        // Who may see the persons states a purpose; who may not, sees the heading.
        let persons =
            self.gate.decide(&caller.actor, Action::ReadFirPersons, &resource, caller.purpose).allowed
                || !self.gate.purposes(&caller.actor, Action::ReadFirPersons, &resource).is_empty();
        let action = if persons { Action::ReadFirPersons } else { Action::ReadFir };
        let permit = self.ask(caller, action, &resource, act).await?;
        let fields = permit.fields.clone();
        let outcome = async {
            veil_fir(&mut row, &fields);
            let prefix = format!("/{act}/");
            let mut prints = Vec::new();
            for form in ["fir", "complainant_copy"] {
                for copy in ["station", "dpo", "magistrate", "complainant", "-"] {
                    let key = format!("{form}{prefix}{copy}");
                    if let Some(body) = self.store.row(&PrintRow::at(&row.office, &key)).await? {
                        prints.push((format!("{form}/{copy}"), PrintRow::read(&body)?.count));
                    }
                }
            }
            Ok(FirView { row, fields, prints })
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    /// Reports of the caller's own station that may be of the same occurrence, before a new one is registered.
    pub async fn likely_same(
        &self,
        caller: &Caller,
        cnic: Option<&str>,
        phone: Option<&str>,
        sections: &[String],
        occurred: Moment,
    ) -> Result<Vec<Likely>, DoorError> {
        let office = caller.office().to_owned();
        let permit =
            self.ask(caller, Action::ReadFir, &self.at(ResourceKind::Fir, &office), "likely-same").await?;
        let outcome = self.likely(caller, &office, cnic, phone, sections, occurred).await;
        self.finish(permit, outcome, Vec::len).await
    }

    async fn likely(
        &self,
        caller: &Caller,
        office: &str,
        cnic: Option<&str>,
        phone: Option<&str>,
        sections: &[String],
        occurred: Moment,
    ) -> Result<Vec<Likely>, DoorError> {
        let mut found: Vec<Likely> = Vec::new();
        let week = 7 * 86_400_000;
        for (column, value, why) in [("cnic", cnic, "same-cnic"), ("phone", phone, "same-phone")] {
            let Some(value) = value.filter(|v| !v.is_empty()) else { continue };
            let query = Query::of::<PartyRow>(office).eq(column, value).limit(50);
            for party in self.all::<PartyRow>(query).await?.into_iter().filter(|p| !p.suppressed) {
                if let Some(row) = self.fir_row(&party.fir).await? {
                    let near = row
                        .fir
                        .as_ref()
                        .is_some_and(|f| (f.occurred_from.millis() - occurred.millis()).abs() < week);
                    if near {
                        note(&mut found, &row, why);
                    }
                }
            }
        }
        let query = Query::of::<FirRow>(office)
            .filter("occurred", Op::Ge, occurred.millis() - 3_600_000)
            .filter("occurred", Op::Le, occurred.millis() + 3_600_000)
            .by("registered", true)
            .limit(50);
        for row in self.all::<FirRow>(query).await? {
            let same = row.charged().any(|charged| sections.iter().any(|s| s == charged));
            if same {
                note(&mut found, &row, "same-sections");
                note(&mut found, &row, "same-hour");
            }
        }
        let may = |l: &Likely| {
            let resource = self.at(ResourceKind::Fir, &l.line.office);
            self.gate.decide(&caller.actor, Action::ReadFir, &resource, caller.purpose).allowed
        };
        found.retain(may);
        Ok(found)
    }
}

fn note(found: &mut Vec<Likely>, row: &FirRow, why: &'static str) {
    match found.iter_mut().find(|l| l.line.act == row.act) {
        Some(likely) if !likely.why.contains(&why) => likely.why.push(why),
        Some(_) => {}
        None => found.push(Likely { line: line_for(row), why: vec![why] }),
    }
}
