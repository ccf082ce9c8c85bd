//! `GET /cases/{act}`: one case file.

use axum::extract::State;
use roznamcha_records::{AccusedView, CaseFile, ReportView};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::office::DeadlineShape;
use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// A case file as this officer may see it.
#[derive(Serialize, ToSchema)]
pub struct CaseShape {
    /// Parts of the report and its persons that are shown; all else is masked or left out.
    shown: Vec<String>,
    /// Persons and papers are shown; else only how it stands.
    persons: bool,
    /// This officer may ask for the case diaries.
    diaries: bool,
    /// How it stands: `stage`, `since`, `sections`, `ios`, `versions`, `next_date`, `stays`, `outcome`, ...
    #[schema(value_type = Object)]
    case: Value,
    /// The report, as `GET /firs/{act}` has it.
    #[schema(value_type = Object)]
    report: Value,
    /// The accused: `standing`, `person`, `stays` in the lock-up.
    #[schema(value_type = Vec<Object>)]
    accused: Vec<Value>,
    /// The other persons.
    #[schema(value_type = Vec<Object>)]
    parties: Vec<Value>,
    /// Its deadlines, those that run first.
    deadlines: Vec<DeadlineShape>,
    /// Reports under section 173: `report`, `objections`.
    #[schema(value_type = Vec<Object>)]
    reports: Vec<Value>,
    /// Articles of register XIX with their chain.
    #[schema(value_type = Vec<Object>)]
    articles: Vec<Value>,
    /// Road certificates with which they travelled.
    #[schema(value_type = Vec<Object>)]
    roads: Vec<Value>,
    /// Dockets to laboratory and doctor.
    #[schema(value_type = Vec<Object>)]
    dockets: Vec<Value>,
}

fn value(row: &impl Serialize) -> Value {
    serde_json::to_value(row).unwrap_or_default()
}

fn values<T: Serialize>(rows: &[T]) -> Vec<Value> {
    rows.iter().map(value).collect()
}

impl From<CaseFile> for CaseShape {
    fn from(file: CaseFile) -> Self {
        let accused = |a: &AccusedView| json!({"standing": a.row, "person": a.person, "stays": a.stays});
        let report = |r: &ReportView| {
            let lines: Vec<Value> = r.objections.iter().map(|o| value(&o.row)).collect();
            json!({"report": r.row, "objections": lines})
        };
        Self {
            shown: file.fields.iter().map(|f| f.as_str().to_owned()).collect(),
            persons: file.persons,
            diaries: file.diaries,
            case: value(&file.case),
            report: value(&file.fir),
            accused: file.accused.iter().map(accused).collect(),
            parties: values(&file.parties),
            reports: file.reports.iter().map(report).collect(),
            articles: values(&file.articles),
            roads: values(&file.roads),
            dockets: values(&file.dockets),
            deadlines: file.clocks.into_iter().map(DeadlineShape::from).collect(),
        }
    }
}

/// A case file with its persons where this officer may see them, else how it stands.
#[utoipa::path(get, path = "/cases/{act}", tag = "cases", security(("token" = [])),
    params(("act" = String, Path, description = "id of the act that registered its report"),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code"),
        ("X-Case" = Option<String>, Header, description = "the case it is for")),
    responses((status = 200, body = CaseShape), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn one(
    State(api): State<Api>,
    client: Client,
    Path(act): Path<String>,
) -> Result<axum::Json<CaseShape>, Problem> {
    let file = api.records.case_file(&client.caller, &act).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(CaseShape::from(file)))
}
