use roznamcha_acts::kinds::{Accused, FirRegister, Party};
use roznamcha_acts::views::{CustodyRow, DeskRow, EntryRow, FirRow, PartyRole, PartyRow};

use crate::bench::{Bench, cells, entries, order, said};
use crate::samples::{diary_write, fir, full_fir, full_party, party};

#[test]
fn one_act_makes_its_entries_in_four_registers() {
    let mut bench = Bench::open();
    let rec = bench.ok(full_fir());
    assert_eq!(entries(&rec), ["1/-/2026/1", "2/-/2026-01-05/2", "5/I/2026/1", "5/I/2026/2", "9/II/2026/1"]);
    assert_eq!(rec.header.basis, ["CrPC-154", "PPR-24.5"]);
    let rows: Vec<EntryRow> = rec.header.entries.iter().map(|e| bench.entry(e)).collect();
    let subjects: Vec<&str> = rows.iter().map(|r| r.subject.as_str()).collect();
    assert_eq!(subjects, ["fir", "info_cognizable", "fir_copy", "fir_copy", "crime"]);
    assert!(rows.iter().all(|r| r.act == rec.header.act && !r.sealed && r.strikes.is_empty()));
    assert!(rows.iter().all(|r| (r.happened, r.written) == (rows[0].happened, rows[0].written)));
    assert_eq!(
        rows[0].cells.iter().map(|c| c.key.as_str()).collect::<Vec<_>>(),
        [
            "e_tag",
            "occurred_from",
            "occurred_to",
            "reported",
            "informant",
            "sections",
            "brief",
            "property",
            "place",
            "beat",
            "action",
            "delay_reason",
            "despatched",
            "narrative",
            "narrative_en",
            "io"
        ]
    );
    assert!(cells(&rows[0]).contains(&"property=Telephone — 1 — IMEI 000000000000000 — Rs 45000".to_owned()));
    assert_eq!(
        cells(&rows[1]),
        [
            "fir_no=1/2026",
            "sections=T-1 T-M",
            "reported=2026-01-05T07:30:00+05:00",
            "informant=Synthetic Complainant بنت Synthetic Complainant Senior عرف Alias Synthetic Complainant \
             ساکن House 1, Synthetic Street",
            "place=Synthetic Chowk",
            "text=Snatching of a telephone from Synthetic Victim",
        ]
    );
    assert_eq!(cells(&rows[2])[..3], ["to=dpo", "subject=fir_copy", "fir_no=1/2026"]);
    assert_eq!(cells(&rows[3])[..3], ["to=magistrate", "subject=fir_copy", "fir_no=1/2026"]);
    assert_eq!(
        cells(&rows[4]),
        [
            "fir_no=1/2026",
            "date=2026-01-05T06:00:00+05:00",
            "offence=T-1 T-M",
            "village=Mauza Test",
            "beat=2"
        ]
    );
    bench.sound();
}

#[test]
fn the_case_and_its_persons_stand_in_the_views() {
    let mut bench = Bench::open();
    let rec = bench.ok(full_fir());
    let row: FirRow = bench.row(&rec.header.act);
    assert_eq!((row.no, row.year, row.writer.as_str()), (1, 2026, "moharrar-1"));
    assert_eq!((row.fir, row.leaf), (Some(full_fir()), rec.leaf.to_string()));
    assert!(row.signed.is_none() && row.copies.is_empty() && row.sealed.is_none() && row.gone.is_none());
    let parties: Vec<PartyRow> = bench.ledger.all(&bench.office).unwrap();
    let roles: Vec<PartyRole> = parties.iter().map(|p| p.role).collect();
    assert_eq!(roles, [PartyRole::Informant, PartyRole::Victim, PartyRole::Accused]);
    assert_eq!(parties[1].party, full_party("Synthetic Victim", 2));
    assert!(bench.ledger.all::<CustodyRow>(&bench.office).unwrap().is_empty());
    assert_eq!(bench.row::<DeskRow>("-").cash_paisa, 0);
}

