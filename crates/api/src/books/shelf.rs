//! `GET /offices/{office}/registers`: every register of an office and how it stands.

use axum::extract::State;
use serde::Serialize;
use std::collections::HashMap;
use utoipa::ToSchema;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// A column of a part.
#[derive(Serialize, ToSchema)]
pub struct ColumnShape {
    /// Its key.
    key: String,
    /// English heading.
    en: String,
    /// Urdu heading.
    ur: String,
    /// The numbered box of the printed form.
    #[serde(skip_serializing_if = "Option::is_none")]
    printed_box: Option<u8>,
}

/// A part of a register.
#[derive(Serialize, ToSchema)]
pub struct PartShape {
    /// As entries name it; `-` for the only or first one.
    part: String,
    /// English name.
    en: String,
    /// Urdu name.
    ur: String,
    /// Its statutory columns in order.
    columns: Vec<ColumnShape>,
}

/// A register.
#[derive(Serialize, ToSchema)]
pub struct ShelfShape {
    /// As entries name it: `19`, `w-zimni`.
    register: String,
    /// As the books write it: `XIX`, `W-ZIMNI`.
    roman: String,
    /// `statutory` or `working`.
    kind: String,
    /// English name.
    en: String,
    /// Urdu name.
    ur: String,
    /// The rules and form; empty where it is kept by practice alone.
    rule: String,
    /// No longer kept: the number stays reserved.
    obsolete: bool,
    /// Entries of this calendar year.
    entries: u64,
    /// When the last entry was written.
    #[serde(skip_serializing_if = "Option::is_none")]
    last: Option<String>,
    /// Its parts.
    parts: Vec<PartShape>,
}

/// The 25 registers and the working registers, with their parts and columns, counts and hours; nothing of what the
/// entries say.
#[utoipa::path(get, path = "/offices/{office}/registers", tag = "books", security(("token" = [])),
    params(("office" = String, Path), ("X-Purpose" = Option<String>, Header,
        description = "purpose of reading, a code"), ("X-Case" = Option<String>, Header,
        description = "the case it is for")),
    responses((status = 200, body = Vec<ShelfShape>), (status = 400, body = crate::problem::Body),
        (status = 401, body = crate::problem::Body), (status = 403, body = crate::problem::Body),
        (status = 404, body = crate::problem::Body)))]
pub async fn shelf(
    State(api): State<Api>,
    client: Client,
    Path(office): Path<String>,
) -> Result<axum::Json<Vec<ShelfShape>>, Problem> {
    let marks = api.records.shelf(&client.caller, &office).await.map_err(|e| client.problem(e))?;
    let marks: HashMap<String, _> = marks.into_iter().map(|m| (m.register.clone(), m)).collect();
    let book = api.records.statute();
    let shape = |r: &roznamcha_statute::Register| {
        let register = r.number.written();
        let mark = marks.get(&register);
        ShelfShape {
            roman: r.number.roman(),
            kind: r.kind.to_string(),
            en: r.en.clone(),
            ur: r.ur.clone(),
            rule: r.rule.clone(),
            obsolete: r.obsolete,
            entries: mark.map_or(0, |m| m.entries),
            last: mark.and_then(|m| m.last).map(|at| at.to_string()),
            parts: book.parts(r.number).into_iter().map(|p| part(book, p)).collect(),
            register,
        }
    };
    Ok(axum::Json(book.registers().iter().map(shape).collect()))
}

fn part(book: &roznamcha_records::StatuteBook, part: &roznamcha_statute::Part) -> PartShape {
    let column = |c: &roznamcha_statute::Column| ColumnShape {
        key: c.key.clone(),
        en: c.en.clone(),
        ur: c.ur.clone(),
        printed_box: c.printed_box,
    };
    PartShape {
        part: part.written().to_owned(),
        en: part.en.clone(),
        ur: part.ur.clone(),
        columns: book.columns(part.register, &part.part).into_iter().map(column).collect(),
    }
}
