use jiff::civil::date;
use roznamcha_acts::Body;
use roznamcha_acts::kinds::{
    CustodyLodge, CustodyRelease, Direction, EntryAttest, FirDespatch, FirRegister, FirSign, FirUnseal,
    RecordExpunge,
};
use roznamcha_acts::views::{CopyTo, CorrectionRow, CustodyRow, EntryRow, FirRow, IncidentRow, PartyRow};

use crate::bench::{Bench, faults, order, said, unknown};
use crate::samples::*;

/// Everything kept anywhere: contents in the journal, and keys, columns and bodies of views.
pub fn everything(bench: &Bench) -> String {
    let mut all = String::new();
    for office in bench.ledger.offices() {
        for written in bench.ledger.journal(office) {
            all.push_str(std::str::from_utf8(&written.header).unwrap());
            all.push_str(std::str::from_utf8(written.content.as_deref().unwrap_or_default()).unwrap());
        }
    }
    for row in bench.ledger.views().values() {
        all.push_str(&format!("{row:?}"));
        all.push_str(&row.body);
    }
    all
}

/// A case with corrections, a signature, copies, seal and unseal; gives the acts.
fn case(bench: &mut Bench) -> (String, Vec<String>) {
    let fir = bench.ok(full_fir()).header.act;
    let mut gone = vec![fir.clone()];
    gone.push(bench.ok(correct("1/-/2026/1", "informant", "Complainant", "Renamed Personage")).header.act);
    gone.push(bench.ok(correct("2/-/2026-01-05/2", "text", "Snatching", "Secretword")).header.act);
    gone.push(bench.ok(correct("9/II/2026/1", "village", "Mauza Test", "Mauza Hidden")).header.act);
    bench.ok(EntryAttest { correction: gone[1].clone() });
    bench.ok(FirSign { fir: fir.clone() });
    let carrier = "Synthetic Victim in person".to_owned();
    gone.push(bench.ok(FirDespatch { to: CopyTo::Complainant, carrier, fir: fir.clone() }).header.act);
    bench.ok(seal(&fir));
    let order_no = "14/2026, State v. Synthetic Accused".to_owned();
    gone.push(bench.ok(FirUnseal { fir: fir.clone(), order_no }).header.act);
    gone.push(bench.ok(despatch(&fir)).header.act);
    bench.ok(print(&fir));
    (fir, gone)
}

const WORDS: [&str; 14] = [
    "Complainant",
    "Victim",
    "Accused",
    "Street",
    "3520200",
    "+9230",
    "Personage",
    "Secretword",
    "Snatching",
    "Mauza",
    "snatched",
    "فون",
    "grey cap",
    "IMEI",
];

#[test]
fn a_report_goes_with_everything_computed_from_it() {
    let mut bench = Bench::open();
    let (fir, gone) = case(&mut bench);
    for word in WORDS {
        assert!(everything(&bench).contains(word), "{word} was there to remove");
    }
    let rec = bench.ok(expunge(&[&fir]));
    assert_eq!(rec.header.basis, ["COURT-ORDER"]);
    assert!(rec.header.entries.is_empty());
    let Some(Body::RecordExpunge(body)) = rec.body else { panic!("no body") };
    let (mut took, mut expected) = (body.acts, gone);
    assert_eq!(took[0], fir);
    took.sort();
    expected.sort();
    assert_eq!(took, expected, "the corrections, despatches and the unsealing go along");
    let left = everything(&bench);
    for word in WORDS {
        assert!(!left.contains(word), "{word} remains");
    }
    for entry in bench.row::<FirRow>(&fir).entries {
        let row: EntryRow = bench.entry(&entry);
        assert!(row.cells.is_empty() && row.strikes.is_empty() && row.subject.is_empty());
        assert_eq!(row.gone.map(|g| g.act), Some(rec.header.act.clone()));
    }
    let row: FirRow = bench.row(&fir);
    assert_eq!((row.no, row.fir, row.signed, row.copies.len()), (1, None, None, 0));
    assert_eq!(row.gone.map(|g| g.at), Some(bench.now));
    assert!(bench.ledger.all::<PartyRow>("ps-test").unwrap().is_empty());
    assert!(bench.ledger.all::<CorrectionRow>("ps-test").unwrap().is_empty());
    bench.sound();
}

