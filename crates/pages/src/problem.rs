//! What a page shows instead when the door does not open: what happened and what to do next, in the reader's language.

use askama::Template;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use roznamcha_acts::Refusal;
use roznamcha_records::{Caller, DoorError};

use crate::ctx::{PASSWORD_FIRST, Voice};
use crate::purpose::Asked;
use crate::shell::page;

/// An error on its way to the browser.
pub struct Problem {
    error: DoorError,
    voice: Voice,
    path: String,
    caller: Option<Box<Caller>>,
}

/// A fault or reason to show: label and text.
#[derive(Clone, Debug)]
pub struct Reason {
    /// Which field or rule.
    pub label: String,
    /// What is wrong.
    pub text: String,
}

#[derive(Template)]
#[template(path = "problem.html")]
struct ProblemPage<'a> {
    voice: &'a Voice,
    title: String,
    text: String,
    reasons: Vec<Reason>,
    signed_in: bool,
}

impl Problem {
    /// The problem, in a language, at a path.
    pub fn new(error: DoorError, voice: Voice, path: &str) -> Self {
        Self { error, voice, path: path.to_owned(), caller: None }
    }

    /// Met by a signed-in officer.
    pub(crate) fn by(mut self, caller: Caller) -> Self {
        self.caller = Some(Box::new(caller));
        self
    }
}

/// The HTTP status of an error.
pub fn status_of(error: &DoorError) -> StatusCode {
    match error {
        DoorError::SignedOut => StatusCode::UNAUTHORIZED,
        DoorError::NotFound => StatusCode::NOT_FOUND,
        DoorError::PurposeNeeded { .. } | DoorError::NotAllowed { .. } => StatusCode::FORBIDDEN,
        DoorError::Refused(Refusal::Fields { .. }) => StatusCode::UNPROCESSABLE_ENTITY,
        DoorError::Refused(_) | DoorError::IdTaken(_) | DoorError::Upload(_) => StatusCode::CONFLICT,
        DoorError::AuditDown | DoorError::Unavailable(_) => StatusCode::SERVICE_UNAVAILABLE,
        DoorError::Full => StatusCode::INSUFFICIENT_STORAGE,
        DoorError::Broken(_) | DoorError::Defect(_) => StatusCode::INTERNAL_SERVER_ERROR,
    }
}

/// Faults and reasons of an error, in words.
pub fn reasons(error: &DoorError, voice: &Voice) -> Vec<Reason> {
    match error {
        DoorError::Refused(Refusal::Fields { faults }) => {
            faults.iter().map(|f| Reason { label: f.field.clone(), text: voice.t(&f.code) }).collect()
        }
        DoorError::Refused(Refusal::Order { code, citation }) => {
            vec![Reason { label: citation.clone(), text: voice.t(code) }]
        }
        DoorError::NotAllowed { key } => {
            vec![Reason { label: String::new(), text: voice.t(&format!("reason-{key}")) }]
        }
        _ => Vec::new(),
    }
}

/// A path of our own to go back to; anything else becomes the home page, so that no link leads elsewhere.
pub fn own_path(path: &str) -> &str {
    let own = path.starts_with('/')
        && !path.starts_with("//")
        && !path.contains('\\')
        && !path.contains(char::is_control);
    if own { path } else { "/" }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        if let DoorError::Defect(what) | DoorError::Broken(what) | DoorError::Unavailable(what) = &self.error
        {
            tracing::error!(error = what, "a page failed");
        }
        match &self.error {
            DoorError::SignedOut => {
                let next: String = own_path(&self.path).bytes().map(escaped).collect();
                Redirect::to(&format!("/sign-in?next={next}")).into_response()
            }
            DoorError::NotAllowed { key } if key == PASSWORD_FIRST => {
                Redirect::to("/account").into_response()
            }
            DoorError::PurposeNeeded { purposes } => {
                let reason =
                    |p: &String| Reason { label: p.clone(), text: self.voice.t(&format!("purpose-{p}")) };
                let asked = Asked {
                    purposes: purposes.iter().map(reason).collect(),
                    case: self.caller.as_ref().map(|c| c.case().to_owned()).unwrap_or_default(),
                    next: own_path(&self.path).to_owned(),
                    voice: self.voice,
                };
                asked.into_response()
            }
            error => page(
                status_of(error),
                &ProblemPage {
                    voice: &self.voice,
                    title: self.voice.t(&format!("{}-title", error.key())),
                    text: self.voice.t(error.key()),
                    reasons: reasons(error, &self.voice),
                    signed_in: self.caller.is_some(),
                },
            ),
        }
    }
}

fn escaped(byte: u8) -> String {
    if byte.is_ascii_alphanumeric() || matches!(byte, b'/' | b'-' | b'_' | b'.') {
        char::from(byte).to_string()
    } else {
        format!("%{byte:02X}")
    }
}
