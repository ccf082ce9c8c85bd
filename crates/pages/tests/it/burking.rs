//! What came beside what was registered, in both languages, from the district to the entry.

use crate::help::site;
use axum::http::StatusCode;
use roznamcha_access::Role;
use roznamcha_trial::{DISTRICT, STATION, informed};
use roznamcha_words::bidi;

#[tokio::test]
async fn from_the_district_to_the_entry() {
    let site = site().await;
    let day = informed(&site.node).await.unwrap();
    let token = site.token(Role::Dpo, "en", "supervision").await;
    let page = bidi::plain(&site.get("/burking", &token).await.text());
    let query = format!("office={STATION}&#38;from=2025-12-07&#38;to=2026-01-05");
    assert!(page.contains(&format!("/burking/refused?{query}")), "{page}");
    assert!(
        page.contains("What it cannot tell") && page.contains("Refusals that nobody wrote down."),
        "{page}"
    );
    assert!(page.contains("2 hours"), "from direction to compliance");
    let list = format!("/burking/disagreed?office={STATION}");
    let page = bidi::plain(&site.get(&list, &token).await.text());
    assert!(page.contains("13/-/2026/1") && page.contains("Disagrees"), "{page}");
    assert!(!page.contains("فرضی شخص") && !page.contains("فرضی جواب"), "no person and no word in it");
    let entry = format!("/entry?office={STATION}&key=13/-/2026/1");
    assert!(page.contains(&entry.replace('&', "&#38;")), "{page}");
    let page = bidi::plain(&site.get(&entry, &token).await.text());
    assert!(page.contains("فرضی جواب"), "the words are in the entry: {page}");
    let page = bidi::plain(&site.get(&format!("/burking/directed?office={DISTRICT}"), &token).await.text());
    assert!(page.contains(&format!("/fir/{}", day.upon)) && page.contains("To register an FIR"), "{page}");

    let sho = site.token(Role::Sho, "ur", "duty").await;
    let page = bidi::plain(&site.get("/burking", &sho).await.text());
    assert!(page.contains("رپورٹیں و انکار") && page.contains("وہ انکار جو کسی نے نہیں لکھے۔"), "{page}");
    assert!(site.get("/", &sho).await.text().contains("href=\"/burking\""));
}

#[tokio::test]
async fn what_cannot_be_is_told() {
    let site = site().await;
    let sho = site.token(Role::Sho, "en", "duty").await;
    for path in ["/burking/no-such", "/burking?office=TRL-SADAR", "/burking/firs?office=TRL-SADAR"] {
        assert_eq!(site.get(path, &sho).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for path in ["/burking?from=2026-02-01&to=2026-01-01", "/burking?from=x", "/burking/firs?from=2020-01-01"]
    {
        let page = site.get(path, &sho).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY, "{path}");
    }
    let io = site.token(Role::Io, "en", "investigation").await;
    assert_eq!(site.get("/burking", &io).await.status, StatusCode::NOT_FOUND);
    assert!(!site.get("/", &io).await.text().contains("href=\"/burking\""));
}

#[tokio::test]
async fn an_order_is_written_and_complied_with_by_form() {
    let site = site().await;
    let day = informed(&site.node).await.unwrap();
    let sho = site.token(Role::Sho, "en", "duty").await;
    let form = bidi::plain(&site.get("/do/justice.order", &sho).await.text());
    assert!(form.contains("To register an FIR") && form.contains(&day.refused), "{form}");
    assert!(site.get("/do", &sho).await.text().contains("/do/justice.order"));
    let typed = [
        ("act_id", ""),
        ("petition_no", "79/2026"),
        ("filed", "2026-01-03"),
        ("court", "فرضی عدالت"),
        ("order_date", "2026-01-04"),
        ("received", "2026-01-05T09:00"),
        ("directs", "neglect"),
        ("direction", "فرضی ہدایت"),
    ];
    let sent = site.post("/do/justice.order", &sho, &typed).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.text());
    let entry = format!("/entry?office={STATION}&key=5/II/2026/2");
    let page = bidi::plain(&site.get(&entry, &sho).await.text());
    assert!(page.contains("To set a neglect or excess right"), "{page}");
    assert!(page.contains("/do/justice.comply?office="), "the entry leads to compliance: {page}");
    let form = bidi::plain(&site.get("/do/justice.comply", &sho).await.text());
    assert!(form.contains("79/2026") && !form.contains("77/2026"), "only what waits: {form}");
}
