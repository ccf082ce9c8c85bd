//! Bad input: a clear problem, nothing written, nothing leaked, never a 5xx.

use axum::http::{Method, StatusCode};
use roznamcha_access::Role;
use roznamcha_trial::{STATION, officer_of};
use serde_json::json;

use crate::help::{Call, site};

#[tokio::test]
async fn what_cannot_be_read_is_a_problem_of_the_one_shape() {
    let site = site().await;
    let token = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let size = site.node.store.head(STATION).await.unwrap().unwrap().seq;
    let id = site.node.id().to_string();
    let deep = format!("{}{}", "[".repeat(5000), "]".repeat(5000));
    let bodies: Vec<Vec<u8>> = vec![
        b"not json".to_vec(),
        b"".to_vec(),
        b"[]".to_vec(),
        b"null".to_vec(),
        b"{\"id\": 7}".to_vec(),
        b"\xff\xfe".to_vec(),
        deep.into_bytes(),
        json!({"id": "x", "body": {}}).to_string().into_bytes(),
        json!({"id": id, "body": {"kind": "no.such"}}).to_string().into_bytes(),
        json!({"id": id, "body": {"kind": "diary.write", "subject": "misc", "text": 7}})
            .to_string()
            .into_bytes(),
        json!({"id": id, "body": {"kind": "diary.open", "day": "2026-02-31"}}).to_string().into_bytes(),
        json!({"id": id, "office": "NO-SUCH", "body": {"kind": "diary.open", "day": "2026-01-05"}})
            .to_string()
            .into_bytes(),
        json!({"id": id, "happened": "yesterday", "body": {"kind": "diary.open", "day": "2026-01-05"}})
            .to_string()
            .into_bytes(),
        json!({"id": id, "surprise": 1, "body": {"kind": "diary.open", "day": "2026-01-05"}})
            .to_string()
            .into_bytes(),
        json!({"id": id, "body": {"kind": "document.print", "form": "fir", "of": "x", "copy": "station"}})
            .to_string()
            .into_bytes(),
    ];
    for body in bodies {
        let shown = String::from_utf8_lossy(&body).chars().take(80).collect::<String>();
        let call = Call {
            method: Method::POST,
            path: "/acts",
            token: Some(&token),
            purpose: None,
            body: Some(body),
        };
        let answer = site.call(call).await;
        assert!(answer.status.is_client_error(), "{shown}: {}", answer.status);
        let problem = answer.json();
        assert!(
            problem["title"].is_string() && problem["status"] == answer.status.as_u16(),
            "{shown}: {}",
            answer.text
        );
        for leak in ["src/", "panicked", "SELECT", "rusqlite", "serde"] {
            assert!(!answer.text.contains(leak), "{shown} leaks `{leak}`: {}", answer.text);
        }
    }
    assert_eq!(site.node.store.head(STATION).await.unwrap().unwrap().seq, size, "nothing was written");
}

#[tokio::test]
async fn odd_paths_and_parameters_are_client_errors() {
    let site = site().await;
    let token = site.node.token(&officer_of(Role::Dpo)).await.unwrap();
    for path in [
        "/firs?year=soon",
        "/firs?after=nonsense",
        "/firs?limit=-1",
        "/firs/not-an-id",
        "/firs/%00",
        "/offices/NO-SUCH/diary/2026-01-05",
        &format!("/offices/{STATION}/diary/2026-13-01"),
        &format!("/offices/{STATION}/registers/%F0%9F%98%80"),
        &format!("/offices/{STATION}/entries/1/-/2026/99999999999999999999999"),
        &format!("/offices/{STATION}/journal/0/proof"),
        &format!("/offices/{STATION}/journal/18446744073709551615/proof"),
        &format!("/offices/{STATION}/journal/growth?from=9&to=3"),
        "/no/such/route",
    ] {
        let answer = site.get(path, &token, "supervision").await;
        let fine = answer.status.is_client_error() || answer.status == StatusCode::OK;
        assert!(fine, "{path}: {} {}", answer.status, answer.text);
    }
}

