//! The statute book.

mod sections;
mod unverified;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(sections::sections)).routes(routes!(unverified::unverified))
}
