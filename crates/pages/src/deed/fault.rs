//! Where in a form the rules found fault, and what that field is called.

use roznamcha_acts::{FieldFault, Refusal};
use roznamcha_records::DoorError;
use roznamcha_words::digits;

use crate::ctx::Voice;
use crate::fir::field::{Form, Shown};
use crate::fir::labels;

use super::input::{Input, Shape};

/// A field of the form: its name there, its label.
type Place = (String, String);

/// The form with what is wrong: each fault at its field, a rule of law with its citation.
pub(crate) fn refused(mut form: Form, inputs: &[Input], error: &DoorError) -> Form {
    let DoorError::Refused(Refusal::Fields { faults }) = error else { return form.with_error(error) };
    for fault in faults {
        let shown = shown(&form.voice, inputs, fault);
        // One fault is enough at a field; the first is the plainest.
        if shown.field.is_empty() || form.faults.iter().all(|f| f.field != shown.field) {
            form.faults.push(shown);
        }
    }
    form
}

fn shown(voice: &Voice, inputs: &[Input], fault: &FieldFault) -> Shown {
    let text = voice.t(&fault.code);
    let found = inputs.iter().find_map(|input| place(voice, input, &fault.field));
    let (field, label) = found.unwrap_or_default();
    Shown { field, label, text }
}

fn place(voice: &Voice, input: &Input, path: &str) -> Option<Place> {
    let rest = path.strip_prefix(input.name.as_str())?;
    if !rest.is_empty() && !rest.starts_with('.') {
        return None;
    }
    let rest = rest.trim_start_matches('.');
    let label = input.label.clone();
    Some(match &input.shape {
        Shape::Sections { .. } => (format!("{}_typed", input.name), label),
        Shape::Party { .. } => {
            let sub = if rest.is_empty() { "name" } else { rest };
            (format!("{}.{sub}", input.name), format!("{label}: {}", labels::label_of(voice, sub)))
        }
        Shape::Order { number } => {
            let (sub, key) = match rest {
                "date" => ("date", "order-date"),
                r if r == *number => (*number, "order-no"),
                _ => ("authority", "authority"),
            };
            (format!("{}.{sub}", input.name), format!("{label}: {}", voice.t(key)))
        }
        Shape::Rows { row, one, .. } => row_place(voice, input, row, (one, rest)),
        Shape::Answers { .. } => {
            let index = rest.split('.').next().unwrap_or_default();
            if index.is_empty() {
                (input.name.clone(), label)
            } else {
                (format!("{}.{index}.text", input.name), label)
            }
        }
        _ => (input.name.clone(), label),
    })
}

fn row_place(voice: &Voice, input: &Input, row: &[Input], (one, rest): (&str, &str)) -> Place {
    let Some(index) = rest.split('.').next().and_then(|i| i.parse::<usize>().ok()) else {
        return (input.name.clone(), input.label.clone());
    };
    let at = format!("{}.{index}", input.name);
    let path = format!("{}.{rest}", input.name);
    let found = row.iter().find_map(|field| place(voice, &field.within(&at), &path));
    let number = digits::localise(voice.lang, &(index + 1).to_string());
    match found {
        Some((name, label)) => (name, format!("{one} {number}: {label}")),
        None => (input.name.clone(), format!("{one} {number}")),
    }
}
