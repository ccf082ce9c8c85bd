//! Supervision: what the nightly check found and where it leads, and what came to the stations beside what they
//! registered.

mod burking;
mod burking_list;
mod check;
mod health;
mod inspection;
mod trend;

use axum::Router;
use axum::routing::get;

use crate::Pages;

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
        .route("/health", get(health::show))
        .route("/health/{check}", get(check::show))
        .route("/burking", get(burking::show))
        .route("/burking/{what}", get(burking_list::show))
        .route("/inspection", get(inspection::own))
        .route("/inspection/{station}", get(inspection::show))
        .route("/inspection/{station}/csv", get(inspection::csv))
}
