//! A form as it is drawn: its fields in parts that a key leads to, each with its label, help, fault and what was typed.

use askama::Template;
use roznamcha_words::digits;

use crate::ctx::Voice;
use crate::fir::field::{Choice, Form, Look, Select};
use crate::fir::law;
use crate::station::picker::{Chip, Picker};
use crate::{Ctx, Pages};

use super::input::{Input, Shape};

/// A part of the form.
pub(crate) struct Part {
    /// Its number, for the key that leads to it.
    pub number: usize,
    /// The same in the reader's digits.
    pub shown: String,
    /// What it is.
    pub legend: String,
    /// Its fields.
    pub html: String,
}

/// A tick.
#[derive(Template)]
#[template(path = "deed/yes.html")]
struct Yes<'a> {
    id: String,
    input: &'a Input,
    on: bool,
    error: String,
}

/// Ticks.
#[derive(Template)]
#[template(path = "deed/ticks.html")]
struct Ticks<'a> {
    id: String,
    input: &'a Input,
    choices: &'a [Choice],
    on: Vec<&'a str>,
    error: String,
    must: String,
    none: String,
}

/// Rows of fields.
#[derive(Template)]
#[template(path = "deed/rows.html")]
struct RowsDrawn {
    id: String,
    name: String,
    one: String,
    error: String,
    hint: String,
    remove: String,
    more: String,
    /// Index, number as read, fields.
    rows: Vec<(usize, String, String)>,
    blank: String,
}

/// An answer to an objection.
#[derive(Template)]
#[template(path = "deed/answer.html")]
struct Answer {
    name: String,
    no: u32,
    number: String,
    objection: String,
    field: String,
}

/// Draws a form.
pub(crate) struct Drawer<'a> {
    /// The pages, for the law.
    pub pages: &'a Pages,
    /// The officer.
    pub ctx: &'a Ctx,
    /// What was typed and what is wrong with it.
    pub form: &'a Form,
}

fn rendered(template: &impl Template) -> String {
    template.render().unwrap_or_else(|error| {
        tracing::error!(%error, "a field failed");
        String::new()
    })
}

