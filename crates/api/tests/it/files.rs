//! Files over HTTP: sent in parts, attached, taken away as a download that cannot act.

use axum::http::{Method, StatusCode};
use roznamcha_access::Role;
use roznamcha_acts::kinds::Body;
use roznamcha_trial::{fir, officer_of};
use sha2::{Digest, Sha256};

use crate::help::{Call, site};

const ID: &str = "0b6f7a52-6f0f-4f1e-9d3a-5a7c1d2e3f41";
const ACT: &str = "0b6f7a52-6f0f-4f1e-9d3a-5a7c1d2e3f42";

#[tokio::test]
async fn a_file_comes_as_a_download_that_cannot_act() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    let case =
        site.node.act(&moharrar, Body::FirRegister(fir(1, site.node.records.now()))).await.unwrap().act;
    let token = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let bytes = format!("%PDF-1.4\n% {}\n%%EOF\n", "synthetic ".repeat(20_000)).into_bytes();
    let sha: String = Sha256::digest(&bytes).iter().map(|b| format!("{b:02x}")).collect();
    let promise = serde_json::json!({"id": ID, "size": bytes.len(), "sha256": sha});
    let begun = site.post("/uploads", &token, &promise).await;
    assert_eq!((begun.status, &begun.json()["received"]), (StatusCode::OK, &0.into()), "{}", begun.text);
    let half = bytes.len() / 2;
    let path = |offset: usize| format!("/uploads/{ID}/parts/{offset}");
    assert_eq!(site.put(&path(0), &token, bytes[..half].to_vec()).await.json()["received"], half);
    let odd = site.put(&path(half + 1), &token, bytes[half + 1..].to_vec()).await;
    assert_eq!((odd.status, odd.json()["code"].as_str()), (StatusCode::CONFLICT, Some("upload-offset")));
    let state = site.get(&format!("/uploads/{ID}"), &token, "").await;
    assert_eq!(state.json()["received"], half);
    assert_eq!(site.put(&path(half), &token, bytes[half..].to_vec()).await.status, StatusCode::OK);
    let finished = site.post(&format!("/uploads/{ID}/finish"), &token, &serde_json::json!({})).await;
    assert_eq!(finished.json()["media"], "application/pdf", "{}", finished.text);
    let act = serde_json::json!({"id": ACT, "body": {"kind": "attach.add", "to": case, "files":
        [{"sha256": sha, "kind": "document", "title": "Synthetic"}]}});
    let done = site.post("/acts", &token, &act).await;
    assert_eq!(done.status, StatusCode::CREATED, "{}", done.text);

    let listed = site.get(&format!("/attachments/{case}"), &token, "duty").await;
    assert_eq!(listed.json()[0]["size"], bytes.len(), "{}", listed.text);
    let path = format!("/attachments/{ACT}/files/{sha}");
    assert_eq!(site.get(&path, &token, "").await.status, StatusCode::FORBIDDEN, "no purpose");
    let call = |method| Call { method, path: &path, token: Some(&token), purpose: Some("duty"), body: None };
    let whole = site.call(call(Method::GET)).await;
    assert_eq!((whole.status, whole.text.as_bytes()), (StatusCode::OK, bytes.as_slice()));
    let said = |name: &str| whole.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("").to_owned();
    assert_eq!(said("content-type"), "application/pdf");
    assert!(said("content-disposition").starts_with("attachment; filename=\""));
    assert_eq!(said("x-content-type-options"), "nosniff");
    assert_eq!(said("content-security-policy"), "default-src 'none'; sandbox");
    assert_eq!(said("content-length"), bytes.len().to_string());
    let none = site.get(&format!("{path}/small"), &token, "duty").await;
    assert_eq!(none.status, StatusCode::NOT_FOUND, "a document has no small picture");
    let custody = site.get(&format!("{path}/custody"), &token, "duty").await.json();
    let did: Vec<&str> = custody.as_array().unwrap().iter().map(|h| h["did"].as_str().unwrap()).collect();
    assert_eq!(did[..2], ["sent", "attached"]);
    assert!(did.contains(&"copy_file"), "{custody}");
    let again = site.post("/acts", &token, &act).await;
    assert_eq!(again.status, StatusCode::OK, "the same act again: {}", again.text);
}
