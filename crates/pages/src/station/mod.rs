//! The station's books: diary, custody, cash, reports that are no case, corrections, registers, search.

use axum::Router;

use crate::Pages;

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
}
