//! What is done every minute, each hour and each night: audit rows that were never completed are closed, counts are
//! tidied, what was left of uploads is swept, and the books of every station are checked against each other.

use metrics_exporter_prometheus::PrometheusHandle;
use roznamcha_records::{CaughtUp, Records};
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::task::{JoinHandle, JoinSet};
use tokio::time::{MissedTickBehavior, interval};

use crate::serve::rate::Tidy;

/// Begins; abort the task to end it.
pub fn begin(records: Arc<Records>, metrics: PrometheusHandle, tidy: Tidy) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut minute = interval(Duration::from_secs(60));
        minute.set_missed_tick_behavior(MissedTickBehavior::Delay);
        let mut minutes = 0_u32;
        // Dropped with this task, so a stop ends it.
        let mut night = JoinSet::new();
        loop {
            minute.tick().await;
            metrics.run_upkeep();
            tidy();
            audit(&records).await;
            gallery(&records).await;
            if minutes.is_multiple_of(60) {
                files(&records).await;
            }
            // The night's check may take many minutes; the rest goes on beside it. Not in the first minute: after a
            // start people wait for their pages.
            while night.try_join_next().is_some() {}
            if minutes > 0 && night.is_empty() {
                night.spawn(crosscheck(records.clone()));
            }
            minutes = minutes.wrapping_add(1);
        }
    })
}

/// Each hour, what was left of uploads and of files that no act holds.
async fn files(records: &Records) {
    match records.system().sweep_files().await {
        Ok((0, 0, 0)) => {}
        Ok((uploads, files, objects)) => tracing::info!(uploads, files, objects, "the file area was swept"),
        Err(error) => tracing::warn!(error = %error, "the file area could not be swept"),
    }
}

/// Each night, from two in the morning: what the books of each station say against each other.
async fn crosscheck(records: Arc<Records>) {
    let began = Instant::now();
    match records.system().crosscheck_if_due().await {
        Ok(None) => {}
        Ok(Some(offices)) => {
            let found: u64 = offices.iter().flat_map(|o| o.night.counts.values()).map(|c| c.count).sum();
            let seconds = began.elapsed().as_secs();
            metrics::gauge!("roznamcha_crosscheck_seconds").set(began.elapsed().as_secs_f64());
            tracing::info!(stations = offices.len(), found, seconds, "the books were checked");
        }
        Err(error) => tracing::error!(error = %error, "the books could not be checked"),
    }
}

/// Each minute, whether the gallery of prints is where the journals are: what failed here, and what other nodes wrote.
async fn gallery(records: &Records) {
    match records.system().keep_up_gallery().await {
        Ok(CaughtUp { enrolled: 0, taken_out: 0, noted: 0, .. }) => {}
        Ok(CaughtUp { enrolled, taken_out, noted, .. }) => {
            tracing::info!(enrolled, taken_out, noted, "the gallery of prints was brought up");
        }
        Err(error) => tracing::error!(error = %error, "the gallery of prints could not be brought up"),
    }
}

async fn audit(records: &Records) {
    let outcome = records.system().time_out_audit().await;
    metrics::gauge!("roznamcha_ready").set(if outcome.is_ok() { 1.0 } else { 0.0 });
    match outcome {
        Ok(0) => {}
        Ok(rows) => {
            metrics::counter!("roznamcha_audit_timed_out_total").increment(rows);
            tracing::warn!(rows, "audit rows were never completed and are marked as timed out");
        }
        Err(error) => tracing::error!(error = %error, "audit rows could not be looked through"),
    }
}
