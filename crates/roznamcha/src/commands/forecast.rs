//! `roznamcha forecast`: places and windows of time from files of reported crimes; no data of the node is touched.

use roznamcha_forecast_command::Options;

use crate::error::CommandError;

pub fn run(options: &Options) -> Result<(), CommandError> {
    Ok(roznamcha_forecast_command::run(options, &mut std::io::stdout())?)
}
