//! `roznamcha link`: the linkage engine on plain files.

use roznamcha_linkage_bench::{Plan, Role};
use std::path::PathBuf;

use crate::error::CommandError;

/// Options of the command.
#[derive(Debug, clap::Subcommand)]
pub enum Options {
    /// Link a CSV file in which a column tells who is who, without looking at it, and measure how right that is
    Bench(Bench),
    /// Write a CSV file of persons of nobody, as the books of many stations have them
    People(People),
}

#[derive(Debug, clap::Args)]
pub struct Bench {
    /// One file of which doubles are found, or two between which records are linked
    #[arg(value_name = "FILE.csv", required = true, num_args = 1..=2)]
    pub files: Vec<PathBuf>,
    /// The column that tells who is who
    #[arg(long, default_value = "cluster", value_name = "COLUMN")]
    pub truth: String,
    /// What a column is, where its name does not tell; may be given several times
    #[arg(long, value_name = "COLUMN=ROLE", value_parser = field)]
    pub field: Vec<(String, Role)>,
    /// Count only a random half of the persons, 0 or 1; all records are linked
    #[arg(long, value_parser = clap::value_parser!(u32).range(0..=1), value_name = "HALF")]
    pub half: Option<u32>,
    /// Write the learned model here
    #[arg(long, value_name = "MODEL.json")]
    pub save: Option<PathBuf>,
    /// Use a model that was learned before
    #[arg(long, value_name = "MODEL.json")]
    pub model: Option<PathBuf>,
    /// JSON instead of a table
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, clap::Args)]
pub struct People {
    /// File to write
    #[arg(value_name = "FILE.csv")]
    pub file: PathBuf,
    /// Lines
    #[arg(long, default_value_t = 1_000_000, value_name = "N")]
    pub records: usize,
    /// What the persons follow from
    #[arg(long, default_value_t = 7, value_name = "N")]
    pub seed: u64,
}

pub fn run(options: &Options) -> Result<(), CommandError> {
    let wrong = |error: &dyn std::fmt::Display| CommandError::Wrong(error.to_string());
    match options {
        Options::Bench(bench) => {
            let plan = Plan {
                files: bench.files.clone(),
                truth: bench.truth.clone(),
                roles: bench.field.clone(),
                half: bench.half,
                save: bench.save.clone(),
                model: bench.model.clone(),
            };
            let outcome = roznamcha_linkage_bench::bench(&plan).map_err(|error| wrong(&error))?;
            if bench.json {
                println!("{}", roznamcha_linkage_bench::json(&outcome).map_err(|error| wrong(&error))?);
            } else {
                print!("{}", roznamcha_linkage_bench::text(&outcome));
            }
            Ok(())
        }
        Options::People(people) => roznamcha_linkage_bench::make(&people.file, people.records, people.seed)
            .map_err(|error| wrong(&error)),
    }
}

fn field(text: &str) -> Result<(String, Role), String> {
    let (column, role) =
        text.split_once('=').ok_or("write the column, `=`, and what it is, as plot=address")?;
    Ok((
        column.to_owned(),
        role.parse().map_err(|error: roznamcha_linkage_bench::RoleError| error.to_string())?,
    ))
}
