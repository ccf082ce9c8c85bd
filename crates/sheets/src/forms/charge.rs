//! The charge note (register XXV): what the books say, what was counted, what differs and why.

use roznamcha_acts::kinds::{ChargeHandOver, Counted};
use roznamcha_print::{Block, Form};

use super::pen::{self, Pen};

/// A charge note.
pub struct Charge<'a> {
    /// What it says.
    pub body: &'a ChargeHandOver,
    /// Who hands over, with the rank held then.
    pub from: (&'a str, &'a str),
    /// When.
    pub at: roznamcha_acts::Moment,
}

pub(super) fn form(pen: &Pen<'_>, note: &Charge<'_>) -> Form {
    let (body, book) = (note.body, &note.body.book);
    let why = |of: Counted| {
        let all = body.differences.iter().filter(|d| d.of == of).map(|d| d.reason.as_str());
        all.collect::<Vec<_>>().join(pen.pick("; ", "؛ "))
    };
    let counted =
        |key: &str, book: String, counted: String, of: Counted| vec![pen.word(key), book, counted, why(of)];
    let number = |n: u32| n.to_string();
    let stated = |key: &str, n: u32| vec![pen.word(key), n.to_string(), String::new(), String::new()];
    let rows = vec![
        counted("count-cash", pen::rupees(book.cash_paisa), pen::rupees(body.cash_paisa), Counted::Cash),
        counted("count-store", number(book.in_store), number(body.in_store), Counted::Store),
        counted("count-arms", number(book.arms), number(body.arms), Counted::Arms),
        counted("count-deposits", number(book.deposits), number(body.deposits), Counted::Deposits),
        counted(
            "count-pending",
            number(book.pending),
            body.pending.map(number).unwrap_or_default(),
            Counted::Pending,
        ),
        stated("count-out", book.out),
        stated("count-missing", book.missing),
        stated("count-roads", book.roads),
        stated("count-arms-issued", book.arms_issued),
        stated("count-absconders", book.absconders),
        stated("count-watched", book.watched),
        stated("count-lockup", book.in_lockup),
    ];
    let columns = [("count-of", 5), ("by-books", 2), ("by-hand", 2), ("difference", 5)];
    Form {
        title: pen.both("charge-title"),
        under: pen.both("charge-under"),
        sideways: false,
        head: vec![
            pen.field("charge-of", 3, pen.code("charge", &body.charge)),
            pen.field("when", 3, pen::when(note.at)),
            pen.field("sign-from", 6, pen.named(note.from.0, Some(note.from.1))),
            pen.field("sign-to", 6, pen.named(&body.to, None)),
        ],
        blocks: vec![
            pen.table("charge-counts", &columns, rows, 0),
            pen.words("registers-state", body.registers_state.as_str(), 2),
            pen.says("charge-says"),
            Block::Sign {
                signers: vec![
                    pen.signs("sign-from", Some(pen.officer(note.from.0, Some(note.from.1)))),
                    pen.signs("sign-to", Some(pen.officer(&body.to, None))),
                    pen.signs("sign-sdpo", None),
                ],
            },
        ],
        notice: None,
    }
}
