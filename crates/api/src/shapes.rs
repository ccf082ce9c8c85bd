//! Shapes that several routes share. The wire's shape is its own: a change of it shows in the snapshot of the
//! document.

use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::request::Parts;
use roznamcha_records::{EntryView, FirLine, Receipt};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::problem::lang_of;
use crate::unreadable::Unreadable;
use crate::{Api, Client, Problem};

/// A JSON body; one that cannot be read is a problem of the one shape, in the client's language.
pub struct Json<T>(pub T);

/// Query parameters, likewise.
pub struct Query<T>(pub T);

/// Path parameters, likewise.
pub struct Path<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Api> for Json<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, api: &Api) -> Result<Self, Problem> {
        let lang = lang_of(request.headers());
        match axum::Json::from_request(request, api).await {
            Ok(axum::Json(value)) => Ok(Self(value)),
            Err(rejection) => Err(Unreadable::from(&rejection).problem(lang, &api.words)),
        }
    }
}

impl<T: DeserializeOwned> FromRequestParts<Api> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        match axum::extract::Query::from_request_parts(parts, api).await {
            Ok(axum::extract::Query(value)) => Ok(Self(value)),
            Err(rejection) => Err(Unreadable::from(&rejection).problem(lang_of(&parts.headers), &api.words)),
        }
    }
}

impl<T: DeserializeOwned + Send> FromRequestParts<Api> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, api: &Api) -> Result<Self, Problem> {
        match axum::extract::Path::from_request_parts(parts, api).await {
            Ok(axum::extract::Path(value)) => Ok(Self(value)),
            Err(rejection) => Err(Unreadable::from(&rejection).problem(lang_of(&parts.headers), &api.words)),
        }
    }
}

/// A page and where the next begins.
#[derive(Serialize, ToSchema)]
pub struct Page<T> {
    /// The items.
    pub items: Vec<T>,
    /// Give this as `after` for the next page; absent on the last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
}

/// Which page.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct PageParams {
    /// `next` of the page before.
    #[serde(default)]
    pub after: Option<String>,
    /// Items to the page, at most 200.
    #[serde(default)]
    pub limit: Option<u32>,
}

impl PageParams {
    /// Where the page before ended.
    pub(crate) fn position(&self, client: &Client) -> Result<Option<(i64, String, String)>, Problem> {
        let read = |text: &String| unseek(text).ok_or_else(|| client.fault("after", "fault-unreadable"));
        self.after.as_ref().map(read).transpose()
    }
}

/// The receipt of an act.
#[derive(Serialize, ToSchema)]
pub struct ReceiptShape {
    act: String,
    office: String,
    /// Number in the office's journal.
    seq: u64,
    /// Leaf hash, hex.
    leaf: String,
    /// The office's clock.
    written: String,
    /// Register entries, `register/part/period/serial`.
    entries: Vec<String>,
    /// Flags that stand for ever.
    flags: Vec<String>,
    /// The act had been written before.
    repeated: bool,
}

impl From<Receipt> for ReceiptShape {
    fn from(r: Receipt) -> Self {
        Self {
            act: r.act,
            office: r.office,
            seq: r.seq,
            leaf: r.leaf.to_string(),
            written: r.written.to_string(),
            entries: r.entries.iter().map(ToString::to_string).collect(),
            flags: r.flags.iter().map(|f| f.as_str().to_owned()).collect(),
            repeated: r.repeated,
        }
    }
}

/// A line of a register.
#[derive(Serialize, ToSchema)]
pub struct EntryShape {
    /// Something in it is masked for this officer.
    masked: bool,
    /// `office`, `entry`, `act`, `seq`, `kind`, `subject`, `officer`, `rank`, `happened`, `informed`,
    /// `stated`, `written`,
    /// `flags`, `cells` (key, value, kind, personal), `strikes`, `sealed`, `gone`.
    #[schema(value_type = Object)]
    entry: serde_json::Value,
}

impl From<EntryView> for EntryShape {
    fn from(view: EntryView) -> Self {
        Self { masked: view.masked, entry: serde_json::to_value(&view.row).unwrap_or_default() }
    }
}

/// Heading of a report.
#[derive(Serialize, ToSchema)]
pub struct FirLineShape {
    office: String,
    act: String,
    no: u64,
    year: i16,
    registered: String,
    sections: Vec<String>,
    io: Option<String>,
    unsigned: bool,
    unsent: Vec<String>,
    sealed: bool,
    gone: bool,
}

impl From<FirLine> for FirLineShape {
    fn from(l: FirLine) -> Self {
        Self {
            office: l.office,
            act: l.act,
            no: l.no,
            year: l.year,
            registered: l.registered.to_string(),
            sections: l.sections,
            io: l.io,
            unsigned: l.unsigned,
            unsent: l.unsent.iter().map(|c| c.as_str().to_owned()).collect(),
            sealed: l.sealed,
            gone: l.gone,
        }
    }
}

/// A seek position `value,office,key` as text, and back.
pub fn seek(position: Option<(i64, String, String)>) -> Option<String> {
    position.map(|(value, office, key)| format!("{value},{office},{key}"))
}

/// Reads a seek position.
fn unseek(text: &str) -> Option<(i64, String, String)> {
    let mut parts = text.splitn(3, ',');
    Some((parts.next()?.parse().ok()?, parts.next()?.to_owned(), parts.next()?.to_owned()))
}
