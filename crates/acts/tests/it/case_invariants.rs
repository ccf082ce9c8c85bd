//! What must hold of every case after any sequence of acts.

use roznamcha_acts::engine;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::*;
use roznamcha_acts::{Body, Recorded};
use roznamcha_journal::Header;
use std::collections::BTreeMap;

use crate::walk::Walk;

pub fn hold(walk: &Walk, office: &str, headers: &[Header]) {
    let acts: Vec<Recorded> =
        walk.ledger.journal(office).iter().map(|w| engine::recall(w).unwrap()).collect();
    let cases: Vec<CaseRow> = walk.ledger.all(office).unwrap();
    let registered = headers.iter().filter(|h| h.kind == "fir.register").count();
    assert_eq!(cases.len(), registered, "one case for each report, also for one expunged");
    for case in &cases {
        let is_of = |rec: &&Recorded| case_of(walk, rec).as_deref() == Some(case.fir.as_str());
        let of: Vec<&Recorded> = acts.iter().filter(is_of).collect();
        steps(walk, case, &of);
        if case.is_stub() {
            nothing_is_left(walk, case);
            continue;
        }
        diaries(case, &of);
        arrests(walk, case, &of);
        clocks(walk, case);
        sections(walk, case);
        persons(walk, case);
    }
    surveillance(walk, office);
}

/// The case an act names, or the case of the thing it names.
fn case_of(walk: &Walk, rec: &Recorded) -> Option<String> {
    let office = &rec.header.office;
    let article =
        |item| walk.ledger.get::<PropertyRow>(office, &entry_key(item)).unwrap().and_then(|r| r.fir);
    let road = |act: &String| walk.ledger.get::<RoadRow>(office, act).unwrap().and_then(|r| r.fir);
    let stay = |act: &String| {
        let row = walk.ledger.get::<CustodyRow>(office, act).unwrap();
        row.and_then(|row| row.case().map(str::to_owned))
    };
    match rec.body.as_ref()? {
        Body::CustodyRelease(b) => stay(&b.custody),
        Body::CustodyReturn(b) => stay(&b.custody),
        Body::CustodyEscape(b) => stay(&b.custody),
        Body::PropertyMove(b) => article(&b.item),
        Body::PropertyOrder(b) => article(&b.item),
        Body::PropertyDispose(b) => article(&b.item),
        Body::RoadIssue(b) => b.items.iter().find_map(article),
        Body::RoadReceive(b) => road(&b.road),
        Body::RoadReturn(b) => road(&b.road),
        Body::DocketReport(b) => walk.ledger.get::<DocketRow>(office, &b.docket).unwrap().and_then(|r| r.fir),
        body => body.case_of(&rec.header.act).map(str::to_owned),
    }
}

/// Every act upon a case is in its timeline, once, and nothing else is.
fn steps(walk: &Walk, case: &CaseRow, of: &[&Recorded]) {
    let mut rows: Vec<StepRow> = walk.ledger.all(&case.office).unwrap();
    rows.retain(|row| row.fir == case.fir);
    let steps: Vec<u64> = rows.iter().map(|row| row.seq).collect();
    let acts: Vec<u64> =
        of.iter().map(|rec| rec.header.seq).filter(|seq| *seq >= first(walk, case)).collect();
    assert_eq!(steps, acts, "case {}", case.title());
    assert!(case.steps.iter().all(|seq| steps.contains(seq)));
}

/// The journal number of the report: what named the case before it was there is upon none.
fn first(walk: &Walk, case: &CaseRow) -> u64 {
    let fir: FirRow = walk.ledger.get(&case.office, &case.fir).unwrap().unwrap();
    fir.seq
}

/// Diaries are numbered without a gap, each by the officer who then had the case; sections were struck in one.
fn diaries(case: &CaseRow, of: &[&Recorded]) {
    let written: Vec<&&Recorded> = of.iter().filter(|rec| rec.header.kind == "case.zimni").collect();
    let serials: Vec<u64> = written.iter().map(|rec| rec.header.entries[0].serial).collect();
    assert_eq!(serials, (1..=case.zimnis).collect::<Vec<_>>());
    for rec in written {
        let before = case.ios.iter().take_while(|io| seq_of(of, &io.act) < rec.header.seq).last();
        assert_eq!(
            before.map(|io| &io.officer),
            Some(&rec.header.officer),
            "not by the investigating officer"
        );
    }
    assert!(case.charged().next().is_some(), "no section is left");
    assert!(case.sections.iter().all(|s| s.struck.as_ref().is_none_or(|k| k.zimni <= case.zimnis)));
}

