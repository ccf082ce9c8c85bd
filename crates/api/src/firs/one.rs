//! `GET /firs/{act}`: one report.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// A report as this officer may see it.
#[derive(Serialize, ToSchema)]
pub struct FirShape {
    /// Parts of it that are shown; all else is masked or left out.
    shown: Vec<String>,
    /// How often each document of it was printed.
    #[schema(value_type = Object)]
    prints: std::collections::BTreeMap<String, u32>,
    /// The report: `office`, `act`, `seq`, `leaf`, `no`, `year`, `entries`, `registered`, `writer`, `fir`, `sections`
    /// (with their history: as written, added, struck), `signed`, `copies`, `sealed`, `strikes`, `gone`.
    #[schema(value_type = Object)]
    report: serde_json::Value,
}

/// A First Information Report, with its persons where this officer may see them, else its heading.
#[utoipa::path(get, path = "/firs/{act}", tag = "firs", security(("token" = [])),
    params(("act" = String, Path, description = "id of the act that registered it"),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
        ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 200, body = FirShape), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn one(
    State(api): State<Api>,
    client: Client,
    Path(act): Path<String>,
) -> Result<axum::Json<FirShape>, Problem> {
    let view = api.records.fir(&client.caller, &act).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(FirShape {
        shown: view.fields.iter().map(|f| f.as_str().to_owned()).collect(),
        prints: view.prints.into_iter().collect(),
        report: serde_json::to_value(&view.row).unwrap_or_default(),
    }))
}
