//! `POST /prints/images`: an image of a print, read, judged and kept.

use axum::body::Bytes;
use axum::extract::State;
use roznamcha_records::PrintKept;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::shapes::Query;
use crate::{Api, Client, Problem};

/// What is told of the image.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Told {
    /// A UUID made by the client: sent again with the same id it is kept once.
    id: String,
    /// Dots an inch, where the file does not say; 500 when left out.
    #[serde(default)]
    dpi: Option<u16>,
}

/// An image that is kept, and how good the print is.
#[derive(Serialize, ToSchema)]
pub struct PrintKeptShape {
    /// Its hash, by which an enrolment or a search names it.
    sha256: String,
    /// Length in bytes, as it is kept.
    size: u64,
    /// Media type, as it is kept.
    media: String,
    /// What it came as: `png`, `jpeg`, `bmp`, `tiff`, `wsq`, `nist-itl`.
    came_as: String,
    width: u32,
    height: u32,
    dpi: u16,
    /// 0 to 100.
    quality: u8,
    /// What is the matter with it: `no-ridges`, `partial`, `low-contrast`, `dry`, `wet`; the worst first.
    reasons: Vec<String>,
    /// Minutiae found.
    minutiae: u32,
}

impl From<PrintKept> for PrintKeptShape {
    fn from(kept: PrintKept) -> Self {
        Self {
            sha256: kept.file.sha256,
            size: kept.file.size,
            media: kept.file.media,
            came_as: kept.came_as.name().to_owned(),
            width: kept.width,
            height: kept.height,
            dpi: kept.dpi,
            quality: kept.quality,
            reasons: kept.reasons.into_iter().map(str::to_owned).collect(),
            minutiae: kept.minutiae,
        }
    }
}

/// Keeps an image of a print: PNG, JPEG, BMP, TIFF or WSQ, by its content. BMP, TIFF and WSQ are kept as PNG, pixel for
/// pixel. The answer says at once whether the finger must be taken again.
#[utoipa::path(post, path = "/prints/images", tag = "cro", security(("token" = [])), params(Told),
    request_body(content = Vec<u8>, content_type = "application/octet-stream"),
    responses((status = 200, body = PrintKeptShape), (status = 401, body = crate::problem::Body), (status = 403,
        body = crate::problem::Body), (status = 409, body = crate::problem::Body), (status = 422,
        body = crate::problem::Body)))]
pub async fn keep(
    State(api): State<Api>,
    client: Client,
    Query(told): Query<Told>,
    bytes: Bytes,
) -> Result<axum::Json<PrintKeptShape>, Problem> {
    let id = client.parse("id", &told.id)?;
    let kept = api.records.keep_print(&client.caller, id, bytes.to_vec(), told.dpi).await;
    Ok(axum::Json(kept.map_err(|e| client.problem(e))?.into()))
}
