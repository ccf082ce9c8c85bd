//! The run: read, convert, decide, write in batches, reconcile.

use roznamcha_acts::engine::{self, Circumstances};
use roznamcha_acts::kinds::{Body, LegacyReconcile};
use roznamcha_acts::law::{Law, Section};
use roznamcha_acts::rows::{Known, Want};
use roznamcha_acts::{Act, ActId, Moment, Refusal};
use roznamcha_records::{Caller, LegacyWriter, Records};
use std::collections::HashSet;
use std::path::PathBuf;
use std::time::Instant;
use uuid::Uuid;

use crate::convert::Layout;
use crate::offices::Assigner;
use crate::rejects::Rejects;
use crate::{ImportError, ImportReport, Mapping, Reject, Row, Rows, convert};

/// What to import.
#[derive(Clone, Debug)]
pub struct ImportPlan {
    /// How the list is to be read.
    pub mapping: Mapping,
    /// The list: CSV, gzipped where the name ends in `.gz`.
    pub file: PathBuf,
    /// Where rejected rows are listed.
    pub rejects: PathBuf,
    /// Rows to a transaction.
    pub batch: usize,
    /// Read the list again from its first row although it was imported: writes nothing twice.
    pub again: bool,
}

/// How far a run has come.
#[derive(Clone, Copy, Debug)]
pub struct Progress {
    /// Rows read.
    pub read: u64,
    /// Rows accepted.
    pub accepted: u64,
    /// Rows rejected.
    pub rejected: u64,
}

/// One item of a batch.
type Item = (String, ActId, Moment, Body);

struct Run<'a> {
    plan: &'a ImportPlan,
    caller: &'a Caller,
    writer: LegacyWriter<'a>,
    assigner: Assigner<'a>,
    layout: Layout,
    rejects: Rejects,
    seen: HashSet<[u8; 16]>,
    report: ImportReport,
    batch: Vec<Item>,
    now: Moment,
}

/// Law is not asked for legacy incidents.
struct NoLaw;
impl Law for NoLaw {
    fn section(&self, _: &str, _: &str, _: jiff::civil::Date) -> Option<Section> {
        None
    }
}

/// Imports a list, or goes on with an interrupted import of it.
///
/// # Errors
/// [`ImportError`]; what was committed stays and the next run goes on from there.
pub async fn run(
    records: &Records,
    caller: &Caller,
    plan: &ImportPlan,
    progress: &(dyn Fn(Progress) + Send + Sync),
) -> Result<ImportReport, ImportError> {
    let began = Instant::now();
    let writer = records.import_legacy(caller).await?;
    let name = plan.file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let mark = format!("import/{}/{name}", plan.mapping.source);
    let before = writer.mark(&mark).await?.filter(|_| !plan.again);
    let before: Option<ImportReport> = before.and_then(|m| serde_json::from_str(&m).ok());
    if let Some(done) = before.clone().filter(|r| r.done) {
        return already_done(plan, done);
    }
    let mut rows = Rows::open(&plan.file, &plan.mapping)?;
    let start = before.unwrap_or_else(|| ImportReport {
        source: plan.mapping.source.clone(),
        file: name,
        ..ImportReport::default()
    });
    let resumed_at = start.read;
    let mut run = Run {
        plan,
        caller,
        writer,
        assigner: Assigner::new(records, caller, &plan.mapping),
        layout: Layout::of(&rows, &plan.mapping)?,
        rejects: Rejects::open(&plan.rejects, resumed_at)?,
        seen: HashSet::new(),
        report: ImportReport { resumed_at, ..start },
        batch: Vec::with_capacity(plan.batch),
        now: records.now(),
    };
    while let Some(row) = rows.next_row()? {
        if row.number <= resumed_at {
            run.remember(&row);
            continue;
        }
        run.take(row).await?;
        if run.batch.len() >= plan.batch.max(1) {
            run.commit(&mark).await?;
            progress(Progress {
                read: run.report.read,
                accepted: run.report.accepted,
                rejected: run.report.rejected,
            });
        }
    }
    run.report.file_sha256 = rows.sha256();
    run.close(&mark, began).await
}

/// The list was imported before: the same report, if it is the same list.
fn already_done(plan: &ImportPlan, done: ImportReport) -> Result<ImportReport, ImportError> {
    let mut rows = Rows::open(&plan.file, &plan.mapping)?;
    while rows.next_row()?.is_some() {}
    if rows.sha256() != done.file_sha256 {
        return Err(ImportError::Changed(plan.file.display().to_string()));
    }
    Ok(ImportReport { already: done.accepted, took_ms: 0, ..done })
}

