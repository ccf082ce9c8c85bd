//! `roznamcha verify`: the outsider's verifier, which shares nothing with the writer but the format.

use roznamcha_verify::{Kept, Key, Lang, Note, Proof, ProofFile, verify, verify_proofs};
use std::fs::File;
use std::io::{BufReader, Read as _};
use std::path::{Path, PathBuf};

use crate::error::CommandError;

/// The longest checkpoint or proof file read, in bytes.
const LONGEST: u64 = 16 << 20;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The exported journal; without it, proofs are checked against the checkpoints alone
    #[arg(value_name = "EXPORT.jsonl")]
    pub export: Option<PathBuf>,
    /// The office's public key, from your own copy: name+keyid+base64
    #[arg(long, value_name = "KEY")]
    pub key: Option<String>,
    /// A file with a checkpoint that you kept
    #[arg(long, value_name = "NOTE")]
    pub checkpoint: Vec<PathBuf>,
    /// A file with a proof, that an act is in the journal or that a journal begins a later one
    #[arg(long, value_name = "PROOF.json")]
    pub proof: Vec<PathBuf>,
    /// The language of the report
    #[arg(long, value_parser = ["en", "ur"], default_value = "en")]
    pub lang: String,
}

pub fn run(options: &Options) -> Result<(), CommandError> {
    let lang = if options.lang == "ur" { Lang::Ur } else { Lang::En };
    let wrong = |what: &Path, why: String| CommandError::Wrong(format!("`{}`: {why}", what.display()));
    let mut brought = roznamcha_verify::Options::default();
    if let Some(key) = &options.key {
        brought.key = Some(Key::parse(key).map_err(|e| CommandError::Wrong(format!("--key: {e}")))?);
    }
    for path in &options.checkpoint {
        let note = Note::parse(&text(path)?).map_err(|e| wrong(path, e.to_string()))?;
        brought.checkpoints.push(Kept { name: path.display().to_string(), note });
    }
    for path in &options.proof {
        let proof = Proof::parse(&text(path)?).map_err(|e| wrong(path, e.to_string()))?;
        brought.proofs.push(ProofFile { name: path.display().to_string(), proof });
    }
    let report = match &options.export {
        Some(path) => {
            let file = File::open(path).map_err(CommandError::file(path))?;
            verify(BufReader::with_capacity(1 << 16, file), &brought)
        }
        None => verify_proofs(&brought),
    };
    let report = report.map_err(|e| CommandError::Wrong(e.text(lang)))?;
    print!("{}", report.text(lang));
    match report.difference_count() {
        0 => Ok(()),
        n => Err(CommandError::Differs(format!("{n} differences"))),
    }
}

fn text(path: &Path) -> Result<String, CommandError> {
    let file = || CommandError::file(path);
    let mut bytes = Vec::new();
    File::open(path).and_then(|f| f.take(LONGEST + 1).read_to_end(&mut bytes)).map_err(file())?;
    if bytes.len() as u64 > LONGEST {
        return Err(CommandError::Wrong(format!("`{}` is longer than {LONGEST} bytes", path.display())));
    }
    String::from_utf8(bytes).map_err(|_| CommandError::Wrong(format!("`{}` is not UTF-8", path.display())))
}
