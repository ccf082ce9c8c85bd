//! What must hold after any sequence of acts: the findings of auditors of other systems, as things that cannot be.

use jiff::{SignedDuration, Timestamp};
use roznamcha_acts::views::{CustodyRow, DeskRow, EntryRow, FirRow, entry_key};
use roznamcha_journal::Header;
use std::collections::HashMap;
use std::fmt::Write;

use crate::case_invariants;
use crate::walk::Walk;

pub fn hold(walk: &Walk) {
    let rebuilt = walk.ledger.rebuilt().unwrap();
    assert_eq!(&rebuilt, walk.ledger.views(), "the views are not what the journals say");
    for office in walk.ledger.offices() {
        assert_eq!(roznamcha_journal::check(office, walk.ledger.journal(office), []), []);
        let headers: Vec<Header> = walk.ledger.journal(office).iter().map(|w| w.header().unwrap()).collect();
        let rows: Vec<EntryRow> = walk.ledger.all(office).unwrap();
        let rows: HashMap<String, EntryRow> = rows.into_iter().map(|r| (entry_key(&r.entry), r)).collect();
        serials(&headers);
        flags(&headers);
        every_entry_is_in_its_book(&headers, &rows);
        every_case_has_its_diary_entry(&headers, &rows);
        cash(walk, office, &rows);
        custody(walk, office);
        names(walk, office, &rows);
        case_invariants::hold(walk, office, &headers);
        crate::crosscheck::hold(walk, office);
        crate::things_walk::hold(walk, office, &rows);
        crate::cro_walk::hold(walk, office);
    }
    nothing_of_the_expunged_is_left(walk);
}

fn serials(headers: &[Header]) {
    let mut last: HashMap<(String, String, String), u64> = HashMap::new();
    for entry in headers.iter().flat_map(|h| &h.entries) {
        let serial =
            last.entry((entry.register.clone(), entry.part.clone(), entry.period.clone())).or_default();
        *serial += 1;
        assert_eq!(entry.serial, *serial, "{entry}");
    }
}

/// The three flags, defined here a second time.
fn flags(headers: &[Header]) {
    let time = |text: &str| text.parse::<Timestamp>().unwrap();
    let mut before: Option<Timestamp> = None;
    for h in headers {
        let (stated, written) = (time(&h.stated), time(&h.written));
        let informed = h.informed.as_deref().map(time);
        let latest = written + SignedDuration::from_secs(120);
        let mut due = vec![];
        if informed.is_some_and(|i| i > stated) {
            due.push("before_information");
        }
        if time(&h.happened) > latest || stated > latest || informed.is_some_and(|i| i > latest) {
            due.push("after_clock");
        }
        if before.is_some_and(|b| b > written) {
            due.push("clock_back");
        }
        assert_eq!(h.flags.iter().map(|f| f.as_str()).collect::<Vec<_>>(), due, "act {}", h.seq);
        before = Some(written);
    }
}

fn every_entry_is_in_its_book(headers: &[Header], rows: &HashMap<String, EntryRow>) {
    let mut count = 0;
    for h in headers {
        for entry in &h.entries {
            let row = &rows[&entry_key(entry)];
            assert_eq!((&row.act, row.seq, &row.flags, &row.officer), (&h.act, h.seq, &h.flags, &h.officer));
            assert_eq!(
                (row.written.to_string(), row.happened.to_string()),
                (h.written.clone(), h.happened.clone())
            );
            count += 1;
        }
    }
    assert_eq!(count, rows.len(), "an entry that no act made");
}

