//! `GET /attachments/{act}`: files of an act or a case.

use axum::extract::State;
use serde::Serialize;
use utoipa::ToSchema;

use crate::shapes::Path;
use crate::{Api, Client, Problem};

/// What a file says of itself; anyone can write anything there.
#[derive(Serialize, ToSchema)]
pub struct Says {
    /// `taken`, `place` or `device`.
    about: String,
    says: String,
}

/// A file of an act.
#[derive(Serialize, ToSchema)]
pub struct Attachment {
    /// The act that holds it.
    act: String,
    /// The act it belongs to.
    to: String,
    sha256: String,
    size: u64,
    media: String,
    /// `photograph`, `scan`, `audio` or `document`.
    kind: String,
    title: String,
    taken_at: Option<String>,
    taken_by: Option<String>,
    device: Option<String>,
    added: String,
    officer: String,
    /// Whether there is a small picture.
    picture: bool,
    file_says: Vec<Says>,
}

/// Files that belong to the act, or to its case when it registered an FIR, oldest first.
#[utoipa::path(get, path = "/attachments/{act}", tag = "files", security(("token" = [])),
    params(("act" = String, Path),
        ("X-Purpose" = Option<String>, Header, description = "purpose of reading, a code")),
    responses((status = 200, body = Vec<Attachment>), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 404, body = crate::problem::Body)))]
pub async fn list(
    State(api): State<Api>,
    client: Client,
    Path(act): Path<String>,
) -> Result<axum::Json<Vec<Attachment>>, Problem> {
    let all = api.records.attachments(&client.caller, &act).await.map_err(|e| client.problem(e))?;
    let shape = |view: roznamcha_records::AttachmentView| {
        let says = |(about, says): (&str, String)| Says { about: about.to_owned(), says };
        Attachment {
            act: view.row.act,
            to: view.row.to,
            sha256: view.row.file.sha256,
            size: view.row.file.size,
            media: view.row.file.media,
            kind: view.row.file.kind.as_str().to_owned(),
            title: view.row.file.title,
            taken_at: view.row.file.taken_at.map(|t| t.to_string()),
            taken_by: view.row.file.taken_by,
            device: view.row.file.device,
            added: view.row.added.to_string(),
            officer: view.row.officer,
            picture: view.picture,
            file_says: view.says.into_iter().map(says).collect(),
        }
    };
    Ok(axum::Json(all.into_iter().map(shape).collect()))
}
