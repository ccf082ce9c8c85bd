//! The memo of a search or of a recovery, signed by its witnesses (section 103).

use roznamcha_acts::kinds::{CaseMemo, MemoOf};
use roznamcha_print::{Block, Form};

use super::pen::{self, Pen};
use super::{Deed, Dossier};

/// Signatures beside each other.
const ABREAST: usize = 3;

pub(crate) fn form(pen: &Pen<'_>, dossier: &Dossier, deed: &Deed, body: &CaseMemo) -> Form {
    let of = match body.of {
        MemoOf::Search => "search",
        MemoOf::Recovery => "recovery",
    };
    let accused = body.accused.and_then(|i| dossier.person(i)).map(|p| pen.person(p)).unwrap_or_default();
    let mut fields = vec![
        pen.field("memo-at", 4, pen::when(body.at)),
        pen.field("memo-place", 8, body.place.as_str()),
        pen.field("memo-from", 12, accused.as_str()),
    ];
    if body.of == MemoOf::Search {
        fields.push(pen.maybe("warrant", 4, body.warrant.as_deref()));
        fields.push(pen.field("no-warrant-grounds", 8, body.grounds.as_str()));
    }
    let items = body.items.iter().map(|found| {
        let row = dossier.property.iter().find(|r| found.property.as_ref() == Some(&r.act));
        let held = row.filter(|_| found.property.is_some());
        vec![
            found.description.clone(),
            found.quantity.clone(),
            held.map(|r| r.article.seals.clone()).unwrap_or_default(),
            held.map(|r| pen.entry(&r.entry)).unwrap_or_default(),
        ]
    });
    let columns = [("article", 6), ("quantity", 2), ("seals", 3), ("register-19", 2)];
    let mut blocks = vec![
        Block::Fields { fields },
        pen.table("found", &columns, items.collect(), if body.items.is_empty() { 2 } else { 0 }),
        pen.says(&format!("memo-{of}-says")),
    ];
    let witnesses: Vec<_> = body.witnesses.iter().map(|w| pen.marks("sign-witness", w)).collect();
    blocks.extend(witnesses.chunks(ABREAST).map(|row| Block::Sign { signers: row.to_vec() }));
    blocks.push(Block::Sign {
        signers: vec![
            pen.marks("sign-possessor", &accused),
            pen.signs("sign-io", Some(pen.officer(&deed.step.officer, Some(&deed.step.rank)))),
        ],
    });
    Form {
        title: pen.both(&format!("memo-{of}")),
        under: pen.both("memo-under"),
        sideways: false,
        head: dossier.head(pen),
        blocks,
        notice: None,
    }
}
