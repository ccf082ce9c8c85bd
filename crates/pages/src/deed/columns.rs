//! The columns of a part of a register as fields: what the statute book says they take.

use roznamcha_statute::{Column, ColumnKind, Entering, Filled, Part, Province, RegisterNo};

use crate::fir::field::Choice;
use crate::{Ctx, Pages};

use super::input::{Input, Shape};
use super::stock::Stock;

/// The part of a register, where it is in force here today.
pub(crate) fn part_of<'a>(pages: &'a Pages, ctx: &Ctx, register: &str, part: &str) -> Option<&'a Part> {
    let number: RegisterNo = register.parse().ok()?;
    let (province, day) = (province(ctx), pages.records.now().day());
    pages.records.statute().part(number, part).filter(|p| p.datum.in_force(province, day))
}

fn province(ctx: &Ctx) -> Province {
    ctx.caller.province().parse().unwrap_or(Province::Pakistan)
}

/// Whether entries are typed into it by hand.
pub(crate) fn is_typed(part: &Part) -> bool {
    part.entering == Entering::Typed
}

/// Its columns in force, in the order of the book.
pub(crate) fn columns<'a>(pages: &'a Pages, ctx: &Ctx, part: &Part) -> Vec<&'a Column> {
    let (province, day) = (province(ctx), pages.records.now().day());
    let all = pages.records.statute().columns(part.register, &part.part).into_iter();
    all.filter(|c| c.datum.in_force(province, day)).collect()
}

/// Columns that are filled with the entry, or may be.
pub(crate) fn typed_with_entry(column: &&Column) -> bool {
    matches!(column.pen.filled, Filled::Entry | Filled::Later)
}

/// A column as a field of that name.
pub(crate) fn input(ctx: &Ctx, stock: &Stock, column: &Column, name: String, must: bool) -> Input {
    let shape = match column.pen.kind {
        ColumnKind::Text => Shape::Line,
        ColumnKind::Lines => Shape::Text,
        ColumnKind::Day => Shape::Day,
        ColumnKind::Time => Shape::When,
        ColumnKind::Money => Shape::Number { paisa: true },
        ColumnKind::Number => Shape::Number { paisa: false },
        ColumnKind::Sections => Shape::Sections { first: Vec::new() },
        ColumnKind::Cnic => Shape::Cnic,
        ColumnKind::Officer => Shape::One { choices: stock.officers(), number: false },
        ColumnKind::Code => Shape::One { choices: choices(ctx, column), number: false },
    };
    let label = ctx.voice.pick(&column.en, &column.ur).to_owned();
    Input { name, label, hint: String::new(), must, maybe: !must, shape }
}

/// What a column of codes chooses from, in the words in which the book shows them.
fn choices(ctx: &Ctx, column: &Column) -> Vec<Choice> {
    let key = column.key.as_str();
    let label = |code: &String| {
        let message = format!("code-{key}-{code}").replace('_', "-");
        if ctx.voice.has(&message) { ctx.t(&message) } else { code.clone() }
    };
    column.pen.choices.iter().map(|c| Choice { value: c.clone(), label: label(c) }).collect()
}
