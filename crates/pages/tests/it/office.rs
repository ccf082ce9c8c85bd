//! What offices and overseers do.

use crate::help::{closed_site, site};
use axum::http::{StatusCode, header};
use roznamcha_access::Role;
use roznamcha_acts::kinds::Body;
use roznamcha_trial::{DISTRICT, STATION, fir, officer_of};

const ID: &str = "5d0f7a52-6f0f-4f1e-9d3a-5a7c1d2e3f41";

#[tokio::test]
async fn every_page_opens_for_its_reader_in_both_languages() {
    let site = site().await;
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    let act = site.node.act(&moharrar, Body::FirRegister(fir(1, site.now()))).await.unwrap().act;
    let looked = format!("/who-looked?office={STATION}&key={act}");
    let pages: &[(Role, &str, &str)] = &[
        (Role::Administrator, "administration", "/staff"),
        (Role::Administrator, "administration", "/staff?office=TRL-CITY"),
        (Role::Administrator, "administration", "/staff/appoint?office=TRL-CITY"),
        (Role::Administrator, "administration", "/offices"),
        (Role::Administrator, "administration", "/offices/new"),
        (Role::Administrator, "administration", "/offices/load"),
        (Role::Administrator, "administration", "/law/unverified"),
        (Role::Administrator, "administration", "/imports"),
        (Role::Sho, "duty", "/staff"),
        (Role::Sho, "duty", "/law"),
        (Role::Sho, "duty", "/law?q=379"),
        (Role::Sho, "duty", "/law?act=PPC"),
        (Role::Sho, "duty", "/law/section/PPC-379"),
        (Role::Sho, "duty", "/law/section/PPC-302"),
        (Role::Sho, "duty", &looked),
        (Role::Sho, "supervision", "/journal"),
        (Role::Sho, "supervision", "/journal/headers"),
        (Role::Sho, "duty", "/incidents"),
        (Role::Auditor, "audit", "/audit"),
        (Role::Auditor, "audit", "/audit?officer=TRL-sho"),
    ];
    for (role, purpose, path) in pages {
        for lang in ["en", "ur"] {
            let token = site.token(*role, lang, purpose).await;
            let page = site.get(path, &token).await;
            assert_eq!(page.status, StatusCode::OK, "{role} {path}: {}", page.text());
            assert_eq!(page.text().matches("<h1>").count(), 1, "{path}");
        }
    }
}

