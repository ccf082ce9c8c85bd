//! A sheet of the case diary (zimni), numbered (section 172, r. 25.53). Only who may see case diaries is given one.

use roznamcha_acts::kinds::CaseZimni;
use roznamcha_print::{Block, Form};

use super::pen::{self, Pen};
use super::{Deed, Dossier};

pub(crate) fn form(pen: &Pen<'_>, dossier: &Dossier, deed: &Deed, body: &CaseZimni) -> Form {
    let mut head = dossier.head(pen);
    head.push(pen.field("zimni-no", 3, deed.step.zimni.map(|n| n.to_string()).unwrap_or_default()));
    head.push(pen.field("zimni-received", 3, pen::when(body.received)));
    head.push(pen.field("zimni-began", 3, pen::when(body.began)));
    head.push(pen.field("zimni-closed", 3, pen::when(body.closed)));
    head.push(pen.field("zimni-places", 12, body.places.join(pen.pick("; ", "؛ "))));
    Form {
        title: pen.both("zimni-title"),
        under: pen.both("zimni-under"),
        sideways: false,
        head,
        blocks: vec![
            pen.words("zimni-text", body.text.as_str(), 0),
            Block::Sign {
                signers: vec![
                    pen.signs("sign-io", Some(pen.officer(&deed.step.officer, Some(&deed.step.rank)))),
                    pen.signs("sign-superior", None),
                ],
            },
        ],
        notice: Some(pen.both("zimni-notice")),
    }
}
