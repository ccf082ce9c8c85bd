//! Health: whether the process lives, and whether it can do its work. Neither names anything.

use axum::extract::State;
use axum::http::StatusCode;
use roznamcha_records::Records;
use std::sync::Arc;

/// The process answers.
pub async fn live() -> &'static str {
    "live\n"
}

/// The store answers and can write.
pub async fn ready(State(records): State<Arc<Records>>) -> (StatusCode, &'static str) {
    match records.system().ready().await {
        Ok(()) => (StatusCode::OK, "ready\n"),
        Err(error) => {
            tracing::warn!(error = %error, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n")
        }
    }
}