#[test]
fn without_an_open_diary_no_case_opens() {
    let mut bench = Bench::new();
    assert_eq!(order(bench.refused(fir())), said("order-diary-not-open", "PPR-22.48"));
    assert_eq!(bench.ledger.offices().count(), 0, "not even an empty journal is left");
}

#[test]
fn serials_run_on_across_acts() {
    let mut bench = Bench::open();
    bench.ok(fir());
    bench.ok(diary_write());
    let rec = bench.ok(fir());
    assert_eq!(entries(&rec), ["1/-/2026/2", "2/-/2026-01-05/4", "5/I/2026/3", "5/I/2026/4", "9/II/2026/2"]);
    assert_eq!(bench.row::<FirRow>(&rec.header.act).no, 2);
}

#[test]
fn two_hundred_persons_a_side() {
    let mut bench = Bench::open();
    let victims: Vec<Party> = (0..200).map(|i| party(&format!("Synthetic {i}"))).collect();
    let accused: Vec<Accused> =
        victims.iter().map(|p| Accused { person: p.clone(), description: String::new() }).collect();
    let rec = bench.ok(FirRegister { victims, accused, ..fir() });
    assert_eq!(bench.ledger.all::<PartyRow>(&bench.office).unwrap().len(), 401);
    bench.ok(crate::samples::seal(&rec.header.act));
    assert!(bench.ledger.all::<PartyRow>(&bench.office).unwrap().iter().all(|p| p.sealed));
    bench.ok(crate::samples::expunge(&[&rec.header.act]));
    assert!(bench.ledger.all::<PartyRow>(&bench.office).unwrap().is_empty());
    bench.sound();
}

#[test]
fn the_law_seals_what_it_protects() {
    let child = Party { age: Some(17), ..party("Synthetic Child") };
    let adult = Party { age: Some(18), ..party("Synthetic Adult") };
    let accused = |person| vec![Accused { person, description: String::new() }];
    let cases = [
        (FirRegister { sections: vec!["T-S".to_owned()], ..fir() }, Some("protected-offence")),
        (FirRegister { victims: vec![child.clone()], ..fir() }, Some("child-victim")),
        (FirRegister { informant: child.clone(), informant_is_victim: true, ..fir() }, Some("child-victim")),
        (FirRegister { informant: child.clone(), ..fir() }, None),
        (FirRegister { accused: accused(child), ..fir() }, Some("juvenile-accused")),
        (FirRegister { victims: vec![adult.clone()], accused: accused(adult), ..fir() }, None),
        (FirRegister { seal: Some("informer".to_owned()), ..fir() }, Some("informer")),
    ];
    let mut bench = Bench::open();
    for (body, reason) in cases {
        let rec = bench.ok(body);
        let row: FirRow = bench.row(&rec.header.act);
        assert_eq!(row.sealed.map(|s| s.reason).as_deref(), reason);
    }
}

#[test]
fn a_sealed_reports_gist_names_nobody() {
    let mut bench = Bench::open();
    let rec = bench.ok(FirRegister { sections: vec!["T-S".to_owned()], ..full_fir() });
    for entry in &rec.header.entries {
        let row = bench.entry(entry);
        assert!(row.sealed, "{entry}");
        if entry.register != "1" {
            let body = serde_json::to_string(&row).unwrap();
            for word in
                ["Complainant", "Victim", "Accused", "Street", "3520200", "+9230", "Chowk", "Snatching"]
            {
                assert!(!body.contains(word), "{entry}: {word}");
            }
        }
    }
    let gist = bench.entry(&rec.header.entries[1]);
    assert_eq!(cells(&gist), ["fir_no=1/2026", "sections=T-S", "reported=2026-01-05T07:30:00+05:00"]);
    assert!(bench.ledger.all::<PartyRow>(&bench.office).unwrap().iter().all(|p| p.sealed));
    bench.sound();
}
