//! `/language`: the pages in the other language, and back to where one was.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Form, Router};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};
use roznamcha_words::Lang;
use serde::Deserialize;

use crate::problem::own_path;
use crate::{Ctx, Pages, Problem};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/language", post(change))
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    lang: String,
    #[serde(default)]
    next: String,
}

async fn change(
    State(pages): State<Pages>,
    ctx: Option<Ctx>,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let lang = Lang::parse(&typed.lang).unwrap_or_default();
    if let Some(ctx) = ctx {
        pages.records.set_lang(&ctx.caller, lang.as_str()).await.map_err(|e| ctx.problem(e))?;
    }
    // Kept also beside the session: the sign-in page of tomorrow is in the language of today.
    let kept = Cookie::build(("lang", lang.as_str()))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Lax)
        .secure(pages.options.secure_cookie)
        .permanent();
    Ok((CookieJar::new().add(kept), Redirect::to(own_path(&typed.next))).into_response())
}
