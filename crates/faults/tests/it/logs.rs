//! Real requests under load, logged as fully as the server can: no word of a person, of a record or of a secret is in it.

use std::io::{Read as _, Write as _};
use std::net::TcpStream;

use serde_json::json;

use crate::http::Client;
use crate::load::Load;
use crate::server::Server;
use crate::site::{Site, moharrar, new_id, report};

/// Parts of names, addresses, narratives, cards and telephones that the acts of these tests hold.
const PERSONAL: [&str; 9] =
    ["فرضی", "سائل", "موٹر سائیکل", "نمونہ", "%D9%81%D8%B1", "35201", "0300", "03000", "Shakhs-Farzi"];

#[test]
fn logs_under_load_name_no_person_card_or_telephone() {
    let site = Site::new();
    let mut server = Server::start_with(&site.place, &[("ROZNAMCHA_LOG", "trace")]);
    let client = Client::sign_in(server.port, &moharrar());
    let load = Load::start(server.port, 4);
    load.wait_for(40);
    let id = new_id();
    assert_eq!(client.act(&id, &report(7)).unwrap().status, 201);
    for path in [
        format!("/api/v1/firs/{id}"),
        format!("/api/v1/offices/{}/diary/{}", roznamcha_trial::STATION, crate::site::now().day()),
        format!("/api/v1/offices/{}/registers/1", roznamcha_trial::STATION),
        "/api/v1/firs/35201-0000007-1".to_owned(),
        "/search?q=%D9%81%D8%B1%D8%B6%DB%8C".to_owned(),
        "/firs?section=03000000007".to_owned(),
    ] {
        client.get(&path).unwrap();
    }
    for question in ["فرضی شخص 7", "3520100000071", "03000000007"] {
        let found = client.post("/api/v1/search", &json!({"question": question})).unwrap();
        assert!(found.status < 500, "{}", found.text);
    }
    // What is refused, cannot be read, or is wrong in an address names nobody either.
    let mut wrong = report(8);
    wrong["informant"]["cnic"] = json!("35201-9");
    assert_eq!(client.act(&new_id(), &wrong).unwrap().status, 422);
    client.post("/api/v1/acts", &json!({"id": new_id(), "فرضی": "03000000007"})).unwrap();
    client.post("/api/v1/session", &json!({"officer": "Shakhs-Farzi", "password": "Shakhs-Farzi"})).unwrap();
    let token = &client.token;
    for raw in [
        "GET /%D9%81%D8%B1%D8%B6%DB%8C/35201-0000007-1 HTTP/1.1\r\nUser-Agent: Shakhs-Farzi\r\n".to_owned(),
        "GET /sign-in HTTP/1.1\r\nCookie: roznamcha=Shakhs-Farzi\r\nX-Request-Id: 35201\r\n".to_owned(),
        format!("GET /api/v1/home HTTP/1.1\r\nAuthorization: Bearer {token}\r\nX-Purpose: Shakhs-Farzi\r\n"),
    ] {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        stream.write_all(format!("{raw}Host: x\r\nConnection: close\r\n\r\n").as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        assert!(answer.starts_with(b"HTTP/1.1 "));
    }
    let acked = load.stop();
    assert!(server.stop().is_some_and(|s| s.success()), "{}", server.said());
    let log = server.said();
    let requests = log.matches("\"message\":\"request\"").count();
    assert!(requests > acked.len(), "{requests} requests are logged of more than {}", acked.len());
    let log: Vec<String> = log.lines().map(without_own_numbers).collect();
    let line = |word: &str| log.iter().find(|line| line.contains(word)).cloned();
    for word in PERSONAL.into_iter().chain([roznamcha_trial::PASSWORD, token.as_str()]) {
        assert_eq!(line(word), None, "`{word}` is in the log");
    }
}

/// A line without its hour and its request's number: the server makes them, and their digits may be any.
fn without_own_numbers(line: &str) -> String {
    let own =
        |part: &&str| uuid::Uuid::parse_str(part).is_ok() || (part.starts_with("20") && part.ends_with('Z'));
    line.split('"').filter(|part| !own(part)).collect::<Vec<_>>().join("\"")
}
