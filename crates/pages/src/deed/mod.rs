//! Acts by their forms: each form is data ([`plan`], `plans/`), one engine draws, reads and performs them all.

mod case;
mod columns;
mod draw;
mod enter;
pub(crate) mod excuse;
mod fault;
mod fill;
mod input;
mod later;
pub(crate) mod links;
mod list;
mod plan;
mod plans;
mod read;
mod station;
mod stock;
#[cfg(test)]
mod tests;
mod work;

use axum::Router;
use axum::routing::get;

use crate::Pages;
use crate::office::show::in_query;
use plans::Elsewhere;

/// The form of a kind, upon the case or the part of a register that is meant.
pub(crate) fn place(kind: &str, of: Option<&str>) -> Option<String> {
    match (kind, of) {
        ("book.enter", Some(of)) => {
            let (register, part) = of.split_once('/')?;
            return Some(format!("/register/{}/enter?part={}", in_query(register), in_query(part)));
        }
        ("book.fill", Some(of)) => {
            let (key, field) = of.split_once(':')?;
            return Some(format!("/entry/fill?key={}&field={}", in_query(key), in_query(field)));
        }
        ("prints.enrol", Some(fir)) => return Some(format!("/cro/enrol?fir={}", in_query(fir))),
        ("clock.excuse", _) => return Some("/deadlines".to_owned()),
        _ => {}
    }
    let deed = plans::of(kind)?;
    match of {
        Some(of) if deed.upon_case => Some(format!("/cases/{}/do/{kind}", in_query(of))),
        None if deed.upon_case => Some("/cases".to_owned()),
        _ => Some(format!("/do/{kind}")),
    }
}

/// The page of its own on which a kind is performed.
pub(crate) fn page(kind: &str) -> Option<&'static str> {
    match plans::elsewhere(kind)? {
        Elsewhere::Page(page) => Some(page),
        Elsewhere::Upon(_) | Elsewhere::Never(_) => None,
    }
}

/// Routes of this folder.
pub(crate) fn routes() -> Router<Pages> {
    Router::new()
        .route("/do", get(list::list))
        .route("/do/{kind}", get(station::show).post(station::send))
        .route("/register/{no}/enter", get(enter::show).post(enter::send))
        .route("/deadlines/excuse", get(excuse::show).post(excuse::send))
        .route("/entry/fill", get(later::show).post(later::send))
        .route("/cases/{fir}/do/{kind}", get(case::show).post(case::send))
}
