//! Ten fields for ten fingers: an image of each, or why there is none.

use roznamcha_acts::kinds::TakenPrint;
use roznamcha_acts::{FieldFault, Refusal};
use roznamcha_records::DoorError;

use super::images::Kept;
use super::say;
use crate::fir::field::{Choice, Form};
use crate::fir::typed::Typed;

/// One finger's fields.
pub(crate) struct FingerField {
    pub no: u8,
    pub id: String,
    pub name: String,
    /// The image that came before.
    pub kept: Kept,
    pub missing: String,
    pub error: String,
}

/// A hand's.
pub(crate) struct Hand {
    pub name: String,
    pub fingers: Vec<FingerField>,
}

/// Both hands as they stand in a form.
pub(crate) fn hands(form: &Form) -> Vec<Hand> {
    let finger = |no: u8| FingerField {
        no,
        id: format!("finger-{no}"),
        name: say::finger(&form.voice, no),
        kept: Kept::of(form, &format!("finger.{no}")),
        missing: form.typed.get(&format!("finger.{no}.missing")).to_owned(),
        error: form.error(&format!("finger.{no}")),
    };
    let hand = |key: &str, fingers: std::ops::RangeInclusive<u8>| Hand {
        name: form.t(key),
        fingers: fingers.map(finger).collect(),
    };
    vec![hand("cro-hand-right", 1..=5), hand("cro-hand-left", 6..=10)]
}

/// Why a finger gives no print.
pub(crate) fn reasons(form: &Form) -> Vec<Choice> {
    form.choices("cro-missing-", &["amputated", "bandaged"])
}

/// The prints of the form: each finger that has an image or a reason.
pub(crate) fn taken(typed: &Typed, faults: &mut Vec<FieldFault>) -> Vec<TakenPrint> {
    let mut prints = Vec::new();
    for finger in 1..=10 {
        let file = typed.opt(&format!("finger.{finger}.file"));
        let missing = typed.choice(&format!("finger.{finger}.missing"), faults);
        if file.is_some() || missing.is_some() {
            prints.push(TakenPrint { finger, file, template: String::new(), quality: 0, missing });
        }
    }
    prints
}

/// The field of this form where a fault of the rules belongs: `prints.2.file` is that of the third finger given.
fn field_of(path: &str, prints: &[TakenPrint]) -> Option<String> {
    let rest = path.strip_prefix("prints.")?;
    let place: usize = rest.split('.').next()?.parse().ok()?;
    prints.get(place).map(|print| format!("finger.{}", print.finger))
}

/// Faults of prints at the fields of their fingers.
pub(crate) fn at_fields(error: DoorError, prints: &[TakenPrint]) -> DoorError {
    let DoorError::Refused(Refusal::Fields { mut faults }) = error else { return error };
    for fault in &mut faults {
        if let Some(field) = field_of(&fault.field, prints) {
            fault.field = field;
        }
    }
    DoorError::Refused(Refusal::Fields { faults })
}

/// What the fields of fingers are called where something is wrong with them.
pub(crate) fn label(form: &mut Form) {
    let voice = form.voice.clone();
    for shown in &mut form.faults {
        let finger = shown.field.strip_prefix("finger.").and_then(|no| no.parse().ok());
        if let Some(no) = finger {
            shown.label = say::finger(&voice, no);
        }
    }
}
