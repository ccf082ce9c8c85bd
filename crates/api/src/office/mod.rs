//! Offices, staff, accounts, what is due, legacy lists.

mod account;
mod deadlines;
mod home;
mod incidents;
mod offices;
mod reconciliations;
mod staff;
mod state;

pub(crate) use deadlines::DeadlineShape;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(home::home))
        .routes(routes!(deadlines::deadlines))
        .routes(routes!(offices::offices))
        .routes(routes!(staff::staff))
        .routes(routes!(account::account))
        .routes(routes!(state::state))
        .routes(routes!(incidents::incidents))
        .routes(routes!(reconciliations::reconciliations))
}
