//! What must not be: a protected name on a page or on paper, a page that tells of rows beyond its reader's reach, text
//! that hides or turns what is written.

use axum::http::StatusCode;
use roznamcha_access::Role;
use roznamcha_acts::kinds::Body;
use roznamcha_trial::{STATION, fir, fir_sensitive, officer_of};
use std::io::Read as _;

use crate::help::{Answer, Site, site};

const DAY: &str = "2026-01-05";
const PURPOSES: [&str; 4] = ["duty", "investigation", "supervision", "audit"];

async fn registered(site: &Site, sensitive: bool) -> String {
    let caller = site.node.as_role(Role::Moharrar).await.unwrap();
    let report = if sensitive { fir_sensitive(77, site.now()) } else { fir(77, site.now()) };
    site.node.act(&caller, Body::FirRegister(report)).await.unwrap().act
}

/// Every page on which a report, or what it entered in the books, may stand.
fn pages_of(act: &str) -> Vec<String> {
    let mut pages: Vec<String> =
        ["1", "2", "5", "9"].iter().map(|no| format!("/register/{no}?office={STATION}")).collect();
    pages.extend([
        "/".to_owned(),
        "/firs".to_owned(),
        format!("/fir/{act}"),
        format!("/diary?office={STATION}&day={DAY}"),
        format!("/diary/days?office={STATION}"),
        format!("/entry?office={STATION}&act={act}"),
        format!("/entry?office={STATION}&key=1/-/2026/1"),
        format!("/corrections?office={STATION}"),
        "/custody".to_owned(),
        format!("/audit?office={STATION}"),
        format!("/journal?office={STATION}"),
    ]);
    pages
}

fn said(answer: &Answer) -> String {
    let mut all = String::from_utf8_lossy(&answer.bytes).into_owned();
    // The streams of a PDF are packed; its sheet is attached as data.
    for at in answer.bytes.windows(7).enumerate().filter(|(_, w)| w == b"stream\n").map(|(i, _)| i + 7) {
        let mut plain = Vec::new();
        let _ = flate2::read::ZlibDecoder::new(&answer.bytes[at..]).read_to_end(&mut plain);
        all.push_str(&String::from_utf8_lossy(&plain));
    }
    all
}

/// Names, address, card and telephone, as kept and as shown.
const PROTECTED: [&str; 7] = [
    "فرضی شخص 77",
    "فرضی والد 77",
    "فرضی مکان نمبر 77",
    "3520100000771",
    "35201-0000077-1",
    "03000000077",
    "0300-0000077",
];

#[tokio::test]
async fn a_sealed_name_is_on_no_page_and_no_paper_of_those_who_need_not_know() {
    let site = site().await;
    let act = registered(&site, true).await;
    for role in Role::ALL.iter().filter(|r| !matches!(r, Role::Sho | Role::Sdpo | Role::Dpo | Role::Court)) {
        if site.node.token(&officer_of(*role)).await.is_err() {
            continue;
        }
        for purpose in PURPOSES {
            let caller = site.node.as_role(*role).await.unwrap();
            let stated = site.node.records.state_purpose(&caller, purpose.parse().unwrap(), "17/2026").await;
            if stated.is_err() {
                continue;
            }
            let token = site.token(*role, "en", purpose).await;
            let mut answers = Vec::new();
            for path in pages_of(&act) {
                answers.push((path.clone(), site.get(&path, &token).await));
            }
            for question in ["فرضی شخص 77", "3520100000771", "03000000077"] {
                let fields = [("q", question)];
                answers.push((format!("search {question}"), site.post("/search", &token, &fields).await));
            }
            let copy = [("act_id", ""), ("kind", "fir"), ("copy", "station")];
            let receipt = [("act_id", ""), ("kind", "complainant_copy"), ("copy", "complainant")];
            let print = format!("/fir/{act}/print");
            answers.push((print.clone(), site.post(&print, &token, &copy).await));
            answers.push((print.clone(), site.post(&print, &token, &receipt).await));
            let day = [("act_id", ""), ("day", DAY), ("office", STATION)];
            answers.push(("/diary/print".to_owned(), site.post("/diary/print", &token, &day).await));
            for (path, answer) in answers {
                assert!(answer.status.as_u16() < 500, "{path}: {}", answer.text());
                let text = said(&answer);
                // What he typed himself into the search stands in its field again.
                let text = if path.starts_with("search") { found(&text) } else { text };
                let named = PROTECTED.iter().find(|word| text.contains(**word));
                assert_eq!(named, None, "{} reads {path} for {purpose}", role.as_str());
            }
        }
    }
    let sho = site.token(Role::Sho, "en", "duty").await;
    let page = site.get(&format!("/fir/{act}"), &sho).await;
    assert!(page.text().contains("فرضی شخص 77"), "who must know is told");
}

