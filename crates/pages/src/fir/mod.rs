//! The First Information Report: form, list, report, what follows upon it, its printing.

mod deeds;
pub(crate) mod facts;
pub(crate) mod field;
pub(crate) mod labels;
pub(crate) mod law;
mod list;
mod new;
pub(crate) mod print;
pub(crate) mod read;
mod sections;
pub(crate) mod show;
pub(crate) mod typed;

use axum::Router;
use axum::routing::{get, post};

use crate::Pages;

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
        .route("/law/sections", get(law::sections))
        .route("/firs", get(list::list))
        .route("/fir/new", get(new::form).post(new::register))
        .route("/fir/preview", post(print::preview))
        .route("/fir/{act}", get(show::show))
        .route("/fir/{act}/print", post(print::print))
        .route("/fir/{act}/sign", post(deeds::sign))
        .route("/fir/{act}/despatch", post(deeds::despatch))
        .route("/fir/{act}/seal", post(deeds::seal))
        .route("/fir/{act}/unseal", post(deeds::unseal))
        .route("/fir/{act}/correct", post(deeds::correct))
        .route("/fir/{act}/attest", post(deeds::attest))
        .route("/fir/{act}/expunge", post(deeds::expunge))
}
