//! `roznamcha law`: what of the statute book nobody has checked yet, and the table of allowed acts as a document.

use roznamcha_records::StatuteBook;
use roznamcha_words::Words;

use super::allowed;
use crate::error::CommandError;
use crate::node::NodeError;

/// The subcommands.
#[derive(Debug, clap::Subcommand)]
pub enum Options {
    /// List every datum that is not verified: file, code, how it was come by, citation, caution
    Unverified,
    /// Print which act may follow at which stage of a case, as a document (Markdown, English and Urdu)
    Allowed,
}

pub fn run(options: &Options) -> Result<(), CommandError> {
    let book = StatuteBook::built_in().map_err(NodeError::from)?;
    match options {
        Options::Unverified => {
            let list = book.unverified();
            for doubt in &list {
                let (file, code, tag) = (doubt.file, &doubt.code, doubt.tag);
                println!("{file}\t{code}\t{tag}\t{}\t{}", doubt.citation, doubt.note);
            }
            eprintln!("{} not verified", list.len());
        }
        Options::Allowed => {
            let words = Words::load().map_err(|e| CommandError::Wrong(e.to_string()))?;
            print!("{}", allowed::document(&book, &words));
        }
    }
    Ok(())
}
