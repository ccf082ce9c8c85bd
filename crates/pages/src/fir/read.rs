//! A typed form as a First Information Report.

use roznamcha_acts::FieldFault;
use roznamcha_acts::kinds::{Accused, FirRegister, Mark, Party, Place, Property, Relation, RelationKind};
use roznamcha_records::Records;
use roznamcha_words::ids;

use crate::Ctx;

use super::law;
use super::typed::Typed;

/// Repeatable groups of the form.
pub(crate) const GROUPS: [&str; 3] = ["victims", "accused", "property"];

type Faults = Vec<FieldFault>;

/// Reads the form. Faults are those that keep it from being read at all, and what is missing; the rules find the rest.
///
/// `draft`: a report still being typed, for a provisional print; nothing but its hours must be there.
pub(crate) fn report(
    typed: &Typed,
    records: &Records,
    ctx: &Ctx,
    draft: bool,
) -> Result<FirRegister, Faults> {
    let mut faults = Faults::new();
    let occurred_from = typed.moment("occurred_from", &mut faults);
    let occurred_to = typed.moment("occurred_to", &mut faults);
    let reported = typed.moment("reported", &mut faults);
    let mark: Option<Mark> = typed.choice("mark", &mut faults);
    let day = occurred_to.or(occurred_from).map_or_else(|| records.now().day(), |m| m.day());
    let sections = sections(typed, records, ctx, day);
    let mut missing = |bad: bool, field: &str, code: &str| {
        let named = faults.iter().any(|f| f.field == field);
        if bad && !named {
            faults.push(FieldFault { field: field.to_owned(), code: code.to_owned() });
        }
    };
    missing(occurred_from.is_none(), "occurred_from", "fault-missing");
    missing(reported.is_none(), "reported", "fault-missing");
    if !draft {
        missing(mark.is_none(), "mark", "fault-missing");
        missing(sections.is_empty(), "sections", "fault-missing");
        for field in ["informant.name", "place.text", "narrative"] {
            missing(typed.get(field).is_empty(), field, "fault-missing");
        }
        missing(!typed.ticked("read_over"), "read_over", "fault-not-read-over");
    }
    let victims = (0..typed.rows("victims")).map(|i| party(typed, &format!("victims.{i}"), &mut faults));
    let victims: Vec<Party> = victims.collect();
    let accused: Vec<Accused> = (0..typed.rows("accused")).map(|i| accused(typed, i, &mut faults)).collect();
    let property: Vec<Property> =
        (0..typed.rows("property")).map(|i| property(typed, i, &mut faults)).collect();
    let informant = party(typed, "informant", &mut faults);
    let place = place(typed, &mut faults);
    let despatched = typed.moment("despatched", &mut faults);
    let (Some(occurred_from), Some(reported), true) = (occurred_from, reported, faults.is_empty()) else {
        return Err(faults);
    };
    Ok(FirRegister {
        marks: Vec::new(),
        e_tag: typed.opt("e_tag"),
        occurred_from,
        occurred_to,
        reported,
        informant,
        informant_is_victim: typed.ticked("informant_is_victim"),
        victims,
        accused,
        sections,
        brief: typed.get("brief").to_owned(),
        property,
        place,
        action: action(typed, ctx),
        delay_reason: typed.opt("delay_reason"),
        despatched,
        narrative: typed.get("narrative").to_owned(),
        narrative_en: typed.opt("narrative_en"),
        read_over: typed.ticked("read_over"),
        mark: mark.unwrap_or(Mark::Written),
        io: typed.opt("io"),
        seal: typed.opt("seal"),
    })
}

