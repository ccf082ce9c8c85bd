//! Images that come with a form: read, judged and kept before the act is written, so that a form refused for another
//! reason need not bring them again, and whoever took a print reads at once how good it is.

use axum::extract::Multipart;
use roznamcha_acts::{ActId, FieldFault, Refusal};
use roznamcha_records::{DoorError, PrintKept};

use super::say;
use crate::ctx::Voice;
use crate::fir::field::Form;
use crate::fir::typed::Typed;
use crate::station::form;
use crate::{Ctx, Pages};

/// The end of the names of fields that bring an image.
const IMAGE: &str = ".image";
/// The beginning of the names of photographs.
const PHOTOGRAPH: &str = "photo.";
/// The resolution of the prints, in dots an inch.
const DPI: &str = "dpi";

/// Fields of a form with the images that came with it: the beginning of the field's name, and the bytes.
pub(crate) struct Brought {
    pub typed: Typed,
    images: Vec<(String, Vec<u8>)>,
}

impl Brought {
    /// How many photographs came.
    pub(crate) fn photographs(&self) -> usize {
        self.images.iter().filter(|(of, _)| of.starts_with(PHOTOGRAPH)).count()
    }

    /// Lets go of the photographs: they are kept nowhere.
    pub(crate) fn drop_photographs(&mut self) {
        self.images.retain(|(of, _)| !of.starts_with(PHOTOGRAPH));
    }
}

/// Reads a form.
pub(crate) async fn read(mut form: Multipart) -> Result<Brought, DoorError> {
    let (mut pairs, mut images) = (Vec::new(), Vec::new());
    let large = |_| form::faulty(vec![form::fault("prints", "fault-file-large")]);
    while let Some(field) = form.next_field().await.map_err(large)? {
        let name = field.name().unwrap_or_default().to_owned();
        match name.strip_suffix(IMAGE) {
            None => pairs.push((name, field.text().await.map_err(large)?)),
            Some(of) => {
                let bytes = field.bytes().await.map_err(large)?;
                images.extend((!bytes.is_empty()).then(|| (of.to_owned(), bytes.to_vec())));
            }
        }
    }
    Ok(Brought { typed: Typed::read(pairs), images })
}

/// The resolution that was told for all the prints of the form.
pub(crate) fn dpi(typed: &Typed, faults: &mut Vec<FieldFault>) -> Option<u16> {
    let told = typed.number(DPI, 1.0, faults)?;
    let dpi = u16::try_from(told).ok();
    if dpi.is_none() {
        faults.push(form::fault(DPI, "fault-print-dpi"));
    }
    dpi
}

/// Keeps the images and writes their hashes, and what is to be said of each print, into the form; gives what is wrong with
/// those that cannot be kept.
pub(crate) async fn keep(
    pages: &Pages,
    ctx: &Ctx,
    brought: &mut Brought,
    dpi: Option<u16>,
) -> Result<Vec<FieldFault>, DoorError> {
    let mut faults = Vec::new();
    for (of, bytes) in std::mem::take(&mut brought.images) {
        let kept = if of.starts_with(PHOTOGRAPH) {
            let id = uuid::Uuid::new_v4().to_string();
            pages.records.keep_whole(&ctx.caller, &id, bytes).await.map(|file| (file.sha256, None))
        } else {
            let id = ActId(uuid::Uuid::new_v4());
            let kept = pages.records.keep_print(&ctx.caller, id, bytes, dpi).await;
            kept.map(|print| (print.file.sha256.clone(), Some(print)))
        };
        match kept {
            Ok((sha256, print)) => {
                brought.typed.set(&format!("{of}.file"), sha256);
                if let Some(print) = print {
                    judged(&mut brought.typed, &of, &print);
                }
            }
            Err(DoorError::Refused(Refusal::Fields { faults: why })) => {
                let field = |why: &FieldFault| if why.field == DPI { DPI.to_owned() } else { of.clone() };
                faults.extend(why.into_iter().map(|why| FieldFault { field: field(&why), ..why }));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(faults)
}

fn judged(typed: &mut Typed, of: &str, print: &PrintKept) {
    typed.set(&format!("{of}.quality"), print.quality.to_string());
    typed.set(&format!("{of}.reasons"), print.reasons.join(" "));
}

/// A print that came before, as the form shows it.
pub(crate) struct Kept {
    /// Its hash; empty for none.
    pub sha256: String,
    pub quality: String,
    pub reasons: String,
    /// How good it is, in words.
    pub note: String,
}

impl Kept {
    /// That of the fields whose names begin so.
    pub(crate) fn of(form: &Form, at: &str) -> Self {
        let typed = |name: &str| form.typed.get(&format!("{at}.{name}")).to_owned();
        let (quality, reasons) = (typed("quality"), typed("reasons"));
        let note = note(&form.voice, &quality, &reasons);
        Self { sha256: typed("file"), quality, reasons, note }
    }
}

/// What is the matter with a print, as the engine names it.
const REASONS: [&str; 5] = ["no-ridges", "partial", "low-contrast", "dry", "wet"];

fn note(voice: &Voice, quality: &str, reasons: &str) -> String {
    let Ok(quality) = quality.parse::<u8>() else { return String::new() };
    let known = reasons.split(' ').filter(|reason| REASONS.contains(reason));
    let why = known.map(|reason| voice.t(&say::key("cro-print-", reason)));
    let quality = voice.n("cro-print-quality", "n", i64::from(quality));
    std::iter::once(quality).chain(why).collect::<Vec<_>>().join(voice.pick("; ", "؛ "))
}
