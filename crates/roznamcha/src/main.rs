//! Roznamcha: one binary, roles by subcommand.

mod arguments;
mod commands;
mod config;
mod error;
mod gallery;
mod key;
mod logging;
mod metrics;
mod node;
mod package;
mod progress;
mod serve;
mod watched;

use clap::Parser as _;
use std::process::ExitCode;

use arguments::Arguments;
use error::CommandError;

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("roznamcha: {error}");
            ExitCode::from(error.code())
        }
    }
}

fn run(arguments: Arguments) -> Result<(), CommandError> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let runtime = runtime.map_err(|e| CommandError::Wrong(format!("no threads to run on: {e}")))?;
    let outcome = runtime.block_on(commands::run(arguments));
    // After a failed write nothing may be waited for: what hangs on the disk would hold the process.
    runtime.shutdown_background();
    outcome
}
