use proptest::prelude::*;
use roznamcha_journal::{
    EntryRef, Flag, FormatError, Hash, Header, LinkError, Salt, commitment, leaf_hash, link, link::Head,
};

use crate::build::{act_id, draft};

/// Written by hand from docs/journal-format.md; its hashes were computed with another program.
const FIRST: &str = concat!(
    r#"{"v":1,"office":"PS-DEMO-CITY","seq":1,"act":"00000000-0000-4000-8000-000000000001","kind":"fir.register","#,
    r#""kv":1,"officer":"DEMO-0042","rank":"sub_inspector","happened":"2026-01-05T08:00:00+05:00","#,
    r#""informed":"2026-01-05T08:30:00+05:00","stated":"2026-01-05T09:00:00+05:00","#,
    r#""written":"2026-01-05T09:30:00+05:00","basis":["crpc-154"],"entries":["1/-/2026/1"],"flags":[],"#,
    r#""content":"CONTENT","prev":"0000000000000000000000000000000000000000000000000000000000000000"}"#,
);
const FIRST_CONTENT: &str = "605dcbfd3c387c45b6db7e7b1fb961bdd75d762260c4879b3c3b4f15edacad42";
const FIRST_LEAF: &str = "aa95272418d0da61201f258771943ac17cd9c0a6cab83cb37e372565429c830e";

fn first() -> Header {
    let mut draft = draft(1);
    draft.entries = vec!["1/-/2026/1".parse().unwrap()];
    link(None, draft, &Salt([7; 32]), b"{}").unwrap().header
}

#[test]
fn the_first_act_is_written_as_the_page_says() {
    let bytes = first().to_bytes().unwrap();
    assert_eq!(String::from_utf8(bytes.clone()).unwrap(), FIRST.replace("CONTENT", FIRST_CONTENT));
    assert_eq!(commitment(&Salt([7; 32]), b"{}").to_string(), FIRST_CONTENT);
    assert_eq!(leaf_hash(&bytes).to_string(), FIRST_LEAF);
}

#[test]
fn the_next_act_is_linked_to_it() {
    let first = link(None, draft(1), &Salt([1; 32]), b"").unwrap();
    let next = link(Some(&first.head()), draft(2), &Salt([2; 32]), b"").unwrap();
    assert_eq!((next.header.seq, next.header.prev), (2, first.leaf));
    assert_eq!(next.leaf, leaf_hash(&next.bytes));
    assert_eq!(next.flags, []);
    let mut early = draft(2);
    early.written = "2026-01-05T04:29:59Z".into();
    early.stated = "2026-01-05T08:00:00+05:00".into();
    let flagged = link(Some(&first.head()), early, &Salt([2; 32]), b"").unwrap();
    assert_eq!(flagged.flags, [Flag::BeforeInformation, Flag::ClockBack]);
}

#[test]
fn what_cannot_be_linked() {
    let try_link = |change: fn(&mut roznamcha_journal::Draft)| {
        let mut draft = draft(1);
        change(&mut draft);
        link(None, draft, &Salt([1; 32]), b"").unwrap_err()
    };
    let format = LinkError::Format;
    assert_eq!(try_link(|d| d.office.clear()), format(FormatError::Empty("office")));
    assert_eq!(try_link(|d| d.office = "PS\nX".into()), format(FormatError::Space("office")));
    assert_eq!(try_link(|d| d.kind.clear()), format(FormatError::Empty("kind")));
    assert_eq!(try_link(|d| d.officer.clear()), format(FormatError::Empty("officer")));
    assert_eq!(try_link(|d| d.rank.clear()), format(FormatError::Empty("rank")));
    assert_eq!(try_link(|d| d.basis.push(String::new())), format(FormatError::Empty("basis")));
    assert_eq!(try_link(|d| d.kv = 0), format(FormatError::Zero("kv")));
    assert_eq!(try_link(|d| d.act = "FIR-1".into()), format(FormatError::ActId("FIR-1".into())));
    assert_eq!(try_link(|d| d.stated = "noon".into()), format(FormatError::Time("noon".into())));
    let entry = |d: &mut roznamcha_journal::Draft| {
        d.entries =
            vec![EntryRef { register: "1".into(), part: "a/b".into(), period: "-".into(), serial: 1 }];
    };
    assert_eq!(try_link(entry), format(FormatError::Entry("1/a/b/-/1".into())));
    let head = |seq| Head { seq, leaf: Hash::ZERO, written: "2026-01-05T09:30:00Z".into() };
    let after = |seq| link(Some(&head(seq)), draft(1), &Salt([1; 32]), b"").unwrap_err();
    assert_eq!(after(u64::MAX), LinkError::Full(u64::MAX));
    assert_eq!(after(0), LinkError::NoAct);
}

