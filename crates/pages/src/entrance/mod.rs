//! Coming in: sign-in, second factor, account, language, purpose, home, drafts.

mod account;
mod draft_wire;
mod drafts;
mod home;
mod language;
mod nowhere;
mod purpose;
mod second;
mod sign_in;
mod sign_out;
mod verify;

use axum::Router;

use crate::Pages;

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
        .merge(sign_in::routes())
        .merge(sign_out::routes())
        .merge(language::routes())
        .merge(purpose::routes())
        .merge(home::routes())
        .merge(account::routes())
        .merge(second::routes())
        .merge(drafts::routes())
        .merge(draft_wire::routes())
        .merge(verify::routes())
        .fallback(nowhere::nowhere)
}
