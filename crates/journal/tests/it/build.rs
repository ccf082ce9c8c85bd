//! A synthetic journal to test with.

use std::collections::HashMap;

use roznamcha_journal::{
    Draft, EntryRef, Head, Salt, Written,
    checkpoint::{Checkpoint, Signer},
    link,
    tree::Frontier,
};

pub const OFFICE: &str = "PS-DEMO-CITY";

pub fn act_id(n: u64) -> String {
    format!("00000000-0000-4000-8000-{n:012x}")
}

pub fn draft(n: u64) -> Draft {
    Draft {
        office: OFFICE.into(),
        act: act_id(n),
        kind: "fir.register".into(),
        kv: 1,
        officer: "DEMO-0042".into(),
        rank: "sub_inspector".into(),
        happened: "2026-01-05T08:00:00+05:00".into(),
        informed: Some("2026-01-05T08:30:00+05:00".into()),
        stated: "2026-01-05T09:00:00+05:00".into(),
        written: "2026-01-05T09:30:00+05:00".into(),
        basis: vec!["crpc-154".into()],
        entries: Vec::new(),
    }
}

/// Links acts one after the other, taking serials as a store would.
#[derive(Default)]
pub struct Book {
    pub acts: Vec<Written>,
    pub frontier: Frontier,
    head: Option<Head>,
    serials: HashMap<String, u64>,
}

impl Book {
    /// Adds an act that enters into each of `series`, e.g. `1/-/2026`.
    pub fn add(&mut self, mut draft: Draft, series: &[&str], content: &str) {
        draft.entries = series.iter().map(|s| self.entry(s)).collect();
        let salt = Salt([self.acts.len() as u8 + 7; 32]);
        let linked = link(self.head.as_ref(), draft, &salt, content.as_bytes()).unwrap();
        self.head = Some(linked.head());
        self.frontier.append(linked.leaf);
        self.acts.push(linked.kept(salt, content.as_bytes().to_vec()));
    }

    fn entry(&mut self, series: &str) -> EntryRef {
        let serial = self.serials.entry(series.to_owned()).or_default();
        *serial += 1;
        format!("{series}/{serial}").parse().unwrap()
    }

    pub fn checkpoint(&self) -> Checkpoint {
        Checkpoint {
            office: OFFICE.into(),
            size: self.frontier.size(),
            root: self.frontier.root(),
            head: self.head.as_ref().map_or(roznamcha_journal::Hash::ZERO, |h| h.leaf),
            at: "2026-01-05T10:00:00+05:00".into(),
        }
    }
}

/// Five acts with entries, Urdu, quotes, every flag and an expunged content.
pub fn book() -> Book {
    let mut book = Book::default();
    book.add(draft(1), &["1/-/2026", "2/II/2026-01-05"], r#"{"about":"a \"synthetic\" bicycle"}"#);
    book.add(draft(2), &["2/II/2026-01-05", "2/II/2026-01-05"], r#"{"about":"سائیکل کی چوری"}"#);
    let mut late = draft(3);
    late.stated = "2026-01-05T08:29:59+05:00".into();
    late.written = "2026-01-05T04:29:59.5Z".into();
    late.happened = "2026-01-05T09:32:00+05:00".into();
    book.add(late, &["parcels/-/-"], "line\nfeed");
    let mut short = draft(4);
    short.informed = None;
    book.add(short, &["1/-/2026"], "");
    book.add(draft(5), &[], "{}");
    book.acts[3].expunge();
    book
}

pub fn signer() -> Signer {
    Signer::from_seed("node-1", [42; 32]).unwrap()
}
