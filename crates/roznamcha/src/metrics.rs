//! Metrics, as Prometheus reads them. `docs/operations.md` says what to watch and what to do.

use metrics_exporter_prometheus::{BuildError, PrometheusBuilder, PrometheusHandle};
use std::time::Duration;

/// Upper ends of the classes of durations, in seconds.
const SECONDS: [f64; 13] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

/// Begins to count.
///
/// # Errors
/// When counting has begun already.
pub fn begin() -> Result<PrometheusHandle, BuildError> {
    let handle = PrometheusBuilder::new().set_buckets(&SECONDS)?.install_recorder()?;
    describe();
    metrics::gauge!("roznamcha_build_info", "version" => env!("CARGO_PKG_VERSION")).set(1.0);
    // An alarm on a counter needs the counter before its first event.
    for name in
        ["roznamcha_audit_failures_total", "roznamcha_audit_timed_out_total", "roznamcha_panics_total"]
    {
        metrics::counter!(name).absolute(0);
    }
    Ok(handle)
}

fn describe() {
    metrics::describe_counter!("roznamcha_http_requests_total", "Requests by route, method and status.");
    metrics::describe_histogram!("roznamcha_http_seconds", "Time to answer a request, by route.");
    metrics::describe_histogram!("roznamcha_store_seconds", "Time of a call to the store.");
    metrics::describe_counter!("roznamcha_store_errors_total", "Failed calls to the store, by kind.");
    metrics::describe_counter!("roznamcha_audit_failures_total", "Audit rows that could not be written.");
    metrics::describe_counter!("roznamcha_audit_timed_out_total", "Audit rows that were never completed.");
    metrics::describe_counter!("roznamcha_panics_total", "Defects that ended a request.");
    metrics::describe_gauge!("roznamcha_crosscheck_seconds", "How long the last nightly check took.");
    metrics::describe_gauge!("roznamcha_ready", "1 while the store answers and can write.");
    metrics::describe_gauge!("roznamcha_resident_bytes", "Memory of the process.");
    metrics::describe_gauge!("roznamcha_build_info", "Version of the program.");
}

/// Counts a request that was answered. `route` is the template, never the path.
pub fn answered(route: &str, method: &str, status: u16, took: Duration) {
    let (route, method) = (route.to_owned(), method.to_owned());
    metrics::histogram!("roznamcha_http_seconds", "route" => route.clone()).record(took.as_secs_f64());
    metrics::counter!(
        "roznamcha_http_requests_total", "route" => route, "method" => method, "status" => status.to_string()
    )
    .increment(1);
}

/// Notes the memory of the process, where the system tells it.
pub fn note_memory() {
    if let Some(bytes) = std::fs::read_to_string("/proc/self/status").ok().as_deref().and_then(resident_bytes)
    {
        metrics::gauge!("roznamcha_resident_bytes").set(bytes);
    }
}

fn resident_bytes(status: &str) -> Option<f64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kib: u32 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(f64::from(kib) * 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn memory_is_read_from_the_systems_table() {
        assert_eq!(resident_bytes("Name:\tx\nVmRSS:\t    1024 kB\n"), Some(1_048_576.0));
        assert_eq!(resident_bytes("Name:\tx\n"), None);
    }
}
