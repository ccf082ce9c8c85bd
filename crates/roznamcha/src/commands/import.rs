//! `roznamcha import`: a legacy system's incident list.

use roznamcha_legacy::{ImportPlan, Mapping, Progress};
use std::fs;
use std::path::PathBuf;

use crate::config::Config;
use crate::error::CommandError;
use crate::node::Node;
use crate::progress::Shown;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The list: CSV, gzipped where the name ends in .gz
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// How the list is to be read: which column is what
    #[arg(long, value_name = "MAPPING.toml")]
    pub mapping: PathBuf,
    /// Office in whose name it is imported; incidents go to it and to offices below it
    #[arg(long, value_name = "OFFICE")]
    pub office: String,
    /// Where rejected rows are listed; `imports` in the data folder without it
    #[arg(long, value_name = "FILE")]
    pub rejects: Option<PathBuf>,
    /// Rows to a transaction
    #[arg(long, default_value_t = 1000, value_name = "N")]
    pub batch: usize,
    /// Read the list again from its first row although it was imported: writes nothing twice
    #[arg(long)]
    pub again: bool,
}

pub async fn run(config: &Config, options: &Options) -> Result<(), CommandError> {
    let text = fs::read_to_string(&options.mapping).map_err(CommandError::file(&options.mapping))?;
    let mapping = Mapping::parse(&text).map_err(roznamcha_legacy::ImportError::from)?;
    let node = Node::open(config).await?;
    if node.records.offices().get(&options.office).is_none() {
        return Err(CommandError::Wrong(format!("there is no office `{}`", options.office)));
    }
    let plan = ImportPlan {
        rejects: rejects(config, options, &mapping)?,
        mapping,
        file: options.file.clone(),
        batch: options.batch,
        again: options.again,
    };
    let caller = node.records.system().caller(&options.office);
    let shown = Shown::new("importing");
    let tell = |p: Progress| {
        shown.tell(&format!("{} read, {} accepted, {} rejected", p.read, p.accepted, p.rejected));
    };
    let report = roznamcha_legacy::run(&node.records, &caller, &plan, &tell).await;
    shown.done();
    let report = report?;
    println!("{report}");
    println!("rejects     {}", plan.rejects.display());
    Ok(node.close().await?)
}

fn rejects(config: &Config, options: &Options, mapping: &Mapping) -> Result<PathBuf, CommandError> {
    if let Some(path) = &options.rejects {
        return Ok(path.clone());
    }
    let folder = config.data.join("imports");
    fs::create_dir_all(&folder).map_err(CommandError::file(&folder))?;
    let name = options.file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    Ok(folder.join(format!("{}-{name}.rejects.csv", mapping.source)))
}
