use roznamcha_acts::kinds::{BookEnter, BookFill, Direction};
use roznamcha_acts::views::{EntryRow, TakenRow};

use crate::bench::{Bench, cells, entries, faults, order, said, unknown};
use crate::samples::*;

fn with(mut body: BookEnter, key: &str, value: &str) -> BookEnter {
    body.cells.insert(key.to_owned(), value.to_owned());
    body
}

#[test]
fn an_entry_takes_the_columns_of_its_book_in_their_order() {
    let mut bench = Bench::new();
    let rec = bench.ok(standing_order("7/2026", "Lock the doors."));
    assert_eq!(
        (entries(&rec), &rec.header.basis[..]),
        (vec!["3/I/2026/1".into()], &["PPR-22.53".into()][..])
    );
    let row = bench.entry(&rec.header.entries[0]);
    assert_eq!(row.subject, "entered");
    assert_eq!(cells(&row), ["order_no=7/2026", "date=2026-01-04", "text=Lock the doors."]);
    let rec = bench.ok(visitor("Synthetic Visitor"));
    assert_eq!(
        (entries(&rec), &rec.header.basis[..]),
        (vec!["w-visitor/-/2026/1".into()], &["PPR-22.45".into()][..])
    );
    let row = bench.entry(&rec.header.entries[0]);
    assert_eq!(row.cells.iter().map(|c| c.personal).collect::<Vec<_>>(), [true, false]);
    bench.sound();
}

#[test]
fn a_letter_is_in_the_diary_too_and_needs_the_day_open() {
    let mut bench = Bench::new();
    assert_eq!(order(bench.refused(letter_in("Office"))), said("order-diary-not-open", "PPR-22.48"));
    let mut bench = Bench::open();
    let rec = bench.ok(letter_in("Office of Synthetic Clerk"));
    assert_eq!(entries(&rec), ["5/I/2026/1", "2/-/2026-01-05/2"]);
    let gist = bench.entry(&rec.header.entries[1]);
    assert_eq!(gist.subject, "comm_in");
    assert_eq!(cells(&gist)[..2], ["entry=5/I/2026/1", "direction=in"]);
    assert!(gist.cells.iter().find(|c| c.key == "from").unwrap().personal);
    let sent = with(letter_in("Office"), "direction", "out");
    let rec = bench.ok(sent);
    assert_eq!(bench.entry(&rec.header.entries[1]).subject, "comm_out");
    bench.sound();
}

#[test]
fn the_writer_signs_a_confidential_note() {
    let mut bench = Bench::new();
    let rec = bench.ok(village_note("Two houses quarrel over water."));
    let row = bench.entry(&rec.header.entries[0]);
    assert_eq!(cells(&row)[2], "signed_by=moharrar-1");
    assert_eq!(
        faults(bench.refused(with(village_note("x"), "signed_by", "sho-1"))),
        ["cells.signed_by fault-no-such-column"]
    );
}

#[test]
fn registers_that_nobody_types_into() {
    let mut bench = Bench::open();
    let into = |register: &str, part: &str| BookEnter {
        register: register.to_owned(),
        part: part.to_owned(),
        ..visitor("Synthetic Person")
    };
    assert_eq!(order(bench.refused(into("8", "-"))), said("order-register-obsolete", "PPR-22.58"));
    for part in ["I", "II"] {
        assert_eq!(
            order(bench.refused(into("10", part))),
            said("order-by-superintendents-order", "PPR-22.61")
        );
    }
    assert_eq!(order(bench.refused(into("11", "-"))), said("order-by-superintendents-order", "PPR-22.62"));
    assert_eq!(order(bench.refused(into("19", "-"))), said("order-posted-by-its-act", "PPR-22.70"));
    assert_eq!(unknown(bench.refused(into("26", "-"))), "26/-");
    assert_eq!(unknown(bench.refused(into("3", "\u{0}"))), "3/\u{0}");
}

#[test]
fn every_column_is_held_to_what_it_takes() {
    let mut bench = Bench::new();
    let mut odd = licence("", "a\tb");
    for (key, value) in [
        ("cnic", "35201-1"),
        ("valid_to", "31-12-2027"),
        ("fee", "-1"),
        ("rounds", "many"),
        ("sections", "T-1 T-X"),
        ("weapon", "none"),
    ] {
        odd = with(odd, key, value);
    }
    assert_eq!(
        faults(bench.refused(odd)),
        [
            "cells.cnic fault-cnic",
            "cells.fee fault-range",
            "cells.holder fault-control-character",
            "cells.licence_no fault-missing",
            "cells.rounds fault-number",
            "cells.sections fault-section-unknown",
            "cells.valid_to fault-date",
            "cells.weapon fault-no-such-column",
        ]
    );
    let bare = BookEnter { cells: [].into(), ..licence("", "") };
    assert_eq!(
        faults(bench.refused(bare)),
        ["cells.licence_no fault-missing", "cells.holder fault-missing", "cells.valid_to fault-missing"]
    );
    let mut bench = Bench::open();
    assert_eq!(
        faults(bench.refused(with(letter_in("x"), "direction", "up"))),
        ["cells.direction fault-choice"]
    );
    assert_eq!(faults(bench.refused(with(visitor("x"), "came_at", "nine"))), ["cells.came_at fault-time"]);
}

