//! The application for remand, made on the incomplete challan in Form 25.56(1): what is known so far, in the columns
//! of the challan, and what is asked. It is written before the magistrate orders anything.

use roznamcha_acts::kinds::Body;
use roznamcha_acts::views::{AccusedStatus, Keeping};
use roznamcha_print::{Block, Form, FormColumn};
use roznamcha_words::Arg;

use super::Dossier;
use super::accused::{article, line, not_sent};
use super::challan::{complainant, facts};
use super::pen::{self, Pen};

/// Days of police custody in the whole (section 167).
const POLICE_DAYS: u32 = 15;

pub(crate) fn form(pen: &Pen<'_>, dossier: &Dossier, accused: u32) -> Option<Form> {
    let row = dossier.accused(accused)?;
    let arrest = row.arrests.last()?;
    let mut head = dossier.head(pen);
    head.push(pen.field("accused", 6, dossier.person(accused).map(|p| pen.person(p)).unwrap_or_default()));
    head.push(pen.field("arrested-at", 3, pen::when(arrest.at)));
    head.push(pen.field("due-before-magistrate", 3, pen::when(arrest.at.plus_seconds(24 * 3600))));
    let used = row.police_days;
    let left = POLICE_DAYS.saturating_sub(used);
    let mut blocks = vec![
        columns(pen, dossier, accused),
        Block::Fields {
            fields: vec![
                pen.field("police-days", 3, used.to_string()),
                pen.field("police-days-left", 3, left.to_string()),
                pen.field("zimnis-enclosed", 3, dossier.case.zimnis.to_string()),
                pen.field("remand-asked", 3, ""),
            ],
        },
    ];
    blocks.extend(earlier(pen, dossier, accused));
    let name = dossier.person(accused).map(|p| pen.person(p)).unwrap_or_default();
    let prayer = pen
        .sentence("remand-prayer", &[("person", Arg::Text(&name)), ("left", Arg::Text(&left.to_string()))]);
    blocks.extend([
        pen.words("remand-grounds", "", 3),
        Block::Says { words: prayer },
        Block::Sign {
            signers: vec![
                pen.signs(
                    "sign-io",
                    dossier.case.io().map(|io| pen.officer(&io.officer, io.rank.as_deref())),
                ),
                pen.signs("sign-sho", None),
                pen.signs("sign-prosecutor", None),
            ],
        },
        pen.words("magistrate-order", "", 2),
        Block::Sign { signers: vec![pen.signs("sign-magistrate", None), pen.marks("sign-accused", &name)] },
    ]);
    Some(Form {
        title: pen.both("remand-title"),
        under: pen.both("remand-under"),
        sideways: true,
        head,
        blocks,
        notice: Some(pen.both("remand-notice")),
    })
}

fn columns(pen: &Pen<'_>, dossier: &Dossier, accused: u32) -> Block {
    let held = dossier.accused.iter().filter(|a| a.custody.is_some() || a.index == accused);
    let on_bail = |s| matches!(s, AccusedStatus::OnBail | AccusedStatus::Released169);
    let bailed = dossier.accused.iter().filter(|a| a.index != accused && on_bail(a.status()));
    let held: Vec<u32> = held.map(|a| a.index).collect();
    let bailed: Vec<u32> = bailed.map(|a| a.index).filter(|i| !held.contains(i)).collect();
    let named: Vec<u32> = held.iter().chain(&bailed).copied().collect();
    let of = |list: &[u32]| list.iter().map(|i| pen::item(line(pen, dossier, *i, &[]))).collect();
    let witnesses = dossier.parties.iter().filter(|p| p.role == roznamcha_acts::views::PartyRole::Witness);
    let column = |key: &str, share, items| FormColumn { label: pen.both(key), share, items };
    Block::Columns {
        columns: vec![
            column("col-complainant", 14, complainant(pen, dossier)),
            column("col-not-sent", 15, not_sent(pen, dossier, &named)),
            column("col-custody", 17, of(&held)),
            column("col-bail", 15, of(&bailed)),
            column("col-property", 15, dossier.property.iter().map(|r| pen::item(article(pen, r))).collect()),
            column("col-witnesses", 14, witnesses.map(|p| pen::item(pen.resident(&p.party))).collect()),
            column("col-facts", 22, facts(pen, dossier)),
        ],
    }
}

/// Remands ordered before.
fn earlier(pen: &Pen<'_>, dossier: &Dossier, accused: u32) -> Option<Block> {
    let rows = remands(pen, dossier, accused);
    (!rows.is_empty()).then(|| pen.table("remands", &[("keeping", 3), ("days", 1), ("order", 6)], rows, 0))
}

/// Every remand of an accused: keeping, days, order.
pub(crate) fn remands(pen: &Pen<'_>, dossier: &Dossier, accused: u32) -> Vec<Vec<String>> {
    let each = dossier.deeds.iter().filter_map(|d| match &d.body {
        Some(Body::CaseRemand(remand)) if remand.accused == accused => Some(remand),
        _ => None,
    });
    each.map(|remand| {
        let keeping = match remand.keeping {
            Keeping::Police => "police",
            Keeping::Judicial => "judicial",
        };
        vec![pen.code("keeping", keeping), remand.days.to_string(), pen.order(&remand.order)]
    })
    .collect()
}