#[test]
fn only_one_form_is_read() {
    let good = FIRST.replace("CONTENT", FIRST_CONTENT);
    assert!(Header::parse(good.as_bytes()).is_ok());
    for (from, to) in [
        (r#"{"v":1,"#, r#"{"v":2,"#),
        (r#"{"v":1,"#, r#"{"v":1, "#),
        (r#"{"v":1,"#, r#"{"v":1,"v":1,"#),
        (r#"{"v":1,"#, r#"{"v":1,"x":1,"#),
        (r#"{"v":1,"#, r#"{"v":1.0,"#),
        (r#"{"v":1,"#, ""),
        (r#"{"v":1,"office":"PS-DEMO-CITY","#, r#"{"office":"PS-DEMO-CITY","v":1,"#),
        (r#""rank":"sub_inspector""#, r#""rank":"sub\u005finspector""#),
        (r#""basis":["crpc-154"]"#, r#""basis":["crpc\/154"]"#),
        (r#""informed":"2026-01-05T08:30:00+05:00","#, ""),
        (r#""seq":1,"#, r#""seq":0,"#),
        (r#""seq":1,"#, r#""seq":18446744073709551616,"#),
        (r#""seq":1,"#, r#""seq":-1,"#),
        (r#""kv":1,"#, r#""kv":0,"#),
        (r#""flags":[]"#, r#""flags":["clock_back","after_clock"]"#),
        (r#""flags":[]"#, r#""flags":["after_clock","after_clock"]"#),
        (r#""flags":[]"#, r#""flags":["late"]"#),
        ("1/-/2026/1", "1/-/2026/01"),
        ("08:30:00+05:00", "08:30:00"),
        ("-8000-000000000001", "-8000-00000000000A"),
        ("\"}", "\"}\n"),
    ] {
        assert!(good.contains(from), "{from}");
        assert!(Header::parse(good.replacen(from, to, 1).as_bytes()).is_err(), "{from} -> {to}");
    }
    let capital = good.replace(FIRST_CONTENT, &FIRST_CONTENT.to_uppercase());
    assert!(Header::parse(capital.as_bytes()).is_err());
    let null = good.replace(r#""informed":"2026-01-05T08:30:00+05:00""#, r#""informed":null"#);
    assert_eq!(Header::parse(null.as_bytes()).unwrap().informed, None);
}

prop_compose! {
    fn any_header()(
        words in prop::array::uniform3(any::<String>().prop_filter("not empty", |s| !s.is_empty())),
        basis in prop::collection::vec("\\PC{1,12}", 0..4),
        office in "[A-Z]{1,4}-\\p{L}{1,6}",
        (seq, kv, id) in (1u64.., 1u32.., any::<u32>()),
        times in prop::array::uniform3((0u8..24, 0u8..60, 0u8..60)),
        informed in prop::option::of(0u8..24),
        serials in prop::collection::vec(1u64.., 0..4),
        flags in prop::sample::subsequence(vec![Flag::BeforeInformation, Flag::AfterClock, Flag::ClockBack], 0..=3),
        (content, prev) in (any::<[u8; 32]>(), any::<[u8; 32]>()),
    ) -> Header {
        let [kind, officer, rank] = words;
        let [happened, stated, written] = times.map(|(h, m, s)| format!("2026-01-05T{h:02}:{m:02}:{s:02}+05:00"));
        let informed = informed.map(|h| format!("2026-02-28T{h:02}:00:00.25Z"));
        let entries = serials.into_iter().map(|serial| EntryRef {
            register: "19".into(), part: "گواہ".into(), period: "2026-01-05".into(), serial,
        }).collect();
        Header {
            v: 1, office, seq, act: act_id(id.into()), kind, kv, officer, rank, happened, informed, stated, written,
            basis, entries, flags, content: Hash(content), prev: Hash(prev),
        }
    }
}

proptest! {
    #[test]
    fn any_header_is_read_back_as_it_was_written(header in any_header()) {
        let bytes = header.to_bytes().unwrap();
        prop_assert!(!bytes.contains(&b'\n'));
        prop_assert_eq!(Header::parse(&bytes).unwrap(), header);
    }
}
