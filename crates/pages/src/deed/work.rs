//! The one engine of every form: draws it, reads what was typed into the act's content, performs it by the door as the
//! API does, and shows the form again with what the rules say, or the page on which the act shows.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use roznamcha_acts::kinds::Body;
use roznamcha_acts::{FieldFault, Moment, Refusal};
use roznamcha_records::{DoorError, NewAct, Receipt};
use serde_json::{Map, Value};

use crate::fir::field::{Form, Shown};
use crate::fir::law;
use crate::fir::typed::Typed;
use crate::office::show::in_query;
use crate::problem::status_of;
use crate::shell::page;
use crate::station::form;
use crate::{Ctx, Pages, Problem, Shell};

use super::draw::{Drawer, Part};
use super::input::{Input, Shape};
use super::read::{Reader, cases};
use super::stock::Stock;
use super::{fault, fill};

/// A form to be filled in and performed.
pub(crate) struct Job {
    /// The kind of act.
    pub kind: &'static str,
    /// The office in whose books it is written.
    pub office: String,
    /// Where the form is.
    pub path: String,
    /// Its heading.
    pub title: String,
    /// What it is upon, in words; empty for nothing.
    pub about: String,
    /// The page of that.
    pub back: String,
    /// What a draft of it belongs to, where one kind has many: a case, a part of a register.
    pub of: String,
    /// Its fields.
    pub inputs: Vec<Input>,
    /// What of the content is settled.
    pub base: Map<String, Value>,
    /// The typed fields are this part of the content.
    pub nest: Option<&'static str>,
    /// Each typed field is text in the content, whatever it holds.
    pub text: bool,
    /// What is offered.
    pub stock: Stock,
}

#[derive(Template)]
#[template(path = "deed/form.html")]
struct Sheet {
    shell: Shell,
    form: Form,
    action: String,
    about: String,
    back: String,
    draft: String,
    draft_url: String,
    restore: bool,
    fixed: Vec<(&'static str, String)>,
    parts: Vec<Part>,
}

/// The name of the drafts of a kind.
fn draft_of(kind: &str) -> String {
    kind.replace('.', "-")
}

impl Job {
    /// When it happened, where that was not now: the last field of every form.
    pub(crate) fn with_hour(mut self, ctx: &Ctx) -> Self {
        self.inputs.push(Input {
            name: "happened".to_owned(),
            label: ctx.t("deed-happened"),
            hint: ctx.t("deed-happened-hint"),
            must: false,
            maybe: true,
            shape: Shape::When,
        });
        self
    }

    fn draft(&self) -> String {
        let name = draft_of(self.kind);
        if self.of.is_empty() { name } else { format!("{name}:{}", self.of) }
    }

    /// The blank form, with what the address and the case bring to it.
    pub(crate) fn blank(self, pages: &Pages, ctx: &Ctx, asked: &[(String, String)]) -> Response {
        let typed = fill::filled(&self.inputs, asked);
        let restore = !fill::brings(&self.inputs, asked);
        self.render(pages, ctx, Form::new(&ctx.voice, "", typed), (restore, StatusCode::OK))
    }

    fn render(
        &self,
        pages: &Pages,
        ctx: &Ctx,
        form: Form,
        (restore, status): (bool, StatusCode),
    ) -> Response {
        let parts = Drawer { pages, ctx, form: &form }.parts(&self.inputs, &ctx.t("deed-particulars"));
        let mut fixed = vec![("office", self.office.clone())];
        if !self.of.is_empty() {
            fixed.push(("draft_of", self.of.clone()));
        }
        let draft_url = match self.of.as_str() {
            "" => format!("/drafts/{}", draft_of(self.kind)),
            of => format!("/drafts/{}?of={}", draft_of(self.kind), in_query(of)),
        };
        let sheet = Sheet {
            shell: Shell::new(pages, ctx, self.title.clone()),
            action: self.path.clone(),
            about: self.about.clone(),
            back: self.back.clone(),
            draft: self.draft(),
            draft_url,
            restore,
            fixed,
            parts,
            form,
        };
        page(status, &sheet)
    }

