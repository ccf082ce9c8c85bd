//! Start time and memory of the real binary, at rest and after many acts.

use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::BenchError;

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

/// The whole part: `acts` legacy acts are written between the two measurements of memory.
///
/// # Errors
/// [`BenchError`].
pub async fn run(acts: u64) -> Result<(), BenchError> {
    println!("the real binary: start and memory (SQLite)");
    let site = crate::site::Site::sqlite().await?;
    let data = tempfile::tempdir()?;
    let path = site.node.dir.path().join("node.db");
    let copy = |to: &std::path::Path| -> Result<(), BenchError> {
        let conn = rusqlite::Connection::open(&path)?;
        conn.execute("VACUUM INTO ?1", [to.display().to_string()])?;
        Ok(())
    };
    copy(&data.path().join("roznamcha.db"))?;
    let (running, took) = started(data.path())?;
    std::thread::sleep(Duration::from_secs(2));
    println!(
        "    start {:.2} s, resident at rest {:.0} MB (aim under 150)",
        took.as_secs_f64(),
        resident_mb(running.0.id())
    );
    drop(running);
    if acts > 0 {
        let data = tempfile::tempdir()?;
        crate::import::fill(&site, acts).await?;
        copy(&data.path().join("roznamcha.db"))?;
        let (running, took) = started(data.path())?;
        std::thread::sleep(Duration::from_secs(2));
        let mb = resident_mb(running.0.id());
        println!("    with {acts} acts: start {:.2} s, resident {mb:.0} MB", took.as_secs_f64());
    }
    Ok(())
}
