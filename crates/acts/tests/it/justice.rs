//! Orders of the justice of peace and their compliance; call-backs to informants.

use jiff::civil::date;
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::*;
use roznamcha_acts::{Body, Moment};

use crate::bench::{Bench, cells, entries, faults, moment, order, said, unknown};
use crate::case_samples::{apply, reassign};
use crate::samples::{OTHER, expunge, fir, full_fir, noncognizable, refuse};

pub fn directed(directs: Directs, received: Moment) -> JusticeOrder {
    JusticeOrder {
        petition_no: "77/2026".to_owned(),
        filed: date(2026, 1, 2),
        court: "Synthetic Sessions Court".to_owned(),
        order_date: date(2026, 1, 4),
        received,
        directs,
        direction: "Let a case be registered.".to_owned(),
        report: None,
        fir: None,
    }
}

pub fn complied(order: &str, fir: Option<&str>) -> JusticeComply {
    JusticeComply {
        order: order.to_owned(),
        fir: fir.map(str::to_owned),
        report: "Done as directed".to_owned(),
        entry: None,
        directs: None,
        by: None,
        done: None,
        sealed: false,
    }
}

pub fn call(report: &str, says: Says) -> InformantCall {
    let words = "He says he told of a theft".to_owned();
    InformantCall { report: report.to_owned(), says, words, entry: None, sealed: false }
}

/// One full body of each, for the written shape.
pub fn all() -> Vec<Body> {
    let at = moment("2026-01-05T07:45:00+05:00");
    let (other, entry) = (Some(OTHER.to_owned()), |text: &str| Some(text.parse().unwrap()));
    vec![
        JusticeOrder { report: other.clone(), fir: other.clone(), ..directed(Directs::Change, at) }.into(),
        JusticeComply {
            entry: entry("5/II/2026/1"),
            directs: Some(Directs::Register),
            by: other,
            done: Some(at),
            ..complied(OTHER, Some(OTHER))
        }
        .into(),
        InformantCall { entry: entry("2/-/2026-01-05/2"), ..call(OTHER, Says::Disagrees) }.into(),
    ]
}

fn clock(bench: &Bench, order: &str) -> Option<ClockRow> {
    bench.ledger.get(&bench.office, &ClockRow::key_of(order, "D31")).unwrap()
}

#[test]
fn a_direction_to_register_runs_until_the_registration() {
    let mut bench = Bench::open();
    let refused = bench.ok(refuse()).header.act;
    let at = bench.now;
    let body = JusticeOrder { report: Some(refused), ..directed(Directs::Register, at) };
    let rec = bench.ok(body);
    assert_eq!(entries(&rec), ["5/II/2026/1", "2/-/2026-01-05/3"]);
    assert_eq!(rec.header.basis, ["CrPC-22-A-6"]);
    let order_act = rec.header.act.clone();
    let started = clock(&bench, &order_act).unwrap();
    assert!(started.is_open() && started.run.started.at == at);
    let none = bench.refused(complied(&order_act, None));
    assert_eq!(faults(none), ["fir fault-case-needed"]);
    bench.now = bench.now.plus_seconds(3_600);
    let case = bench.ok(fir()).header;
    bench.now = bench.now.plus_seconds(3_600);
    let done = bench.ok(complied(&order_act, Some(&case.act)));
    assert_eq!(entries(&done), ["2/-/2026-01-05/5"]);
    let met = clock(&bench, &order_act).unwrap().run.met.unwrap();
    assert_eq!(met.at.to_string(), case.written, "met when the report was written, not when it was told");
    let row = bench.entry(&rec.header.entries[0]);
    let told = cells(&row);
    assert!(told.contains(&format!("complied_by={}", case.act)), "{told:?}");
    assert!(told.contains(&format!("complied_at={}", case.written)), "{told:?}");
    assert_eq!(row.fills.len(), 3);
    let twice = bench.refused(complied(&order_act, Some(&case.act)));
    assert_eq!(order(twice), said("order-already-complied", "CrPC-22-A-6"));
    bench.sound();
}

