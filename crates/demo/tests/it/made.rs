//! What the making promises: the same twice, sound journals and views, everyone can sign in, nobody looks real.

use roznamcha_acts::Body;
use roznamcha_acts::engine::recall;
use roznamcha_acts::kinds::Party;
use roznamcha_demo::{DemoPlan, resume};
use roznamcha_records::Role;
use std::collections::{BTreeMap, BTreeSet};
use totp_rs::{Builder, Secret};

use crate::world::World;

fn visibly_synthetic(party: &Party) -> bool {
    let marked = |text: &str| text.contains("(فرضی)") || text.contains("(synthetic)");
    let named = party.name.is_empty() || party.address.as_deref().is_some_and(marked);
    let card = party.cnic.as_deref().is_none_or(|c| c.starts_with("3999900"));
    named && card && party.phone.as_deref().is_none_or(|p| p.starts_with("0300000"))
}

fn parties(body: &Body) -> Vec<&Party> {
    match body {
        Body::FirRegister(f) => {
            let others = f.victims.iter().chain(f.accused.iter().map(|a| &a.person));
            std::iter::once(&f.informant).chain(others).collect()
        }
        Body::ReportNoncognizable(r) => vec![&r.informant],
        Body::ReportRefuse(r) => vec![&r.informant],
        Body::CustodyLodge(c) => vec![&c.person],
        _ => Vec::new(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_seed_makes_the_same_journals() {
    let (one, two) = (World::small().await, World::small().await);
    assert_eq!((one.made.acts, one.made.firs), (two.made.acts, two.made.firs));
    let (mut a, mut b) = (one.acts().await, two.acts().await);
    assert_eq!(u64::try_from(a.len()).unwrap(), one.made.acts);
    for rec in a.iter_mut().chain(&mut b) {
        // Salts are the store's own; all that hangs on them differs.
        rec.leaf = roznamcha_journal::Hash::ZERO;
        rec.header.content = roznamcha_journal::Hash::ZERO;
        rec.header.prev = roznamcha_journal::Hash::ZERO;
    }
    for (x, y) in a.iter().zip(&b) {
        assert_eq!(x, y);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn journals_and_views_are_sound() {
    let world = World::small().await;
    let drift = world.records.system().fsck(20, &|_, _| {}).await.unwrap();
    assert!(drift.is_empty(), "{drift:?}");
    for office in world.records.system().journals().await.unwrap() {
        let journal = world.journal(&office).await;
        let differences = journal.check(&[]);
        assert!(differences.is_empty(), "{office}: {differences:?}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn every_case_stands_in_the_diary_and_nobody_looks_real() {
    let world = World::small().await;
    let acts = world.acts().await;
    let cases: Vec<_> = acts.iter().filter(|r| r.header.kind == "fir.register").collect();
    assert_eq!(u64::try_from(cases.len()).unwrap(), world.made.firs);
    for case in &cases {
        let registers: Vec<&str> = case.header.entries.iter().map(|e| e.register.as_str()).collect();
        assert_eq!(registers, ["1", "2", "5", "5", "9"]);
    }
    let mut seen = 0;
    for rec in &acts {
        let Some(body) = &rec.body else { continue };
        let text = serde_json::to_string(body).unwrap();
        assert!(
            !text.contains("{}")
                && !["{o}", "{p}", "{n}", "{item}", "{acc}"].iter().any(|t| text.contains(t))
        );
        for party in parties(body) {
            seen += 1;
            assert!(visibly_synthetic(party), "{party:?}");
        }
        if let Body::StaffAppoint(officer) = body {
            assert!(officer.name_en.ends_with("(synthetic)") && officer.name_ur.ends_with("(فرضی)"));
            assert!(officer.phone.as_deref().is_some_and(|p| p.starts_with("0300000")));
        }
        if let Body::FirRegister(fir) = body {
            let sentences = fir.narrative.matches(['۔']).count();
            assert!((3..=9).contains(&sentences), "{sentences}: {}", fir.narrative);
            assert!(!fir.narrative.contains('{') && !fir.brief.contains('{'), "{}", fir.narrative);
        }
    }
    assert!(seen > 100, "{seen}");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_rare_things_happen() {
    let world = World::small().await;
    let acts = world.acts().await;
    let mut kinds: BTreeMap<&str, usize> = BTreeMap::new();
    let mut flags = BTreeSet::new();
    for rec in &acts {
        *kinds.entry(rec.header.kind.as_str()).or_default() += 1;
        flags.extend(rec.header.flags.iter().map(|f| f.as_str()));
    }
    let needed = [
        "office.open",
        "staff.appoint",
        "staff.relieve",
        "diary.open",
        "diary.write",
        "diary.close",
        "report.noncognizable",
        "report.refuse",
        "fir.register",
        "fir.sign",
        "fir.despatch",
        "fir.seal",
        "fir.unseal",
        "custody.lodge",
        "custody.release",
        "cash.move",
        "document.print",
        "record.expunge",
    ];
    for kind in needed {
        assert!(kinds.contains_key(kind), "{kind} is missing of {kinds:?}");
    }
    assert_eq!(flags.into_iter().collect::<Vec<_>>(), ["after_clock", "before_information", "clock_back"]);
    assert_eq!(kinds.get("staff.relieve"), Some(&2));
    assert!(acts.iter().any(|r| r.body.is_none()), "a content was removed");
    assert_eq!(kinds.get("diary.open").copied().unwrap() - kinds.get("diary.close").copied().unwrap(), 2);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_role_signs_in() {
    let world = World::small().await;
    let roles: BTreeSet<Role> = world.made.sign_ins.iter().map(|s| s.role).collect();
    assert_eq!(roles.len(), Role::ALL.len());
    let seconds = u64::try_from(world.records.now().millis() / 1000).unwrap();
    for sign_in in &world.made.sign_ins {
        let secret = Secret::try_from_base32(&sign_in.totp_secret).unwrap();
        let code = Builder::new().with_secret(secret).build().unwrap().generate(seconds).to_string();
        let (officer, password) = (&sign_in.officer, &sign_in.password);
        let signed = world.records.sign_in(officer, password, &code, "test", "ur").await.unwrap();
        assert!(!signed.must_change && !signed.must_enrol);
        let caller = world.records.caller(&signed.token, "test").await.unwrap();
        assert_eq!((caller.role(), caller.office()), (sign_in.role, sign_in.office.as_str()));
        assert!(sign_in.name.contains("(synthetic)"));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn started_on_a_later_day_today_is_open_and_the_day_left_open_says_the_truth() {
    let world = World::small().await;
    world.clock.set("2026-03-09T09:15:00+05:00".parse().unwrap());
    assert_eq!(resume(&world.records, DemoPlan::SEED).await.unwrap(), 2);
    assert_eq!(
        resume(&world.records, DemoPlan::SEED).await.unwrap(),
        0,
        "asked again, nothing is left to do"
    );
    let today = "2026-03-09".parse().unwrap();
    for station in ["CITY", "SADAR"] {
        let clerk = world.records.system().as_officer(&format!("NMN-{station}-MOH")).await.unwrap();
        let desk = world.records.desk(&clerk).await.unwrap();
        let left: jiff::civil::Date = "2026-03-05".parse().unwrap();
        assert_eq!((desk.open_day, desk.last_closed), (Some(today), Some(left)), "{station}");
        let office = format!("PK-PB-NMN-{station}");
        let acts: Vec<_> = world.journal(&office).await.acts.iter().map(|w| recall(w).unwrap()).collect();
        let last: Vec<&str> = acts.iter().rev().take(3).map(|r| r.header.kind.as_str()).collect();
        assert_eq!(last, ["diary.open", "diary.close", "diary.write"]);
        let Some(Body::DiaryWrite(said)) = acts.iter().rev().nth(2).and_then(|r| r.body.as_ref()) else {
            panic!("no entry")
        };
        assert!(said.text.contains("۵ مارچ ۲۰۲۶") && said.text.contains("۹ مارچ ۲۰۲۶"), "{}", said.text);
        let flags = acts.iter().rev().take(3).flat_map(|r| &r.header.flags).count();
        assert_eq!(flags, 0);
    }
    assert!(world.records.system().fsck(20, &|_, _| {}).await.unwrap().is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn other_plans_can_be_made_too() {
    let small = DemoPlan::small("2026-01-03".parse().unwrap());
    let plans = [
        DemoPlan { stations: 1, days: 2, ..small.clone() },
        DemoPlan { seed: 7, stations: 3, days: 17, small: false, ..small.clone() },
        DemoPlan { seed: 99, stations: 2, days: 6, ..small.clone() },
    ];
    for plan in plans {
        let world = World::make(&plan).await;
        assert!(world.made.acts > 50);
        assert_eq!(world.records.offices().stations("PK-PB-NMN").len(), plan.stations);
    }
}

#[test]
fn the_last_day_is_over_by_noon() {
    let until = |at: &str| DemoPlan::until_before(at.parse().unwrap()).to_string();
    assert_eq!(until("2026-03-05T12:00:00+05:00"), "2026-03-05");
    assert_eq!(until("2026-03-01T11:59:00+05:00"), "2026-02-28");
}
