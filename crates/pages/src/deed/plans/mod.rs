//! The forms of every kind that has one, and where the others are performed.

mod court;
mod investigation;
mod property;
mod station;

use super::plan::Deed;

/// Every form, in the order in which they are offered.
pub(crate) fn all() -> impl Iterator<Item = &'static Deed> {
    [investigation::DEEDS, court::DEEDS, property::DEEDS, station::DEEDS].into_iter().flatten()
}

/// The form of a kind.
pub(crate) fn of(kind: &str) -> Option<&'static Deed> {
    all().find(|deed| deed.kind == kind)
}

/// Where a kind without a form here is performed.
pub(crate) fn elsewhere(kind: &str) -> Option<Elsewhere> {
    ELSEWHERE.iter().find(|(k, _)| *k == kind).map(|(_, place)| *place)
}

/// Where a kind without a form of this folder is performed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Elsewhere {
    /// On a page of its own, at this address.
    Page(&'static str),
    /// On the page of the record it is upon: of a report, an entry, a register.
    Upon(&'static str),
    /// Not by a person at a form, for this reason.
    Never(&'static str),
}

use Elsewhere::{Never, Page, Upon};

/// The kinds without a form here.
pub(crate) const ELSEWHERE: &[(&str, Elsewhere)] = &[
    ("office.open", Page("/offices/new")),
    ("staff.appoint", Page("/staff/appoint")),
    ("staff.relieve", Page("/staff/relieve")),
    ("diary.open", Page("/diary")),
    ("diary.write", Page("/diary/new")),
    ("diary.close", Page("/diary")),
    ("report.noncognizable", Page("/report/noncognizable")),
    ("report.refuse", Page("/report/refusal")),
    ("fir.register", Page("/fir/new")),
    ("fir.sign", Upon("/fir/{act}")),
    ("fir.despatch", Upon("/fir/{act}")),
    ("fir.seal", Upon("/fir/{act}")),
    ("fir.unseal", Upon("/fir/{act}")),
    ("record.expunge", Upon("/fir/{act}")),
    ("attach.add", Upon("/fir/{act}")),
    ("entry.correct", Upon("/entry")),
    ("entry.attest", Page("/corrections")),
    ("book.enter", Upon("/register/{no}/enter")),
    ("book.fill", Upon("/entry/fill")),
    ("clock.excuse", Upon("/deadlines/excuse")),
    ("custody.lodge", Page("/custody")),
    ("custody.release", Page("/custody")),
    ("cash.move", Page("/cash")),
    ("document.print", Never("counted by printing itself")),
    ("prints.enrol", Page("/cro/enrol")),
    ("search.open", Page("/cro/search/new")),
    ("search.list", Never("what the engine gives")),
    ("search.examine", Upon("/cro/search/{office}/{act}/examine/{n}")),
    ("search.answer", Upon("/cro/search/{office}/{act}")),
    ("search.forget", Never("written by the record office's own node once an enrolment was destroyed")),
    ("person.join", Upon("/cro/record/{office}/{act}")),
    ("person.part", Upon("/cro/record/{office}/{act}")),
    ("lineup.make", Page("/cro/lineup")),
    ("lineup.show", Upon("/cro/lineup/{office}/{act}/answer")),
    ("legacy.incident", Never("loaded from a list by the command `import`")),
    ("legacy.reconcile", Never("written by the command `import` when a list is loaded")),
];
