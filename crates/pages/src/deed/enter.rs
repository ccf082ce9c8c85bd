//! `/register/{no}/enter?part=`: an entry typed into a register that has no act of its own. Its form is made from the
//! columns of that part.

use axum::Form as Sent;
use axum::extract::{Path, Query, State};
use axum::response::Response;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::Refusal;
use roznamcha_records::DoorError;
use roznamcha_statute::{Part, RegisterNo};
use serde::Deserialize;
use serde_json::{Map, Value};

use crate::station::choose;
use crate::station::form;
use crate::{Ctx, Pages, Problem};

use super::columns;
use super::stock::{Stock, office_name};
use super::work::Job;

type Pairs = Vec<(String, String)>;

/// Which part of which office's book.
#[derive(Default, Deserialize)]
pub(crate) struct Asked {
    office: Option<String>,
    part: Option<String>,
}

/// The leave that an entry in a part needs.
pub(crate) fn leave(register: &str, part: &str) -> Action {
    match (register, part) {
        ("13" | "14", _) => Action::WriteMinute,
        ("9", "V") => Action::WriteVillageNote,
        _ => Action::KeepBook,
    }
}

/// Whether this officer may type an entry into that part now.
pub(crate) fn may_enter(pages: &Pages, ctx: &Ctx, office: &str, register: &str, part: &str) -> bool {
    let typed = columns::part_of(pages, ctx, register, part).is_some_and(columns::is_typed);
    typed && pages.records.may(&ctx.caller, leave(register, part), ResourceKind::Office, office)
}

/// `GET /register/{no}/enter`
pub(crate) async fn show(
    State(pages): State<Pages>,
    ctx: Ctx,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
    Query(pairs): Query<Pairs>,
) -> Result<Response, Problem> {
    let path = format!("/register/{number}/enter");
    let Some(office) = choose::office_of(&pages, &ctx, asked.office.as_deref()) else {
        return Ok(choose::choose(&pages, &ctx, &path));
    };
    let part = asked.part.as_deref().unwrap_or("-");
    let job = job(&pages, &ctx, &number, part, &office).await.map_err(|e| ctx.problem(e))?;
    Ok(job.blank(&pages, &ctx, &pairs))
}

/// `POST /register/{no}/enter`
pub(crate) async fn send(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
    Sent(pairs): Sent<Pairs>,
) -> Result<Response, Problem> {
    let part = asked.part.as_deref().unwrap_or("-");
    form::at(&mut ctx, &format!("/register/{number}/enter?part={part}"));
    let said = pairs.iter().find(|(name, _)| name == "office").map(|(_, office)| office.clone());
    let office = said.unwrap_or_else(|| ctx.caller.office().to_owned());
    let job = job(&pages, &ctx, &number, part, &office).await.map_err(|e| ctx.problem(e))?;
    job.send(&pages, &ctx, pairs).await
}

async fn job(pages: &Pages, ctx: &Ctx, number: &str, part: &str, office: &str) -> Result<Job, DoorError> {
    let page = columns::part_of(pages, ctx, number, part).ok_or(DoorError::NotFound)?;
    if !columns::is_typed(page) {
        return Err(DoorError::Refused(Refusal::order("order-posted-by-its-act", "PPR-22.45")));
    }
    if !may_enter(pages, ctx, office, number, part) {
        return Err(DoorError::NotAllowed { key: "denied".to_owned() });
    }
    let stock = Stock::of_officers(pages, ctx, office).await?;
    let columns = columns::columns(pages, ctx, page).into_iter().filter(columns::typed_with_entry);
    let name = |key: &str| format!("cells.{key}");
    let inputs = columns.map(|c| columns::input(ctx, &stock, c, name(&c.key), c.pen.needed)).collect();
    let text = |value: &str| Value::String(value.to_owned());
    let base = [("register", text(number)), ("part", text(part))];
    let (title, about) = heading(pages, ctx, page);
    let office_of = office_name(pages, ctx, office);
    let job = Job {
        kind: "book.enter",
        office: office.to_owned(),
        path: format!("/register/{number}/enter?part={part}"),
        title,
        about: [about, office_of].into_iter().filter(|t| !t.is_empty()).collect::<Vec<_>>().join(" · "),
        back: format!("/register/{number}?office={office}&part={part}"),
        of: format!("{number}/{part}"),
        inputs,
        base: base.into_iter().map(|(k, v)| (k.to_owned(), v)).collect::<Map<_, _>>(),
        nest: Some("cells"),
        text: true,
        stock,
    };
    Ok(job.with_hour(ctx))
}

/// The register's name; the part's, where it has several.
fn heading(pages: &Pages, ctx: &Ctx, page: &Part) -> (String, String) {
    let number: RegisterNo = page.register;
    let book = pages.records.statute();
    let register = book.register(number);
    let name = register.map(|r| format!("{} · {}", number.roman(), ctx.voice.pick(&r.en, &r.ur)));
    (name.unwrap_or_default(), ctx.voice.pick(&page.en, &page.ur).to_owned())
}