#[test]
fn a_number_is_given_once() {
    let mut bench = Bench::new();
    let first = bench.ok(licence("L-1", "Synthetic Licensee"));
    assert_eq!(
        faults(bench.refused(licence("L-1", "Synthetic Other"))),
        ["cells.licence_no fault-number-taken"]
    );
    bench.ok(licence("L-2", "Synthetic Other"));
    assert_eq!(bench.row::<TakenRow>("17/arms/licence_no/L-1").act, first.header.act);
    let long = "1".repeat(65);
    assert_eq!(faults(bench.refused(licence(&long, "x"))), ["cells.licence_no fault-too-long"]);
    // What a court removes frees its number: nothing of it is left.
    bench.ok(expunge(&[&first.header.act]));
    bench.ok(licence("L-1", "Synthetic Third"));
    bench.sound();
}

#[test]
fn a_column_is_filled_once_and_a_list_by_each() {
    let mut bench = Bench::open();
    bench.ok(letter_in("Office"));
    let rec = bench.ok(fill("5/I/2026/1", "disposed_at", "2026-01-20"));
    assert_eq!((entries(&rec), &rec.header.basis[..]), (vec![], &["PPR-22.55".into()][..]));
    let row: EntryRow = bench.entry(&"5/I/2026/1".parse().unwrap());
    assert_eq!(cells(&row).last().unwrap(), "disposed_at=2026-01-20");
    assert_eq!(
        (row.fills.len(), row.fills[0].by.as_str(), &row.fills[0].act),
        (1, "moharrar-1", &rec.header.act)
    );
    let again = fill("5/I/2026/1", "disposed_at", "2026-01-21");
    assert_eq!(order(bench.refused(again)), said("order-column-filled", "PPR-22.46"));
    bench.ok(standing_order("7/2026", "Lock the doors."));
    for officer in ["asi-1", "asi-2"] {
        bench.ok(fill("3/I/2026/1", "read_over_to", officer));
    }
    assert_eq!(faults(bench.refused(fill("3/I/2026/1", "read_over_to", "asi-2"))), ["value fault-twice"]);
    let row: EntryRow = bench.entry(&"3/I/2026/1".parse().unwrap());
    assert_eq!(cells(&row)[3..], ["read_over_to=asi-1", "read_over_to=asi-2"]);
    bench.sound();
}

#[test]
fn what_may_not_be_filled() {
    let mut bench = Bench::open();
    bench.ok(standing_order("7/2026", "Lock the doors."));
    assert_eq!(unknown(bench.refused(fill("3/I/2026/2", "read_over_to", "asi-1"))), "3/I/2026/2");
    assert_eq!(
        order(bench.refused(fill("3/I/2026/1", "text", "Open them."))),
        said("order-column-not-later", "PPR-22.53")
    );
    assert_eq!(faults(bench.refused(fill("3/I/2026/1", "colour", "x"))), ["field fault-no-such-column"]);
    assert_eq!(faults(bench.refused(fill("3/I/2026/1", "read_over_to", "a b"))), ["value fault-code"]);
    bench.ok(village_note("Quiet."));
    assert_eq!(
        order(bench.refused(fill("9/V/2026/1", "signed_by", "sho-1"))),
        said("order-column-not-later", "PPR-22.59")
    );
}

#[test]
fn a_receipt_is_voided_and_never_removed() {
    let mut bench = Bench::open();
    bench.ok(cash(Direction::In, 1_000));
    bench.ok(fill("22/-/2026/1", "voided", "Written for the wrong person"));
    let row: EntryRow = bench.entry(&"22/-/2026/1".parse().unwrap());
    assert_eq!(cells(&row).last().unwrap(), "voided=Written for the wrong person");
    assert!(cells(&row).contains(&"in=1000".to_owned()), "what stood stands");
    bench.sound();
}

#[test]
fn a_filling_goes_with_its_entry_and_not_alone() {
    let mut bench = Bench::open();
    let entered = bench.ok(visitor("Synthetic Visitor")).header.act;
    let filled = bench.ok(fill("w-visitor/-/2026/1", "left_at", "2026-01-05T10:00:00+05:00"));
    let alone = expunge(&[&filled.header.act]);
    assert_eq!(order(bench.refused(alone)), said("order-expunge-with-entry", "PPR-22.46"));
    let rec = bench.ok(expunge(&[&entered]));
    let Some(roznamcha_acts::Body::RecordExpunge(body)) = rec.body else { panic!("another kind") };
    assert_eq!(body.acts, [entered, filled.header.act]);
    let gone = BookFill {
        value: "2026-01-05T11:00:00+05:00".to_owned(),
        ..fill("w-visitor/-/2026/1", "left_at", "")
    };
    assert_eq!(order(bench.refused(gone)), said("order-expunged", "PPR-22.46"));
    bench.sound();
}
