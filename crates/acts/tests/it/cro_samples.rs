//! One sound body of each kind of the record office. All persons and prints are synthetic, visibly so.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use roznamcha_acts::Body;
use roznamcha_acts::kinds::*;

use crate::bench::moment;
use crate::court_samples::order;
use crate::samples::{OTHER, hash, party};

/// Something in the place of a template; the words tell whose it is.
pub fn template(words: &str) -> String {
    STANDARD.encode(format!("synthetic template of {words}"))
}

pub fn print_of(finger: u8, words: &str) -> TakenPrint {
    TakenPrint { finger, file: None, template: template(words), quality: 70, missing: None }
}

/// The least an enrolment of an accused must hold.
pub fn enrol(fir: &str, accused: u32, basis: EnrolBasis) -> PrintsEnrol {
    PrintsEnrol {
        basis,
        fir: Some(fir.to_owned()),
        accused: Some(accused),
        order: (basis == EnrolBasis::Magistrate).then(|| order("M-5")),
        person: Party::default(),
        taken: moment("2026-01-05T08:00:00+05:00"),
        taken_by: "Synthetic Sub-Inspector".to_owned(),
        taken_rank: "si".to_owned(),
        prints: vec![print_of(1, "his thumb"), print_of(2, "his forefinger")],
        photographs: vec![],
        looks: Looks::default(),
        method: vec![],
        method_words: String::new(),
        gang: None,
    }
}

pub fn photograph(n: u8) -> Photograph {
    Photograph { sha256: hash(n), view: PhotoView::Front, size: 0, media: String::new() }
}

pub fn looks() -> Looks {
    Looks {
        height_cm: Some(172),
        weight_kg: Some(70),
        build: Some("stout".to_owned()),
        eyes: Some("hazel".to_owned()),
        marks: vec![BodyMark {
            kind: BodyMarkKind::Scar,
            place: "cheek_left".to_owned(),
            words: "An inch long".to_owned(),
        }],
        ..Looks::default()
    }
}

pub fn of(act: &str) -> EnrolRef {
    EnrolRef { office: "ps-test".to_owned(), act: act.to_owned() }
}

pub fn search(probe: ProbeKind) -> SearchOpen {
    let latent = probe == ProbeKind::Latent;
    SearchOpen {
        probe,
        enrolment: None,
        asked_by: "ps-test".to_owned(),
        case: "1/2026".to_owned(),
        person: (!latent).then(|| party("Synthetic Suspect")),
        basis: (!latent).then_some(EnrolBasis::Arrestee),
        order: None,
        scene: if latent { "On the glass of the shop, lifted by asi-9".to_owned() } else { String::new() },
        prints: vec![print_of(u8::from(!latent), "the probe")],
    }
}

/// Ten fingers, at the enrolment in which they stand.
pub fn search_at(act: &str) -> SearchOpen {
    let (enrolment, person, basis, prints) = (Some(of(act)), None, None, vec![]);
    SearchOpen { enrolment, person, basis, prints, ..search(ProbeKind::Tenprint) }
}

pub fn candidate(act: &str, centibans: i32) -> Candidate {
    Candidate { of: of(act), finger: 2, probe_finger: 0, centibans }
}

pub fn list(search: &str, candidates: Vec<Candidate>) -> SearchList {
    SearchList {
        search: search.to_owned(),
        engine: "roznamcha-prints 1, classical".to_owned(),
        people: 1_000,
        after: None,
        candidates,
    }
}

fn print_mark(x: u16) -> PrintMark {
    PrintMark { x, y: 40, angle: 90, kind: PrintMarkKind::Ending }
}

pub fn examine(search: &str, act: &str, conclusion: Conclusion) -> SearchExamine {
    SearchExamine {
        search: search.to_owned(),
        of: of(act),
        finger: 2,
        probe_finger: 0,
        marked: None,
        conclusion,
        reasons: "Fourteen marks agree in place and direction.".to_owned(),
        probe_marks: vec![print_mark(10), print_mark(20)],
        candidate_marks: vec![print_mark(11), print_mark(21)],
        pairs: vec![(0, 0), (1, 1)],
    }
}

