//! A database administrator with full power and the source code: what the node itself cannot see, and what whoever
//! kept a checkpoint can.

use roznamcha_journal::tree::Frontier;
use roznamcha_journal::{Hash, Header, Salt, commitment, leaf_hash};
use roznamcha_trial::STATION;
use rusqlite::{Connection, params};
use std::process::Command;

use crate::http::Client;
use crate::program::{Done, program};
use crate::server::Server;
use crate::site::{Site, entry, moharrar, new_id};

const TRUE_WORDS: &str = "ملزم تھانہ لایا گیا";
const FALSE_WORDS: &str = "کوئی نہیں لایا گیا";

/// A node with some acts, and the checkpoint somebody kept.
struct Attacked {
    site: Site,
    checkpoint: String,
    key: String,
}

impl Attacked {
    fn new() -> Self {
        let site = Site::new();
        let mut server = Server::start(&site.place);
        let client = Client::sign_in(server.port, &moharrar());
        for text in ["گشت", TRUE_WORDS, "گشت", "گشت", "گشت"] {
            assert_eq!(client.act(&new_id(), &entry(text)).unwrap().status, 201);
        }
        let stand = client.get(&format!("/api/v1/offices/{STATION}/journal")).unwrap().json();
        let checkpoint = site.dir.path().join("kept.txt");
        std::fs::write(&checkpoint, stand["checkpoint"].as_str().unwrap()).unwrap();
        assert!(server.stop().is_some_and(|s| s.success()));
        let key = stand["key"].as_str().unwrap().to_owned();
        Self { site, checkpoint: checkpoint.display().to_string(), key }
    }

    /// The attack: keeps the first `keep` acts, changes words, and makes everything that hangs on them anew.
    fn rewrite(&self, keep: i64, from: &str, to: &str) {
        let conn = Connection::open(self.site.place.path()).unwrap();
        conn.pragma_update(None, "foreign_keys", "OFF").unwrap();
        for table in ["content", "journal"] {
            let cut = format!("DELETE FROM {table} WHERE office = ?1 AND seq > ?2");
            conn.execute(&cut, params![STATION, keep]).unwrap();
        }
        let mut tree = Frontier::new();
        let mut prev: Option<Hash> = None;
        for seq in 1..=keep {
            let read = "SELECT header, salt, bytes FROM journal JOIN content USING (office, seq) \
                        WHERE office = ?1 AND seq = ?2";
            let (header, salt, content): (Vec<u8>, Vec<u8>, Vec<u8>) = conn
                .query_row(read, params![STATION, seq], |r| Ok((r.get(0)?, r.get(1)?, r.get(2)?)))
                .unwrap();
            let content = String::from_utf8(content).unwrap().replace(from, to).into_bytes();
            let mut header = Header::parse(&header).unwrap();
            header.content = commitment(&Salt(salt.try_into().unwrap()), &content);
            header.prev = prev.unwrap_or(header.prev);
            let bytes = header.to_bytes().unwrap();
            let leaf = leaf_hash(&bytes);
            tree.append(leaf);
            prev = Some(leaf);
            let put = "UPDATE journal SET header = ?3, leaf = ?4 WHERE office = ?1 AND seq = ?2";
            conn.execute(put, params![STATION, seq, bytes, leaf.0]).unwrap();
            let put = "UPDATE content SET bytes = ?3 WHERE office = ?1 AND seq = ?2";
            conn.execute(put, params![STATION, seq, content]).unwrap();
        }
        let put = "UPDATE head SET seq = ?2, leaf = ?3, frontier = ?4, written_ms = \
                   (SELECT written_ms FROM journal WHERE office = ?1 AND seq = ?2) WHERE office = ?1";
        conn.execute(put, params![STATION, keep, prev.unwrap().0, tree.to_bytes()]).unwrap();
        drop(conn);
        self.site.place.good(&["rebuild"]);
    }

    fn acts(&self) -> i64 {
        let conn = Connection::open(self.site.place.path()).unwrap();
        conn.query_row("SELECT max(seq) FROM journal WHERE office = ?1", [STATION], |r| r.get(0)).unwrap()
    }

    /// An outsider's look: with the key, and with the checkpoint or without.
    fn verified(&self, checkpoint: bool) -> Done {
        let file = self.site.dir.path().join("export.jsonl").display().to_string();
        self.site.place.good(&["export", STATION, "--out", &file]);
        let mut command = Command::new(program());
        command.args(["verify", &file, "--key", &self.key]);
        if checkpoint {
            command.args(["--checkpoint", &self.checkpoint]);
        }
        let output = command.output().unwrap();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Done { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }

    /// The node finds nothing, nor does who has no checkpoint; who has one finds this.
    fn is_seen_by_the_checkpoint_alone(&self, word: &str) {
        self.site.place.good(&["fsck"]);
        let blind = self.verified(false);
        assert_eq!(blind.code, Some(0), "{}{}", blind.out, blind.err);
        let seen = self.verified(true);
        assert_eq!(seen.code, Some(1), "{}{}", seen.out, seen.err);
        assert!(seen.out.contains(word), "{}", seen.out);
    }
}

#[test]
fn a_rewritten_act_is_found_by_a_kept_checkpoint() {
    let attacked = Attacked::new();
    let honest = attacked.verified(true);
    assert_eq!(honest.code, Some(0), "{}{}", honest.out, honest.err);
    attacked.rewrite(attacked.acts(), TRUE_WORDS, FALSE_WORDS);
    let exported = attacked.verified(false);
    assert_eq!(exported.code, Some(0), "{}", exported.out);
    let file = std::fs::read_to_string(attacked.site.dir.path().join("export.jsonl")).unwrap();
    assert!(file.contains(FALSE_WORDS) && !file.contains(TRUE_WORDS), "the attack took place");
    attacked.is_seen_by_the_checkpoint_alone("rewritten");
}

#[test]
fn a_cut_tail_is_found_by_a_kept_checkpoint() {
    let attacked = Attacked::new();
    attacked.rewrite(attacked.acts() - 2, "", "");
    attacked.is_seen_by_the_checkpoint_alone("cut");
}

#[test]
fn a_fork_is_found_by_a_kept_checkpoint() {
    let attacked = Attacked::new();
    let acts = attacked.acts();
    attacked.rewrite(acts - 2, "", "");
    // The office goes on from there with other acts, longer than before.
    let mut server = Server::start(&attacked.site.place);
    let client = Client::sign_in(server.port, &moharrar());
    for _ in 0..4 {
        assert_eq!(client.act(&new_id(), &entry(FALSE_WORDS)).unwrap().status, 201);
    }
    assert!(server.stop().is_some_and(|s| s.success()));
    assert_eq!(attacked.acts(), acts + 2);
    attacked.is_seen_by_the_checkpoint_alone("rewritten");
}
