//! Start time and memory of the real binary, at rest and after many acts.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::BenchError;
use crate::report::{Aim, Report};

fn binary() -> PathBuf {
    // This bench lies in target/<profile>/deps; the binary two folders up.
    let mut path = std::env::current_exe().unwrap_or_default();
    path.pop();
    path.pop();
    path.join("roznamcha")
}

struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn resident_mb(pid: u32) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let kb = status.lines().find_map(|l| l.strip_prefix("VmRSS:")).and_then(|l| l.split_whitespace().next());
    kb.and_then(|k| k.parse::<f64>().ok()).unwrap_or(0.0) / 1024.0
}

fn started(data: &std::path::Path) -> Result<(Running, Duration), BenchError> {
    let began = Instant::now();
    let mut child = Command::new(binary())
        .args(["serve", "--listen", "127.0.0.1:0", "--data"])
        .arg(data)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()?;
    let out = child.stdout.take();
    let running = Running(child);
    for line in out.into_iter().flat_map(|o| BufReader::new(o).lines()) {
        if line?.starts_with("ready ") {
            return Ok((running, began.elapsed()));
        }
    }
    Err(BenchError::Answer("the server did not start".to_owned()))
}

/// What it may hold when nothing happens.
const AT_REST_MB: f64 = 150.0;

/// The database of a site, closed and laid where the binary looks for it.
async fn laid(site: crate::site::Site, to: &std::path::Path) -> Result<(), BenchError> {
    site.node.records.system().close().await?;
    let from = site.node.dir.path().join("node.db");
    // Within one folder of temporary files this moves no byte; else it is copied.
    if std::fs::rename(&from, to).is_err() {
        std::fs::copy(&from, to)?;
    }
    Ok(())
}

/// The whole part: the binary over a new database, then over one with `acts` acts.
///
/// # Errors
/// [`BenchError`].
pub async fn run(acts: u64, report: &mut Report) -> Result<(), BenchError> {
    println!("the real binary: start and memory (SQLite)");
    let sizes: &[u64] = if acts > 0 { &[0, acts] } else { &[0] };
    for acts in sizes {
        let site = crate::site::Site::sqlite().await?;
        let began = Instant::now();
        crate::import::fill(&site, *acts).await?;
        let filled = began.elapsed();
        let data = tempfile::tempdir()?;
        let path = data.path().join("roznamcha.db");
        laid(site, &path).await?;
        let (running, took) = started(data.path())?;
        std::thread::sleep(Duration::from_secs(2));
        let mb = resident_mb(running.0.id());
        #[expect(clippy::cast_precision_loss, reason = "a size in megabytes")]
        let file = std::fs::metadata(&path)?.len() as f64 / (1024.0 * 1024.0);
        let what = if *acts == 0 { "at rest, new".to_owned() } else { format!("at rest, {acts} acts") };
        report.line(&what, "MB", mb, "MB allowed", AT_REST_MB, Aim::AtMost(1.0));
        println!(
            "    start {:.2} s, file {file:.0} MB, filled in {:.0} s",
            took.as_secs_f64(),
            filled.as_secs_f64()
        );
    }
    Ok(())
}
