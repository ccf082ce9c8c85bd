//! The command line.

use clap::{Args, Parser, Subcommand};
use std::net::SocketAddr;
use std::path::PathBuf;

use crate::commands::{
    admin, backup, crosscheck, demo, export, fsck, import, law, link, offices, prints, restore, serve, verify,
};
use crate::config::Flags;

const AFTER: &str = "\
Exit codes:
  0   done
  1   differences were found (fsck, crosscheck, verify, restore, prints cut)
  2   could not be done; standard error says why
  70  a write to disk failed and nothing was tried again: start anew when the disk is sound

Configuration: defaults, then the file, then ROZNAMCHA_*, then the options here.
`roznamcha config` shows what holds.";

/// Crime records, analytics and accountable policing: one journal, many views.
#[derive(Debug, Parser)]
#[command(name = "roznamcha", version, after_help = AFTER)]
pub struct Arguments {
    #[command(flatten)]
    pub common: Common,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes.
#[derive(Debug, Args)]
pub struct Common {
    /// Configuration file; else ROZNAMCHA_CONFIG, else roznamcha.toml here or in /etc/roznamcha
    #[arg(long, global = true, value_name = "FILE")]
    pub config: Option<PathBuf>,
    /// Folder of the data
    #[arg(long, global = true, value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// Path of a SQLite file, or a URL postgres://…
    #[arg(long, global = true, value_name = "WHERE")]
    pub database: Option<String>,
}

impl Common {
    /// The values of the command line, with the address a command was given.
    pub fn flags(&self, listen: Option<SocketAddr>) -> Flags {
        Flags { listen, data: self.data.clone(), database: self.database.clone() }
    }
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the pages and the API
    Serve(serve::Options),
    /// Make a synthetic district with a year of life in it, and serve it
    Demo(demo::Options),
    /// Import a legacy system's incident list, reconciled row by row
    Import(import::Options),
    /// Write the journal of an office for an outsider to verify
    Export(export::Options),
    /// Verify an exported journal as an outsider does
    Verify(verify::Options),
    /// Check journals, and compare every view with its journal; changes nothing
    Fsck(fsck::Options),
    /// Check what the books of each station say against each other, and keep the counts
    Crosscheck(crosscheck::Options),
    /// Compute every view anew from the journals
    Rebuild,
    /// Back up everything that is kept, while the server runs or not
    Backup(backup::Options),
    /// Read a backup into an empty database, and prove that it arrived whole
    Restore(restore::Options),
    /// Make tables and roles in PostgreSQL as its owner; again after each upgrade
    Provision,
    /// Print the hash over everything kept and computed
    Hash,
    /// Offices of the hierarchy
    #[command(subcommand)]
    Offices(offices::Options),
    /// Administrators
    #[command(subcommand)]
    Admin(admin::Options),
    /// The statute book
    #[command(subcommand)]
    Law(law::Options),
    /// The fingerprint engine on plain files: templates, comparison, quality, formats, benchmark
    Prints(prints::Options),
    /// The search of names, measured
    #[command(subcommand)]
    Names(roznamcha_names_bench::Command),
    /// Which records are of one person: the engine on plain files
    #[command(subcommand)]
    Link(link::Options),
    /// Forecast places and windows of time from files of reported crimes, and measure such forecasts
    Forecast(Box<roznamcha_forecast_command::Options>),
    /// Print the API's OpenAPI document
    Openapi,
    /// Print the configuration that holds, secrets hidden
    Config,
}
