//! A running server: health, headers, limits, logs.

use crate::program::{Server, furnish, run};

#[test]
fn it_serves_health_pages_and_api_with_guarding_headers() {
    let dir = tempfile::tempdir().unwrap();
    let server = Server::start(dir.path(), &[]);
    assert_eq!(server.get("/health/live", &[]).1, "live\n");
    let (head, body) = server.get("/health/ready", &[]);
    assert!(head.starts_with("http/1.1 200") && body == "ready\n", "{head}");
    let (head, body) = server.get("/sign-in", &[]);
    assert!(head.starts_with("http/1.1 200") && body.contains("<form"), "{head}");
    for header in [
        "content-security-policy: default-src 'self'",
        "frame-ancestors 'none'",
        "x-content-type-options: nosniff",
        "referrer-policy: no-referrer",
        "cache-control: no-store",
        "x-request-id: ",
    ] {
        assert!(head.contains(header), "{header} in {head}");
    }
    assert!(!head.contains("strict-transport-security"));
    let (head, body) = server.get("/api/v1/openapi.json", &[]);
    assert!(head.starts_with("http/1.1 200") && body.contains("\"openapi\":\"3.1"), "{head}");
}

#[test]
fn errors_without_words_get_them() {
    let dir = tempfile::tempdir().unwrap();
    let server = Server::start(dir.path(), &[("ROZNAMCHA_BODY_BYTES", "4096")]);
    let (head, body) = server.get("/no/such/page", &[]);
    assert!(head.starts_with("http/1.1 404") && head.contains("text/html"), "{head}");
    assert!(body.contains("dir=\"rtl\"") && body.contains("<h1>"), "{body}");
    let (head, body) = server.get("/api/v1/no/such/route", &[]);
    assert!(head.starts_with("http/1.1 404") && head.contains("application/problem+json"), "{head}");
    assert!(body.contains("\"status\":404"), "{body}");
    let (head, body) = server.send("DELETE", "/sign-in", &[], "").unwrap();
    assert!(head.starts_with("http/1.1 405") && head.contains("allow: "), "{head}");
    assert!(body.contains("dir=\"rtl\"") && body.contains("does not take that kind"), "{body}");
    let long = format!("officer={}", "x".repeat(5000));
    let form = [("Content-Type", "application/x-www-form-urlencoded")];
    let (head, _) = server.send("POST", "/sign-in", &form, &long).unwrap();
    assert!(head.starts_with("http/1.1 413") && head.contains("text/html"), "{head}");
    let json = [("Content-Type", "application/json")];
    let (head, _) = server.send("POST", "/api/v1/session", &json, &long).unwrap();
    assert!(head.starts_with("http/1.1 413") && head.contains("problem+json"), "{head}");
    let (head, _) = server.send("POST", "/api/v1/session", &json, "{").unwrap();
    assert!(head.starts_with("http/1.1 4") && head.contains("problem+json"), "{head}");
}

#[test]
fn a_form_of_another_site_is_refused() {
    let dir = tempfile::tempdir().unwrap();
    let server = Server::start(dir.path(), &[("ROZNAMCHA_PUBLIC_URL", "https://records.example")]);
    let form = |more: (&'static str, &'static str)| {
        let headers = [("Content-Type", "application/x-www-form-urlencoded"), more];
        server.send("POST", "/sign-in", &headers, "officer=A&password=b&code=&next=/").unwrap().0
    };
    let foreign = form(("Origin", "https://evil.example"));
    assert!(foreign.starts_with("http/1.1 403") && foreign.contains("text/html"), "{foreign}");
    assert!(form(("Sec-Fetch-Site", "cross-site")).starts_with("http/1.1 403"));
    assert!(form(("Sec-Fetch-Site", "same-origin")).starts_with("http/1.1 401"));
    assert!(form(("Origin", "https://records.example")).starts_with("http/1.1 401"));
}

