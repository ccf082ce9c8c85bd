//! What came to the stations beside what they registered, over the wire.

use axum::http::StatusCode;
use roznamcha_access::Role;
use roznamcha_trial::{DISTRICT, STATION, informed, officer_of};
use serde_json::json;

use crate::help::site;

#[tokio::test]
async fn numbers_and_the_entries_behind_them() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let day = informed(&site.node).await.unwrap();
    let dpo = site.node.token(&officer_of(Role::Dpo)).await.unwrap();
    let page = site.get(&format!("/burking?office={DISTRICT}"), &dpo, "").await.json();
    assert_eq!(
        (&page["total"]["counts"]["refused"], &page["total"]["to_comply"]),
        (&json!(1), &json!(7_200))
    );
    assert_eq!(
        (&page["from"], &page["to"], &page["read"]),
        (&json!("2025-12-07"), &json!("2026-01-05"), &json!(true))
    );
    assert_eq!(page["offices"][0]["office"], STATION);
    assert_eq!(page["offices"][0]["counts"]["disagreed"], 1);
    let list = site.get("/burking/disagreed", &dpo, "").await.json();
    assert_eq!((&list["total"], &list["items"][0]["entry"]), (&json!(1), &json!("13/-/2026/1")));
    assert_eq!(list["items"][0]["outcome"], "disagrees");
    let list = site.get("/burking/slow", &dpo, "").await.json();
    assert_eq!(
        (&list["items"][0]["fir"], &list["items"][0]["to_register"]),
        (&json!(day.late), &json!(172_800))
    );
    assert!(!list.to_string().contains("فرضی"), "no person and no word: {list}");
    assert_eq!(site.get("/burking/no-such", &dpo, "").await.status, StatusCode::NOT_FOUND);
    let odd = site.get("/burking?from=2026-01-05&to=2026-01-01", &dpo, "").await;
    assert_eq!(odd.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", odd.text);
    let io = site.node.token(&officer_of(Role::Io)).await.unwrap();
    assert_eq!(site.get("/burking", &io, "").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_station_is_inspected_with_a_purpose() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    informed(&site.node).await.unwrap();
    let sdpo = site.node.token(&officer_of(Role::Sdpo)).await.unwrap();
    let path = format!("/offices/{STATION}/inspection");
    assert_eq!(site.get(&path, &sdpo, "").await.status, StatusCode::FORBIDDEN, "a purpose first");
    let pack = site.get(&path, &sdpo, "supervision").await.json();
    let section = |code: &str| {
        let all = pack["sections"].as_array().unwrap();
        all.iter().find(|s| s["section"] == code).unwrap().clone()
    };
    assert_eq!(
        (&section("cash")["rows"][0]["cells"][0], &section("store")["total"]),
        (&json!("0"), &json!(0))
    );
    assert_eq!(section("pendency")["total"], 2);
    let io = site.node.token(&officer_of(Role::Io)).await.unwrap();
    assert_eq!(site.get(&path, &io, "investigation").await.status, StatusCode::NOT_FOUND);
}
