//! The fields of a form, each with its label, hint, error and typed value, so that a template names a field once.

use askama::Template;
use roznamcha_acts::FieldFault;
use roznamcha_records::DoorError;

use crate::ctx::Voice;
use crate::problem::Reason;

use super::labels::{form_name, label_of};
use super::typed::Typed;

/// How a field is typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Look {
    /// One line in the station's language.
    Urdu,
    /// One line of digits or codes, left to right.
    Ltr,
    /// Date and hour.
    When,
    /// A date.
    Day,
    /// Several lines in the station's language.
    Lines,
    /// The first information: tall.
    Tall,
    /// Several lines in English.
    English,
}

/// A field.
#[derive(Template)]
#[template(path = "fir/field.html")]
pub(crate) struct Field {
    id: String,
    name: String,
    label: String,
    value: String,
    hint: String,
    error: String,
    must: String,
    look: Look,
    is_wide: bool,
    voice: Voice,
}

/// A choice of a select.
#[derive(Clone, Debug)]
pub(crate) struct Choice {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

/// A select.
#[derive(Template)]
#[template(path = "fir/select.html")]
pub(crate) struct Select {
    id: String,
    name: String,
    label: String,
    value: String,
    hint: String,
    error: String,
    must: String,
    choices: Vec<Choice>,
}

/// The fields of one person.
#[derive(Template)]
#[template(path = "fir/party.html")]
pub(crate) struct PartyFields<'a> {
    form: &'a Form,
    at: &'a str,
    /// A name must be given.
    named: bool,
    described: bool,
}

/// The fields of one item of property.
#[derive(Template)]
#[template(path = "fir/property.html")]
pub(crate) struct PropertyFields<'a> {
    pub form: &'a Form,
    pub at: String,
}

/// A fault to show: where it is and what to do.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    /// Name of the field in the form; empty when it belongs to none.
    pub field: String,
    /// Label of the field.
    pub label: String,
    /// What is wrong, and what to do.
    pub text: String,
}

/// A form with what was typed and what is wrong with it.
#[derive(Clone)]
pub(crate) struct Form {
    /// How to speak.
    pub voice: Voice,
    /// What was typed.
    pub typed: Typed,
    /// What is wrong.
    pub faults: Vec<Shown>,
    /// Put before ids, where several forms stand on one page.
    pub prefix: &'static str,
}

impl Form {
    /// A form with these values.
    pub(crate) fn new(voice: &Voice, prefix: &'static str, typed: Typed) -> Self {
        Self { voice: voice.clone(), typed, faults: Vec::new(), prefix }
    }

    /// Adds what the rules said of the fields.
    pub(crate) fn with_faults(mut self, faults: &[FieldFault]) -> Self {
        for fault in faults {
            let field = form_name(&fault.field);
            let label = label_of(&self.voice, &field);
            self.faults.push(Shown { field, label, text: self.voice.t(&fault.code) });
        }
        self
    }

    /// Adds why the door did not open.
    pub(crate) fn with_error(mut self, error: &DoorError) -> Self {
        if let DoorError::Refused(roznamcha_acts::Refusal::Fields { faults }) = error {
            return self.with_faults(faults);
        }
        let reasons = crate::problem::reasons(error, &self.voice);
        if reasons.is_empty() {
            let text = self.voice.t(error.key());
            self.faults.push(Shown { field: String::new(), label: String::new(), text });
        }
        for Reason { label, text } in reasons {
            self.faults.push(Shown { field: String::new(), label, text });
        }
        self
    }

    /// The id of the field of that name.
    pub(crate) fn id(&self, name: &str) -> String {
        format!("{}{}", self.prefix, name.replace('.', "-"))
    }

    /// A message.
    pub(crate) fn t(&self, key: &str) -> String {
        self.voice.t(key)
    }

    /// A label by its key; none where the caller says it in words.
    fn label(&self, key: &str) -> String {
        if key.is_empty() { String::new() } else { self.voice.t(key) }
    }

    /// The act's id, kept when the form is shown again.
    pub(crate) fn act_id(&self) -> String {
        self.typed.act_id().to_string()
    }

    /// What is wrong with a field; empty for nothing.
    pub(crate) fn error(&self, name: &str) -> String {
        self.faults.iter().find(|f| f.field == name).map(|f| f.text.clone()).unwrap_or_default()
    }

    /// How many rows a group has, by index.
    pub(crate) fn rows(&self, group: &str) -> Vec<usize> {
        (0..self.typed.rows(group)).collect()
    }

