//! A station's books without a fault, and one violation planted for each check.

use jiff::ToSpan;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::*;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::*;
use roznamcha_crosscheck::CHECKS;
use roznamcha_journal::Flag;
use std::collections::BTreeSet;

use crate::bench::Bench;
use crate::crosscheck::{Books, all, one, statute};
use crate::{case_samples as case, court_samples as court, cro_samples as cro, samples, things};

/// What is done to the books, and how many days pass.
enum Plant {
    Edit(fn(&mut Books), i64),
    Wait(i64),
}

use Plant::{Edit, Wait};

fn edit<T: View>(books: &mut Books, change: impl Fn(&mut T) -> bool) {
    let mut rows = books.values_mut().filter(|row| row.key.table == T::TABLE.name);
    let changed = rows.any(|row| {
        let mut view = T::read(&row.body).unwrap();
        let changed = change(&mut view);
        row.body = serde_json::to_string(&view).unwrap();
        changed
    });
    assert!(changed, "no {} to change", T::TABLE.name);
}

fn drop_row<T: View>(books: &mut Books, which: impl Fn(&T) -> bool) {
    let at = books.iter().find(|(k, row)| k.table == T::TABLE.name && which(&T::read(&row.body).unwrap()));
    let key = at.map(|(key, _)| key.clone()).unwrap_or_else(|| panic!("no {}", T::TABLE.name));
    books.remove(&key);
}

fn cell(row: &mut EntryRow, key: &str, value: &str) {
    let cell = row.cells.iter_mut().find(|c| c.key == key).unwrap();
    value.clone_into(&mut cell.value);
}

/// An entry of a register.
fn entry(books: &mut Books, register: &str, kind: &str, change: impl Fn(&mut EntryRow)) {
    edit(books, |row: &mut EntryRow| {
        let it = row.entry.register == register && row.kind == kind;
        if it {
            change(row);
        }
        it
    });
}

fn an_hour_before(at: Moment) -> Moment {
    at.plus_seconds(-3_600)
}

/// A week's work in a morning: two reports, one sealed; an arrest, articles, a parcel, cash, corrections, a charge.
fn station() -> (Books, Moment) {
    let mut bench = Bench::open().by_officer("io-1", "si");
    bench.ok(StaffAppoint { officer: "asi-9".to_owned(), ..samples::appoint() });
    let mine = |fir: FirRegister| FirRegister { io: Some("io-1".to_owned()), ..fir };
    let fir = bench.ok(mine(samples::full_fir())).header.act;
    let sealed =
        bench.ok(mine(FirRegister { sections: vec!["T-S".to_owned()], ..samples::full_fir() })).header.act;
    let tried = bench.ok(mine(samples::full_fir())).header.act;
    for case in [&fir, &sealed, &tried] {
        bench.ok(FirDespatch { to: CopyTo::Complainant, ..samples::despatch(case) });
    }
    bench.ok(case::medical(&sealed));
    bench.ok(samples::nominate(&fir));
    bench.ok(samples::print(&fir));
    bench.ok(case::zimni(&fir));
    bench.ok(CaseArrest { arrested: bench.now, ..case::arrest(&fir) });
    prints(&mut bench, &fir);
    bench.ok(court::challan(&tried, ReportKind::Complete, &[2]));
    bench.ok(court::forward(&tried));
    bench.ok(court::receive(&tried));
    bench.ok(court::hearing(&tried));
    bench.ok(things::handed_in("Bag"));
    bench.ok(things::seized(&fir, "Telephone"));
    bench.ok(things::seized(&tried, "Ring"));
    bench.ok(things::road(vec![things::item(2)], Whereabouts::Laboratory, bench.now));
    bench.ok(things::watch("Synthetic Watched"));
    bench.ok(things::missing("Synthetic Child", 9, bench.now));
    bench.ok(samples::incident());
    bench.ok(samples::cash(Direction::In, 500));
    bench.ok(samples::correct("1/-/2026/1", "narrative", "fell", "was pushed"));
    let counted =
        ChargeHandOver { cash_paisa: 500, in_store: 2, pending: Some(2), ..things::hand_over("sho-2") };
    bench.ok(counted);
    bench.ok(DiaryClose { counted_paisa: 500, ..samples::diary_close() });
    let tomorrow = bench.now.day().tomorrow().unwrap();
    bench.now = bench.now.plus_seconds(18 * 3_600);
    bench.ok(DiaryOpen::on(tomorrow));
    bench.sound();
    (bench.ledger.views().clone(), bench.now)
}

