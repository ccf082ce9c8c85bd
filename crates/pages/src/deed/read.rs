//! What was typed, as the act's content: the same JSON that the API takes, read by the same type.

use jiff::civil::Date;
use roznamcha_acts::FieldFault;
use roznamcha_words::{digits, ids};
use serde_json::{Map, Value, json};

use crate::fir::read;
use crate::fir::typed::Typed;
use crate::station::case;
use crate::{Ctx, Pages};
use roznamcha_records::DoorError;

use super::input::{Input, Shape};

type Faults = Vec<FieldFault>;

fn fault(faults: &mut Faults, field: &str, code: &str) {
    faults.push(FieldFault { field: field.to_owned(), code: code.to_owned() });
}

/// Cases named by number, found before the rest is read: name of the field, what it stands for.
pub(crate) async fn cases(
    pages: &Pages,
    ctx: &Ctx,
    typed: &Typed,
    inputs: &[Input],
) -> Result<Vec<(String, Option<String>)>, DoorError> {
    let mut found = Vec::new();
    for input in inputs.iter().filter(|i| matches!(i.shape, Shape::Case)) {
        let case = case::case(pages, ctx, typed.get(&input.name), &input.name).await?;
        found.push((input.name.clone(), case));
    }
    Ok(found)
}

/// Reads forms of this officer.
pub(crate) struct Reader<'a> {
    /// Sections of law typed without the picker, by code.
    pub law: &'a (dyn Fn(&str) -> Vec<String> + Sync),
    /// What was typed.
    pub typed: &'a Typed,
    /// Cases named by number.
    pub cases: Vec<(String, Option<String>)>,
}

