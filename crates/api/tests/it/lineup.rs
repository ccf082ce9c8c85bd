//! Search by looks and witness line-ups over the wire.

use axum::http::{Method, StatusCode};
use roznamcha_access::Role;
use roznamcha_trial::{STATION, officer_of, print_png};
use serde_json::{Value, json};

use crate::help::{Answer, Call, Site, site};

async fn post(site: &Site, token: &str, path: &str, body: &Value) -> Answer {
    let (purpose, body) = (Some("verification"), Some(body.to_string().into_bytes()));
    site.call(Call { method: Method::POST, path, token: Some(token), purpose, body }).await
}

async fn image(site: &Site, token: &str, finger: u64) -> Value {
    let path = format!("/prints/images?id={}", site.node.id());
    let body = Some(print_png(finger, 1).unwrap());
    let call =
        Call { method: Method::POST, path: &path, token: Some(token), purpose: Some("verification"), body };
    site.call(call).await.json()["sha256"].clone()
}

/// Enrols one by a magistrate's order, thin and curly, with a photograph of the face.
async fn enrol(site: &Site, token: &str, n: u64) -> Value {
    let now = site.node.records.now();
    let body = json!({"kind": "prints.enrol", "basis": "magistrate_s5", "taken": now.plus_seconds(-60).to_string(),
        "order": {"authority": "فرضی مجسٹریٹ", "number": "1/2026", "date": now.day().to_string()},
        "person": {"name": format!("فرضی شخص {n}"), "gender": "male", "age": 30},
        "taken_by": "فرضی سب انسپکٹر", "taken_rank": "si",
        "prints": [{"finger": 2, "file": image(site, token, n * 10).await}],
        "photographs": [{"sha256": image(site, token, 9_000 + n).await, "view": "front"}],
        "looks": {"height_cm": 178, "build": "thin", "hair": "curly"}});
    let act = json!({"id": site.node.id().to_string(), "office": STATION, "body": body});
    let done = post(site, token, "/prints/enrol", &json!({"act": act})).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.text);
    json!({"office": STATION, "act": done.json()["receipt"]["act"]})
}

#[tokio::test]
async fn a_suspect_is_found_by_looks_lined_up_and_shown_by_who_is_blind() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let token = site.node.token(&officer_of(Role::Cro)).await.unwrap();
    let mut all = Vec::new();
    for n in 1..=7 {
        all.push(enrol(&site, &token, n).await);
    }
    let seen = json!({"gender": "male", "height_cm": {"value": 176, "tolerance": 5},
        "codes": [{"list": "build", "code": "slim"}, {"list": "hair", "code": "curly"}]});
    let found = post(&site, &token, "/looks", &json!({"seen": seen, "limit": 3})).await;
    assert_eq!(found.status, StatusCode::OK, "{}", found.text);
    let (lines, described) = (found.json()["lines"].clone(), found.json()["described"].clone());
    assert_eq!((lines.as_array().unwrap().len(), described), (3, json!(7)));
    let ties = lines[0]["ties"].to_string();
    assert!(ties.contains(r#"{"of":"build","tie":"near"}"#), "{ties}");
    assert!(!found.text.contains("centibans") && !found.text.contains("template"), "{}", found.text);
    let silent = post(&site, &token, "/looks", &json!({"seen": {}})).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", silent.text);

    let ask = json!({"suspect": all[0], "seen": seen, "fillers": 5, "seed": 11});
    let proposed = post(&site, &token, "/lineups/proposals", &ask).await.json();
    let lineup = &proposed["lineup"];
    let place = lineup["suspect"].as_u64().unwrap() as usize;
    assert_eq!(lineup["faces"][place]["of"], all[0], "{proposed}");
    let mut large = ask.clone();
    large["fillers"] = json!(9);
    let none = post(&site, &token, "/lineups/proposals", &large).await.json();
    assert_eq!((&none["none"]["why"], &none["none"]["fair"]), (&json!("too_few"), &json!(6)), "{none}");

    let faces = lineup["faces"].as_array().unwrap().iter().enumerate();
    let mut kept = ask.clone();
    kept["keep"] = faces.filter(|(at, _)| *at != place).map(|(_, face)| face["of"].clone()).collect();
    let new = json!({"id": site.node.id().to_string(), "ask": kept, "asked_by": STATION, "case": "1/2026",
        "said": "فرضی الفاظ"});
    let made = post(&site, &token, "/lineups", &new).await;
    assert_eq!(made.status, StatusCode::CREATED, "{}", made.text);
    assert_eq!(post(&site, &token, "/lineups", &new).await.status, StatusCode::OK, "sent again");
    let path = format!("/lineups/TRL-CRO/{}", made.json()["act"].as_str().unwrap());

    let second = site.node.token("TRL-cro-2").await.unwrap();
    let blind = site.get(&path, &second, "verification").await;
    assert_eq!((&blind.json()["blind"], &blind.json()["suspect"]), (&json!(true), &json!(null)));
    assert!(!blind.text.contains(all[0]["act"].as_str().unwrap()), "{}", blind.text);
    let showing = json!({"id": site.node.id().to_string(), "witness": {"name": "فرضی گواہ"}, "knew": false,
        "shown": site.node.records.now().to_string(), "picked": 2, "said": "فرضی: شاید"});
    let shown = post(&site, &second, &format!("{path}/showings"), &showing).await;
    assert_eq!(shown.status, StatusCode::CREATED, "{}", shown.text);
    let after = site.get(&path, &token, "verification").await.json();
    assert_eq!((&after["shown"][0]["picked"], &after["shown"][0]["knew"]), (&json!(2), &json!(false)));
    assert_eq!(after["suspect"].as_u64(), Some(place as u64 + 1));
    let list = site.get("/lineups", &token, "verification").await.json();
    assert_eq!((&list["items"][0]["faces"], &list["items"][0]["showings"]), (&json!(6), &json!(1)));
    // What the general door of acts is asked to write of a line-up it does not write.
    let forged = json!({"id": site.node.id().to_string(), "body": {"kind": "lineup.show", "lineup": "x",
        "witness": {"name": "x"}, "shown": site.node.records.now().to_string(), "shown_by": "x", "knew": false,
        "said": "x"}});
    assert_eq!(post(&site, &token, "/acts", &forged).await.status, StatusCode::FORBIDDEN);
}
