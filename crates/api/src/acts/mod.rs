//! Performing acts.

mod kinds;
mod perform;

pub(crate) use perform::NewActShape;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new().routes(routes!(perform::perform)).routes(routes!(kinds::kinds))
}
