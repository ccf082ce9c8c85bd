use proptest::prelude::*;
use roznamcha_journal::{
    Difference, Flag, Hash, Header, Salt, Written, Wrong, check, checkpoint::Checkpoint, tree::Frontier,
};

use crate::build::{Book, OFFICE, act_id, book, draft};

fn differences(acts: &[Written]) -> Vec<Difference> {
    check(OFFICE, acts, [])
}

/// Changes one header and leaves the rest, so that the act after does not name it any more.
fn change(acts: &mut [Written], seq: usize, how: impl FnOnce(&mut Header)) {
    let mut header = acts[seq - 1].header().unwrap();
    how(&mut header);
    acts[seq - 1].header = header.to_bytes().unwrap();
}

/// Recomputes the chain after a change, as whoever rules the database could.
fn relink(acts: &mut [Written]) {
    let mut prev = Hash::ZERO;
    for act in acts {
        let mut header = act.header().unwrap();
        header.prev = prev;
        act.header = header.to_bytes().unwrap();
        prev = act.leaf();
    }
}

/// The one difference that is left when the chain was recomputed after `how`.
fn only(seq: usize, how: impl FnOnce(&mut Header)) -> Wrong {
    let mut acts = book().acts;
    change(&mut acts, seq, how);
    relink(&mut acts);
    let found = differences(&acts);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].seq, seq as u64);
    found[0].what.clone()
}

#[test]
fn a_sound_journal_has_no_difference_and_ends_in_the_same_frontier() {
    let book = book();
    let mut checker = roznamcha_journal::Checker::new(OFFICE, [book.checkpoint()]);
    for act in &book.acts {
        assert_eq!(checker.push(act), []);
    }
    assert_eq!(checker.stand(), (5, book.frontier.root(), book.checkpoint().head));
    assert_eq!(checker.finish(), (book.frontier, vec![]));
}

#[test]
fn the_empty_journal_is_sound() {
    assert_eq!(check(OFFICE, [], [Book::default().checkpoint()]), []);
}

#[test]
fn the_act_with_every_flag_has_them() {
    let flags = book().acts[2].header().unwrap().flags;
    assert_eq!(flags, [Flag::BeforeInformation, Flag::AfterClock, Flag::ClockBack]);
}

#[test]
fn every_rule_reports_its_own_breach() {
    assert_eq!(only(2, |h| h.office = "PS-OTHER".into()), Wrong::Office("PS-OTHER".into()));
    assert_eq!(only(2, |h| h.seq = 7), Wrong::Seq { found: 7 });
    assert_eq!(only(2, |h| h.content = Hash::ZERO), Wrong::Commitment);
    assert_eq!(only(4, |h| h.act = act_id(2)), Wrong::Repeated { first: 2 });
    assert_eq!(
        only(2, |h| h.flags = vec![Flag::AfterClock]),
        Wrong::Flags { expected: vec![], found: vec![Flag::AfterClock] }
    );
    assert_eq!(
        only(3, |h| h.flags = vec![]),
        Wrong::Flags {
            expected: vec![Flag::BeforeInformation, Flag::AfterClock, Flag::ClockBack],
            found: vec![]
        }
    );
    let entry = "1/-/2026/3".parse().unwrap();
    let wrong = only(4, |h| h.entries[0].serial = 3);
    assert_eq!(wrong, Wrong::Serial { entry, expected: 2 });
    let entry = "2/II/2026-01-05/2".parse().unwrap();
    let wrong = only(2, |h| h.entries[1].serial = 2);
    assert_eq!(wrong, Wrong::Serial { entry, expected: 3 });
}

#[test]
fn a_serial_out_of_order_is_found_though_the_set_is_whole() {
    let mut acts = book().acts;
    change(&mut acts, 2, |h| h.entries.reverse());
    relink(&mut acts);
    assert!(differences(&acts).iter().any(|d| matches!(d.what, Wrong::Serial { .. })));
}

#[test]
fn a_changed_header_breaks_the_chain_after_it() {
    let mut acts = book().acts;
    change(&mut acts, 2, |h| h.officer = "DEMO-0001".into());
    let found = differences(&acts);
    assert!(matches!(found[..], [Difference { seq: 3, what: Wrong::Prev { .. } }]), "{found:?}");
}

#[test]
fn an_act_left_out_or_moved_is_found() {
    for change in [|acts: &mut Vec<Written>| drop(acts.remove(1)), |acts: &mut Vec<Written>| acts.swap(1, 2)]
    {
        let mut acts = book().acts;
        change(&mut acts);
        relink(&mut acts);
        let found = differences(&acts);
        assert!(found.iter().any(|d| d.seq == 2 && matches!(d.what, Wrong::Seq { .. })), "{found:?}");
    }
}

