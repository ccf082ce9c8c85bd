//! Bytes changed in the database behind the server's back.

use roznamcha_store::{DriftKind, FixedClock, Store};
use roznamcha_trial::{Node, STATION};
use rusqlite::Connection;
use std::sync::Arc;

use crate::http::Client;
use crate::program::Place;
use crate::server::Server;
use crate::site::{Site, entry, moharrar, new_id, now, report};

/// What is kept of each act, by table.
const COLUMNS: [(&str, &str); 4] =
    [("journal", "header"), ("journal", "leaf"), ("content", "bytes"), ("content", "salt")];
/// Where in the bytes, in parts of 8.
const PARTS: [usize; 3] = [0, 3, 7];

fn filled() -> Site {
    let site = Site::new();
    let mut server = Server::start(&site.place);
    let client = Client::sign_in(server.port, &moharrar());
    for n in 0..4 {
        assert_eq!(client.act(&new_id(), &entry("گشت")).unwrap().status, 201);
        assert_eq!(client.act(&new_id(), &report(n)).unwrap().status, 201);
    }
    assert!(server.stop().is_some_and(|s| s.success()));
    site
}

fn flip(conn: &Connection, table: &str, column: &str, condition: &str, part: usize) {
    let read = format!("SELECT {column} FROM {table} WHERE {condition}");
    let mut bytes: Vec<u8> = conn.query_row(&read, [], |row| row.get(0)).unwrap();
    let at = bytes.len() * part / 8;
    bytes[at] ^= 1;
    let write = format!("UPDATE {table} SET {column} = ?1 WHERE {condition}");
    assert_eq!(conn.execute(&write, [bytes]).unwrap(), 1);
}

fn by_hand(place: &Place) -> Connection {
    let conn = Connection::open(place.path()).unwrap();
    conn.pragma_update(None, "foreign_keys", "OFF").unwrap();
    conn
}

#[test]
fn a_flipped_byte_of_any_act_is_found_and_the_act_named() {
    let site = filled();
    let conn = by_hand(&site.place);
    let store = Node::sqlite(&site.place.path(), Arc::new(FixedClock::new(now()))).unwrap();
    let acts = "SELECT count(*) FROM journal WHERE office = ?1";
    let acts: i64 = conn.query_row(acts, [STATION], |row| row.get(0)).unwrap();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let fsck = |store: &Arc<dyn Store>| runtime.block_on(store.fsck(1_000, &|_, _| {})).unwrap();
    let mut flips = 0;
    for seq in 1..=acts {
        for (table, column) in COLUMNS {
            for part in PARTS {
                let condition = format!("office = '{STATION}' AND seq = {seq}");
                flip(&conn, table, column, &condition, part);
                let found = fsck(&store);
                let named = found
                    .iter()
                    .any(|d| d.kind == DriftKind::Journal && d.office == STATION && d.key == seq.to_string());
                assert!(named, "{table}.{column} of act {seq}, part {part}: {found:#?}");
                flip(&conn, table, column, &condition, part);
                flips += 1;
            }
        }
    }
    for (column, parts) in [("frontier", PARTS), ("leaf", PARTS)] {
        for part in parts {
            let condition = format!("office = '{STATION}'");
            flip(&conn, "head", column, &condition, part);
            let found = runtime.block_on(store.fsck(1_000, &|_, _| {}));
            // A head that does not read at all is refused; one that reads is compared.
            assert!(found.is_err() || found.is_ok_and(|all| all.iter().any(|d| d.office == STATION)));
            flip(&conn, "head", column, &condition, part);
            flips += 1;
        }
    }
    assert_eq!(fsck(&store), [], "all flipped back");
    println!("{flips} single bytes flipped in {acts} acts and the head, each found and named");
}

#[test]
fn fsck_of_the_program_names_office_and_act_and_says_so_by_its_code() {
    let site = filled();
    flip(&by_hand(&site.place), "content", "bytes", &format!("office = '{STATION}' AND seq = 9"), 4);
    let done = site.place.run(&["fsck"]);
    assert_eq!(done.code, Some(1), "{}{}", done.out, done.err);
    assert!(done.out.contains(&format!("journal journal {STATION} 9:")), "{}", done.out);
}
