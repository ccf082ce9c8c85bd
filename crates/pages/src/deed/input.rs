//! The fields of a form as one officer meets them now: with labels in his language and what the books offer.

use crate::ctx::Voice;
use crate::fir::field::Choice;

use super::plan::{Control, Field, Rows};
use super::stock::Stock;

/// A field.
#[derive(Clone, Debug)]
pub(crate) struct Input {
    /// Its name in the form, which is its path in the act's content.
    pub name: String,
    /// Its label.
    pub label: String,
    /// A line of help; empty for none.
    pub hint: String,
    /// It must be filled in.
    pub must: bool,
    /// Empty, it is left out.
    pub maybe: bool,
    /// What it is.
    pub shape: Shape,
}

impl Input {
    /// A tick that belongs to a field.
    pub fn tick(of: &str, name: &str, label: &str) -> Self {
        let (name, label) = (format!("{of}.{name}"), label.to_owned());
        Self { name, label, hint: String::new(), must: false, maybe: false, shape: Shape::Yes }
    }
}

/// What a field is.
#[derive(Clone, Debug)]
pub(crate) enum Shape {
    /// One line in the station's language.
    Line,
    /// An identity card number.
    Cnic,
    /// Several lines in the station's language.
    Text,
    /// A whole number; of rupees kept in paisa, times a hundred.
    Number { paisa: bool },
    /// Date and hour.
    When,
    /// A date.
    Day,
    /// Yes or no.
    Yes,
    /// One of these; `number` where the content has a number.
    One { choices: Vec<Choice>, number: bool },
    /// Some of these.
    Many { choices: Vec<Choice>, number: bool },
    /// An officer with the rank held now; the words of the tick for one of the unit that the law names.
    Investigator { choices: Vec<Choice>, ranks: Vec<(String, String)>, unit: String },
    /// Sections of law, beginning with these.
    Sections { first: Vec<String> },
    /// One to a line.
    Lines,
    /// A person.
    Party { named: bool },
    /// An order; the name of its number.
    Order { number: &'static str },
    /// A case by its number.
    Case,
    /// Rows of fields.
    Rows { row: Vec<Input>, one: String, first: usize, each: Vec<String> },
    /// Answers to these: number and words.
    Answers { open: Vec<(u32, String)> },
}

/// The key of a field's label: its own, the form's usual one, or the column's.
pub(crate) fn label_key(field: &Field, voice: &Voice) -> String {
    if !field.label.is_empty() {
        return field.label.to_owned();
    }
    let name = field.name.replace('_', "-");
    let usual = format!("deed-{name}");
    if voice.has(&usual) { usual } else { format!("cell-{name}") }
}

/// The fields of a form.
pub(crate) fn inputs(fields: &[Field], stock: &Stock, voice: &Voice) -> Vec<Input> {
    fields.iter().map(|field| input(field, stock, voice)).collect()
}

fn input(field: &Field, stock: &Stock, voice: &Voice) -> Input {
    Input {
        name: field.name.to_owned(),
        label: voice.t(&label_key(field, voice)),
        hint: if field.hint.is_empty() { String::new() } else { voice.t(field.hint) },
        must: field.must,
        maybe: field.maybe,
        shape: shape(&field.control, stock, voice),
    }
}

fn coded(voice: &Voice, before: &str, codes: &[&str]) -> Vec<Choice> {
    let key = |code: &str| format!("{before}{}", code.to_ascii_lowercase().replace('_', "-"));
    codes.iter().map(|c| Choice { value: (*c).to_owned(), label: voice.t(&key(c)) }).collect()
}

fn shape(control: &Control, stock: &Stock, voice: &Voice) -> Shape {
    match *control {
        Control::Line => Shape::Line,
        Control::Text => Shape::Text,
        Control::Number => Shape::Number { paisa: false },
        Control::Rupees => Shape::Number { paisa: true },
        Control::When => Shape::When,
        Control::Day => Shape::Day,
        Control::Yes => Shape::Yes,
        Control::Lines => Shape::Lines,
        Control::Case => Shape::Case,
        Control::Sections => Shape::Sections { first: Vec::new() },
        Control::SectionsOfCase => Shape::Sections { first: stock.charged_codes() },
        Control::Party(named) => Shape::Party { named },
        Control::Order(number) => Shape::Order { number },
        Control::Choice("rank-", codes) => {
            let choice = |code: &&str| Choice { value: (**code).to_owned(), label: stock.rank(code) };
            Shape::One { choices: codes.iter().map(choice).collect(), number: false }
        }
        Control::Choice(before, codes) => Shape::One { choices: coded(voice, before, codes), number: false },
        Control::Accused => Shape::One { choices: stock.accused(), number: true },
        Control::ManyAccused => Shape::Many { choices: stock.accused(), number: true },
        Control::Person => Shape::One { choices: stock.persons(voice), number: true },
        Control::Officer => Shape::One { choices: stock.officers(), number: false },
        Control::Investigator => Shape::Investigator {
            choices: stock.officers(),
            ranks: stock.officer_ranks(),
            unit: voice.t("deed-special"),
        },
        Control::Zimni => Shape::One { choices: stock.zimnis(voice), number: true },
        Control::Thing(shelf, states) => Shape::One { choices: stock.things(shelf, states), number: false },
        Control::Things(shelf, states) => Shape::Many { choices: stock.things(shelf, states), number: false },
        Control::Brought => Shape::Many { choices: stock.brought(), number: false },
        Control::BroughtOne => Shape::One { choices: stock.brought(), number: false },
        Control::Charged => Shape::Many { choices: stock.charged(), number: false },
        Control::Answers => Shape::Answers { open: stock.objections() },
        Control::Rows(Rows { fields, one, first }) => Shape::Rows {
            row: inputs(fields, stock, voice),
            one: voice.t(one),
            first: first.unwrap_or_default(),
            each: if first.is_none() { stock.open_accused() } else { Vec::new() },
        },
    }
}

impl Input {
    /// The same field in a row, its name beginning with `at`.
    pub(crate) fn within(&self, at: &str) -> Self {
        Self { name: format!("{at}.{}", self.name), ..self.clone() }
    }

    /// Names of the groups of rows in a form.
    pub(crate) fn groups(inputs: &[Self]) -> Vec<&str> {
        let rows = |i: &&Self| matches!(i.shape, Shape::Rows { .. } | Shape::Answers { .. });
        inputs.iter().filter(rows).map(|i| i.name.as_str()).collect()
    }
}
