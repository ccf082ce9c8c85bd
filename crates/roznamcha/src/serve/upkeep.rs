//! What is done every minute: audit rows that were never completed are closed, counts are tidied.

use metrics_exporter_prometheus::PrometheusHandle;
use roznamcha_records::Records;
use std::sync::Arc;
use std::time::Duration;
use tokio::task::JoinHandle;
use tokio::time::{MissedTickBehavior, interval};

use crate::serve::rate::Tidy;

/// Begins; abort the task to end it.
pub fn begin(records: Arc<Records>, metrics: PrometheusHandle, tidy: Tidy) -> JoinHandle<()> {
    tokio::spawn(async move {
        let mut minute = interval(Duration::from_secs(60));
        minute.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            minute.tick().await;
            metrics.run_upkeep();
            tidy();
            audit(&records).await;
        }
    })
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
