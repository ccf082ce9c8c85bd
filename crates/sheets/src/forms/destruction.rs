//! The certificate that what was taken of one who was freed is destroyed (Identification of Prisoners Act 1920, s. 7).

use roznamcha_acts::kinds::{PrintsDestroy, PrintsFate};
use roznamcha_print::{Block, Form};

use super::arrest::particulars;
use super::pen::{self, Pen};
use super::{Deed, Dossier};

pub(crate) fn form(pen: &Pen<'_>, dossier: &Dossier, deed: &Deed, body: &PrintsDestroy) -> Form {
    let freed = dossier.accused(body.accused).and_then(|row| row.links.last());
    let status =
        freed.map(|link| format!("{} · {}", pen.status(link.status.as_str()), pen::day(link.at.day())));
    let fate = match body.fate {
        PrintsFate::Destroyed => "cro-fate-destroyed",
        PrintsFate::NoneTaken => "cro-fate-none-taken",
        PrintsFate::Kept => "cro-fate-kept",
    };
    let mut blocks = vec![
        Block::Fields { fields: particulars(pen, dossier.person(body.accused)) },
        Block::Fields { fields: vec![pen.field("cro-freed", 12, status.unwrap_or_default())] },
        pen.says(fate),
        Block::Fields {
            fields: vec![
                pen.field("cro-certificate", 8, pen.order(&body.order)),
                pen.field("cro-written-at", 4, pen::when(deed.step.written)),
            ],
        },
        pen.words("cro-particulars", body.particulars.as_str(), 0),
    ];
    if body.fate == PrintsFate::Destroyed {
        blocks.push(pen.says("cro-destroyed-reach"));
    }
    blocks.push(Block::Sign {
        signers: vec![
            pen.signs("sign-cro", Some(pen.officer(&deed.step.officer, Some(&deed.step.rank)))),
            pen.marks("sign-witness", ""),
            pen.marks("sign-freed", ""),
        ],
    });
    Form {
        title: pen.both("cro-destruction-title"),
        under: pen.both("cro-destruction-under"),
        sideways: false,
        head: dossier.head(pen),
        blocks,
        notice: Some(pen.both("cro-destruction-notice")),
    }
}
