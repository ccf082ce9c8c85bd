//! Documents by the API: each print an act, counted once by its id, on record, showing no more than the reader may see.

use axum::http::{StatusCode, header};
use roznamcha_access::Role;
use roznamcha_trial::{STATION, officer_of};
use serde_json::{Value, json};
use std::io::Read;

use crate::help::{Answer, Site, site};
use crate::work::register;

/// All that a PDF holds, its streams unpacked: the sheet's data is attached as `data.json`.
pub fn unpacked(pdf: &[u8]) -> String {
    let mut all = String::new();
    let mut from = 0;
    while let Some(at) = find(&pdf[from..], b"stream\n").map(|at| from + at + 7) {
        let mut plain = Vec::new();
        let _ = flate2::read::ZlibDecoder::new(&pdf[at..]).read_to_end(&mut plain);
        all.push_str(&String::from_utf8_lossy(&plain));
        from = at;
    }
    all
}

fn find(hay: &[u8], needle: &[u8]) -> Option<usize> {
    hay.windows(needle.len()).position(|w| w == needle)
}

async fn print(site: &Site, path: &str, token: &str, purpose: &str, body: &Value) -> Answer {
    site.send(path, token, purpose, body).await
}

pub fn count(answer: &Answer) -> &str {
    answer.headers.get("print-count").and_then(|v| v.to_str().ok()).unwrap_or("")
}

#[tokio::test]
async fn the_four_copies_and_the_complainants_are_printed_and_counted() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let token = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let act = register(&site, &token, 1, false).await["act"].as_str().unwrap().to_owned();
    let path = format!("/firs/{act}/prints");
    let wanted = [
        ("fir", "station"),
        ("fir", "dpo"),
        ("fir", "magistrate"),
        ("fir", "complainant"),
        ("complainant_copy", "complainant"),
    ];
    for (form, copy) in wanted {
        let body = json!({"id": site.node.id().to_string(), "form": form, "copy": copy});
        assert_eq!(
            site.post(&path, &token, &body).await.status,
            StatusCode::FORBIDDEN,
            "a purpose is needed"
        );
        let pdf = print(&site, &path, &token, "duty", &body).await;
        assert_eq!(pdf.status, StatusCode::OK, "{}", pdf.text);
        assert!(pdf.bytes.starts_with(b"%PDF"));
        assert_eq!(pdf.headers[header::CONTENT_TYPE], "application/pdf");
        assert_eq!(count(&pdf), "1", "{form} {copy}");
        let text = unpacked(&pdf.bytes);
        assert!(text.contains("فرضی شخص 1") && text.contains("35201-0000001-1"), "{form} {copy}");
        assert!(text.contains(&format!("http://node.example/verify?act={act}&hash=")), "{form} {copy}");
        assert_eq!(
            count(&print(&site, &path, &token, "duty", &body).await),
            "1",
            "the same id, the same print"
        );
        let again = json!({"id": site.node.id().to_string(), "form": form, "copy": copy});
        assert_eq!(count(&print(&site, &path, &token, "duty", &again).await), "2", "a reprint");
    }
    let read = site.get(&format!("/firs/{act}"), &token, "duty").await;
    let prints = read.json()["prints"].clone();
    for (form, copy) in wanted {
        assert_eq!(prints[format!("{form}/{copy}")], 2, "{prints}");
    }
    let query = roznamcha_records::AuditQuery { limit: 10_000, ..Default::default() };
    let rows = site.node.store.audit(&query).await.unwrap();
    let printed =
        rows.iter().filter(|r| r.open.action == "print_document" && r.open.purpose == "duty").count();
    assert_eq!(printed, 15, "each of the three times for five documents");
}

