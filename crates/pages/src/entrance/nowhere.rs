//! A path that leads nowhere: a page that says so, not an empty answer.

use axum::http::Uri;
use roznamcha_records::DoorError;

use crate::ctx::Voice;
use crate::{Ctx, Problem};

pub(super) async fn nowhere(ctx: Option<Ctx>, voice: Voice, uri: Uri) -> Problem {
    match ctx {
        Some(ctx) => ctx.problem(DoorError::NotFound),
        None => Problem::new(DoorError::NotFound, voice, uri.path()),
    }
}
