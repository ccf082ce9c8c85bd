//! `roznamcha config`.

use crate::config::Config;
use crate::error::CommandError;

pub fn run(config: &Config) -> Result<(), CommandError> {
    print!("{}", config.shown()?);
    Ok(())
}