pub fn traced(search: &str, act: &str) -> SearchAnswer {
    SearchAnswer {
        search: search.to_owned(),
        traced: true,
        of: Some(of(act)),
        remarks: String::new(),
        closed_because: None,
        withdrawn: vec![],
    }
}

pub fn not_traced(search: &str) -> SearchAnswer {
    SearchAnswer { traced: false, of: None, ..traced(search, OTHER) }
}

pub fn forget(act: &str) -> SearchForget {
    SearchForget { of: of(act), certificate: OTHER.to_owned(), removed: vec![], closes: vec![] }
}

pub fn joined(one: &str, other: &str) -> PersonJoin {
    PersonJoin {
        one: of(one),
        other: of(other),
        search: None,
        reasons: "Ten prints agree, examined by two officers.".to_owned(),
    }
}

pub fn parted(join: &str) -> PersonPart {
    PersonPart { join: join.to_owned(), reasons: "The left thumb differs.".to_owned() }
}

pub fn face(act: &str, n: u8) -> Face {
    Face { of: of(act), photograph: hash(n) }
}

pub fn lineup(suspect: &str) -> LineupMake {
    LineupMake {
        asked_by: "ps-test".to_owned(),
        case: "1/2026".to_owned(),
        suspect: face(suspect, 1),
        fillers: (2..7).map(|n| face(&format!("filler-{n}"), n)).collect(),
        order: vec![3, 0, 5, 1, 4, 2],
        fair: "All stout, hazel-eyed men of about thirty, as the witness said.".to_owned(),
    }
}

pub fn shown(lineup: &str) -> LineupShow {
    LineupShow {
        lineup: lineup.to_owned(),
        witness: party("Synthetic Witness"),
        shown: moment("2026-01-05T12:00:00+05:00"),
        shown_by: "Synthetic Inspector".to_owned(),
        knew: false,
        picked: Some(2),
        said: "It is the second, I am nearly sure.".to_owned(),
    }
}

/// An enrolment with every particular.
pub fn enrol_sample() -> Body {
    PrintsEnrol {
        order: Some(order("J-9")),
        person: party("Synthetic Convict"),
        prints: vec![
            TakenPrint { file: Some(hash(1)), ..print_of(1, "his thumb") },
            TakenPrint {
                finger: 2,
                file: None,
                template: String::new(),
                quality: 0,
                missing: Some(Missing::Amputated),
            },
        ],
        photographs: vec![Photograph { size: 9, media: "image/jpeg".to_owned(), ..photograph(2) }],
        looks: looks(),
        method: vec!["entry.roof".to_owned()],
        method_words: "Comes over the roof.".to_owned(),
        gang: Some(Gang {
            name: "Synthetic Gang".to_owned(),
            role: GangRole::Receiver,
            status: GangStatus::Stated,
            source: "His own statement".to_owned(),
        }),
        ..enrol(OTHER, 2, EnrolBasis::Convict)
    }
    .into()
}

/// One full body of each other kind, in their order.
pub fn all() -> Vec<Body> {
    let second = "00000000-0000-0000-0000-0000000000ab";
    vec![
        SearchOpen { order: Some(order("J-9")), ..search(ProbeKind::Single) }.into(),
        SearchList { after: Some(of(second)), ..list(OTHER, vec![candidate(second, 812)]) }.into(),
        examine(OTHER, second, Conclusion::Identified).into(),
        SearchAnswer {
            remarks: "Two cases before.".to_owned(),
            withdrawn: vec![of(OTHER)],
            ..traced(OTHER, second)
        }
        .into(),
        SearchForget { removed: vec![OTHER.to_owned()], closes: vec![second.to_owned()], ..forget(second) }
            .into(),
        PersonJoin { search: Some(OTHER.to_owned()), ..joined(OTHER, second) }.into(),
        parted(OTHER).into(),
        lineup(OTHER).into(),
        shown(OTHER).into(),
    ]
}
