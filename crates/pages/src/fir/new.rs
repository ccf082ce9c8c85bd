//! `/fir/new`: the First Information Report, typed (Form 24.5(1)).

use askama::Template;
use axum::Form as Sent;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::FieldFault;
use roznamcha_acts::kinds::FirRegister;
use roznamcha_records::{DoorError, Likely, NewAct};
use roznamcha_sheets::people;
use roznamcha_words::{dates, digits};

use crate::problem::status_of;
use crate::shell::page;
use crate::{Ctx, Pages, Problem, Shell};

use super::field::{Choice, Form, Look, PropertyFields, Select};
use super::typed::{Typed, moment};
use super::{law, read};

/// Name of the draft, kept per officer.
pub(crate) const DRAFT: &str = "fir-new";

#[derive(Template)]
#[template(path = "fir/new.html")]
struct NewPage {
    shell: Shell,
    form: Form,
    /// Sections chosen: code and label.
    chosen: Vec<Choice>,
    officers: Vec<Choice>,
    likely: Vec<LikelyLine>,
    /// Whole hours between occurrence and report, when they are many.
    late: Option<i64>,
    /// Something was sent already: the typed values stand in the page.
    again: bool,
    can_print: bool,
}

/// A report that may be of the same occurrence.
struct LikelyLine {
    act: String,
    title: String,
    registered: String,
    why: Vec<String>,
}

impl NewPage {
    fn bearings(&self) -> Select {
        let codes = ["here", "n", "ne", "e", "se", "s", "sw", "w", "nw"];
        let choices = self.form.choices("bearing-", &codes);
        self.form.select("place.bearing", "fir-direction", "not-recorded", choices)
    }

    fn seals(&self) -> Select {
        self.form.select("seal", "seal-reason", "seal-none", self.form.choices("seal-", &SEALS))
    }

    fn marks(&self) -> Vec<Choice> {
        self.form.choices("mark-", &["signature", "left_thumb", "right_thumb", "written"])
    }

    fn ios(&self) -> Select {
        self.form.select("io", "fir-investigator", "fir-io-later", self.officers.clone())
    }

    fn n(&self, number: impl TryInto<i64>) -> String {
        digits::number(self.form.voice.lang, number.try_into().unwrap_or(0))
    }

    fn property(&self, at: String) -> PropertyFields<'_> {
        PropertyFields { form: &self.form, at }
    }

    fn delay_hint(&self) -> String {
        self.late.map_or_else(
            || self.form.t("fir-delay-when"),
            |hours| self.form.voice.n("fir-delay-hint", "hours", hours),
        )
    }
}

/// Codes of reasons for sealing; labels are `seal-` and the code.
pub(crate) const SEALS: [&str; 5] =
    ["protected-offence", "child-victim", "juvenile-accused", "informer", "court-order"];

/// `GET /fir/new`
pub(crate) async fn form(State(pages): State<Pages>, ctx: Ctx) -> Result<Response, Problem> {
    if !pages.records.may(&ctx.caller, Action::RegisterFir, ResourceKind::Office, ctx.caller.office()) {
        return Err(ctx.problem(DoorError::NotAllowed { key: "denied".to_owned() }));
    }
    let mut typed = Typed::default();
    typed.set("reported", dates::machine(pages.records.now().local().datetime()));
    render(&pages, &ctx, Form::new(&ctx.voice, "", typed), Vec::new(), StatusCode::OK).await
}

