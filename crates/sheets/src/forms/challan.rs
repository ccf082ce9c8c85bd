//! The challan: the report under section 173 by which accused are sent up.

use roznamcha_acts::kinds::{Body, ChallanSubmit, Challaned};
use roznamcha_acts::views::{CustodyClass, ReportKind};
use roznamcha_print::{Block, Form, FormColumn, Item};

use super::accused::{article, line, not_sent};
use super::pen::{self, Pen};
use super::{Deed, Dossier};

pub(crate) fn form(pen: &Pen<'_>, dossier: &Dossier, deed: &Deed, body: &ChallanSubmit) -> Form {
    let mut head = dossier.head(pen);
    head.push(pen.field("challan-date", 3, pen::when(deed.step.happened)));
    head.push(pen.field("challan-kind", 3, pen.code("report", body.report.as_str())));
    head.push(pen.field("io", 3, pen.named(&deed.step.officer, Some(&deed.step.rank))));
    head.push(pen.field("prosecutor", 3, body.prosecutor.as_str()));
    let mut blocks = vec![columns(pen, dossier, body)];
    blocks.extend(objections(pen, dossier, deed));
    blocks.push(Block::Sign {
        signers: vec![
            pen.signs("sign-io", Some(pen.officer(&deed.step.officer, Some(&deed.step.rank)))),
            pen.signs("sign-sho", Some(pen.officer(&body.through, None))),
            pen.signs("sign-prosecutor", None),
            pen.signs("sign-court", None),
        ],
    });
    Form {
        title: pen.both(&format!("challan-{}", body.report.as_str())),
        under: pen.both("challan-under"),
        sideways: true,
        head,
        blocks,
        notice: Some(pen.both("challan-notice")),
    }
}

fn columns(pen: &Pen<'_>, dossier: &Dossier, body: &ChallanSubmit) -> Block {
    let named: Vec<u32> = body.persons.iter().map(|p| p.accused).collect();
    let of = |class: CustodyClass| -> Vec<Item> {
        let mine = body.persons.iter().filter(|p| p.class == class);
        mine.map(|p: &Challaned| pen::item(line(pen, dossier, p.accused, &p.sections))).collect()
    };
    let released = |mut item: Item| {
        item.lines.push(pen.word("release-recommended").into());
        item
    };
    let mut absent: Vec<Item> = of(CustodyClass::Jim).into_iter().map(released).collect();
    absent.extend(not_sent(pen, dossier, &named));
    let mut custody = of(CustodyClass::Alif);
    if body.report == ReportKind::Absentia {
        custody.iter_mut().for_each(|i| i.red = true);
    }
    let mut property: Vec<Item> = dossier
        .property
        .iter()
        .filter(|row| body.property.contains(&row.act))
        .map(|row| pen::item(article(pen, row)))
        .collect();
    if !body.samples.is_empty() {
        property.push(pen::item(format!("{}: {}", pen.word("samples"), body.samples)));
    }
    let witness = |w: &roznamcha_acts::kinds::Witness| {
        pen::item(format!(
            "{}
({})",
            w.person,
            pen.code("proves", &w.of)
        ))
    };
    let column = |key: &str, share, items| FormColumn { label: pen.both(key), share, items };
    Block::Columns {
        columns: vec![
            column("col-complainant", 14, complainant(pen, dossier)),
            column("col-not-sent", 15, absent),
            column("col-custody", 17, custody),
            column("col-bail", 15, of(CustodyClass::Be)),
            column("col-property", 15, property),
            column("col-witnesses", 14, body.witnesses.iter().map(witness).collect()),
            column("col-facts", 22, facts(pen, dossier)),
        ],
    }
}

pub(crate) fn complainant(pen: &Pen<'_>, dossier: &Dossier) -> Vec<Item> {
    dossier.fir.iter().map(|fir| pen::item(pen.resident(&fir.informant))).collect()
}

/// The offence and what happened, in few words: those of the report.
pub(crate) fn facts(pen: &Pen<'_>, dossier: &Dossier) -> Vec<Item> {
    let mut items = vec![pen::item(pen.offences(dossier.case.charged()))];
    if let Some(fir) = &dossier.fir {
        items.push(pen::item(fir.brief.as_str()));
        let occurred = [pen.word("occurred"), fir.place.text.clone(), pen::when(fir.occurred_from)];
        items.push(pen::item(occurred.join("\n")));
    }
    items
}

/// The prosecutor's objections to this report, each with its answer, up to the next report.
fn objections(pen: &Pen<'_>, dossier: &Dossier, deed: &Deed) -> Option<Block> {
    let after = dossier.deeds.iter().skip_while(|d| d.step.seq <= deed.step.seq);
    let mine = after.take_while(|d| !matches!(d.body, Some(Body::ChallanSubmit(_))));
    let mut rows: Vec<Vec<String>> = Vec::new();
    for later in mine {
        match &later.body {
            Some(Body::ChallanObject(objected)) => rows.extend(
                objected
                    .objections
                    .iter()
                    .map(|o| vec![o.clone(), pen::when(later.step.happened), String::new()]),
            ),
            Some(Body::ChallanAnswer(answered)) => {
                for answer in &answered.answers {
                    let at = usize::try_from(answer.no).unwrap_or(usize::MAX).saturating_sub(1);
                    if let Some(said) = rows.get_mut(at).and_then(|row| row.get_mut(2)) {
                        said.clone_from(&answer.text);
                    }
                }
            }
            _ => {}
        }
    }
    let columns = [("objection", 5), ("objected-at", 2), ("answer", 5)];
    (!rows.is_empty()).then(|| pen.table("objections", &columns, rows, 0))
}
