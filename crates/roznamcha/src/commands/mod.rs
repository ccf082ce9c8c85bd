//! The commands, one file each.

pub mod admin;
mod allowed;
pub mod backup;
pub mod config;
pub mod crosscheck;
pub mod demo;
pub mod export;
mod forecast;
pub mod fsck;
pub mod hash;
pub mod import;
pub mod law;
pub mod link;
pub mod names;
pub mod offices;
pub mod openapi;
pub mod prints;
pub mod provision;
pub mod rebuild;
pub mod restore;
pub mod serve;
pub mod verify;

use std::path::PathBuf;

use crate::arguments::{Arguments, Command, Common};
use crate::config::Config;
use crate::error::CommandError;
use crate::logging;

/// Runs the command that was asked for.
///
/// # Errors
/// [`CommandError`], which knows its exit code.
pub async fn run(arguments: Arguments) -> Result<(), CommandError> {
    let common = &arguments.common;
    match arguments.command {
        // These need no data.
        Command::Verify(options) => verify::run(&options),
        Command::Openapi => openapi::run(),
        Command::Law(options) => law::run(&options),
        Command::Prints(options) => prints::run(&options),
        Command::Names(options) => names::run(&options),
        Command::Link(options) => link::run(&options),
        Command::Forecast(options) => forecast::run(&options),
        Command::Serve(options) => serve::run(&load(common, options.listen)?).await,
        Command::Demo(options) => demo::run(common, &options).await,
        Command::Import(options) => import::run(&load(common, None)?, &options).await,
        Command::Export(options) => export::run(&load(common, None)?, &options).await,
        Command::Fsck(options) => fsck::run(&load(common, None)?, &options).await,
        Command::Crosscheck(options) => crosscheck::run(&load(common, None)?, &options).await,
        Command::Rebuild => rebuild::run(&load(common, None)?).await,
        Command::Backup(options) => backup::run(&load(common, None)?, &options).await,
        Command::Restore(options) => restore::run(&load(common, None)?, &options).await,
        Command::Provision => provision::run(&load(common, None)?).await,
        Command::Hash => hash::run(&load(common, None)?).await,
        Command::Offices(options) => offices::run(&load(common, None)?, &options).await,
        Command::Admin(options) => admin::run(&load(common, None)?, &options).await,
        Command::Config => config::run(&load(common, None)?),
    }
}

/// The configuration of a command; logging begins by it.
fn load(common: &Common, listen: Option<std::net::SocketAddr>) -> Result<Config, CommandError> {
    // A variable that is not Unicode is none of ours.
    let vars = std::env::vars_os().filter_map(|(k, v)| Some((k.into_string().ok()?, v.into_string().ok()?)));
    let file = common.config.clone().or_else(|| std::env::var_os("ROZNAMCHA_CONFIG").map(PathBuf::from));
    let config = Config::load(file.as_deref(), vars, &common.flags(listen))?;
    logging::begin(&config.log)?;
    Ok(config)
}
