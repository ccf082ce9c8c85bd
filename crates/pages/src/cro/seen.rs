//! The fields in which a witness's description is typed, read from an address or a form, and shown again.

use askama::Template;
use roznamcha_acts::FieldFault;
use roznamcha_acts::kinds::{Gender, Looks};
use roznamcha_records::{Guess, Seen, SeenCode, SeenMark};
use roznamcha_statute::Look;

use super::{looks, say};
use crate::fir::field::{Choice, Form, Select};
use crate::fir::typed::Typed;
use crate::station::form::fault;
use crate::{Ctx, Pages, Shell};

/// Lists of looks that the form offers, in its order.
pub(super) const LISTS: [&str; 10] =
    ["build", "complexion", "face", "hair", "hair_colour", "eyes", "beard", "moustache", "gait", "speech"];
/// How far a witness's guess may be off, where he says nothing of it: centimetres, kilograms, years.
const TOLERANCES: [(&str, u16); 3] = [("height", 5), ("weight", 8), ("age", 5)];

/// The fields.
#[derive(Template)]
#[template(path = "cro/seen.html")]
pub(super) struct SeenFields<'a> {
    shell: &'a Shell,
    form: &'a Form,
    gender: Select,
    height_band: Select,
    weight_band: Select,
    lists: Vec<Select>,
    kinds: Vec<Choice>,
    places: Vec<Choice>,
    methods: Vec<Choice>,
    /// Whether a gang may be asked for: a line-up is not drawn from one.
    gang: bool,
}

/// A mark, as a row of the form.
#[derive(Template)]
#[template(path = "cro/seen_mark.html")]
struct MarkRow<'a> {
    shell: &'a Shell,
    at: &'a str,
    number: String,
    kinds: Select,
    places: Select,
    unsure: bool,
}

impl<'a> SeenFields<'a> {
    pub(super) fn new(pages: &Pages, ctx: &Ctx, shell: &'a Shell, form: &'a Form, gang: bool) -> Self {
        let pick = |name: &str, label: &str, choices| form.select(name, label, "looks-not-said", choices);
        let look = |list: &&str| pick(list, &say::key("cro-look-", list), looks::offered(pages, ctx, list));
        let kinds = ["scar", "tattoo", "mole", "birthmark", "deformity", "missing_part"];
        Self {
            gender: pick("gender", "looks-of-gender", form.choices("gender-", &["male", "female", "x"])),
            height_band: pick("height_band", "looks-height-band", looks::offered(pages, ctx, "height_band")),
            weight_band: pick("weight_band", "looks-weight-band", looks::offered(pages, ctx, "weight_band")),
            lists: LISTS.iter().map(look).collect(),
            kinds: form.choices("cro-mark-kind-", &kinds),
            places: looks::offered(pages, ctx, Looks::PLACES),
            methods: looks::methods(pages, ctx),
            shell,
            form,
            gang,
        }
    }

    fn mark<'b>(&'b self, at: &'b str) -> MarkRow<'b> {
        let (form, name) = (self.form, |field: &str| format!("marks.{at}.{field}"));
        let lang = form.voice.lang;
        let row = at.parse::<i64>().map(|row| roznamcha_words::digits::number(lang, row + 1));
        MarkRow {
            shell: self.shell,
            at,
            number: row.unwrap_or_default(),
            kinds: form.select(&name("kind"), "cro-mark-kind", "looks-not-said", self.kinds.clone()),
            places: form.select(&name("place"), "cro-mark-place", "looks-not-said", self.places.clone()),
            unsure: form.typed.ticked(&name("unsure")),
        }
    }

    /// A number with how far it may be off.
    fn about(&self, name: &str, label: &str) -> String {
        let usual = TOLERANCES.iter().find(|(known, _)| *known == name).map_or(5, |(_, n)| *n);
        let mut off = self.form.ltr(&format!("{name}_off"), "looks-tolerance");
        if self.form.typed.get(&format!("{name}_off")).is_empty() {
            off = off.hint(&roznamcha_words::digits::number(self.form.voice.lang, i64::from(usual)));
        }
        format!("{}{off}", self.form.ltr(name, label))
    }
}

