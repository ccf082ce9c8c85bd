//! Diary and registers.

mod days;
mod diary;
mod entry;
mod export;
mod lockup;
mod register;
mod shelf;
mod unattested;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(diary::diary))
        .routes(routes!(days::days))
        .routes(routes!(shelf::shelf))
        .routes(routes!(register::register))
        .routes(routes!(export::export))
        .routes(routes!(entry::entry))
        .routes(routes!(lockup::lockup))
        .routes(routes!(unattested::unattested))
}
