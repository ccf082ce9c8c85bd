//! The English texts.

use super::shown;
use crate::note::SignatureError;
use crate::report::{Checked, Difference, KeyFrom, ProofChecked, Report, Scope};
use crate::what::{CheckpointFault, ProofFault, Source, What};

pub(super) fn difference(difference: &Difference) -> String {
    let line = difference.line.map(|line| format!("line {line}"));
    let act = difference.seq.map(|seq| format!("act {seq}"));
    let place: Vec<String> = line.into_iter().chain(act).collect();
    match place.is_empty() {
        true => what(&difference.what),
        false => format!("{}: {}", place.join(", "), what(&difference.what)),
    }
}

fn what(what: &What) -> String {
    match what {
        What::Unreadable(error) => format!("the line is not of the written form: {error}"),
        What::NoNewline => "no newline ends the last line: the file may have been cut".to_owned(),
        What::AfterCheckpoint => "a line stands after the checkpoint, which must be the last".to_owned(),
        What::Header(error) => format!("the header is not of the written form: {error}"),
        What::OtherOffice { found } => format!("the act is of another office, `{}`", shown(found)),
        What::Seq { wanted, found } => format!("act {wanted} should stand here, and act {found} does"),
        What::Prev { wanted, found } => {
            format!("the chain is broken: `prev` is {found}, the act before hashes to {wanted}")
        }
        What::Content => "the content is not the one the header is committed to".to_owned(),
        What::ActRepeated { act } => format!("an earlier act has the same id `{act}`"),
        What::Serial { series, wanted, found } => {
            format!("register entry `{}` has serial {found}, the next is {wanted}", shown(series))
        }
        What::Flags { wanted, found } => {
            format!("the flags are [{}], its times call for [{}]", list(found), wanted.join(", "))
        }
        What::Key(error) => format!("the export's key cannot be read: {error}"),
        What::OtherKey { found } => format!("the export names another key than yours: `{}`", shown(found)),
        What::Note(error) => format!("the export's checkpoint cannot be read: {error}"),
        What::Checkpoint { source, fault } => format!("{}: {}", source_name(source), checkpoint(fault)),
        What::Proof { name, fault } => format!("proof `{}`: {}", shown(name), proof(fault)),
    }
}

fn list(texts: &[String]) -> String {
    shown(&texts.join(", "))
}

fn source_name(source: &Source) -> String {
    match source {
        Source::Export => "the export's own checkpoint".to_owned(),
        Source::Kept(name) => format!("kept checkpoint `{}`", shown(name)),
    }
}

fn checkpoint(fault: &CheckpointFault) -> String {
    match fault {
        CheckpointFault::OtherOffice { found } => {
            format!("it is of another office, `{}`", shown(found))
        }
        CheckpointFault::Signature(SignatureError::OtherKey) => "it was signed with another key".to_owned(),
        CheckpointFault::Signature(SignatureError::Forged) => {
            "its signature is forged, or its text was changed".to_owned()
        }
        CheckpointFault::Cut { size, acts } => {
            format!("it was signed over {size} acts and the export has {acts}: the journal was cut")
        }
        CheckpointFault::Root { size } => {
            format!("the first {size} acts are not those that were signed: the journal was rewritten")
        }
        CheckpointFault::Head { size } => format!("act {size} is not the act that was signed as the last"),
        CheckpointFault::Uncheckable { size } => {
            format!("a line among the first {size} acts cannot be read, so it cannot be compared")
        }
    }
}

fn proof(fault: &ProofFault) -> String {
    match fault {
        ProofFault::Header(error) => format!("its header is not of the written form: {error}"),
        ProofFault::OtherOffice { found } => format!("its header is of another office, `{}`", shown(found)),
        ProofFault::NoRoot { office, size } => {
            let office = shown(office);
            format!("it cannot be checked without a checkpoint of `{office}` at {size} acts: give it one")
        }
        ProofFault::Path => "it does not lead to the root: it proves nothing".to_owned(),
    }
}

pub(super) fn report(report: &Report) -> String {
    let mut lines = vec![format!("office: {}", shown(&report.office))];
    if report.scope == Scope::Journal {
        let Report { acts, expunged, withheld, .. } = report;
        lines.push(format!("acts: {acts} (content expunged: {expunged}, withheld: {withheld})"));
    }
    lines.extend(report.root.map(|root| format!("root: {root}")));
    lines.extend(report.head.map(|head| format!("head: {head}")));
    lines.extend(report.checkpoints.iter().map(checked));
    lines.extend(report.proofs.iter().map(proof_checked));
    if report.key_from == KeyFrom::Export {
        lines.push(
            "key: taken from the export itself, which proves nothing about who signed; give your own with --key"
                .to_owned(),
        );
    }
    let unsigned = report.acts.saturating_sub(report.signed_acts());
    if unsigned > 0 {
        lines.push(format!(
            "not under any good checkpoint: the last {unsigned} acts, which could change unseen"
        ));
    }
    lines.extend(report.differences.iter().map(|found| format!("DIFFERENCE {}", difference(found))));
    if report.beyond > 0 {
        lines.push(format!("and {} more differences in lines, not listed", report.beyond));
    }
    lines.push(match report.is_sound() {
        true => "SOUND: no difference found".to_owned(),
        false => format!("NOT SOUND: {} differences found", report.difference_count()),
    });
    lines.join("\n") + "\n"
}

fn checked(checked: &Checked) -> String {
    let outcome = if checked.good { "good" } else { "NOT GOOD" };
    let (source, size) = (source_name(&checked.source), checked.size);
    format!("{source}: {size} acts, signed {}: {outcome}", shown(&checked.at))
}

fn proof_checked(checked: &ProofChecked) -> String {
    let name = shown(&checked.name);
    let size = checked.size;
    let claim = match checked.seq {
        Some(seq) => format!("act {seq} is in the journal of {size} acts"),
        None => format!("an earlier journal is the beginning of that of {size} acts"),
    };
    match (checked.good, checked.signed) {
        (false, _) => format!("proof `{name}`: NOT PROVED"),
        (true, true) => format!("proof `{name}`: proved, {claim}"),
        (true, false) => format!("proof `{name}`: fits this export, but no signed checkpoint: {claim}"),
    }
}
