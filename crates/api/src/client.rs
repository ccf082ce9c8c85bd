//! Who calls: a bearer token, the purpose of this request, the language of its errors.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use roznamcha_records::{Caller, DoorError, Purpose};
use roznamcha_words::Lang;

use crate::Api;
use crate::problem::{Problem, lang_of};

/// A signed-in client. A route that takes one cannot be called signed out.
pub struct Client {
    /// The officer.
    pub caller: Caller,
    /// Language of errors.
    pub lang: Lang,
    words: std::sync::Arc<roznamcha_words::Words>,
}

impl Client {
    /// The problem of an error of the door.
    pub fn problem(&self, error: impl Into<DoorError>) -> Problem {
        Problem::of(error.into(), self.lang, &self.words)
    }

    /// A problem under a code of its own, which is also its message.
    pub(crate) fn coded(&self, status: StatusCode, code: &str) -> Problem {
        self.problem(DoorError::NotFound).coded(status, code, self.lang, &self.words)
    }

    /// A field of the request that cannot stand.
    pub fn fault(&self, field: &str, code: &str) -> Problem {
        let fault = roznamcha_acts::FieldFault { field: field.to_owned(), code: code.to_owned() };
        self.problem(DoorError::Refused(roznamcha_acts::Refusal::Fields { faults: vec![fault] }))
    }

    /// A code in a path or query, parsed; one that cannot be is a fault.
    pub fn parse<T: std::str::FromStr>(&self, field: &str, text: &str) -> Result<T, Problem> {
        text.parse().map_err(|_| self.fault(field, "fault-unreadable"))
    }
}

impl FromRequestParts<Api> for Client {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let lang = lang_of(&parts.headers);
        let text = |name: &str| parts.headers.get(name).and_then(|v| v.to_str().ok()).map(str::to_owned);
        let problem = |e| Problem::of(e, lang, &api.words);
        let token = text(header::AUTHORIZATION.as_str())
            .and_then(|v| v.strip_prefix("Bearer ").map(|t| t.trim().to_owned()))
            .ok_or_else(|| problem(DoorError::SignedOut))?;
        let request = text("x-request-id").unwrap_or_else(|| "-".to_owned());
        let mut caller = api.records.caller(&token, &request).await.map_err(problem)?;
        if caller.must_change_password() && parts.uri.path() != "/session/password" {
            return Err(problem(DoorError::NotAllowed { key: "password-first".to_owned() }));
        }
        if let Some(purpose) = text("x-purpose") {
            let fault =
                || roznamcha_acts::FieldFault { field: "X-Purpose".into(), code: "fault-choice".into() };
            let refused =
                |_| problem(DoorError::Refused(roznamcha_acts::Refusal::Fields { faults: vec![fault()] }));
            let purpose: Purpose = purpose.trim().parse().map_err(refused)?;
            let case: String = text("x-case").unwrap_or_default().chars().take(100).collect();
            caller = caller.for_purpose(purpose, &case);
        }
        Ok(Self { caller, lang, words: api.words.clone() })
    }
}
