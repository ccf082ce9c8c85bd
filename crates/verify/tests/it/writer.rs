//! The tests' own writer of journals: slow, plain, and sharing nothing with the verifier.

use std::fmt::Write as _;

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ed25519_dalek::{Signer as _, SigningKey};
use sha2::{Digest as _, Sha256};

pub type Hash = [u8; 32];

pub fn sha(parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    parts.iter().for_each(|part| hasher.update(part));
    hasher.finalize().into()
}

pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").unwrap();
        text
    })
}

pub fn json(text: &str) -> String {
    serde_json::to_string(text).unwrap()
}

fn list(texts: &[String]) -> String {
    serde_json::to_string(texts).unwrap()
}

/// What is written of the content.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Body {
    Given,
    Expunged,
    Withheld,
}

/// One act, as a test wants it; `seq` and `prev` are made by the journal.
#[derive(Clone)]
pub struct Act {
    pub id: String,
    pub office: String,
    pub officer: String,
    pub happened: String,
    pub informed: Option<String>,
    pub stated: String,
    pub written: String,
    pub entries: Vec<String>,
    pub flags: Vec<String>,
    pub content: String,
    pub body: Body,
}

impl Act {
    fn salt(&self) -> Hash {
        sha(&[b"salt", self.id.as_bytes()])
    }

    pub fn header(&self, seq: u64, prev: &Hash) -> String {
        let informed = self.informed.as_deref().map_or("null".to_owned(), json);
        let commitment = sha(&[&self.salt(), self.content.as_bytes()]);
        format!(
            "{{\"v\":1,\"office\":{},\"seq\":{seq},\"act\":{},\"kind\":\"fir.register\",\"kv\":1,\"officer\":{},\
             \"rank\":\"SI\",\"happened\":{},\"informed\":{informed},\"stated\":{},\"written\":{},\
             \"basis\":[\"crpc-154\"],\"entries\":{},\"flags\":{},\"content\":\"{}\",\"prev\":\"{}\"}}",
            json(&self.office),
            json(&self.id),
            json(&self.officer),
            json(&self.happened),
            json(&self.stated),
            json(&self.written),
            list(&self.entries),
            list(&self.flags),
            hex(&commitment),
            hex(prev),
        )
    }

    pub fn row(&self, header: &str) -> String {
        let header = json(header);
        match self.body {
            Body::Given => format!(
                "{{\"t\":\"act\",\"header\":{header},\"salt\":\"{}\",\"content\":{}}}\n",
                hex(&self.salt()),
                json(&self.content)
            ),
            Body::Expunged => format!("{{\"t\":\"act\",\"header\":{header},\"expunged\":true}}\n"),
            Body::Withheld => format!("{{\"t\":\"act\",\"header\":{header},\"withheld\":true}}\n"),
        }
    }
}

/// A key of the tests, from a seed.
pub struct Signer {
    pub name: String,
    key: SigningKey,
}

impl Signer {
    pub fn new(name: &str, seed: u8) -> Self {
        Signer { name: name.to_owned(), key: SigningKey::from_bytes(&[seed; 32]) }
    }

    fn id(&self) -> [u8; 4] {
        let hash = sha(&[self.name.as_bytes(), &[0x0a, 0x01], self.key.verifying_key().as_bytes()]);
        hash[..4].try_into().unwrap()
    }

    pub fn public(&self) -> String {
        let bytes = [&[1], self.key.verifying_key().as_bytes().as_slice()].concat();
        format!("{}+{}+{}", self.name, hex(&self.id()), STANDARD.encode(bytes))
    }

    pub fn note(&self, office: &str, size: u64, root: &Hash, head: &Hash) -> String {
        let text = format!(
            "roznamcha/{office}\n{size}\n{}\nhead {}\nat 2026-01-09T10:00:00+05:00\n",
            STANDARD.encode(root),
            hex(head)
        );
        let signature = self.key.sign(text.as_bytes()).to_bytes();
        let line = STANDARD.encode([self.id().as_slice(), &signature].concat());
        format!("{text}\n— {} {line}\n", self.name)
    }
}

