//! Cases: the list, pendency, and one case file with its timeline, papers and case diaries.

mod diaries;
mod index;
mod list;
mod next;
mod one;
mod papers;
mod pendency;
mod steps;

use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::{Api, Client, Problem};

/// Which page of something numbered.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Numbered {
    /// `next` of the page before.
    #[serde(default)]
    after: Option<String>,
    /// Items to the page.
    #[serde(default)]
    limit: Option<u32>,
}

impl Numbered {
    /// The number after which the page begins.
    fn after(&self, client: &Client) -> Result<Option<u64>, Problem> {
        self.after.as_deref().map(|text| client.parse("after", text)).transpose()
    }
}

/// Routes of this folder.
pub(crate) fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::new()
        .routes(routes!(list::list))
        .routes(routes!(pendency::pendency))
        .routes(routes!(one::one))
        .routes(routes!(steps::steps))
        .routes(routes!(papers::papers))
        .routes(routes!(index::index))
        .routes(routes!(diaries::diaries))
        .routes(routes!(next::next))
}