#[test]
fn nothing_is_done_to_a_report_that_is_gone() {
    let mut bench = Bench::open();
    let (fir, gone) = case(&mut bench);
    bench.ok(expunge(&[&fir]));
    let expunged = said("order-expunged", "PPR-22.46");
    assert_eq!(order(bench.refused(FirSign { fir: fir.clone() })), expunged);
    assert_eq!(order(bench.refused(FirDespatch { to: CopyTo::Dpo, ..despatch(&fir) })), expunged);
    assert_eq!(order(bench.refused(seal(&fir))), expunged);
    assert_eq!(order(bench.refused(unseal(&fir))), expunged);
    assert_eq!(order(bench.refused(correct("1/-/2026/1", "narrative", "a", "b"))), expunged);
    assert_eq!(order(bench.refused(correct("2/-/2026-01-05/2", "text", "a", "b"))), expunged);
    assert_eq!(unknown(bench.refused(EntryAttest { correction: gone[2].clone() })), gone[2]);
    assert_eq!(order(bench.refused(expunge(&[&fir]))), said("order-expunged", "COURT-ORDER"));
    assert_eq!(order(bench.refused(expunge(&[&gone[1]]))), said("order-expunged", "COURT-ORDER"));
    // The numbers go on where they stood.
    assert_eq!(bench.ok(self::fir()).header.entries[0].serial, 2);
    bench.sound();
}

#[test]
fn what_cannot_be_removed() {
    let mut bench = Bench::new();
    let mut acts = vec![bench.ok(diary_open()).header.act];
    let report = bench.ok(fir()).header.act;
    let correction = bench.ok(correct("1/-/2026/1", "place", "Chowk", "Bazaar")).header.act;
    acts.push(bench.ok(office_open()).header.act);
    acts.push(bench.ok(appoint()).header.act);
    acts.push(bench.ok(relieve()).header.act);
    acts.push(bench.ok(FirSign { fir: report.clone() }).header.act);
    acts.push(bench.ok(seal(&report)).header.act);
    acts.push(bench.ok(EntryAttest { correction }).header.act);
    acts.push(bench.ok(cash(Direction::In, 5)).header.act);
    acts.push(bench.ok(print(&report)).header.act);
    acts.push(bench.ok(reconcile()).header.act);
    acts.push(bench.ok(roznamcha_acts::kinds::DiaryClose { counted_paisa: 5, ..diary_close() }).header.act);
    let other = bench.ok(incident()).header.act;
    acts.push(bench.ok(expunge(&[&other])).header.act);
    for act in &acts {
        assert_eq!(order(bench.refused(expunge(&[act]))), said("order-not-expungible", "PPR-22.46"));
        let with = expunge(&[&report, act]);
        assert_eq!(order(bench.refused(with)), said("order-not-expungible", "PPR-22.46"));
    }
    bench.sound();
}

#[test]
fn what_hangs_on_another_goes_with_it_only() {
    let mut bench = Bench::open();
    let report = bench.ok(FirRegister { sections: vec!["T-S".to_owned()], ..fir() }).header.act;
    let sent = bench.ok(despatch(&report)).header.act;
    let opened = bench.ok(unseal(&report)).header.act;
    for act in [&sent, &opened] {
        assert_eq!(order(bench.refused(expunge(&[act]))), said("order-expunge-with-fir", "PPR-24.5"));
    }
    let held = bench.ok(lodge()).header.act;
    assert_eq!(order(bench.refused(expunge(&[&held]))), said("order-still-in-custody", "PPR-22.49"));
    let left = bench.ok(release(&held)).header.act;
    assert_eq!(order(bench.refused(expunge(&[&left]))), said("order-expunge-with-lodging", "PPR-22.49"));
    bench.ok(expunge(&[&sent, &report]));
    bench.ok(expunge(&[&left, &held]));
    bench.sound();
}

#[test]
fn a_stay_in_the_lockup_goes_with_its_release() {
    let mut bench = Bench::open();
    let held = bench.ok(CustodyLodge { justification: "Hotword".to_owned(), ..lodge() }).header.act;
    let remarks = "Synthetic Prisoner went home".to_owned();
    let left = bench.ok(CustodyRelease { remarks, ..release(&held) }).header.act;
    bench.ok(correct("2/-/2026-01-05/3", "text", "home", "to his Motherplace"));
    let again = bench.ok(lodge()).header.act;
    let rec = bench.ok(expunge(&[&held]));
    let Some(Body::RecordExpunge(body)) = rec.body else { panic!("no body") };
    assert_eq!((body.acts.len(), &body.acts[1]), (3, &left));
    let row: CustodyRow = bench.row(&held);
    assert!(row.person.is_none() && row.gone.is_some() && row.sections.is_empty());
    assert!(!everything(&bench).contains("Hotword") && !everything(&bench).contains("Motherplace"));
    assert!(everything(&bench).contains("Synthetic Prisoner"), "another stay is another record");
    bench.ok(release(&again));
    bench.ok(expunge(&[&again]));
    assert!(!everything(&bench).contains("Synthetic Prisoner"));
    bench.sound();
}

