//! A picker: chosen values as chips, more of them searched for as one types; without script, a line of text.

use askama::Template;

use crate::fir::field::Form;

/// A value chosen.
#[derive(Clone)]
pub(crate) struct Chip {
    /// What is sent.
    pub value: String,
    /// What is read.
    pub label: String,
}

/// A picker of many values. `<name>` is sent for each chip, `<name>_typed` without script.
#[derive(Template)]
#[template(path = "station/picker.html")]
pub(crate) struct Picker {
    name: String,
    url: &'static str,
    id: String,
    label: String,
    hint: String,
    error: String,
    must: String,
    remove: String,
    typed: String,
    chips: Vec<Chip>,
    is_wide: bool,
}

impl Picker {
    /// A picker of a form.
    pub(crate) fn new(form: &Form, name: &str, url: &'static str, label: &str, chips: Vec<Chip>) -> Self {
        let field = format!("{name}_typed");
        Self {
            name: name.to_owned(),
            url,
            id: form.id(&field),
            label: form.t(label),
            hint: String::new(),
            error: form.error(&field),
            must: String::new(),
            remove: form.t("remove"),
            typed: form.typed.get(&field).to_owned(),
            chips,
            is_wide: true,
        }
    }

    /// At least one must be chosen.
    pub(crate) fn must(mut self, form: &Form) -> Self {
        self.must = form.t("required");
        self
    }

    /// A label in words.
    pub(crate) fn called(mut self, label: &str) -> Self {
        label.clone_into(&mut self.label);
        self
    }

    /// It shares its line.
    pub(crate) fn half(mut self) -> Self {
        self.is_wide = false;
        self
    }

    /// A line of help.
    pub(crate) fn hint(mut self, form: &Form, key: &str) -> Self {
        self.hint = form.t(key);
        self
    }
}
