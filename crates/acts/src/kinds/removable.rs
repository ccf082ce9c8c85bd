//! What may be taken out of a journal at all, by the kind of act: by a court's order, with its case, or with an enrolment
//! that is destroyed. A content that is gone of any other kind was never taken out by right.

/// Kinds whose content may be removed. Acts that keep the office's own state (who is posted, what the day opened
/// with, what money moved) name no person whom a court protects.
/// Acts that are part of a case can be removed too, with their case.
pub(crate) const REMOVABLE: &[&str] = &[
    "clock.excuse",
    "attach.add",
    "diary.write",
    "report.noncognizable",
    "report.refuse",
    "entry.correct",
    "custody.lodge",
    "custody.release",
    "custody.return",
    "custody.escape",
    "book.enter",
    "book.fill",
    "docket.issue",
    "docket.report",
    "absconder.enter",
    "absconder.remove",
    "surveillance.order",
    "surveillance.visit",
    "surveillance.review",
    "surveillance.remove",
    "inquest.open",
    "inquest.close",
    "missing.report",
    "missing.alert",
    "missing.close",
    "justice.order",
    "justice.comply",
    "informant.call",
    "legacy.incident",
    "prints.enrol",
    "search.open",
    "search.list",
    "search.examine",
    "search.answer",
    "lineup.make",
    "lineup.show",
];

/// Acts that are part of a case: they go with it, and never alone.
const OF_A_CASE: &[&str] = &[
    "fir.register",
    "fir.despatch",
    "fir.unseal",
    "case.nominate",
    "case.assign",
    "case.apply",
    "case.reassign",
    "case.sections",
    "case.zimni",
    "case.version",
    "case.statement",
    "case.memo",
    "case.arrest",
    "case.inform",
    "case.remand",
    "case.bail",
    "case.release",
    "case.warrant",
    "case.proclaim",
    "case.medical",
    "challan.submit",
    "challan.object",
    "challan.answer",
    "challan.forward",
    "challan.receive",
    "case.hearing",
    "case.charge",
    "case.stay",
    "case.unstay",
    "case.transfer",
    "case.quash",
    "case.compound",
    "case.withdraw",
    "case.shelve",
    "case.reopen",
    "case.falsehood",
    "accused.convict",
    "accused.acquit",
    "accused.discharge",
    "accused.abate",
    "accused.review",
    "appeal.decide",
    "prints.destroy",
    "final.recommend",
    "final.agree",
    "final.order",
];

/// Acts of the record office that go with an enrolment, and never by an order of their own.
const OF_AN_ENROLMENT: &[&str] = &["person.join", "person.part"];

/// Whether the content of an act of that kind may be taken out.
pub fn is_removable(kind: &str) -> bool {
    [REMOVABLE, OF_A_CASE, OF_AN_ENROLMENT].iter().any(|kinds| kinds.contains(&kind))
}
