//! `roznamcha names bench`: recall on sets of names, speed and memory over people of nobody.

use roznamcha_names_bench::Command;

use crate::error::CommandError;

pub fn run(command: &Command) -> Result<(), CommandError> {
    let measured = roznamcha_names_bench::run(command, &mut std::io::stdout());
    measured.map_err(|error| CommandError::Wrong(error.to_string()))
}
