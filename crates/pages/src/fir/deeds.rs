//! What follows upon a report: signing, despatch, sealing, correction, attestation, expungement. Each posts to its own
//! route; refused, the report is shown again with what was typed.

use axum::Form as Sent;
use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use roznamcha_acts::kinds::{
    Body, EntryAttest, EntryCorrect, FirDespatch, FirSeal, FirSign, FirUnseal, RecordExpunge,
};
use roznamcha_acts::{FieldFault, Refusal};
use roznamcha_journal::EntryRef;
use roznamcha_records::{DoorError, NewAct, Purpose};

use crate::{Ctx, Pages, Problem};

use super::show;
use super::typed::Typed;

type Typing = Sent<Vec<(String, String)>>;
type Read = Result<Body, Refusal>;

macro_rules! deeds {
    ($($(#[$doc:meta])* $name:ident => $read:ident;)+) => {$(
        $(#[$doc])*
        pub(crate) async fn $name(
            State(pages): State<Pages>,
            ctx: Ctx,
            Path(act): Path<String>,
            Sent(pairs): Typing,
        ) -> Result<Response, Problem> {
            perform(&pages, ctx, &act, stringify!($name), Typed::read(pairs), $read).await
        }
    )+};
}

deeds! {
    /// `POST /fir/{act}/sign`
    sign => read_sign;
    /// `POST /fir/{act}/despatch`
    despatch => read_despatch;
    /// `POST /fir/{act}/seal`
    seal => read_seal;
    /// `POST /fir/{act}/unseal`
    unseal => read_unseal;
    /// `POST /fir/{act}/correct`
    correct => read_correct;
    /// `POST /fir/{act}/attest`
    attest => read_attest;
    /// `POST /fir/{act}/expunge`
    expunge => read_expunge;
}

/// Names of the deeds, as the routes and the messages `fir-done-…` have them.
pub(crate) const DEEDS: [&str; 9] =
    ["sign", "despatch", "seal", "unseal", "correct", "attest", "expunge", "attach", "act"];

async fn perform(
    pages: &Pages,
    mut ctx: Ctx,
    act: &str,
    deed: &'static str,
    typed: Typed,
    read: fn(&Typed, &str) -> Read,
) -> Result<Response, Problem> {
    // Whatever page asks for a purpose first must lead back to the report, not to this route.
    ctx.path = format!("/fir/{act}");
    let outcome = match read(&typed, act) {
        Ok(body) => {
            let new = NewAct { office: typed.opt("office"), ..NewAct::now(typed.act_id(), body) };
            // Whoever writes down a court's order has stated the purpose: it is that order.
            let caller = match deed {
                "unseal" | "expunge" => {
                    ctx.caller.clone().for_purpose(Purpose::CourtOrder, typed.get("order_no"))
                }
                _ => ctx.caller.clone(),
            };
            pages.records.perform(&caller, new).await.map(|_| ())
        }
        Err(refusal) => Err(DoorError::from(refusal)),
    };
    match outcome {
        Ok(()) => Ok(Redirect::to(&format!("/fir/{act}?done={deed}")).into_response()),
        Err(error @ (DoorError::Refused(_) | DoorError::IdTaken(_))) => {
            let tried = show::Tried::error(&ctx, deed, typed, &error);
            show::render(pages, &ctx, act, Some(tried)).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

fn one_fault(field: &str, code: &str) -> Refusal {
    let fault = FieldFault { field: field.to_owned(), code: code.to_owned() };
    Refusal::Fields { faults: vec![fault] }
}

fn entry(typed: &Typed) -> Result<EntryRef, Refusal> {
    typed.get("entry").parse().map_err(|_| Refusal::unknown(typed.get("entry")))
}

fn read_sign(_: &Typed, act: &str) -> Read {
    Ok(FirSign { fir: act.to_owned() }.into())
}

fn read_despatch(typed: &Typed, act: &str) -> Read {
    let mut faults = Vec::new();
    let to = typed.choice("to", &mut faults).ok_or_else(|| one_fault("to", "fault-choice"))?;
    Ok(FirDespatch { fir: act.to_owned(), to, carrier: typed.get("carrier").to_owned() }.into())
}

fn read_seal(typed: &Typed, act: &str) -> Read {
    let reason = typed.opt("reason_code").ok_or_else(|| one_fault("reason_code", "fault-missing"))?;
    Ok(FirSeal { fir: act.to_owned(), reason }.into())
}

fn read_unseal(typed: &Typed, act: &str) -> Read {
    Ok(FirUnseal { fir: act.to_owned(), order_no: typed.get("order_no").to_owned() }.into())
}

fn read_correct(typed: &Typed, _: &str) -> Read {
    let field = typed.opt("field").ok_or_else(|| one_fault("field", "fault-missing"))?;
    let (wrong, right) = (typed.get("wrong").to_owned(), typed.get("right").to_owned());
    let reason = typed.get("reason").to_owned();
    Ok(EntryCorrect { entry: entry(typed)?, field, wrong, right, reason, target: String::new() }.into())
}

fn read_attest(typed: &Typed, _: &str) -> Read {
    Ok(EntryAttest { correction: typed.get("correction").to_owned() }.into())
}

fn read_expunge(typed: &Typed, act: &str) -> Read {
    let entry = entry(typed)?;
    let mut faults = Vec::new();
    let number = roznamcha_words::digits::ascii(typed.get("confirm")).replace(' ', "");
    if number != format!("{}/{}", entry.serial, entry.period) {
        faults.push(FieldFault { field: "confirm".to_owned(), code: "fault-confirm".to_owned() });
    }
    let date = typed.get("order_date").parse().ok();
    if date.is_none() {
        faults.push(FieldFault { field: "order_date".to_owned(), code: "fault-date".to_owned() });
    }
    let (Some(order_date), true) = (date, faults.is_empty()) else {
        return Err(Refusal::Fields { faults });
    };
    let acts = vec![act.to_owned()];
    let (court, order_no) = (typed.get("court").to_owned(), typed.get("order_no").to_owned());
    Ok(RecordExpunge { acts, court, order_no, order_date }.into())
}
