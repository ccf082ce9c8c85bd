//! Time of the processor, for others may be at work on this machine; and memory.

use std::time::{Duration, Instant};

/// What this thread has had of the processor; Linux only.
fn processor() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

/// How long some work takes of the processor, or on the wall where the system does not tell.
pub(crate) fn time<T>(work: impl FnOnce() -> T) -> (T, Duration) {
    let (begin, used) = (Instant::now(), processor());
    let done = work();
    let wall = begin.elapsed();
    (done, used.zip(processor()).map_or(wall, |(from, to)| to.saturating_sub(from)))
}

/// Milliseconds below which so many in a hundred of the times are.
pub(crate) fn percentile(times: &[Duration], part: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort_unstable();
    let at = times.len().saturating_sub(1) * part / 100;
    times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1e3)
}

/// Megabytes this process holds now; Linux only.
pub(crate) fn megabytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    line.trim().trim_end_matches(" kB").trim().parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}
