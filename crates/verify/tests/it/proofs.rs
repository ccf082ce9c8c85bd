//! Inclusion and consistency proofs, with an export and without.

use proptest::prelude::*;
use roznamcha_verify::{Digest, Options, Proof, ProofFault, ProofFile, Report, VerifyError, What};
use roznamcha_verify::{consistency_holds, inclusion_holds, verify_proofs};

use crate::journals::{journal, options, run, signer};
use crate::writer::{Hash, Signer, path, root, sha, subproof};

fn with_proof(proof: &str, kept: &[&str]) -> Options {
    let proof = Proof::parse(proof).unwrap();
    Options { proofs: vec![ProofFile { name: "proof".to_owned(), proof }], ..options(kept) }
}

fn fault(report: &Report) -> Option<&ProofFault> {
    report.differences.iter().find_map(|found| match &found.what {
        What::Proof { fault, .. } => Some(fault),
        _ => None,
    })
}

#[test]
fn an_act_is_proved_by_one_checkpoint_alone() {
    let journal = journal(11);
    let note = journal.note(&signer(), 11);
    for index in 0..11 {
        let options = with_proof(&journal.inclusion(index, 11), &[&note]);
        let report = verify_proofs(&options).unwrap();
        assert!(report.is_sound(), "{report:?}");
        assert_eq!(report.proofs[0].seq, Some(index as u64 + 1));
        assert!(report.proofs[0].good && report.proofs[0].signed);
    }
    let changed = journal.inclusion(4, 11).replace("DEMO-5", "DEMO-6");
    assert_eq!(fault(&verify_proofs(&with_proof(&changed, &[&note])).unwrap()), Some(&ProofFault::Path));
    let moved = journal.inclusion(4, 11).replace("\\\"seq\\\":5", "\\\"seq\\\":6");
    assert_eq!(fault(&verify_proofs(&with_proof(&moved, &[&note])).unwrap()), Some(&ProofFault::Path));
    let nowhere = journal.inclusion(4, 11).replace("\\\"seq\\\":5", "\\\"seq\\\":0");
    assert_eq!(fault(&verify_proofs(&with_proof(&nowhere, &[&note])).unwrap()), Some(&ProofFault::Path));
}

#[test]
fn growth_is_proved_by_two_checkpoints_alone() {
    let journal = journal(11);
    let notes: Vec<String> = (0..=11).map(|size| journal.note(&signer(), size)).collect();
    for from in 0..=11 {
        for to in from..=11 {
            let options = with_proof(&journal.consistency(from, to), &[&notes[from], &notes[to]]);
            let report = verify_proofs(&options).unwrap();
            assert!(report.is_sound(), "{from} to {to}: {report:?}");
        }
    }
    let backwards = "{\"t\":\"consistency\",\"office\":\"PS-DEMO-CITY\",\"from\":7,\"to\":5,\"path\":[]}";
    let report = verify_proofs(&with_proof(backwards, &[&notes[5], &notes[7]])).unwrap();
    assert_eq!(fault(&report), Some(&ProofFault::Path));
}

#[test]
fn a_proof_without_a_signed_root_proves_nothing() {
    let journal = journal(5);
    let no_root = ProofFault::NoRoot { office: "PS-DEMO-CITY".to_owned(), size: 5 };
    let other = journal.note(&signer(), 4);
    let forged = journal.note(&Signer::new("node-1", 9), 5);
    for kept in [vec![], vec![other.as_str()], vec![forged.as_str()]] {
        let report = verify_proofs(&with_proof(&journal.inclusion(0, 5), &kept)).unwrap();
        assert_eq!(fault(&report), Some(&no_root));
    }
    let keyless = Options { key: None, ..with_proof(&journal.inclusion(0, 5), &[]) };
    assert!(matches!(verify_proofs(&keyless), Err(VerifyError::KeyNeeded)));
    assert!(matches!(verify_proofs(&options(&[])), Err(VerifyError::Nothing)));
}

