//! `roznamcha export`: a journal for an outsider.

use std::fs::{self, File};
use std::io::{BufWriter, Write as _};
use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::error::CommandError;
use crate::node::Node;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Office whose journal is written; every office without it
    #[arg(value_name = "OFFICE")]
    pub office: Option<String>,
    /// File to write (for every office: folder); `-` for standard output
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Leave the content out: headers and hashes only
    #[arg(long)]
    pub headers_only: bool,
}

pub async fn run(config: &Config, options: &Options) -> Result<(), CommandError> {
    let node = Node::open(config).await?;
    match &options.office {
        Some(office) => one(&node, office, &options.out, !options.headers_only).await?,
        None => {
            fs::create_dir_all(&options.out).map_err(CommandError::file(&options.out))?;
            for office in node.records.system().journals().await? {
                let file = options.out.join(format!("{office}.jsonl"));
                one(&node, &office, &file, !options.headers_only).await?;
            }
        }
    }
    Ok(node.close().await?)
}

async fn one(node: &Node, office: &str, out: &Path, content: bool) -> Result<(), CommandError> {
    if node.records.offices().get(office).is_none() {
        return Err(CommandError::Wrong(format!("there is no office `{office}`")));
    }
    let acts = if out == Path::new("-") {
        node.records.system().export(office, content, &mut std::io::stdout()).await?
    } else {
        let file = || CommandError::file(out);
        let mut to = BufWriter::new(File::create(out).map_err(file())?);
        let acts = node.records.system().export(office, content, &mut to).await?;
        to.flush().map_err(file())?;
        to.get_ref().sync_all().map_err(file())?;
        acts
    };
    eprintln!("{office}: {acts} acts");
    Ok(())
}
