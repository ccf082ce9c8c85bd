//! Who looked at what.

mod audit;
mod who_looked;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(who_looked::who_looked)).routes(routes!(audit::audit))
}
