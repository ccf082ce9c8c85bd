//! Every route, walked from the document: signed out it is 401; with a role that may nothing it shows nothing; a route
//! that reads or refuses leaves an audit row. A new route is walked by itself.

use axum::http::{Method, StatusCode};
use roznamcha_access::Role;
use roznamcha_trial::{STATION, officer_of};
use serde_json::json;

use crate::help::{Call, Site, site};

/// Routes for anyone.
const OPEN: [(&str, &str); 2] = [("post", "/session"), ("get", "/verify")];
/// Routes of the caller's own session, the public hierarchy and the statute book: no record is read. May only shrink.
const NO_RECORD: [(&str, &str); 9] = [
    ("delete", "/session"),
    ("put", "/session/purpose"),
    ("post", "/session/password"),
    ("get", "/acts/kinds"),
    ("get", "/offices"),
    ("get", "/law/sections"),
    ("get", "/drafts"),
    ("put", "/drafts/{id}"),
    ("delete", "/drafts/{id}"),
];

/// Where a journal stands, and the header that an act left in it, is for every officer to keep (policy `everyone-keeps-checkpoints`).
const FOR_EVERYONE: [&str; 3] = [
    "/offices/{office}/journal",
    "/offices/{office}/journal/growth",
    "/offices/{office}/journal/{seq}/proof",
];

fn operations() -> Vec<(String, String)> {
    let document: serde_json::Value = serde_json::from_str(&roznamcha_api::openapi()).unwrap();
    let mut all = Vec::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for method in item.as_object().unwrap().keys() {
            all.push((method.clone(), path.clone()));
        }
    }
    all
}

fn concrete(path: &str) -> String {
    let path = path
        .replace("{office}", STATION)
        .replace("{day}", "2026-01-05")
        .replace("{register}", "2")
        .replace("{part}", "-")
        .replace("{period}", "2026-01-05")
        .replace("{serial}", "1")
        .replace("{seq}", "1")
        .replace("{act}", "00000000-0000-4000-8000-000000000001")
        .replace("{fir}", "00000000-0000-4000-8000-000000000001")
        .replace("{sha256}", &"0".repeat(64))
        .replace("{offset}", "0")
        .replace("{id}", "00000000-0000-4000-8000-000000000002")
        .replace("{officer}", "TRL-io");
    match path.as_str() {
        "/verify" => format!("{path}?act=00000000-0000-4000-8000-000000000001&hash=00"),
        p if p.ends_with("/export") && p.contains("/registers/") => {
            format!("{path}?format=csv&recipient=a%20test")
        }
        "/prints/images" | "/prints/records" => format!("{path}?id=00000000-0000-4000-8000-000000000002"),
        p if p.ends_with("/growth") => format!("{path}?from=0&to=0"),
        p if p.ends_with("/who-looked") => format!("{path}?key=2/-/2026-01-05/1"),
        p if p.ends_with("/law/sections") => format!("{path}?q=302"),
        _ => path,
    }
}

