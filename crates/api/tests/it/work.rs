//! A morning's work through the API.

use axum::http::StatusCode;
use roznamcha_access::Role;
use roznamcha_trial::{STATION, fir, fir_sensitive, officer_of};
use serde_json::{Value, json};

use crate::help::{Site, site};

pub async fn register(site: &Site, token: &str, n: u32, sensitive: bool) -> Value {
    let now = site.node.records.now();
    let report = if sensitive { fir_sensitive(n, now) } else { fir(n, now) };
    let mut body = serde_json::to_value(&report).unwrap();
    body["kind"] = json!("fir.register");
    let act = json!({"id": site.node.id().to_string(), "body": body});
    let answer = site.post("/acts", token, &act).await;
    assert_eq!(answer.status, StatusCode::CREATED, "{}", answer.text);
    answer.json()
}

#[tokio::test]
async fn a_report_registered_signed_sent_read_and_proved() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let moharrar = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let receipt = register(&site, &moharrar, 1, false).await;
    let entries: Vec<&str> =
        receipt["entries"].as_array().unwrap().iter().map(|e| e.as_str().unwrap()).collect();
    assert_eq!(entries, ["1/-/2026/1", "2/-/2026-01-05/2", "5/I/2026/1", "5/I/2026/2", "9/II/2026/1"]);
    let act = receipt["act"].as_str().unwrap();

    let unread = site.get(&format!("/firs/{act}"), &moharrar, "").await;
    assert_eq!(unread.status, StatusCode::FORBIDDEN);
    assert_eq!(unread.json()["code"], "door-purpose-needed");
    assert!(unread.json()["purposes"].as_array().unwrap().contains(&json!("duty")));

    let read = site.get(&format!("/firs/{act}"), &moharrar, "duty").await;
    assert_eq!(read.status, StatusCode::OK, "{}", read.text);
    assert_eq!(read.json()["report"]["fir"]["informant"]["name"], "فرضی شخص 1");

    let sho = site.node.token(&officer_of(Role::Sho)).await.unwrap();
    let sign = json!({"id": site.node.id().to_string(), "body": {"kind": "fir.sign", "fir": act}});
    assert_eq!(site.post("/acts", &sho, &sign).await.status, StatusCode::CREATED);
    assert_eq!(site.post("/acts", &sho, &sign).await.status, StatusCode::OK, "the same id is the same act");
    let again = json!({"id": site.node.id().to_string(), "body": {"kind": "fir.sign", "fir": act}});
    let refused = site.post("/acts", &sho, &again).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(refused.json()["citation"], "CrPC-154");

    let auditor = site.node.token(&officer_of(Role::Auditor)).await.unwrap();
    let stand = site.get(&format!("/offices/{STATION}/journal"), &auditor, "").await;
    assert_eq!(stand.status, StatusCode::OK);
    let proof = site.get(&format!("/offices/{STATION}/journal/3/proof"), &auditor, "").await;
    assert_eq!(proof.json()["t"], "inclusion");
    let export = site.get(&format!("/offices/{STATION}/journal/export"), &auditor, "audit").await;
    assert_eq!(export.status, StatusCode::OK);
    let report =
        roznamcha_verify::verify(export.text.as_bytes(), &roznamcha_verify::Options::default()).unwrap();
    assert!(report.is_sound(), "{}", report.text(roznamcha_verify::Lang::En));

    let hash = receipt["leaf"].as_str().unwrap();
    let checked = site.get(&format!("/verify?act={act}&hash={hash}"), "", "").await;
    assert_eq!(checked.json()["agrees"], true);
    let forged = site.get(&format!("/verify?act={act}&hash={}", "0".repeat(64)), "", "").await;
    assert_eq!(forged.json()["agrees"], false);
    assert!(forged.json()["entries"].as_array().unwrap().is_empty());
}

#[tokio::test]
async fn a_protected_victim_is_named_to_nobody_who_need_not_know() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let moharrar = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let receipt = register(&site, &moharrar, 77, true).await;
    let act = receipt["act"].as_str().unwrap();
    let name = "فرضی شخص 77";
    for role in Role::ALL {
        let Ok(token) = site.node.token(&officer_of(*role)).await else { continue };
        for purpose in ["", "duty", "investigation", "supervision", "court_order", "audit", "verification"] {
            for path in [
                format!("/firs/{act}"),
                format!("/offices/{STATION}/diary/2026-01-05"),
                format!("/offices/{STATION}/registers/1"),
                format!("/offices/{STATION}/registers/9"),
                format!("/offices/{STATION}/entries/1/-/2026/1"),
                format!("/offices/{STATION}/journal/export"),
                "/firs".to_owned(),
            ] {
                let answer = site.get(&path, &token, purpose).await;
                let may = matches!(role, Role::Sho | Role::Sdpo | Role::Dpo | Role::Court);
                let named = answer.text.contains(name);
                assert!(!named || may, "{} reads {path} for `{purpose}`: {}", role.as_str(), answer.text);
            }
        }
    }
    // Nor by asking for him: by name, card or telephone a search finds what the asker may see.
    for role in Role::ALL {
        let Ok(token) = site.node.token(&officer_of(*role)).await else { continue };
        for purpose in ["duty", "investigation", "supervision", "verification"] {
            for question in [name, "3520100000771", "03000000077", "فرضی مکان نمبر 77"] {
                let answer = site.send("/search", &token, purpose, &json!({"question": question})).await;
                let may = matches!(role, Role::Sho | Role::Sdpo | Role::Dpo | Role::Court);
                let told = answer.text.contains(name) || answer.text.contains(act);
                assert!(!told || may, "{} finds {question} for {purpose}: {}", role.as_str(), answer.text);
            }
        }
    }
    let sho = site.node.token(&officer_of(Role::Sho)).await.unwrap();
    assert!(site.get(&format!("/firs/{act}"), &sho, "duty").await.text.contains(name));
}

#[tokio::test]
async fn refused_acts_write_nothing_and_say_why() {
    let site = site().await;
    let token = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let act = json!({"id": site.node.id().to_string(),
        "body": {"kind": "diary.write", "subject": "misc", "text": "گشت روانہ"}});
    let answer = site.post("/acts", &token, &act).await;
    assert_eq!(answer.status, StatusCode::CONFLICT);
    assert_eq!(answer.json()["code"], "order-diary-not-open");
    assert_eq!(answer.json()["citation"], "PPR-22.48");
    let mut theft = serde_json::to_value(fir(3, site.node.records.now())).unwrap();
    theft["kind"] = json!("fir.register");
    theft["informant"]["cnic"] = json!("35201-0000003-1");
    theft["sections"] = json!(["PPC-9999"]);
    theft["narrative"] = json!("a\u{202E}b");
    site.node.open_day().await.unwrap();
    let answer = site.post("/acts", &token, &json!({"id": site.node.id().to_string(), "body": theft})).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let faults = answer.json()["faults"].clone();
    let codes: Vec<&str> = faults.as_array().unwrap().iter().map(|f| f["code"].as_str().unwrap()).collect();
    for code in ["fault-cnic", "fault-section-unknown", "fault-hidden-direction"] {
        assert!(codes.contains(&code), "{codes:?}");
    }
    let head = site.node.store.head(STATION).await.unwrap().unwrap();
    let kinds = site.node.store.journal(STATION, head.seq, 1).await.unwrap();
    assert_eq!(kinds[0].header().unwrap().kind, "diary.open");
}
