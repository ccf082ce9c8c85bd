//! How a case stands: its sections with their history, who investigated, its accused, its persons, its articles.

use roznamcha_acts::views::{AccusedRow, CustodyClass, PartyRole};
use roznamcha_print::{Block, Form};

use super::Dossier;
use super::pen::{self, Pen};

pub(crate) fn form(pen: &Pen<'_>, dossier: &Dossier) -> Form {
    let case = &dossier.case;
    Form {
        title: pen.both("standing-title"),
        under: pen.both("standing-under"),
        sideways: false,
        head: dossier.head(pen),
        blocks: vec![
            Block::Fields {
                fields: vec![
                    pen.field("stage", 4, pen.code("stage", case.stage.as_str())),
                    pen.field("since", 4, pen::when(case.since)),
                    pen.field("next-date", 4, case.next_date.map(pen::day).unwrap_or_default()),
                ],
            },
            sections(pen, dossier),
            investigators(pen, dossier),
            accused(pen, dossier),
            persons(pen, dossier),
            articles(pen, dossier),
        ],
        notice: Some(pen.both("challan-notice")),
    }
}

fn sections(pen: &Pen<'_>, dossier: &Dossier) -> Block {
    let zimni = |n: Option<u64>| n.map(|n| n.to_string()).unwrap_or_default();
    let rows = dossier.case.sections.iter().map(|s| {
        let struck = s.struck.as_ref();
        vec![
            pen.offences([s.code.as_str()]),
            pen::when(s.at),
            zimni(s.zimni),
            struck.map(|s| pen::when(s.at)).unwrap_or_default(),
            zimni(struck.map(|s| s.zimni)),
        ]
    });
    let columns = [("section", 5), ("added", 3), ("zimni-no", 1), ("struck", 3), ("zimni-no", 1)];
    pen.table("section-history", &columns, rows.collect(), 0)
}

fn investigators(pen: &Pen<'_>, dossier: &Dossier) -> Block {
    let rows = dossier.case.ios.iter().map(|io| {
        let until = io.until.map(pen::when).unwrap_or_default();
        vec![pen.named(&io.officer, io.rank.as_deref()), pen::when(io.from), until]
    });
    pen.table("investigators", &[("officer", 6), ("from", 3), ("until", 3)], rows.collect(), 0)
}

fn accused(pen: &Pen<'_>, dossier: &Dossier) -> Block {
    let class = |row: &AccusedRow| row.class.map(|c| pen.code("class", CustodyClass::as_str(c)));
    let rows = dossier.accused.iter().map(|row| {
        vec![
            dossier.person(row.index).map(|p| pen.resident(p)).unwrap_or_default(),
            pen.code("status", row.status().as_str()),
            row.arrests.last().map(|a| pen::when(a.at)).unwrap_or_default(),
            class(row).unwrap_or_default(),
        ]
    });
    let columns = [("accused", 6), ("standing", 3), ("arrested-at", 3), ("custody-class", 2)];
    pen.table("all-accused", &columns, rows.collect(), 0)
}

fn persons(pen: &Pen<'_>, dossier: &Dossier) -> Block {
    let others = dossier.parties.iter().filter(|p| p.role != PartyRole::Accused);
    let rows = others.map(|p| vec![pen.resident(&p.party), pen.code("role", p.role.as_str())]);
    pen.table("persons", &[("person", 9), ("role", 3)], rows.collect(), 0)
}

fn articles(pen: &Pen<'_>, dossier: &Dossier) -> Block {
    let rows = dossier.property.iter().map(|row| {
        let article = &row.article;
        let place = pen.code("place", row.place.as_str());
        vec![
            pen.entry(&row.entry),
            article.item.clone(),
            article.quantity.clone(),
            article.seals.clone(),
            place,
        ]
    });
    let columns = [("register-19", 2), ("article", 5), ("quantity", 2), ("seals", 3), ("whereabouts", 2)];
    pen.table("articles", &columns, rows.collect(), 0)
}
