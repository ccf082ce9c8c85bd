//! The accused of a case as a form names them.

use roznamcha_acts::views::{AccusedRow, AccusedStatus, PropertyRow};
use roznamcha_print::Item;

use super::Dossier;
use super::pen::{self, Pen};

/// One accused with his residence, his arrest, and the sections he is sent up under.
pub(crate) fn line(pen: &Pen<'_>, dossier: &Dossier, index: u32, sections: &[String]) -> String {
    let mut lines = Vec::new();
    lines.extend(dossier.person(index).map(|p| pen.resident(p)));
    if let Some(arrest) = dossier.accused(index).and_then(|a| a.arrests.last()) {
        lines.push(format!("{}: {}", pen.word("arrested-at"), pen::when(arrest.at)));
    }
    if !sections.is_empty() {
        lines.push(pen.sections(sections.iter().map(String::as_str)));
    }
    lines.join("\n")
}

/// Whether he hides.
pub(crate) fn hides(row: &AccusedRow) -> bool {
    matches!(row.status(), AccusedStatus::Absconding | AccusedStatus::Proclaimed)
}

/// Accused who are not in `named`: who hides in red, the others as they stand.
pub(crate) fn not_sent(pen: &Pen<'_>, dossier: &Dossier, named: &[u32]) -> Vec<Item> {
    let absent = dossier.accused.iter().filter(|a| !named.contains(&a.index));
    absent
        .map(|a| {
            let status = pen.code("status", a.status().as_str());
            let words = format!("{}\n({status})", line(pen, dossier, a.index, &[]));
            if hides(a) { pen::red(words) } else { pen::item(words) }
        })
        .collect()
}

/// An article as a form names it: what, how much, its seals, its place in register XIX.
pub(crate) fn article(pen: &Pen<'_>, row: &PropertyRow) -> String {
    let article = &row.article;
    let parts = [article.item.as_str(), &article.quantity, &article.seals];
    let words = parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(pen.pick(", ", "، "));
    format!("{words} ({})", pen.entry(&row.entry))
}
