//! `GET /searches/{office}/{act}`: a search with its candidates.

use axum::extract::State;
use roznamcha_records::SearchView;
use serde::Serialize;
use serde_json::Value;
use utoipa::ToSchema;

use super::{value, values};
use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// A search as this officer may see it.
#[derive(Serialize, ToSchema)]
pub struct SearchShape {
    /// Parts of a person that are shown; all else is masked.
    shown: Vec<String>,
    /// The slip: `probe`, `asked_by`, `case`, `person`, `scene`, `state`, `lists`, `answers`.
    #[schema(value_type = Object)]
    search: Value,
    /// The prints searched with: finger, quality, minutiae; no template.
    #[schema(value_type = Vec<Object>)]
    prints: Vec<Value>,
    /// The enrolment at which it is made.
    #[schema(value_type = Option<Object>)]
    enrolled: Option<Value>,
    /// Candidates whose enrolment stands, the likeliest first: `listed`, `named`, `row`, `case`, `mine`, `blind`,
    /// `identified`. Whose enrolment it is (`row`, `case`) is shown once this officer has examined it, or the search is
    /// closed.
    #[schema(value_type = Vec<Object>)]
    candidates: Vec<Value>,
    /// Candidates who were freed since, or whose prints were destroyed.
    withdrawn: usize,
    /// Something, answers among it, is kept from this officer until he has examined what another has.
    blind: bool,
}

impl From<SearchView> for SearchShape {
    fn from(view: SearchView) -> Self {
        Self {
            shown: view.fields.iter().map(|f| f.as_str().to_owned()).collect(),
            search: value(&view.row),
            prints: values(&view.prints),
            enrolled: view.enrolled.as_ref().map(value),
            candidates: values(&view.candidates),
            withdrawn: view.withdrawn,
            blind: view.blind,
        }
    }
}

/// A search with its candidates. While it is open a candidate is named to those who have examined it; of a latent, what
/// another examiner found is not shown until this officer has examined the candidate.
#[utoipa::path(get, path = "/searches/{office}/{act}", tag = "cro", security(("token" = [])),
    params(("office" = String, Path), ("act" = String, Path),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 200, body = SearchShape), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn one(
    State(api): State<Api>,
    client: Client,
    Path((office, act)): Path<(String, String)>,
) -> Result<axum::Json<SearchShape>, Problem> {
    let view = api.records.search_view(&client.caller, &office, &act).await;
    Ok(axum::Json(view.map_err(|e| client.problem(e))?.into()))
}