fn body_of(path: &str) -> serde_json::Value {
    match path {
        "/acts" => serde_json::json!({"id": "00000000-0000-4000-8000-0000000000aa",
            "body": {"kind": "diary.write", "subject": "misc", "text": "x"}}),
        "/uploads" => serde_json::json!({"id": "00000000-0000-4000-8000-000000000002", "size": 4,
            "sha256": "0".repeat(64)}),
        "/search" => serde_json::json!({"question": "3520100000011"}),
        "/firs/likely-same" => serde_json::json!({"occurred": "2026-01-05T09:00:00+05:00"}),
        "/session/purpose" => serde_json::json!({"purpose": "duty"}),
        "/session/password" => serde_json::json!({"old": "x", "new": "y"}),
        "/accounts/{officer}/closed" => serde_json::json!({"closed": false}),
        "/firs/{act}/prints" => serde_json::json!({"id": "00000000-0000-4000-8000-0000000000ab",
            "form": "fir", "copy": "station"}),
        "/offices/{office}/diary/{day}/prints" | "/offices/{office}/acts/{act}/extracts" => {
            serde_json::json!({"id": "00000000-0000-4000-8000-0000000000ac"})
        }
        "/cases/{fir}/prints" => serde_json::json!({"id": "00000000-0000-4000-8000-0000000000ad",
            "form": "remand-0"}),
        "/offices/{office}/prints" => serde_json::json!({"id": "00000000-0000-4000-8000-0000000000ae",
            "form": "inspection"}),
        "/prints/enrol" => json!({"act": {"id": "00000000-0000-4000-8000-0000000000af", "body": {
            "kind": "prints.enrol", "basis": "bond_s3", "taken": "2026-01-05T09:00:00+05:00", "taken_by": "x",
            "taken_rank": "si", "prints": []}}}),
        "/searches" => json!({"id": "00000000-0000-4000-8000-0000000000b0",
            "slip": {"probe": "single", "asked_by": "TRL-CITY"}}),
        "/searches/{act}/examinations" => json!({"id": "00000000-0000-4000-8000-0000000000b1",
            "examination": {"of": {"office": "TRL-CITY", "act": "x"}, "finger": 2, "probe_finger": 2,
                "conclusion": "excluded", "reasons": "x"}}),
        "/searches/{act}/answer" => json!({"id": "00000000-0000-4000-8000-0000000000b2",
            "answer": {"traced": false}}),
        "/looks" => json!({"seen": {"gender": "male"}}),
        "/lineups/proposals" => lineup(),
        "/lineups" => {
            json!({"id": "00000000-0000-4000-8000-0000000000b3", "ask": lineup(), "asked_by": "TRL-CITY",
            "case": "1/2026", "said": "x"})
        }
        "/lineups/{office}/{act}/showings" => json!({"id": "00000000-0000-4000-8000-0000000000b4",
            "witness": {"name": "x"}, "shown": "2026-01-05T09:00:00+05:00", "knew": false, "said": "x"}),
        "/drafts/{id}" => serde_json::json!({"form": "diary.write", "body": {}}),
        _ => serde_json::json!({}),
    }
}

fn lineup() -> serde_json::Value {
    json!({"suspect": {"office": "TRL-CITY", "act": "x"}, "seen": {"gender": "male"}, "fillers": 5, "seed": 1})
}

async fn walk(site: &Site, method: &str, path: &str, token: Option<&str>) -> crate::help::Answer {
    let method: Method = method.to_uppercase().parse().unwrap();
    let has_body = method != Method::GET && method != Method::DELETE;
    let body = has_body.then(|| body_of(path).to_string().into_bytes());
    site.call(Call { method, path: &concrete(path), token, purpose: None, body }).await
}

#[tokio::test]
async fn signed_out_every_route_is_shut() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    for (method, path) in operations() {
        if OPEN.contains(&(method.as_str(), path.as_str())) {
            continue;
        }
        for token in [None, Some("forged"), Some("")] {
            let answer = walk(&site, &method, &path, token).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{method} {path}");
            assert_eq!(answer.json()["code"], "door-signed-out", "{method} {path}: {}", answer.text);
        }
    }
}

#[tokio::test]
async fn a_role_that_may_nothing_gets_nothing_and_each_attempt_is_on_record() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let token = site.node.token(&officer_of(Role::Prison)).await.unwrap();
    for (method, path) in operations() {
        let of_own = NO_RECORD.contains(&(method.as_str(), path.as_str()));
        if of_own || OPEN.contains(&(method.as_str(), path.as_str())) {
            continue;
        }
        let before = site.audit_rows().await;
        let answer = walk(&site, &method, &path, Some(&token)).await;
        let shut = [StatusCode::NOT_FOUND, StatusCode::FORBIDDEN].contains(&answer.status);
        assert!(shut, "{method} {path}: {} {}", answer.status, answer.text);
        assert!(site.audit_rows().await > before, "{method} {path} left no audit row");
    }
}

