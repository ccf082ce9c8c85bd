//! Serving: one listener, pages and API over the same records, until told to stop.

mod address;
mod answer;
mod health;
mod patience;
mod rate;
mod record;
mod router;
mod scrape;
mod upkeep;

use metrics_exporter_prometheus::PrometheusHandle;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal;
use tokio::sync::watch;

use crate::config::Config;
use crate::error::CommandError;
use crate::node::Node;

/// How long requests under way may take after a stop was asked for.
const GRACE: Duration = Duration::from_secs(10);

/// Serves until a signal asks to stop, or a write to disk has failed.
///
/// # Errors
/// [`CommandError::Broken`] at once when a write failed in a way that must not be retried.
pub async fn run(
    config: &Config,
    node: &Node,
    metrics: PrometheusHandle,
    demo: bool,
) -> Result<(), CommandError> {
    let listener = TcpListener::bind(config.listen).await;
    let listener = listener.map_err(|source| CommandError::Listen { address: config.listen, source })?;
    let bound =
        listener.local_addr().map_err(|source| CommandError::Listen { address: config.listen, source })?;
    let assembled = router::assemble(config, node.records.clone(), metrics.clone(), bound, demo)?;
    let tasks = upkeep::begin(node.records.clone(), metrics, assembled.tidy);
    let (stop, stopping) = watch::channel(false);
    let asked = |mut stopping: watch::Receiver<bool>| async move {
        // An error means that the sender is gone, and with it the server.
        let _ = stopping.wait_for(|stop| *stop).await;
    };
    let service = assembled.router.into_make_service_with_connect_info::<SocketAddr>();
    let server = axum::serve(listener, service).with_graceful_shutdown(asked(stopping.clone()));
    println!("ready http://{bound}");
    tracing::info!(address = %bound, "ready");
    let grace = async {
        asked(stopping).await;
        tokio::time::sleep(GRACE).await;
    };
    let signals = async {
        let name = signalled().await;
        tracing::info!(signal = name, "stopping");
        let _ = stop.send(true);
        std::future::pending::<()>().await;
    };
    let outcome = tokio::select! {
        why = node.alarm.rung() => Err(CommandError::Broken(why)),
        done = server => done.map_err(|source| CommandError::Listen { address: bound, source }),
        () = grace => {
            tracing::warn!("requests under way were cut off");
            Ok(())
        }
        () = signals => Ok(()),
    };
    tasks.abort();
    outcome?;
    node.close().await?;
    tracing::info!("stopped");
    Ok(())
}

/// Waits for a signal to stop; gives its name.
async fn signalled() -> &'static str {
    #[cfg(unix)]
    {
        use signal::unix::{SignalKind, signal};
        if let Ok(mut term) = signal(SignalKind::terminate()) {
            return tokio::select! {
                _ = term.recv() => "TERM",
                _ = signal::ctrl_c() => "INT",
            };
        }
    }
    // Where the signal cannot be listened for, the system's own way of stopping stands.
    match signal::ctrl_c().await {
        Ok(()) => "INT",
        Err(_) => std::future::pending().await,
    }
}