#[tokio::test]
async fn another_officers_session_draft_and_record_are_not_found() {
    let site = site().await;
    let mine = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let theirs = site.node.token("TRL-moharrar-2").await.unwrap();
    let id = site.node.id().to_string();
    let body = Some(json!({"form": "diary.write", "body": {"text": "x"}}).to_string().into_bytes());
    let path = format!("/drafts/{id}");
    let put = Call { method: Method::PUT, path: &path, token: Some(&mine), purpose: None, body };
    assert_eq!(site.call(put).await.status, StatusCode::NO_CONTENT);
    assert_eq!(site.get(&path, &mine, "").await.status, StatusCode::OK);
    assert_eq!(site.get(&path, &theirs, "").await.status, StatusCode::NOT_FOUND);
    let diary = format!("/offices/{STATION}/diary/2026-01-05");
    assert_eq!(site.get(&diary, &theirs, "duty").await.status, StatusCode::NOT_FOUND);
}

/// What is sent, how it is refused, and the field that is named.
type Unread = (&'static str, &'static str, StatusCode, Option<(&'static str, &'static str)>);

const UNREAD: [Unread; 9] = [
    ("POST /acts", "{\n  \"id\": x}", StatusCode::BAD_REQUEST, None),
    ("POST /acts", "{\"id\": \"", StatusCode::BAD_REQUEST, None),
    ("POST /acts", "{\"id\":\n 7}", StatusCode::UNPROCESSABLE_ENTITY, Some(("id", "unreadable-type"))),
    ("POST /acts", "{\"body\":\n {}}", StatusCode::UNPROCESSABLE_ENTITY, Some(("id", "unreadable-missing"))),
    (
        "POST /acts",
        "{\"id\": \"x\",\n\"surprise\": 1}",
        StatusCode::UNPROCESSABLE_ENTITY,
        Some(("surprise", "unreadable-unknown")),
    ),
    ("POST /session", "[]", StatusCode::UNPROCESSABLE_ENTITY, None),
    ("GET /firs?year=soon", "", StatusCode::BAD_REQUEST, Some(("year", "unreadable-parameter"))),
    (
        "GET /offices/TRL-CITY/entries/1/-/2026/many",
        "",
        StatusCode::BAD_REQUEST,
        Some(("", "unreadable-parameter")),
    ),
    ("GET /verify", "", StatusCode::BAD_REQUEST, Some(("act", "unreadable-missing"))),
];

