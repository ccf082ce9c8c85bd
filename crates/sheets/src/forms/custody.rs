//! The custody form: one accused, every arrest, remand, bail and release, and how many days the police had him.

use roznamcha_acts::kinds::Body;
use roznamcha_print::{Block, Form};

use super::Dossier;
use super::arrest::particulars;
use super::pen::{self, Pen};
use super::remand::remands;

pub(crate) fn form(pen: &Pen<'_>, dossier: &Dossier, accused: u32) -> Option<Form> {
    let row = dossier.accused(accused)?;
    let keeping = row.custody.map(|k| match k {
        roznamcha_acts::views::Keeping::Police => "police",
        roznamcha_acts::views::Keeping::Judicial => "judicial",
    });
    let mut standing = vec![
        pen.field("standing", 4, pen.code("status", row.status().as_str())),
        pen.field("keeping", 4, keeping.map(|k| pen.code("keeping", k)).unwrap_or_default()),
        pen.field("police-days", 4, row.police_days.to_string()),
    ];
    if row.juvenile {
        standing.push(pen.field("special", 12, pen.word("juvenile")));
    } else if row.woman {
        standing.push(pen.field("special", 12, pen.word("woman")));
    }
    let arrests = row.arrests.iter().map(|arrest| {
        let body = dossier.deeds.iter().find(|d| d.step.act == arrest.act).and_then(|d| match &d.body {
            Some(Body::CaseArrest(body)) => Some(body),
            _ => None,
        });
        vec![
            pen::when(arrest.at),
            body.map(|b| b.place.clone()).unwrap_or_default(),
            body.map(|b| pen.named(&b.by, None)).unwrap_or_default(),
            pen::when(arrest.at.plus_seconds(24 * 3600)),
        ]
    });
    let order = [("keeping", 3), ("days", 1), ("order", 6)];
    Some(Form {
        title: pen.both("custody-title"),
        under: pen.both("custody-under"),
        sideways: false,
        head: dossier.head(pen),
        blocks: vec![
            Block::Fields { fields: particulars(pen, dossier.person(accused)) },
            Block::Fields { fields: standing },
            pen.table(
                "arrests",
                &[("arrested-at", 3), ("arrest-place", 4), ("arrested-by", 4), ("due-before-magistrate", 3)],
                arrests.collect(),
                0,
            ),
            pen.table("remands", &order, remands(pen, dossier, accused), 3),
            pen.table(
                "releases",
                &[("release", 3), ("when", 3), ("order", 6)],
                releases(pen, dossier, accused),
                1,
            ),
            pen.table("visits", &[("when", 3), ("visitor", 5), ("remarks", 4)], Vec::new(), 4),
            pen.words("health", "", 2),
            Block::Sign { signers: vec![pen.signs("sign-moharrar", None), pen.signs("sign-sho", None)] },
        ],
        notice: Some(pen.both("custody-notice")),
    })
}

/// Bail and release on bond.
fn releases(pen: &Pen<'_>, dossier: &Dossier, accused: u32) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    for deed in &dossier.deeds {
        let at = pen::when(deed.step.happened);
        match &deed.body {
            Some(Body::CaseBail(bail)) if bail.accused == accused => {
                rows.push(vec![pen.code("status", "on_bail"), at, pen.order(&bail.order)]);
            }
            Some(Body::CaseRelease(release)) if release.accused == accused => {
                rows.push(vec![pen.code("status", "released_169"), at, release.bond.clone()]);
            }
            _ => {}
        }
    }
    rows
}