/// The arrested man enrolled; a print from the scene traced to him by two officers; a slip that waits.
fn prints(bench: &mut Bench, fir: &str) {
    let accused = case::arrest(fir).accused;
    let enrolled = bench.ok(cro::enrol(fir, accused, EnrolBasis::Magistrate)).header.act;
    let latent = bench.ok(cro::search(ProbeKind::Latent)).header.act;
    bench.ok(cro::list(&latent, vec![cro::candidate(&enrolled, 700)]));
    for officer in ["cro-1", "io-1"] {
        bench.officer = officer.to_owned();
        bench.ok(cro::examine(&latent, &enrolled, Conclusion::Identified));
    }
    bench.ok(cro::traced(&latent, &enrolled));
    bench.ok(cro::search(ProbeKind::Single));
}

/// For each check, how to break the books.
fn plants() -> Vec<(&'static str, Plant)> {
    let mut all = vec![];
    all.extend(numbers());
    all.extend(diary_and_cash());
    all.extend(persons());
    all.extend(articles());
    all.extend(papers());
    all
}

fn numbers() -> Vec<(&'static str, Plant)> {
    vec![
        (
            "fir-serial-gap",
            Edit(|b| drop_row(b, |r: &EntryRow| r.entry.register == "1" && r.entry.serial == 1), 0),
        ),
        (
            "serial-gap",
            Edit(|b| drop_row(b, |r: &EntryRow| r.entry.register == "19" && r.entry.serial == 3), 0),
        ),
        (
            "serial-twice",
            Edit(
                |b| {
                    edit(b, |r: &mut FirRow| {
                        let it = r.no == 2;
                        r.no = if it { 1 } else { r.no };
                        it
                    });
                },
                0,
            ),
        ),
        ("legacy-serial-gap", Edit(|b| incident(b, "12/2019"), 0)),
        (
            "legacy-number-twice",
            Edit(
                |b| {
                    let twin =
                        b.iter().find(|(k, _)| k.table == "incident").map(|(k, r)| (k.clone(), r.clone()));
                    let (mut key, row) = twin.unwrap();
                    key.key.push('2');
                    b.insert(key, row);
                },
                0,
            ),
        ),
    ]
}

fn incident(books: &mut Books, number: &str) {
    edit(books, |r: &mut IncidentRow| {
        number.clone_into(&mut r.incident.as_mut().unwrap().number);
        true
    });
}

fn diary_and_cash() -> Vec<(&'static str, Plant)> {
    vec![
        (
            "fir-without-diary",
            Edit(|b| drop_row(b, |r: &EntryRow| r.entry.register == "2" && r.kind == "fir.register"), 0),
        ),
        ("diary-without-fir", Edit(|b| drop_row(b, |_: &FirRow| true), 0)),
        (
            "fir-before-diary",
            Edit(|b| entry(b, "1", "fir.register", |r| r.written = an_hour_before(r.written)), 0),
        ),
        ("opening-custody", Edit(|b| entry(b, "2", "diary.open", |r| cell(r, "custody", "nobody-known")), 0)),
        ("closing-cash", Edit(|b| entry(b, "2", "diary.close", |r| cell(r, "cash", "499")), 0)),
        ("cash-short", Edit(|b| entry(b, "2", "diary.close", |r| cell(r, "counted", "499")), 0)),
        ("diary-bracket", Edit(|b| entry(b, "2", "diary.close", |r| r.kind = "diary.write".to_owned()), 0)),
        ("day-not-closed", Wait(2)),
        (
            "zimni-officer-absent",
            Edit(|b| entry(b, "w-zimni", "case.zimni", |r| r.officer = "io-7".to_owned()), 0),
        ),
        ("entry-flagged", Edit(|b| entry(b, "2", "cash.move", |r| r.flags.push(Flag::AfterClock)), 0)),
    ]
}

