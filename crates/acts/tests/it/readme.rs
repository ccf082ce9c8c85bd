//! The table of kinds in README.md says what the code does.

use roznamcha_acts::Body;
use roznamcha_acts::kinds::{
    Accused, Conclusion, CustodyRelease, Direction, EnrolBasis, EntryAttest, FirRegister, FirSign, KINDS,
    LineupShow, ProbeKind,
};
use std::collections::{BTreeMap, BTreeSet};

use crate::bench::Bench;
use crate::court_samples::*;
use crate::cro_samples::{enrol, examine, forget, joined, lineup, list, parted, search, shown, traced};
use crate::samples::*;

/// A station in which one act of every kind was accepted.
pub fn toured() -> Bench {
    walk_the_kinds().0
}

/// One act of every kind, accepted.
fn walk_the_kinds() -> (Bench, Vec<roznamcha_journal::Header>) {
    let mut bench = Bench::open().by_officer("io-1", "si");
    let mut acts = vec![engine_header(&bench)];
    let sealed =
        FirRegister { sections: vec!["T-S".to_owned()], io: None, narrative: fir().narrative, ..full_fir() };
    let case = bench.ok(sealed);
    let id = case.header.act.clone();
    acts.push(case.header);
    let fact = roznamcha_acts::rows::FileFact { size: 9, media: "image/jpeg".to_owned() };
    bench.ledger.file_sent("ps-test", &hash(1), fact);
    let at = bench.now;
    let mut ok = |body: Body| {
        let header = bench.ok(body).header;
        acts.push(header.clone());
        header.act
    };
    ok(office_open().into());
    ok(appoint().into());
    ok(relieve().into());
    ok(diary_write().into());
    ok(noncognizable().into());
    ok(refuse().into());
    ok(FirSign { fir: id.clone() }.into());
    ok(despatch(&id).into());
    ok(unseal(&id).into());
    ok(seal(&id).into());
    ok(nominate(&id).into());
    for body in crate::case_samples::tour(&id) {
        ok(body);
    }
    court(&mut ok);
    let correction = ok(correct("1/-/2026/1", "narrative", "taken", "snatched").into());
    ok(EntryAttest { correction }.into());
    let held = ok(lodge().into());
    ok(CustodyRelease { release: "hospital".to_owned(), ..release(&held) }.into());
    ok(brought_back(&held).into());
    ok(cash(Direction::In, 5).into());
    ok(cash(Direction::Out, 5).into());
    ok(standing_order("1/2026", "Lock the doors.").into());
    ok(fill("3/I/2026/1", "read_over_to", "asi-9").into());
    walk_the_things(&id, at, &mut ok);
    ok(print(&id).into());
    ok(expunge(&[&id]).into());
    ok(attach(&held, &[1]).into());
    ok(incident().into());
    ok(reconcile().into());
    acts.extend(line_up(&mut bench));
    acts.push(late_alert(&mut bench));
    acts.extend(answer_for_reports(&mut bench));
    acts.push(flight(&mut bench));
    let signed = hand_over_charge(&mut bench);
    acts.extend(signed);
    acts.push(bench.ok(diary_close()).header);
    (bench, acts)
}

/// Registers and basis by kind.
fn tour() -> BTreeMap<String, (BTreeSet<(usize, String)>, String)> {
    let mut table: BTreeMap<String, (BTreeSet<(usize, String)>, String)> = BTreeMap::new();
    for header in walk_the_kinds().1 {
        let row = table.entry(header.kind).or_default();
        for e in header.entries {
            let name = if e.part == "-" { e.register.clone() } else { format!("{}-{}", e.register, e.part) };
            // A working register goes by its word; its part is the case.
            let numbered = e.register.parse::<usize>();
            row.0.insert((numbered.clone().unwrap_or(99), numbered.map_or(e.register, |_| name)));
        }
        row.1 = header.basis.join(", ");
    }
    table
}

