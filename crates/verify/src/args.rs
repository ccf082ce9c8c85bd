//! The program's arguments.

use std::ffi::OsString;

use roznamcha_verify::Lang;

/// How the program is used.
pub const USAGE: &str = "\
roznamcha-verify EXPORT.jsonl [--key VKEY] [--checkpoint NOTE]...
                 [--inclusion PROOF.json]... [--consistency PROOF.json]... [--lang en|ur]
roznamcha-verify --key VKEY --checkpoint NOTE... [--inclusion PROOF.json]... [--consistency PROOF.json]...

  --key          the office's public key, from your own copy: name+keyid+base64
  --checkpoint   a file with a checkpoint that you kept
  --inclusion    a file with a proof that an act is in the journal
  --consistency  a file with a proof that a journal is the beginning of a later one
  --lang         the language of the report

Exit code: 0 sound, 1 differences found, 2 the files cannot be read or the arguments are wrong.
";

/// What was asked for.
#[derive(Debug, Default)]
pub struct Args {
    pub export: Option<String>,
    pub key: Option<String>,
    pub checkpoints: Vec<String>,
    /// File names, and whether it was called an inclusion proof.
    pub proofs: Vec<(String, bool)>,
    pub lang: Lang,
    pub help: bool,
}

impl Args {
    /// Reads the arguments that follow the program's name.
    pub fn read(words: impl Iterator<Item = OsString>) -> Result<Args, String> {
        let mut args = Args::default();
        let mut words =
            words.map(|word| word.into_string().map_err(|_| "an argument is not UTF-8".to_owned()));
        while let Some(word) = words.next() {
            let word = word?;
            if word == "--help" || word == "-h" {
                args.help = true;
                continue;
            }
            if !word.starts_with("--") {
                set(&mut args.export, word, "export")?;
                continue;
            }
            let value = words.next().ok_or_else(|| format!("`{word}` needs a value"))??;
            match word.as_str() {
                "--key" => set(&mut args.key, value, "key")?,
                "--checkpoint" => args.checkpoints.push(value),
                "--inclusion" => args.proofs.push((value, true)),
                "--consistency" => args.proofs.push((value, false)),
                "--lang" => args.lang = lang(&value)?,
                _ => return Err(format!("`{word}` is not an option")),
            }
        }
        Ok(args)
    }
}

/// A value given twice is a mistake of whoever gave it, never a reason to ignore one.
fn set(slot: &mut Option<String>, value: String, name: &str) -> Result<(), String> {
    if slot.is_some() {
        return Err(format!("more than one {name} was given"));
    }
    *slot = Some(value);
    Ok(())
}

fn lang(value: &str) -> Result<Lang, String> {
    match value {
        "en" => Ok(Lang::En),
        "ur" => Ok(Lang::Ur),
        _ => Err(format!("`{value}` is not a language here: use en or ur")),
    }
}
