//! Which acts are done from which register: on its page those that begin something, on an entry's page those upon it.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::views::EntryRow;

use crate::office::show::{in_query, kind_key};
use crate::{Ctx, Pages};

use super::{enter, later, page, plans};

/// What an act upon an entry calls it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Named {
    /// It is upon no entry.
    Nothing,
    /// By the entry, in this field.
    Entry(&'static str),
    /// By the act that made the entry, in this field.
    Act(&'static str),
}

use Named::{Act, Entry, Nothing};

/// Register, part (empty for any), kind, how an entry is named.
type Row = (&'static str, &'static str, &'static str, Named);

const ACTS: &[Row] = &[
    ("4", "2", "absconder.enter", Nothing),
    ("4", "3", "absconder.enter", Nothing),
    ("4", "2", "absconder.remove", Act("absconder")),
    ("4", "3", "absconder.remove", Act("absconder")),
    ("1", "", "informant.call", Act("report")),
    ("2", "", "informant.call", Act("report")),
    ("5", "II", "justice.order", Nothing),
    ("5", "II", "justice.comply", Act("order")),
    ("w-complaint", "", "informant.call", Act("report")),
    ("6", "A", "inquest.open", Nothing),
    ("6", "A", "inquest.close", Act("inquest")),
    ("6", "C", "missing.report", Nothing),
    ("6", "C", "missing.alert", Act("missing")),
    ("6", "C", "missing.close", Act("missing")),
    ("10", "II", "surveillance.order", Nothing),
    ("10", "II", "surveillance.visit", Act("watch")),
    ("10", "II", "surveillance.review", Act("watch")),
    ("10", "II", "surveillance.remove", Act("watch")),
    ("11", "", "surveillance.order", Nothing),
    ("16", "III", "weapon.move", Entry("weapon")),
    ("18", "", "arms.deposit", Nothing),
    ("18", "", "arms.return", Act("deposit")),
    ("19", "", "property.enter", Nothing),
    ("19", "", "property.move", Entry("item")),
    ("19", "", "road.issue", Entry("items")),
    ("19", "", "property.order", Entry("item")),
    ("19", "", "property.dispose", Entry("item")),
    ("19", "", "property.check", Nothing),
    ("21", "", "road.issue", Nothing),
    ("21", "", "road.receive", Act("road")),
    ("21", "", "road.return", Act("road")),
    ("25", "", "charge.hand_over", Nothing),
    ("25", "", "charge.take_over", Act("charge")),
    ("25", "", "charge.countersign", Act("charge")),
    ("w-fsl", "", "docket.issue", Nothing),
    ("w-fsl", "", "docket.report", Act("docket")),
    ("w-mlc", "", "docket.issue", Nothing),
    ("w-mlc", "", "docket.report", Act("docket")),
];

/// Register, kind that has a page of its own, the leave it needs.
const PAGES: &[(&str, &str, Action)] = &[
    ("1", "fir.register", Action::RegisterFir),
    ("2", "diary.write", Action::WriteDiary),
    ("20", "cash.move", Action::MoveCash),
    ("w-custody", "custody.lodge", Action::LodgeCustody),
];

/// A link with its words.
pub(crate) type Link = (String, String);

fn rows(register: &str, part: &str) -> impl Iterator<Item = &'static Row> {
    ACTS.iter().filter(move |(r, p, _, _)| *r == register && (p.is_empty() || *p == part))
}

fn may(pages: &Pages, ctx: &Ctx, kind: &str, office: &str) -> bool {
    let leave = plans::of(kind).map(|deed| deed.action);
    leave.is_some_and(|action| pages.records.may(&ctx.caller, action, ResourceKind::Office, office))
}

/// What may be done from the page of a part of a register; the first is an entry typed, where that may be.
pub(crate) fn of_register(pages: &Pages, ctx: &Ctx, office: &str, register: &str, part: &str) -> Vec<Link> {
    let mut links = Vec::new();
    if enter::may_enter(pages, ctx, office, register, part) {
        let href = format!("/register/{register}/enter?office={office}&part={}", in_query(part));
        links.push((href, ctx.t("deed-enter")));
    }
    // A page of its own is of the officer's own station.
    let own = |action: Action| {
        let at = ctx.caller.office();
        office == at && pages.records.may(&ctx.caller, action, ResourceKind::Office, at)
    };
    for (_, kind, _) in PAGES.iter().filter(|(r, _, action)| *r == register && own(*action)) {
        links.extend(page(kind).map(|href| (href.to_owned(), ctx.t(&kind_key(kind)))));
    }
    let link = |(_, _, kind, _): &Row| (format!("/do/{kind}?office={office}"), ctx.t(&kind_key(kind)));
    links.extend(rows(register, part).filter(|(_, _, kind, _)| may(pages, ctx, kind, office)).map(link));
    links
}

/// Whether an act can be upon that entry at all, where a register holds entries of many kinds.
fn is_upon(kind: &str, row: &EntryRow) -> bool {
    match (kind, row.entry.register.as_str()) {
        ("justice.comply", _) => {
            row.kind == "justice.order" && !row.cells.iter().any(|c| c.key == "complied_at")
        }
        ("informant.call", "2") => matches!(row.kind.as_str(), "report.refuse" | "report.noncognizable"),
        _ => true,
    }
}

/// What may be done upon an entry: its open columns filled, then the acts that name it.
pub(crate) fn of_entry(pages: &Pages, ctx: &Ctx, row: &EntryRow) -> Vec<Link> {
    if row.gone.is_some() {
        return Vec::new();
    }
    let fill =
        |(href, column): Link| (href, ctx.voice.with("deed-fill", &[("column", column.as_str().into())]));
    let mut links: Vec<Link> = later::open(pages, ctx, row).into_iter().map(fill).collect();
    for (_, _, kind, named) in rows(&row.entry.register, &row.entry.part) {
        let (field, value) = match named {
            Nothing => continue,
            Entry(field) => (field, row.entry.to_string()),
            Act(field) => (field, row.act.clone()),
        };
        if is_upon(kind, row) && may(pages, ctx, kind, &row.office) {
            let href = format!("/do/{kind}?office={}&{field}={}", row.office, in_query(&value));
            links.push((href, ctx.t(&kind_key(kind))));
        }
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_named_by_a_field_of_the_form() {
        for (register, _, kind, named) in ACTS {
            let deed = plans::of(kind).expect(kind);
            assert!(!deed.upon_case, "{kind}");
            let (Entry(field) | Act(field)) = named else { continue };
            assert!(deed.fields.iter().any(|f| f.name == *field), "{register} {kind}: no field {field}");
        }
        for (register, kind, _) in PAGES {
            assert!(page(kind).is_some(), "{register} {kind} has no page");
        }
    }
}
