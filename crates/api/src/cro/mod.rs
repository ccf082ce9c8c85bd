//! The criminal record office: images of prints, enrolments, searches by prints and by looks, histories, line-ups. What
//! is read of persons needs a purpose, and each reading has its audit row.

mod answer;
mod enrol;
mod examine;
mod history;
mod image;
mod lineup;
mod lineup_propose;
mod lineup_show;
mod lineups;
mod list;
mod looks;
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
        .routes(routes!(looks::looks))
        .routes(routes!(lineup_propose::propose))
        .routes(routes!(lineups::list, lineups::make))
        .routes(routes!(lineup::lineup))
        .routes(routes!(lineup_show::show))
}

fn value(row: &impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

fn values<T: Serialize>(rows: &[T]) -> Vec<Value> {
    rows.iter().map(value).collect()
}
