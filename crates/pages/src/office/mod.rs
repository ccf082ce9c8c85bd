//! What is kept about the office itself: staff, offices, law, audit, journal, imports.

use axum::Router;

use crate::Pages;

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
}
