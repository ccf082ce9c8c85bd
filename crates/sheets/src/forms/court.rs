//! The case in court, and what came of it: hearings, and every order of a court or officer that the papers record.

use roznamcha_acts::kinds::{Body, Order};
use roznamcha_print::{Block, Form};

use super::Dossier;
use super::pen::{self, Pen};

pub(crate) fn form(pen: &Pen<'_>, dossier: &Dossier) -> Option<Form> {
    let (hearings, orders) = (hearings(pen, dossier), orders(pen, dossier));
    if hearings.is_empty() && orders.is_empty() {
        return None;
    }
    let mut blocks: Vec<Block> = Vec::new();
    if !hearings.is_empty() {
        let columns = [("day", 2), ("court", 4), ("purpose", 3), ("hearing-order", 5), ("next-date", 2)];
        blocks.push(pen.table("hearings", &columns, hearings, 0));
    }
    if !orders.is_empty() {
        blocks.push(pen.table("orders", &[("when", 3), ("what", 4), ("order", 6)], orders, 0));
    }
    if let Some(outcome) = &dossier.case.outcome {
        let fields = vec![
            pen.field("outcome", 6, pen.code("stage", dossier.case.stage.as_str())),
            pen.field("since", 6, pen::when(outcome.at)),
        ];
        blocks.push(Block::Fields { fields });
    }
    Some(Form {
        title: pen.both("court-title"),
        under: pen.both("court-under"),
        sideways: false,
        head: dossier.head(pen),
        blocks,
        notice: None,
    })
}

fn hearings(pen: &Pen<'_>, dossier: &Dossier) -> Vec<Vec<String>> {
    let each = dossier.deeds.iter().filter_map(|d| match &d.body {
        Some(Body::CaseHearing(hearing)) => Some(hearing),
        _ => None,
    });
    each.map(|h| {
        let purpose = serde_json::to_value(h.purpose).ok();
        let purpose = purpose.as_ref().and_then(|p| p.as_str()).unwrap_or_default().to_owned();
        vec![
            pen::day(h.on),
            h.court.clone(),
            pen.code("purpose", &purpose),
            h.order.clone(),
            h.next.map(pen::day).unwrap_or_default(),
        ]
    })
    .collect()
}

/// Every paper that records an order has it in its field `order`.
fn orders(pen: &Pen<'_>, dossier: &Dossier) -> Vec<Vec<String>> {
    let each = dossier.deeds.iter().filter_map(|deed| {
        let written = serde_json::to_value(deed.body.as_ref()?).ok()?;
        let order: Order = serde_json::from_value(written.get("order")?.clone()).ok()?;
        Some(vec![pen::when(deed.step.happened), pen.kind(&deed.step.kind), pen.order(&order)])
    });
    each.collect()
}
