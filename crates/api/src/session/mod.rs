//! Signing in and out.

mod password;
mod purpose;
mod sign_in;
mod sign_out;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(sign_in::sign_in))
        .routes(routes!(sign_out::sign_out))
        .routes(routes!(purpose::purpose))
        .routes(routes!(password::password))
}