#[test]
fn a_proof_beside_an_export_says_whether_a_signature_stands_behind_it() {
    let journal = journal(9);
    let export = journal.export(&signer());
    let signed = run(&export, &with_proof(&journal.inclusion(2, 9), &[])).unwrap();
    assert!(signed.is_sound() && signed.proofs[0].signed);
    let unsigned = run(&export, &with_proof(&journal.inclusion(2, 7), &[])).unwrap();
    assert!(unsigned.is_sound() && unsigned.proofs[0].good && !unsigned.proofs[0].signed);
    let grown = run(&export, &with_proof(&journal.consistency(7, 9), &[])).unwrap();
    assert!(grown.is_sound() && !grown.proofs[0].signed);
    let beyond = run(&export, &with_proof(&crate::journals::journal(12).inclusion(2, 12), &[])).unwrap();
    assert!(matches!(fault(&beyond), Some(ProofFault::NoRoot { size: 12, .. })));
}

#[test]
fn a_proof_file_has_one_spelling() {
    let proof = journal(5).inclusion(1, 5);
    assert!(Proof::parse(&proof).is_ok() && Proof::parse(&format!("{proof}\n")).is_ok());
    for other in [
        format!("{proof}\n\n"),
        format!(" {proof}"),
        proof.replace("\"size\":5", "\"size\":5,\"size\":5"),
        proof.replace("inclusion", "exclusion"),
        proof.replace("PS-DEMO-CITY\",\"header", "PS DEMO\",\"header"),
    ] {
        assert!(Proof::parse(&other).is_err(), "{other}");
    }
}

fn leaves(count: usize) -> Vec<Hash> {
    (0..count).map(|index| sha(&[&index.to_be_bytes()])).collect()
}

fn digests(hashes: &[Hash]) -> Vec<Digest> {
    hashes.iter().map(|hash| Digest::from_bytes(*hash)).collect()
}

proptest! {
    #[test]
    fn an_inclusion_path_holds_for_its_place_only(size in 1_usize..200, index in 0_usize..200, other in 0_usize..200) {
        let leaves = leaves(size);
        let (index, other) = (index % size, other % size);
        let path = digests(&path(index, &leaves));
        let root = Digest::from_bytes(root(&leaves));
        let leaf = Digest::from_bytes(leaves[index]);
        let holds = |index: usize, size: usize, path: &[Digest]| {
            inclusion_holds(&leaf, index as u64, size as u64, path, &root)
        };
        prop_assert!(holds(index, size, &path));
        prop_assert!(index == other || !holds(other, size, &path));
        prop_assert!(!holds(index + size, size, &path));
        prop_assert!(!holds(index, size, &[path.as_slice(), &[leaf]].concat()));
        prop_assert!(path.is_empty() || !holds(index, size, &path[1..]));
    }

    #[test]
    fn a_consistency_path_holds_for_its_trees_only(to in 2_usize..200, from in 1_usize..200, strange in 0_usize..8) {
        let from = 1 + from % (to - 1);
        let leaves = leaves(to);
        let path = digests(&subproof(from, &leaves, true));
        let (old, new) = (Digest::from_bytes(root(&leaves[..from])), Digest::from_bytes(root(&leaves)));
        let holds = |old: &Digest, new: &Digest, path: &[Digest]| {
            consistency_holds((from as u64, old), (to as u64, new), path)
        };
        prop_assert!(holds(&old, &new, &path));
        prop_assert!(!holds(&new, &old, &path));
        prop_assert!(!holds(&old, &new, &[path.as_slice(), &[old]].concat()));
        prop_assert!(!holds(&old, &new, &[]));
        let mut changed = path.clone();
        let place = strange % changed.len();
        changed[place] = Digest::ZERO;
        prop_assert!(!holds(&old, &new, &changed));
    }

    #[test]
    fn no_sizes_or_paths_make_a_proof_panic(a in any::<u64>(), b in any::<u64>(), n in 0_usize..70) {
        let path = vec![Digest::ZERO; n];
        let root = Digest::empty_tree();
        prop_assert!(!inclusion_holds(&root, a, b, &path, &root));
        prop_assert_eq!(consistency_holds((a, &root), (b, &root), &path), n == 0 && (a == b || a == 0));
    }
}
