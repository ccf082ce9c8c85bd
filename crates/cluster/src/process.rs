//! The server's process and those it has started.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::ClusterError;

/// Waits until `done` says so, asking every 20 ms; false when `limit` passed first.
pub fn wait_until(limit: Duration, mut done: impl FnMut() -> bool) -> bool {
    let start = Instant::now();
    loop {
        if done() {
            return true;
        }
        if start.elapsed() >= limit {
            return false;
        }
        sleep(Duration::from_millis(20));
    }
}

/// Runs a command to its end and gives what it printed.
pub fn output(mut command: Command) -> Result<String, ClusterError> {
    let program = || Path::new(command.get_program()).to_owned();
    let failed_to_run = {
        let path = program();
        move |source| ClusterError::Run { program: path, source }
    };
    let path = program();
    let done = command.stdin(Stdio::null()).output().map_err(failed_to_run)?;
    if done.status.success() {
        return Ok(String::from_utf8_lossy(&done.stdout).into_owned());
    }
    let message = String::from_utf8_lossy(&done.stderr).trim().to_owned();
    Err(ClusterError::Failed { program: path, message })
}

/// Sends a signal, e.g. `INT`, to all of `processes` in one go. Those that have ended meanwhile do not matter.
pub fn signal(name: &str, processes: &[u32]) -> Result<(), ClusterError> {
    let mut command = Command::new("/bin/sh");
    command.args(["-c", "kill -s \"$@\" 2>/dev/null || true", "kill", name]);
    command.args(processes.iter().map(u32::to_string));
    output(command).map(drop)
}

/// The children of `parent`, as the kernel lists them.
pub fn children(parent: u32) -> Vec<u32> {
    let listed = fs::read_to_string(format!("/proc/{parent}/task/{parent}/children")).unwrap_or_default();
    listed.split_whitespace().filter_map(|id| id.parse().ok()).collect()
}

/// Whether `process` is alive and works in `data`: every process of a server does, so a recycled id is not mistaken.
pub fn works_in(process: u32, data: &Path) -> bool {
    fs::read_link(format!("/proc/{process}/cwd")).is_ok_and(|cwd| cwd == data)
}