#[tokio::test]
async fn what_cannot_be_printed_says_so_and_counts_nothing() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let token = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let act = register(&site, &token, 1, false).await["act"].as_str().unwrap().to_owned();
    let head = site.node.store.head(STATION).await.unwrap().unwrap().seq;
    let path = format!("/firs/{act}/prints");
    let id = site.node.id().to_string();
    for (form, copy, field) in [("fir", "fifth", "copy"), ("challan", "station", "form")] {
        let answer =
            print(&site, &path, &token, "duty", &json!({"id": id, "form": form, "copy": copy})).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
        assert_eq!(answer.json()["faults"][0]["field"], field);
    }
    let body = json!({"id": "no uuid", "form": "fir", "copy": "station"});
    assert_eq!(print(&site, &path, &token, "duty", &body).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let body = json!({"id": id, "form": "fir", "copy": "station"});
    let nowhere = format!("/firs/{id}/prints");
    assert_eq!(print(&site, &nowhere, &token, "duty", &body).await.status, StatusCode::NOT_FOUND);
    let theirs = site.node.token("TRL-moharrar-2").await.unwrap();
    assert_eq!(print(&site, &path, &theirs, "duty", &body).await.status, StatusCode::NOT_FOUND);
    let extract = format!("/offices/{STATION}/acts/{act}/extracts");
    let body = json!({"id": id});
    let answer = print(&site, &extract, &token, "duty", &body).await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND, "a report is no extract: {}", answer.text);
    let day = format!("/offices/{STATION}/diary/2026-01-04/prints");
    assert_eq!(print(&site, &day, &token, "duty", &body).await.status, StatusCode::NOT_FOUND);
    assert_eq!(site.node.store.head(STATION).await.unwrap().unwrap().seq, head, "nothing was counted");
}

#[tokio::test]
async fn the_days_sheet_and_an_extract_are_printed_and_counted() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let token = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let report = json!({"id": site.node.id().to_string(), "body": {"kind": "report.noncognizable",
        "informant": {"name": "فرضی سائل"}, "substance": "گالم گلوچ", "sections": ["PPC-504"],
        "place": "فرضی بازار", "magistrate": "مجسٹریٹ درجہ اول"}});
    let written = site.post("/acts", &token, &report).await;
    assert_eq!(written.status, StatusCode::CREATED, "{}", written.text);
    let act = written.json()["act"].as_str().unwrap().to_owned();
    let extract = format!("/offices/{STATION}/acts/{act}/extracts");
    let day = format!("/offices/{STATION}/diary/2026-01-05/prints");
    for (path, says) in [(&extract, "504 PPC"), (&day, "گالم گلوچ")] {
        for round in ["1", "2"] {
            let body = json!({"id": site.node.id().to_string()});
            let pdf = print(&site, path, &token, "duty", &body).await;
            assert_eq!(pdf.status, StatusCode::OK, "{}", pdf.text);
            assert_eq!(count(&pdf), round);
            let text = unpacked(&pdf.bytes);
            assert!(text.contains("فرضی سائل") && text.contains(says), "{path}: {text}");
        }
    }
}

/// Name, address, card and telephone, as kept and as printed.
const PROTECTED: [&str; 6] =
    ["فرضی شخص 77", "فرضی مکان نمبر 77", "3520100000771", "35201-0000077-1", "03000000077", "0300-0000077"];

#[tokio::test]
async fn a_print_of_a_sealed_case_names_nobody_to_those_who_need_not_know() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let moharrar = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let act = register(&site, &moharrar, 77, true).await["act"].as_str().unwrap().to_owned();
    let mut named = Vec::new();
    for role in Role::ALL {
        let Ok(token) = site.node.token(&officer_of(*role)).await else { continue };
        for purpose in ["", "duty", "investigation", "supervision", "court_order", "audit", "verification"] {
            for path in [format!("/firs/{act}/prints"), format!("/offices/{STATION}/diary/2026-01-05/prints")]
            {
                let mut body = json!({"id": site.node.id().to_string()});
                if path.starts_with("/firs") {
                    body["form"] = json!("fir");
                    body["copy"] = json!("station");
                }
                let answer = print(&site, &path, &token, purpose, &body).await;
                assert!(answer.status != StatusCode::INTERNAL_SERVER_ERROR, "{}", answer.text);
                let text = format!("{}{}", unpacked(&answer.bytes), answer.text);
                if PROTECTED.iter().any(|n| text.contains(n)) {
                    named.push(*role);
                }
            }
        }
    }
    named.dedup();
    // Policy `sealed-need-to-know`: the SHO of the station, the SDPO and DPO above it, who also print there.
    assert_eq!(named, [Role::Sho, Role::Sdpo, Role::Dpo], "whom a print of the sealed case names");
}
