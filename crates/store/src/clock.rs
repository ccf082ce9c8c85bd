//! The office's clock. Rules never read one; the store asks it once for each act, when it writes.

use jiff::Timestamp;
use roznamcha_acts::Moment;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock.
pub trait Clock: Send + Sync {
    /// The time now.
    fn now(&self) -> Moment;
}

/// The machine's clock.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    fn now(&self) -> Moment {
        Moment::new(Timestamp::now())
    }
}

/// A clock that stands where it is put: for a simulated year, and for tests of a clock that steps.
#[derive(Debug)]
pub struct FixedClock(AtomicI64);

impl FixedClock {
    /// A clock that stands at `at`.
    pub fn new(at: Moment) -> Self {
        Self(AtomicI64::new(at.millis()))
    }

    /// Puts the clock to `at`.
    pub fn set(&self, at: Moment) {
        self.0.store(at.millis(), Ordering::SeqCst);
    }
}

impl Clock for FixedClock {
    fn now(&self) -> Moment {
        Moment::from_millis(self.0.load(Ordering::SeqCst)).unwrap_or(Moment::new(Timestamp::UNIX_EPOCH))
    }
}