/// The court's half, in as few cases as it takes.
fn court(ok: &mut dyn FnMut(Body) -> String) {
    use roznamcha_acts::kinds::{AppealResult, CaseReopen, TransferTo};
    use roznamcha_acts::views::ReportKind::{Absentia, Complete, False, Untraced};
    let mut case = |accused: usize| {
        let named = |i| Accused { person: party(&format!("Synthetic Accused {i}")), ..Accused::default() };
        let accused = (0..accused).map(named).collect();
        let io = Some("io-1".to_owned());
        ok(FirRegister { accused, io, ..fir() }.into())
    };
    let (tried, hidden, quashed, compounded, withdrawn) = (case(5), case(1), case(1), case(1), case(1));
    let (false_one, untraced, elsewhere) = (case(0), case(0), case(0));
    ok(challan(&tried, Complete, &[1, 2, 3, 4, 5]).into());
    ok(object(&tried).into());
    ok(answer(&tried, &[1, 2]).into());
    ok(forward(&tried).into());
    ok(receive(&tried).into());
    ok(hearing(&tried).into());
    ok(stay(&tried).into());
    ok(unstay(&tried).into());
    ok(charge(&tried, &[1, 2, 3, 4, 5]).into());
    ok(acquit(&tried, 2).into());
    ok(discharge(&tried, 3).into());
    ok(abate(&tried, 4).into());
    ok(convict(&tried, 5).into());
    ok(convict(&tried, 1).into());
    let enrolled = [5, 1].map(|index| ok(enrol(&tried, index, EnrolBasis::Convict).into()));
    record_office(&enrolled, ok);
    ok(review(&tried, 1).into());
    ok(appeal(&tried, 1, AppealResult::SetAside).into());
    ok(prints(&tried, 1).into());
    ok(forget(&enrolled[1]).into());
    ok(transfer(&elsewhere, TransferTo::Station).into());
    ok(challan(&hidden, Absentia, &[1]).into());
    for case in [&compounded, &withdrawn] {
        ok(challan(case, Complete, &[1]).into());
    }
    for case in [&hidden, &compounded, &withdrawn] {
        ok(forward(case).into());
        ok(receive(case).into());
    }
    ok(shelve(&hidden).into());
    ok(quash(&quashed).into());
    ok(compound(&compounded).into());
    ok(withdraw(&withdrawn).into());
    for (case, report) in [(&untraced, Untraced), (&false_one, False)] {
        ok(recommend(case, report).into());
        ok(agree(case, true).into());
        ok(final_order(case, true).into());
        ok(excuse(case, "D8").into());
    }
    ok(CaseReopen { order: None, ..reopen(&untraced) }.into());
    ok(falsehood(&false_one).into());
}

/// A search slip answered, persons joined and parted.
fn record_office(enrolled: &[String], ok: &mut dyn FnMut(Body) -> String) {
    use crate::cro_samples::candidate;
    let slip = ok(search(ProbeKind::Single).into());
    ok(list(&slip, vec![candidate(&enrolled[0], 900)]).into());
    ok(examine(&slip, &enrolled[0], Conclusion::Identified).into());
    ok(traced(&slip, &enrolled[0]).into());
    let join = ok(joined(&enrolled[0], &enrolled[1]).into());
    ok(parted(&join).into());
}

/// A line-up is made and shown.
fn line_up(bench: &mut Bench) -> Vec<roznamcha_journal::Header> {
    let made = bench.ok(lineup("enrolled")).header;
    let at = bench.now;
    let seen = bench.ok(LineupShow { shown: at, ..shown(&made.act) }).header;
    vec![made, seen]
}

