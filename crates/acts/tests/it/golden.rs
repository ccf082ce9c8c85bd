//! The written shape of every kind. A change here is a change of format: give the kind a new version, keep reading
//! the old one, and put the old sample into `tests/it/old`.

use roznamcha_acts::kinds::KINDS;
use roznamcha_acts::{Act, ActId, Body};
use serde_json::Value;
use std::path::Path;

use crate::bench::moment;
use crate::samples::all;

fn act(body: Body) -> Act {
    Act {
        id: ActId(uuid::Uuid::from_u128(1)),
        office: "ps-test".to_owned(),
        officer: "moharrar-1".to_owned(),
        rank: "head_constable".to_owned(),
        happened: moment("2026-01-05T08:00:00+05:00"),
        informed: Some(moment("2026-01-05T08:05:00+05:00")),
        stated: moment("2026-01-05T08:10:00.500+05:00"),
        basis: vec!["PPR-22.49".to_owned()],
        body,
    }
}

#[test]
fn every_kind_is_written_so() {
    let kinds: Vec<&str> = all().iter().map(Body::kind).collect();
    assert_eq!(kinds, KINDS, "one sample of each kind, in their order");
    for body in all() {
        let kind = body.kind();
        insta::assert_json_snapshot!(kind, act(body));
    }
}

fn samples(dir: &str, skip_head: bool) -> Vec<(String, String)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it").join(dir);
    let files = std::fs::read_dir(dir).unwrap().map(|f| f.unwrap().path());
    files
        .filter(|path| path.extension().is_some_and(|e| e == "json" || e == "snap"))
        .map(|path| {
            let text = std::fs::read_to_string(&path).unwrap();
            let body = if skip_head { text.splitn(3, "---\n").last().unwrap().to_owned() } else { text };
            (path.display().to_string(), body)
        })
        .collect()
}

/// What was written once is read for ever.
#[test]
fn old_samples_read() {
    let (mut kept, old) = (samples("snapshots", true), samples("old", false));
    assert!(kept.len() >= KINDS.len(), "{}", kept.len());
    let mut kinds: Vec<String> = old.iter().map(|(_, t)| kind_of(t)).collect();
    kinds.sort();
    kinds.dedup();
    assert_eq!(kinds.len(), KINDS.len(), "the least form of each kind");
    kept.extend(old);
    for (name, text) in kept {
        let act: Act = serde_json::from_str(&text).unwrap_or_else(|why| panic!("{name}: {why}"));
        let again: Act = serde_json::from_slice(&serde_json::to_vec(&act).unwrap()).unwrap();
        assert_eq!(act, again, "{name}");
    }
}

fn kind_of(text: &str) -> String {
    let value: Value = serde_json::from_str(text).unwrap();
    value["body"]["kind"].as_str().unwrap().to_owned()
}

/// Every object inside a value, by pointer.
fn objects(value: &Value, at: &str, out: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            out.push(at.to_owned());
            map.iter().for_each(|(k, v)| objects(v, &format!("{at}/{k}"), out));
        }
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(i, v)| objects(v, &format!("{at}/{i}"), out))
        }
        _ => {}
    }
}

#[test]
fn a_field_nobody_knows_is_refused_at_every_depth() {
    let mut tried = 0;
    for body in all() {
        let value = serde_json::to_value(act(body)).unwrap();
        let mut places = Vec::new();
        objects(&value, "", &mut places);
        // These four are lists of the sender's own keys.
        let lists = ["/body/rest", "/body/reasons", "/body/offices", "/body/cells"];
        places.retain(|p| !lists.contains(&p.as_str()));
        for place in places {
            let mut odd = value.clone();
            let object = odd.pointer_mut(&place).and_then(Value::as_object_mut).unwrap();
            object.insert("caste".to_owned(), Value::from("x"));
            let read = serde_json::from_value::<Act>(odd.clone());
            assert!(read.is_err(), "{} {place}", value["body"]["kind"]);
            assert!(serde_json::from_str::<Act>(&odd.to_string()).is_err());
            tried += 1;
        }
    }
    assert!(tried > 40, "{tried}");
}

#[test]
fn a_kind_nobody_knows_and_a_field_told_twice_are_refused() {
    let text = serde_json::to_string(&Body::from(crate::samples::diary_write())).unwrap();
    let read = |text: &str| serde_json::from_str::<Body>(text);
    assert!(read(&text).is_ok());
    assert!(read(&text.replace("diary.write", "diary.erase")).is_err());
    assert!(read(&text.replacen('{', "{\"kind\":\"diary.write\",", 1)).is_err());
    assert!(read(&text.replacen('{', "{\"text\":\"first\",", 1)).is_err());
    assert!(read("{}").is_err() && read("[]").is_err() && read("null").is_err());
}