impl Drawer<'_> {
    fn voice(&self) -> &Voice {
        &self.ctx.voice
    }

    fn n(&self, number: usize) -> String {
        digits::localise(self.voice().lang, &number.to_string())
    }

    /// The parts: plain fields together, each person, order or group of rows by itself.
    pub(crate) fn parts(&self, inputs: &[Input], title: &str) -> Vec<Part> {
        let mut parts: Vec<(String, String)> = Vec::new();
        let mut grid = String::new();
        for input in inputs {
            let html = self.field(input);
            if stands_alone(input) {
                self.flush(&mut grid, &mut parts, title);
                parts.push((input.label.clone(), html));
            } else {
                grid.push_str(&html);
            }
        }
        self.flush(&mut grid, &mut parts, title);
        let number = |(i, (legend, html)): (usize, (String, String))| Part {
            number: i + 1,
            shown: self.n(i + 1),
            legend,
            html,
        };
        parts.into_iter().enumerate().map(number).collect()
    }

    fn flush(&self, grid: &mut String, parts: &mut Vec<(String, String)>, title: &str) {
        if grid.is_empty() {
            return;
        }
        let first = !parts.iter().any(|(legend, _)| legend == title);
        let legend = if first { title.to_owned() } else { self.voice().t("deed-further") };
        parts.push((legend, format!("<div class=\"form-grid\">{grid}</div>")));
        grid.clear();
    }

    /// A field.
    fn field(&self, input: &Input) -> String {
        match &input.shape {
            Shape::Line => self.words(Look::Urdu, input, false),
            Shape::Cnic | Shape::Number { .. } | Shape::Case => self.words(Look::Ltr, input, false),
            Shape::When => self.words(Look::When, input, false),
            Shape::Day => self.words(Look::Day, input, false),
            Shape::Text | Shape::Lines => self.words(Look::Lines, input, true),
            Shape::Yes => self.yes(input),
            Shape::One { choices, .. } => rendered(&self.one(input, choices)),
            Shape::Investigator { choices, unit, .. } => {
                rendered(&self.one(input, choices)) + &self.yes(&Input::tick(&input.name, "special", unit))
            }
            Shape::Many { choices, .. } => self.ticks(input, choices),
            Shape::Sections { .. } => self.picker(input),
            Shape::Party { named } => self.party(input, *named),
            Shape::Order { number } => self.order(input, number),
            Shape::Rows { row, one, first, .. } => self.rows(input, row, one, *first),
            Shape::Answers { open } => self.answers(input, open),
        }
    }

    fn words(&self, look: Look, input: &Input, wide: bool) -> String {
        let mut field = self.form.field(look, &input.name, "").called(&input.label).hint(&input.hint);
        if input.must {
            field = field.must();
        }
        if wide {
            field = field.wide();
        }
        rendered(&field)
    }

    fn one(&self, input: &Input, choices: &[Choice]) -> Select {
        let blank = match (input.must, choices.is_empty()) {
            (_, true) => "deed-none-offered",
            (true, false) => "choose",
            (false, false) => "deed-none",
        };
        let select = self.form.select(&input.name, "", blank, choices.to_vec()).called(&input.label);
        let select = select.hint(&input.hint);
        if input.must { select.must(self.form) } else { select }
    }

    fn yes(&self, input: &Input) -> String {
        let (id, error) = (self.form.id(&input.name), self.form.error(&input.name));
        rendered(&Yes { id, input, on: self.form.typed.ticked(&input.name), error })
    }

    fn must(&self, input: &Input) -> String {
        if input.must { self.voice().t("required") } else { String::new() }
    }

    fn ticks(&self, input: &Input, choices: &[Choice]) -> String {
        rendered(&Ticks {
            id: self.form.id(&input.name),
            input,
            choices,
            on: self.form.typed.all(&input.name),
            error: self.form.error(&input.name),
            must: self.must(input),
            none: self.voice().t("deed-none-offered"),
        })
    }

    fn picker(&self, input: &Input) -> String {
        let (book, day) = (self.pages.records.statute(), self.pages.records.now().day());
        let chip = |code: &str| Chip {
            value: code.to_owned(),
            label: law::in_words(self.voice(), book, code, self.ctx.caller.province(), day),
        };
        let chips = self.form.typed.all(&input.name).into_iter().map(chip).collect();
        let picker = Picker::new(self.form, &input.name, "/law/sections", "fir-section-search", chips);
        let picker = picker.called(&input.label);
        rendered(&if input.must { picker.must(self.form) } else { picker })
    }

    fn party(&self, input: &Input, named: bool) -> String {
        let hint = self.hint(input);
        format!("{hint}{}", rendered(&self.form.party(&input.name, named, false)))
    }

    fn hint(&self, input: &Input) -> String {
        if input.hint.is_empty() {
            return String::new();
        }
        format!("<p class=\"hint\">{}</p>", escaped(&input.hint))
    }

    fn order(&self, input: &Input, number: &str) -> String {
        let voice = self.voice();
        let name = |field: &str| format!("{}.{field}", input.name);
        let fields = [
            (Look::Urdu, name("authority"), voice.t("authority")),
            (Look::Urdu, name(number), voice.t("order-no")),
            (Look::Day, name("date"), voice.t("order-date")),
        ];
        let draw = |(look, name, label): &(Look, String, String)| {
            let field = self.form.field(*look, name, "").called(label);
            rendered(&if input.maybe { field } else { field.must() })
        };
        let html: String = fields.iter().map(draw).collect();
        format!("{}<div class=\"form-grid three\">{html}</div>", self.hint(input))
    }

    fn rows(&self, input: &Input, row: &[Input], one: &str, first: usize) -> String {
        let count = self.form.typed.rows(&input.name).max(first);
        let fields =
            |at: String| -> String { row.iter().map(|field| self.field(&field.within(&at))).collect() };
        let each = (0..count).map(|i| (i, self.n(i + 1), fields(format!("{}.{i}", input.name))));
        rendered(&RowsDrawn {
            id: self.form.id(&input.name),
            name: input.name.clone(),
            one: one.to_owned(),
            error: self.form.error(&input.name),
            hint: input.hint.clone(),
            remove: self.voice().t("deed-row-remove"),
            more: self.voice().t("deed-row-add"),
            rows: each.collect(),
            blank: fields(format!("{}.__i__", input.name)),
        })
    }

    fn answers(&self, input: &Input, open: &[(u32, String)]) -> String {
        let each = open.iter().enumerate().map(|(i, (no, objection))| {
            let name = format!("{}.{i}.text", input.name);
            let field = self.form.field(Look::Lines, &name, "deed-answer").must().wide();
            let number = digits::localise(self.voice().lang, &no.to_string());
            let at = format!("{}.{i}.no", input.name);
            rendered(&Answer {
                name: at,
                no: *no,
                number,
                objection: objection.clone(),
                field: rendered(&field),
            })
        });
        let html: String = each.collect();
        if html.is_empty() {
            return format!(
                "<p id=\"{}\">{}</p>",
                self.form.id(&input.name),
                self.voice().t("deed-no-objection")
            );
        }
        html
    }
}

fn stands_alone(input: &Input) -> bool {
    use Shape::{Answers, Order, Party, Rows};
    matches!(input.shape, Party { .. } | Order { .. } | Rows { .. } | Answers { .. })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}
