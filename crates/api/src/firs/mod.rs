//! First Information Reports and finding them.

mod likely;
mod list;
mod one;
mod search;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(one::one))
        .routes(routes!(search::search))
        .routes(routes!(likely::likely))
}
