//! `/account`: the officer's own account. A password handed over by an administrator is changed here before anything
//! else.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use roznamcha_acts::Refusal;
use roznamcha_records::{DoorError, SignInError};
use serde::Deserialize;

use crate::office::show;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/account", get(account)).route("/account/password", post(change))
}

#[derive(Default, Deserialize)]
struct Asked {
    /// Recovery codes left after one served to sign in.
    left: Option<i64>,
    /// The password was just changed.
    changed: Option<String>,
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    old: String,
    #[serde(default)]
    new: String,
    #[serde(default)]
    repeat: String,
}

#[derive(Template)]
#[template(path = "entrance/account.html")]
struct AccountPage {
    shell: Shell,
    rank: String,
    role: String,
    belt_no: String,
    must_change: bool,
    has_totp: bool,
    changed: bool,
    /// How many recovery codes are left, in words; empty to say nothing.
    left: String,
    /// The field at fault and what is wrong with it.
    fault: Option<(&'static str, String)>,
}

impl AccountPage {
    fn new(pages: &Pages, ctx: &Ctx) -> Self {
        Self {
            shell: Shell::new(pages, ctx, ctx.t("nav-account")),
            rank: show::rank(pages, &ctx.voice, ctx.caller.rank()),
            role: show::role(pages, &ctx.voice, ctx.caller.role().as_str()),
            belt_no: ctx.caller.belt_no().to_owned(),
            must_change: ctx.caller.must_change_password(),
            has_totp: ctx.caller.has_totp(),
            changed: false,
            left: String::new(),
            fault: None,
        }
    }

    fn faulty(&self, field: &str) -> bool {
        self.fault.as_ref().is_some_and(|(at, _)| *at == field)
    }
}

async fn account(State(pages): State<Pages>, ctx: Ctx, Query(asked): Query<Asked>) -> Response {
    let mut sheet = AccountPage::new(&pages, &ctx);
    sheet.changed = asked.changed.is_some();
    sheet.left = asked.left.map(|n| ctx.voice.n("recovery-codes-left", "n", n)).unwrap_or_default();
    page(StatusCode::OK, &sheet)
}

async fn change(State(pages): State<Pages>, ctx: Ctx, Form(typed): Form<Typed>) -> Result<Response, Problem> {
    let fault = if typed.new == typed.repeat {
        match pages.records.change_password(&ctx.caller, &typed.old, &typed.new).await {
            Ok(()) => return Ok(Redirect::to("/account?changed=1").into_response()),
            Err(SignInError::Door(DoorError::Refused(Refusal::Fields { faults }))) => {
                let code = faults.first().map_or("fault-missing", |f| f.code.as_str());
                ("new", ctx.t(code))
            }
            Err(SignInError::Door(error)) => return Err(ctx.problem(error)),
            Err(error) => return Ok(faulty(&pages, &ctx, "old", &error)),
        }
    } else {
        ("repeat", ctx.t("password-not-same"))
    };
    let mut sheet = AccountPage::new(&pages, &ctx);
    sheet.fault = Some(fault);
    Ok(page(StatusCode::UNPROCESSABLE_ENTITY, &sheet))
}

/// The page with what is wrong with the password typed again in that field.
pub(super) fn faulty(pages: &Pages, ctx: &Ctx, field: &'static str, error: &SignInError) -> Response {
    let mut sheet = AccountPage::new(pages, ctx);
    let text = match error {
        SignInError::Locked { minutes } => ctx.voice.n("signin-locked", "n", *minutes),
        _ => ctx.t("password-current-wrong"),
    };
    sheet.fault = Some((field, text));
    page(StatusCode::UNPROCESSABLE_ENTITY, &sheet)
}
