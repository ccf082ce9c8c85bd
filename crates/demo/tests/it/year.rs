//! How long the year takes. Run by hand: `cargo nextest run -p roznamcha-demo --run-ignored only`.

use roznamcha_acts::views::{CaseRow, DeskRow};
use roznamcha_demo::DemoPlan;
use roznamcha_records::{DeadlineFilter, Purpose};
use std::collections::BTreeMap;
use std::time::Instant;

use crate::world::World;

#[tokio::test(flavor = "multi_thread")]
#[ignore = "minutes long; a measurement"]
async fn the_whole_year() {
    let begun = Instant::now();
    let mut plan = DemoPlan::year("2026-06-30".parse().unwrap());
    if let Some(days) = std::env::var("DEMO_DAYS").ok().and_then(|d| d.parse().ok()) {
        plan.days = days;
    }
    let world = World::make(&plan).await;
    let took = begun.elapsed().as_secs_f64();
    #[expect(clippy::cast_precision_loss, reason = "a rate, for reading")]
    let rate = world.made.acts as f64 / took;
    println!("{} acts, {} reports in {took:.1} s: {rate:.0} acts/s", world.made.acts, world.made.firs);
    let drift = world.records.system().fsck(20, &|_, _| {}).await.unwrap();
    assert!(drift.is_empty(), "{drift:?}");
    println!("fsck clean after {:.1} s", begun.elapsed().as_secs_f64());
    an_office_that_lives(&world).await;
}

/// What the district's deadlines look like on the last morning: mostly running, some near, a few past.
async fn an_office_that_lives(world: &World) {
    let dpo = world.records.system().as_officer("NMN-DPO").await.unwrap();
    let dpo = dpo.for_purpose(Purpose::Supervision, "");
    let filter = DeadlineFilter { office: "PK-PB-NMN".to_owned(), ..DeadlineFilter::default() };
    let board = world.records.deadlines(&dpo, &filter).await.unwrap();
    println!("{:?}", board.counts);
    let mut by_law: BTreeMap<(String, String), usize> = BTreeMap::new();
    for line in &board.lines {
        *by_law.entry((format!("{:?}", line.state), line.law.id.to_string())).or_default() += 1;
    }
    println!("{by_law:?}");
    for (station, counts) in &board.stations {
        println!("{station} {counts:?}");
        let desk = world.row::<DeskRow>(station, DeskRow::KEY).await.unwrap();
        println!(
            "  cash {} rupees, {} in the lock-up, {:?}",
            desk.cash_paisa / 100,
            desk.lockup.len(),
            desk.tally
        );
        let mut stages: BTreeMap<&str, usize> = BTreeMap::new();
        for case in world.rows::<CaseRow>(station).await {
            *stages.entry(case.stage.as_str()).or_default() += 1;
        }
        println!("  {stages:?}");
    }
}