fn every_case_has_its_diary_entry(headers: &[Header], rows: &HashMap<String, EntryRow>) {
    for h in headers.iter().filter(|h| h.kind == "fir.register") {
        let of = |register: &str| -> Vec<&EntryRow> {
            h.entries.iter().filter(|e| e.register == register).map(|e| &rows[&entry_key(e)]).collect()
        };
        let (one, two, five, nine) = (of("1"), of("2"), of("5"), of("9"));
        assert_eq!((one.len(), two.len(), five.len(), nine.len()), (1, 1, 2, 1));
        for row in [&two, &five, &nine].into_iter().flatten() {
            assert_eq!(row.act, one[0].act);
            assert_eq!(
                (row.happened, row.stated, row.written),
                (one[0].happened, one[0].stated, one[0].written)
            );
        }
    }
    let of_diary = headers.iter().flat_map(|h| h.entries.iter().map(move |e| (h, e)));
    for (h, _) in of_diary.filter(|(_, e)| e.register == "1") {
        assert_eq!(h.kind, "fir.register", "only a report makes an entry in register 1");
    }
}

fn cash(walk: &Walk, office: &str, rows: &HashMap<String, EntryRow>) {
    let amount = |row: &EntryRow| -> i64 {
        let cell = row.cells.iter().find(|c| c.key == "in" || c.key == "out").unwrap();
        let value: i64 = cell.value.parse().unwrap();
        if cell.key == "in" { value } else { -value }
    };
    let mut book: Vec<&EntryRow> = rows.values().filter(|r| r.entry.register == "20").collect();
    book.sort_by_key(|r| r.seq);
    let desk: Option<DeskRow> = walk.ledger.get(office, DeskRow::KEY).unwrap();
    let total: i64 = book.iter().map(|r| amount(r)).sum();
    assert_eq!(desk.map_or(0, |d| d.cash_paisa), total);
    for close in rows.values().filter(|r| r.subject == "close") {
        let until: i64 = book.iter().filter(|r| r.seq < close.seq).map(|r| amount(r)).sum();
        let cell = close.cells.iter().find(|c| c.key == "cash").unwrap();
        assert_eq!(cell.value, until.to_string());
    }
}

fn custody(walk: &Walk, office: &str) {
    let Some(desk) = walk.ledger.get::<DeskRow>(office, DeskRow::KEY).unwrap() else { return };
    let mut held: Vec<CustodyRow> = walk.ledger.all(office).unwrap();
    held.retain(|c| c.released.is_none() && c.gone.is_none());
    let mut held: Vec<String> = held.into_iter().map(|c| c.act).collect();
    let mut listed = desk.lockup;
    held.sort();
    listed.sort();
    assert_eq!(listed, held);
}

fn names(walk: &Walk, office: &str, rows: &HashMap<String, EntryRow>) {
    for fir in walk.ledger.all::<FirRow>(office).unwrap() {
        let mark = crate::walk::mark(&fir.act);
        for entry in &fir.entries {
            let row = &rows[&entry_key(entry)];
            assert_eq!(row.sealed, fir.sealed.is_some());
            let open = row.cells.iter().filter(|c| !c.personal).find(|c| c.value.contains(&mark));
            assert_eq!(open, None, "a name in a column that is not masked");
        }
    }
    for ((_, act), mark) in walk.sealed.iter().filter(|((at, _), _)| at == office) {
        let fir: FirRow = walk.ledger.get(office, act).unwrap().unwrap();
        for entry in fir.entries.iter().filter(|e| e.register != "1") {
            let row = serde_json::to_string(&rows[&entry_key(entry)]).unwrap();
            assert!(!row.contains(mark.as_str()), "{entry} names a protected person: {row}");
        }
    }
}

fn nothing_of_the_expunged_is_left(walk: &Walk) {
    if walk.gone.is_empty() {
        return;
    }
    let mut all = String::new();
    for office in walk.ledger.offices() {
        for written in walk.ledger.journal(office) {
            all.push_str(std::str::from_utf8(written.content.as_deref().unwrap_or_default()).unwrap());
            all.push('\n');
        }
    }
    for row in walk.ledger.views().values() {
        writeln!(all, "{} {:?} {}", row.key.key, row.columns, row.body).unwrap();
    }
    for mark in &walk.gone {
        let line = all.lines().find(|line| line.contains(mark.as_str()));
        assert_eq!(line, None, "{mark} was expunged");
    }
}