/// What was typed, as the records are asked. Faults are those that keep it from being read.
pub(super) fn read(pages: &Pages, typed: &Typed, faults: &mut Vec<FieldFault>) -> Seen {
    let gender: Option<Gender> = typed.choice("gender", faults);
    let code = |list: &&str| typed.opt(list).map(|code| SeenCode { list: (*list).to_owned(), code });
    Seen {
        gender,
        height_cm: about(typed, "height", faults).or_else(|| band(pages, typed, "height_band")),
        weight_kg: about(typed, "weight", faults).or_else(|| band(pages, typed, "weight_band")),
        age: about(typed, "age", faults),
        codes: LISTS.iter().filter_map(code).collect(),
        marks: (0..typed.rows("marks")).map(|row| mark(typed, row, faults)).collect(),
        methods: typed.all("method").into_iter().map(str::to_owned).collect(),
        gang: typed.get("gang").to_owned(),
    }
}

fn mark(typed: &Typed, row: usize, faults: &mut Vec<FieldFault>) -> SeenMark {
    let name = |field: &str| format!("marks.{row}.{field}");
    SeenMark {
        kind: typed.choice(&name("kind"), faults),
        place: typed.opt(&name("place")),
        side_unsure: typed.ticked(&name("unsure")),
    }
}

fn about(typed: &Typed, name: &str, faults: &mut Vec<FieldFault>) -> Option<Guess> {
    let mut number = |name: &str| {
        let whole = typed.number(name, 1.0, faults)?;
        let small = u16::try_from(whole).ok();
        if small.is_none() {
            faults.push(fault(name, "fault-number"));
        }
        small
    };
    let usual = TOLERANCES.iter().find(|(known, _)| *known == name).map_or(5, |(_, n)| *n);
    let value = number(name)?;
    Some(Guess { value, tolerance: number(&format!("{name}_off")).unwrap_or(usual) })
}

/// A size said in a word: the middle of its band, and as far as its ends.
fn band(pages: &Pages, typed: &Typed, list: &str) -> Option<Guess> {
    let code = typed.opt(list)?;
    let looks = pages.records.statute().looks();
    let look: &Look = looks.iter().find(|look| look.list == list && look.code == code)?;
    let (from, to) = (look.from?, look.to?);
    Some(Guess { value: from + (to - from) / 2, tolerance: ((to - from) / 2).max(1) })
}

/// The name of the field of a fault of the records, and the key of its label.
pub(super) fn place_of(fault: &str, seen: &Seen) -> Option<(String, String)> {
    let plain = [("height_cm", "height", "looks-height"), ("weight_kg", "weight", "looks-weight")];
    if let Some((_, name, label)) = plain.iter().find(|(known, _, _)| *known == fault) {
        return Some(((*name).to_owned(), (*label).to_owned()));
    }
    let parts: Vec<&str> = fault.split('.').collect();
    match parts.as_slice() {
        ["age"] => Some(("age".to_owned(), "looks-age".to_owned())),
        ["codes"] => Some(("gender".to_owned(), "looks-part-codes".to_owned())),
        ["codes", row] => {
            let list = seen.codes.get(row.parse::<usize>().ok()?)?.list.clone();
            let label = say::key("cro-look-", &list);
            Some((list, label))
        }
        ["marks", _, field] => Some((fault.to_owned(), format!("cro-mark-{field}"))),
        ["marks"] => Some(("marks.0.kind".to_owned(), "cro-marks".to_owned())),
        ["methods", ..] => Some(("method".to_owned(), "cro-method".to_owned())),
        _ => None,
    }
}

/// The fields as an address carries them on: pairs of name and value, those that are blank left out.
pub(super) fn carried(typed: &Typed) -> Vec<(String, String)> {
    let mut all = Vec::new();
    let mut take = |name: &str| {
        all.extend(typed.opt(name).map(|value| (name.to_owned(), value)));
    };
    for name in ["gender", "height", "height_off", "height_band", "weight", "weight_off", "weight_band"] {
        take(name);
    }
    for name in ["age", "age_off"].into_iter().chain(LISTS) {
        take(name);
    }
    for row in 0..typed.rows("marks") {
        for field in ["kind", "place", "unsure"] {
            take(&format!("marks.{row}.{field}"));
        }
    }
    all.extend(typed.all("method").into_iter().map(|code| ("method".to_owned(), code.to_owned())));
    all
}