fn accused(books: &mut Books, change: impl Fn(&mut AccusedRow)) {
    edit(books, |r: &mut AccusedRow| {
        let it = !r.arrests.is_empty();
        if it {
            change(r);
        }
        it
    });
}

/// The case of the arrested man stands so.
fn stands(books: &mut Books, stage: Stage) {
    edit(books, |r: &mut CaseRow| {
        let his = r.no == 1;
        r.stage = if his { stage } else { r.stage };
        his
    });
}

fn persons() -> Vec<(&'static str, Plant)> {
    vec![
        ("arrest-before-fir", Edit(|b| accused(b, |r| r.arrests[0].at = an_hour_before(r.arrests[0].at)), 0)),
        ("arrest-without-custody", Edit(|b| drop_row(b, |_: &CustodyRow| true), 0)),
        ("police-custody-over", Edit(|b| accused(b, |r| r.police_days = 16), 0)),
        ("freed-still-held", Edit(|b| accused(b, |r| r.suppressed = Some("order".to_owned())), 0)),
        (
            "freed-still-listed",
            Edit(
                |b| {
                    edit(b, |r: &mut AccusedRow| {
                        r.suppressed = Some("order".to_owned());
                        !r.books.is_empty()
                    });
                },
                0,
            ),
        ),
        ("absconder-arrested", Edit(|b| accused(b, |r| r.absconder = "4/1/2026/1".parse().ok()), 0)),
        (
            "child-watched",
            Edit(
                |b| {
                    accused(b, |r| {
                        r.juvenile = true;
                        r.books.extend("11/-/2026/1".parse());
                    });
                },
                0,
            ),
        ),
        (
            "watch-without-order",
            Edit(
                |b| {
                    edit(b, |r: &mut WatchRow| {
                        r.order_no.clear();
                        true
                    });
                },
                0,
            ),
        ),
        ("watch-review-overdue", Wait(370)),
        ("freed-still-enrolled", Edit(|b| accused(b, |r| r.suppressed = Some("order".to_owned())), 0)),
        ("ended-still-enrolled", Edit(|b| stands(b, Stage::Untraced), 2)),
        ("transferred-still-enrolled", Edit(|b| stands(b, Stage::Transferred), 91)),
        (
            "trace-unverified",
            Edit(
                |b| {
                    edit(b, |r: &mut SearchRow| {
                        let traced = r.traced().is_some();
                        r.candidates.iter_mut().for_each(|listed| listed.examinations.truncate(1));
                        traced
                    });
                },
                0,
            ),
        ),
        ("search-unanswered", Wait(4)),
        ("missing-child", Wait(2)),
    ]
}

fn article(books: &mut Books, change: impl Fn(&mut PropertyRow)) {
    edit(books, |r: &mut PropertyRow| {
        let it = r.entry.serial == 3;
        if it {
            change(r);
        }
        it
    });
}

fn articles() -> Vec<(&'static str, Plant)> {
    vec![
        ("property-without-reference", Edit(|b| article(b, |r| r.fir = None), 0)),
        ("seizure-before-fir", Edit(|b| article(b, |r| r.chain[0].at = an_hour_before(r.chain[0].at)), 0)),
        ("property-missing", Edit(|b| article(b, |r| r.place = Whereabouts::Missing), 0)),
        (
            "property-of-ended-case",
            Edit(
                |b| {
                    edit(b, |r: &mut CaseRow| {
                        let it = r.stage == Stage::InCourt;
                        r.stage = if it { Stage::Acquitted } else { r.stage };
                        it
                    });
                },
                91,
            ),
        ),
        ("property-unclaimed", Edit(|b| article(b, |r| r.kind = PropertyKind::Unclaimed), 3 * 366)),
        ("seal-unexplained", Edit(|b| article(b, |r| r.chain[0].seals = Some(Seals::Broken)), 0)),
        ("road-on-the-way", Wait(4)),
        ("road-outstanding", Wait(8)),
    ]
}

