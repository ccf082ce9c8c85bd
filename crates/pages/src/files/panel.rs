//! The files of a report on its page, and the form that adds one.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::FileKind;
use roznamcha_records::{AttachmentView, DoorError, FirView};
use roznamcha_words::{dates, digits};

use crate::fir::field::Choice;
use crate::{Ctx, Pages};

/// A file on the page.
pub(crate) struct FileLine {
    pub href: String,
    pub picture: bool,
    pub sound: bool,
    pub title: String,
    pub kind: String,
    pub size: String,
    /// Taken and added: when and by whom.
    pub about: Vec<String>,
    /// What the file says of itself.
    pub says: Vec<String>,
    pub sha256: String,
}

/// The files, as far as this officer may see and add them.
#[derive(Default)]
pub(crate) struct Panel {
    pub shown: bool,
    pub add: bool,
    pub custody: bool,
    pub files: Vec<FileLine>,
    pub kinds: Vec<Choice>,
    /// Media types that are kept, as a file field takes them.
    pub accept: &'static str,
    pub largest: String,
}

/// What a telephone is asked for: it converts its own formats to these.
const ACCEPT: &str = "image/jpeg,image/png,image/webp,application/pdf,audio/mpeg,audio/mp4,audio/ogg,audio/wav,\
                      video/mp4,.jpg,.jpeg,.png,.webp,.pdf,.mp3,.m4a,.ogg,.wav,.mp4";

impl Panel {
    /// The panel of a report; empty for whoever may neither see nor add files.
    pub(crate) async fn of(pages: &Pages, ctx: &Ctx, view: &FirView) -> Result<Self, DoorError> {
        let row = &view.row;
        let may = |action| pages.records.may(&ctx.caller, action, ResourceKind::Fir, &row.office);
        if row.fir.is_none() || !may(Action::ReadFile) {
            return Ok(Self::default());
        }
        let files = match pages.records.attachments(&ctx.caller, &row.act).await {
            Ok(files) => files,
            // A sealed case, a purpose not stated: the report is shown without them.
            Err(DoorError::NotFound | DoorError::PurposeNeeded { .. }) => return Ok(Self::default()),
            Err(error) => return Err(error),
        };
        let kind = |kind: &FileKind| Choice {
            value: kind.as_str().to_owned(),
            label: ctx.t(&format!("file-kind-{}", kind.as_str())),
        };
        Ok(Self {
            shown: true,
            add: may(Action::AddFile),
            custody: may(Action::ReadWhoLooked),
            files: files.iter().map(|file| line(ctx, file)).collect(),
            kinds: FileKind::ALL.iter().map(kind).collect(),
            accept: ACCEPT,
            largest: size(ctx, pages.records.largest_file()),
        })
    }
}

/// Kilobytes or megabytes, in the reader's digits.
fn size(ctx: &Ctx, bytes: u64) -> String {
    let (key, number) = if bytes < 1 << 20 {
        ("file-kb", bytes.div_ceil(1024))
    } else {
        ("file-mb", bytes.div_ceil(1 << 20))
    };
    ctx.voice.n(key, "n", i64::try_from(number).unwrap_or(i64::MAX))
}

fn line(ctx: &Ctx, view: &AttachmentView) -> FileLine {
    let (row, file) = (&view.row, &view.row.file);
    let when = |at: &Moment| dates::date_time(ctx.voice.lang, at.local().datetime());
    let mut about = Vec::new();
    if let Some(at) = &file.taken_at {
        about.push(format!("{} {}", ctx.t("file-taken-at"), when(at)));
    }
    if let Some(by) = &file.taken_by {
        about.push(format!("{} {}", ctx.t("file-taken-by"), roznamcha_words::bidi::isolate(by)));
    }
    about.push(format!("{} {} · {}", ctx.t("file-added"), when(&row.added), row.officer));
    let says = view.says.iter().map(|(about, says)| {
        let says = roznamcha_words::bidi::ltr(&digits::localise(ctx.voice.lang, says));
        format!("{}: {says}", ctx.t(&format!("file-says-{about}")))
    });
    FileLine {
        href: format!("/files/{}/{}", row.act, file.sha256),
        picture: view.picture,
        sound: file.media.starts_with("audio/"),
        title: file.title.clone(),
        kind: ctx.t(&format!("file-kind-{}", file.kind.as_str())),
        size: size(ctx, file.size),
        about,
        says: says.collect(),
        sha256: file.sha256.clone(),
    }
}
