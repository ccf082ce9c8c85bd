//! The inspection of a station on a page, as a file and on paper, in both languages.

use crate::help::site;
use axum::http::{StatusCode, header};
use roznamcha_access::Role;
use roznamcha_trial::{STATION, informed};
use roznamcha_words::bidi;

#[tokio::test]
async fn a_station_is_inspected() {
    let site = site().await;
    informed(&site.node).await.unwrap();
    site.node.clock.set(site.now().plus_seconds(2 * 86_400));
    site.node.records.system().crosscheck(None, &|_, _| {}).await.unwrap();
    let sdpo = site.token(Role::Sdpo, "en", "supervision").await;
    let which = site.get("/inspection", &sdpo).await.text();
    assert!(which.contains(&format!("href=\"/inspection/{STATION}\"")), "{which}");
    let page = bidi::plain(&site.get(&format!("/inspection/{STATION}"), &sdpo).await.text());
    for words in
        ["Deadlines passed", "Lock-up now", "Standing orders not read over", "Rs 0", "FIR not signed"]
    {
        assert!(page.contains(words), "{words}: {page}");
    }
    assert!(
        page.contains("/health/fir-unsigned?office=") && page.contains("/inspection/TRL-CITY/csv"),
        "{page}"
    );
    assert!(!page.contains("فرضی شخص"), "nobody of a case is named");

    let sho = site.token(Role::Sho, "ur", "duty").await;
    assert_eq!(site.get("/inspection", &sho).await.location(), format!("/inspection/{STATION}"));
    let page = bidi::plain(&site.get(&format!("/inspection/{STATION}"), &sho).await.text());
    assert!(page.contains("گزری ہوئی میعادیں") && page.contains("مال خانہ"), "{page}");
    assert!(site.get("/", &sho).await.text().contains("href=\"/inspection\""));

    let file = site.get(&format!("/inspection/{STATION}/csv"), &sdpo).await;
    assert_eq!(file.headers.get(header::CONTENT_TYPE).unwrap(), "text/csv; charset=utf-8");
    let text = file.text();
    assert!(text.starts_with('\u{feff}') && text.contains("Deadlines passed,"), "{text}");
    assert!(text.contains("Cash,1\r\nBalance,Last entry,Entry,Last day closed\r\n0.00,"), "{text}");
}

#[tokio::test]
async fn without_a_purpose_or_a_right_it_stays_shut() {
    let site = site().await;
    let bare = site.token(Role::Dpo, "en", "").await;
    let asked = site.get(&format!("/inspection/{STATION}"), &bare).await;
    assert!(asked.text().contains("action=\"/purpose\""), "a purpose is asked for: {}", asked.text());
    let io = site.token(Role::Io, "en", "investigation").await;
    for path in [format!("/inspection/{STATION}"), format!("/inspection/{STATION}/csv")] {
        assert_eq!(site.get(&path, &io).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert!(!site.get("/", &io).await.text().contains("href=\"/inspection\""));
}

#[tokio::test]
async fn it_is_printed_with_what_the_books_say() {
    let site = site().await;
    if !site.has_press() {
        return;
    }
    informed(&site.node).await.unwrap();
    let sdpo = site.token(Role::Sdpo, "en", "supervision").await;
    let id = "5c1d2e3f-6f0f-4f1e-9d3a-0000000000aa";
    let printed = site.post(&format!("/print/{STATION}/inspection"), &sdpo, &[("act_id", id)]).await;
    assert_eq!(printed.status, StatusCode::OK, "{}", printed.text());
    assert!(printed.bytes.starts_with(b"%PDF"));
}
