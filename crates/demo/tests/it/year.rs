//! How long the year takes. Run by hand: `cargo nextest run -p roznamcha-demo --run-ignored only`.

use roznamcha_demo::DemoPlan;
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
}
