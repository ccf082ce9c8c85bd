//! Diary and registers.

mod days;
mod diary;
mod entry;
mod lockup;
mod register;
mod unattested;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(diary::diary))
        .routes(routes!(days::days))
        .routes(routes!(register::register))
        .routes(routes!(entry::entry))
        .routes(routes!(lockup::lockup))
        .routes(routes!(unattested::unattested))
}
