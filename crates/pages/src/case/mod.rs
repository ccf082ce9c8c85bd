//! The case file: each tab a page, the list of cases, and pendency.

mod accused;
mod challan;
mod court;
mod head;
mod list;
mod overview;
mod pendency;
mod persons;
mod property;
mod sections;
mod timeline;
mod zimni;
mod zimnis;

pub(crate) use accused::status_key;
pub(crate) use head::stage_key;

use axum::Router;
use axum::routing::get;

use crate::Pages;

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
        .route("/cases", get(list::show))
        .route("/pendency", get(pendency::show))
        .route("/cases/{fir}", get(overview::show))
        .route("/cases/{fir}/timeline", get(timeline::show))
        .route("/cases/{fir}/sections", get(sections::show))
        .route("/cases/{fir}/accused", get(accused::show))
        .route("/cases/{fir}/persons", get(persons::show))
        .route("/cases/{fir}/zimnis", get(zimnis::show))
        .route("/cases/{fir}/zimni/{no}", get(zimni::show))
        .route("/cases/{fir}/property", get(property::show))
        .route("/cases/{fir}/challan", get(challan::show))
        .route("/cases/{fir}/court", get(court::show))
}
