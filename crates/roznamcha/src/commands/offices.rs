//! `roznamcha offices`: the hierarchy below the provinces, from a list.

use roznamcha_acts::ActId;
use roznamcha_acts::kinds::{Body, OfficeOpen};
use roznamcha_records::{DoorError, NewAct};
use serde::Deserialize;
use std::path::PathBuf;
use uuid::Uuid;

use crate::config::Config;
use crate::error::CommandError;
use crate::node::Node;

/// The subcommands.
#[derive(Debug, clap::Subcommand)]
pub enum Options {
    /// Open every office of a list; one that is open already is left as it is
    Load {
        /// CSV with the columns parent,code,kind,name_en,name_ur,province,diary_hour, those above before those below
        #[arg(value_name = "FILE.csv")]
        file: PathBuf,
    },
    /// List the offices: code, kind, parent, names
    List,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    parent: String,
    code: String,
    kind: String,
    name_en: String,
    name_ur: String,
    province: String,
    #[serde(default = "eight")]
    diary_hour: u8,
}

fn eight() -> u8 {
    8
}

pub async fn run(config: &Config, options: &Options) -> Result<(), CommandError> {
    let node = Node::open(config).await?;
    match options {
        Options::Load { file } => load(&node, file).await?,
        Options::List => list(&node),
    }
    Ok(node.close().await?)
}

fn list(node: &Node) {
    let tree = node.records.offices();
    let mut next: Vec<&str> = vec!["PK"];
    while let Some(code) = next.pop() {
        if let Some(office) = tree.get(code) {
            let parent = office.parent.as_deref().unwrap_or("-");
            println!("{code}\t{}\t{parent}\t{}\t{}", office.kind, office.en, office.ur);
        }
        next.extend(tree.children(code).iter().rev().map(|office| office.code.as_str()));
    }
}

async fn load(node: &Node, file: &PathBuf) -> Result<(), CommandError> {
    let at = |row: usize, why: String| CommandError::Wrong(format!("`{}`, row {row}: {why}", file.display()));
    let mut reader =
        csv::ReaderBuilder::new().trim(csv::Trim::All).from_path(file).map_err(|e| at(0, e.to_string()))?;
    let (mut opened, mut there) = (0, 0);
    for (row, line) in (1..).zip(reader.deserialize::<Line>()) {
        let line = line.map_err(|e| at(row, e.to_string()))?;
        match open(node, line).await {
            Ok(true) => opened += 1,
            Ok(false) => there += 1,
            Err(error) => {
                eprintln!("{opened} opened, {there} there already, before the row that failed");
                return Err(match error {
                    CommandError::Door(DoorError::Refused(refusal)) => at(row, refusal.to_string()),
                    CommandError::Wrong(why) => at(row, why),
                    other => other,
                });
            }
        }
    }
    println!("{opened} opened, {there} there already");
    Ok(())
}

/// Opens an office; whether it was not open yet.
async fn open(node: &Node, line: Line) -> Result<bool, CommandError> {
    let tree = node.records.offices();
    if let Some(office) = tree.get(&line.code) {
        return match office.parent.as_deref() == Some(&line.parent) {
            true => Ok(false),
            false => Err(CommandError::Wrong(format!("`{}` is open below another office", line.code))),
        };
    }
    if tree.get(&line.parent).is_none() {
        let why = format!("there is no office `{}`; list it before those below it", line.parent);
        return Err(CommandError::Wrong(why));
    }
    let caller = node.records.system().caller(&line.parent);
    // The same list loaded twice, or by two, is the same acts.
    let id = Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("office/{}/{}", line.parent, line.code).as_bytes());
    let body = OfficeOpen {
        code: line.code,
        office_kind: line.kind,
        name_en: line.name_en,
        name_ur: line.name_ur,
        province: line.province,
        diary_hour: line.diary_hour,
    };
    let receipt = node.records.perform(&caller, NewAct::now(ActId(id), Body::OfficeOpen(body))).await?;
    Ok(!receipt.repeated)
}
