//! Colleagues by name, belt number or code: for the picker of a form.

use axum::Json;
use axum::extract::{Query, State};
use roznamcha_acts::FieldFault;
use roznamcha_acts::views::StaffRow;
use roznamcha_records::DoorError;
use roznamcha_words::{digits, fold};
use serde::{Deserialize, Serialize};

use super::form::fault;
use super::picker::Chip;
use crate::ctx::Voice;
use crate::fir::typed::Typed;
use crate::{Ctx, Pages, Problem};

/// Choices the picker shows.
const MOST: usize = 12;

/// What was typed into the picker.
#[derive(Debug, Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
}

/// A choice.
#[derive(Debug, Serialize)]
pub(crate) struct Found {
    value: String,
    label: String,
    hint: String,
}

/// `GET /diary/officers?q=`: officers posted at the caller's own office.
pub(crate) async fn pick(
    State(pages): State<Pages>,
    ctx: Ctx,
    Query(asked): Query<Asked>,
) -> Result<Json<Vec<Found>>, Problem> {
    let staff = pages.records.colleagues(&ctx.caller).await.map_err(|e| ctx.problem(e))?;
    let wanted = fold::fold(&asked.q);
    let found = staff.iter().filter(|o| answers(o, &wanted)).take(MOST).map(|o| Found {
        value: o.officer.clone(),
        label: label(&ctx.voice, o),
        hint: digits::ascii(&o.belt_no),
    });
    Ok(Json(found.collect()))
}

fn answers(officer: &StaffRow, wanted: &str) -> bool {
    let places = [&officer.name_ur, &officer.name_en, &officer.belt_no, &officer.officer];
    places.into_iter().any(|p| fold::fold(p).contains(wanted))
}

/// An officer's name in the reader's language.
pub(crate) fn label(voice: &Voice, officer: &StaffRow) -> String {
    voice.pick(&officer.name_en, &officer.name_ur).to_owned()
}

/// Officers chosen in a form, and those typed without the picker by code or belt number, each named once.
pub(crate) async fn chosen(
    pages: &Pages,
    ctx: &Ctx,
    typed: &Typed,
) -> Result<(Vec<Chip>, Vec<FieldFault>), DoorError> {
    let mut codes: Vec<&str> = typed.all("officers");
    let between = [',', '،', ' ', '\n'];
    codes.extend(typed.get("officers_typed").split(between).filter(|c| !c.is_empty()));
    if codes.is_empty() {
        return Ok((Vec::new(), Vec::new()));
    }
    let staff = pages.records.colleagues(&ctx.caller).await?;
    let mut chips: Vec<Chip> = Vec::new();
    let mut faults = Vec::new();
    for code in codes {
        let plain = digits::ascii(code);
        match staff.iter().find(|o| o.officer == code || o.belt_no == plain) {
            Some(o) if chips.iter().any(|c| c.value == o.officer) => {}
            Some(o) => chips.push(Chip { value: o.officer.clone(), label: label(&ctx.voice, o) }),
            None => faults.push(fault("officers", "fault-officer-unknown")),
        }
    }
    Ok((chips, faults))
}
