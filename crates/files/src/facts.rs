//! What a photograph says of itself. Anyone can write anything there: it is shown as the file's word, and nothing is
//! decided by it.

use exif::{Exif, In, Rational, Tag, Value};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use crate::Format;

/// The file's own word.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The hour its camera noted, `YYYY-MM-DD HH:MM:SS`, of no stated zone.
    pub taken: Option<String>,
    /// Degrees north.
    pub latitude: Option<f64>,
    /// Degrees east.
    pub longitude: Option<f64>,
    /// Maker and model.
    pub device: Option<String>,
}

/// Reads what a picture says of itself; nothing where it says nothing or does not read.
pub fn facts(format: Format, bytes: &[u8]) -> Facts {
    if !format.is_picture() {
        return Facts::default();
    }
    let read = || exif::Reader::new().read_from_container(&mut Cursor::new(bytes)).ok().map(|e| of(&e));
    catch_unwind(AssertUnwindSafe(read)).ok().flatten().unwrap_or_default()
}

fn of(exif: &Exif) -> Facts {
    let text = |tag| ascii(exif, tag);
    let device = [text(Tag::Make), text(Tag::Model)].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let (latitude, longitude) = (
        degrees(exif, Tag::GPSLatitude, Tag::GPSLatitudeRef, "S", 90.0),
        degrees(exif, Tag::GPSLongitude, Tag::GPSLongitudeRef, "W", 180.0),
    );
    // Half a place is no place.
    let both = latitude.is_some() && longitude.is_some();
    Facts {
        taken: text(Tag::DateTimeOriginal).and_then(|t| hour(&t)),
        latitude: latitude.filter(|_| both),
        longitude: longitude.filter(|_| both),
        device: (!device.is_empty()).then_some(device),
    }
}

/// Printable characters only, and few of them.
fn ascii(exif: &Exif, tag: Tag) -> Option<String> {
    let Value::Ascii(lines) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let text: String = lines
        .first()?
        .iter()
        .take(60)
        .filter(|b| b.is_ascii_graphic() || **b == b' ')
        .map(|b| char::from(*b))
        .collect();
    let text = text.trim().to_owned();
    (!text.is_empty()).then_some(text)
}

fn hour(text: &str) -> Option<String> {
    let at = jiff::civil::DateTime::strptime("%Y:%m:%d %H:%M:%S", text).ok()?;
    Some(at.strftime("%Y-%m-%d %H:%M:%S").to_string())
}

fn degrees(exif: &Exif, tag: Tag, side: Tag, negative: &str, most: f64) -> Option<f64> {
    let Value::Rational(parts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
    let [degrees, minutes, seconds] = <[Rational; 3]>::try_from(parts.as_slice()).ok()?;
    let value = degrees.to_f64() + minutes.to_f64() / 60.0 + seconds.to_f64() / 3600.0;
    let value = if ascii(exif, side)?.eq_ignore_ascii_case(negative) { -value } else { value };
    (value.is_finite() && value.abs() <= most).then_some((value * 1e6).round() / 1e6)
}
