//! Who asks, in which language: taken from the session before any page runs.

use axum::extract::{FromRequestParts, OptionalFromRequestParts};
use axum::http::header;
use axum::http::request::Parts;
use axum_extra::extract::CookieJar;
use roznamcha_records::{Caller, DoorError};
use roznamcha_words::Lang;
pub(crate) use roznamcha_words::Voice;
use std::convert::Infallible;

use crate::{Pages, Problem};

/// Name of the session cookie; the prefix binds it to this host where it is `Secure`.
pub(crate) fn cookie_name(secure: bool) -> &'static str {
    if secure { "__Host-roznamcha" } else { "roznamcha" }
}

/// Why an officer whose password was given to him is sent to the account page first.
pub(crate) const PASSWORD_FIRST: &str = "password-first";

/// The caller and how to speak to him. A page that takes one cannot be seen signed out.
#[derive(Clone)]
pub struct Ctx {
    /// The officer.
    pub caller: Caller,
    /// How to speak.
    pub voice: Voice,
    /// The path asked for, to come back to.
    pub path: String,
}

/// The language of someone not signed in: `?lang=`, the cookie `lang`, the browser's wish, else Urdu.
pub(crate) fn wished(parts: &Parts) -> Lang {
    let query = parts.uri.query().unwrap_or("");
    let asked = query.split('&').find_map(|p| p.strip_prefix("lang="));
    let jar = CookieJar::from_headers(&parts.headers);
    let kept = jar.get("lang").map(|c| c.value().to_owned());
    let browser = parts.headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok()).map(str::to_owned);
    let first = browser.map(|b| b.chars().take(2).collect::<String>());
    let code = asked.map(str::to_owned).or(kept).or(first);
    code.and_then(|c| Lang::parse(&c).ok()).unwrap_or_default()
}

impl FromRequestParts<Pages> for Ctx {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, pages: &Pages) -> Result<Self, Problem> {
        let jar = CookieJar::from_headers(&parts.headers);
        let request =
            parts.headers.get("x-request-id").and_then(|v| v.to_str().ok()).unwrap_or("-").to_owned();
        let path = parts.uri.path_and_query().map_or_else(|| "/".to_owned(), |p| p.as_str().to_owned());
        let voice = Voice::new(wished(parts), pages.words.clone());
        let problem = |error| Problem::new(error, voice.clone(), &path);
        let token = jar.get(cookie_name(pages.options.secure_cookie)).map(|c| c.value().to_owned());
        let token = token.ok_or_else(|| problem(DoorError::SignedOut))?;
        let caller = pages.records.caller(&token, &request).await.map_err(problem)?;
        let lang = Lang::parse(caller.lang()).unwrap_or_default();
        // A password that someone else has seen opens nothing but the page on which it is changed.
        let own_affairs = ["/account", "/sign-out", "/language"];
        if caller.must_change_password() && !own_affairs.iter().any(|own| path.starts_with(own)) {
            return Err(problem(DoorError::NotAllowed { key: PASSWORD_FIRST.to_owned() }));
        }
        Ok(Self { caller, voice: Voice::new(lang, pages.words.clone()), path })
    }
}

impl OptionalFromRequestParts<Pages> for Ctx {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, pages: &Pages) -> Result<Option<Self>, Infallible> {
        Ok(<Self as FromRequestParts<Pages>>::from_request_parts(parts, pages).await.ok())
    }
}

impl FromRequestParts<Pages> for Voice {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, pages: &Pages) -> Result<Self, Infallible> {
        Ok(Self::new(wished(parts), pages.words.clone()))
    }
}

impl Ctx {
    /// The problem page for an error of the door.
    pub fn problem(&self, error: impl Into<DoorError>) -> Problem {
        Problem::new(error.into(), self.voice.clone(), &self.path).by(self.caller.clone())
    }

    /// A message.
    pub fn t(&self, key: &str) -> String {
        self.voice.t(key)
    }
}