impl Reader<'_> {
    /// The content of these fields, with what keeps it from being read.
    pub(crate) fn content(&self, inputs: &[Input], faults: &mut Faults) -> Map<String, Value> {
        let mut content = Map::new();
        for input in inputs {
            let name = input.name.rsplit('.').next().unwrap_or(&input.name);
            let before = faults.len();
            if let Some(value) = self.value(input, faults) {
                content.insert(name.to_owned(), value);
            } else if input.must && faults.len() == before {
                fault(faults, &input.name, "fault-missing");
            }
        }
        content
    }

    /// A field's value; `None` where it is left out.
    fn value(&self, input: &Input, faults: &mut Faults) -> Option<Value> {
        let (typed, name) = (self.typed, input.name.as_str());
        match &input.shape {
            Shape::Line | Shape::Text => self.words(input, typed.get(name).to_owned()),
            Shape::Cnic => {
                let card = typed.get(name);
                self.words(input, ids::cnic_digits(card).unwrap_or_else(|| card.to_owned()))
            }
            Shape::Number { paisa } => {
                let scale = if *paisa { 100.0 } else { 1.0 };
                whole(typed.number(name, scale, faults)?, name, *paisa, faults)
            }
            Shape::When => json_of(typed.moment(name, faults)?),
            Shape::Day => json_of(date(typed, name, faults)?),
            Shape::Yes => Some(json!(typed.ticked(name))),
            Shape::One { number, .. } => chosen(typed.get(name), *number, name, faults),
            Shape::Many { number, .. } => {
                let each = typed.all(name).into_iter().filter_map(|v| chosen(v, *number, name, faults));
                let all: Vec<Value> = each.collect();
                (!input.must || !all.is_empty()).then(|| json!(all))
            }
            Shape::Investigator { ranks, .. } => {
                let officer = typed.opt(name)?;
                let rank = ranks.iter().find(|(code, _)| *code == officer).map(|(_, rank)| rank.clone());
                let special = typed.ticked(&format!("{name}.special"));
                Some(json!({ "officer": officer, "rank": rank.unwrap_or_default(), "special": special }))
            }
            Shape::Sections { .. } => {
                let codes = self.sections(name);
                (!input.must || !codes.is_empty()).then(|| json!(codes))
            }
            Shape::Lines => {
                let lines = typed.get(name).lines().map(str::trim).filter(|l| !l.is_empty());
                let lines: Vec<&str> = lines.collect();
                (!input.must || !lines.is_empty()).then(|| json!(lines))
            }
            Shape::Party { .. } => {
                let blank = input.maybe && !self.begun(name);
                (!blank).then(|| read::party(typed, name, faults)).and_then(json_of)
            }
            Shape::Order { number } => self.order(input, number, faults),
            Shape::Case => {
                let found = self.cases.iter().find(|(field, _)| field == name)?;
                found.1.as_ref().map(|act| json!(act))
            }
            Shape::Rows { row, .. } => Some(self.rows(name, row, faults)),
            Shape::Answers { .. } => Some(self.answers(name, faults)),
        }
    }

    /// Words; an empty one is left out where the content has none, and is missed by the rules where it must be there.
    fn words(&self, input: &Input, text: String) -> Option<Value> {
        let left_out = text.is_empty() && (input.maybe || input.must);
        (!left_out).then(|| json!(text))
    }

    fn begun(&self, at: &str) -> bool {
        self.typed.begun(&format!("{at}."))
    }

    fn sections(&self, name: &str) -> Vec<String> {
        let mut codes: Vec<String> = self.typed.all(name).into_iter().map(str::to_owned).collect();
        for code in (self.law)(self.typed.get(&format!("{name}_typed"))) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    }

    fn order(&self, input: &Input, number: &str, faults: &mut Faults) -> Option<Value> {
        let at = input.name.as_str();
        if input.maybe && !self.begun(at) {
            return None;
        }
        let field = |name: &str| format!("{at}.{name}");
        for name in ["authority", number] {
            if self.typed.get(&field(name)).is_empty() {
                fault(faults, &field(name), "fault-missing");
            }
        }
        let when = field("date");
        let date = date(self.typed, &when, faults);
        if date.is_none() && self.typed.get(&when).is_empty() {
            fault(faults, &when, "fault-missing");
        }
        let (authority, no) = (self.typed.get(&field("authority")), self.typed.get(&field(number)));
        Some(json!({ "authority": authority, number: no, "date": date? }))
    }

    fn rows(&self, name: &str, row: &[Input], faults: &mut Faults) -> Value {
        let each = (0..self.typed.rows(name)).map(|i| {
            let at = format!("{name}.{i}");
            let fields: Vec<Input> = row.iter().map(|field| field.within(&at)).collect();
            Value::Object(self.content(&fields, faults))
        });
        Value::Array(each.collect())
    }

    /// Answers, by the number of the objection.
    fn answers(&self, name: &str, faults: &mut Faults) -> Value {
        let each = (0..self.typed.rows(name)).map(|i| {
            let no = format!("{name}.{i}.no");
            let number = chosen(self.typed.get(&no), true, name, faults);
            json!({ "no": number, "text": self.typed.get(&format!("{name}.{i}.text")) })
        });
        Value::Array(each.collect())
    }
}

fn json_of(value: impl serde::Serialize) -> Option<Value> {
    serde_json::to_value(value).ok()
}

fn date(typed: &Typed, name: &str, faults: &mut Faults) -> Option<Date> {
    let value = typed.opt(name)?;
    let date = digits::ascii(&value).parse().ok();
    if date.is_none() {
        fault(faults, name, "fault-date");
    }
    date
}

/// A number as the content has it: never negative, and within 32 bits where it is a count.
fn whole(number: i64, name: &str, paisa: bool, faults: &mut Faults) -> Option<Value> {
    let fits = if paisa { number >= 0 } else { u32::try_from(number).is_ok() };
    if !fits {
        fault(faults, name, "fault-range");
        return None;
    }
    Some(json!(number))
}

fn chosen(value: &str, number: bool, name: &str, faults: &mut Faults) -> Option<Value> {
    if value.is_empty() {
        return None;
    }
    if !number {
        return Some(json!(value));
    }
    let index = value.parse::<u64>().ok();
    if index.is_none() {
        fault(faults, name, "fault-choice");
    }
    index.map(|i| json!(i))
}
