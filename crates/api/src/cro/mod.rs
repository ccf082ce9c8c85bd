//! The criminal record office: images of prints, enrolments, searches, histories. What is read of persons needs a
//! purpose, and each reading has its audit row.

mod answer;
mod enrol;
mod examine;
mod history;
mod image;
mod list;
mod one;
mod open;
mod record;

use serde::Serialize;
use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::Api;

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(image::keep))
        .routes(routes!(record::keep))
        .routes(routes!(enrol::enrol))
        .routes(routes!(list::list, open::open))
        .routes(routes!(one::one))
        .routes(routes!(examine::examine))
        .routes(routes!(answer::answer))
        .routes(routes!(history::history))
}

fn value(row: &impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

fn values<T: Serialize>(rows: &[T]) -> Vec<Value> {
    rows.iter().map(value).collect()
}
