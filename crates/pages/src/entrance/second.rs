//! `/account/second`: setting up the second step. The secret is shown as a picture and as text until a first code
//! proves that the officer's application has it; the recovery codes are shown once.

use askama::Template;
use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use axum::{Form, Router};
use qrcode::QrCode;
use qrcode::render::svg;
use roznamcha_records::{DoorError, SignInError};
use serde::Deserialize;

use super::account;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

pub(super) fn routes() -> Router<Pages> {
    Router::new().route("/account/second", post(begin)).route("/account/second/code", post(confirm))
}

#[derive(Deserialize)]
struct Asked {
    /// The password, again: a session found open must not change who has the second factor.
    #[serde(default)]
    password: String,
}

#[derive(Deserialize)]
struct Typed {
    #[serde(default)]
    code: String,
    /// The secret as this page showed it, to show it again after a wrong code.
    #[serde(default)]
    uri: String,
}

#[derive(Template)]
#[template(path = "entrance/second.html")]
struct SecondPage {
    shell: Shell,
    uri: String,
    secret: String,
    picture: String,
    problem: String,
}

#[derive(Template)]
#[template(path = "entrance/recovery.html")]
struct RecoveryPage {
    shell: Shell,
    codes: Vec<String>,
}

/// The address as a picture for the officer's telephone: black on white whatever the page's colours.
fn picture(uri: &str) -> Result<String, DoorError> {
    let code = QrCode::new(uri.as_bytes()).map_err(|e| DoorError::Defect(e.to_string()))?;
    let drawn = code.render::<svg::Color<'_>>().min_dimensions(216, 216).build();
    // Within a page the declaration of XML has no place.
    Ok(drawn.find("<svg").and_then(|at| drawn.get(at..)).unwrap_or_default().to_owned())
}

fn sheet(pages: &Pages, ctx: &Ctx, uri: &str, problem: String) -> Result<SecondPage, DoorError> {
    let secret = uri.split("secret=").nth(1).and_then(|rest| rest.split('&').next()).unwrap_or_default();
    // In groups of four it can be typed without losing one's place.
    let letters: Vec<char> = secret.chars().collect();
    let groups = letters.chunks(4).map(|four| four.iter().collect::<String>());
    Ok(SecondPage {
        shell: Shell::new(pages, ctx, ctx.t("totp-setup-title")),
        picture: picture(uri)?,
        secret: groups.collect::<Vec<_>>().join(" "),
        uri: uri.to_owned(),
        problem,
    })
}

/// Never kept by the browser: it shows a secret.
fn unkept(status: StatusCode, template: &impl Template) -> Response {
    ([(header::CACHE_CONTROL, "no-store")], page(status, template)).into_response()
}

async fn begin(State(pages): State<Pages>, ctx: Ctx, Form(typed): Form<Asked>) -> Result<Response, Problem> {
    let begun = match pages.records.begin_totp(&ctx.caller, &typed.password).await {
        Ok(begun) => begun,
        Err(SignInError::Door(error)) => return Err(ctx.problem(error)),
        Err(error) => return Ok(account::faulty(&pages, &ctx, "password", &error)),
    };
    let sheet = sheet(&pages, &ctx, &begun.uri, String::new()).map_err(|e| ctx.problem(e))?;
    Ok(unkept(StatusCode::OK, &sheet))
}

async fn confirm(
    State(pages): State<Pages>,
    ctx: Ctx,
    Form(typed): Form<Typed>,
) -> Result<Response, Problem> {
    let code: String = roznamcha_words::digits::ascii(&typed.code).split_whitespace().collect();
    match pages.records.confirm_totp(&ctx.caller, &code).await {
        Ok(codes) => {
            let shell = Shell::new(&pages, &ctx, ctx.t("recovery-codes-title"));
            Ok(unkept(StatusCode::OK, &RecoveryPage { shell, codes }))
        }
        Err(SignInError::Wrong) if typed.uri.starts_with("otpauth://totp/") => {
            let sheet = sheet(&pages, &ctx, &typed.uri, ctx.t("totp-wrong"));
            Ok(unkept(StatusCode::UNPROCESSABLE_ENTITY, &sheet.map_err(|e| ctx.problem(e))?))
        }
        Err(SignInError::Door(error)) => Err(ctx.problem(error)),
        Err(_) => Err(ctx.problem(DoorError::NotFound)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_is_svg_alone() {
        let drawn = picture("otpauth://totp/Roznamcha:x?secret=ABCDEFGH&issuer=Roznamcha").unwrap();
        assert!(drawn.starts_with("<svg") && drawn.trim_end().ends_with("</svg>"), "{drawn}");
    }
}