fn seq_of(of: &[&Recorded], act: &str) -> u64 {
    of.iter().find(|rec| rec.header.act == act).unwrap().header.seq
}

/// No arrest in a minute before the report, none of somebody not accused, each with its stay in the lock-up and its clocks.
fn arrests(walk: &Walk, case: &CaseRow, of: &[&Recorded]) {
    for rec in of {
        let Some(Body::CaseArrest(arrest)) = &rec.body else { continue };
        assert!(
            !arrest.arrested.is_minutes_before(case.registered) && case.accused.contains(&arrest.accused)
        );
        let custody: Option<CustodyRow> = walk.ledger.get(&case.office, &rec.header.act).unwrap();
        assert_eq!(custody.unwrap().arrested, arrest.arrested);
        let key = AccusedRow::key_of(&case.fir, arrest.accused);
        for deadline in ["D5", "D11"] {
            let key = ClockRow::key_of(&key, deadline);
            assert!(walk.ledger.get::<ClockRow>(&case.office, &key).unwrap().is_some(), "{key}");
        }
    }
    let mut days: BTreeMap<u32, u32> = BTreeMap::new();
    for rec in of {
        match &rec.body {
            Some(Body::CaseArrest(b)) => {
                days.insert(b.accused, 0);
            }
            Some(Body::CaseRemand(b)) if b.keeping == Keeping::Police => {
                let total = days.get_mut(&b.accused).unwrap();
                *total += b.days;
                assert!(*total <= 15, "{total} days of police custody");
            }
            _ => {}
        }
    }
}

/// The report in register I stands under what the case is charged with, and shows every section it ever had.
fn sections(walk: &Walk, case: &CaseRow) {
    let fir: FirRow = walk.ledger.get(&case.office, &case.fir).unwrap().unwrap();
    assert_eq!(fir.sections, case.sections);
    let line = fir.entries.iter().find(|e| e.register == "1").unwrap();
    let line: EntryRow = walk.ledger.get(&case.office, &entry_key(line)).unwrap().unwrap();
    let told = |key: &str| -> Vec<&str> {
        let cells = line.cells.iter().filter(|c| c.key == key);
        cells.flat_map(|c| c.value.split(' ')).collect()
    };
    let added: Vec<&str> =
        case.sections.iter().filter(|s| s.zimni.is_some()).map(|s| s.code.as_str()).collect();
    assert_eq!(told("added"), added);
    let struck = case.sections.iter().filter(|s| s.struck.is_some()).count();
    assert_eq!(told("struck").len(), struck);
}

fn clocks(walk: &Walk, case: &CaseRow) {
    let clock = |deadline: &str| -> ClockRow {
        walk.ledger.get(&case.office, &ClockRow::key_of(&case.fir, deadline)).unwrap().unwrap()
    };
    assert!(!clock("D1").is_open());
    let fir: FirRow = walk.ledger.get(&case.office, &case.fir).unwrap().unwrap();
    let sent = |to| fir.copies.iter().any(|c| c.to == to);
    assert_eq!(clock("D2").is_open(), !sent(CopyTo::Complainant));
    assert_eq!(clock("D3").is_open(), !(sent(CopyTo::Dpo) && sent(CopyTo::Magistrate)));
    assert_eq!(fir.io.as_deref(), case.io().map(|io| io.officer.as_str()));
    if case.ios.len() > 1 {
        assert_eq!(clock("D8").officer.as_deref(), fir.io.as_deref(), "the clock follows the officer");
    }
    if let Some(over) = over(case.stage) {
        nothing_is_awaited(walk, case, over);
    }
}

/// Clocks of a case that has ended there; `None` while it goes on, or may be taken up again.
fn over(stage: Stage) -> Option<&'static [&'static str]> {
    use Stage::{Acquitted, Cancelled, Compounded, Convicted, Discharged, Quashed, Transferred};
    match stage {
        Convicted | Acquitted | Discharged | Cancelled | Compounded | Quashed | Transferred => {
            Some(&["D8", "D9", "D10", "D18", "D19", "D25"])
        }
        _ => None,
    }
}

