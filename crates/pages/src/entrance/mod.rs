//! Coming in: sign-in, second factor, account, language, purpose, home, drafts.

use axum::Router;

use crate::Pages;

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
}
