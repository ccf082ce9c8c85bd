//! The journal, for those who check it.

mod consistency;
mod export;
mod headers;
mod inclusion;
mod state;
mod verify;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(state::state))
        .routes(routes!(headers::headers))
        .routes(routes!(export::export))
        .routes(routes!(inclusion::inclusion))
        .routes(routes!(consistency::consistency))
        .routes(routes!(verify::verify))
}
