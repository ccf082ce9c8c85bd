//! Who looked at what, what the nightly check found, and what came to the stations beside what they registered.

mod audit;
mod burking;
mod burking_list;
mod health;
mod inspection;
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
        .routes(routes!(burking::burking))
        .routes(routes!(burking_list::burking_list))
        .routes(routes!(inspection::inspection))
}