fn papers() -> Vec<(&'static str, Plant)> {
    vec![
        (
            "challan-not-by-io",
            Edit(
                |b| {
                    edit(b, |r: &mut FinalReportRow| {
                        "asi-77".clone_into(&mut r.officer);
                        true
                    });
                },
                0,
            ),
        ),
        (
            "case-without-io",
            Edit(
                |b| {
                    edit(b, |r: &mut CaseRow| {
                        r.ios.clear();
                        r.stage == Stage::Investigation
                    });
                },
                2,
            ),
        ),
        ("challan-late", Wait(20)),
        ("clock-breached", Wait(2)),
        ("copies-unsent", Wait(2)),
        ("fir-unsigned", Wait(2)),
        ("correction-unattested", Wait(4)),
        ("charge-not-taken", Wait(2)),
        ("charge-not-countersigned", Wait(8)),
        ("hearing-past", Wait(17)),
        (
            "sealed-entry-open",
            Edit(
                |b| {
                    edit(b, |r: &mut EntryRow| {
                        let it = r.sealed && r.entry.register == "5";
                        r.sealed = !it && r.sealed;
                        it
                    });
                },
                0,
            ),
        ),
        (
            "sealed-print",
            Edit(
                |b| {
                    edit(b, |r: &mut FirRow| {
                        let (reason, act) = ("court-order".to_owned(), "later".to_owned());
                        r.sealed = Some(SealRow { reason, act, at: r.registered });
                        r.no == 1
                    });
                },
                0,
            ),
        ),
    ]
}

#[test]
fn books_without_a_fault_have_no_finding() {
    let (books, now) = station();
    let found = all(&books, "ps-test", now);
    let listed = found.keys().map(|check| one(&books, "ps-test", now, check).listed);
    assert_eq!(listed.flatten().collect::<Vec<_>>(), []);
}

#[test]
fn each_check_finds_what_is_planted_for_it() {
    let (clean, now) = station();
    for (check, plant) in plants() {
        let mut books = clean.clone();
        let later = match plant {
            Edit(change, days) => {
                change(&mut books);
                days
            }
            Wait(days) => days,
        };
        assert_eq!(one(&clean, "ps-test", now, check).tallies, Default::default(), "{check} before");
        let found = one(&books, "ps-test", now.plus_seconds(later * 86_400), check);
        let tally = found.tallies.get(check).copied().unwrap_or_default();
        assert!(tally.count > 0 && tally.count as usize == found.listed.len(), "{check}: {found:?}");
        assert!(found.listed.iter().all(|f| f.check == check), "{check}");
        let day = now.day().checked_sub(1.day()).unwrap();
        let years = if check.starts_with("legacy") { 10 } else { 1 };
        let since = tally.since.unwrap();
        assert!(since >= day.checked_sub(years.years()).unwrap(), "{check} since {since}");
        let whole = all(&books, "ps-test", now.plus_seconds(later * 86_400));
        assert_eq!(whole.get(check), Some(&tally), "{check} in the whole round");
    }
}

#[test]
fn every_check_has_its_row_its_maker_and_its_plant() {
    let made: BTreeSet<&str> = CHECKS.iter().flat_map(|maker| maker.ids).copied().collect();
    let rows: BTreeSet<&str> = statute().crosschecks().iter().map(|law| law.id.as_str()).collect();
    let planted: BTreeSet<&str> = plants().into_iter().map(|(check, _)| check).collect();
    assert_eq!(made, rows);
    assert_eq!(made, planted);
}