    /// Performs what was sent, or shows the form again.
    pub(crate) async fn send(
        self,
        pages: &Pages,
        ctx: &Ctx,
        pairs: Vec<(String, String)>,
    ) -> Result<Response, Problem> {
        let mut typed = Typed::read(pairs).compact(&Input::groups(&self.inputs));
        if let Some(group) = typed.opt("more") {
            let next = format!("{group}.{}.-", typed.rows(&group).max(1));
            typed.add(&next, "");
            return Ok(self.again(pages, ctx, Form::new(&ctx.voice, "", typed), StatusCode::OK));
        }
        match self.perform(pages, ctx, &typed).await {
            Ok(receipt) => {
                form::discard(pages, ctx, &typed).await;
                Ok(form::done(&self.after(&receipt, &typed)))
            }
            Err(error @ (DoorError::Refused(_) | DoorError::IdTaken(_))) => {
                let form = Form::new(&ctx.voice, "", typed);
                let form = fault::refused(form, &self.inputs, &error);
                Ok(self.again(pages, ctx, said(form, &error), status_of(&error)))
            }
            Err(error) => Err(ctx.problem(error)),
        }
    }

    fn again(&self, pages: &Pages, ctx: &Ctx, form: Form, status: StatusCode) -> Response {
        self.render(pages, ctx, form, (false, status))
    }

    async fn perform(&self, pages: &Pages, ctx: &Ctx, typed: &Typed) -> Result<Receipt, DoorError> {
        let cases = cases(pages, ctx, typed, &self.inputs).await?;
        let mut faults: Vec<FieldFault> = Vec::new();
        let (book, day) = (pages.records.statute(), pages.records.now().day());
        let law = |text: &str| law::typed(book, text, ctx.caller.province(), day);
        let mut content = Reader { law: &law, typed, cases }.content(&self.inputs, &mut faults);
        if !faults.is_empty() {
            return Err(DoorError::Refused(Refusal::Fields { faults }));
        }
        let happened: Option<Moment> =
            content.remove("happened").and_then(|at| serde_json::from_value(at).ok());
        if self.text {
            content = fill::as_text(content);
        }
        let mut whole = self.base.clone();
        match self.nest {
            Some(part) => drop(whole.insert(part.to_owned(), Value::Object(content))),
            None => whole.extend(content),
        }
        whole.insert("kind".to_owned(), Value::String(self.kind.to_owned()));
        let body: Body = serde_json::from_value(Value::Object(whole)).map_err(|error| {
            tracing::error!(%error, kind = self.kind, "a form and its act do not fit");
            form::faulty(vec![form::fault("", "fault-act-shape")])
        })?;
        let office = Some(self.office.clone());
        let new = NewAct { office, happened, ..NewAct::now(typed.act_id(), body) };
        pages.records.perform(&ctx.caller, new).await
    }

    /// The page on which the act shows: its entry, else that of the thing it is upon, else its case.
    fn after(&self, receipt: &Receipt, typed: &Typed) -> String {
        if self.base.contains_key("fir") {
            return format!("{}?done=act", self.back);
        }
        let draft = in_query(&self.draft());
        if let Some(entry) = receipt.entries.first() {
            return format!("/entry?office={}&key={entry}&new={draft}", receipt.office);
        }
        let entry = self.base.get("entry").and_then(Value::as_str).map(str::to_owned);
        let chosen = || self.inputs.iter().find_map(|i| self.stock.entry_of(typed.get(&i.name)));
        match entry.or_else(chosen) {
            Some(entry) => format!("/entry?office={}&key={entry}&new={draft}", receipt.office),
            None if self.back.is_empty() => "/do".to_owned(),
            None => self.back.clone(),
        }
    }
}

/// A refusal that names no field still says what it is about.
fn said(mut form: Form, error: &DoorError) -> Form {
    if let DoorError::Refused(Refusal::Unknown { what }) = error {
        let text = form.voice.t("deed-unknown");
        form.faults = vec![Shown { field: String::new(), label: what.clone(), text }];
    }
    form
}
