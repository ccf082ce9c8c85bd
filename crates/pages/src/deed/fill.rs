//! What stands in a form before anybody types: what the address names (`?article=19/-/2026/4`), the sections of the
//! case, a row for each accused.

use serde_json::{Map, Value};

use crate::fir::typed::Typed;

use super::input::{Input, Shape};

/// Names in an address that stand for a field of another name.
const ALIASES: [(&str, &[&str]); 2] = [("article", &["item", "items"]), ("accused", &["accused"])];

fn wanted<'a>(asked: &'a [(String, String)], field: &str) -> Option<&'a str> {
    let alias = |name: &str| ALIASES.iter().any(|(a, fields)| *a == name && fields.contains(&field));
    let found = asked.iter().find(|(name, value)| !value.is_empty() && (name == field || alias(name)));
    found.map(|(_, value)| value.as_str())
}

/// Whether the address brings anything to the form, so that a draft does not overwrite it.
pub(crate) fn brings(inputs: &[Input], asked: &[(String, String)]) -> bool {
    inputs.iter().any(|i| wanted(asked, &i.name).is_some())
}

/// The form as it is first shown.
pub(crate) fn filled(inputs: &[Input], asked: &[(String, String)]) -> Typed {
    let mut typed = Typed::default();
    for input in inputs {
        match &input.shape {
            Shape::Sections { first } => first.iter().for_each(|code| typed.add(&input.name, code)),
            Shape::Rows { row, each, .. } => {
                let first = row.first().map(|field| field.name.clone()).unwrap_or_default();
                for (i, value) in each.iter().enumerate() {
                    typed.add(&format!("{}.{i}.{first}", input.name), value);
                }
            }
            _ => {}
        }
        if let Some(value) = wanted(asked, &input.name) {
            typed.set(&input.name, value);
        }
    }
    typed
}

/// Each value as the books keep a typed column: text.
pub(crate) fn as_text(content: Map<String, Value>) -> Map<String, Value> {
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        Value::Array(all) => all.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(" "),
        other => other.to_string(),
    };
    let each = content.into_iter().map(|(key, value)| (key, text(&value)));
    each.filter(|(_, value)| !value.is_empty()).map(|(key, value)| (key, Value::String(value))).collect()
}
