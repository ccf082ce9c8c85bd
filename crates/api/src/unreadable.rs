//! Requests that cannot be read: not JSON, of another shape, too large, broken off. What is wrong, where, and what to do
//! next, in the client's language; the parser's own words stay here.

use axum::extract::path::ErrorKind;
use axum::extract::rejection::{JsonRejection, PathRejection, QueryRejection};
use axum::http::StatusCode;
use roznamcha_words::{Arg, Lang, Words};
use serde::de::value::Error as PlainError;
use std::error::Error as StdError;

use crate::Problem;

/// A place in a body that is not JSON.
type Place = (usize, usize);

/// What is wrong with a request.
#[derive(Debug)]
pub(crate) enum Unreadable {
    /// The body is not JSON, from a line and column on.
    NotJson(Place),
    /// The body ends in the middle.
    CutShort(Place),
    /// The body is JSON of another shape: which field, how.
    Shape { field: String, how: &'static str, at: Place },
    /// The body is not said to be JSON.
    Media,
    /// The body is too large.
    TooLarge,
    /// The body did not come whole.
    Broken(StatusCode),
    /// A parameter of the path or the query.
    Parameter { name: String, code: &'static str },
}

/// The error in the chain that is of this type.
fn within<'a, E: StdError + 'static>(error: &'a (dyn StdError + 'static)) -> Option<&'a E> {
    let mut at = Some(error);
    while let Some(error) = at {
        if let Some(found) = error.downcast_ref::<E>() {
            return Some(found);
        }
        at = error.source();
    }
    None
}

/// What stands between the first two backticks of a parser's message.
pub(crate) fn quoted(message: &str) -> Option<&str> {
    message.split('`').nth(1)
}

/// The field of a shape that does not fit: its path, and for one left out or not known its name.
fn field(path: &str, message: &str) -> (String, &'static str) {
    let inside = match path {
        "." | "?" => "",
        path => path,
    };
    let named = |name: &str| match inside {
        "" => name.to_owned(),
        inside if inside.ends_with(name) => inside.to_owned(),
        inside => format!("{inside}.{name}"),
    };
    let how = match message {
        m if m.starts_with("missing field") => "unreadable-missing",
        m if m.starts_with("unknown field") => "unreadable-unknown",
        _ => "unreadable-type",
    };
    match (how, quoted(message)) {
        ("unreadable-type", _) | (_, None) => (inside.to_owned(), how),
        (_, Some(name)) => (named(name), how),
    }
}

impl From<&JsonRejection> for Unreadable {
    fn from(rejection: &JsonRejection) -> Self {
        match rejection {
            JsonRejection::MissingJsonContentType(_) => return Self::Media,
            JsonRejection::BytesRejection(_) if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE => {
                return Self::TooLarge;
            }
            _ => {}
        }
        let pathed = within::<serde_path_to_error::Error<serde_json::Error>>(rejection);
        let error = pathed.map(serde_path_to_error::Error::inner).or_else(|| within(rejection));
        let Some(error) = error else { return Self::Broken(rejection.status()) };
        let at = (error.line(), error.column());
        if error.is_data() {
            let path = pathed.map(|e| e.path().to_string()).unwrap_or_default();
            let (field, how) = field(&path, &error.to_string());
            Self::Shape { field, how, at }
        } else if error.is_eof() {
            Self::CutShort(at)
        } else {
            Self::NotJson(at)
        }
    }
}

impl From<&QueryRejection> for Unreadable {
    fn from(rejection: &QueryRejection) -> Self {
        let error = within::<serde_path_to_error::Error<PlainError>>(rejection);
        let found = error.map(|e| field(&e.path().to_string(), &e.inner().to_string()));
        let (name, how) = found.unwrap_or_default();
        let code = if how == "unreadable-missing" { how } else { "unreadable-parameter" };
        Self::Parameter { name, code }
    }
}

impl From<&PathRejection> for Unreadable {
    fn from(rejection: &PathRejection) -> Self {
        let name = match rejection {
            PathRejection::FailedToDeserializePathParams(failed) => match failed.kind() {
                ErrorKind::ParseErrorAtKey { key, .. }
                | ErrorKind::InvalidUtf8InPathParam { key }
                | ErrorKind::DeserializeError { key, .. } => key.clone(),
                _ => String::new(),
            },
            _ => String::new(),
        };
        Self::Parameter { name, code: "unreadable-parameter" }
    }
}

impl Unreadable {
    fn status(&self) -> StatusCode {
        match self {
            Self::NotJson(_) | Self::CutShort(_) | Self::Parameter { .. } => StatusCode::BAD_REQUEST,
            Self::Shape { .. } => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Media => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Broken(status) => *status,
        }
    }

    /// The problem in a language.
    pub(crate) fn problem(&self, lang: Lang, words: &Words) -> Problem {
        let place = |key: &str, (line, column): Place| {
            let number = |n: usize| Arg::Num(i64::try_from(n).unwrap_or(i64::MAX));
            words.say_with(lang, key, &[("line", number(line)), ("column", number(column))])
        };
        let (detail, faults) = match self {
            Self::NotJson(at) => (place("unreadable-not-json", *at), Vec::new()),
            Self::CutShort(at) => (place("unreadable-cut-short", *at), Vec::new()),
            Self::Shape { field, how, at } => (place("unreadable-shape", *at), vec![(field.clone(), *how)]),
            Self::Media => (words.say(lang, "unreadable-media"), Vec::new()),
            Self::TooLarge => (words.say(lang, "unreadable-large"), Vec::new()),
            Self::Broken(_) => (words.say(lang, "unreadable-broken"), Vec::new()),
            Self::Parameter { name, code } => {
                (words.say(lang, "unreadable-parameters"), vec![(name.clone(), *code)])
            }
        };
        Problem::unreadable(self.status(), &detail, &faults, lang, words)
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn a_field_is_named_by_its_path() {
        assert_eq!(field(".", "missing field `id` at line 1"), ("id".to_owned(), "unreadable-missing"));
        assert_eq!(field("a.b", "missing field `c`"), ("a.b.c".to_owned(), "unreadable-missing"));
        assert_eq!(field("extra", "unknown field `extra`"), ("extra".to_owned(), "unreadable-unknown"));
        assert_eq!(field("id", "invalid type: integer `7`"), ("id".to_owned(), "unreadable-type"));
    }
}
