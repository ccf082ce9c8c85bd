//! One shape for every error (RFC 9457), in the client's language, saying what to do next.

use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use roznamcha_acts::Refusal;
use roznamcha_records::DoorError;
use roznamcha_words::{Lang, Words};
use serde::Serialize;
use utoipa::ToSchema;

/// A fault in one field.
#[derive(Debug, Serialize, ToSchema)]
pub struct Fault {
    /// Path of the field.
    field: String,
    /// Code of what is wrong.
    code: String,
    /// The same in words.
    text: String,
}

/// An error, as RFC 9457 has it.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct Body {
    /// A URI of the kind of problem.
    #[serde(rename = "type")]
    kind: String,
    /// The kind in words.
    title: String,
    /// HTTP status.
    status: u16,
    /// What happened and what to do next.
    detail: String,
    /// Code of the problem.
    code: String,
    /// The law or rule that refuses, where one does.
    #[serde(skip_serializing_if = "Option::is_none")]
    citation: Option<String>,
    /// Faults in fields.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    faults: Vec<Fault>,
    /// Purposes that would open the record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    purposes: Vec<String>,
}

/// An error on its way out.
#[derive(Debug)]
pub struct Problem {
    status: StatusCode,
    body: Box<Body>,
}

/// The language a client asks for; Urdu when it does not say.
pub(crate) fn lang_of(headers: &HeaderMap) -> Lang {
    let wish = headers.get(header::ACCEPT_LANGUAGE).and_then(|v| v.to_str().ok());
    let first: Option<String> = wish.map(|w| w.chars().take(2).collect());
    first.and_then(|code| Lang::parse(&code).ok()).unwrap_or_default()
}

fn status_of(error: &DoorError) -> StatusCode {
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

impl Problem {
    /// The problem of an error of the door.
    pub fn of(error: DoorError, lang: Lang, words: &Words) -> Self {
        if let DoorError::Defect(what) | DoorError::Broken(what) | DoorError::Unavailable(what) = &error {
            tracing::error!(error = what, "a request failed");
        }
        let say = |key: &str| roznamcha_words::bidi::plain(&words.say(lang, key));
        let (mut code, mut detail) = (error.key().to_owned(), say(error.key()));
        let (mut faults, mut citation, mut purposes) = (Vec::new(), None, Vec::new());
        match &error {
            DoorError::Refused(Refusal::Fields { faults: found }) => {
                let fault = |f: &roznamcha_acts::FieldFault| Fault {
                    field: f.field.clone(),
                    code: f.code.clone(),
                    text: say(&f.code),
                };
                faults = found.iter().map(fault).collect();
            }
            DoorError::Refused(Refusal::Order { code: order, citation: law }) => {
                code.clone_from(order);
                detail = say(order);
                citation = Some(law.clone());
            }
            DoorError::NotAllowed { key } => detail = say(&format!("reason-{key}")),
            DoorError::PurposeNeeded { purposes: would } => purposes.clone_from(would),
            _ => {}
        }
        let status = status_of(&error);
        let body = Body {
            kind: format!("urn:roznamcha:problem:{code}"),
            title: say(&format!("{}-title", error.key())),
            status: status.as_u16(),
            detail,
            code,
            citation,
            faults,
            purposes,
        };
        Self { status, body: Box::new(body) }
    }

    /// A request that cannot be read at all: not JSON, a number that is none, too large.
    pub(crate) fn unreadable(
        status: StatusCode,
        detail: &str,
        faults: &[(String, &'static str)],
        lang: Lang,
        words: &Words,
    ) -> Self {
        let plain = roznamcha_words::bidi::plain;
        let fault = |(field, code): &(String, &str)| Fault {
            field: field.chars().take(100).collect(),
            code: (*code).to_owned(),
            text: plain(&words.say(lang, code)),
        };
        let body = Body {
            kind: "urn:roznamcha:problem:unreadable".to_owned(),
            title: plain(&words.say(lang, "unreadable-title")),
            status: status.as_u16(),
            detail: plain(detail),
            code: "unreadable".to_owned(),
            citation: None,
            faults: faults.iter().map(fault).collect(),
            purposes: Vec::new(),
        };
        Self { status, body: Box::new(body) }
    }

    /// The same problem under another status and code (sign-in has its own).
    pub(crate) fn coded(mut self, status: StatusCode, code: &str, lang: Lang, words: &Words) -> Self {
        self.status = status;
        self.body.status = status.as_u16();
        code.clone_into(&mut self.body.code);
        self.body.kind = format!("urn:roznamcha:problem:{code}");
        self.body.detail = roznamcha_words::bidi::plain(&words.say(lang, code));
        self
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let text = serde_json::to_string(&self.body).unwrap_or_default();
        (self.status, [(header::CONTENT_TYPE, "application/problem+json")], text).into_response()
    }
}
