//! The conviction slip (r. 27.29), sent to the criminal record office.

use roznamcha_acts::kinds::AccusedConvict;
use roznamcha_print::{Block, Form};

use super::arrest::particulars;
use super::pen::{self, Pen};
use super::{Deed, Dossier};

pub(crate) fn form(pen: &Pen<'_>, dossier: &Dossier, deed: &Deed, body: &AccusedConvict) -> Form {
    let fine = if body.fine_rupees == 0 { String::new() } else { body.fine_rupees.to_string() };
    Form {
        title: pen.both("slip-title"),
        under: pen.both("slip-under"),
        sideways: false,
        head: dossier.head(pen),
        blocks: vec![
            Block::Fields { fields: particulars(pen, dossier.person(body.accused)) },
            Block::Fields {
                fields: vec![
                    pen.maybe("slip-no", 3, body.slip_no.as_deref()),
                    pen.field("judgment", 9, pen.order(&body.order)),
                    pen.field("convicted-under", 12, pen.offences(body.sections.iter().map(String::as_str))),
                    pen.field("sentence", 12, body.sentence.as_str()),
                    pen.field("fine", 4, fine),
                    pen.field("release-date", 4, body.release_date.map(pen::day).unwrap_or_default()),
                    pen.field(
                        "notify-residence",
                        4,
                        pen.word(if body.notify_residence { "yes" } else { "no" }),
                    ),
                ],
            },
            Block::Sign {
                signers: vec![
                    pen.signs("sign-written", Some(pen.officer(&deed.step.officer, Some(&deed.step.rank)))),
                    pen.signs("sign-sho", None),
                    pen.signs("sign-cro", None),
                ],
            },
        ],
        notice: Some(pen.both("slip-notice")),
    }
}
