//! `/staff/account`: an administrator makes an account or sets it anew, closes it and opens it.

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::post;
use axum::{Form, Router};
use roznamcha_records::NewAccount;
use serde::Deserialize;

use super::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/staff/account", post(make))
        .route("/staff/account/close", post(close))
        .route("/staff/account/open", post(open))
}

#[derive(Debug, Deserialize)]
struct Typed {
    #[serde(default)]
    office: String,
    #[serde(default)]
    officer: String,
}

#[derive(Template)]
#[template(path = "office/account.html")]
struct AccountMadePage {
    shell: Shell,
    made: NewAccount,
    back: String,
}

async fn make(State(pages): State<Pages>, ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    let made = pages.records.make_account(&ctx.caller, &typed.officer).await.map_err(|e| ctx.problem(e))?;
    let shell = Shell::new(&pages, &ctx, ctx.t("account-title"));
    let sheet = AccountMadePage { shell, made, back: show::staff_path(&typed.office) };
    // The password is shown this once; neither the browser nor anything between keeps the page.
    Ok(([(header::CACHE_CONTROL, "no-store")], page(StatusCode::OK, &sheet)).into_response())
}

async fn set(pages: &Pages, ctx: &Ctx, typed: &Typed, disabled: bool) -> Result<Response, Problem> {
    let done = pages.records.set_disabled(&ctx.caller, &typed.officer, disabled).await;
    done.map_err(|e| ctx.problem(e))?;
    Ok(Redirect::to(&show::staff_path(&typed.office)).into_response())
}

async fn close(State(pages): State<Pages>, ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    set(&pages, &ctx, &typed, true).await
}

async fn open(State(pages): State<Pages>, ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    set(&pages, &ctx, &typed, false).await
}
