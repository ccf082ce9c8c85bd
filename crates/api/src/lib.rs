//! The HTTP API: everything the pages can do, for machines. One route, one file; the OpenAPI document is
//! generated from
//! them. Times are RFC 3339, pages go by seek, an act's id is its idempotency key, errors are RFC 9457 problems.

mod acts;
mod books;
mod cases;
mod client;
mod cro;
mod drafts;
mod files;
mod firs;
mod journal;
mod law;
mod office;
mod oversight;
mod prints;
mod problem;
mod promise;
mod session;
mod shapes;
mod unreadable;

pub use client::{Claimant, Client};
pub use problem::Problem;

use axum::Router;
use roznamcha_records::Records;
use roznamcha_sheets::Copyist;
use roznamcha_words::Words;
use std::sync::Arc;
use utoipa::OpenApi;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa_axum::router::OpenApiRouter;

/// What every route has at hand.
#[derive(Clone)]
pub struct Api {
    /// The only door to the records.
    pub records: Arc<Records>,
    /// Both languages.
    pub words: Arc<Words>,
    /// Prints documents; `None` when the fonts are not installed.
    pub copyist: Option<Copyist>,
}

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Roznamcha",
        description = "Crime records, analytics and accountable policing. Sign in at `POST /session` and send the \
            token as `Authorization: Bearer`. Reading personal data needs a purpose: headers `X-Purpose` (and \
            `X-Case`), or one stated for the session. What an officer may not know of is 404.",
        license(name = "Apache-2.0")
    ),
    servers((url = "/api/v1")),
    modifiers(&Bearer)
)]
struct Document;

struct Bearer;

impl utoipa::Modify for Bearer {
    fn modify(&self, openapi: &mut utoipa::openapi::OpenApi) {
        let scheme = SecurityScheme::Http(HttpBuilder::new().scheme(HttpAuthScheme::Bearer).build());
        openapi.components.get_or_insert_default().add_security_scheme("token", scheme);
    }
}

fn routes() -> OpenApiRouter<Api> {
    OpenApiRouter::with_openapi(Document::openapi())
        .merge(session::routes())
        .merge(acts::routes())
        .merge(books::routes())
        .merge(firs::routes())
        .merge(cases::routes())
        .merge(prints::routes())
        .merge(journal::routes())
        .merge(office::routes())
        .merge(law::routes())
        .merge(oversight::routes())
        .merge(drafts::routes())
        .merge(files::routes())
        .merge(cro::routes())
}

/// The routes and their document.
fn parts() -> (Router<Api>, utoipa::openapi::OpenApi) {
    let (router, mut document) = routes().split_for_parts();
    promise::complete(&mut document);
    (router, document)
}

impl Api {
    /// All routes, to be mounted at `/api/v1`, with `/openapi.json` among them.
    pub fn router(self) -> Router {
        let words = self.words.clone();
        let (router, document) = parts();
        let text = document.to_json().unwrap_or_default();
        let json = move || {
            let text = text.clone();
            async move { ([(axum::http::header::CONTENT_TYPE, "application/json")], text) }
        };
        let missing = move |headers: axum::http::HeaderMap| {
            let words = words.clone();
            async move { Problem::of(roznamcha_records::DoorError::NotFound, problem::lang_of(&headers), &words) }
        };
        router.route("/openapi.json", axum::routing::get(json)).fallback(missing).with_state(self)
    }
}

/// The OpenAPI document, as JSON.
pub fn openapi() -> String {
    let (_, document) = parts();
    document.to_pretty_json().unwrap_or_default()
}
