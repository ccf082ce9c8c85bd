//! One row becomes one incident, or a reason why not.

use jiff::civil::DateTime;
use jiff::tz::Offset;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::LegacyIncident;
use std::collections::BTreeMap;

use crate::{Mapping, MappingError, Row, Rows};

/// Why a row was rejected: a code, and what stood there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reject {
    /// `row-not-text`, `row-short`, `number-missing`, `number-twice`, `date-missing`, `date-unreadable`,
    /// `class-missing`, `office-missing`, `office-unknown`, `place-unreadable`, or a code of the rules.
    pub code: String,
    /// What stood there.
    pub what: String,
}

impl Reject {
    pub(crate) fn new(code: &str, what: impl Into<String>) -> Self {
        Self { code: code.to_owned(), what: what.into() }
    }
}

/// Where each mapped thing stands in a row.
#[derive(Debug)]
pub struct Layout {
    width: usize,
    number: Option<usize>,
    occurred: usize,
    known: Option<usize>,
    class: usize,
    office: Option<usize>,
    place: Vec<usize>,
    beat: Option<usize>,
    latitude: Option<usize>,
    longitude: Option<usize>,
    keep: Vec<(String, usize)>,
    offset: Offset,
}

impl Layout {
    /// The layout of a list under a mapping. The reader has checked that the columns are there.
    ///
    /// # Errors
    /// [`MappingError`] for an offset that is none.
    pub fn of(rows: &Rows, mapping: &Mapping) -> Result<Self, MappingError> {
        let at = |name: &str| rows.position(name);
        let maybe = |name: &Option<String>| name.as_deref().and_then(at);
        let named = mapping.columns();
        let keep = match &mapping.keep {
            Some(keep) => keep.iter().filter_map(|n| at(n).map(|i| (n.clone(), i))).collect(),
            None => {
                let others = rows.header().iter().enumerate().filter(|(_, n)| !named.contains(&n.as_str()));
                others.map(|(i, n)| (n.clone(), i)).collect()
            }
        };
        let seconds = mapping.offset_seconds()?;
        let bad = |what: String| MappingError::Value { key: "occurred.offset", what };
        Ok(Self {
            width: rows.header().len(),
            number: maybe(&mapping.number.column),
            occurred: at(&mapping.occurred.column).unwrap_or(usize::MAX),
            known: maybe(&mapping.occurred.known_column),
            class: at(&mapping.class).unwrap_or(usize::MAX),
            office: maybe(&mapping.office.column),
            place: mapping.place.iter().filter_map(|n| at(n)).collect(),
            beat: maybe(&mapping.beat),
            latitude: maybe(&mapping.latitude),
            longitude: maybe(&mapping.longitude),
            keep,
            offset: Offset::from_seconds(seconds).map_err(|e| bad(e.to_string()))?,
        })
    }
}

/// Converts a row: the office's value in the list, and the incident.
///
/// # Errors
/// [`Reject`] with its reason; the row is then counted as rejected.
pub fn convert(row: &Row, layout: &Layout, mapping: &Mapping) -> Result<(String, LegacyIncident), Reject> {
    let fields = row.fields.as_ref().ok_or_else(|| Reject::new("row-not-text", "not UTF-8"))?;
    if fields.len() != layout.width {
        let what = format!("{} fields, {} expected", fields.len(), layout.width);
        return Err(Reject::new("row-short", what));
    }
    let get = |i: usize| fields.get(i).map_or("", |f| f.trim());
    let some = |i: Option<usize>| i.map(get).filter(|v| !v.is_empty());
    let number = match layout.number {
        Some(i) if get(i).is_empty() => return Err(Reject::new("number-missing", "")),
        Some(i) => get(i).to_owned(),
        None => row.number.to_string(),
    };
    let occurred_from = occurred(get(layout.occurred), layout, mapping)?;
    let class = get(layout.class);
    if class.is_empty() {
        return Err(Reject::new("class-missing", ""));
    }
    let known = some(layout.known).is_none_or(|v| mapping.occurred.known_values.iter().any(|k| k == v));
    let office = some(layout.office).unwrap_or("").to_owned();
    let place: Vec<&str> = layout.place.iter().map(|i| get(*i)).filter(|p| !p.is_empty()).collect();
    let rest: BTreeMap<String, String> = layout
        .keep
        .iter()
        .map(|(name, i)| (name.clone(), get(*i).to_owned()))
        .filter(|(_, v)| !v.is_empty())
        .collect();
    Ok((
        office,
        LegacyIncident {
            source: mapping.source.clone(),
            number: format!("{}{number}", mapping.number.prefix),
            class: mapping.classes.get(class).map_or(class, String::as_str).to_owned(),
            occurred_from,
            occurred_to: None,
            time_known: known,
            place: place.join(", "),
            beat: some(layout.beat).map(str::to_owned),
            lat_e6: degrees(some(layout.latitude))?,
            lon_e6: degrees(some(layout.longitude))?,
            rest,
        },
    ))
}

fn occurred(text: &str, layout: &Layout, mapping: &Mapping) -> Result<Moment, Reject> {
    if text.is_empty() {
        return Err(Reject::new("date-missing", ""));
    }
    let read = |format: &String| DateTime::strptime(format, text).ok();
    let civil = mapping.occurred.formats.iter().find_map(read);
    let civil = civil.ok_or_else(|| Reject::new("date-unreadable", text))?;
    let at = layout.offset.to_timestamp(civil).map_err(|_| Reject::new("date-unreadable", text))?;
    Ok(Moment::new(at))
}

/// Degrees as millionths. Decimal text is read digit by digit: no rounding of a binary fraction.
fn degrees(text: Option<&str>) -> Result<Option<i32>, Reject> {
    let Some(text) = text else { return Ok(None) };
    let bad = || Reject::new("place-unreadable", text);
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |d| (true, d));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let plain = |s: &str| s.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !plain(whole) || !plain(part) {
        return Err(bad());
    }
    let micro: String = part.chars().chain(std::iter::repeat('0')).take(6).collect();
    let whole: i32 = whole.parse().map_err(|_| bad())?;
    let micro: i32 = micro.parse().map_err(|_| bad())?;
    let value = whole.checked_mul(1_000_000).and_then(|w| w.checked_add(micro)).ok_or_else(bad)?;
    Ok(Some(if negative { -value } else { value }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_are_exact() {
        assert_eq!(degrees(Some("41.981845")).unwrap(), Some(41_981_845));
        assert_eq!(degrees(Some("-87.6571351")).unwrap(), Some(-87_657_135));
        assert_eq!(degrees(Some("-0.5")).unwrap(), Some(-500_000));
        assert_eq!(degrees(None).unwrap(), None);
        assert!(degrees(Some("41,9")).is_err());
        assert!(degrees(Some("1e3")).is_err());
        assert!(degrees(Some("99999999")).is_err());
    }
}
