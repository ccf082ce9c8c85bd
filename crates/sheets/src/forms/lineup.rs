//! The record of a witness line-up: the faces in their order, how fair it was, to whom it was shown and what each said.
//! Who stands beside the suspect has nothing to do with the case, and is not named.

use roznamcha_acts::Moment;
use roznamcha_acts::views::Shown;
use roznamcha_print::{Block, Form};
use roznamcha_records::{LineupFace, LineupView, Measured};
use roznamcha_words::{Arg, bidi};

use super::pen::{self, Pen};

/// A line-up, as far as its reader may see it.
#[derive(Clone, Debug)]
pub struct Parade<'a> {
    /// The line-up.
    pub view: &'a LineupView,
    /// The office that asks, by name.
    pub asked_by: String,
    /// The moment of this print.
    pub at: Moment,
}

pub(super) fn form(pen: &Pen<'_>, parade: &Parade<'_>) -> Form {
    let view = parade.view;
    let suspect = view.suspect.map(|place| place.to_string());
    let mut blocks = vec![
        Block::Fields {
            fields: vec![
                pen.field("lineup-asked-by", 6, parade.asked_by.as_str()),
                pen.field("lineup-case-no", 3, view.case.as_str()),
                pen.maybe("lineup-suspect", 3, suspect.as_deref()),
                pen.field("lineup-measured", 12, measures(pen, view.measured.as_ref())),
            ],
        },
        pen.words("lineup-said", view.said.as_str(), 0),
        faces(pen, view),
    ];
    blocks.extend(view.shown.iter().flat_map(|one| showing(pen, view, one)));
    let shower = view.shown.last().map(|one| pen.officer(&one.shown_by, None));
    blocks.push(Block::Sign {
        signers: vec![
            pen.signs("sign-lineup", Some(pen.officer(&view.officer, None))),
            pen.signs("sign-shower", shower),
        ],
    });
    Form {
        title: pen.both("lineup-title"),
        under: pen.both("lineup-under"),
        sideways: false,
        head: vec![
            pen.field("lineup-made", 6, pen::when(view.made)),
            pen.field("lineup-made-by", 6, pen.named(&view.officer, None)),
            pen.field("cro-as-of", 6, pen::when(parade.at)),
        ],
        blocks,
        notice: Some(pen.both("lineup-notice")),
    }
}

fn measures(pen: &Pen<'_>, measured: Option<&Measured>) -> String {
    let Some(measured) = measured else { return pen.word("lineup-unmeasured") };
    let tenths = |size: u32| format!("{}.{}", size / 10, size % 10);
    let functional = measured.functional.map_or_else(|| "-".to_owned(), tenths);
    let (effective, of) = (tenths(measured.effective), measured.of.to_string());
    let (fair, seed) = (measured.fair.to_string(), measured.seed.to_string());
    let args = [
        ("functional", Arg::Text(functional.as_str())),
        ("effective", Arg::Text(effective.as_str())),
        ("of", Arg::Text(of.as_str())),
        ("fair", Arg::Text(fair.as_str())),
        ("seed", Arg::Text(seed.as_str())),
    ];
    bidi::plain(&pen.words.say_with(pen.lang, "sheet-lineup-measures", &args))
}

fn faces(pen: &Pen<'_>, view: &LineupView) -> Block {
    let row = |face: &LineupFace| {
        let who = if view.suspect == Some(face.place) { "lineup-is-suspect" } else { "lineup-is-other" };
        let key = face.of.as_ref().map(|of| of.key()).unwrap_or_default();
        let gone = if face.there { String::new() } else { format!(" · {}", pen.word("lineup-gone")) };
        vec![face.place.to_string(), pen.word(who), format!("{key}{gone}")]
    };
    let columns = [("lineup-place", 1), ("lineup-who", 3), ("lineup-enrolment", 8)];
    pen.table("lineup-faces", &columns, view.faces.iter().map(row).collect(), 0)
}

fn showing(pen: &Pen<'_>, view: &LineupView, one: &Shown) -> Vec<Block> {
    let picked = match one.picked {
        None => pen.word("lineup-picked-none"),
        Some(place) if view.suspect == Some(place) => {
            format!("{place} · {}", pen.word("lineup-is-suspect"))
        }
        Some(place) => place.to_string(),
    };
    let knew = pen.word(if one.knew { "lineup-knew-yes" } else { "lineup-knew-no" });
    vec![
        Block::Fields {
            fields: vec![
                pen.field("lineup-witness", 6, pen.resident(&one.witness)),
                pen.field("lineup-shown-at", 3, pen::when(one.at)),
                pen.field("lineup-picked", 3, picked),
                pen.field("lineup-shown-by", 6, pen.named(&one.shown_by, None)),
                pen.field("lineup-knew", 6, knew),
            ],
        },
        pen.words("lineup-words", one.said.as_str(), 0),
    ]
}
