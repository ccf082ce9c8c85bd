//! `/sign-in`: officer, password and, where set up, the one-time code.

use askama::Template;
use axum::extract::{ConnectInfo, Query, State};
use axum::http::{Extensions, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::get;
use axum::{Form, Router};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use roznamcha_records::{SignInError, SignedIn};
use serde::Deserialize;
use std::net::SocketAddr;

use crate::ctx::{Voice, cookie_name};
use crate::problem::own_path;
use crate::shell::page;
use crate::{Pages, Problem};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/sign-in", get(show).post(sign_in))
}

#[derive(Deserialize)]
struct Asked {
    #[serde(default)]
    next: String,
    /// Came from signing out.
    out: Option<String>,
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    officer: String,
    #[serde(default)]
    password: String,
    #[serde(default)]
    code: String,
    #[serde(default)]
    next: String,
}

#[derive(Template)]
#[template(path = "entrance/sign_in.html")]
struct SignInPage<'a> {
    voice: &'a Voice,
    other_lang: &'static str,
    officer: &'a str,
    next: &'a str,
    problem: String,
    /// The password was right and the code is still missing.
    code_needed: bool,
    signed_out: bool,
    demo: bool,
}

impl<'a> SignInPage<'a> {
    fn new(pages: &Pages, voice: &'a Voice, next: &'a str) -> Self {
        Self {
            voice,
            other_lang: voice.lang.other().as_str(),
            officer: "",
            next: own_path(next),
            problem: String::new(),
            code_needed: false,
            signed_out: false,
            demo: pages.options.demo,
        }
    }
}

async fn show(State(pages): State<Pages>, voice: Voice, Query(asked): Query<Asked>) -> Response {
    let mut sheet = SignInPage::new(&pages, &voice, &asked.next);
    sheet.signed_out = asked.out.is_some();
    page(StatusCode::OK, &sheet)
}

async fn sign_in(
    State(pages): State<Pages>,
    voice: Voice,
    extensions: Extensions,
    Form(typed): Form<Typed>,
) -> Response {
    let from = extensions.get::<ConnectInfo<SocketAddr>>();
    let from = from.map_or_else(String::new, |ConnectInfo(at)| at.ip().to_string());
    let code: String = roznamcha_words::digits::ascii(&typed.code).split_whitespace().collect();
    let done =
        pages.records.sign_in(&typed.officer, &typed.password, &code, &from, voice.lang.as_str()).await;
    match done {
        Ok(signed) => welcome(&pages, &signed, own_path(&typed.next)),
        Err(SignInError::Door(error)) => Problem::new(error, voice, "/sign-in").into_response(),
        Err(error) => {
            let mut sheet = SignInPage::new(&pages, &voice, &typed.next);
            sheet.officer = typed.officer.trim();
            sheet.code_needed = matches!(error, SignInError::CodeNeeded);
            sheet.problem = match &error {
                SignInError::Locked { minutes } => voice.n(error.key(), "n", *minutes),
                _ => voice.t(error.key()),
            };
            let locked = matches!(error, SignInError::Locked { .. });
            let status = if locked { StatusCode::TOO_MANY_REQUESTS } else { StatusCode::UNAUTHORIZED };
            page(status, &sheet)
        }
    }
}

/// The cookie, and onward; by way of the account page where a password or the last recovery codes need care.
fn welcome(pages: &Pages, signed: &SignedIn, next: &str) -> Response {
    let secure = pages.options.secure_cookie;
    let cookie = Cookie::build((cookie_name(secure), signed.token.clone()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(secure);
    let to = match signed.recovery_left {
        _ if signed.must_change => "/account".to_owned(),
        Some(left) => format!("/account?left={left}"),
        None => next.to_owned(),
    };
    (CookieJar::new().add(cookie), Redirect::to(&to)).into_response()
}
