//! The page of what is due by law, and the calendar.

use crate::help::site;
use axum::http::{StatusCode, header};
use roznamcha_access::Role;
use roznamcha_acts::kinds::Body;
use roznamcha_trial::fir;
use roznamcha_words::bidi;

#[tokio::test]
async fn what_is_due_is_shown_in_both_languages_with_its_law() {
    let site = site().await;
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    site.node.act(&moharrar, Body::FirRegister(fir(1, site.now()))).await.unwrap();
    let token = site.token(Role::Sho, "en", "duty").await;
    let page = bidi::plain(&site.get("/deadlines", &token).await.text());
    assert!(page.contains("Final report (challan)") && page.contains("CrPC s. 173"), "{page}");
    assert!(page.contains("19 January 2026") && page.contains(">1/2026<"), "{page}");
    assert!(page.contains("not verified"), "the law of the copies nobody has compared yet");
    let overdue = site.get("/deadlines?state=overdue", &token).await.text();
    assert!(overdue.contains("Nothing here is due by law."), "{overdue}");
    assert_eq!(site.get("/deadlines?office=TRL-SADAR", &token).await.status, StatusCode::NOT_FOUND);

    site.node.clock.set(site.now().plus_seconds(20 * 86_400));
    let token = site.token(Role::Sho, "ur", "duty").await;
    let page = bidi::plain(&site.get("/deadlines?state=overdue", &token).await.text());
    assert!(page.contains("چالان (آخری رپورٹ)") && page.contains("مدت گزر گئی"), "{page}");
}

#[tokio::test]
async fn a_calendar_program_reads_the_deadlines_by_the_address_alone() {
    let site = site().await;
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    site.node.act(&moharrar, Body::FirRegister(fir(1, site.now()))).await.unwrap();
    let token = site.token(Role::Sho, "en", "duty").await;
    let made = site.post("/calendar/new", &token, &[]).await.text();
    let address = made.split("http://node.example").nth(1).unwrap().split('<').next().unwrap();
    let feed = site.get(address, "").await;
    let kind = feed.headers.get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok());
    assert_eq!((feed.status, kind), (StatusCode::OK, Some("text/calendar; charset=utf-8")));
    let text = feed.text().replace("\r\n ", "");
    assert!(text.starts_with("BEGIN:VCALENDAR\r\n") && text.contains("DTEND:20260119T185959Z"), "{text}");
    assert!(text.contains("1/2026") && !text.contains("فرضی شخص"), "numbers, no names");
    assert_eq!(site.post("/calendar/end", &token, &[]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.get(address, "").await.status, StatusCode::NOT_FOUND);
}
