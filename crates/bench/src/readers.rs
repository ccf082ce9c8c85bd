//! A diary page and an FIR page under 200 concurrent readers, over SQLite.

use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::Body;
use roznamcha_trial::{diary_write, fir, officer_of};
use std::time::{Duration, Instant};

use crate::BenchError;
use crate::client::Client;
use crate::site::Site;
use crate::times::{percentile, rate};

/// Readers at once.
const READERS: usize = 200;

/// Reads a page by so many readers for so long; prints how it went and gives the time of the slowest in a hundred.
pub(crate) async fn load(
    site: &Site,
    path: &str,
    token: &str,
    (readers, span): (usize, Duration),
) -> Result<f64, BenchError> {
    let headers = format!("Cookie: roznamcha={token}\r\n");
    let began = Instant::now();
    let mut tasks = Vec::new();
    for _ in 0..readers {
        let (address, headers, path) = (site.address, headers.clone(), path.to_owned());
        tasks.push(tokio::spawn(async move {
            let mut client = Client::connect(address, &headers).await?;
            let (mut times, mut errors) = (Vec::new(), 0usize);
            while began.elapsed() < span {
                let at = Instant::now();
                let answer = client.send("GET", &path, b"").await?;
                errors += usize::from(answer.status != 200);
                times.push(at.elapsed());
            }
            Ok::<_, std::io::Error>((times, errors))
        }));
    }
    let (mut all, mut errors) = (Vec::new(), 0);
    for task in tasks {
        let (times, failed) = task.await.map_err(|e| BenchError::Answer(e.to_string()))??;
        all.extend(times);
        errors += failed;
    }
    let (rps, p50, p99) =
        (rate(all.len(), began.elapsed()), percentile(&mut all, 0.5), percentile(&mut all, 0.99));
    println!("    {path:<40} {rps:>7.0} pages/s   p50 {p50:>6.0} ms   p99 {p99:>6.0} ms   errors {errors}");
    Ok(p99)
}

/// The whole part.
///
/// # Errors
/// [`BenchError`].
pub async fn run(span: Duration) -> Result<(), BenchError> {
    println!("pages under {READERS} concurrent readers, each read with its durable audit row (SQLite)");
    let site = Site::sqlite().await?;
    let moharrar = site.node.as_role(Role::Moharrar).await?;
    let receipt = site.node.act(&moharrar, Body::from(fir(1, site.node.records.now()))).await?;
    for i in 0..40 {
        site.node
            .act(&moharrar, diary_write(&format!("معمول کا اندراج نمبر {i}، علاقہ میں امن و امان ہے۔")))
            .await?;
    }
    let token = site.node.token(&officer_of(Role::Moharrar)).await?;
    let caller = site.node.records.caller(&token, "bench").await?;
    site.node.records.state_purpose(&caller, Purpose::Duty, "").await?;
    load(&site, "/diary", &token, (READERS, span)).await?;
    load(&site, &format!("/fir/{}", receipt.act), &token, (READERS, span)).await?;
    Ok(())
}
