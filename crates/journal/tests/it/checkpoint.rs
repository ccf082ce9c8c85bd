use roznamcha_journal::{
    FormatError, Hash,
    checkpoint::{Checkpoint, CheckpointError, KeyError, Signer, VerifierKey, parse_and_verify},
};

use crate::build::{book, signer};

/// The key pair that the C2SP signed-note specification and its Go implementation give as the example.
const PUBLIC: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
const SEED: &str = "810a1402d5146c8d84f2443330f54080ebf98ee17d9c74f6252fc5d5c7283173";

#[test]
fn the_public_example_of_a_key() {
    let key: VerifierKey = PUBLIC.parse().unwrap();
    assert_eq!((key.name(), key.id()), ("PeterNeumann", [0xc7, 0x4f, 0x20, 0xa3]));
    assert_eq!(key.to_string(), PUBLIC);
    let seed: Hash = SEED.parse().unwrap();
    assert_eq!(Signer::from_seed("PeterNeumann", seed.0).unwrap().verifier(), &key);
}

#[test]
fn keys_that_are_not_keys() {
    let parse = |text: &str| text.parse::<VerifierKey>().unwrap_err();
    assert!(matches!(parse("node-1"), KeyError::Shape(_)));
    assert!(matches!(parse(&PUBLIC.replace("+AR", "+Ag")), KeyError::Shape(_)));
    assert!(matches!(parse(&PUBLIC.replace("c74f", "C74F")), KeyError::Id(_)));
    assert!(matches!(parse(&PUBLIC.replace("Peter", "Pater")), KeyError::Id(_)));
    assert!(matches!(parse(&PUBLIC.replace("PeterN", "Peter N")), KeyError::Name(_)));
    // The identity point: under it a fixed signature fits every text.
    let weak = "x+00000000+AQEAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    assert!(matches!(parse(weak), KeyError::Point(_)));
    assert!(matches!(Signer::from_seed("a+b", [1; 32]), Err(KeyError::Name(_))));
    assert!(!format!("{:?}", signer()).contains("2a2a"), "a signer never shows its key");
}

#[test]
fn signed_and_read_back() {
    let checkpoint = book().checkpoint();
    let note = signer().sign(&checkpoint).unwrap();
    let lines: Vec<&str> = note.split('\n').collect();
    assert_eq!(lines[..2], ["roznamcha/PS-DEMO-CITY", "5"]);
    assert_eq!(lines[3], format!("head {}", checkpoint.head));
    assert_eq!(lines[4..6], ["at 2026-01-05T10:00:00+05:00", ""]);
    assert!(lines[6].starts_with("— node-1 "));
    assert_eq!(lines[7..], [""]);
    assert_eq!(parse_and_verify(&note, signer().verifier()).unwrap(), checkpoint);
    let key = roznamcha_journal::checkpoint::SigningKey::from_bytes(&[42; 32]);
    assert_eq!(checkpoint.sign(&key, "node-1").unwrap(), note);
}

#[test]
fn another_key_or_name_is_not_believed() {
    let note = signer().sign(&book().checkpoint()).unwrap();
    for other in [Signer::from_seed("node-1", [43; 32]), Signer::from_seed("node-2", [42; 32])] {
        let error = parse_and_verify(&note, other.unwrap().verifier()).unwrap_err();
        assert!(matches!(error, CheckpointError::OtherKey { .. }), "{error}");
    }
}

#[test]
fn any_changed_byte_of_a_note_is_found() {
    let note = signer().sign(&book().checkpoint()).unwrap().into_bytes();
    for at in 0..note.len() {
        for bit in 0..8 {
            let mut bad = note.clone();
            bad[at] ^= 1 << bit;
            if let Ok(text) = String::from_utf8(bad) {
                assert!(parse_and_verify(&text, signer().verifier()).is_err(), "byte {at} bit {bit}");
            }
        }
    }
}

#[test]
fn a_note_has_one_form() {
    let note = signer().sign(&book().checkpoint()).unwrap();
    let line = note.lines().last().unwrap();
    for bad in [
        note.replace("\n5\n", "\n05\n"),
        note.replace("\n5\n", "\n+5\n"),
        note.replacen("\n5\n", "\n5\r\n", 1),
        note.replace("\nat ", "\nmore\nat "),
        format!("{note}{line}\n"),
        note.trim_end().to_owned(),
        String::new(),
    ] {
        let error = parse_and_verify(&bad, signer().verifier()).unwrap_err();
        assert_eq!(error, CheckpointError::Form, "{bad}");
    }
}

#[test]
fn a_statement_the_format_does_not_allow_is_not_signed() {
    let bad = |checkpoint: Checkpoint| signer().sign(&checkpoint).unwrap_err();
    let office = Checkpoint { office: "PS\n9".into(), ..book().checkpoint() };
    assert_eq!(bad(office), CheckpointError::Format(FormatError::Space("office")));
    let at = Checkpoint { at: "today".into(), ..book().checkpoint() };
    assert_eq!(bad(at), CheckpointError::Format(FormatError::Time("today".into())));
}
