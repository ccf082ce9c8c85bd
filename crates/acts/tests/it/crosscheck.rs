//! The nightly cross-check over what the rules wrote: what cannot be is never found; and each check finds the violation
//! that is planted for it, and nothing in the same books before.

use roznamcha_acts::Moment;
use roznamcha_acts::rows::{Row, RowKey};
use roznamcha_crosscheck::{Item, Outcome, Round, Scene, Tally, Window};
use roznamcha_statute::{Province, Severity, StatuteBook};
use std::collections::BTreeMap;
use std::sync::OnceLock;

use crate::walk::Walk;

pub type Books = BTreeMap<RowKey, Row>;

pub fn statute() -> &'static StatuteBook {
    static BOOK: OnceLock<StatuteBook> = OnceLock::new();
    BOOK.get_or_init(|| StatuteBook::built_in().unwrap())
}

fn pass(mut round: Round<'_>, books: &Books, office: &str) -> Outcome {
    for table in round.tables() {
        let of = |key: &RowKey| key.table == table.name && key.office == office;
        for (_, row) in books.iter().filter(|(key, _)| of(key)) {
            round.take(&Item::read(table.name, &row.body).unwrap().unwrap());
        }
    }
    round.end()
}

fn scene(office: &str, now: Moment) -> Scene<'_> {
    Scene { office, province: Province::Punjab, now, book: statute() }
}

/// Every check over the books of an office.
pub fn all(books: &Books, office: &str, now: Moment) -> BTreeMap<&'static str, Tally> {
    pass(Round::all(scene(office, now)), books, office).tallies
}

/// One check, with its findings.
pub fn one(books: &Books, office: &str, now: Moment, check: &str) -> Outcome {
    pass(Round::one(scene(office, now), check, Window { skip: 0, keep: 10 }), books, office)
}

/// After any sequence of acts: what the software does not let happen is not found.
pub fn hold(walk: &Walk, office: &str) {
    let found = all(walk.ledger.views(), office, walk.clock);
    for law in statute().crosschecks().iter().filter(|law| law.severity == Severity::Defect) {
        assert_eq!(found.get(law.id.as_str()), None, "{} at {office}", law.id);
    }
}
