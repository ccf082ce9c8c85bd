//! Images that come with a form: read, judged and kept before the act is written, so that a form refused for another
//! reason need not bring them again.

use axum::extract::Multipart;
use roznamcha_acts::{ActId, FieldFault, Refusal};
use roznamcha_records::DoorError;

use crate::fir::typed::Typed;
use crate::{Ctx, Pages};

/// The end of the names of fields that bring an image.
const IMAGE: &str = ".image";

/// Fields of a form with the images that came with it: the beginning of the field's name, and the bytes.
pub(crate) struct Brought {
    pub typed: Typed,
    pub images: Vec<(String, Vec<u8>)>,
}

fn fault(field: &str, code: &str) -> FieldFault {
    FieldFault { field: field.to_owned(), code: code.to_owned() }
}

/// Reads a form.
pub(crate) async fn read(mut form: Multipart) -> Result<Brought, DoorError> {
    let (mut pairs, mut images) = (Vec::new(), Vec::new());
    let large = |_| DoorError::Refused(Refusal::Fields { faults: vec![fault("prints", "fault-file-large")] });
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

/// Keeps the images and writes their hashes into the form; gives what is wrong with those that cannot be kept.
pub(crate) async fn keep(
    pages: &Pages,
    ctx: &Ctx,
    brought: &mut Brought,
) -> Result<Vec<FieldFault>, DoorError> {
    let mut faults = Vec::new();
    for (of, bytes) in std::mem::take(&mut brought.images) {
        let kept = if of.starts_with("finger.") {
            let kept = pages.records.keep_print(&ctx.caller, ActId(uuid::Uuid::new_v4()), bytes, None).await;
            kept.map(|print| print.file.sha256)
        } else {
            let id = uuid::Uuid::new_v4().to_string();
            pages.records.keep_whole(&ctx.caller, &id, bytes).await.map(|file| file.sha256)
        };
        match kept {
            Ok(sha256) => brought.typed.set(&format!("{of}.file"), sha256),
            Err(DoorError::Refused(Refusal::Fields { faults: why })) => {
                faults.extend(why.into_iter().map(|why| FieldFault { field: of.clone(), ..why }));
            }
            Err(error) => return Err(error),
        }
    }
    Ok(faults)
}
