//! Forecasts on plain files: scores of squares for the next window, and backtests against plain counts.

mod backtest;
mod clock;
mod error;
mod events;
mod options;
mod page;
mod report;
mod scores;

pub use self::error::CommandError;
pub use self::options::{Backtest, Command, Events, Options, Window};

/// Does what the options ask; what it has to say goes to `out`.
///
/// # Errors
/// [`CommandError`] when a file cannot be read or written, or holds nothing to forecast from.
pub fn run(options: &Options, out: &mut dyn std::io::Write) -> Result<(), CommandError> {
    match (&options.command, &options.events, &options.window) {
        (Some(options::Command::Backtest(wanted)), ..) => backtest::run(wanted, out),
        (None, Some(events), Some(window)) => scores::run(events, window, out),
        _ => Err(CommandError::Nothing),
    }
}
