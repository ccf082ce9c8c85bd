//! The case file's tabs, the list of cases and pendency, as each may see them.

use axum::http::StatusCode;
use roznamcha_access::Role;
use roznamcha_acts::kinds::{Accused, Body, FirRegister};
use roznamcha_trial::{arrest, article, fir, fir_sensitive, officer_of, party, statement, zimni};
use roznamcha_words::bidi;

use crate::help::{Site, site};

const TABS: [&str; 9] =
    ["", "/timeline", "/sections", "/accused", "/persons", "/zimnis", "/property", "/challan", "/court"];

async fn registered(site: &Site, report: FirRegister) -> String {
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    let accused = vec![Accused { person: party(90), description: "فرضی حلیہ".to_owned() }];
    let report = FirRegister { accused, io: Some(officer_of(Role::Io)), ..report };
    let case = site.node.act(&moharrar, Body::FirRegister(report)).await.unwrap().act;
    site.node.clock.set(site.now().plus_seconds(600));
    let io = site.node.as_role(Role::Io).await.unwrap();
    for body in [zimni(&case, site.now()), statement(&case, 7, site.now()), arrest(&case, site.now())] {
        site.node.act(&io, body).await.unwrap();
    }
    site.node.act(&moharrar, article(&case)).await.unwrap();
    case
}

#[tokio::test]
async fn every_tab_shows_its_part_and_leads_on() {
    let site = site().await;
    let case = registered(&site, fir(1, site.now())).await;
    let io = site.token(Role::Io, "ur", "investigation").await;
    let page = async |tab: &str| {
        let answer = site.get(&format!("/cases/{case}{tab}"), &io).await;
        assert_eq!(answer.status, StatusCode::OK, "{tab}");
        bidi::plain(&answer.text())
    };
    for tab in TABS {
        let text = page(tab).await;
        assert!(text.contains("1/2026") && text.contains("زیر تفتیش"), "{tab}: {text}");
        assert!(text.contains("اگلی میعادیں") && text.contains("گھنٹے باقی"), "{tab}: the next deadlines");
        assert!(text.contains("data-key-tab=\"9\""), "{tab}");
    }
    let overview = page("").await;
    assert!(overview.contains("چالان (آخری رپورٹ)") && overview.contains("دن باقی"), "every deadline");
    assert!(overview.contains("اب کیا ہو سکتا ہے") && overview.contains("ریمانڈ"), "what may follow");
    let timeline = page("/timeline").await;
    assert!(timeline.contains(&format!("/cases/{case}/zimni/1")) && timeline.contains("/entry?office="));
    assert!(timeline.contains("فرضی شخص 90"), "an arrest names the accused");
    assert!(page("/accused").await.contains("فرار کا اندیشہ"), "why the arrest was needed");
    assert!(page("/persons").await.contains("فرضی بیان نمبر 7"));
    assert!(page("/property").await.contains("فرضی موٹر سائیکل"));
    assert!(page("/zimni/1").await.contains("جائے وقوعہ کا ملاحظہ"));
    assert!(page("/zimnis").await.contains(&format!("/cases/{case}/zimni/1")));
    assert_eq!(site.get(&format!("/cases/{case}/zimni/2"), &io).await.status, StatusCode::NOT_FOUND);
    let report = site.get(&format!("/fir/{case}"), &io).await.text();
    assert!(report.contains(&format!("href=\"/cases/{case}\"")));
}

#[tokio::test]
async fn a_case_diary_and_a_protected_name_are_on_no_page_of_those_who_need_not_know() {
    let site = site().await;
    let theft = registered(&site, fir(1, site.now())).await;
    let rape = registered(&site, fir_sensitive(2, site.now())).await;
    let moharrar = site.token(Role::Moharrar, "ur", "duty").await;
    for case in [&theft, &rape] {
        for tab in TABS {
            let text = site.get(&format!("/cases/{case}{tab}"), &moharrar).await.text();
            assert!(!text.contains("/zimni/1") && !text.contains("جائے وقوعہ کا ملاحظہ"), "{tab}");
            assert!(case == &theft || !text.contains("فرضی شخص"), "a protected name on {tab}: {text}");
        }
        assert_eq!(
            site.get(&format!("/cases/{case}/zimni/1"), &moharrar).await.status,
            StatusCode::NOT_FOUND
        );
    }
    let analyst = site.token(Role::Analyst, "en", "").await;
    for tab in TABS {
        let text = site.get(&format!("/cases/{theft}{tab}"), &analyst).await.text();
        assert!(text.contains("1/2026") && !text.contains("فرضی شخص"), "{tab}: {text}");
        assert!(!text.contains("/entry?office="), "{tab} leads to no book that is shut");
    }
    let desk = site.token(Role::FrontDesk, "en", "public_request").await;
    let due = site.get("/deadlines", &desk).await.text();
    assert!(due.contains(&format!("/fir/{theft}")) && !due.contains("/cases/"), "{due}");
    let sho = site.token(Role::Sho, "ur", "duty").await;
    assert!(site.get(&format!("/cases/{rape}/accused"), &sho).await.text().contains("فرضی شخص 90"));
    for role in [Role::FrontDesk, Role::Administrator, Role::Cro] {
        let token = site.token(role, "en", "").await;
        for path in [format!("/cases/{theft}"), "/cases".to_owned(), "/pendency".to_owned()] {
            assert_eq!(site.get(&path, &token).await.status, StatusCode::NOT_FOUND, "{role} {path}");
        }
    }
}

#[tokio::test]
async fn pendency_leads_to_the_cases_it_counts() {
    let site = site().await;
    let case = registered(&site, fir(1, site.now())).await;
    site.node.clock.set(site.now().plus_seconds(40 * 86_400));
    let sho = site.token(Role::Sho, "en", "duty").await;
    let pendency = site.get("/pendency", &sho).await.text();
    let link = "older=31&#38;younger=91";
    assert!(pendency.contains("31–90") && pendency.contains(link), "{pendency}");
    let list = site.get("/cases?stage=open&officer=TRL-io&older=31&younger=91", &sho).await.text();
    assert!(list.contains(&format!("/cases/{case}")) && list.contains("Under investigation"), "{list}");
    let none = site.get("/cases?stage=open&officer=TRL-io&older=91", &sho).await.text();
    assert!(none.contains("No case answers this question."), "{none}");
    let wrong = site.get("/cases?older=many", &sho).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
}