#[tokio::test]
async fn what_cannot_be_read_is_said_in_the_clients_language_with_its_place() {
    let site = site().await;
    let token = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let ask = async |lang: &str, line: &str, kind: &str, body: &str| {
        let (method, path) = line.split_once(' ').unwrap();
        let request = axum::http::Request::builder()
            .method(method)
            .uri(path)
            .header("accept-language", lang)
            .header("content-type", kind)
            .header("authorization", format!("Bearer {token}"));
        site.raw(request.body(axum::body::Body::from(body.to_owned())).unwrap()).await
    };
    for (line, body, status, field) in UNREAD {
        let english = ask("en", line, "application/json", body).await;
        let urdu = ask("ur", line, "application/json", body).await;
        assert_eq!((english.status, urdu.status), (status, status), "{line} {body}: {}", english.text);
        let (en, ur) = (english.json(), urdu.json());
        assert_eq!(en["code"], "unreadable", "{}", english.text);
        assert_eq!(en["title"], "The request cannot be read");
        assert_eq!(ur["title"], "درخواست پڑھی نہیں جا سکی");
        for (said, next) in [(&en, "again"), (&ur, "دوبارہ")] {
            let text = said.to_string();
            assert!(text.contains(next) || text.contains("whole") || text.contains("پورا"), "{text}");
            // The words of parsers: nobody but a programmer reads them.
            for parser in ["expected", "invalid", "deserialize", "EOF", "serde", "ParseInt"] {
                assert!(!text.contains(parser), "{text}");
            }
        }
        if let Some((name, code)) = field {
            for problem in [&en, &ur] {
                assert_eq!(problem["faults"][0]["code"], code, "{problem}");
                assert_eq!(problem["faults"][0]["field"], name, "{problem}");
            }
            assert_ne!(en["faults"][0]["text"], ur["faults"][0]["text"]);
        }
        if body.contains('\n') {
            let place = en["detail"].as_str().unwrap();
            assert!(place.contains("line 2"), "{place}");
        }
    }
    let kind = ask("ur", "POST /acts", "text/plain", "{}").await;
    assert_eq!(kind.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
    assert!(kind.text.contains("application/json") && kind.text.contains("متن"), "{}", kind.text);
    let act = json!({"id": site.node.id().to_string(), "body": {"kind": "diary.write", "subject": "misc"}});
    let lacking = site.post("/acts", &token, &act).await;
    assert_eq!(lacking.json()["faults"][0]["field"], "body.text", "{}", lacking.text);
    let act = json!({"id": site.node.id().to_string(), "body": {"kind": "no.such"}});
    let unknown = site.post("/acts", &token, &act).await;
    assert_eq!(unknown.json()["faults"][0]["field"], "body.kind", "{}", unknown.text);
}

/// Characters that hide, turn or end what is written, and how each is refused.
const HARMFUL: [(&str, &str); 8] = [
    ("a\u{0000}b", "fault-control-character"),
    ("a\u{001B}[2Jb", "fault-control-character"),
    ("a\u{0085}b", "fault-control-character"),
    ("a\u{202E}b", "fault-hidden-direction"),
    ("a\u{2066}b", "fault-hidden-direction"),
    ("a\u{200B}b", "fault-hidden-character"),
    ("a\u{FEFF}b", "fault-hidden-character"),
    ("p\u{0430}ypal", "fault-mixed-alphabets"),
];

#[tokio::test]
async fn harmful_text_is_refused_in_every_field_of_an_act_and_nothing_is_written() {
    let site = site().await;
    site.node.open_day().await.unwrap();
    let token = site.node.token(&officer_of(Role::Moharrar)).await.unwrap();
    let head = site.node.store.head(STATION).await.unwrap().unwrap().seq;
    let now = site.node.records.now();
    let mut report = serde_json::to_value(roznamcha_trial::fir(3, now)).unwrap();
    report["kind"] = json!("fir.register");
    let diary = json!({"kind": "diary.write", "subject": "misc", "text": ""});
    let plain = json!({"kind": "report.noncognizable", "informant": {"name": "فرضی سائل"},
        "substance": "گالم گلوچ", "sections": ["PPC-504"], "place": "", "magistrate": "م"});
    let fields = [
        (&report, "/narrative"),
        (&report, "/brief"),
        (&report, "/informant/name"),
        (&report, "/informant/address"),
        (&report, "/place/text"),
        (&diary, "/text"),
        (&plain, "/substance"),
        (&plain, "/informant/name"),
        (&plain, "/place"),
        (&plain, "/magistrate"),
    ];
    for (body, field) in fields {
        for (text, code) in HARMFUL {
            let mut body = body.clone();
            *body.pointer_mut(field).unwrap() = json!(text);
            let act = json!({"id": site.node.id().to_string(), "body": body});
            let answer = site.post("/acts", &token, &act).await;
            assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{field} {text:?}: {}", answer.text);
            let problem = answer.json();
            let faults = problem["faults"].as_array().unwrap();
            let name = field.trim_start_matches('/').replace('/', ".");
            let found = faults.iter().any(|f| f["code"] == code && f["field"] == name.as_str());
            assert!(found, "{field} {text:?} {code}: {}", answer.text);
        }
    }
    assert_eq!(site.node.store.head(STATION).await.unwrap().unwrap().seq, head, "nothing was written");
}