    /// A field.
    pub(crate) fn field(&self, look: Look, name: &str, label: &str) -> Field {
        Field {
            id: self.id(name),
            name: name.to_owned(),
            label: self.label(label),
            value: self.typed.get(name).to_owned(),
            hint: String::new(),
            error: self.error(name),
            must: String::new(),
            look,
            is_wide: false,
            voice: self.voice.clone(),
        }
    }

    /// One line in the station's language.
    pub(crate) fn urdu(&self, name: &str, label: &str) -> Field {
        self.field(Look::Urdu, name, label)
    }

    /// One line of digits or codes.
    pub(crate) fn ltr(&self, name: &str, label: &str) -> Field {
        self.field(Look::Ltr, name, label)
    }

    /// Date and hour.
    pub(crate) fn when(&self, name: &str, label: &str) -> Field {
        self.field(Look::When, name, label)
    }

    /// Several lines.
    pub(crate) fn lines(&self, name: &str, label: &str) -> Field {
        self.field(Look::Lines, name, label)
    }

    /// A select; the first choice is `blank` with no value.
    pub(crate) fn select(&self, name: &str, label: &str, blank: &str, choices: Vec<Choice>) -> Select {
        let mut all = vec![Choice { value: String::new(), label: self.voice.t(blank) }];
        all.extend(choices);
        Select {
            id: self.id(name),
            name: name.to_owned(),
            label: self.label(label),
            value: self.typed.get(name).to_owned(),
            hint: String::new(),
            error: self.error(name),
            must: String::new(),
            choices: all,
        }
    }

    /// Choices from codes whose message key is `before` and the code, underscores as hyphens.
    pub(crate) fn choices(&self, before: &str, codes: &[&str]) -> Vec<Choice> {
        let label = |code: &str| self.voice.t(&format!("{before}{}", code.replace('_', "-")));
        codes.iter().map(|c| Choice { value: (*c).to_owned(), label: label(c) }).collect()
    }

    /// The fields of a person whose names begin with `at`.
    pub(crate) fn party<'a>(&'a self, at: &'a str, named: bool, described: bool) -> PartyFields<'a> {
        PartyFields { form: self, at, named, described }
    }

    /// The name of a field of a row.
    pub(crate) fn of(&self, group: &str, index: &usize) -> String {
        format!("{group}.{index}")
    }
}

impl Field {
    /// It must be filled in.
    pub(crate) fn must(mut self) -> Self {
        self.must = self.voice.t("required");
        self
    }

    /// A label in words.
    pub(crate) fn called(mut self, label: &str) -> Self {
        label.clone_into(&mut self.label);
        self
    }

    /// It spans the whole line.
    pub(crate) fn wide(mut self) -> Self {
        self.is_wide = true;
        self
    }

    /// A line of help under it.
    pub(crate) fn hint(mut self, text: &str) -> Self {
        text.clone_into(&mut self.hint);
        self
    }

    fn is_lines(&self) -> bool {
        matches!(self.look, Look::Lines | Look::Tall | Look::English)
    }

    fn is_urdu(&self) -> bool {
        matches!(self.look, Look::Urdu | Look::Lines | Look::Tall)
    }

    fn described_by(&self) -> String {
        let hint = (!self.hint.is_empty()).then(|| format!("{}-hint", self.id));
        let error = (!self.error.is_empty()).then(|| format!("{}-error", self.id));
        hint.into_iter().chain(error).collect::<Vec<_>>().join(" ")
    }

    fn kind(&self) -> &'static str {
        match self.look {
            Look::When => "datetime-local",
            Look::Day => "date",
            _ => "text",
        }
    }
}

impl Select {
    /// It must be chosen.
    pub(crate) fn must(mut self, form: &Form) -> Self {
        self.must = form.t("required");
        self
    }

    /// A label in words.
    pub(crate) fn called(mut self, label: &str) -> Self {
        label.clone_into(&mut self.label);
        self
    }

    /// A line of help under it.
    pub(crate) fn hint(mut self, text: &str) -> Self {
        text.clone_into(&mut self.hint);
        self
    }
}

impl PropertyFields<'_> {
    fn n(&self, name: &str) -> String {
        format!("{}.{name}", self.at)
    }
}

impl PartyFields<'_> {
    fn n(&self, name: &str) -> String {
        format!("{}.{name}", self.at)
    }

    fn relations(&self) -> Select {
        let codes = ["son_of", "daughter_of", "wife_of", "widow_of"];
        let choices = self.form.choices("relation-", &codes);
        self.form.select(&self.n("relation_kind"), "person-relation", "choose", choices)
    }

    fn genders(&self) -> Select {
        let choices = self.form.choices("gender-", &["male", "female", "x"]);
        self.form.select(&self.n("gender"), "person-gender", "not-recorded", choices)
    }
}