/// Sections chosen in the picker, then those typed without it.
pub(crate) fn sections(typed: &Typed, records: &Records, ctx: &Ctx, day: jiff::civil::Date) -> Vec<String> {
    let mut codes: Vec<String> = typed.all("sections").into_iter().map(str::to_owned).collect();
    let more = law::typed(records.statute(), typed.get("sections_typed"), ctx.caller.province(), day);
    for code in more {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Steps taken; why the report was registered although one like it exists is part of them.
fn action(typed: &Typed, ctx: &Ctx) -> String {
    let action = typed.get("action");
    match typed.opt("duplicate_reason").filter(|_| typed.ticked("confirmed_not_duplicate")) {
        None => action.to_owned(),
        Some(reason) => format!("{action}\n{} {reason}", ctx.t("duplicate-note")).trim().to_owned(),
    }
}

pub(crate) fn party(typed: &Typed, at: &str, faults: &mut Faults) -> Party {
    let name = |field: &str| format!("{at}.{field}");
    let kind: Option<RelationKind> = typed.choice(&name("relation_kind"), faults);
    let relation = match (kind, typed.opt(&name("relation"))) {
        (Some(kind), Some(name)) => Some(Relation { kind, name }),
        (None, None) => None,
        (kind, _) => {
            let field = if kind.is_some() { "relation" } else { "relation_kind" };
            faults.push(FieldFault { field: name(field), code: "fault-missing".to_owned() });
            None
        }
    };
    let age = typed.number(&name("age"), 1.0, faults).and_then(|age| {
        let age = u8::try_from(age).ok();
        if age.is_none() {
            faults.push(FieldFault { field: name("age"), code: "fault-age".to_owned() });
        }
        age
    });
    Party {
        name: typed.get(&name("name")).to_owned(),
        relation,
        alias: typed.opt(&name("alias")),
        cnic: typed.opt(&name("cnic")).map(|c| ids::cnic_digits(&c).unwrap_or(c)),
        phone: typed.opt(&name("phone")).map(phone),
        address: typed.opt(&name("address")),
        gender: typed.choice(&name("gender"), faults),
        age,
    }
}

/// The number as it is kept; a foreign one keeps its `+`, anything else is left for the rules to refuse.
fn phone(typed: String) -> String {
    let plain = roznamcha_words::digits::ascii(&typed).replace(['-', ' ', '(', ')'], "");
    ids::phone_digits(&typed).unwrap_or(plain)
}

fn accused(typed: &Typed, index: usize, faults: &mut Faults) -> Accused {
    let at = format!("accused.{index}");
    Accused {
        person: party(typed, &at, faults),
        description: typed.get(&format!("{at}.description")).to_owned(),
    }
}

fn property(typed: &Typed, index: usize, faults: &mut Faults) -> Property {
    let name = |field: &str| format!("property.{index}.{field}");
    let value = typed.number(&name("value"), 1.0, faults).and_then(|value| {
        let value = u64::try_from(value).ok();
        if value.is_none() {
            faults.push(FieldFault { field: name("value"), code: "fault-range".to_owned() });
        }
        value
    });
    Property {
        description: typed.get(&name("description")).to_owned(),
        quantity: typed.get(&name("quantity")).to_owned(),
        value_rupees: value,
        identifier: typed.opt(&name("identifier")),
    }
}

fn place(typed: &Typed, faults: &mut Faults) -> Place {
    let mut scaled = |name: &str, scale: f64| -> Option<i64> { typed.number(name, scale, faults) };
    let distance = scaled("place.distance", 1000.0);
    let lat = scaled("place.lat", 1e6);
    let lon = scaled("place.lon", 1e6);
    let bearing = typed.choice("place.bearing", faults);
    let mut fit = |ok: bool, name: &str| {
        if !ok {
            faults.push(FieldFault { field: name.to_owned(), code: "fault-range".to_owned() });
        }
    };
    let distance_m = distance.and_then(|d| u32::try_from(d).ok());
    let lat_e6 = lat.and_then(|d| i32::try_from(d).ok());
    let lon_e6 = lon.and_then(|d| i32::try_from(d).ok());
    fit(distance.is_some() == distance_m.is_some(), "place.distance");
    fit(lat.is_some() == lat_e6.is_some(), "place.lat");
    fit(lon.is_some() == lon_e6.is_some(), "place.lon");
    Place {
        text: typed.get("place.text").to_owned(),
        distance_m,
        bearing,
        beat: typed.opt("place.beat"),
        village: typed.opt("place.village"),
        lat_e6,
        lon_e6,
    }
}
