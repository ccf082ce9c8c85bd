//! What was typed into a form: pairs of name and value, in the form's order.

use jiff::civil::DateTime;
use roznamcha_acts::{ActId, FieldFault, Moment};
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// A form as it came from the browser.
#[derive(Clone, Debug, Default)]
pub(crate) struct Typed(Vec<(String, String)>);

impl Typed {
    /// Line ends as the books keep them, no white space at either end.
    pub(crate) fn read(pairs: Vec<(String, String)>) -> Self {
        let clean = |v: String| v.replace("\r\n", "\n").trim().to_owned();
        Self(pairs.into_iter().map(|(name, value)| (name, clean(value))).collect())
    }

    /// Numbers the rows of each repeatable group anew, without gaps and without rows left blank, so that row `i` of the
    /// form is item `i` of the act.
    pub(crate) fn compact(self, groups: &[&str]) -> Self {
        let mut rows: BTreeMap<(usize, usize), Vec<(String, String)>> = BTreeMap::new();
        let mut rest = Vec::new();
        for (name, value) in self.0 {
            match row_of(&name, groups) {
                Some((group, index, field)) => rows.entry((group, index)).or_default().push((field, value)),
                None => rest.push((name, value)),
            }
        }
        let mut next = vec![0usize; groups.len()];
        for ((group, _), fields) in rows {
            let (Some(name), Some(n)) = (groups.get(group), next.get_mut(group)) else { continue };
            if fields.iter().any(|(_, value)| !value.is_empty()) {
                rest.extend(fields.into_iter().map(|(field, value)| (format!("{name}.{n}.{field}"), value)));
                *n += 1;
            }
        }
        Self(rest)
    }

    /// How many rows a compacted group has.
    pub(crate) fn rows(&self, group: &str) -> usize {
        let last = self.0.iter().filter_map(|(name, _)| row_of(name, &[group])).map(|(_, i, _)| i).max();
        last.map_or(0, |i| i + 1)
    }

    /// A value; empty when the form has none.
    pub(crate) fn get(&self, name: &str) -> &str {
        self.0.iter().find(|(n, _)| n == name).map_or("", |(_, v)| v.as_str())
    }

    /// A value that was typed.
    pub(crate) fn opt(&self, name: &str) -> Option<String> {
        Some(self.get(name)).filter(|v| !v.is_empty()).map(str::to_owned)
    }

    /// Every value of a repeated name.
    pub(crate) fn all(&self, name: &str) -> Vec<&str> {
        self.0.iter().filter(|(n, v)| n == name && !v.is_empty()).map(|(_, v)| v.as_str()).collect()
    }

    /// Whether anything was typed into the fields whose names begin so.
    pub(crate) fn begun(&self, before: &str) -> bool {
        self.0.iter().any(|(name, value)| name.starts_with(before) && !value.is_empty())
    }

    /// Adds a value of a repeated name.
    pub(crate) fn add(&mut self, name: &str, value: impl Into<String>) {
        self.0.push((name.to_owned(), value.into()));
    }

    /// Whether a tick is set.
    pub(crate) fn ticked(&self, name: &str) -> bool {
        !self.get(name).is_empty()
    }

    /// Sets a value.
    pub(crate) fn set(&mut self, name: &str, value: impl Into<String>) {
        self.0.retain(|(n, _)| n != name);
        self.0.push((name.to_owned(), value.into()));
    }

    /// The act's id; a fresh one when the form has none.
    pub(crate) fn act_id(&self) -> ActId {
        self.get("act_id").parse().unwrap_or_else(|_| ActId(uuid::Uuid::new_v4()))
    }

    /// A choice, as the acts name it.
    pub(crate) fn choice<T: DeserializeOwned>(&self, name: &str, faults: &mut Vec<FieldFault>) -> Option<T> {
        let value = self.opt(name)?;
        let read = serde_json::from_value(serde_json::Value::String(value)).ok();
        read.or_else(|| fault(faults, name, "fault-choice"))
    }

    /// A number, in any digits; `scale` is applied before rounding.
    pub(crate) fn number(&self, name: &str, scale: f64, faults: &mut Vec<FieldFault>) -> Option<i64> {
        let value = self.opt(name)?;
        let plain = roznamcha_words::digits::ascii(&value).replace(',', "").replace('٫', ".");
        let number = plain.trim().parse::<f64>().ok().filter(|n| n.is_finite()).map(|n| (n * scale).round());
        // Beyond this a float no longer holds every whole number.
        #[expect(clippy::cast_possible_truncation, reason = "checked against the range just before")]
        let whole = number.filter(|n| n.abs() < 9.0e15).map(|n| n as i64);
        whole.or_else(|| fault(faults, name, "fault-number"))
    }

    /// A date and hour on the station's clock.
    pub(crate) fn moment(&self, name: &str, faults: &mut Vec<FieldFault>) -> Option<Moment> {
        let value = self.opt(name)?;
        moment(&value).or_else(|| fault(faults, name, "fault-time"))
    }
}

/// Reads `2026-01-05T09:30` as Pakistan's time.
pub(crate) fn moment(text: &str) -> Option<Moment> {
    let text = roznamcha_words::digits::ascii(text).replace(' ', "T");
    format!("{}+05:00", text.parse::<DateTime>().ok()?).parse().ok()
}

fn fault<T>(faults: &mut Vec<FieldFault>, field: &str, code: &str) -> Option<T> {
    faults.push(FieldFault { field: field.to_owned(), code: code.to_owned() });
    None
}

/// `victims.3.name` as (place of the group in the list, 3, `name`).
fn row_of(name: &str, groups: &[&str]) -> Option<(usize, usize, String)> {
    let mut parts = name.splitn(3, '.');
    let group = parts.next()?;
    let index = parts.next()?.parse().ok()?;
    let field = parts.next()?;
    let place = groups.iter().position(|g| *g == group)?;
    Some((place, index, field.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn typed(pairs: &[(&str, &str)]) -> Typed {
        Typed::read(pairs.iter().map(|(n, v)| ((*n).to_owned(), (*v).to_owned())).collect())
    }

    #[test]
    fn rows_close_up_and_blank_ones_go() {
        let t = typed(&[
            ("victims.7.name", "B"),
            ("victims.2.name", " "),
            ("victims.10.name", "C"),
            ("victims.0.name", "A"),
            ("x", "1\r\n2"),
        ])
        .compact(&["victims", "accused"]);
        assert_eq!(t.rows("victims"), 3);
        assert_eq!(t.rows("accused"), 0);
        let names = ["victims.0.name", "victims.1.name", "victims.2.name"].map(|n| t.get(n));
        assert_eq!(names, ["A", "B", "C"], "by index, not by text");
        assert_eq!(t.get("x"), "1\n2");
    }

    #[test]
    fn numbers_and_hours_in_any_digits() {
        let t = typed(&[("km", "۲٫۵"), ("rs", "1,20,000"), ("bad", "x"), ("at", "2026-01-05T09:30")]);
        let mut faults = Vec::new();
        assert_eq!(t.number("km", 1000.0, &mut faults), Some(2500));
        assert_eq!(t.number("rs", 1.0, &mut faults), Some(120_000));
        assert_eq!(t.moment("at", &mut faults).unwrap().to_string(), "2026-01-05T09:30:00+05:00");
        assert_eq!(t.number("none", 1.0, &mut faults), None);
        assert!(faults.is_empty());
        assert_eq!(t.number("bad", 1.0, &mut faults), None);
        assert_eq!(faults.first().map(|f| f.code.as_str()), Some("fault-number"));
    }
}