#[test]
fn what_is_registered_upon_it_is_no_older_than_the_petition() {
    let mut bench = Bench::open();
    let old = bench.ok(fir()).header.act;
    bench.now = bench.now.plus_seconds(-60);
    let at = bench.now;
    let body = JusticeOrder {
        filed: date(2026, 1, 5),
        order_date: date(2026, 1, 5),
        ..directed(Directs::Register, at)
    };
    let given = bench.ok(body).header.act;
    bench.ok(complied(&given, Some(&old)));
    bench.now = moment("2026-01-07T08:00:00+05:00");
    let at = bench.now;
    let later = JusticeOrder {
        filed: date(2026, 1, 6),
        order_date: date(2026, 1, 6),
        ..directed(Directs::Register, at)
    };
    let given = bench.ok(later).header.act;
    assert_eq!(faults(bench.refused(complied(&given, Some(&old)))), ["fir fault-before-petition"]);
    bench.sound();
}

#[test]
fn a_change_of_investigation_is_complied_with_by_the_act_that_changed_it() {
    let mut bench = Bench::open();
    let case = bench.ok(full_fir()).header.act;
    let at = bench.now;
    let change = directed(Directs::Change, at);
    assert_eq!(faults(bench.refused(change.clone())), ["fir fault-case-of-change"]);
    let registered = JusticeOrder { fir: Some(case.clone()), ..directed(Directs::Register, at) };
    assert_eq!(faults(bench.refused(registered)), ["fir fault-case-of-change"]);
    let rec = bench.ok(JusticeOrder { fir: Some(case.clone()), ..change });
    assert!(clock(&bench, &rec.header.act).is_none(), "no registration, no clock");
    let early = bench.refused(complied(&rec.header.act, None));
    assert_eq!(order(early), said("order-not-changed-yet", "CrPC-22-A-6"));
    bench = bench.by_officer("sho-1", "inspector");
    bench.ok(apply(&case));
    let changed = bench.ok(reassign(&case)).header.act;
    bench.ok(complied(&rec.header.act, None));
    let told = cells(&bench.entry(&rec.header.entries[0]));
    assert!(told.contains(&format!("complied_by={changed}")), "{told:?}");
    let steps: Vec<StepRow> = bench.ledger.all(&bench.office).unwrap();
    assert!(steps.iter().any(|s| s.fir == case && s.kind == "justice.order"), "in the timeline of its case");
    bench.sound();
}

#[test]
fn an_order_that_directs_nothing_asks_for_nothing() {
    let mut bench = Bench::open();
    let at = bench.now;
    let given = bench.ok(directed(Directs::Nothing, at)).header.act;
    let why = bench.refused(complied(&given, None));
    assert_eq!(order(why), said("order-nothing-directed", "CrPC-22-A-6"));
    let neglect = bench.ok(directed(Directs::Neglect, at)).header.act;
    let silent = JusticeComply { report: String::new(), ..complied(&neglect, None) };
    assert_eq!(faults(bench.refused(silent)), ["report fault-missing"]);
    bench.ok(complied(&neglect, None));
    assert_eq!(unknown(bench.refused(complied("no-order", None))), "no-order");
    bench.sound();
}

#[test]
fn dates_of_an_order_follow_one_another() {
    let mut bench = Bench::open();
    let at = bench.now;
    let odd = JusticeOrder {
        filed: date(2026, 1, 6),
        order_date: date(2026, 1, 5),
        received: moment("2026-01-04T09:00:00+05:00"),
        petition_no: String::new(),
        ..directed(Directs::Register, at)
    };
    let told = faults(bench.refused(odd));
    assert_eq!(told, ["petition_no fault-missing", "filed fault-after-order", "received fault-before-order"]);
    let ahead = JusticeOrder { order_date: date(2026, 2, 1), ..directed(Directs::Register, at) };
    assert_eq!(faults(bench.refused(ahead)), ["order_date fault-future", "received fault-before-order"]);
    let case = bench.ok(fir()).header.act;
    let of_case = JusticeOrder { report: Some(case.clone()), ..directed(Directs::Register, at) };
    assert_eq!(unknown(bench.refused(of_case)), case, "a report registered is not one refused");
}