#[test]
fn too_many_requests_are_told_when_to_come_back_and_health_still_answers() {
    let dir = tempfile::tempdir().unwrap();
    let env = [("ROZNAMCHA_RATE_PER_SECOND", "1"), ("ROZNAMCHA_RATE_BURST", "3")];
    let server = Server::start(dir.path(), &env);
    let heads: Vec<String> = (0..6).map(|_| server.get("/api/v1/openapi.json", &[]).0).collect();
    let refused: Vec<_> = heads.iter().filter(|h| h.starts_with("http/1.1 429")).collect();
    assert!(refused.len() >= 2, "{heads:?}");
    let first = refused[0];
    assert!(first.contains("retry-after: ") && first.contains("problem+json"), "{first}");
    assert!(server.get("/health/live", &[]).0.starts_with("http/1.1 200"));
}

#[test]
fn behind_a_trusted_proxy_each_officer_has_his_own_limit() {
    let dir = tempfile::tempdir().unwrap();
    let env = [
        ("ROZNAMCHA_RATE_PER_SECOND", "1"),
        ("ROZNAMCHA_RATE_BURST", "2"),
        ("ROZNAMCHA_TRUSTED_PROXIES", "127.0.0.1"),
    ];
    let server = Server::start(dir.path(), &env);
    for n in 0..8 {
        let from = format!("192.0.2.{n}");
        let (head, _) = server.get("/api/v1/openapi.json", &[("X-Forwarded-For", &from)]);
        assert!(head.starts_with("http/1.1 200"), "{head}");
    }
}

#[test]
fn metrics_are_for_this_machine_or_for_the_token() {
    let dir = tempfile::tempdir().unwrap();
    let server = Server::start(dir.path(), &[]);
    server.get("/sign-in", &[]);
    let (head, body) = server.get("/metrics", &[]);
    assert!(head.starts_with("http/1.1 200"), "{head}");
    for name in
        ["roznamcha_http_requests_total{", "roznamcha_resident_bytes ", "roznamcha_audit_failures_total 0"]
    {
        assert!(body.contains(name), "{name} in {body}");
    }
    let (head, _) = server.get("/metrics", &[("X-Forwarded-For", "192.0.2.1")]);
    assert!(head.starts_with("http/1.1 404"), "what a proxy passes on is not local: {head}");
    let other = tempfile::tempdir().unwrap();
    let server = Server::start(other.path(), &[("ROZNAMCHA_METRICS_TOKEN", "hush")]);
    let with = |value| server.get("/metrics", &[("Authorization", value)]).0;
    assert!(with("Bearer hush").starts_with("http/1.1 200"));
    assert!(with("Bearer hus").starts_with("http/1.1 404"));
    assert!(server.get("/metrics", &[]).0.starts_with("http/1.1 404"));
}

#[test]
fn logs_hold_no_personal_data() {
    let dir = tempfile::tempdir().unwrap();
    furnish(dir.path());
    let mut server = Server::start(dir.path(), &[("ROZNAMCHA_LOG", "debug")]);
    let form = [("Content-Type", "application/x-www-form-urlencoded"), ("Sec-Fetch-Site", "same-origin")];
    server.send("POST", "/sign-in", &form, "officer=TST-ADMIN&password=Secretword-9&code=&next=/").unwrap();
    let json = [("Content-Type", "application/json"), ("X-Request-Id", "Zarina-Farzi")];
    let body = r#"{"officer":"TST-ADMIN","password":"Secretword-9"}"#;
    server.send("POST", "/api/v1/session", &json, body).unwrap();
    server.get("/search?q=Zarina-Farzi", &[("User-Agent", "Zarina-Farzi")]);
    server.get("/firs/39999-0012345-1", &[]);
    server.get("/api/v1/search?q=Zarina-Farzi", &[("Authorization", "Bearer Zarina-Farzi")]);
    server.signal("-TERM");
    server.ended();
    let log = server.log();
    assert!(log.matches("\"message\":\"request\"").count() >= 5, "{log}");
    for line in log.lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap_or_else(|e| panic!("{e}: {line}"));
    }
    for word in ["Zarina", "Farzi", "Secretword", "TST-ADMIN", "39999"] {
        assert!(!log.contains(word), "`{word}` in {log}");
    }
}

#[test]
fn one_folder_has_one_server() {
    let dir = tempfile::tempdir().unwrap();
    let _server = Server::start(dir.path(), &[]);
    let second = run(dir.path(), &["serve", "--listen", "127.0.0.1:0"]);
    let said = String::from_utf8_lossy(&second.stderr);
    assert!(second.status.code() == Some(2) && said.contains("another server"), "{said}");
}
