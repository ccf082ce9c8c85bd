//! How far a long work has come: a bar on a terminal, a line now and then elsewhere.

use indicatif::{ProgressBar, ProgressStyle};
use std::io::IsTerminal as _;
use std::sync::Mutex;
use std::time::{Duration, Instant};

/// Between two lines where there is no terminal.
const PAUSE: Duration = Duration::from_secs(5);

/// Shows progress on standard error.
pub struct Shown {
    what: &'static str,
    bar: Option<ProgressBar>,
    last: Mutex<Instant>,
    began: Instant,
}

impl Shown {
    /// Begins to show.
    pub fn new(what: &'static str) -> Self {
        let bar = std::io::stderr().is_terminal().then(|| {
            let bar = ProgressBar::no_length().with_message(what);
            bar.set_style(ProgressStyle::default_spinner());
            bar.enable_steady_tick(Duration::from_millis(200));
            bar
        });
        Self { what, bar, last: Mutex::new(Instant::now()), began: Instant::now() }
    }

    /// How far: done, and the whole where known.
    pub fn at(&self, done: u64, whole: Option<u64>) {
        let share = whole.map_or_else(String::new, |w| format!(" of {w}"));
        let Some(bar) = &self.bar else {
            return self.say(&format!("{}: {done}{share}", self.what));
        };
        if let (Some(whole), None) = (whole, bar.length()) {
            bar.set_length(whole);
            let style = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {elapsed} (left {eta})");
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
        }
        bar.set_position(done);
    }

    /// How far, in words of its own.
    pub fn tell(&self, text: &str) {
        match &self.bar {
            Some(bar) => bar.set_message(format!("{}: {text}", self.what)),
            None => self.say(&format!("{}: {text}", self.what)),
        }
    }

    fn say(&self, line: &str) {
        let Ok(mut last) = self.last.lock() else { return };
        if last.elapsed() >= PAUSE {
            *last = Instant::now();
            eprintln!("{line}");
        }
    }

    /// Ends; gives the seconds it took.
    pub fn done(self) -> f64 {
        if let Some(bar) = self.bar {
            bar.finish_and_clear();
        }
        self.began.elapsed().as_secs_f64()
    }
}
