//! The criminal record office: its desk, enrolment, searches by prints and by looks, their examination, persons joined and
//! parted, witness line-ups, the certificate of destruction.

mod answer;
mod choose;
mod desk;
mod destroy;
mod enrol;
mod examine;
mod hands;
mod images;
mod join;
mod lineup;
mod lineup_answer;
mod lineup_face;
mod lineup_one;
mod lineup_say;
mod lineup_show;
mod looks;
mod looks_search;
mod marks;
mod part;
mod photograph;
mod picture;
mod print_history;
mod print_lineup;
mod print_slip;
mod probe;
mod read;
mod record;
mod say;
mod screen;
mod search;
mod search_new;
mod search_now;
mod seen;
mod ties;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::routing::{get, post};
use roznamcha_acts::kinds::EnrolRef;

use crate::Pages;

/// Ten prints and some photographs in one form.
const IMAGES: usize = 96 * 1024 * 1024;

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
        .route("/cro", get(desk::show))
        .route("/cro/enrol", get(choose::show))
        .route("/cro/destroy", get(destroy::show).post(destroy::send))
        .route("/cro/join", post(join::send))
        .route("/cro/part", post(part::send))
        .route("/cro/looks", get(looks_search::show))
        .route("/cro/lineup", get(lineup::show).post(lineup::send))
        .route("/cro/lineup/{office}/{act}", get(lineup_one::show))
        .route("/cro/lineup/{office}/{act}/show", get(lineup_show::show))
        .route("/cro/lineup/{office}/{act}/answer", get(lineup_answer::show).post(lineup_answer::send))
        .route("/cro/lineup/{office}/{act}/face/{place}", get(lineup_face::show))
        .route("/cro/lineup/{office}/{act}/print", post(print_lineup::print))
        .route("/cro/record/{office}/{act}", get(record::show))
        .route("/cro/record/{office}/{act}/search", post(search_now::enrolled))
        .route("/cro/record/{office}/{act}/print", post(print_history::print))
        .route("/cro/record/{office}/{act}/finger/{finger}", get(picture::show))
        .route("/cro/record/{office}/{act}/photograph/{sha256}", get(photograph::show))
        .route("/cro/search/{office}/{act}", get(search::show))
        .route("/cro/search/{office}/{act}/answer", post(answer::send))
        .route("/cro/search/{office}/{act}/list", post(search_now::list))
        .route("/cro/search/{office}/{act}/print", post(print_slip::print))
        .route("/cro/search/{office}/{act}/probe/{place}", get(probe::show))
        .route("/cro/search/{office}/{act}/examine/{n}", get(examine::show).post(examine::send))
}

/// Routes whose forms bring images.
pub(crate) fn image_routes() -> Router<Pages> {
    Router::new()
        .route("/cro/enrol/prints", get(enrol::show).post(enrol::send))
        .route("/cro/search/new", get(search_new::show).post(search_new::send))
        .layer(DefaultBodyLimit::max(IMAGES))
}

/// An enrolment as an address has it.
fn named((office, act): (String, String)) -> EnrolRef {
    EnrolRef { office, act }
}

/// The page of an enrolment.
fn record_path(of: &EnrolRef) -> String {
    format!("/cro/record/{}/{}", crate::office::show::in_query(&of.office), of.act)
}

/// The page of a search.
fn search_path(office: &str, act: &str) -> String {
    format!("/cro/search/{}/{act}", crate::office::show::in_query(office))
}

/// The page of a line-up.
fn lineup_path(office: &str, act: &str) -> String {
    format!("/cro/lineup/{}/{act}", crate::office::show::in_query(office))
}
