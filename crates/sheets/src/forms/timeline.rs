//! The index of the case diaries, and the timeline: what was done, when, by whom; no person and no word.

use roznamcha_acts::views::StepRow;
use roznamcha_print::Form;

use super::pen::{self, Pen};
use super::{Deed, Dossier};

pub(crate) fn index(pen: &Pen<'_>, dossier: &Dossier, zimnis: &[Deed]) -> Form {
    let rows = zimnis.iter().map(|z| {
        let no = z.step.zimni.map(|n| n.to_string()).unwrap_or_default();
        vec![no, pen::when(z.step.happened), pen.named(&z.step.officer, Some(&z.step.rank))]
    });
    let columns = [("zimni-no", 2), ("when", 4), ("officer", 6)];
    Form {
        title: pen.both("zimni-index"),
        under: pen.both("zimni-under"),
        sideways: false,
        head: dossier.head(pen),
        blocks: vec![pen.table("zimni-index", &columns, rows.collect(), 0)],
        notice: None,
    }
}

pub(crate) fn timeline(pen: &Pen<'_>, dossier: &Dossier, steps: &[StepRow]) -> Form {
    let rows = steps.iter().map(|step| {
        let entries = step.entries.iter().map(ToString::to_string).collect::<Vec<_>>();
        let entries = entries.iter().map(|e| roznamcha_words::bidi::ltr(e)).collect::<Vec<_>>();
        vec![
            pen::when(step.happened),
            pen.kind(&step.kind),
            pen.named(&step.officer, Some(&step.rank)),
            entries.join(pen.pick(", ", "، ")),
        ]
    });
    let columns = [("when", 3), ("what", 4), ("officer", 4), ("entries", 4)];
    Form {
        title: pen.both("timeline"),
        under: pen.both("timeline-under"),
        sideways: false,
        head: dossier.head(pen),
        blocks: vec![pen.table("timeline", &columns, rows.collect(), 0)],
        notice: None,
    }
}
