use jiff::civil::date;
use roznamcha_acts::kinds::{DiaryClose, DiaryKind, DiaryOpen, DiaryWrite, Direction};
use roznamcha_acts::views::DeskRow;

use crate::bench::{Bench, cells, entries, faults, moment, order, said};
use crate::samples::{DAY, cash, diary_close, diary_open, diary_write, lodge};

fn on(day: jiff::civil::Date) -> DiaryOpen {
    DiaryOpen { day, ..diary_open() }
}

#[test]
fn the_day_opens_with_what_the_books_say() {
    let mut bench = Bench::open();
    let held = bench.ok(lodge()).header.act;
    bench.ok(cash(Direction::In, 500));
    bench.ok(DiaryClose { counted_paisa: 500, ..diary_close() });
    bench.now = moment("2026-01-06T08:00:00+05:00");
    let typed = DiaryOpen { custody: vec!["nobody".to_owned()], cash_paisa: -1, ..on(date(2026, 1, 6)) };
    let rec = bench.ok(typed);
    assert_eq!((entries(&rec), rec.header.basis.len()), (vec!["2/-/2026-01-06/1".to_owned()], 2));
    let row = bench.entry(&rec.header.entries[0]);
    assert_eq!(row.subject, "open");
    assert_eq!(cells(&row), ["custody_count=1".to_owned(), format!("custody={held}"), "cash=500".to_owned()]);
    assert_eq!(bench.row::<DeskRow>("-").open_day, Some(date(2026, 1, 6)));
    bench.sound();
}

#[test]
fn a_day_opens_once_and_days_follow_one_another() {
    let mut bench = Bench::open();
    assert_eq!(order(bench.refused(diary_open())), said("order-diary-open-already", "PPR-22.48"));
    bench.ok(diary_close());
    assert_eq!(order(bench.refused(diary_open())), said("order-diary-day-past", "PPR-22.48"));
    let before = on(date(2026, 1, 4));
    assert_eq!(order(bench.refused(before)), said("order-diary-day-past", "PPR-22.48"));
    assert_eq!(faults(bench.refused(on(date(2026, 1, 7)))), ["day fault-day-not-today"]);
    bench.ok(on(date(2026, 1, 6)));
    assert_eq!(faults(Bench::new().refused(on(date(2026, 1, 3)))), ["day fault-day-not-today"]);
    Bench::new().ok(on(date(2026, 1, 4)));
    bench.sound();
}

/// The clock stood in 2031: that day was opened and closed, and the clock is right again.
fn after_a_wrong_clock() -> Bench {
    let mut bench = Bench::open();
    bench.ok(diary_close());
    bench.now = moment("2031-03-01T08:00:00+05:00");
    bench.ok(on(date(2031, 3, 1)));
    bench.ok(diary_close());
    bench.now = moment("2026-01-06T09:00:00+05:00");
    bench
}

fn with_reason(day: jiff::civil::Date, reason: &str) -> DiaryOpen {
    DiaryOpen { clock_fault: Some(reason.to_owned()), ..on(day) }
}

#[test]
fn a_day_closed_ahead_by_a_wrong_clock_does_not_shut_the_diary() {
    let mut bench = after_a_wrong_clock();
    let today = date(2026, 1, 6);
    assert_eq!(order(bench.refused(on(today))), said("order-diary-closed-ahead", "PPR-22.48"));
    assert_eq!(faults(bench.refused(with_reason(today, " "))), ["clock_fault fault-missing"]);
    let other = with_reason(date(2026, 1, 7), "The battery of the clock was empty");
    assert_eq!(faults(bench.refused(other)), ["day fault-day-not-today"]);
    let was = with_reason(DAY, "x");
    assert_eq!(faults(bench.refused(was)), ["day fault-day-not-today"], "no closed day opens again");

    let rec = bench.ok(with_reason(today, "The battery of the clock was empty"));
    assert_eq!((rec.header.kv, entries(&rec)), (2, vec!["2/-/2026-01-06/1".to_owned()]));
    let row = bench.entry(&rec.header.entries[0]);
    let said_so = ["closed_ahead=2031-03-01", "clock_fault=The battery of the clock was empty"];
    assert_eq!(cells(&row)[3..], said_so.map(str::to_owned));
    assert!(row.is_flagged());
    bench.ok(diary_write());
    bench.ok(diary_close());
    assert_eq!(bench.row::<DeskRow>("-").last_closed, Some(today));
    bench.now = moment("2026-01-07T08:00:00+05:00");
    bench.ok(on(date(2026, 1, 7)));
    bench.sound();
}

