//! The record office over the wire: an image sent, a person enrolled, found under another name, examined, answered.

use axum::http::{Method, StatusCode};
use roznamcha_access::Role;
use roznamcha_acts::kinds::{Accused, Body, FirRegister};
use roznamcha_records::Purpose;
use roznamcha_trial::{STATION, arrest, fir, officer_of, party, print_png};
use serde_json::{Value, json};

use crate::help::{Call, Site, site};

/// A case with an accused who is arrested.
async fn case(site: &Site, n: u32) -> String {
    let node = &site.node;
    let sho = node.as_role(Role::Sho).await.unwrap().for_purpose(Purpose::Duty, "");
    let io = node.as_role(Role::Io).await.unwrap().for_purpose(Purpose::Investigation, "");
    let accused = Accused { person: party(900 + n), description: String::new() };
    let report =
        FirRegister { accused: vec![accused], io: Some(officer_of(Role::Io)), ..fir(n, node.records.now()) };
    let case = node.act(&sho, Body::FirRegister(report)).await.unwrap().act;
    node.act(&io, arrest(&case, node.records.now())).await.unwrap();
    case
}

async fn post(site: &Site, token: &str, path: &str, body: Vec<u8>) -> crate::help::Answer {
    let purpose = Some("verification");
    site.call(Call { method: Method::POST, path, token: Some(token), purpose, body: Some(body) }).await
}

/// Enrols the accused of a case with a finger; the answer.
async fn enrol(site: &Site, token: &str, case: &str, finger: u64, time: u64) -> Value {
    let path = format!("/prints/images?id={}", site.node.id());
    let image = post(site, token, &path, print_png(finger, time).unwrap()).await;
    assert_eq!(image.status, StatusCode::OK, "{}", image.text);
    assert!(image.json()["quality"].as_u64().unwrap() > 30 && image.json()["came_as"] == "png");
    let body = json!({"kind": "prints.enrol", "basis": "arrestee_s4", "fir": case, "accused": 1,
        "taken": site.node.records.now().to_string(), "taken_by": "فرضی سب انسپکٹر",
        "taken_rank": "si", "prints": [{"finger": 2, "file": image.json()["sha256"]}]});
    let act = json!({"id": site.node.id().to_string(), "office": STATION, "body": body});
    let done = post(site, token, "/prints/enrol", json!({"act": act}).to_string().into_bytes()).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.text);
    done.json()
}

#[tokio::test]
async fn a_person_is_enrolled_found_examined_and_traced_and_no_template_leaves() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let (one, two) = (case(&site, 1).await, case(&site, 2).await);
    let token = site.node.token(&officer_of(Role::Cro)).await.unwrap();
    let first = enrol(&site, &token, &one, 7, 1).await;
    let second = enrol(&site, &token, &two, 7, 2).await;
    assert_eq!((&first["candidates"], &second["candidates"]), (&json!(0), &json!(1)));
    let search = second["search"]["act"].as_str().unwrap();
    let path = format!("/searches/TRL-CRO/{search}");
    let view = site.get(&path, &token, "verification").await;
    assert_eq!(view.status, StatusCode::OK, "{}", view.text);
    assert!(!view.text.contains("template") && !view.text.contains("UlpQ"), "no template leaves");
    let seen = &view.json()["candidates"][0];
    assert_eq!((&seen["named"], &seen["row"], &seen["case"]), (&json!(false), &Value::Null, &Value::Null));
    assert!(!view.text.contains(&party(901).name), "nobody is named before he was examined: {}", view.text);
    let listed = &view.json()["candidates"][0]["listed"];
    assert_eq!(listed["of"]["act"], first["receipt"]["act"]);
    let lines = site.get("/searches?state=open&probe=tenprint", &token, "verification").await;
    assert_eq!(lines.json()["items"].as_array().unwrap().len(), 2, "{}", lines.text);

    let examination = json!({"of": listed["of"], "finger": listed["finger"],
        "probe_finger": listed["probe_finger"], "conclusion": "identified", "reasons": "فرضی وجوہ"});
    let body = json!({"id": site.node.id().to_string(), "examination": examination});
    let path = format!("/searches/{search}/examinations");
    let examined = post(&site, &token, &path, body.to_string().into_bytes()).await;
    assert_eq!(examined.status, StatusCode::CREATED, "{}", examined.text);
    let named = site.get(&format!("/searches/TRL-CRO/{search}"), &token, "verification").await;
    let seen = &named.json()["candidates"][0];
    assert_eq!(
        (&seen["named"], &seen["case"]["status"]),
        (&json!(true), &json!("arrested")),
        "{}",
        named.text
    );
    let answer = json!({"id": site.node.id().to_string(), "answer": {"traced": true, "of": listed["of"]}});
    let path = format!("/searches/{search}/answer");
    let answered = post(&site, &token, &path, answer.to_string().into_bytes()).await;
    assert_eq!(answered.status, StatusCode::CREATED, "{}", answered.text);

    let act = first["receipt"]["act"].as_str().unwrap();
    let history = site.get(&format!("/persons/{STATION}/{act}/history"), &token, "verification").await;
    let entry = &history.json()["enrolments"][0];
    assert_eq!(
        (&entry["case"]["no"], &entry["case"]["status"]),
        (&json!(1), &json!("arrested")),
        "{}",
        history.text
    );
    let unstated = site.get(&format!("/persons/{STATION}/{act}/history"), &token, "").await;
    assert_eq!(unstated.status, StatusCode::FORBIDDEN);
    let torn =
        post(&site, &token, &format!("/prints/images?id={}", site.node.id()), b"no image".to_vec()).await;
    assert_eq!(torn.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(torn.text.contains("WSQ"), "{}", torn.text);
}

#[tokio::test]
async fn an_image_of_several_megabytes_is_taken_in_where_images_are() {
    let site = site().await;
    let token = site.node.token(&officer_of(Role::Cro)).await.unwrap();
    let large = vec![0_u8; 3 * 1024 * 1024];
    for path in ["/prints/images", "/prints/records"] {
        let path = format!("{path}?id={}", site.node.id());
        let answer = post(&site, &token, &path, large.clone()).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}: {}", answer.text);
    }
}
