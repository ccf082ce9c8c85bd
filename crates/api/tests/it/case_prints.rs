//! The forms of a case by the API: filled from the books, counted, given to nobody who may not see what stands on them.

use axum::http::StatusCode;
use roznamcha_access::Role;
use roznamcha_acts::kinds::FirRegister;
use roznamcha_trial::{
    STATION, arrest, article, fir, fir_sensitive, nominate, officer_of, opened_case, statement, zimni,
};
use serde_json::json;

use crate::help::{Answer, Site, site};
use crate::prints::{count, unpacked};

/// A case with an arrest, a statement, two case diaries and an article; the arrest's act.
async fn case(site: &Site, report: FirRegister) -> (String, String) {
    let node = &site.node;
    let case = opened_case(node, report).await.unwrap();
    let io = node.as_role(Role::Io).await.unwrap();
    node.clock.set(node.records.now().plus_seconds(600));
    let now = node.records.now();
    for body in [zimni(&case, now), statement(&case, 7, now), nominate(&case, 91).into(), zimni(&case, now)] {
        node.act(&io, body).await.unwrap();
    }
    let arrested = node.act(&io, arrest(&case, now)).await.unwrap().act;
    let moharrar = node.as_role(Role::Moharrar).await.unwrap();
    node.act(&moharrar, article(&case)).await.unwrap();
    (case, arrested)
}

async fn print(site: &Site, role: Role, purpose: &str, case: &str, form: &str) -> Answer {
    let token = site.node.token(&officer_of(role)).await.unwrap();
    let body = json!({"id": site.node.id().to_string(), "form": form});
    site.send(&format!("/cases/{case}/prints"), &token, purpose, &body).await
}

#[tokio::test]
async fn the_forms_of_a_case_are_filled_printed_and_counted() {
    let site = site().await;
    let (case, arrested) = case(&site, fir(1, site.node.records.now())).await;
    let forms = [
        (arrested.as_str(), "فرضی شخص 90"),
        ("remand-1", "25.56(1)"),
        ("custody-1", "فرضی شخص 90"),
        ("zimni-2", "فرضی ضمنی"),
    ];
    for (form, holds) in forms {
        let pdf = print(&site, Role::Io, "investigation", &case, form).await;
        assert_eq!(pdf.status, StatusCode::OK, "{form}: {}", pdf.text);
        assert!(pdf.bytes.starts_with(b"%PDF") && count(&pdf) == "1", "{form}");
        let text = unpacked(&pdf.bytes);
        assert!(text.contains(holds), "{form}");
        assert!(text.contains("http://node.example/verify?act="), "{form}");
        assert_eq!(
            count(&print(&site, Role::Io, "investigation", &case, form).await),
            "2",
            "{form}: a reprint"
        );
    }
    let token = site.node.token(&officer_of(Role::Io)).await.unwrap();
    let path = format!("/cases/{case}/prints");
    let body = json!({"id": site.node.id().to_string(), "form": "zimni-1"});
    for _ in 0..2 {
        let same = site.send(&path, &token, "investigation", &body).await;
        assert_eq!(count(&same), "1", "the same id, the same print");
    }
    let bare = site.send(&path, &token, "", &body).await;
    assert_eq!(bare.status, StatusCode::FORBIDDEN, "a purpose is needed: {}", bare.text);
    let stamped = site.send(&path, &token, "investigation", &body).await;
    let text = unpacked(&stamped.bytes);
    let (_, rest) = text.split_once("/verify?act=").unwrap();
    let query: String = rest.chars().take_while(|c| *c != '"').collect();
    let checked = site.get(&format!("/verify?act={query}"), "", "").await;
    assert_eq!(checked.json()["agrees"], true, "{}", checked.text);
}

#[tokio::test]
async fn what_the_case_does_not_have_is_not_found_and_counts_nothing() {
    let site = site().await;
    let (case, _) = case(&site, fir(1, site.node.records.now())).await;
    let head = site.node.store.head(STATION).await.unwrap().unwrap().seq;
    for form in ["remand-0", "remand-9", "custody-x", "zimni-0", "zimni-3", "nothing", case.as_str()] {
        let answer = print(&site, Role::Io, "investigation", &case, form).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{form}: {}", answer.text);
    }
    assert_eq!(site.node.store.head(STATION).await.unwrap().unwrap().seq, head, "nothing was counted");
}

#[tokio::test]
async fn each_is_given_only_what_he_may_see_and_may_print() {
    let site = site().await;
    let (case, arrested) = case(&site, fir(1, site.node.records.now())).await;
    for (role, purpose, memo, diary) in [
        (Role::Io, "investigation", true, true),
        (Role::Sho, "supervision", true, true),
        (Role::Dpo, "supervision", true, true),
        // The clerk keeps the papers; the case diaries are not his to read.
        (Role::Moharrar, "duty", true, false),
        // They read, and print nothing of the station's.
        (Role::Prosecutor, "investigation", false, false),
        (Role::Auditor, "audit", false, false),
        (Role::Analyst, "", false, false),
        (Role::Prison, "duty", false, false),
    ] {
        for (form, may) in [(arrested.as_str(), memo), ("zimni-1", diary)] {
            let answer = print(&site, role, purpose, &case, form).await;
            let given = answer.status == StatusCode::OK;
            assert_eq!(given, may, "{role} {form}: {} {}", answer.status, answer.text);
        }
    }
}