/// A page without the values of its fields.
fn found(text: &str) -> String {
    let mut pieces = text.split("value=\"");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |all, piece| all + piece.split_once('"').map_or("", |(_, rest)| rest))
}

#[tokio::test]
async fn no_page_tells_of_rows_beyond_its_readers_reach() {
    let site = site().await;
    let act = registered(&site, false).await;
    let nowhere = "00000000-0000-4000-8000-00000000dead";
    let token = site.node.token("TRL-moharrar-2").await.unwrap();
    let caller = site.node.records.caller(&token, "test").await.unwrap();
    site.node.records.state_purpose(&caller, "duty".parse().unwrap(), "").await.unwrap();
    // Where a journal stands is for every officer to keep (policy `everyone-keeps-checkpoints`).
    let theirs = |p: &String| (p.contains(STATION) || p.contains(&act)) && !p.starts_with("/journal?");
    for path in pages_of(&act).into_iter().filter(theirs) {
        let there = site.get(&path, &token).await;
        let missing = site.get(&path.replace(&act, nowhere).replace(STATION, "NO-SUCH"), &token).await;
        assert_eq!(there.status, missing.status, "{path}: {}", there.text());
        let shut = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&there.status);
        assert!(shut, "{path}: {} {}", there.status, there.text());
        assert!(!there.text().contains("فرضی شخص"), "{path}");
    }
    for (path, fields) in [
        (format!("/fir/{act}/print"), vec![("kind", "fir"), ("copy", "station")]),
        (format!("/fir/{act}/sign"), vec![]),
        ("/diary/print".to_owned(), vec![("day", DAY), ("office", STATION)]),
        ("/entry/print".to_owned(), vec![("act", act.as_str()), ("office", STATION)]),
    ] {
        let there = site.post(&path, &token, &fields).await;
        let shut = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&there.status);
        assert!(shut, "{path}: {} {}", there.status, there.text());
    }
}

/// Characters that hide, turn or end what is written.
const HARMFUL: [&str; 6] =
    ["a\u{0000}b", "a\u{001B}[2Jb", "a\u{202E}b", "a\u{2066}b", "a\u{200B}b", "p\u{0430}ypal"];

#[tokio::test]
async fn harmful_text_is_refused_at_the_forms_and_nothing_is_written() {
    let site = site().await;
    let token = site.token(Role::Moharrar, "en", "duty").await;
    let head = site.node.store.head(STATION).await.unwrap().unwrap().seq;
    for text in HARMFUL {
        let id = site.node.id().to_string();
        let forms: [(&str, Vec<(&str, &str)>); 3] = [
            ("/diary/new", vec![("act_id", &id), ("subject", "misc"), ("text", text)]),
            (
                "/report/noncognizable",
                vec![
                    ("act_id", &id),
                    ("informant.name", "فرضی سائل"),
                    ("substance", text),
                    ("sections_typed", "504 PPC"),
                    ("place", "فرضی بازار"),
                    ("magistrate", "مجسٹریٹ درجہ اول"),
                ],
            ),
            (
                "/report/noncognizable",
                vec![
                    ("act_id", &id),
                    ("informant.name", text),
                    ("substance", "گالم گلوچ"),
                    ("sections_typed", "504 PPC"),
                    ("place", "فرضی بازار"),
                    ("magistrate", "مجسٹریٹ درجہ اول"),
                ],
            ),
        ];
        for (path, fields) in forms {
            let answer = site.post(path, &token, &fields).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {text:?}");
            assert!(answer.text().contains("href=\"#"), "{path} {text:?}: the field is named");
        }
    }
    assert_eq!(site.node.store.head(STATION).await.unwrap().unwrap().seq, head, "nothing was written");
}