/// What nobody can do any more, no clock waits for.
fn nothing_is_awaited(walk: &Walk, case: &CaseRow, deadlines: &[&str]) {
    let open = |subject: &str, deadline: &str| {
        let key = ClockRow::key_of(subject, deadline);
        walk.ledger.get::<ClockRow>(&case.office, &key).unwrap().is_some_and(|clock| clock.is_open())
    };
    for deadline in deadlines {
        assert!(!open(&case.fir, deadline), "{deadline} of {} runs for ever", case.title());
    }
    for index in &case.accused {
        let key = AccusedRow::key_of(&case.fir, *index);
        let row: AccusedRow = walk.ledger.get(&case.office, &key).unwrap().unwrap();
        let gone = row.is_decided() || case.stage == Stage::Transferred;
        for deadline in ["D12", "D17"] {
            assert!(!(gone && open(&key, deadline)), "{deadline} of {key} runs for ever");
        }
        let considered = row.status() == AccusedStatus::Convicted || !gone;
        assert!(considered || !open(&key, "D30"), "D30 of {key} runs for ever");
    }
}

fn persons(walk: &Walk, case: &CaseRow) {
    for index in 0..case.parties {
        let key = PartyRow::key_of(&case.fir, index);
        let party: PartyRow = walk.ledger.get(&case.office, &key).unwrap().unwrap();
        assert_eq!(party.sealed, case.sealed);
        let accused: Option<AccusedRow> = walk.ledger.get(&case.office, &key).unwrap();
        assert_eq!(accused.is_some(), party.role == PartyRole::Accused);
        assert_eq!(accused.is_some(), case.accused.contains(&index));
        if let Some(accused) = accused {
            assert_eq!(accused.sealed, case.sealed);
            assert!(accused.custody.is_none() || accused.absconder.is_none(), "held and looked for");
            keeping(walk, &accused);
        }
    }
}

/// Nobody is free in one book and held in another, and no clock of those held runs for one who is free.
fn keeping(walk: &Walk, accused: &AccusedRow) {
    use AccusedStatus::{Abated, Acquitted, Discharged, OnBail, Released169, Withdrawn};
    let key = accused.key();
    let stays: Vec<CustodyRow> = walk.ledger.all(&accused.office).unwrap();
    let of_him = stays.iter().filter(|stay| stay.accused.as_ref() == Some(&key));
    let held: Vec<&CustodyRow> = of_him.filter(|stay| stay.is_held()).collect();
    assert!(held.len() <= 1, "in the lock-up twice");
    assert!(held.is_empty() || accused.custody == Some(Keeping::Police), "{key} is in the lock-up");
    let free = matches!(accused.status(), OnBail | Released169 | Discharged | Acquitted | Withdrawn | Abated);
    assert!(!free || accused.custody.is_none(), "{key} is free and held");
    let fled = stays.iter().any(|stay| {
        let last = accused.arrests.last().is_some_and(|arrest| arrest.act == stay.act);
        last && stay.accused.as_ref() == Some(&key) && stay.release.as_deref() == Some("escaped")
    });
    assert!(!fled || accused.custody.is_none(), "{key} has fled and is held");
    for deadline in ["D5", "D6", "D7", "D11"] {
        let clock = ClockRow::key_of(&key, deadline);
        let clock: Option<ClockRow> = walk.ledger.get(&accused.office, &clock).unwrap();
        let runs = clock.is_some_and(|clock| clock.is_open());
        let tried = accused.status() == AccusedStatus::Convicted;
        assert!(!runs || (accused.custody.is_some() && !tried), "{deadline} runs for {key}");
    }
}

fn nothing_is_left(walk: &Walk, case: &CaseRow) {
    let key = format!("{}/", case.fir);
    let tables = ["party", "accused", "clock"];
    let left = walk.ledger.views().keys().find(|k| tables.contains(&k.table) && k.key.starts_with(&key));
    assert_eq!(left, None, "of an expunged case");
}

/// Register X takes nobody but by the superintendent's recorded order; who was proclaimed waits for it.
fn surveillance(walk: &Walk, office: &str) {
    let rows: Vec<EntryRow> = walk.ledger.all(office).unwrap();
    let listed = rows.iter().filter(|r| ["10", "11"].contains(&r.entry.register.as_str()));
    for row in listed {
        assert_eq!(row.kind, "surveillance.order", "{}", row.entry);
    }
    for accused in walk.ledger.all::<AccusedRow>(office).unwrap() {
        let clock: Option<ClockRow> =
            walk.ledger.get(office, &ClockRow::key_of(&accused.key(), "D30")).unwrap();
        assert!(!accused.juvenile || clock.is_none(), "a child is never considered for it");
    }
}