#[tokio::test]
async fn what_is_not_ones_own_stays_shut() {
    let site = closed_site().await;
    let sho = site.token(Role::Sho, "en", "duty").await;
    for path in ["/audit", "/law/unverified", "/imports", "/offices/new", "/staff/appoint"] {
        let status = site.get(path, &sho).await.status;
        assert!(status == StatusCode::FORBIDDEN || status == StatusCode::NOT_FOUND, "{path}: {status}");
    }
    assert_eq!(site.get("/staff?office=PK-SD", &sho).await.status, StatusCode::NOT_FOUND);
    let reset = [("officer", "TRL-moharrar"), ("office", STATION)];
    assert_eq!(site.post("/staff/account", &sho, &reset).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn an_officer_is_posted_and_relieved() {
    let site = closed_site().await;
    let token = site.token(Role::Administrator, "en", "administration").await;
    let mut typed = vec![
        ("act_id", ID),
        ("office", STATION),
        ("officer", "TRL-new-1"),
        ("name_en", "Trial Officer"),
        ("name_ur", "فرضی افسر"),
        ("belt_no", "۱۲۳"),
        ("phone", "+92 300 0000001"),
        ("rank", "asi"),
        ("role", "io"),
        ("from", "not a day"),
        ("order_no", "T/1"),
    ];
    let refused = site.post("/staff/appoint", &token, &typed).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("Trial Officer"), "what was typed is kept");
    assert!(refused.text().contains("href=\"#from\""));
    typed.retain(|(n, _)| *n != "from");
    typed.push(("from", "2026-01-05"));
    let done = site.post("/staff/appoint", &token, &typed).await;
    assert_eq!(done.location(), "/staff?office=TRL-CITY", "{}", done.text());
    let again = site.post("/staff/appoint", &token, &typed).await;
    assert_eq!(again.status, StatusCode::SEE_OTHER, "the same act sent again");
    let list = site.get("/staff?office=TRL-CITY", &token).await.text();
    assert!(list.contains("Trial Officer") && list.contains(">123<"));

    let query = "/staff/relieve?office=TRL-CITY&officer=TRL-new-1";
    let form = site.get(query, &token).await;
    let id = form.hidden("act_id");
    let relieve = [
        ("act_id", id.as_str()),
        ("office", STATION),
        ("officer", "TRL-new-1"),
        ("until", "2026-01-05"),
        ("order_no", "T/2"),
        ("reason", "transfer"),
    ];
    assert_eq!(site.post("/staff/relieve", &token, &relieve).await.status, StatusCode::SEE_OTHER);
    assert!(site.get("/staff?office=TRL-CITY", &token).await.text().contains("Relieved"));
}

#[tokio::test]
async fn an_account_closed_ends_its_session() {
    let site = closed_site().await;
    let token = site.token(Role::Administrator, "en", "administration").await;
    let sho = site.token(Role::Sho, "en", "").await;
    let officer = officer_of(Role::Sho);
    let typed = [("officer", officer.as_str()), ("office", STATION)];
    assert_eq!(site.post("/staff/account/close", &token, &typed).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.get("/", &sho).await.status, StatusCode::SEE_OTHER);
    assert!(site.get("/staff?office=TRL-CITY", &token).await.text().contains("chip-alert"));
    assert_eq!(site.post("/staff/account/open", &token, &typed).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_office_is_opened_and_a_list_of_stations_loaded() {
    let site = closed_site().await;
    let token = site.token(Role::Administrator, "en", "administration").await;
    let typed = [
        ("act_id", ID),
        ("office", DISTRICT),
        ("code", "TRL-NORTH"),
        ("kind", "subdivision"),
        ("name_en", "North (synthetic)"),
        ("name_ur", "شمالی (فرضی)"),
        ("diary_hour", "8"),
    ];
    let done = site.post("/offices/new", &token, &typed).await;
    assert_eq!(done.location(), "/offices?office=PK-PB-TRL", "{}", done.text());

    let bad =
        "code,kind,parent,en,ur\r\nTRL-A,police_station,TRL-NOWHERE,A,الف\r\nTRL-B,station,TRL-NORTH,B,ب\r\n";
    let refused = site.post("/offices/load", &token, &[("office", DISTRICT), ("list", bad)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text().contains("TRL-NOWHERE"));
    assert!(!site.get("/offices", &token).await.text().contains("TRL-A"), "nothing was opened");

    let good = "code,kind,parent,en,ur\nTRL-A,police_station,TRL-NORTH,Alpha (synthetic),الف (فرضی)\n";
    for _ in 0..2 {
        let loaded = site.post("/offices/load", &token, &[("office", DISTRICT), ("list", good)]).await;
        assert_eq!(loaded.status, StatusCode::OK, "{}", loaded.text());
        assert!(loaded.text().contains("chip-good"), "sent again, the same act");
    }
    assert!(site.get("/offices", &token).await.text().contains("Alpha (synthetic)"));
}

#[tokio::test]
async fn an_outsider_takes_the_journal_away_and_it_verifies() {
    let site = site().await;
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    site.node.act(&moharrar, Body::FirRegister(fir(1, site.now()))).await.unwrap();
    let token = site.token(Role::Auditor, "en", "audit").await;
    let note = site.get("/journal/checkpoint?office=TRL-CITY", &token).await;
    assert!(note.headers.get(header::CONTENT_DISPOSITION).unwrap().to_str().unwrap().contains("TRL-CITY"));
    let export = site.get("/journal/export?office=TRL-CITY&content=1", &token).await;
    assert_eq!(export.status, StatusCode::OK);
    let read = roznamcha_journal::export::read(&export.bytes).unwrap();
    assert_eq!(read.check(&[]), Vec::new());
    let proof = site.get("/journal/proof?office=TRL-CITY&seq=1", &token).await;
    assert!(proof.text().contains("\"path\""), "{}", proof.text());
    let growth = site.get("/journal/growth?office=TRL-CITY&from=1", &token).await;
    assert_eq!(growth.status, StatusCode::OK, "{}", growth.text());
    assert_eq!(
        site.get("/journal/proof?office=TRL-CITY&seq=999", &token).await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn the_reading_log_names_who_was_refused() {
    let site = closed_site().await;
    let analyst = site.token(Role::Analyst, "en", "").await;
    site.get("/audit", &analyst).await;
    let token = site.token(Role::Auditor, "en", "audit").await;
    let log = site.get("/audit?officer=TRL-analyst", &token).await.text();
    assert!(log.contains("TRL-analyst") && log.contains("chip-alert"), "{log}");
}
