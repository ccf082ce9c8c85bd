//! Logs: lines of JSON on standard error, without personal data. Request paths hold ids and queries hold names, so only
//! route templates are logged; the text of a panic may quote what was typed, so only its place is.

use std::io;
use tracing_subscriber::EnvFilter;

/// A filter that does not read.
#[derive(Debug, thiserror::Error)]
#[error("`log` is `{0}`, which is not a filter; use error, warn, info or debug")]
pub struct LogError(String);

/// Begins to log. What libraries say below a warning is left out unless the filter names them.
///
/// # Errors
/// [`LogError`] when the filter does not read.
pub fn begin(filter: &str) -> Result<(), LogError> {
    let bad = |_| LogError(filter.to_owned());
    let plain = matches!(filter, "error" | "warn" | "info" | "debug" | "trace");
    let filter = if plain {
        let ours = ["roznamcha", "roznamcha_store", "roznamcha_records", "roznamcha_pages", "roznamcha_api"];
        let ours: Vec<String> = ours.iter().map(|name| format!("{name}={filter}")).collect();
        let rest = if filter == "error" { "error" } else { "warn" };
        format!("{rest},{}", ours.join(","))
    } else {
        filter.to_owned()
    };
    let filter = EnvFilter::try_new(&filter).map_err(bad)?;
    let lines = tracing_subscriber::fmt().json().flatten_event(true).with_env_filter(filter);
    // A second call, as in tests, leaves the first logger in place.
    let _ = lines.with_writer(io::stderr).with_current_span(false).try_init();
    std::panic::set_hook(Box::new(|panic| {
        let at = panic.location().map(|l| format!("{}:{}", l.file(), l.line())).unwrap_or_default();
        tracing::error!(at, "a defect: the program panicked");
        metrics::counter!("roznamcha_panics_total").increment(1);
    }));
    Ok(())
}