#[tokio::test]
async fn the_forms_of_a_sealed_case_name_nobody_to_those_who_need_not_know() {
    let site = site().await;
    let (case, arrested) = case(&site, fir_sensitive(77, site.node.records.now())).await;
    let mut named = Vec::new();
    for role in Role::ALL {
        let Ok(token) = site.node.token(&officer_of(*role)).await else { continue };
        for purpose in ["", "duty", "investigation", "supervision", "court_order", "audit"] {
            for form in [arrested.as_str(), "remand-1", "custody-1", "zimni-1", "file"] {
                let body = json!({"id": site.node.id().to_string(), "form": form});
                let answer = site.send(&format!("/cases/{case}/prints"), &token, purpose, &body).await;
                assert!(answer.status != StatusCode::INTERNAL_SERVER_ERROR, "{}", answer.text);
                let text = format!("{}{}", unpacked(&answer.bytes), answer.text);
                if ["فرضی شخص 77", "فرضی شخص 90", "35201-0000077-1"].iter().any(|n| text.contains(n))
                {
                    named.push(*role);
                }
            }
        }
    }
    named.dedup();
    assert_eq!(named, [Role::Io, Role::Sho, Role::Sdpo, Role::Dpo], "whom the forms of the sealed case name");
}

#[tokio::test]
async fn the_whole_file_is_one_document_of_what_the_reader_may_see() {
    let site = site().await;
    let (case, _) = case(&site, fir(1, site.node.records.now())).await;
    for (role, purpose, diaries) in [(Role::Io, "investigation", true), (Role::Moharrar, "duty", false)] {
        let pdf = print(&site, role, purpose, &case, "file").await;
        assert_eq!(pdf.status, StatusCode::OK, "{role}: {}", pdf.text);
        assert_eq!(count(&pdf), if diaries { "1" } else { "2" });
        let text = unpacked(&pdf.bytes);
        for held in ["فرضی شخص 90", "فرضی بیان نمبر 7", "فرضی موٹر سائیکل"] {
            assert!(text.contains(held), "{role}: {held}");
        }
        assert_eq!(text.contains("فرضی ضمنی"), diaries, "{role}: what the case diaries say");
    }
    for (role, purpose) in [(Role::Prosecutor, "investigation"), (Role::Analyst, ""), (Role::Prison, "duty")]
    {
        let shut = print(&site, role, purpose, &case, "file").await;
        assert_eq!(shut.status, StatusCode::NOT_FOUND, "{role}: {}", shut.text);
    }
}

#[tokio::test]
async fn the_forms_of_a_station_are_filled_from_its_books() {
    let site = site().await;
    let (_, arrested) = case(&site, fir(1, site.node.records.now())).await;
    let node = &site.node;
    let token = node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let road = json!({"kind": "road.issue", "to": "court", "addressee": "فرضی عدالت", "carrier": "TRL-io",
        "items": ["19/-/2026/1"], "seals": "none",
        "left": node.records.now()});
    let act = json!({"id": node.id().to_string(), "body": road});
    let issued = site.post("/acts", &token, &act).await;
    assert_eq!(issued.status, StatusCode::CREATED, "{}", issued.text);
    let issued = issued.json()["act"].as_str().unwrap().to_owned();
    let path = format!("/offices/{STATION}/prints");
    for (form, holds) in [(issued.as_str(), "فرضی موٹر سائیکل"), ("inspection", "Inspection report")]
    {
        for count_now in ["1", "2"] {
            let body = json!({"id": node.id().to_string(), "form": form});
            let pdf = site.send(&path, &token, "duty", &body).await;
            assert_eq!(pdf.status, StatusCode::OK, "{form}: {}", pdf.text);
            assert_eq!(count(&pdf), count_now, "{form}");
            let text = unpacked(&pdf.bytes);
            assert!(text.contains(holds), "{form}");
            assert!(
                form == "inspection" || text.contains("XXI 1/2026"),
                "{form}: its number in its own register"
            );
        }
    }
    let body = json!({"id": node.id().to_string(), "form": arrested});
    let other = site.send(&path, &token, "duty", &body).await;
    assert_eq!(other.status, StatusCode::NOT_FOUND, "an arrest is no form of the station: {}", other.text);
}

#[tokio::test]
async fn a_child_named_in_a_case_shuts_its_papers_to_those_who_need_not_know() {
    let site = site().await;
    let (case, arrested) = case(&site, fir(1, site.node.records.now())).await;
    let before = print(&site, Role::Moharrar, "duty", &case, "file").await;
    assert_eq!(before.status, StatusCode::OK, "{}", before.text);
    let mut child = nominate(&case, 92);
    child.person.age = Some(14);
    let io = site.node.as_role(Role::Io).await.unwrap();
    site.node.act(&io, child.into()).await.unwrap();
    for form in ["file", "custody-1", arrested.as_str()] {
        let shut = print(&site, Role::Moharrar, "duty", &case, form).await;
        assert_eq!(shut.status, StatusCode::NOT_FOUND, "{form}: {}", shut.text);
        let kept = print(&site, Role::Io, "investigation", &case, form).await;
        assert_eq!(kept.status, StatusCode::OK, "{form}: {}", kept.text);
    }
}
