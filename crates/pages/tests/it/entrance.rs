//! Coming in: sign-in, purpose, language, account, drafts, the public page.

use crate::help::{Site, closed_site, site};
use axum::http::{StatusCode, header};
use roznamcha_access::Role;
use roznamcha_acts::kinds::Body;
use roznamcha_trial::{PASSWORD, fir, officer_of};

const OTHER: &str = "7a1b4b7e-62b5-4b7e-9a55-52f1b1c9a0d3";
const ACT_OF_NOBODY: &str = "00000000-0000-4000-8000-000000000000";
const ID: &str = "3f0c1f5e-9d1b-4d39-8a34-0f4f6b6f0a11";

/// Signs in through the page; gives the token of the cookie.
async fn sign_in(site: &Site, officer: &str, password: &str, next: &str) -> (String, String) {
    let fields = [("officer", officer), ("password", password), ("code", ""), ("next", next)];
    let done = site.post("/sign-in", "", &fields).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.text());
    let cookie = done.headers.get(header::SET_COOKIE).unwrap().to_str().unwrap().to_owned();
    assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict") && cookie.contains("Path=/"));
    let token = cookie.split(['=', ';']).nth(1).unwrap().to_owned();
    (token, done.location().to_owned())
}

#[tokio::test]
async fn an_officer_signs_in_and_comes_where_he_was_going() {
    let site = closed_site().await;
    let away = site.get("/firs?year=2026", "").await;
    assert_eq!(away.location(), "/sign-in?next=/firs%3Fyear%3D2026");
    let sheet = site.get(away.location(), "").await;
    assert_eq!(sheet.hidden("next"), "/firs?year=2026");
    let officer = officer_of(Role::Sho);
    let (token, to) = sign_in(&site, &officer, PASSWORD, "/firs?year=2026").await;
    assert_eq!(to, "/firs?year=2026");
    assert_eq!(site.get("/", &token).await.status, StatusCode::OK);
    let (_, to) = sign_in(&site, &officer, PASSWORD, "//elsewhere.example/").await;
    assert_eq!(to, "/", "never to another site");
    let out = site.post("/sign-out", &token, &[]).await;
    assert_eq!(out.location(), "/sign-in?out=1");
    assert_eq!(site.get("/", &token).await.status, StatusCode::SEE_OTHER, "the session ended at the server");
}

#[tokio::test]
async fn wrong_passwords_lock_the_account_and_say_so() {
    let site = closed_site().await;
    let officer = officer_of(Role::Moharrar);
    let typed = [("officer", officer.as_str()), ("password", "not this one")];
    for _ in 0..4 {
        assert_eq!(site.post("/sign-in", "", &typed).await.status, StatusCode::UNAUTHORIZED);
    }
    let locked = site.post("/sign-in", "", &typed).await;
    assert_eq!(locked.status, StatusCode::TOO_MANY_REQUESTS);
    assert!(!locked.text().contains("not this one"), "a password is never written back");
    let right = [("officer", officer.as_str()), ("password", PASSWORD)];
    assert_eq!(site.post("/sign-in", "", &right).await.status, StatusCode::TOO_MANY_REQUESTS);
}

#[tokio::test]
async fn every_role_has_its_home_in_both_languages() {
    let site = site().await;
    for role in Role::ALL {
        for lang in ["en", "ur"] {
            let token = site.token(*role, lang, "").await;
            let home = site.get("/", &token).await;
            assert_eq!(home.status, StatusCode::OK, "{role}");
            assert!(home.text().contains(&format!("lang=\"{lang}\"")), "{role}");
        }
    }
    let dpo = site.token(Role::Dpo, "en", "").await;
    assert!(site.get("/", &dpo).await.text().contains("/firs?office=TRL-CITY"), "stations of the district");
}

