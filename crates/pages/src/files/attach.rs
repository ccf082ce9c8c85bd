//! `POST /fir/{act}/files`: files join a report. The form brings the file itself, or, with script, the hashes of files
//! sent before.

use axum::extract::{Multipart, Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use roznamcha_acts::kinds::{AttachAdd, AttachedFile};
use roznamcha_acts::{ActId, FieldFault, Refusal};
use roznamcha_records::{DoorError, NewAct};

use crate::fir::show;
use crate::fir::typed::Typed;
use crate::{Ctx, Pages, Problem};

fn fault(field: &str, code: &str) -> DoorError {
    let faults = vec![FieldFault { field: field.to_owned(), code: code.to_owned() }];
    DoorError::Refused(Refusal::Fields { faults })
}

pub(crate) async fn attach(
    State(pages): State<Pages>,
    mut ctx: Ctx,
    Path(act): Path<String>,
    form: Multipart,
) -> Result<Response, Problem> {
    // Whatever page asks for a purpose first must lead back to the report, not to this route.
    ctx.path = format!("/fir/{act}");
    let (typed, brought) = read(form).await.map_err(|e| ctx.problem(e))?;
    match perform(&pages, &ctx, &act, &typed, brought).await {
        Ok(()) => Ok(Redirect::to(&format!("/fir/{act}?done=attach#files")).into_response()),
        Err(error @ (DoorError::Refused(_) | DoorError::IdTaken(_) | DoorError::Upload(_))) => {
            let tried = show::Tried::error(&ctx, "attach", typed, &error);
            show::render(&pages, &ctx, &act, Some(tried)).await
        }
        Err(error) => Err(ctx.problem(error)),
    }
}

/// The fields that were typed, and the files that came with them.
async fn read(mut form: Multipart) -> Result<(Typed, Vec<Vec<u8>>), DoorError> {
    let (mut pairs, mut files) = (Vec::new(), Vec::new());
    let cut = |_| fault("file", "fault-file-large");
    while let Some(field) = form.next_field().await.map_err(cut)? {
        let name = field.name().unwrap_or_default().to_owned();
        if name == "file" {
            let bytes = field.bytes().await.map_err(cut)?;
            files.extend((!bytes.is_empty()).then(|| bytes.to_vec()));
        } else {
            pairs.push((name, field.text().await.map_err(cut)?));
        }
    }
    Ok((Typed::read(pairs), files))
}

async fn perform(
    pages: &Pages,
    ctx: &Ctx,
    act: &str,
    typed: &Typed,
    brought: Vec<Vec<u8>>,
) -> Result<(), DoorError> {
    let mut hashes: Vec<String> = typed.all("sha256").into_iter().map(str::to_owned).collect();
    for bytes in brought {
        let id = uuid::Uuid::new_v4().to_string();
        hashes.push(pages.records.keep_whole(&ctx.caller, &id, bytes).await?.sha256);
    }
    if hashes.is_empty() {
        return Err(fault("file", "fault-missing"));
    }
    let mut faults = Vec::new();
    let kind = typed.choice("kind", &mut faults).ok_or_else(|| fault("kind", "fault-choice"))?;
    let taken_at = typed.moment("taken_at", &mut faults);
    if !faults.is_empty() {
        return Err(DoorError::Refused(Refusal::Fields { faults }));
    }
    let file = |sha256| AttachedFile {
        sha256,
        size: 0,
        media: String::new(),
        kind,
        title: typed.get("title").to_owned(),
        taken_at,
        taken_by: typed.opt("taken_by"),
        device: None,
    };
    let files = hashes.into_iter().map(file).collect();
    let body = AttachAdd { to: act.to_owned(), case: None, files };
    let id: ActId = typed.act_id();
    let new = NewAct { office: typed.opt("office"), ..NewAct::now(id, body.into()) };
    pages.records.perform(&ctx.caller, new).await.map(|_| ())
}
