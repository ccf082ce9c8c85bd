use roznamcha_journal::{
    FormatError, Hash, Written,
    export::{
        Body, ExportError, Line, parse_line, read, write_act, write_checkpoint, write_consistency,
        write_inclusion, write_open,
    },
    proof::{Consistency, Inclusion},
};

use crate::build::{Book, OFFICE, book, signer};

/// A whole export; the second act's content is withheld.
fn export(book: &Book) -> String {
    let mut lines = vec![write_open(OFFICE, signer().verifier()).unwrap()];
    for (n, act) in book.acts.iter().enumerate() {
        let body = if n == 1 { Body::Withheld } else { act.body().unwrap() };
        lines.push(write_act(&act.header, &body).unwrap());
    }
    lines.push(write_checkpoint(&signer().sign(&book.checkpoint()).unwrap()).unwrap());
    lines.push(String::new());
    lines.join("\n")
}

#[test]
fn written_and_read_back() {
    let book = book();
    let text = export(&book);
    assert!(text.starts_with(r#"{"t":"journal","format":1,"office":"PS-DEMO-CITY","key":"node-1+"#));
    assert!(text.contains(r#"{"t":"act","header":"{\"v\":1,\"office\":"#));
    assert!(text.contains(r#"}","withheld":true}"#) && text.contains(r#"}","expunged":true}"#));
    let export = read(text.as_bytes()).unwrap();
    let mut acts = book.acts.clone();
    acts[1].expunge();
    assert_eq!((export.office.as_str(), &export.acts), (OFFICE, &acts));
    assert_eq!(export.key, *signer().verifier());
    assert_eq!(export.checkpoint, Some(book.checkpoint()));
    assert_eq!(export.check(&[book.checkpoint()]), []);
}

/// The promise of the format's last paragraph, for every bit of a whole file.
#[test]
fn a_changed_byte_anywhere_is_reported() {
    let good = export(&book()).into_bytes();
    for at in 0..good.len() {
        for bit in 0..8 {
            let mut bad = good.clone();
            bad[at] ^= 1 << bit;
            let silent = read(&bad).is_ok_and(|export| export.check(&[]).is_empty());
            let around = String::from_utf8_lossy(&good[at.saturating_sub(20)..at]).into_owned();
            assert!(!silent, "byte {at} bit {bit} after {around}");
        }
    }
}

#[test]
fn a_cut_file_is_not_read_as_whole() {
    let good = export(&book()).into_bytes();
    let kept = [book().checkpoint()];
    for end in 0..good.len() {
        let silent = read(&good[..end]).is_ok_and(|export| export.check(&kept).is_empty());
        let without_last_line = good[end..].starts_with(br#"{"t":"checkpoint""#);
        assert_eq!(silent, without_last_line, "cut at {end}");
    }
}

#[test]
fn lines_have_their_places() {
    let text = export(&book());
    let lines: Vec<&str> = text.lines().collect();
    let place = |order: &[usize]| {
        let text: String = order.iter().map(|i| format!("{}\n", lines[*i])).collect();
        read(text.as_bytes()).map(|export| export.acts.len())
    };
    assert_eq!(place(&[0]), Ok(0));
    assert_eq!(place(&[0, 1]), Ok(1));
    assert_eq!(place(&[1]), Err(ExportError::Place(1)));
    assert_eq!(place(&[0, 0]), Err(ExportError::Place(2)));
    assert_eq!(place(&[0, 6, 1]), Err(ExportError::Place(3)));
    assert_eq!(place(&[0, 6, 6]), Err(ExportError::Place(3)));
    assert_eq!(read(b""), Err(ExportError::Cut));
    assert!(matches!(read(b"\n"), Err(ExportError::Line { line: 1, .. })));
}

#[test]
fn lines_have_one_form() {
    let act = write_act(b"h", &Body::Expunged).unwrap();
    assert_eq!(act, r#"{"t":"act","header":"h","expunged":true}"#);
    for bad in [
        r#"{"t":"act","header":"h"}"#,
        r#"{"t":"act","header":"h","expunged":false}"#,
        r#"{"t":"act","header":"h","expunged":true,"withheld":true}"#,
        r#"{"t":"act","header":"h","content":"x"}"#,
        r#"{"t":"act","header":"h","salt":null,"expunged":true}"#,
        r#"{"t":"act","header":"h","header":"h","expunged":true}"#,
        r#"{"header":"h","t":"act","expunged":true}"#,
        r#"{"t":"act","header":"\u0068","expunged":true}"#,
        r#"{"t":"act","header":"h","expunged":true} "#,
        r#"{"t":"verdict","header":"h","expunged":true}"#,
    ] {
        assert!(parse_line(bad.as_bytes()).is_err(), "{bad}");
    }
    let open = write_open(OFFICE, signer().verifier()).unwrap();
    let newer = open.replace(r#""format":1"#, r#""format":2"#);
    assert_eq!(parse_line(newer.as_bytes()), Err(FormatError::Version(2)));
    assert_eq!(write_open("", signer().verifier()), Err(FormatError::Empty("office")));
    let half = Written { salt: None, ..book().acts[0].clone() };
    assert_eq!(half.body(), Err(FormatError::HalfContent));
    let image = Written { content: Some(vec![0xff]), ..book().acts[0].clone() };
    assert_eq!(image.body(), Err(FormatError::Utf8));
}

#[test]
fn proof_files_prove_one_act_and_honest_growth() {
    let book = book();
    let leaves: Vec<Hash> = book.acts.iter().map(Written::leaf).collect();
    let now = book.checkpoint();
    for act in &book.acts {
        let proof = Inclusion::prove(&act.header, &leaves).unwrap().unwrap();
        assert!(proof.verify(&now));
        let line = write_inclusion(&proof).unwrap();
        assert!(line.starts_with(r#"{"t":"inclusion","office":"PS-DEMO-CITY","header":"{\"v\":1"#));
        assert_eq!(parse_line(line.as_bytes()), Ok(Line::Inclusion(proof.clone())));
        let other = Inclusion { office: "PS-OTHER".into(), ..proof.clone() };
        assert!(!other.verify(&now));
        let header = proof.header.replace("DEMO-0042", "DEMO-0043");
        assert!(!Inclusion { header, ..proof }.verify(&now));
    }
    assert_eq!(Inclusion::prove(&book.acts[4].header, &leaves[..4]), Ok(None));
    assert_eq!(Inclusion::prove(&book.acts[0].header, &leaves[1..]), Ok(None));

    let mut early = Book::default();
    early.add(
        crate::build::draft(1),
        &["1/-/2026", "2/II/2026-01-05"],
        r#"{"about":"a \"synthetic\" bicycle"}"#,
    );
    let proof = Consistency::prove(OFFICE, &leaves, 1).unwrap();
    assert!(proof.verify(&early.checkpoint(), &now));
    assert!(!proof.verify(&now, &early.checkpoint()));
    let line = write_consistency(&proof).unwrap();
    assert!(line.starts_with(r#"{"t":"consistency","office":"PS-DEMO-CITY","from":1,"to":5,"path":[""#));
    assert_eq!(parse_line(line.as_bytes()), Ok(Line::Consistency(proof)));
    assert_eq!(Consistency::prove(OFFICE, &leaves, 6), None);
}