/// The acts of things, money and papers.
fn walk_the_things(case: &str, at: roznamcha_acts::Moment, ok: &mut impl FnMut(Body) -> String) {
    use crate::things::*;
    use roznamcha_acts::kinds::*;
    use roznamcha_acts::views::{Seals, Whereabouts};
    ok(handed_in("Bag").into());
    ok(seized(case, "Telephone").into());
    ok(out(item(2), Whereabouts::Court).into());
    ok(back(item(2), Seals::Intact).into());
    let sent = ok(road(vec![item(2)], Whereabouts::Laboratory, at).into());
    let docket = ok(to_laboratory(Some(case), vec![item(2)]).into());
    ok(to_doctor("Synthetic Injured").into());
    ok(received(&sent, at).into());
    ok(RoadReturn { road: sent }.into());
    ok(report(&docket, Some(Seals::Intact)).into());
    ok(back(item(2), Seals::Intact).into());
    ok(ordered(item(2), "destroy").into());
    ok(disposed(item(2), "destroy").into());
    ok(counted(1).into());
    ok(weapon_on_charge("G-1").into());
    ok(weapon(Direction::Out, "asi-9").into());
    let taken = ok(deposit("Synthetic Licensee").into());
    ok(given_back(&taken, "Synthetic Licensee").into());
    let listed = ok(absconder("Synthetic Absconder").into());
    ok(struck_off(&listed).into());
    let watched = ok(watch("Synthetic Watched").into());
    ok(visit(&watched, "At home").into());
    ok(review(&watched).into());
    ok(unwatch(&watched).into());
    let dead = ok(inquest("Synthetic Deceased", at).into());
    ok(inquest_closed(&dead).into());
    let child = ok(missing("Synthetic Child", 9, at).into());
    ok(missing_closed(&child, "found").into());
}

/// A child's alert goes out after the report.
fn late_alert(bench: &mut Bench) -> roznamcha_journal::Header {
    use crate::things::{alert, missing};
    use roznamcha_acts::kinds::MissingReport;
    let silent = MissingReport { alert_no: String::new(), ..missing("Synthetic Child", 9, bench.now) };
    let child = bench.ok(silent).header.act;
    let sent = bench.now;
    bench.ok(alert(&child, sent)).header
}

/// The justice of peace directs a registration; a supervisor asks the informant.
fn answer_for_reports(bench: &mut Bench) -> Vec<roznamcha_journal::Header> {
    use crate::justice::{call, complied, directed};
    use roznamcha_acts::kinds::{Directs, Says};
    let at = bench.now;
    let given = bench.ok(directed(Directs::Register, at)).header;
    let case = bench.ok(fir()).header.act;
    let done = bench.ok(complied(&given.act, Some(&case))).header;
    let asked = bench.clone_as("sdpo-1", "dsp").ok(call(&case, Says::Agrees)).header;
    vec![given, done, asked]
}

/// Somebody escapes.
fn flight(bench: &mut Bench) -> roznamcha_journal::Header {
    let held = bench.ok(lodge()).header.act;
    let fled = bench.now;
    bench.ok(escape(&held, fled)).header
}

/// Charge changes hands; three officers sign.
fn hand_over_charge(bench: &mut Bench) -> Vec<roznamcha_journal::Header> {
    use crate::things::hand_over;
    use roznamcha_acts::kinds::{ChargeCountersign, ChargeHandOver, ChargeTakeOver};
    let pending = Some(bench.row::<roznamcha_acts::views::DeskRow>("-").tally.pending);
    let note = bench.ok(ChargeHandOver { in_store: 1, pending, ..hand_over("sho-2") }).header;
    let charge = note.act.clone();
    bench.officer = "sho-2".to_owned();
    let taken = bench.ok(ChargeTakeOver { charge: charge.clone() }).header;
    bench.officer = "sdpo-1".to_owned();
    let signed = bench.ok(ChargeCountersign { charge }).header;
    vec![note, taken, signed]
}

fn engine_header(bench: &Bench) -> roznamcha_journal::Header {
    bench.ledger.journal("ps-test")[0].header().unwrap()
}

#[test]
fn the_table_of_kinds_is_true() {
    let text = include_str!("../../README.md");
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| line.starts_with("| `"))
        .map(|line| line.trim_matches('|').split('|').map(str::trim).collect())
        .collect();
    let done = tour();
    let named: Vec<&str> = rows.iter().map(|r| r[0].trim_matches('`')).collect();
    assert_eq!(named, KINDS);
    for row in rows {
        let (registers, basis) = &done[row[0].trim_matches('`')];
        let registers: Vec<&str> = registers.iter().map(|(_, name)| name.as_str()).collect();
        let registers = if registers.is_empty() { "none".to_owned() } else { registers.join(", ") };
        assert_eq!((row[1], row[2]), (registers.as_str(), basis.as_str()), "{}", row[0]);
        assert!(!row[3].is_empty());
    }
}
