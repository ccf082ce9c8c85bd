//! Durable acts a second through the HTTP API.

use roznamcha_access::Role;
use roznamcha_trial::officer_of;
use std::time::{Duration, Instant};

use crate::client::Client;
use crate::report::{Aim, Report};
use crate::site::Site;
use crate::times::{percentile, rate};
use crate::{BenchError, floor};

/// Pages of the database that a diary entry changes: journal, its act's number, content, head, entry with its three
/// indexes, two counters, desk, day.
const PAGES_OF_AN_ACT: usize = 12;

fn body(id: uuid::Uuid) -> Vec<u8> {
    let text = "نائب محرر کے ہمراہ گشت پر روانہ ہوا، علاقہ میں امن ہے۔ یہ اندراج پیمائش کے لیے ہے۔";
    serde_json::json!({"id": id.to_string(), "body": {"kind": "diary.write", "subject": "patrol", "text": text}})
        .to_string()
        .into_bytes()
}

/// Acts a second of so many writers, and each act's time.
async fn writers(site: &Site, count: usize, span: Duration) -> Result<(f64, Vec<Duration>), BenchError> {
    let token = site.node.token(&officer_of(Role::Moharrar)).await?;
    let headers = format!("Authorization: Bearer {token}\r\n");
    let began = Instant::now();
    let mut tasks = Vec::new();
    for _ in 0..count {
        let (address, headers) = (site.address, headers.clone());
        tasks.push(tokio::spawn(async move {
            let mut client = Client::connect(address, &headers).await?;
            let mut times = Vec::new();
            while began.elapsed() < span {
                let at = Instant::now();
                let answer = client.send("POST", "/api/v1/acts", &body(uuid::Uuid::new_v4())).await?;
                if answer.status != 201 {
                    return Err(BenchError::Answer(String::from_utf8_lossy(&answer.body).into_owned()));
                }
                times.push(at.elapsed());
            }
            Ok::<_, BenchError>(times)
        }));
    }
    let mut all = Vec::new();
    for task in tasks {
        all.extend(task.await.map_err(|e| BenchError::Answer(e.to_string()))??);
    }
    Ok((rate(all.len(), began.elapsed()), all))
}

/// The whole part.
///
/// # Errors
/// [`BenchError`].
pub async fn run(span: Duration, report: &mut Report) -> Result<(), BenchError> {
    println!("durable acts through the HTTP API (diary entries; each answered when on disk)");
    for database in ["SQLite", "PostgreSQL"] {
        let site = if database == "SQLite" { Site::sqlite().await? } else { Site::postgres().await? };
        // Floor before and after, so that a disk that changes its mind shows.
        let floor_now = async || match &site.cluster {
            None => {
                let dir = tempfile::tempdir_in(site.node.dir.path())?;
                floor::sqlite_commits(dir.path(), span, 1)
            }
            Some(cluster) => floor::postgres_commits(&cluster.url("bench"), span).await,
        };
        let before = floor_now().await?;
        let (one, mut times) = writers(&site, 1, span).await?;
        let after = floor_now().await?;
        let floor = f64::midpoint(before, after);
        report.line(
            &format!("{database}, one writer"),
            "acts/s",
            one,
            "bare commits/s",
            floor,
            Aim::AtLeast(0.5),
        );
        println!("    p50 {:.1} ms, p99 {:.1} ms", percentile(&mut times, 0.5), percentile(&mut times, 0.99));
        if site.cluster.is_none() {
            let dir = tempfile::tempdir_in(site.node.dir.path())?;
            let same = floor::sqlite_commits(dir.path(), span, PAGES_OF_AN_ACT)?;
            let peer = "bare commits of as many pages/s";
            report.line("SQLite, one writer", "acts/s", one, peer, same, Aim::None);
        }
        let (many, mut times) = writers(&site, 16, span).await?;
        let what = format!("{database}, 16 writers, one station");
        match &site.cluster {
            Some(cluster) => {
                let peer = floor::pgbench(cluster, span)?;
                report.line(&what, "acts/s", many, "pgbench -N -c16, tps", peer, Aim::AtLeast(0.5));
            }
            None => report.line(&what, "acts/s", many, "bare commits/s", floor, Aim::None),
        }
        println!("    p50 {:.1} ms, p99 {:.1} ms", percentile(&mut times, 0.5), percentile(&mut times, 0.99));
    }
    Ok(())
}