/// `POST /fir/new`
pub(crate) async fn register(
    State(pages): State<Pages>,
    ctx: Ctx,
    Sent(pairs): Sent<Vec<(String, String)>>,
) -> Result<Response, Problem> {
    let mut typed = Typed::read(pairs).compact(&read::GROUPS);
    // A browser without script asks for one more row.
    if let Some(group) = typed.opt("more").filter(|group| read::GROUPS.contains(&group.as_str())) {
        let next = format!("{group}.{}.-", typed.rows(&group));
        typed.add(&next, "");
        return render(&pages, &ctx, Form::new(&ctx.voice, "", typed), Vec::new(), StatusCode::OK).await;
    }
    let id = typed.act_id();
    let fir = match read::report(&typed, &pages.records, &ctx, false) {
        Ok(fir) => fir,
        Err(faults) => return refused(&pages, &ctx, typed, &faults).await,
    };
    let likely = likely(&pages, &ctx, &fir, &id.to_string()).await?;
    if !likely.is_empty() {
        if !typed.ticked("confirmed_not_duplicate") {
            let form = Form::new(&ctx.voice, "", typed);
            return render(&pages, &ctx, form, likely, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
        if typed.opt("duplicate_reason").is_none() {
            let code = "fault-duplicate-reason".to_owned();
            let faults = [FieldFault { field: "duplicate_reason".to_owned(), code }];
            let form = Form::new(&ctx.voice, "", typed).with_faults(&faults);
            return render(&pages, &ctx, form, likely, StatusCode::UNPROCESSABLE_ENTITY).await;
        }
    }
    match pages.records.perform(&ctx.caller, NewAct::now(id, fir.into())).await {
        Ok(receipt) => {
            // The act is written; a draft that stays behind is only a leftover.
            if let Err(error) = pages.records.discard_draft(&ctx.caller, &id.to_string()).await {
                tracing::warn!(%error, "the draft of a registered report was not discarded");
            }
            Ok(Redirect::to(&format!("/fir/{}?new=1", receipt.act)).into_response())
        }
        Err(error @ (DoorError::SignedOut | DoorError::PurposeNeeded { .. })) => Err(ctx.problem(error)),
        Err(error) => {
            let status = status_of(&error);
            let form = Form::new(&ctx.voice, "", typed).with_error(&error);
            render(&pages, &ctx, form, likely, status).await
        }
    }
}

/// The form again, with its faults.
pub(crate) async fn refused(
    pages: &Pages,
    ctx: &Ctx,
    typed: Typed,
    faults: &[FieldFault],
) -> Result<Response, Problem> {
    let form = Form::new(&ctx.voice, "", typed).with_faults(faults);
    render(pages, ctx, form, Vec::new(), StatusCode::UNPROCESSABLE_ENTITY).await
}

/// Reports that may be of the same occurrence; this one itself, sent a second time, is not one of them.
async fn likely(pages: &Pages, ctx: &Ctx, fir: &FirRegister, act: &str) -> Result<Vec<Likely>, Problem> {
    let (cnic, phone) = (fir.informant.cnic.as_deref(), fir.informant.phone.as_deref());
    let found = pages.records.likely_same(&ctx.caller, cnic, phone, &fir.sections, fir.occurred_from).await;
    let mut found = found.map_err(|e| ctx.problem(e))?;
    found.retain(|l| l.line.act != act);
    Ok(found)
}

async fn render(
    pages: &Pages,
    ctx: &Ctx,
    form: Form,
    likely: Vec<Likely>,
    status: StatusCode,
) -> Result<Response, Problem> {
    let colleagues = pages.records.colleagues(&ctx.caller).await.map_err(|e| ctx.problem(e))?;
    let investigates = |role: Option<&str>| matches!(role, Some("io" | "sho" | "duty_officer"));
    let officers = colleagues.iter().filter(|c| investigates(c.current().map(|p| p.role.as_str())));
    let book = pages.records.statute();
    let officers = officers.map(|c| Choice {
        value: c.officer.clone(),
        label: people::named(&ctx.voice, book, c, c.current().map_or("", |p| p.rank.as_str())),
    });
    let typed = &form.typed;
    let day = moment(typed.get("occurred_from")).map_or_else(|| pages.records.now().day(), |m| m.day());
    let chosen = typed.all("sections").into_iter().map(|code| Choice {
        value: code.to_owned(),
        label: law::in_words(&ctx.voice, book, code, ctx.caller.province(), day),
    });
    let (officers, chosen) = (officers.collect(), chosen.collect());
    let again = status != StatusCode::OK;
    let view = NewPage {
        shell: Shell::new(pages, ctx, ctx.t("fir-new")),
        chosen,
        officers,
        likely: likely.iter().map(|l| likely_line(ctx, l)).collect(),
        late: hours_late(typed),
        again,
        can_print: pages.press.is_some(),
        form,
    };
    Ok(page(status, &view))
}

/// Whole hours between occurrence and report, when more than a day.
fn hours_late(typed: &Typed) -> Option<i64> {
    let end = typed.opt("occurred_to").or_else(|| typed.opt("occurred_from"))?;
    let hours = moment(typed.get("reported"))?.seconds_since(moment(&end)?) / 3600;
    (hours >= 24).then_some(hours)
}

fn likely_line(ctx: &Ctx, likely: &Likely) -> LikelyLine {
    let line = &likely.line;
    LikelyLine {
        act: line.act.clone(),
        title: format!("{}/{}", line.no, line.year),
        registered: dates::date_time(ctx.voice.lang, line.registered.local().datetime()),
        why: likely.why.iter().map(|why| ctx.t(why)).collect(),
    }
}
