//! The road certificate (Form 10.17, register XXI): it goes with the articles and comes back receipted.

use roznamcha_acts::kinds::RoadIssue;
use roznamcha_acts::views::{EntryRow, Seals};
use roznamcha_journal::EntryRef;
use roznamcha_print::{Block, Form};

use super::pen::{self, Pen};

/// A certificate with the lines of register XIX of what it covers.
pub struct Road<'a> {
    /// What it says.
    pub body: &'a RoadIssue,
    /// Its entry in register XXI.
    pub entry: &'a EntryRef,
    /// Who issued it, with the rank held then.
    pub issued: (&'a str, &'a str),
    /// Lines of register XIX, as far as this officer may see them.
    pub articles: &'a [EntryRow],
}

pub(super) fn form(pen: &Pen<'_>, road: &Road<'_>) -> Form {
    let body = road.body;
    let seals = match body.seals {
        Seals::Intact => "intact",
        Seals::Broken => "broken",
        Seals::None => "none",
    };
    let rows = body.items.iter().map(|item| {
        let row = road.articles.iter().find(|row| row.entry == *item);
        let cell = |key: &str| row.and_then(|r| r.current(key)).unwrap_or_default();
        vec![pen.entry(item), cell("item"), cell("quantity"), cell("seals")]
    });
    let columns = [("register-19", 2), ("article", 6), ("quantity", 2), ("seals", 4)];
    Form {
        title: pen.both("road-title"),
        under: pen.both("road-under"),
        sideways: false,
        head: vec![
            pen.field("road-no", 3, pen.entry(road.entry)),
            pen.field("left-at", 3, pen::when(body.left)),
            pen.field("carrier", 6, pen.named(&body.carrier, None)),
            pen.field("road-to", 6, format!("{} ({})", body.addressee, pen.code("place", body.to.as_str()))),
        ],
        blocks: vec![
            pen.table("road-articles", &columns, rows.collect(), 0),
            Block::Fields {
                fields: vec![
                    pen.field("seals-leaving", 6, pen.code("seals", seals)),
                    pen.field("specimen", 6, body.specimen.as_str()),
                ],
            },
            Block::Sign {
                signers: vec![
                    pen.signs("sign-issued", Some(pen.officer(road.issued.0, Some(road.issued.1)))),
                    pen.signs("sign-carrier", Some(pen.officer(&body.carrier, None))),
                ],
            },
            pen.says("road-receipt"),
            Block::Fields {
                fields: vec![
                    pen.field("received-at", 4, ""),
                    pen.field("receiver-no", 4, ""),
                    pen.field("seals-found", 4, ""),
                    pen.field("defects", 12, ""),
                ],
            },
            Block::Sign { signers: vec![pen.signs("sign-receiver", None), pen.signs("sign-returned", None)] },
        ],
        notice: Some(pen.both("road-notice")),
    }
}
