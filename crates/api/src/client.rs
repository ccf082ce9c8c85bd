//! Who calls: a bearer token, the purpose of this request, the language of its errors.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{StatusCode, header};
use roznamcha_records::{Caller, Claim, DoorError, Purpose};
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

/// What a request says of who sends it.
struct Said {
    lang: Lang,
    token: String,
    request: String,
    /// The purpose and the case; an error for a purpose there is not.
    purpose: Result<Option<(Purpose, String)>, DoorError>,
}

impl Said {
    fn of(parts: &Parts, api: &Api) -> Result<Self, Problem> {
        let lang = lang_of(&parts.headers);
        let text = |name: &str| parts.headers.get(name).and_then(|v| v.to_str().ok());
        let token = text(header::AUTHORIZATION.as_str()).and_then(|v| v.strip_prefix("Bearer "));
        let token = token.ok_or_else(|| Problem::of(DoorError::SignedOut, lang, &api.words))?;
        let purpose = text("x-purpose").map(|code| {
            let case: String = text("x-case").unwrap_or_default().chars().take(100).collect();
            code.trim().parse().map(|purpose| (purpose, case))
        });
        let fault = |_| {
            let fault = roznamcha_acts::FieldFault { field: "X-Purpose".into(), code: "fault-choice".into() };
            DoorError::Refused(roznamcha_acts::Refusal::Fields { faults: vec![fault] })
        };
        Ok(Self {
            lang,
            token: token.trim().to_owned(),
            request: text("x-request-id").unwrap_or("-").to_owned(),
            purpose: purpose.transpose().map_err(fault),
        })
    }
}

impl FromRequestParts<Api> for Client {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let said = Said::of(parts, api)?;
        let problem = |e| Problem::of(e, said.lang, &api.words);
        let mut caller = api.records.caller(&said.token, &said.request).await.map_err(problem)?;
        if caller.must_change_password() && parts.uri.path() != "/session/password" {
            return Err(problem(DoorError::NotAllowed { key: "password-first".to_owned() }));
        }
        if let Some((purpose, case)) = said.purpose.map_err(problem)? {
            caller = caller.for_purpose(purpose, &case);
        }
        Ok(Self { caller, lang: said.lang, words: api.words.clone() })
    }
}

/// Who claims to be signed in: enough to perform an act, which confirms it, and for nothing else.
pub struct Claimant {
    /// The claim.
    pub claim: Claim,
    lang: Lang,
}

impl Claimant {
    /// The client, read anew.
    ///
    /// # Errors
    /// The problem of a session that ended.
    pub async fn confirmed(&self, api: &Api) -> Result<Client, Problem> {
        let caller = api.records.confirm(&self.claim).await;
        let caller = caller.map_err(|e| Problem::of(e, self.lang, &api.words))?;
        Ok(Client { caller, lang: self.lang, words: api.words.clone() })
    }

    /// The problem of an error of the door.
    pub fn problem(&self, error: DoorError, api: &Api) -> Problem {
        Problem::of(error, self.lang, &api.words)
    }
}

impl FromRequestParts<Api> for Claimant {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        let said = Said::of(parts, api)?;
        let problem = |e| Problem::of(e, said.lang, &api.words);
        let mut claim = api.records.claim(&said.token, &said.request).await.map_err(problem)?;
        match said.purpose {
            Ok(None) => {}
            Ok(Some((purpose, case))) => claim = claim.for_purpose(purpose, &case),
            // Whoever is not signed in is told that first.
            Err(error) => return Err(problem(api.records.confirm(&claim).await.err().unwrap_or(error))),
        }
        Ok(Self { claim, lang: said.lang })
    }
}
