//! A form that is sent before a purpose is stated loses nothing: it is carried through the question and goes on.

use crate::help::{Answer, Site, site};
use axum::http::StatusCode;
use roznamcha_access::Role;
use roznamcha_trial::{diary_write, fir};

const ID: &str = "5d8f1d0e-36f0-4d3c-8b6e-9a1f6a0e7b21";

fn unescaped(text: &str) -> String {
    let named =
        [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&lt;", "<"), ("&gt;", ">")];
    let text = named.iter().fold(text.to_owned(), |t, (code, letter)| t.replace(code, letter));
    text.replace("&quot;", "\"").replace("&#38;", "&").replace("&amp;", "&")
}

/// Every field of the question's form as a browser would send it: the hidden ones, and the purpose chosen first.
fn fields(asked: &Answer) -> Vec<(String, String)> {
    let text = asked.text();
    let form = text.split("action=\"/purpose\"").nth(1).expect("the question's form");
    let mut fields = Vec::new();
    for hidden in form.split("<input type=\"hidden\" name=\"").skip(1) {
        let (name, rest) = hidden.split_once("\" value=\"").unwrap();
        let value = rest.split('"').next().unwrap();
        fields.push((unescaped(name), unescaped(value)));
    }
    let purpose = form.split("name=\"stated-purpose\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    fields.push(("stated-purpose".to_owned(), purpose.to_owned()));
    fields.push(("stated-case".to_owned(), String::new()));
    fields
}

/// Sends a form, answers the question for a purpose, and lets the form go on as a browser does: the same fields, to
/// where the answer says.
async fn through(site: &Site, token: &str, path: &str, sent: &[(&str, &str)]) -> Answer {
    let asked = site.post(path, token, sent).await;
    assert_eq!(asked.status, StatusCode::FORBIDDEN, "{path}: {}", asked.text());
    let fields = fields(&asked);
    for (name, value) in sent {
        let kept =
            fields.iter().any(|(n, v)| n == name && v.replace("\r\n", "\n") == value.replace("\r\n", "\n"));
        assert!(kept, "{path}: `{name}` is lost in {fields:?}");
    }
    let again: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect();
    let on = site.post("/purpose", token, &again).await;
    assert_eq!(on.status, StatusCode::TEMPORARY_REDIRECT, "the browser sends the same fields again");
    assert_eq!(on.location(), path);
    site.post(path, token, &again).await
}

#[tokio::test]
async fn what_was_typed_comes_back_after_the_purpose_is_stated() {
    let site = site().await;
    let officer = site.node.as_role(Role::Moharrar).await.unwrap();
    site.node.act(&officer, diary_write("گشت")).await.unwrap();
    let key = format!("2/-/{}/2", site.now().day());
    let token = site.token(Role::Moharrar, "ur", "").await;
    let right = "پہرہ \"قول\" <b> & 'x'";
    // A reason is missing: refused, and to show the entry again a purpose is wanted.
    let sent = [
        ("act_id", ID),
        ("key", key.as_str()),
        ("field", "text"),
        ("wrong", "گشت"),
        ("right", right),
        ("reason", ""),
    ];
    let back = through(&site, &token, "/entry/correct", &sent).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = unescaped(&back.text());
    assert!(text.contains(&format!("{right}</textarea>")) && text.contains(ID), "{text}");

    let token = site.token(Role::Moharrar, "en", "").await;
    let remarks = "پہلی سطر\r\nدوسری سطر";
    let sent = [("act_id", ID), ("counted", "no number"), ("remarks", remarks)];
    let back = through(&site, &token, "/diary/close", &sent).await;
    assert_eq!(back.status, StatusCode::UNPROCESSABLE_ENTITY);
    let text = back.text();
    assert!(text.contains("پہلی سطر\nدوسری سطر") && text.contains("value=\"no number\""), "{text}");
}

#[tokio::test]
async fn what_was_asked_is_answered_after_the_purpose_is_stated() {
    let site = site().await;
    let officer = site.node.as_role(Role::Moharrar).await.unwrap();
    let report = site.node.act(&officer, fir(1, site.now()).into()).await.unwrap().act;
    let token = site.token(Role::Moharrar, "en", "").await;
    let found = through(&site, &token, "/search", &[("q", "فرضی شخص 1")]).await;
    assert_eq!(found.status, StatusCode::OK);
    assert!(found.text().contains(&format!("/fir/{report}")), "{}", found.text());
    let nonsense =
        [("stated-purpose", "curiosity"), ("stated-next", "/search"), ("stated-sent", "1"), ("q", "x")];
    assert_eq!(site.post("/purpose", &token, &nonsense).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let away = [("stated-purpose", "duty"), ("stated-next", "//elsewhere.example"), ("stated-sent", "1")];
    assert_eq!(site.post("/purpose", &token, &away).await.location(), "/", "never to another site");
}

/// No form of ours answers a missing purpose with a page that forgets what was sent: each is sent with a field of its
/// own, by every officer who has not said why.
#[tokio::test]
async fn every_form_is_carried() {
    let site = site().await;
    let moharrar = site.node.as_role(Role::Moharrar).await.unwrap();
    let registered = site.node.act(&moharrar, fir(1, site.now()).into()).await.unwrap().act;
    site.node.act(&moharrar, diary_write("گشت")).await.unwrap();
    let day = site.now().day().to_string();
    let entry = format!("2/-/{day}/2");
    let mut paths = ["/diary/open", "/diary/close", "/diary/new", "/diary/print", "/report/noncognizable"]
        .map(str::to_owned)
        .to_vec();
    paths.extend(
        ["/report/refusal", "/custody/lodge", "/custody/release", "/cash", "/search", "/fir/new"]
            .map(str::to_owned),
    );
    paths.extend(
        ["/entry/correct", "/entry/attest", "/entry/print", "/staff/appoint", "/staff/relieve"]
            .map(str::to_owned),
    );
    paths.extend(["/staff/account", "/offices/new", "/offices/load", "/fir/preview"].map(str::to_owned));
    for deed in ["print", "sign", "despatch", "seal", "unseal", "correct", "attest", "expunge"] {
        paths.push(format!("/fir/{registered}/{deed}"));
    }
    let mut met = 0;
    for role in Role::ALL {
        for path in &paths {
            // A session of its own for each: a purpose once stated is not asked again.
            let token = site.token(*role, "en", "").await;
            let sent = [
                ("act_id", ID),
                ("key", entry.as_str()),
                ("office", "TRL-CITY"),
                ("day", day.as_str()),
                ("q", "فرضی سائل"),
                ("text", "لفظ\nلفظ"),
                ("field", "text"),
                ("wrong", "گشت"),
                ("right", "پہرہ"),
            ];
            let answer = site.post(path, &token, &sent).await;
            if !answer.text().contains("stated-purpose") {
                continue;
            }
            met += 1;
            let kept = fields(&answer);
            assert_eq!(answer.hidden("stated-next"), *path, "{role}");
            for (name, value) in sent {
                assert!(
                    kept.contains(&(name.to_owned(), value.to_owned())),
                    "{role} {path}: `{name}` is lost"
                );
            }
        }
    }
    assert!(met > 10, "the question was met {met} times");
}
