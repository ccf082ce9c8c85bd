//! `GET /offices/{office}/inspection`: what an inspecting officer must see of a station on the day.

use axum::extract::State;
use roznamcha_records::{InspectionPack, PackCell, PackLead, PackRow, PackSection};
use serde::Serialize;
use utoipa::ToSchema;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// A line.
#[derive(Serialize, ToSchema)]
pub struct PackRowShape {
    /// Its values, as the section's columns: codes as codes, days and hours as machines read them, sums in paisa.
    cells: Vec<String>,
    /// The entry it leads to: `19/-/2026/4`.
    entry: Option<String>,
    /// The case it leads to: id of the act that registered its report.
    fir: Option<String>,
    /// The check of the books it leads to.
    check: Option<String>,
}

/// One thing to see.
#[derive(Serialize, ToSchema)]
pub struct PackSectionShape {
    /// `health`, `overdue`, `pendency`, `justice`, `lockup`, `store`, `roads`, `cash`, `arms`, `reviews`, `unattested`,
    /// `unread`, `directions`, `visits`.
    section: &'static str,
    /// How many there are in all.
    total: u64,
    /// Whether a total other than none asks for something to be done.
    wants: bool,
    columns: &'static [&'static str],
    /// At most fifty, the most pressing first.
    rows: Vec<PackRowShape>,
}

/// What an inspecting officer must see of a station on the day.
#[derive(Serialize, ToSchema)]
pub struct InspectionShape {
    office: String,
    /// When the books were looked at.
    at: String,
    /// When the nightly check last ran.
    checked: Option<String>,
    sections: Vec<PackSectionShape>,
}

fn cell(cell: PackCell) -> String {
    match cell {
        PackCell::Empty => String::new(),
        PackCell::Words(text) | PackCell::Key(text) | PackCell::Officer(text) => text,
        PackCell::Code(_, code) => code,
        PackCell::Law(en, _) => en,
        PackCell::Count(n) => n.to_string(),
        PackCell::Money(paisa) => paisa.to_string(),
        PackCell::Day(day) => day.to_string(),
        PackCell::Moment(at) => at.to_string(),
    }
}

impl From<PackRow> for PackRowShape {
    fn from(row: PackRow) -> Self {
        let (mut entry, mut fir, mut check) = (None, None, None);
        match row.lead {
            Some(PackLead::Entry(at)) => entry = Some(at.to_string()),
            Some(PackLead::Case(act)) => fir = Some(act),
            Some(PackLead::Check(id)) => check = Some(id),
            None => {}
        }
        Self { cells: row.cells.into_iter().map(cell).collect(), entry, fir, check }
    }
}

impl From<PackSection> for PackSectionShape {
    fn from(section: PackSection) -> Self {
        Self {
            section: section.code,
            total: section.total,
            wants: section.wants,
            columns: section.columns,
            rows: section.rows.into_iter().map(PackRowShape::from).collect(),
        }
    }
}

impl From<InspectionPack> for InspectionShape {
    fn from(pack: InspectionPack) -> Self {
        Self {
            office: pack.office,
            at: pack.at.to_string(),
            checked: pack.checked.map(|at| at.to_string()),
            sections: pack.sections.into_iter().map(PackSectionShape::from).collect(),
        }
    }
}

/// What an inspecting officer must see of a station on the day, filled from its books. Nobody of a case is named.
#[utoipa::path(get, path = "/offices/{office}/inspection", tag = "oversight",
    params(("office" = String, Path), ("X-Purpose" = Option<String>, Header,
        description = "purpose of reading, a code"), ("X-Case" = Option<String>, Header,
        description = "the case it is for")),
    security(("token" = [])),
    responses((status = 200, body = InspectionShape), (status = 400, body = crate::problem::Body),
    (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
    (status = 404, body = crate::problem::Body)))]
pub async fn inspection(
    State(api): State<Api>,
    client: Client,
    Path(office): Path<String>,
) -> Result<axum::Json<InspectionShape>, Problem> {
    let pack = api.records.inspection(&client.caller, &office).await.map_err(|e| client.problem(e))?;
    Ok(axum::Json(pack.into()))
}