impl Run<'_> {
    fn id_of(&self, number: &str) -> Uuid {
        let name = format!("incident/{}/{number}", self.plan.mapping.source);
        Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes())
    }

    /// A row of the interrupted run: counted already, but its number is taken.
    fn remember(&mut self, row: &Row) {
        if let Ok((_, incident)) = convert(row, &self.layout, &self.plan.mapping) {
            let id = self.id_of(&incident.number);
            self.seen.insert(*id.as_bytes());
        }
    }

    async fn take(&mut self, row: Row) -> Result<(), ImportError> {
        self.report.read += 1;
        let converted = convert(&row, &self.layout, &self.plan.mapping);
        let (value, incident) = match converted {
            Ok(found) => found,
            Err(reject) => return self.reject(row.number, &reject),
        };
        let office = match self.assigner.office(&value).await? {
            Ok(office) => office,
            Err(reject) => return self.reject(row.number, &reject),
        };
        let id = self.id_of(&incident.number);
        if !self.seen.insert(*id.as_bytes()) {
            return self.reject(row.number, &Reject::new("number-twice", incident.number));
        }
        let happened = incident.occurred_from;
        let body = Body::LegacyIncident(incident);
        if let Some(reject) = self.refused(&office, id, happened, &body) {
            return self.reject(row.number, &reject);
        }
        self.report.accepted += 1;
        *self.report.offices.entry(office.clone()).or_default() += 1;
        self.batch.push((office, ActId(id), happened, body));
        Ok(())
    }

    /// Asks the rules before the batch is written, so that the mark of the batch counts what the rules will say.
    fn refused(&self, office: &str, id: Uuid, happened: Moment, body: &Body) -> Option<Reject> {
        let act = Act {
            id: ActId(id),
            office: office.to_owned(),
            officer: self.caller.officer().to_owned(),
            rank: self.caller.rank().to_owned(),
            happened,
            informed: None,
            stated: self.now,
            basis: Vec::new(),
            body: body.clone(),
        };
        let mut known = Known::default();
        for want in engine::wants(&act, self.now, &known) {
            if let Want::Row(key) = want {
                known.row(key, None);
            }
        }
        let at = Circumstances { written: self.now, province: "", law: &NoLaw };
        match engine::decide(act, at, &known) {
            Ok(_) => None,
            Err(Refusal::Fields { faults }) => {
                let fault = faults.into_iter().next();
                fault.map(|f| Reject::new(&f.code, f.field))
            }
            Err(other) => Some(Reject::new("refused", other.to_string())),
        }
    }

    fn reject(&mut self, row: u64, reject: &Reject) -> Result<(), ImportError> {
        self.report.rejected += 1;
        *self.report.reasons.entry(reject.code.clone()).or_default() += 1;
        self.rejects.add(row, reject)
    }

    /// Writes the batch and how far it came in one transaction.
    async fn commit(&mut self, mark: &str) -> Result<(), ImportError> {
        self.rejects.sync()?;
        let state = serde_json::to_string(&self.report).map_err(|e| ImportError::Defect(e.to_string()))?;
        let batch = std::mem::take(&mut self.batch);
        let outcomes = self.writer.write(batch, (mark.to_owned(), state)).await?;
        for outcome in outcomes {
            match outcome {
                Ok(receipt) => self.report.already += u64::from(receipt.repeated),
                Err(refusal) => return Err(ImportError::Defect(refusal.to_string())),
            }
        }
        Ok(())
    }

    async fn close(mut self, mark: &str, began: Instant) -> Result<ImportReport, ImportError> {
        let r = &self.report;
        if r.difference() != 0 {
            return Err(ImportError::Totals { read: r.read, accepted: r.accepted, rejected: r.rejected });
        }
        self.commit(mark).await?;
        let body = Body::LegacyReconcile(LegacyReconcile {
            source: self.report.source.clone(),
            file_sha256: self.report.file_sha256.clone(),
            read: self.report.read,
            accepted: self.report.accepted,
            rejected: self.report.rejected,
            reasons: self.report.reasons.clone(),
            offices: self.report.offices.clone(),
        });
        let name = format!("reconcile/{}/{}", self.report.source, self.report.file_sha256);
        let id = ActId(Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes()));
        let receipt = self.writer.reconcile(id, body).await?;
        self.report.act = receipt.act;
        self.report.done = true;
        self.report.took_ms = u64::try_from(began.elapsed().as_millis()).unwrap_or(u64::MAX);
        self.commit(mark).await?;
        Ok(self.report)
    }
}
