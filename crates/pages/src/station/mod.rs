//! The station's books: diary, custody, cash, reports that are no case, corrections, registers, search.

mod attest;
mod book;
mod calendar;
pub(crate) mod case;
mod cash;
pub(crate) mod choose;
mod correct;
mod corrections;
mod custody;
mod deadlines;
mod diary;
mod diary_close;
mod diary_days;
mod diary_new;
mod diary_open;
mod diary_print;
pub(crate) mod entry;
mod entry_print;
pub(crate) mod form;
mod ics;
mod line;
mod noncognizable;
mod officers;
pub(crate) mod picker;
mod refusal;
mod register;
mod register_export;
mod register_print;
mod register_tabs;
mod registers;
mod search;
pub(crate) mod show;

use axum::Router;
use axum::routing::{get, post};

use crate::Pages;

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
        .route("/diary", get(diary::show))
        .route("/diary/days", get(diary_days::show))
        .route("/diary/open", post(diary_open::open))
        .route("/diary/close", post(diary_close::close))
        .route("/diary/new", get(diary_new::show).post(diary_new::write))
        .route("/diary/officers", get(officers::pick))
        .route("/diary/print", post(diary_print::print))
        .route("/report/noncognizable", get(noncognizable::show).post(noncognizable::write))
        .route("/report/refusal", get(refusal::show).post(refusal::write))
        .route("/custody", get(custody::show))
        .route("/custody/lodge", post(custody::lodge))
        .route("/custody/release", post(custody::release))
        .route("/cash", get(cash::show).post(cash::write))
        .route("/registers", get(registers::show))
        .route("/register/{no}", get(register::show).post(register::seek))
        .route("/register/{no}/print", post(register_print::print))
        .route("/register/{no}/export", post(register_export::export))
        .route("/entry", get(entry::show))
        .route("/entry/correct", post(correct::write))
        .route("/entry/attest", post(attest::write))
        .route("/entry/print", post(entry_print::print))
        .route("/corrections", get(corrections::show))
        .route("/deadlines", get(deadlines::show))
        .route("/calendar/{key}", get(calendar::feed))
        .route("/calendar/new", post(calendar::renew))
        .route("/calendar/end", post(calendar::end))
        .route("/search", get(search::show).post(search::ask))
}