#[test]
fn a_correction_goes_with_those_built_on_it() {
    let mut bench = Bench::open();
    bench.ok(diary_write());
    let at = "2/-/2026-01-05/2";
    let kept = bench.ok(correct(at, "text", "Left", "Departed")).header.act;
    let named = bench.ok(correct(at, "text", "patrol", "Secret Wordone")).header.act;
    let built = bench.ok(correct(at, "text", "Secret", "Public")).header.act;
    let rec = bench.ok(expunge(&[&named]));
    let Some(Body::RecordExpunge(body)) = rec.body else { panic!("no body") };
    assert_eq!(body.acts, [named, built]);
    let row: EntryRow = bench.entry(&at.parse().unwrap());
    assert_eq!(row.strikes.iter().map(|s| &s.act).collect::<Vec<_>>(), [&kept]);
    assert_eq!(row.current("text").as_deref(), Some("Departed for patrol.\nبرائے گشت روانہ"));
    assert!(!everything(&bench).contains("Secret") && !everything(&bench).contains("Wordone"));
    bench.ok(correct(at, "text", "patrol", "picket"));
    bench.sound();
}

#[test]
fn a_report_may_go_after_its_correction_went() {
    let mut bench = Bench::open();
    let (fir, gone) = case(&mut bench);
    bench.ok(expunge(&[&gone[1]]));
    assert!(!everything(&bench).contains("Personage"));
    assert!(bench.row::<FirRow>(&fir).strikes.is_empty());
    bench.sound();
    bench.ok(expunge(&[&fir]));
    bench.sound();
}

#[test]
fn plain_records_leave_a_stub() {
    let mut bench = Bench::open();
    let acts = [
        bench.ok(diary_write()).header.act,
        bench.ok(noncognizable()).header.act,
        bench.ok(refuse()).header.act,
        bench.ok(incident()).header.act,
    ];
    let refs: Vec<&str> = acts.iter().map(String::as_str).collect();
    bench.ok(expunge(&refs));
    for word in ["patrol", "exchanged", "rent", "Informant", "Synthetic Block", "HY1"] {
        assert!(!everything(&bench).contains(word), "{word}");
    }
    assert!(bench.row::<IncidentRow>(&acts[3]).incident.is_none());
    bench.sound();
}

#[test]
fn an_expunged_act_sent_again_is_still_that_act() {
    let mut bench = Bench::open();
    let act = bench.act(fir().into());
    let first = bench.send(act.clone()).unwrap();
    let order = bench.act(expunge(&[&first.header.act]).into());
    let done = bench.send(order.clone()).unwrap();
    let again = bench.send(act).unwrap();
    assert_eq!((again.header, again.body), (first.header, None), "and its words do not come back");
    assert_eq!(bench.send(order).unwrap(), done, "though the books added to what was sent");
    assert!(!everything(&bench).contains("Complainant"));
    bench.sound();
}

#[test]
fn faults_of_an_order() {
    let mut bench = Bench::open();
    let odd = RecordExpunge {
        acts: vec![],
        court: String::new(),
        order_no: " ".to_owned(),
        order_date: date(2026, 1, 6),
    };
    assert_eq!(
        faults(bench.refused(odd)),
        ["court fault-missing", "order_no fault-missing", "acts fault-missing", "order_date fault-future"]
    );
    assert_eq!(faults(bench.refused(expunge(&["a", "b", "a"]))), ["acts.2 fault-twice"]);
    assert_eq!(unknown(bench.refused(expunge(&[OTHER]))), OTHER);
    let act = bench.ok(diary_write()).header.act;
    let mut elsewhere = bench.act(expunge(&[&act]).into());
    elsewhere.office = "ps-other".to_owned();
    assert_eq!(unknown(bench.refused_act(elsewhere)), act);
}

/// What a check lets be gone, by kind, is what an order may take, a case takes with it, or a destruction.
#[test]
fn what_may_be_taken_out_is_told_by_its_kind() {
    use roznamcha_acts::kinds::is_removable;
    for body in all() {
        let of_case = body.case().is_some() || body.kind() == "fir.register";
        let told = is_removable(body.kind());
        assert!(told || !of_case, "{} goes with its case", body.kind());
        let of_a_case = ["fir.", "case.", "challan.", "accused.", "appeal.", "final."];
        if of_a_case.iter().any(|begin| body.kind().starts_with(begin)) {
            assert_eq!(told, of_case, "{}", body.kind());
        }
        assert!(told || !matches!(body.kind(), "person.join" | "person.part"), "{}", body.kind());
    }
    for kind in ["diary.close", "cash.move", "staff.appoint", "record.expunge", "search.forget", "nothing"] {
        assert!(!is_removable(kind), "{kind}");
    }
}