#[test]
fn an_unreadable_header_is_one_difference() {
    let mut acts = book().acts;
    acts[1].header = b"torn".to_vec();
    let mut next = acts[2].header().unwrap();
    next.prev = acts[1].leaf();
    acts[2].header = next.to_bytes().unwrap();
    let found: Vec<_> = differences(&acts).into_iter().filter(|d| d.seq < 4).collect();
    assert!(matches!(found[..], [Difference { seq: 2, what: Wrong::Unreadable(_) }]), "{found:?}");
}

#[test]
fn content_changed_swapped_or_half_removed_is_found() {
    let mut acts = book().acts;
    acts[0].content = Some(b"{}".to_vec());
    acts[1].salt = Some(Salt([0; 32]));
    acts[4].salt = None;
    let found: Vec<_> = differences(&acts).into_iter().map(|d| (d.seq, d.what)).collect();
    assert_eq!(found, [(1, Wrong::Commitment), (2, Wrong::Commitment), (5, Wrong::HalfContent)]);
}

#[test]
fn expunging_leaves_a_sound_journal() {
    let mut book = book();
    book.acts.iter_mut().for_each(Written::expunge);
    assert_eq!(check(OFFICE, &book.acts, [book.checkpoint()]), []);
}

#[test]
fn a_recomputed_chain_is_found_by_a_kept_checkpoint_only() {
    let kept = book().checkpoint();
    let mut acts = book().acts;
    change(&mut acts, 1, |h| h.officer = "DEMO-0001".into());
    relink(&mut acts);
    assert_eq!(differences(&acts), []);
    let found = check(OFFICE, &acts, [kept]);
    assert!(
        matches!(
            found[..],
            [
                Difference { seq: 5, what: Wrong::Root { .. } },
                Difference { seq: 5, what: Wrong::Head { .. } }
            ]
        ),
        "{found:?}"
    );
}

#[test]
fn kept_checkpoints_of_every_size_hold_and_one_too_large_means_cut() {
    let book = book();
    let mut frontier = Frontier::new();
    let mut kept = vec![Checkpoint { size: 0, root: frontier.root(), head: Hash::ZERO, ..book.checkpoint() }];
    for act in &book.acts {
        frontier.append(act.leaf());
        let (size, root, head) = (frontier.size(), frontier.root(), act.leaf());
        kept.insert(0, Checkpoint { size, root, head, ..book.checkpoint() });
    }
    assert_eq!(check(OFFICE, &book.acts, kept.clone()), []);
    let found = check(OFFICE, &book.acts[..3], kept);
    let cut = |seq| Difference { seq, what: Wrong::Cut { found: 3 } };
    assert_eq!(found, [cut(4), cut(5)]);
    let foreign = Checkpoint { office: "PS-OTHER".into(), ..book.checkpoint() };
    let found = check(OFFICE, &book.acts, [foreign]);
    assert_eq!(found, [Difference { seq: 5, what: Wrong::CheckpointOffice("PS-OTHER".into()) }]);
}

proptest! {
    #[test]
    fn whatever_is_linked_checks(
        acts in prop::collection::vec(
            (prop::collection::vec(
                prop::sample::select(vec!["1/-/2026", "1/-/2027", "2/II/2026-01-05", "x/-/-"]), 0..4),
             any::<String>(), prop::array::uniform4(0u8..24), any::<bool>(), any::<bool>()),
            0..12),
    ) {
        let mut book = Book::default();
        for (n, (series, content, [happened, informed, stated, written], known, expunged)) in acts.iter().enumerate() {
            let at = |hour: &u8| format!("2026-01-05T{hour:02}:00:00+05:00");
            let mut draft = draft(n as u64);
            draft.happened = at(happened);
            draft.informed = known.then(|| at(informed));
            draft.stated = at(stated);
            draft.written = at(written);
            book.add(draft, series, content);
            if *expunged {
                book.acts[n].expunge();
            }
        }
        prop_assert_eq!(check(OFFICE, &book.acts, [book.checkpoint()]), []);
    }

    #[test]
    fn any_flipped_bit_of_a_kept_act_is_reported(
        act in 0usize..5, at in any::<prop::sample::Index>(), bit in 0u8..8, part in 0u8..3,
    ) {
        let mut book = book();
        let kept = book.checkpoint();
        let act = &mut book.acts[act];
        let bytes: &mut [u8] = match (part, &mut act.salt, &mut act.content) {
            (1, Some(salt), _) => &mut salt.0,
            (2, _, Some(content)) if !content.is_empty() => content,
            _ => &mut act.header,
        };
        bytes[at.index(bytes.len())] ^= 1 << bit;
        prop_assert!(!check(OFFICE, &book.acts, [kept]).is_empty());
    }
}