/// A journal: the acts and the headers made of them.
pub struct Journal {
    pub office: String,
    pub acts: Vec<Act>,
    pub headers: Vec<String>,
}

impl Journal {
    /// Numbers and links the acts.
    pub fn write(acts: Vec<Act>) -> Self {
        let mut prev = [0; 32];
        let mut headers = Vec::new();
        for (seq, act) in (1..).zip(&acts) {
            let header = act.header(seq, &prev);
            prev = sha(&[&[0], header.as_bytes()]);
            headers.push(header);
        }
        Journal { office: "PS-DEMO-CITY".to_owned(), acts, headers }
    }

    pub fn leaves(&self) -> Vec<Hash> {
        self.headers.iter().map(|header| sha(&[&[0], header.as_bytes()])).collect()
    }

    pub fn note(&self, signer: &Signer, size: usize) -> String {
        let leaves = self.leaves();
        let head = if size == 0 { [0; 32] } else { leaves[size - 1] };
        signer.note(&self.office, size as u64, &root(&leaves[..size]), &head)
    }

    /// The lines, without a checkpoint.
    pub fn rows(&self, signer: &Signer) -> Vec<String> {
        let first = format!(
            "{{\"t\":\"journal\",\"format\":1,\"office\":{},\"key\":{}}}\n",
            json(&self.office),
            json(&signer.public())
        );
        let rows = self.acts.iter().zip(&self.headers).map(|(act, header)| act.row(header));
        std::iter::once(first).chain(rows).collect()
    }

    /// The whole export, with a checkpoint at its end.
    pub fn export(&self, signer: &Signer) -> String {
        self.rows(signer).concat() + &checkpoint_row(&self.note(signer, self.acts.len()))
    }

    pub fn inclusion(&self, index: usize, size: usize) -> String {
        format!(
            "{{\"t\":\"inclusion\",\"office\":{},\"header\":{},\"size\":{size},\"path\":{}}}",
            json(&self.office),
            json(&self.headers[index]),
            hashes(&path(index, &self.leaves()[..size]))
        )
    }

    pub fn consistency(&self, from: usize, to: usize) -> String {
        let path = match from == 0 || from == to {
            true => Vec::new(),
            false => subproof(from, &self.leaves()[..to], true),
        };
        format!(
            "{{\"t\":\"consistency\",\"office\":{},\"from\":{from},\"to\":{to},\"path\":{}}}",
            json(&self.office),
            hashes(&path)
        )
    }
}

pub fn checkpoint_row(note: &str) -> String {
    format!("{{\"t\":\"checkpoint\",\"note\":{}}}\n", json(note))
}

fn hashes(path: &[Hash]) -> String {
    list(&path.iter().map(|hash| hex(hash)).collect::<Vec<_>>())
}

/// MTH of RFC 6962 section 2.1, as it is written there.
pub fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => sha(&[]),
        [leaf] => *leaf,
        _ => {
            let (left, right) = leaves.split_at(split(leaves.len()));
            sha(&[&[1], &root(left), &root(right)])
        }
    }
}

/// The largest power of two smaller than `n`.
fn split(n: usize) -> usize {
    n.next_power_of_two() / 2
}

/// PATH of RFC 6962 section 2.1.1.
pub fn path(index: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() <= 1 {
        return Vec::new();
    }
    let k = split(leaves.len());
    let (left, right) = leaves.split_at(k);
    match index < k {
        true => [path(index, left), vec![root(right)]].concat(),
        false => [path(index - k, right), vec![root(left)]].concat(),
    }
}

/// SUBPROOF of RFC 6962 section 2.1.2.
pub fn subproof(m: usize, leaves: &[Hash], whole: bool) -> Vec<Hash> {
    if m == leaves.len() {
        return if whole { Vec::new() } else { vec![root(leaves)] };
    }
    let k = split(leaves.len());
    let (left, right) = leaves.split_at(k);
    match m <= k {
        true => [subproof(m, left, whole), vec![root(right)]].concat(),
        false => [subproof(m - k, right, false), vec![root(left)]].concat(),
    }
}
