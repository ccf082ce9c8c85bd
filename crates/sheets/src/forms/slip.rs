//! The search slip of the criminal record office, answered: traced with the previous record and how each case stands, or
//! not traced.

use roznamcha_acts::kinds::{Party, ProbeKind};
use roznamcha_acts::views::{Examination, SearchRow};
use roznamcha_print::{Block, Form};
use roznamcha_words::Arg;

use super::arrest::particulars;
use super::history::{Entered, entries};
use super::pen::{self, Pen};

/// A finger of the slip.
#[derive(Clone, Debug)]
pub struct Finger {
    /// Which; 0 where it is not known.
    pub no: u8,
    /// Quality, 0 to 100.
    pub quality: u8,
    /// Why there is none.
    pub missing: Option<&'static str>,
}

/// A search slip, as far as its reader may see it.
#[derive(Clone, Debug)]
pub struct Slip<'a> {
    /// The search.
    pub row: &'a SearchRow,
    /// The office that asks, by name.
    pub asked_by: String,
    /// The person asked about, where he is there.
    pub person: Option<&'a Party>,
    /// Its fingers.
    pub fingers: Vec<Finger>,
    /// Who examined whom was traced.
    pub examined: &'a [Examination],
    /// His record.
    pub entries: &'a [Entered],
    /// The day of this print.
    pub at: roznamcha_acts::Moment,
}

pub(super) fn form(pen: &Pen<'_>, slip: &Slip<'_>) -> Form {
    let row = slip.row;
    let mut blocks = vec![Block::Fields {
        fields: vec![
            pen.field("cro-asked-by", 6, slip.asked_by.as_str()),
            pen.field("cro-case-no", 3, row.case.as_str()),
            pen.field("cro-probe", 3, pen.code("cro-probe", row.probe.as_str())),
        ],
    }];
    if row.probe == ProbeKind::Latent {
        blocks.push(pen.words("cro-scene", row.scene.as_str(), 0));
    } else {
        blocks.push(Block::Fields { fields: particulars(pen, slip.person) });
    }
    blocks.push(fingers(pen, &slip.fingers));
    blocks.push(answer(pen, slip));
    match (row.answers.last(), row.traced()) {
        (Some(answer), None) if answer.traced => blocks.push(pen.says("cro-slip-withdrawn")),
        (_, Some(_)) => {
            blocks.push(examiners(pen, slip.examined));
            blocks.push(entries(pen, slip.entries));
        }
        _ => {}
    }
    blocks.push(Block::Sign {
        signers: vec![
            pen.signs("sign-examiner", signer(pen, slip)),
            pen.signs("sign-cro", None),
            pen.signs("sign-receiver", None),
        ],
    });
    Form {
        title: pen.both("cro-slip-title"),
        under: pen.both("cro-slip-under"),
        sideways: false,
        head: vec![
            pen.field("cro-slip-no", 3, format!("{}/{}", row.entry.serial, row.entry.period)),
            pen.field("cro-opened", 3, pen::when(row.opened)),
            pen.field("cro-as-of", 12, pen::when(slip.at)),
        ],
        blocks,
        notice: Some(pen.both("cro-slip-notice")),
    }
}

fn signer(pen: &Pen<'_>, slip: &Slip<'_>) -> Option<roznamcha_print::Officer> {
    slip.row.answers.last().map(|answer| pen.officer(&answer.officer, None))
}

fn fingers(pen: &Pen<'_>, fingers: &[Finger]) -> Block {
    let row = |finger: &Finger| {
        let state = match finger.missing {
            Some(why) => pen.code("cro-missing", why),
            None => finger.quality.to_string(),
        };
        vec![pen.word(&format!("cro-finger-{}", finger.no.min(10))), state]
    };
    let columns = [("cro-finger", 6), ("cro-quality", 4)];
    pen.table("cro-fingers", &columns, fingers.iter().map(row).collect(), 0)
}

/// What the office says; before it answers, that it has not.
fn answer(pen: &Pen<'_>, slip: &Slip<'_>) -> Block {
    let Some(answer) = slip.row.answers.last() else {
        return Block::Fields { fields: vec![pen.field("cro-answer", 12, pen.word("cro-not-answered"))] };
    };
    let verdict = pen.word(if answer.traced { "cro-traced" } else { "cro-not-traced" });
    let remarks = [Some(answer.remarks.as_str()), answer.closed_because.as_deref()];
    let remarks: Vec<&str> = remarks.into_iter().flatten().filter(|text| !text.is_empty()).collect();
    Block::Fields {
        fields: vec![
            pen.field("cro-answer", 4, verdict),
            pen.field("cro-answered-at", 4, pen::when(answer.at)),
            pen.field("cro-answered-by", 4, pen.named(&answer.officer, None)),
            pen.field("cro-remarks", 12, remarks.join(" · ")),
        ],
    }
}

fn examiners(pen: &Pen<'_>, examined: &[Examination]) -> Block {
    let row = |one: &Examination| {
        vec![
            pen.named(&one.officer, Some(&one.rank)),
            pen.code("cro-conclusion", one.conclusion.as_str()),
            pen::when(one.at),
        ]
    };
    let columns = [("cro-examiner", 6), ("cro-concluded", 4), ("cro-examined-at", 4)];
    pen.table("cro-examiners", &columns, examined.iter().map(row).collect(), 0)
}

/// How many entries a record has, in words.
pub(super) fn counted(pen: &Pen<'_>, count: usize) -> roznamcha_print::Bilingual {
    let n = i64::try_from(count).unwrap_or(i64::MAX);
    pen.sentence("cro-entries-count", &[("n", Arg::Num(n))])
}
