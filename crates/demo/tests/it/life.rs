//! Cases live their whole life, and every book of a station is written in.

use roznamcha_acts::kinds::KINDS;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{AccusedRow, CaseRow, DeskRow, DocketRow, EnrolRow, Keeping, Stage};
use std::collections::{BTreeMap, BTreeSet};

use crate::world::World;

const STATIONS: [&str; 2] = ["PK-PB-NMN-CITY", "PK-PB-NMN-SADAR"];

#[tokio::test(flavor = "multi_thread")]
async fn the_small_district_has_cases_at_every_stage() {
    let world = World::small().await;
    let mut stages: BTreeMap<&str, usize> = BTreeMap::new();
    let (mut held, mut out) = (0, 0);
    for station in STATIONS {
        for case in world.rows::<CaseRow>(station).await {
            *stages.entry(case.stage.as_str()).or_default() += 1;
        }
        held += world.row::<DeskRow>(station, DeskRow::KEY).await.unwrap().lockup.len();
        let dockets = world.rows::<DocketRow>(station).await;
        out += dockets.iter().filter(|d| !d.items.is_empty() && d.report.is_none()).count();
    }
    use Stage::*;
    let needed = [
        Investigation,
        Challan,
        InCourt,
        Trial,
        Convicted,
        Acquitted,
        Discharged,
        Cancelled,
        Untraced,
        Compounded,
        Quashed,
        Transferred,
        InAbsentia,
    ];
    let missing: Vec<&str> = needed.iter().map(|s| s.as_str()).filter(|s| !stages.contains_key(s)).collect();
    assert!(missing.is_empty(), "{missing:?} of {stages:?}");
    assert!(held > 0, "somebody is in the lock-up");
    assert!(out > 0, "a parcel is at the laboratory");
}

#[tokio::test(flavor = "multi_thread")]
async fn every_book_of_each_station_is_written_in() {
    let world = World::small().await;
    for station in STATIONS {
        let mut written: BTreeSet<u32> = BTreeSet::new();
        for rec in world.acts_of(station).await {
            written.extend(rec.header.entries.iter().filter_map(|e| e.register.parse::<u32>().ok()));
        }
        let missing: Vec<u32> = (1..=25).filter(|n| !written.contains(n)).collect();
        assert_eq!(missing, [8], "{station}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn nearly_every_kind_of_act_is_done() {
    let world = World::small().await;
    let done: BTreeSet<String> = world.acts().await.into_iter().map(|r| r.header.kind).collect();
    let not: Vec<&str> = KINDS.iter().copied().filter(|kind| !done.contains(*kind)).collect();
    let rare = [
        "absconder.remove",
        "accused.abate",
        "appeal.decide",
        "attach.add",
        "case.reopen",
        "case.unstay",
        "custody.escape",
        "legacy.incident",
        "legacy.reconcile",
        "lineup.make",
        "lineup.show",
        "person.join",
        "person.part",
        "property.dispose",
        // What the engine gives is written by the server that searches.
        "search.answer",
        "search.examine",
        "search.forget",
        "search.list",
        "search.open",
        "surveillance.remove",
        "surveillance.review",
    ];
    let unexpected: Vec<&&str> = not.iter().filter(|kind| !rare.contains(kind)).collect();
    assert!(unexpected.is_empty(), "{unexpected:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_freed_is_not_shown_and_what_was_destroyed_is_gone() {
    let world = World::small().await;
    let (mut standing, mut destroyed) = (0, 0);
    for station in STATIONS {
        let freed: BTreeSet<String> = world
            .rows::<AccusedRow>(station)
            .await
            .into_iter()
            .filter(|accused| accused.suppressed.is_some())
            .map(|accused| accused.key())
            .collect();
        for row in world.rows::<EnrolRow>(station).await {
            standing += usize::from(row.is_standing());
            let Some(enrolment) = &row.enrolment else {
                destroyed += 1;
                continue;
            };
            assert!(enrolment.photographs.is_empty(), "nobody is photographed");
            let key = AccusedRow::key_of(enrolment.fir.as_ref().unwrap(), enrolment.accused.unwrap());
            assert_eq!(row.is_standing(), !freed.contains(&key), "{key}");
        }
    }
    assert!(standing > 2 && destroyed > 0, "{standing} stand, {destroyed} are destroyed");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_the_police_hold_is_in_the_lock_up() {
    let world = World::small().await;
    for station in STATIONS {
        let desk = world.row::<DeskRow>(station, DeskRow::KEY).await.unwrap();
        for accused in world.rows::<AccusedRow>(station).await {
            if accused.custody == Some(Keeping::Police) {
                let last = accused.arrests.last().unwrap();
                assert!(desk.lockup.contains(&last.act), "{}", accused.key());
            }
        }
    }
}