#[tokio::test]
async fn the_session_of_an_officer_relieved_or_closed_ends_at_once() {
    let site = site().await;
    let token = site.node.token(&officer_of(Role::Sho)).await.unwrap();
    assert_eq!(site.get("/home", &token, "").await.status, StatusCode::OK);
    let admin = site.node.token(&officer_of(Role::Administrator)).await.unwrap();
    let path = format!("/accounts/{}/closed", officer_of(Role::Sho));
    let body = Some(br#"{"closed":true}"#.to_vec());
    let call = Call { method: Method::PUT, path: &path, token: Some(&admin), purpose: None, body };
    assert_eq!(site.call(call).await.status, StatusCode::NO_CONTENT);
    assert_eq!(site.get("/home", &token, "").await.status, StatusCode::UNAUTHORIZED);
}

/// Of a row of another station no route tells even that it is there: with what is there, and with what is nowhere, the
/// answer is the same to the letter.
#[tokio::test]
async fn no_route_tells_of_rows_beyond_the_callers_reach() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let moharrar = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let act = crate::work::register(&site, &moharrar, 1, false).await["act"].as_str().unwrap().to_owned();
    let other = site.node.token("TRL-moharrar-2").await.unwrap();
    let mut walked = 0;
    for (method, path) in operations() {
        let one_row = ["{office}", "{act}"].iter().any(|part| path.contains(part));
        if !one_row || path == "/verify" || FOR_EVERYONE.contains(&path.as_str()) {
            continue;
        }
        let mut answers = Vec::new();
        for (office, act) in [(STATION, act.as_str()), ("NO-SUCH", "00000000-0000-4000-8000-00000000dead")] {
            let at = concrete(&path.replace("{office}", office).replace("{act}", act));
            let parsed: Method = method.to_uppercase().parse().unwrap();
            let has_body = parsed != Method::GET && parsed != Method::DELETE;
            let body = has_body.then(|| body_of(&path).to_string().into_bytes());
            let call = Call { method: parsed, path: &at, token: Some(&other), purpose: Some("duty"), body };
            answers.push(site.call(call).await);
        }
        let (there, nowhere) = (&answers[0], &answers[1]);
        assert_eq!(there.status, StatusCode::NOT_FOUND, "{method} {path}: {}", there.text);
        assert_eq!((there.status, &there.text), (nowhere.status, &nowhere.text), "{method} {path}");
        walked += 1;
    }
    assert!(walked >= 15, "only {walked} routes");
}

/// An act is performed upon what was read of the session before; nothing that ends it is overlooked.
#[tokio::test]
async fn an_act_after_the_session_ended_is_refused_at_once() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let moharrar = officer_of(Role::Moharrar);
    let act = |n: u32| {
        let body = json!({"kind": "diary.write", "subject": "patrol", "text": format!("گشت {n}")});
        json!({"id": site.node.id().to_string(), "body": body})
    };
    let administrator = site.node.as_role(Role::Administrator).await.unwrap();
    for way in ["sign out", "close the account", "idle"] {
        let token = site.node.token(&moharrar).await.unwrap();
        let first = act(1);
        for expected in [StatusCode::CREATED, StatusCode::OK] {
            assert_eq!(site.post("/acts", &token, &first).await.status, expected, "{way}");
        }
        assert_eq!(site.post("/acts", &token, &act(2)).await.status, StatusCode::CREATED, "{way}");
        match way {
            "sign out" => {
                let caller = site.node.records.caller(&token, "test").await.unwrap();
                site.node.records.sign_out(&caller).await.unwrap();
            }
            "close the account" => {
                site.node.records.set_disabled(&administrator, &moharrar, true).await.unwrap();
            }
            _ => site.node.clock.set(site.node.records.now().plus_seconds(31 * 60)),
        }
        let before = site.node.records.now();
        for body in [first.clone(), act(3), json!({"id": "no id", "body": {}}), json!([])] {
            let answer = site.post("/acts", &token, &body).await;
            assert_eq!(answer.status, StatusCode::UNAUTHORIZED, "{way} {before}: {}", answer.text);
        }
        if way == "close the account" {
            site.node.records.set_disabled(&administrator, &moharrar, false).await.unwrap();
        }
    }
}

/// A purpose of reading or a language stated meanwhile does not keep an officer from acting.
#[tokio::test]
async fn an_act_goes_on_when_its_session_is_changed() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let token = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    for lang in ["en", "ur", "en"] {
        let body = json!({"kind": "diary.write", "subject": "patrol", "text": "گشت"});
        let act = json!({"id": site.node.id().to_string(), "body": body});
        assert_eq!(site.post("/acts", &token, &act).await.status, StatusCode::CREATED);
        let caller = site.node.records.caller(&token, "test").await.unwrap();
        site.node.records.set_lang(&caller, lang).await.unwrap();
    }
}
