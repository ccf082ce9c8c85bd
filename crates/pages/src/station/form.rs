//! What the forms of this folder share: reading, refusing, and what is wrong in whose words.

use axum::response::{IntoResponse, Redirect, Response};
use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::{FieldFault, Refusal};
use roznamcha_records::{DoorError, Receipt};

use crate::fir::field::{Form, Shown};
use crate::fir::typed::Typed;
use crate::{Ctx, Pages};

/// A form as axum hands it over.
pub(crate) type Pairs = axum::Form<Vec<(String, String)>>;

/// Where a fault of the rules belongs in a form, and what that field is called: beginning of the act's path, name of
/// the field, key of its label.
pub(crate) type Labels = &'static [(&'static str, &'static str, &'static str)];

/// Whether the form is shown again: what was typed can be mended.
pub(crate) fn mendable(error: &DoorError) -> bool {
    matches!(error, DoorError::Refused(_))
}

/// Faults found before the act could be made.
pub(crate) fn faulty(faults: Vec<FieldFault>) -> DoorError {
    DoorError::Refused(Refusal::Fields { faults })
}

/// One fault.
pub(crate) fn fault(field: &str, code: &str) -> FieldFault {
    FieldFault { field: field.to_owned(), code: code.to_owned() }
}

/// The form with what was typed and why it was refused, each fault at its field.
pub(crate) fn refused(mut form: Form, error: &DoorError, labels: Labels) -> Form {
    form = form.with_error(error);
    let voice = form.voice.clone();
    for shown in &mut form.faults {
        let found = labels.iter().find(|(path, _, _)| {
            shown.field == *path || shown.field.strip_prefix(path).is_some_and(|rest| rest.starts_with('.'))
        });
        if let Some((_, name, key)) = found {
            (*name).clone_into(&mut shown.field);
            shown.label = voice.t(key);
        }
    }
    form
}

/// A blank form that says why nothing was printed.
pub(crate) fn unprinted(ctx: &Ctx) -> Form {
    let mut form = Form::new(&ctx.voice, "", Typed::default());
    let text = ctx.t("print-unavailable");
    form.faults.push(Shown { field: String::new(), label: String::new(), text });
    form
}

/// The page to come back to when a purpose must be stated first: what is only sent cannot be asked for.
pub(crate) fn at(ctx: &mut Ctx, path: &str) {
    path.clone_into(&mut ctx.path);
}

/// The draft of a form that became an act goes. The act is written: a draft that stays is only a leftover.
pub(crate) async fn discard(pages: &Pages, ctx: &Ctx, typed: &Typed) {
    if let Err(error) = pages.records.discard_draft(&ctx.caller, typed.get("act_id")).await {
        tracing::warn!(%error, "a draft that became an act was not discarded");
    }
}

/// A form is shown only to whoever may send it; the door decides again when it is sent.
pub(crate) fn allowed(pages: &Pages, ctx: &Ctx, action: Action, kind: ResourceKind) -> Result<(), DoorError> {
    let may = pages.records.may(&ctx.caller, action, kind, ctx.caller.office());
    if may { Ok(()) } else { Err(DoorError::NotAllowed { key: "denied".to_owned() }) }
}

/// The page of the entry an act made; `draft` is the form it came from.
pub(crate) fn entry_path(receipt: &Receipt, draft: &str) -> String {
    let key = receipt.entries.first().map(ToString::to_string).unwrap_or_default();
    format!("/entry?office={}&key={key}&new={draft}", receipt.office)
}

/// An id for a form that carries nothing typed: filled in by the server, so that the form works without script and the
/// same page sent twice is one act.
pub(crate) fn fresh() -> String {
    uuid::Uuid::new_v4().to_string()
}

/// After an act: the browser asks for the page that shows it.
pub(crate) fn done(to: &str) -> Response {
    Redirect::to(to).into_response()
}

/// A sum typed in rupees, as paisa.
pub(crate) fn paisa(typed: &Typed, name: &str, faults: &mut Vec<FieldFault>) -> Option<i64> {
    let amount = typed.number(name, 100.0, faults);
    if amount.is_none() && typed.get(name).is_empty() {
        faults.push(fault(name, "fault-missing"));
    }
    amount
}
