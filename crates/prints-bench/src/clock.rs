//! Time that this thread has had of a core, so that a busy machine does not make a system look slow.

use std::time::{Duration, Instant};

/// A stretch of time being measured.
#[derive(Debug, Clone, Copy)]
pub struct Clock {
    core: Option<Duration>,
    wall: Instant,
}

impl Clock {
    /// Begins.
    #[must_use]
    pub fn start() -> Self {
        Self { core: core(), wall: Instant::now() }
    }

    /// What this thread has had of a core since; the time on the wall where the system does not tell.
    #[must_use]
    pub fn elapsed(&self) -> Duration {
        match (self.core, core()) {
            (Some(from), Some(to)) => to.saturating_sub(from),
            _ => self.wall.elapsed(),
        }
    }
}

/// Linux tells it in nanoseconds.
fn core() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
}

/// What all threads of the process have had of the cores.
pub(crate) fn process() -> Option<Duration> {
    let tasks = std::fs::read_dir("/proc/self/task").ok()?.flatten();
    let had = tasks.filter_map(|task| {
        let text = std::fs::read_to_string(task.path().join("schedstat")).ok()?;
        text.split_whitespace().next()?.parse().ok().map(Duration::from_nanos)
    });
    Some(had.sum())
}

/// What all threads have had of the cores since then.
pub(crate) fn since(from: Option<Duration>) -> Option<Duration> {
    Some(process()?.saturating_sub(from?))
}
