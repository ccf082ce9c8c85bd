//! The pages of the nightly cross-check, in both languages, from the district to the report.

use crate::help::site;
use axum::http::StatusCode;
use roznamcha_access::Role;
use roznamcha_acts::kinds::{Body, FirRegister};
use roznamcha_trial::{DISTRICT, STATION, fir, officer_of};
use roznamcha_words::bidi;

const DAY: i64 = 86_400;

#[tokio::test]
async fn from_the_district_to_the_report() {
    let site = site().await;
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    let act = site.node.act(&moharrar, Body::FirRegister(fir(1, site.now()))).await.unwrap().act;
    site.node.clock.set(site.now().plus_seconds(DAY + 60));
    let token = site.token(Role::Dpo, "en", "supervision").await;
    let page = site.get("/health", &token).await.text();
    assert!(page.contains("have not been checked yet"), "{page}");
    site.node.records.system().crosscheck(None, &|_, _| {}).await.unwrap();

    let page = bidi::plain(&site.get("/health", &token).await.text());
    assert!(page.contains("FIR not signed") && page.contains("CrPC s. 154"), "{page}");
    assert!(page.contains(&format!("href=\"/health?office={STATION}\"")), "{page}");
    let page = site.get(&format!("/health/fir-unsigned?office={DISTRICT}"), &token).await.text();
    assert!(page.contains(&format!("/health/fir-unsigned?office={STATION}")), "{page}");
    let page = bidi::plain(&site.get(&format!("/health/fir-unsigned?office={STATION}"), &token).await.text());
    assert!(page.contains(&format!("href=\"/fir/{act}\"")) && page.contains(">1/2026<"), "{page}");
    assert!(!page.contains("فرضی شخص"), "no person in it");
    assert_eq!(site.get(&format!("/fir/{act}"), &token).await.status, StatusCode::OK);

    site.node.clock.set(site.now().plus_seconds(DAY));
    site.node.records.system().crosscheck(None, &|_, _| {}).await.unwrap();
    let token = site.token(Role::Sho, "ur", "duty").await;
    let page = bidi::plain(&site.get("/health", &token).await.text());
    assert!(page.contains("ایف آئی آر پر دستخط نہیں") && page.contains("تاخیر"), "{page}");
    assert!(page.contains("<polyline points=\"100,"), "the line runs to the left");
    let page = bidi::plain(&site.get("/health/day-not-closed", &token).await.text());
    assert!(page.contains("گزرے ہوئے دن کا روزنامچہ ابھی کھلا ہے") && page.contains("رات بہ رات"), "{page}");
}

#[tokio::test]
async fn a_breach_says_which_duty_was_not_done_and_whose_it_was() {
    let site = site().await;
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    let report = FirRegister { io: Some(officer_of(Role::Io)), ..fir(1, site.now()) };
    site.node.act(&moharrar, Body::FirRegister(report)).await.unwrap();
    site.node.clock.set(site.now().plus_seconds(20 * DAY));
    let address = format!("/health/clock-breached?office={STATION}");
    for (lang, duty, officer) in [
        ("en", "Copies to magistrate and DPO", "Synthetic io"),
        ("ur", "مجسٹریٹ و ڈی پی او کو نقول", "فرضی افسر 3"),
    ] {
        let token = site.token(Role::Dpo, lang, "supervision").await;
        let page = bidi::plain(&site.get(&address, &token).await.text());
        assert!(page.contains(duty) && page.contains(officer), "{page}");
        assert!(!page.contains("TRL-io"), "{page}");
    }
}

#[tokio::test]
async fn it_is_shut_to_who_does_not_answer_for_the_books() {
    let site = site().await;
    let io = site.token(Role::Io, "en", "investigation").await;
    for path in ["/health", "/health/fir-unsigned", "/health?office=TRL-SADAR"] {
        assert_eq!(site.get(path, &io).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!site.get("/", &io).await.text().contains("href=\"/health\""));
    let sho = site.token(Role::Sho, "en", "duty").await;
    assert!(site.get("/", &sho).await.text().contains("href=\"/health\""));
    for path in ["/health/no-such-check", "/health?office=TRL-SADAR", "/health?office=nowhere"] {
        assert_eq!(site.get(path, &sho).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}