#[tokio::test]
async fn a_purpose_is_asked_once_and_leads_back() {
    let site = site().await;
    let token = site.token(Role::Sho, "en", "").await;
    let asked = site.get("/journal/headers", &token).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN);
    assert!(asked.text().contains("name=\"stated-purpose\""));
    let next = asked.hidden("stated-next");
    let nonsense = [("stated-purpose", "curiosity"), ("stated-next", next.as_str())];
    assert_eq!(site.post("/purpose", &token, &nonsense).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let typed = [("stated-purpose", "supervision"), ("stated-case", ""), ("stated-next", next.as_str())];
    let done = site.post("/purpose", &token, &typed).await;
    assert_eq!(done.location(), "/journal/headers");
    assert_eq!(site.get("/journal/headers", &token).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_path_that_leads_nowhere_says_so() {
    let site = closed_site().await;
    let token = site.token(Role::Sho, "en", "").await;
    for token in ["", token.as_str()] {
        let page = site.get("/no/such/page", token).await;
        assert_eq!(page.status, StatusCode::NOT_FOUND);
        assert!(page.text().contains("<h1>"));
    }
}

#[tokio::test]
async fn the_language_changes_for_the_session() {
    let site = closed_site().await;
    let token = site.token(Role::Sho, "en", "").await;
    let done = site.post("/language", &token, &[("lang", "ur"), ("next", "/account")]).await;
    assert_eq!(done.location(), "/account");
    assert!(site.get("/account", &token).await.text().contains("dir=\"rtl\""));
}

#[tokio::test]
async fn a_password_given_is_changed_before_anything_else() {
    let site = closed_site().await;
    let administrator = site.token(Role::Administrator, "en", "administration").await;
    let sho = officer_of(Role::Sho);
    let made =
        site.post("/staff/account", &administrator, &[("officer", &sho), ("office", "TRL-CITY")]).await;
    assert_eq!(made.status, StatusCode::OK);
    assert_eq!(made.headers.get(header::CACHE_CONTROL).unwrap(), "no-store");
    let text = made.text();
    let given = text.split("<code class=\"hash\">").nth(1).unwrap().split('<').next().unwrap();
    let (token, to) = sign_in(&site, &sho, given, "/firs").await;
    assert_eq!(to, "/account");
    for path in ["/", "/firs", "/drafts", "/journal"] {
        assert_eq!(site.get(path, &token).await.location(), "/account", "{path}");
    }
    let new = "Deodar-shade-82";
    let differs = [("old", given), ("new", new), ("repeat", "Deodar-shade-83")];
    assert_eq!(
        site.post("/account/password", &token, &differs).await.status,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let weak = [("old", given), ("new", "short"), ("repeat", "short")];
    assert_eq!(site.post("/account/password", &token, &weak).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let wrong = [("old", "wrong"), ("new", new), ("repeat", new)];
    assert_eq!(site.post("/account/password", &token, &wrong).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let right = [("old", given), ("new", new), ("repeat", new)];
    assert_eq!(site.post("/account/password", &token, &right).await.status, StatusCode::SEE_OTHER);
    assert_eq!(site.get("/", &token).await.status, StatusCode::OK);
    sign_in(&site, &sho, new, "/").await;
}

#[tokio::test]
async fn the_second_step_is_set_up_with_a_picture() {
    let site = closed_site().await;
    let token = site.token(Role::Sho, "en", "").await;
    for wrong in ["", "guessed"] {
        let refused = site.post("/account/second", &token, &[("password", wrong)]).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "a session alone is not enough");
        assert!(!refused.text().contains("otpauth") && refused.text().contains("href=\"#password\""));
    }
    let begun = site.post("/account/second", &token, &[("password", PASSWORD)]).await;
    let uri = begun.hidden("uri").replace("&#38;", "&").replace("&amp;", "&");
    assert!(begun.text().contains("<svg") && uri.starts_with("otpauth://totp/"), "{uri}");
    let wrong = [("code", "000000"), ("uri", uri.as_str())];
    let again = site.post("/account/second/code", &token, &wrong).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(again.hidden("uri"), begun.hidden("uri"), "the same secret is shown again");
}

#[tokio::test]
async fn what_is_typed_is_kept_until_it_is_written() {
    let site = site().await;
    let token = site.token(Role::Moharrar, "en", "duty").await;
    assert_eq!(site.get("/drafts/fir-new", &token).await.status, StatusCode::NO_CONTENT);
    let body = format!("{{\"act_id\":\"{ID}\",\"fields\":[[\"narrative\",\"فرضی\"]]}}");
    assert_eq!(site.json("/drafts/fir-new", &token, &body).await.status, StatusCode::NO_CONTENT);
    let kept = site.get("/drafts/fir-new", &token).await;
    assert_eq!((kept.status, kept.text()), (StatusCode::OK, body.clone()), "whole, as it came");
    assert!(site.get("/drafts", &token).await.text().contains(ID));
    assert!(site.get("/", &token).await.text().contains("/fir/new"));

    let other = site.token(Role::DutyOfficer, "en", "duty").await;
    assert_eq!(site.get("/drafts/fir-new", &other).await.status, StatusCode::NO_CONTENT, "one's own only");
    assert_eq!(site.json("/drafts/fir-new", "", &body).await.status, StatusCode::UNAUTHORIZED, "no redirect");
    assert_eq!(site.json("/drafts/nonsense", &token, &body).await.status, StatusCode::NOT_FOUND);

    // A second form of the kind is begun: both are offered, each can be gone on with.
    let second = body.replace(ID, OTHER).replace("فرضی", "فرضی دوسرا سائل");
    site.node.clock.set(site.now().plus_seconds(60));
    assert_eq!(site.json("/drafts/fir-new", &token, &second).await.status, StatusCode::NO_CONTENT);
    let offered: serde_json::Value =
        serde_json::from_slice(&site.get("/drafts/fir-new", &token).await.bytes).unwrap();
    let ids: Vec<&str> =
        offered["drafts"].as_array().unwrap().iter().map(|d| d["id"].as_str().unwrap()).collect();
    assert_eq!(ids, [OTHER, ID], "newest first");
    assert_eq!(offered["drafts"][0]["gist"], "فرضی دوسرا سائل");
    for (id, kept) in [(ID, &body), (OTHER, &second)] {
        assert_eq!(site.get(&format!("/drafts/fir-new?draft={id}"), &token).await.text(), *kept);
        assert!(site.get("/drafts", &token).await.text().contains(&format!("/fir/new?draft={id}")));
    }
    for none in ["new", ACT_OF_NOBODY] {
        let path = format!("/drafts/fir-new?draft={none}");
        assert_eq!(site.get(&path, &token).await.status, StatusCode::NO_CONTENT, "{none}");
    }
    site.post("/drafts/discard", &token, &[("id", OTHER)]).await;

    let discarded = site.post("/drafts/discard", &token, &[("id", ID)]).await;
    assert_eq!(discarded.location(), "/drafts");
    assert_eq!(site.get("/drafts/fir-new", &token).await.status, StatusCode::NO_CONTENT);

    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    let written = site.node.act(&moharrar, Body::FirRegister(fir(1, site.now()))).await.unwrap().act;
    let late = format!("{{\"act_id\":\"{written}\",\"fields\":[]}}");
    assert_eq!(site.json("/drafts/fir-new", &token, &late).await.status, StatusCode::GONE);
}

#[tokio::test]
async fn a_stranger_learns_whether_paper_agrees_and_no_more() {
    let site = site().await;
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    let receipt = site.node.act(&moharrar, Body::FirRegister(fir(1, site.now()))).await.unwrap();
    let good = site.get(&format!("/verify?act={}&hash={}&lang=en", receipt.act, receipt.leaf), "").await;
    assert!(good.text().contains("notice-good"), "{}", good.text());
    assert!(!good.text().contains("فرضی سائل"));
    let forged = site.get(&format!("/verify?act={}&hash={}", receipt.act, "0".repeat(64)), "").await;
    assert!(forged.text().contains("notice-alert"));
    assert!(!forged.text().contains("facts"), "a hash that does not agree learns nothing but that");
    let unknown = site.get(&format!("/verify?act={ID}&hash=x"), "").await;
    assert!(unknown.text().contains("notice-wait"));
    assert_eq!(site.get("/verify", "").await.status, StatusCode::OK);
}
