//! What of a case and of a station can be printed from the pages, by whom.

use axum::http::StatusCode;
use roznamcha_access::Role;
use roznamcha_acts::kinds::FirRegister;
use roznamcha_trial::{STATION, arrest, fir, fir_sensitive, opened_case, statement, zimni};

use crate::help::{Site, closed_site};

async fn case(site: &Site, report: FirRegister) -> String {
    let node = &site.node;
    let case = opened_case(node, report).await.unwrap();
    let io = node.as_role(Role::Io).await.unwrap();
    node.clock.set(node.records.now().plus_seconds(600));
    let now = node.records.now();
    for body in [zimni(&case, now), statement(&case, 7, now), arrest(&case, now)] {
        node.act(&io, body).await.unwrap();
    }
    case
}

/// The addresses that the page's forms print to.
fn prints(page: &str, case: &str) -> Vec<String> {
    let begin = format!("action=\"/cases/{case}/print/");
    page.split(begin.as_str()).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
}

#[tokio::test]
async fn each_document_of_a_case_has_its_button_and_prints() {
    let site = closed_site().await;
    let case = case(&site, fir(1, site.now())).await;
    for lang in ["en", "ur"] {
        let token = site.token(Role::Io, lang, "investigation").await;
        let page = site.get(&format!("/cases/{case}/print"), &token).await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.text());
        let forms = prints(&page.text(), &case);
        for form in ["file", "remand-1", "custody-1", "zimni-1"] {
            assert!(forms.iter().any(|f| f == form), "{form}: {forms:?}");
        }
        assert_eq!(forms.len(), 6, "the four, and the acts of statement and arrest: {forms:?}");
        if !site.has_press() {
            return; // The fonts are not installed here.
        }
        for form in forms {
            let pdf = site.post(&format!("/cases/{case}/print/{form}"), &token, &[("act_id", "")]).await;
            assert_eq!(pdf.status, StatusCode::OK, "{form}: {}", pdf.text());
            assert!(pdf.bytes.starts_with(b"%PDF"), "{form}");
        }
    }
    let clerk = site.token(Role::Moharrar, "en", "duty").await;
    let forms = prints(&site.get(&format!("/cases/{case}/print"), &clerk).await.text(), &case);
    assert!(forms.iter().any(|f| f == "custody-1") && !forms.iter().any(|f| f.starts_with("zimni")));
    let report = site.get(&format!("/fir/{case}"), &clerk).await.text();
    assert!(report.contains(&format!("href=\"/cases/{case}/print\"")), "a link leads here");
    let file = site.get(&format!("/cases/{case}"), &clerk).await.text();
    assert!(file.contains(&format!("href=\"/cases/{case}/print\"")), "from the case file too");
}

#[tokio::test]
async fn who_may_not_print_or_not_see_is_shown_nothing() {
    let site = closed_site().await;
    let open = case(&site, fir(1, site.now())).await;
    for (role, purpose) in [(Role::Auditor, "audit"), (Role::Analyst, ""), (Role::Prison, "")] {
        let token = site.token(role, "en", purpose).await;
        let page = site.get(&format!("/cases/{open}/print"), &token).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND, "{role}: {}", page.text());
        let file = site.get(&format!("/cases/{open}"), &token).await.text();
        assert!(!file.contains("/print\""), "{role} is led to a page that is shut to him");
    }
    let site = closed_site().await;
    let sealed = case(&site, fir_sensitive(77, site.now())).await;
    let clerk = site.token(Role::Moharrar, "en", "duty").await;
    let page = site.get(&format!("/cases/{sealed}/print"), &clerk).await;
    assert_eq!(page.status, StatusCode::NOT_FOUND, "{}", page.text());
    let report = site.get(&format!("/fir/{sealed}"), &clerk).await.text();
    assert!(
        !report.contains(&format!("/cases/{sealed}/print")),
        "nobody is led to a page that is shut to him"
    );
}

#[tokio::test]
async fn the_inspection_report_is_printed_from_the_shelf() {
    let site = closed_site().await;
    case(&site, fir(1, site.now())).await;
    let token = site.token(Role::Sho, "ur", "supervision").await;
    let shelf = site.get(&format!("/registers?office={STATION}"), &token).await;
    let path = format!("/print/{STATION}/inspection");
    assert!(shelf.text().contains(&format!("action=\"{path}\"")), "{}", shelf.text());
    if !site.has_press() {
        return; // The fonts are not installed here.
    }
    let pdf = site.post(&path, &token, &[("act_id", &shelf.hidden("act_id"))]).await;
    assert_eq!(pdf.status, StatusCode::OK, "{}", pdf.text());
    assert!(pdf.bytes.starts_with(b"%PDF"));
    let analyst = site.token(Role::Prison, "ur", "").await;
    let shut = site.post(&path, &analyst, &[("act_id", "")]).await;
    assert_eq!(shut.status, StatusCode::NOT_FOUND, "{}", shut.text());
}
