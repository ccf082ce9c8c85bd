//! A statement: under section 161 never signed by who made it, under section 164 before a magistrate.

use roznamcha_acts::kinds::{CaseStatement, Under};
use roznamcha_print::{Block, Form};

use super::pen::{self, Pen};
use super::{Deed, Dossier};

pub(crate) fn form(pen: &Pen<'_>, dossier: &Dossier, deed: &Deed, body: &CaseStatement) -> Form {
    let io = pen.signs("sign-recorded", Some(pen.officer(&deed.step.officer, Some(&deed.step.rank))));
    let name = pen.person(&body.person);
    let (title, notice, signers) = match body.under {
        Under::Police => ("statement-161", Some("statement-161-notice"), vec![io]),
        Under::Magistrate => {
            ("statement-164", None, vec![pen.marks("sign-maker", &name), pen.signs("sign-magistrate", None)])
        }
    };
    let mut fields = vec![
        pen.field("statement-of", 8, pen.resident(&body.person)),
        pen.field("taken-at", 4, pen::when(body.taken)),
    ];
    if let Some(magistrate) = &body.magistrate {
        fields.push(pen.field("magistrate", 12, magistrate.as_str()));
    }
    Form {
        title: pen.both(title),
        under: pen.both(&format!("{title}-under")),
        sideways: false,
        head: dossier.head(pen),
        blocks: vec![
            Block::Fields { fields },
            pen.words("statement", body.text.as_str(), 0),
            Block::Sign { signers },
        ],
        notice: notice.map(|key| pen.both(key)),
    }
}
