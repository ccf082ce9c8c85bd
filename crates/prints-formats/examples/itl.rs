//! Lists the records of an ANSI/NIST-ITL file, decodes its prints, and says whether it is written again as it was.
//!
//! `cargo run -p roznamcha-prints-formats --example itl -- FILE…`

use std::io::Write;

use roznamcha_prints_formats::itl::{Print, Record, Transaction};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut out = std::io::stdout();
    for path in std::env::args().skip(1) {
        let bytes = std::fs::read(&path)?;
        let transaction = match Transaction::read(&bytes) {
            Ok(transaction) => transaction,
            Err(error) => {
                writeln!(out, "{path}: {error}")?;
                continue;
            }
        };
        let same = transaction.write()? == bytes;
        writeln!(out, "{path}: {} records, written again as it was: {same}", transaction.records.len() + 1)?;
        for record in &transaction.records {
            let image = match record {
                Record::Plain(print) => Some(print.image()),
                Record::Text(text) if matches!(text.kind, 13 | 14) => {
                    Some(Print::of(text).and_then(|print| print.image()))
                }
                _ => None,
            };
            let told = match image {
                None => String::new(),
                Some(Ok(image)) => format!(": {} x {} at {} dpi", image.width(), image.height(), image.dpi()),
                Some(Err(error)) => format!(": {error}"),
            };
            writeln!(out, "  type {}{told}", record.kind())?;
        }
    }
    Ok(())
}