#[test]
fn a_fault_of_the_clock_is_no_way_to_open_a_day_twice() {
    let mut bench = Bench::open();
    bench.ok(diary_close());
    let none = said("order-no-clock-fault", "PPR-22.48");
    assert_eq!(order(bench.refused(with_reason(DAY, "x"))), none, "nothing is closed ahead");
    // The day of the false clock comes in truth: its numbers go on after those given falsely.
    let mut bench = after_a_wrong_clock();
    bench.ok(with_reason(date(2026, 1, 6), "x"));
    bench.ok(diary_close());
    bench.now = moment("2031-03-01T08:00:00+05:00");
    let rec = bench.ok(on(date(2031, 3, 1)));
    assert_eq!(entries(&rec), ["2/-/2031-03-01/3"]);
    // Closed a day ahead, with today already kept: today stays closed.
    let mut bench = Bench::open();
    bench.ok(diary_close());
    bench.ok(on(date(2026, 1, 6)));
    bench.ok(diary_close());
    let twice = bench.refused(with_reason(DAY, "x"));
    assert_eq!(order(twice), said("order-diary-day-past", "PPR-22.48"));
    bench.sound();
}

#[test]
fn every_kind_of_entry_can_be_written() {
    let mut bench = Bench::open();
    for (i, subject) in DiaryKind::ALL.into_iter().enumerate() {
        let rec = bench.ok(DiaryWrite { subject, fir: Some("case-1".to_owned()), ..diary_write() });
        assert_eq!(entries(&rec), [format!("2/-/2026-01-05/{}", i + 2)]);
        assert_eq!(rec.header.basis, ["PPR-22.49"]);
        let row = bench.entry(&rec.header.entries[0]);
        assert_eq!(row.subject, subject.as_str());
        assert_eq!(serde_json::to_value(subject).unwrap(), subject.as_str());
        assert_eq!(cells(&row)[1..], ["officers=asi-9", "fir=case-1"]);
    }
    bench.sound();
}

#[test]
fn faults_of_an_entry() {
    let mut bench = Bench::open();
    let blank =
        DiaryWrite { text: String::new(), officers: vec![], fir: Some("a b".to_owned()), ..diary_write() };
    assert_eq!(
        faults(bench.refused(blank)),
        ["text fault-missing", "officers fault-missing", "fir fault-code"]
    );
    let odd = DiaryWrite { officers: vec!["ok".to_owned(), "no/no".to_owned()], ..diary_write() };
    assert_eq!(faults(bench.refused(odd)), ["officers.1 fault-code"]);
    let crowd = DiaryWrite { officers: vec!["asi-9".to_owned(); 51], ..diary_write() };
    assert_eq!(faults(bench.refused(crowd)), ["officers fault-too-many"]);
    assert_eq!(order(Bench::new().refused(diary_write())), said("order-diary-not-open", "PPR-22.48"));
}

#[test]
fn the_day_closes_with_the_cash_counted() {
    let mut bench = Bench::open();
    bench.ok(cash(Direction::In, 1_000));
    bench.ok(cash(Direction::Out, 300));
    let short = DiaryClose { counted_paisa: 650, ..diary_close() };
    assert_eq!(faults(bench.refused(short.clone())), ["difference_reason fault-cash-differs"]);
    let blank = DiaryClose { difference_reason: Some(" ".to_owned()), ..short.clone() };
    assert_eq!(faults(bench.refused(blank)), ["difference_reason fault-cash-differs"]);
    let below =
        DiaryClose { counted_paisa: i64::MIN, difference_reason: Some("x".to_owned()), ..diary_close() };
    assert_eq!(faults(bench.refused(below)), ["counted_paisa fault-range"]);
    let told = DiaryClose { difference_reason: Some("A coin lost".to_owned()), book_paisa: 9, ..short };
    let rec = bench.ok(told);
    assert_eq!(
        cells(&bench.entry(&rec.header.entries[0])),
        ["cash=700", "counted=650", "difference_reason=A coin lost"]
    );
    let desk: DeskRow = bench.row("-");
    assert_eq!((desk.open_day, desk.last_closed, desk.cash_paisa), (None, Some(DAY), 700));
    assert_eq!(order(bench.refused(diary_close())), said("order-diary-not-open", "PPR-22.48"));
    bench.sound();
}

#[test]
fn hours_that_do_not_fit_are_flagged_and_not_refused() {
    let mut bench = Bench::open();
    let mut act = bench.act(diary_write().into());
    act.informed = Some(act.stated.plus_seconds(1));
    act.happened = bench.now.plus_seconds(121);
    bench.now = bench.now.plus_seconds(-60 * 60);
    let rec = bench.send(act).unwrap();
    let flags: Vec<&str> = rec.header.flags.iter().map(|f| f.as_str()).collect();
    assert_eq!(flags, ["before_information", "after_clock", "clock_back"]);
    assert_eq!(bench.entry(&rec.header.entries[0]).flags, rec.header.flags);
    bench.sound();
}
