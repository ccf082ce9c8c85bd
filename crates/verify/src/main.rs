//! `roznamcha-verify`: the verifier as a program of its own, for whoever has an export and no trust in its writer.

mod args;

use std::fs::File;
use std::io::{BufReader, Read as _, Write as _};
use std::process::ExitCode;

use args::Args;
use roznamcha_verify::{Kept, Key, Note, Options, Proof, ProofFile, Report, verify, verify_proofs};

/// The longest checkpoint or proof file read.
const LONGEST: u64 = 16 << 20;

fn main() -> ExitCode {
    let args = match Args::read(std::env::args_os().skip(1)) {
        Ok(args) => args,
        Err(error) => return fail(&format!("{error}\n\n{}", args::USAGE)),
    };
    if args.help {
        return print(args::USAGE, ExitCode::SUCCESS);
    }
    match run(&args) {
        Ok(report) => print(&report.text(args.lang), ExitCode::from(u8::from(!report.is_sound()))),
        Err(error) => fail(&error),
    }
}

/// A report that could not be written was not delivered, so that is no success either.
fn print(text: &str, code: ExitCode) -> ExitCode {
    let mut out = std::io::stdout().lock();
    match out.write_all(text.as_bytes()).and_then(|()| out.flush()) {
        Ok(()) => code,
        Err(_) => ExitCode::from(2),
    }
}

fn fail(message: &str) -> ExitCode {
    // nothing is left to tell it to when standard error is closed; the exit code still says it
    let _ = writeln!(std::io::stderr(), "roznamcha-verify: {message}");
    ExitCode::from(2)
}

fn run(args: &Args) -> Result<Report, String> {
    let mut options = Options::default();
    if let Some(key) = &args.key {
        options.key = Some(Key::parse(key).map_err(|error| format!("--key: {error}"))?);
    }
    for name in &args.checkpoints {
        let note = Note::parse(&text(name)?).map_err(|error| format!("checkpoint `{name}`: {error}"))?;
        options.checkpoints.push(Kept { name: name.clone(), note });
    }
    for (name, inclusion) in &args.proofs {
        let proof = Proof::parse(&text(name)?).map_err(|error| format!("proof `{name}`: {error}"))?;
        if matches!(proof, Proof::Inclusion { .. }) != *inclusion {
            return Err(format!(
                "proof `{name}` is of the other kind: use --inclusion or --consistency as it says"
            ));
        }
        options.proofs.push(ProofFile { name: name.clone(), proof });
    }
    let report = match &args.export {
        Some(export) => {
            let file = File::open(export).map_err(|error| format!("`{export}` cannot be opened: {error}"))?;
            verify(BufReader::with_capacity(1 << 16, file), &options)
        }
        None => verify_proofs(&options),
    };
    report.map_err(|error| error.text(args.lang))
}

fn text(name: &str) -> Result<String, String> {
    let unread = |error| format!("`{name}` cannot be read: {error}");
    let mut bytes = Vec::new();
    let file = File::open(name).map_err(unread)?;
    file.take(LONGEST + 1).read_to_end(&mut bytes).map_err(unread)?;
    if bytes.len() as u64 > LONGEST {
        return Err(format!("`{name}` is longer than {LONGEST} bytes"));
    }
    String::from_utf8(bytes).map_err(|_| format!("`{name}` is not UTF-8"))
}
