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

use axum::extract::DefaultBodyLimit;
use axum::http::StatusCode;
use roznamcha_records::Receipt;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::{Api, Client, Problem};

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    let images = OpenApiRouter::new().routes(routes!(image::keep)).routes(routes!(record::keep));
    images
        .layer(DefaultBodyLimit::max(IMAGE))
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

/// The longest image of a print or record that is taken in: an uncompressed BMP or TIFF of a whole hand's card.
const IMAGE: usize = 32 * 1024 * 1024;

/// Fields of an act that the address completes: `search` names it.
fn within<T: DeserializeOwned>(
    client: &Client,
    field: &str,
    mut shape: Value,
    search: Option<String>,
) -> Result<T, Problem> {
    let unread = || client.fault(field, "fault-act-shape");
    if let Some(search) = search {
        shape.as_object_mut().ok_or_else(unread)?.insert("search".to_owned(), search.into());
    }
    serde_json::from_value(shape).map_err(|_| unread())
}

/// 201 the first time, 200 when it had been written before.
fn written(receipt: &Receipt) -> StatusCode {
    if receipt.repeated { StatusCode::OK } else { StatusCode::CREATED }
}

fn value(row: &impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

fn values<T: Serialize>(rows: &[T]) -> Vec<Value> {
    rows.iter().map(value).collect()
}
