//! Who looked at what, and what the nightly check found.

mod audit;
mod health;
mod violations;
mod who_looked;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(who_looked::who_looked))
        .routes(routes!(audit::audit))
        .routes(routes!(health::health))
        .routes(routes!(violations::violations))
}
