//! `/sign-out`: the session ends on the server, and the cookie goes.

use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::{Cookie, SameSite};

use crate::ctx::cookie_name;
use crate::{Ctx, Pages, Problem};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/sign-out", post(sign_out))
}

async fn sign_out(State(pages): State<Pages>, ctx: Option<Ctx>) -> Result<Response, Problem> {
    if let Some(ctx) = ctx {
        pages.records.sign_out(&ctx.caller).await.map_err(|e| ctx.problem(e))?;
    }
    let secure = pages.options.secure_cookie;
    // Written out, since a cookie with this prefix is only replaced by one with the same attributes.
    let gone = Cookie::build((cookie_name(secure), ""))
        .path("/")
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(secure)
        .removal();
    Ok((CookieJar::new().add(gone), Redirect::to("/sign-in?out=1")).into_response())
}
