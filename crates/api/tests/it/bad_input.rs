//! Bad input: a clear problem, nothing written, nothing leaked, never a 5xx.

use axum::http::{Method, StatusCode};
use roznamcha_access::Role;
use roznamcha_trial::{STATION, officer_of};
use serde_json::json;

use crate::help::{Call, site};

#[tokio::test]
async fn what_cannot_be_read_is_a_problem_of_the_one_shape() {
    let site = site().await;
    let token = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let size = site.node.store.head(STATION).await.unwrap().unwrap().seq;
    let id = site.node.id().to_string();
    let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    let bodies: Vec<Vec<u8>> = vec![
        b"not json".to_vec(),
        b"".to_vec(),
        b"[]".to_vec(),
        b"null".to_vec(),
        b"{\"id\": 7}".to_vec(),
        b"\xff\xfe".to_vec(),
        deep.into_bytes(),
        json!({"id": "x", "body": {}}).to_string().into_bytes(),
        json!({"id": id, "body": {"kind": "no.such"}}).to_string().into_bytes(),
        json!({"id": id, "body": {"kind": "diary.write", "subject": "misc", "text": 7}})
            .to_string()
            .into_bytes(),
        json!({"id": id, "body": {"kind": "diary.open", "day": "2026-02-31"}}).to_string().into_bytes(),
        json!({"id": id, "office": "NO-SUCH", "body": {"kind": "diary.open", "day": "2026-01-05"}})
            .to_string()
            .into_bytes(),
        json!({"id": id, "happened": "yesterday", "body": {"kind": "diary.open", "day": "2026-01-05"}})
            .to_string()
            .into_bytes(),
        json!({"id": id, "surprise": 1, "body": {"kind": "diary.open", "day": "2026-01-05"}})
            .to_string()
            .into_bytes(),
        json!({"id": id, "body": {"kind": "document.print", "form": "fir", "of": "x", "copy": "station"}})
            .to_string()
            .into_bytes(),
    ];
    for body in bodies {
        let shown = String::from_utf8_lossy(&body).chars().take(80).collect::<String>();
        let call = Call {
            method: Method::POST,
            path: "/acts",
            token: Some(&token),
            purpose: None,
            body: Some(body),
        };
        let answer = site.call(call).await;
        assert!(answer.status.is_client_error(), "{shown}: {}", answer.status);
        let problem = answer.json();
        assert!(
            problem["title"].is_string() && problem["status"] == answer.status.as_u16(),
            "{shown}: {}",
            answer.text
        );
        for leak in ["src/", "panicked", "SELECT", "rusqlite", "serde"] {
            assert!(!answer.text.contains(leak), "{shown} leaks `{leak}`: {}", answer.text);
        }
    }
    assert_eq!(site.node.store.head(STATION).await.unwrap().unwrap().seq, size, "nothing was written");
}

#[tokio::test]
async fn odd_paths_and_parameters_are_client_errors() {
    let site = site().await;
    let token = site.node.token(&officer_of(Role::Dpo)).await.unwrap();
    for path in [
        "/firs?year=soon",
        "/firs?after=nonsense",
        "/firs?limit=-1",
        "/firs/not-an-id",
        "/firs/%00",
        "/offices/NO-SUCH/diary/2026-01-05",
        &format!("/offices/{STATION}/diary/2026-13-01"),
        &format!("/offices/{STATION}/registers/%F0%9F%98%80"),
        &format!("/offices/{STATION}/entries/1/-/2026/99999999999999999999999"),
        &format!("/offices/{STATION}/journal/0/proof"),
        &format!("/offices/{STATION}/journal/18446744073709551615/proof"),
        &format!("/offices/{STATION}/journal/growth?from=9&to=3"),
        "/no/such/route",
    ] {
        let answer = site.get(path, &token, "supervision").await;
        let fine = answer.status.is_client_error() || answer.status == StatusCode::OK;
        assert!(fine, "{path}: {} {}", answer.status, answer.text);
    }
}

#[tokio::test]
async fn another_officers_session_draft_and_record_are_not_found() {
    let site = site().await;
    let mine = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let theirs = site.node.token("TRL-moharrar-2").await.unwrap();
    let id = site.node.id().to_string();
    let body = Some(json!({"form": "diary.write", "body": {"text": "x"}}).to_string().into_bytes());
    let path = format!("/drafts/{id}");
    let put = Call { method: Method::PUT, path: &path, token: Some(&mine), purpose: None, body };
    assert_eq!(site.call(put).await.status, StatusCode::NO_CONTENT);
    assert_eq!(site.get(&path, &mine, "").await.status, StatusCode::OK);
    assert_eq!(site.get(&path, &theirs, "").await.status, StatusCode::NOT_FOUND);
    let diary = format!("/offices/{STATION}/diary/2026-01-05");
    assert_eq!(site.get(&diary, &theirs, "duty").await.status, StatusCode::NOT_FOUND);
}
