//! Hostile bytes are refused, never a panic; and what is accepted is written again as the same bytes.

use proptest::prelude::*;
use roznamcha_journal::{
    EntryRef, Hash, Header, Written, check,
    checkpoint::{VerifierKey, parse_and_verify},
    export::{parse_line, read, write_act},
    time::instant,
    tree::{Frontier, verify_consistency, verify_inclusion},
};

use crate::build::{OFFICE, book, signer};

/// Valid bytes with a piece replaced by a piece of themselves or by noise.
fn spliced(valid: Vec<u8>) -> impl Strategy<Value = Vec<u8>> {
    let piece = (any::<prop::sample::Index>(), any::<prop::sample::Index>());
    let noise = prop::option::of(prop::collection::vec(any::<u8>(), 0..8));
    (piece.clone(), piece, noise).prop_map(move |((a, b), (c, d), noise)| {
        let range = |a: prop::sample::Index, b: prop::sample::Index| {
            let (a, b) = (a.index(valid.len()), b.index(valid.len()));
            a.min(b)..a.max(b)
        };
        let put = noise.unwrap_or_else(|| valid[range(c, d)].to_vec());
        let mut bytes = valid.clone();
        bytes.splice(range(a, b), put);
        bytes
    })
}

fn act_line() -> Vec<u8> {
    let act = &book().acts[1];
    write_act(&act.header, &act.body().unwrap()).unwrap().into_bytes()
}

proptest! {
    #[test]
    fn noise(bytes in prop::collection::vec(any::<u8>(), 0..300), text in any::<String>()) {
        prop_assert!(Header::parse(&bytes).is_err());
        prop_assert!(parse_line(&bytes).is_err());
        prop_assert!(read(&bytes).is_err());
        prop_assert!(parse_and_verify(&text, signer().verifier()).is_err());
        prop_assert!(text.parse::<VerifierKey>().is_err());
        prop_assert!(instant(&text).is_err());
        let _ = text.parse::<EntryRef>();
        let _ = text.parse::<Hash>();
        let act = Written { header: bytes, salt: None, content: None };
        prop_assert!(!check(OFFICE, [&act], []).is_empty());
    }

    #[test]
    fn a_spliced_header_is_refused_or_in_its_one_form(bytes in spliced(book().acts[1].header.clone())) {
        if let Ok(header) = Header::parse(&bytes) {
            prop_assert_eq!(header.to_bytes().unwrap(), bytes);
        }
    }

    #[test]
    fn a_spliced_line_does_not_panic(bytes in spliced(act_line())) {
        let _ = parse_line(&bytes);
        let _ = read(&bytes);
    }

    #[test]
    fn a_spliced_note_is_refused_or_the_same(
        bytes in spliced(signer().sign(&book().checkpoint()).unwrap().into_bytes()),
    ) {
        let text = String::from_utf8_lossy(&bytes);
        if let Ok(checkpoint) = parse_and_verify(&text, signer().verifier()) {
            prop_assert_eq!(checkpoint, book().checkpoint());
        }
    }

    #[test]
    fn a_frontier_of_noise_is_refused_or_in_its_one_form(
        size in any::<u64>(), peaks in prop::collection::vec(any::<[u8; 32]>(), 0..65), exact in any::<bool>(),
    ) {
        let count = if exact { size.count_ones() as usize } else { peaks.len() };
        let mut bytes = size.to_be_bytes().to_vec();
        peaks.iter().cycle().take(count).for_each(|p| bytes.extend(p));
        if let Ok(mut frontier) = Frontier::from_bytes(&bytes) {
            prop_assert_eq!(frontier.to_bytes(), bytes);
            frontier.append(Hash::ZERO);
            let _ = frontier.root();
        }
    }

    #[test]
    fn proofs_of_noise_prove_nothing(
        path in prop::collection::vec(any::<[u8; 32]>().prop_map(Hash), 0..70),
        (a, b) in (any::<u64>(), any::<u64>()),
        (leaf, root) in (any::<[u8; 32]>().prop_map(Hash), any::<[u8; 32]>().prop_map(Hash)),
    ) {
        prop_assert!(!verify_inclusion(&leaf, a, b, &path, &root));
        prop_assert!(!verify_consistency(a, b, &path, &leaf, &root));
    }
}
