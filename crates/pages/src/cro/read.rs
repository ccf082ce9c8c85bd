//! A typed form as an enrolment.

use jiff::civil::Date;
use roznamcha_acts::FieldFault;
use roznamcha_acts::kinds::{
    BodyMark, BodyMarkKind, EnrolBasis, Gang, Looks, Order, Party, PhotoView, Photograph, PrintsEnrol,
};

use super::hands;
use crate::fir::read as report;
use crate::fir::typed::Typed;

type Faults = Vec<FieldFault>;

fn fault(faults: &mut Faults, field: &str, code: &str) {
    if !faults.iter().any(|f| f.field == field) {
        faults.push(FieldFault { field: field.to_owned(), code: code.to_owned() });
    }
}

/// Reads the form. Faults are those that keep it from being read; the rules find the rest.
pub(super) fn enrolment(typed: &Typed, faults: &mut Faults) -> Option<PrintsEnrol> {
    let basis: Option<EnrolBasis> = typed.choice("basis", faults);
    let taken = typed.moment("taken", faults);
    if taken.is_none() {
        fault(faults, "taken", "fault-missing");
    }
    let fir = typed.opt("fir");
    let person = if fir.is_some() { Party::default() } else { report::party(typed, "person", faults) };
    let prints = hands::taken(typed, faults);
    let looks = looks(typed, faults);
    let gang = gang(typed, faults);
    let order = order(typed, faults);
    Some(PrintsEnrol {
        basis: basis?,
        accused: typed.opt("accused").and_then(|place| place.parse().ok()),
        fir,
        order,
        person,
        taken: taken?,
        taken_by: typed.get("taken_by").to_owned(),
        taken_rank: typed.get("taken_rank").to_owned(),
        prints,
        photographs: photographs(typed),
        looks,
        method: typed.all("method").into_iter().map(str::to_owned).collect(),
        method_words: typed.get("method_words").to_owned(),
        gang,
    })
}

/// The order, where any of it was typed.
pub(super) fn order(typed: &Typed, faults: &mut Faults) -> Option<Order> {
    if !typed.begun("order.") {
        return None;
    }
    let date = typed.get("order.date").parse::<Date>();
    if date.is_err() {
        fault(
            faults,
            "order.date",
            if typed.get("order.date").is_empty() { "fault-missing" } else { "fault-date" },
        );
    }
    Some(Order {
        authority: typed.get("order.authority").to_owned(),
        number: typed.get("order.number").to_owned(),
        date: date.ok()?,
    })
}

fn photographs(typed: &Typed) -> Vec<Photograph> {
    let one = |view: &PhotoView| {
        let sha256 = typed.opt(&format!("photo.{}.file", view.as_str()))?;
        Some(Photograph { sha256, view: *view, size: 0, media: String::new() })
    };
    PhotoView::ALL.iter().filter_map(one).collect()
}

fn looks(typed: &Typed, faults: &mut Faults) -> Looks {
    let mut measure = |name: &str, code: &str| {
        let value = typed.number(name, 1.0, faults)?;
        let value = u16::try_from(value).ok();
        if value.is_none() {
            fault(faults, name, code);
        }
        value
    };
    let height_cm = measure("looks.height_cm", "fault-height");
    let weight_kg = measure("looks.weight_kg", "fault-weight");
    let code = |list: &str| typed.opt(&format!("looks.{list}"));
    let marks = (0..typed.rows("marks")).filter_map(|row| mark(typed, row, faults)).collect();
    Looks {
        height_cm,
        weight_kg,
        build: code("build"),
        complexion: code("complexion"),
        face: code("face"),
        hair: code("hair"),
        hair_colour: code("hair_colour"),
        eyes: code("eyes"),
        beard: code("beard"),
        moustache: code("moustache"),
        gait: code("gait"),
        speech: code("speech"),
        marks,
    }
}

fn mark(typed: &Typed, row: usize, faults: &mut Faults) -> Option<BodyMark> {
    let name = |field: &str| format!("marks.{row}.{field}");
    let kind: Option<BodyMarkKind> = typed.choice(&name("kind"), faults);
    if kind.is_none() {
        fault(faults, &name("kind"), "fault-missing");
    }
    let place = typed.get(&name("place")).to_owned();
    if place.is_empty() {
        fault(faults, &name("place"), "fault-missing");
    }
    Some(BodyMark { kind: kind?, place, words: typed.get(&name("words")).to_owned() })
}

fn gang(typed: &Typed, faults: &mut Faults) -> Option<Gang> {
    if !typed.begun("gang.") {
        return None;
    }
    let (role, status) = (typed.choice("gang.role", faults), typed.choice("gang.status", faults));
    for (name, missing) in [("gang.role", role.is_none()), ("gang.status", status.is_none())] {
        if missing {
            fault(faults, name, "fault-missing");
        }
    }
    Some(Gang {
        name: typed.get("gang.name").to_owned(),
        role: role?,
        status: status?,
        source: typed.get("gang.source").to_owned(),
    })
}
