//! The First Information Report: form, list, report, what follows upon it, its printing.

use axum::Router;

use crate::Pages;

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
}
