//! Oversight of the books: what the nightly check found, and where it leads.

mod check;
mod health;
mod trend;

use axum::Router;
use axum::routing::get;

use crate::Pages;

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new().route("/health", get(health::show)).route("/health/{check}", get(check::show))
}
