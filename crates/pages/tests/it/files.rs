//! Files on a report's page: a plain form brings one, the script sends parts, the page shows what is there.

use crate::help::{Site, site};
use axum::http::{StatusCode, header};
use roznamcha_access::Role;
use roznamcha_acts::kinds::Body;
use roznamcha_trial::fir;

const ID: &str = "0b6f7a52-6f0f-4f1e-9d3a-5a7c1d2e3f43";
const ACT: &str = "0b6f7a52-6f0f-4f1e-9d3a-5a7c1d2e3f44";

async fn case(site: &Site) -> String {
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    site.node.act(&moharrar, Body::FirRegister(fir(1, site.now()))).await.unwrap().act
}

fn pdf() -> Vec<u8> {
    b"%PDF-1.4\n% synthetic\n%%EOF\n".to_vec()
}

/// The SHA-256 that the page shows of its first file.
fn hash_on(page: &str) -> String {
    page.split("SHA-256 <span class=\"hash\">").nth(1).unwrap().split('<').next().unwrap().to_owned()
}

#[tokio::test]
async fn a_form_without_script_brings_a_file_to_the_report() {
    let site = site().await;
    for lang in ["en", "ur"] {
        let case = case(&site).await;
        let token = site.token(Role::Moharrar, lang, "duty").await;
        let page = site.get(&format!("/fir/{case}"), &token).await;
        assert!(page.text().contains("enctype=\"multipart/form-data\""));
        assert!(page.text().contains("capture=\"environment\""), "a telephone's camera");
        let path = format!("/fir/{case}/files");
        let fields =
            [("act_id", page.hidden("act_id")), ("kind", "document".into()), ("title", "فرضی".into())];
        let without = site.multipart(&path, &token, &fields, None).await;
        assert_eq!(without.status, StatusCode::UNPROCESSABLE_ENTITY);
        let odd = site.multipart(&path, &token, &fields, Some(b"MZ a program")).await;
        assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY);
        let kept = if lang == "en" { "JPEG" } else { "پی ڈی ایف" };
        assert!(odd.text().contains(kept), "says what is kept");
        let done = site.multipart(&path, &token, &fields, Some(&pdf())).await;
        assert_eq!(done.location(), format!("/fir/{case}?done=attach#files"));
        let page = site.get(&format!("/fir/{case}?done=attach"), &token).await.text();
        let sha = hash_on(&page);
        let href = page.split("/files/").nth(1).unwrap().split(['"', '?']).next().unwrap().to_owned();
        assert!(href.ends_with(&sha), "{href}");
        let copy = site.get(&format!("/files/{href}?copy=1"), &token).await;
        assert_eq!(copy.bytes, pdf());
        let said = |name: &str| copy.headers.get(name).and_then(|v| v.to_str().ok()).unwrap_or("").to_owned();
        assert!(said("content-disposition").starts_with("attachment;"));
        assert!(said("content-security-policy").contains("sandbox"));
        let custody = site.get(&format!("/files/{href}/custody"), &token).await;
        assert_eq!(custody.status, StatusCode::OK);
        assert!(custody.text().matches("TRL-moharrar").count() >= 3, "sent, attached, read");
    }
}

#[tokio::test]
async fn the_script_sends_parts_and_is_told_why_not_in_its_language() {
    let site = site().await;
    let case = case(&site).await;
    let token = site.token(Role::Moharrar, "ur", "duty").await;
    let whole = pdf();
    let sha = "e3".repeat(32);
    let size = whole.len().to_string();
    let begun = site.post("/uploads", &token, &[("id", ID), ("size", &size), ("sha256", &sha)]).await;
    let json = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    assert_eq!(json(&begun.text()), json(r#"{"done":false,"received":0}"#));
    let part = site.put(&format!("/uploads/{ID}/0"), &token, &whole[..10]).await;
    assert_eq!(json(&part.text()), json(r#"{"done":false,"received":10}"#));
    let odd = site.put(&format!("/uploads/{ID}/11"), &token, &whole[11..]).await;
    assert_eq!(odd.status, StatusCode::CONFLICT);
    assert!(odd.text().contains("upload-offset") && odd.text().contains("حصہ"), "{}", odd.text());
    site.put(&format!("/uploads/{ID}/10"), &token, &whole[10..]).await;
    let finished = site.post(&format!("/uploads/{ID}/finish"), &token, &[]).await;
    assert_eq!(finished.status, StatusCode::UNPROCESSABLE_ENTITY, "another hash was promised");
    assert_eq!(site.get(&format!("/uploads/{ID}"), &token).await.status, StatusCode::NOT_FOUND);
    // A hash that this station has not sent attaches nothing.
    let fields =
        [("act_id", ACT.to_owned()), ("kind", "document".into()), ("title", "x".into()), ("sha256", sha)];
    let refused = site.multipart(&format!("/fir/{case}/files"), &token, &fields, None).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn who_may_not_see_files_is_not_shown_them() {
    let site = site().await;
    let case = case(&site).await;
    let token = site.token(Role::Analyst, "en", "").await;
    let page = site.get(&format!("/fir/{case}"), &token).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.text().contains("id=\"files\""));
    let path = format!("/files/{ACT}/{}", "0".repeat(64));
    assert_eq!(site.get(&path, &token).await.status, StatusCode::NOT_FOUND);
    let signed_out = site.get(&path, "").await;
    assert!(signed_out.headers.get(header::LOCATION).is_some());
}