#[test]
fn a_protected_case_takes_the_order_under_its_seal() {
    let mut bench = Bench::open();
    let at = bench.now;
    let rec = bench.ok(directed(Directs::Register, at));
    let sealed = FirRegister { sections: vec!["T-S".to_owned()], ..fir() };
    let case = bench.ok(sealed).header.act;
    bench.ok(complied(&rec.header.act, Some(&case)));
    assert!(bench.entry(&rec.header.entries[0]).sealed);
    bench.sound();
}

#[test]
fn an_order_and_its_compliance_are_expunged_together() {
    let mut bench = Bench::open();
    let at = bench.now;
    let rec = bench.ok(directed(Directs::Register, at));
    let case = bench.ok(fir()).header.act;
    let done = bench.ok(complied(&rec.header.act, Some(&case))).header.act;
    let alone = bench.refused(expunge(&[&done]));
    assert_eq!(order(alone), said("order-expunge-with-entry", "PPR-22.46"));
    bench.ok(expunge(&[&rec.header.act]));
    assert!(bench.entry(&rec.header.entries[0]).cells.is_empty());
    assert!(clock(&bench, &rec.header.act).is_none());
    bench.sound();
}

#[test]
fn another_officer_asks_the_informant() {
    let mut bench = Bench::open();
    let refused = bench.ok(refuse()).header;
    let other = bench.ok(noncognizable()).header.act;
    let own = bench.refused(call(&refused.act, Says::Agrees));
    assert_eq!(order(own), said("order-own-report", "PPR-22.64"));
    let mut bench = bench.clone_as("sdpo-1", "dsp");
    let silent = InformantCall { words: " ".to_owned(), ..call(&refused.act, Says::Disagrees) };
    assert_eq!(faults(bench.refused(silent)), ["words fault-missing"]);
    let rec = bench.ok(call(&refused.act, Says::Disagrees));
    assert_eq!(entries(&rec), ["13/-/2026/1"]);
    let row = bench.entry(&rec.header.entries[0]);
    let told = cells(&row);
    assert!(told.contains(&"says=disagrees".to_owned()), "{told:?}");
    assert!(told.contains(&format!("entry={}", refused.entries[0])), "{told:?}");
    let words = row.cells.iter().find(|c| c.key == "noted").unwrap();
    assert!(words.personal, "what he said is masked like a person");
    let quiet = InformantCall { words: String::new(), ..call(&other, Says::Unreached) };
    bench.ok(quiet);
    assert_eq!(unknown(bench.refused(call(&rec.header.act, Says::Agrees))), rec.header.act);
    bench.sound();
}

#[test]
fn what_an_informant_of_a_sealed_case_said_is_sealed() {
    let mut bench = Bench::open();
    let sealed = FirRegister { sections: vec!["T-S".to_owned()], ..fir() };
    let case = bench.ok(sealed).header.act;
    let mut bench = bench.clone_as("sdpo-1", "dsp");
    let rec = bench.ok(call(&case, Says::Disagrees));
    assert!(bench.entry(&rec.header.entries[0]).sealed);
    bench.sound();
}

/// What was under a seal when it was written stays so also where the case itself is gone.
#[test]
fn a_case_expunged_leaves_order_and_call_as_they_were() {
    let mut bench = Bench::open();
    let at = bench.now;
    let rec = bench.ok(directed(Directs::Register, at));
    let case = bench.ok(FirRegister { sections: vec!["T-S".to_owned()], ..fir() }).header.act;
    bench.ok(complied(&rec.header.act, Some(&case)));
    let mut bench = bench.clone_as("sdpo-1", "dsp");
    let asked = bench.ok(call(&case, Says::Agrees));
    bench.ok(expunge(&[&case]));
    assert!(bench.entry(&rec.header.entries[0]).sealed && bench.entry(&asked.header.entries[0]).sealed);
    bench.sound();
}
