//! The command by itself, for whoever wants forecasts without the rest of Roznamcha.

use std::io::Write as _;
use std::process::ExitCode;

use clap::Parser;
use roznamcha_forecast_command::{Options, run};

/// Forecasts of places and windows of time from reported crimes; never of persons.
#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    options: Options,
}

fn main() -> ExitCode {
    match run(&Arguments::parse().options, &mut std::io::stdout()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "{error}");
            ExitCode::from(2)
        }
    }
}
