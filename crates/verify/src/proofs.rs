//! Proof files, held to every root that is known of the sizes they name.

use crate::digest::Digest;
use crate::header::Header;
use crate::merkle::{consistency_holds, inclusion_holds};
use crate::options::{Proof, ProofFile};
use crate::report::{Found, ProofChecked};
use crate::what::{ProofFault, What};

/// A root that is known, and why.
pub(crate) struct KnownRoot {
    pub(crate) office: String,
    pub(crate) size: u64,
    pub(crate) root: Digest,
    /// Under a good signature, not only recomputed from the export.
    pub(crate) signed: bool,
}

/// Checks each proof. Where several roots of a size are known (a fork) the proof must fit them all, and cannot.
pub(crate) fn check_proofs(files: &[ProofFile], known: &[KnownRoot], found: &mut Found) -> Vec<ProofChecked> {
    let mut checked = Vec::new();
    for ProofFile { name, proof } in files {
        let (seq, outcome) = match proof {
            Proof::Inclusion { office, header, size, path } => match Header::parse(header) {
                Ok(parsed) => (Some(parsed.seq), inclusion(&parsed, header, (office, *size), path, known)),
                Err(error) => (None, Err(ProofFault::Header(error))),
            },
            Proof::Consistency { office, from, to, path } => {
                (None, consistency(office, (*from, *to), path, known))
            }
        };
        let [_, size] = proof.sizes();
        let (good, signed) = (outcome.is_ok(), outcome == Ok(true));
        if let Err(fault) = outcome {
            found.always(None, seq, What::Proof { name: name.clone(), fault });
        }
        checked.push(ProofChecked { name: name.clone(), seq, size, good, signed });
    }
    checked
}

/// The roots of one office at one size, and whether one of them is signed.
fn roots<'k>(known: &'k [KnownRoot], office: &str, size: u64) -> Result<(Vec<&'k Digest>, bool), ProofFault> {
    let fitting = known.iter().filter(|root| root.office == office && root.size == size);
    let (roots, signed): (Vec<&Digest>, Vec<bool>) = fitting.map(|root| (&root.root, root.signed)).unzip();
    match roots.is_empty() {
        true => Err(ProofFault::NoRoot { office: office.to_owned(), size }),
        false => Ok((roots, signed.contains(&true))),
    }
}

/// Whether the proof holds under a signature (`true`) or against the export alone (`false`).
fn inclusion(
    parsed: &Header<'_>,
    header: &str,
    (office, size): (&str, u64),
    path: &[Digest],
    known: &[KnownRoot],
) -> Result<bool, ProofFault> {
    if parsed.office != office {
        return Err(ProofFault::OtherOffice { found: parsed.office.to_string() });
    }
    let (roots, signed) = roots(known, office, size)?;
    let leaf = Digest::leaf(header.as_bytes());
    let index = parsed.seq.checked_sub(1).ok_or(ProofFault::Path)?;
    let holds = roots.iter().all(|root| inclusion_holds(&leaf, index, size, path, root));
    if holds { Ok(signed) } else { Err(ProofFault::Path) }
}

/// As for [`inclusion`].
fn consistency(
    office: &str,
    (from, to): (u64, u64),
    path: &[Digest],
    known: &[KnownRoot],
) -> Result<bool, ProofFault> {
    let empty = Digest::empty_tree();
    // the tree of no acts needs no checkpoint: there is only one
    let (old, old_signed) = if from == 0 { (vec![&empty], true) } else { roots(known, office, from)? };
    let (new, new_signed) = roots(known, office, to)?;
    let fits = |old, new| consistency_holds((from, old), (to, new), path);
    let holds = old.iter().all(|old| new.iter().all(|new| fits(old, new)));
    if holds { Ok(old_signed && new_signed) } else { Err(ProofFault::Path) }
}
