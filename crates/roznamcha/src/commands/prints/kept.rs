//! The minutiae of a print, out of an image or out of a template in any of its forms.

use roznamcha_prints::{Extractor, Template};
use roznamcha_prints_formats::fmr;
use roznamcha_prints_formats::itl::{Minutiae, Record, Transaction};
use std::path::Path;

use super::error::PrintsError;
use super::seen::{Seen, bytes, is_itl};

/// Sides in which minutiae lie whose file does not tell the size of their print: what four digits of its field tell.
const SIDES: (u16, u16) = (1_970, 1_970);
const DPI: u16 = 500;

/// The template of a print.
pub fn template(path: &Path, seen: &Seen, extractor: &dyn Extractor) -> Result<Template, PrintsError> {
    let bytes = bytes(path)?;
    if bytes.starts_with(b"RZP") {
        return Template::from_bytes(&bytes).map_err(|why| PrintsError::broken(path, &why));
    }
    if bytes.starts_with(b"FMR\0") {
        let number = usize::from(seen.record.unwrap_or(1).max(1)) - 1;
        let read = fmr::Record::read(&bytes).and_then(|record| record.template(number));
        return read.map_err(|why| PrintsError::broken(path, &why));
    }
    if is_itl(&bytes)
        && let Some(minutiae) = marked(path, seen, &bytes)?
    {
        return Ok(minutiae);
    }
    let image = seen.image(path)?;
    extractor.template(&image).map_err(|error| PrintsError::extract(path, &error))
}

/// The minutiae that a transaction holds: of the number asked for, or the first.
fn marked(path: &Path, seen: &Seen, bytes: &[u8]) -> Result<Option<Template>, PrintsError> {
    let transaction = Transaction::read(bytes).map_err(|why| PrintsError::broken(path, &why))?;
    let wanted = |record: &&Record| {
        record.kind() == 9 && seen.record.is_none_or(|asked| record.number() == Some(asked))
    };
    let Some(Record::Text(text)) = transaction.records.iter().find(wanted) else { return Ok(None) };
    let read = Minutiae::of(text, SIDES, DPI).map_err(|why| PrintsError::broken(path, &why))?;
    Ok(Some(fitted(read.template)))
}

/// A template no larger than its minutiae need.
fn fitted(mut template: Template) -> Template {
    let least = |of: fn(&roznamcha_prints::Minutia) -> f32| {
        template.minutiae.iter().map(of).fold(f32::INFINITY, f32::min).floor().clamp(0.0, f32::from(SIDES.0))
    };
    let (left, top) = (least(|m| m.x), least(|m| m.y));
    for minutia in &mut template.minutiae {
        minutia.x -= left;
        minutia.y -= top;
    }
    let most = |of: fn(&roznamcha_prints::Minutia) -> f32| {
        template.minutiae.iter().map(of).fold(0.0, f32::max).ceil() as u16
    };
    (template.width, template.height) = (most(|m| m.x).max(1), most(|m| m.y).max(1));
    template
}
