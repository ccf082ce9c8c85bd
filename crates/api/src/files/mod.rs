//! Files: sent in parts, read with purpose.

mod begin;
mod custody;
mod finish;
mod give_up;
mod list;
mod open;
mod part;
mod small;
mod state;
mod whole;

use roznamcha_records::UploadState;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

/// How far an upload has come.
#[derive(Serialize, ToSchema)]
#[schema(as = Upload)]
pub struct UploadShape {
    id: String,
    /// Bytes promised.
    size: u64,
    /// SHA-256 promised, hex.
    sha256: String,
    /// Bytes that are kept: the next part begins here.
    received: u64,
    done: bool,
}

impl From<UploadState> for UploadShape {
    fn from(state: UploadState) -> Self {
        let UploadState { id, size, sha256, received, done } = state;
        Self { id, size, sha256, received, done }
    }
}

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(begin::begin, open::open))
        .routes(routes!(state::state, give_up::give_up))
        .routes(routes!(part::part))
        .routes(routes!(finish::finish))
        .routes(routes!(list::list))
        .routes(routes!(whole::whole))
        .routes(routes!(small::small))
        .routes(routes!(custody::custody))
}
