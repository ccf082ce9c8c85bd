//! `roznamcha openapi`.

use crate::error::CommandError;

#[expect(clippy::unnecessary_wraps, reason = "every command has the same shape")]
pub fn run() -> Result<(), CommandError> {
    println!("{}", roznamcha_api::openapi());
    Ok(())
}
