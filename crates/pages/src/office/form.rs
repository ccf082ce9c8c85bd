//! What the forms of this folder share: choices, typed values kept, faults beside their fields.

use roznamcha_acts::{ActId, Refusal};
use roznamcha_records::DoorError;
use serde::Deserialize;
use uuid::Uuid;

use crate::Ctx;
use crate::ctx::Voice;
use crate::problem::reasons;

/// One choice of a list.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// What is sent.
    pub(super) code: String,
    /// What is read.
    pub(super) name: String,
    /// Chosen now.
    pub(super) chosen: bool,
}

impl Choice {
    /// A choice, chosen when its code is `now`.
    pub(super) fn new(code: &str, name: String, now: &str) -> Self {
        Self { code: code.to_owned(), name, chosen: code == now }
    }
}

/// One fault: the field's name on the form (empty for the whole form), its label, what is wrong.
#[derive(Clone, Debug)]
pub(super) struct Fault {
    pub(super) field: String,
    pub(super) label: String,
    pub(super) text: String,
}

impl Fault {
    fn new(voice: &Voice, field: &str, text: String) -> Self {
        // The act's field is named otherwise than the form's.
        let field = if field == "office_kind" { "kind" } else { field };
        let label = LABELS.iter().find(|(name, _)| *name == field);
        // Of a list nothing but its choices can be sent; what is wrong is that none was chosen.
        let text = if matches!(field, "rank" | "role" | "kind") { voice.t("fault-choice") } else { text };
        Self { field: field.to_owned(), label: label.map_or_else(String::new, |(_, key)| voice.t(key)), text }
    }
}

/// What the fields of this folder's forms are labelled.
const LABELS: &[(&str, &str)] = &[
    ("officer", "signin-name"),
    ("name_en", "officer-name-en"),
    ("name_ur", "officer-name-ur"),
    ("belt_no", "belt-no"),
    ("phone", "officer-phone"),
    ("rank", "rank"),
    ("role", "officer-role"),
    ("from", "officer-post-from"),
    ("until", "officer-post-to"),
    ("order_no", "order-no"),
    ("reason", "officer-relieve-reason"),
    ("kind", "office-kind"),
    ("code", "office-code"),
    ("diary_hour", "office-diary-hour"),
];

/// Faults of a form sent, in words.
#[derive(Clone, Debug, Default)]
pub(super) struct Faults {
    list: Vec<Fault>,
}

impl Faults {
    /// The faults of a refusal; `None` for an error that is no matter of what was typed.
    pub(super) fn of(error: &DoorError, voice: &Voice) -> Option<Self> {
        let list = match error {
            DoorError::Refused(Refusal::Fields { .. }) => {
                reasons(error, voice).into_iter().map(|r| Fault::new(voice, &r.label, r.text)).collect()
            }
            DoorError::Refused(Refusal::Order { .. }) => {
                let said = reasons(error, voice).into_iter();
                said.map(|r| Fault::new(voice, "", format!("{} ({})", r.text, r.label))).collect()
            }
            DoorError::Refused(Refusal::Unknown { .. }) | DoorError::IdTaken(_) => {
                vec![Fault::new(voice, "", voice.t(error.key()))]
            }
            _ => return None,
        };
        Some(Self { list })
    }

    /// Adds a fault by its message key.
    pub(super) fn add(&mut self, voice: &Voice, field: &str, key: &str) {
        self.list.push(Fault::new(voice, field, voice.t(key)));
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// All of them, for the summary.
    pub(super) fn all(&self) -> &[Fault] {
        &self.list
    }

    /// What is wrong with one field; empty when nothing is.
    pub(super) fn at(&self, field: &str) -> &str {
        self.list.iter().find(|f| f.field == field).map_or("", |f| &f.text)
    }
}

/// The id of the act a form becomes: as sent, else a new one.
pub(super) fn act_id(typed: &str) -> ActId {
    typed.parse().unwrap_or_else(|_| ActId(Uuid::new_v4()))
}

/// A new id for a form.
pub(super) fn new_id() -> String {
    Uuid::new_v4().to_string()
}

/// What was typed in an optional field.
pub(super) fn optional(typed: &str) -> Option<String> {
    Some(typed.trim()).filter(|t| !t.is_empty()).map(str::to_owned)
}

/// `?office=`: the office a page is about, the officer's own when it is left out.
#[derive(Debug, Default, Deserialize)]
pub(super) struct OfOffice {
    /// Its code.
    #[serde(default)]
    pub(super) office: String,
}

/// The office asked for, or the officer's own.
pub(super) fn office_of(asked: &str, ctx: &Ctx) -> String {
    optional(asked).unwrap_or_else(|| ctx.caller.office().to_owned())
}
