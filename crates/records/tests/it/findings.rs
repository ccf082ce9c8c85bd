//! The findings that audits of other systems published, each as a thing that cannot be done here: tried through the door,
//! under the law as shipped. The list comes first, to be read; each line names the check below that tries it. The same
//! must hold after every random sequence of acts: `crates/acts/tests/it/invariants.rs`, `case_invariants.rs` and
//! `crosscheck.rs`, which count as nothing what this file refuses.

use roznamcha_access::{Purpose, Role};
use roznamcha_acts::kinds::*;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{CaseRow, ClockRow, CopyTo, EntryRow, FirRow, ReportKind, Stage, entry_key};
use roznamcha_acts::{Moment, Refusal};
use roznamcha_journal::EntryRef;
use roznamcha_records::{Caller, DoorError, MASK, RegisterQuestion};
use roznamcha_trial::{DISTRICT, Node, STATION, arrest, fir, fir_sensitive, officer_of, opened_case, party};
use std::collections::BTreeMap;

/// What was found, where, and what tries it here.
macro_rules! findings {
    ($($check:ident: $source:literal, $found:literal;)+) => {
        /// Every line of the list, tried.
        #[tokio::test]
        async fn the_findings_of_the_audits_cannot_be_reached() {
            $(
                println!("{}: {}", $source, $found);
                $check().await;
            )+
        }
    };
}

findings! {
    a_report_and_its_diary_entry_are_one_act:
        "CCTNS, Odisha (CAG 2025)", "412 reports dated before their diary entry";
    nothing_is_seized_and_nobody_arrested_before_the_report:
        "CCTNS, Odisha (CAG 2025)", "arrests and seizures before the report";
    only_the_investigating_officer_sends_a_challan_up:
        "CCTNS, Odisha (CAG 2025)", "2,080 charge sheets by officers who did not investigate the case";
    a_missing_child_is_not_given_up:
        "CCTNS, Odisha (CAG 2025)", "5,566 complaints of missing children without a report";
    a_non_cognizable_report_is_in_the_diary_and_in_no_other_book:
        "CCTNS, Odisha (CAG 2025)", "9,642 non-cognizable cases unrecorded";
    a_protected_name_is_shown_to_nobody_who_need_not_know:
        "CCTNS, Odisha (CAG 2025)", "1,631 cases that exposed women victims and juveniles on the citizens' portal";
    a_case_is_closed_by_three_hands_only:
        "CCTNS, Odisha (CAG 2025)", "190 of 368 closures that were checked were wrong";
    an_accused_stands_in_a_case_once:
        "CCTNS, Odisha (CAG 2025)", "several identities for one accused";
    a_station_answers_to_its_own_supervisors:
        "CCTNS, Odisha (CAG 2025)", "stations under the wrong supervisors";
    an_import_totals_to_the_row:
        "CCTNS, Odisha (CAG 2025); iOPS, Greater Manchester", "migration incomplete; 604 crimes found not migrated";
    what_waits_is_counted:
        "iOPS, Greater Manchester", "no view of the backlog";
    a_copy_not_sent_is_told:
        "Common Platform, England", "3,011 notifications to partners silently not sent";
    what_was_written_does_not_change:
        "Common Platform, England", "results that changed after they were entered";
}

struct Desk {
    node: Node,
    case: String,
}

impl Desk {
    async fn new(report: fn(u32, Moment) -> FirRegister) -> Self {
        let node = Node::new().await.unwrap();
        let case = opened_case(&node, report(1, node.records.now())).await.unwrap();
        node.clock.set(node.records.now().plus_seconds(600));
        Self { node, case }
    }

    async fn theft() -> Self {
        Self::new(fir).await
    }

    async fn caller(&self, role: Role) -> Caller {
        let purpose = match role {
            Role::Io | Role::Prosecutor => Purpose::Investigation,
            Role::Sdpo | Role::Dpo => Purpose::Supervision,
            Role::Court => Purpose::CourtOrder,
            _ => Purpose::Duty,
        };
        self.node.as_role(role).await.unwrap().for_purpose(purpose, "1/2026")
    }

    async fn does(&self, role: Role, body: impl Into<Body>) -> Result<roznamcha_records::Receipt, DoorError> {
        let mut act = roznamcha_records::NewAct::now(self.node.id(), body.into());
        act.office = Some(STATION.to_owned());
        self.node.records.perform(&self.caller(role).await, act).await
    }

    /// The act is refused by the rules, for this reason.
    async fn refused(&self, role: Role, body: impl Into<Body>, why: &str) {
        match self.does(role, body).await {
            Err(DoorError::Refused(Refusal::Order { code, citation })) => {
                assert_eq!(code, why);
                assert!(!citation.is_empty(), "{why} cites no law");
            }
            Err(DoorError::Refused(Refusal::Fields { faults })) => {
                assert!(faults.iter().any(|fault| fault.code == why), "{faults:?}");
            }
            other => panic!("{why}: {other:?}"),
        }
    }

    async fn row<T: View>(&self, key: &str) -> T {
        T::read(&self.node.store.row(&T::at(STATION, key)).await.unwrap().unwrap()).unwrap()
    }

    fn order(&self) -> Order {
        let (authority, number) = ("فرضی عدالت".to_owned(), "11/2026".to_owned());
        Order { authority, number, date: self.node.records.now().day() }
    }

    fn challan(&self) -> ChallanSubmit {
        ChallanSubmit {
            fir: self.case.clone(),
            report: ReportKind::Complete,
            persons: vec![Challaned {
                accused: 1,
                class: roznamcha_acts::views::CustodyClass::Alif,
                sections: vec!["PPC-379".to_owned()],
            }],
            witnesses: Vec::new(),
            property: Vec::new(),
            samples: String::new(),
            through: officer_of(Role::Sho),
            prosecutor: "فرضی سرکاری وکیل".to_owned(),
        }
    }
}

async fn a_report_and_its_diary_entry_are_one_act() {
    let desk = Desk::theft().await;
    let report: FirRow = desk.row(&desk.case).await;
    let mut hours = Vec::new();
    for register in ["1", "2"] {
        let entry = report.entries.iter().find(|entry| entry.register == register).unwrap();
        let row: EntryRow = desk.row(&entry_key(entry)).await;
        hours.push((row.act, row.happened, row.stated, row.written));
    }
    assert_eq!(hours[0], hours[1], "one act, one hour, two books");
    let close =
        DiaryClose { counted_paisa: 0, difference_reason: None, book_paisa: 0, remarks: String::new() };
    desk.does(Role::Moharrar, close).await.unwrap();
    desk.refused(Role::Moharrar, fir(2, desk.node.records.now()), "order-diary-not-open").await;
}

async fn nothing_is_seized_and_nobody_arrested_before_the_report() {
    let desk = Desk::theft().await;
    let before = desk.row::<CaseRow>(&desk.case).await.registered.plus_seconds(-60);
    desk.refused(Role::Io, arrest(&desk.case, before), "order-before-fir").await;
    let memo = CaseMemo {
        fir: desk.case.clone(),
        of: MemoOf::Recovery,
        at: before,
        place: "فرضی چوک".to_owned(),
        accused: None,
        warrant: None,
        grounds: String::new(),
        witnesses: vec!["فرضی گواہ اول".to_owned(), "فرضی گواہ دوم".to_owned()],
        items: vec![Found {
            description: "فرضی فون".to_owned(), quantity: "1".to_owned(), property: None
        }],
    };
    desk.refused(Role::Io, memo, "order-before-fir").await;
}

async fn only_the_investigating_officer_sends_a_challan_up() {
    let desk = Desk::theft().await;
    for role in [Role::Sho, Role::Moharrar, Role::DutyOfficer] {
        let denied = desk.does(role, desk.challan()).await;
        assert!(matches!(denied, Err(DoorError::NotAllowed { .. })), "{role}: {denied:?}");
    }
    desk.does(Role::Io, desk.challan()).await.unwrap();
}

async fn a_missing_child_is_not_given_up() {
    let desk = Desk::theft().await;
    let report = MissingReport {
        person: Party { age: Some(9), ..party(40) },
        last_seen: desk.node.records.now(),
        place: "فرضی سکول".to_owned(),
        description: "نیلی قمیض".to_owned(),
        reporter: party(41),
        alert_no: String::new(),
    };
    let open = desk.does(Role::Moharrar, report).await.unwrap();
    let clock: ClockRow = desk.row(&ClockRow::key_of(&open.act, "D20")).await;
    assert!(clock.is_open(), "the alert is awaited from the minute of the report");
    let close = |outcome: &str, fir: Option<String>| MissingClose {
        missing: open.act.clone(),
        outcome: outcome.to_owned(),
        particulars: "فرضی تفصیل".to_owned(),
        fir,
    };
    desk.refused(Role::Moharrar, close("withdrawn", None), "order-child-still-missing").await;
    desk.refused(Role::Moharrar, close("case", None), "fault-case-needed").await;
    desk.does(Role::Moharrar, close("case", Some(desk.case.clone()))).await.unwrap();
}

async fn a_non_cognizable_report_is_in_the_diary_and_in_no_other_book() {
    let desk = Desk::theft().await;
    let now = desk.node.records.now();
    let minor = FirRegister { sections: vec!["PPC-504".to_owned()], ..fir(3, now) };
    desk.refused(Role::Moharrar, minor, "fault-not-cognizable").await;
    let report = ReportNoncognizable {
        informant: party(42),
        sections: vec!["PPC-504".to_owned()],
        substance: "فرضی بدزبانی".to_owned(),
        place: String::new(),
        magistrate: None,
    };
    let kept = desk.does(Role::Moharrar, report).await.unwrap();
    let registers: Vec<&str> = kept.entries.iter().map(|entry| entry.register.as_str()).collect();
    assert_eq!(registers, ["2"], "it has its number in the diary, or it is not written at all");
}

async fn a_protected_name_is_shown_to_nobody_who_need_not_know() {
    let desk = Desk::new(fir_sensitive).await;
    let name = "فرضی شخص";
    let records = &desk.node.records;
    let clerk = desk.caller(Role::Moharrar).await;
    assert!(records.search(&clerk, &party(1).cnic.unwrap()).await.unwrap().found.is_empty());
    for register in ["1", "2", "5", "9"] {
        let question = RegisterQuestion {
            office: STATION.to_owned(),
            register: register.to_owned(),
            limit: 50,
            ..RegisterQuestion::default()
        };
        for view in records.register(&clerk, &question).await.unwrap().entries {
            let told = view.row.cells.iter().find(|cell| cell.value.contains(name));
            assert_eq!(told, None, "register {register} names a protected person");
        }
    }
    let stranger = records.check_print(&desk.case, "no such hash").await.unwrap();
    assert!(!format!("{stranger:?}").contains(name), "what a stranger may ask names nobody");
    let analyst = desk.node.as_role(Role::Analyst).await.unwrap();
    let heading = records.fir(&analyst, &desk.case).await.unwrap().row.fir.unwrap();
    assert_eq!((heading.informant.name.as_str(), heading.narrative.as_str()), (MASK, MASK));
}

async fn a_case_is_closed_by_three_hands_only() {
    let desk = Desk::theft().await;
    let fir = desk.case.clone();
    let end =
        FinalOrder { fir: fir.clone(), agreed: true, order: desk.order(), report: None, freed: Vec::new() };
    let recommend = FinalRecommend {
        fir: fir.clone(),
        report: ReportKind::Untraced,
        grounds: "فرضی: کوئی سراغ نہ ملا".to_owned(),
        through: officer_of(Role::Sho),
        prosecutor: "فرضی سرکاری وکیل".to_owned(),
    };
    let prosecutor = "فرضی سرکاری وکیل".to_owned();
    let agree = FinalAgree { fir, prosecutor, agreed: true, remarks: String::new() };
    let ended = desk.does(Role::Court, end.clone()).await;
    assert!(matches!(ended, Err(DoorError::Refused(_))), "no officer recommended it: {ended:?}");
    let denied = desk.does(Role::Moharrar, recommend.clone()).await;
    assert!(matches!(denied, Err(DoorError::NotAllowed { .. })), "{denied:?}");
    desk.does(Role::Io, recommend).await.unwrap();
    let ended = desk.does(Role::Court, end.clone()).await;
    assert!(matches!(ended, Err(DoorError::Refused(_))), "no prosecutor agreed to it: {ended:?}");
    desk.does(Role::Prosecutor, agree).await.unwrap();
    assert_eq!(desk.row::<CaseRow>(&desk.case).await.stage, Stage::Investigation, "not closed yet");
    desk.does(Role::Court, end).await.unwrap();
    assert_eq!(desk.row::<CaseRow>(&desk.case).await.stage, Stage::Untraced);
}

async fn an_accused_stands_in_a_case_once() {
    let desk = Desk::theft().await;
    // The report names person 90.
    let again = roznamcha_trial::nominate(&desk.case, 90);
    desk.refused(Role::Io, again.clone(), "order-accused-already").await;
    let spelt = Party { name: "فرضی شخص نوے".to_owned(), ..party(90) };
    desk.refused(Role::Io, CaseNominate { person: spelt, ..again }, "order-accused-already").await;
    let twice = [party(50), Party { name: "فرضی دوسرا نام".to_owned(), ..party(50) }];
    let accused = twice.map(|person| Accused { person, description: String::new() }).to_vec();
    let report = FirRegister { accused, ..fir(6, desk.node.records.now()) };
    desk.refused(Role::Moharrar, report, "fault-twice").await;
    desk.does(Role::Io, roznamcha_trial::nominate(&desk.case, 91)).await.unwrap();
}

async fn a_station_answers_to_its_own_supervisors() {
    let desk = Desk::theft().await;
    let records = &desk.node.records;
    assert!(records.fir(&desk.caller(Role::Dpo).await, &desk.case).await.is_ok());
    let other = records.system().as_officer("TRL-sho-2").await.unwrap();
    let other = other.for_purpose(Purpose::Supervision, "1/2026");
    let told = records.fir(&other, &desk.case).await;
    assert!(matches!(told, Err(DoorError::NotFound)), "another station's officer: {told:?}");
    let pending = records.pendency(&other, STATION).await;
    assert!(matches!(pending, Err(DoorError::NotFound)), "and its figures: {pending:?}");
}

async fn an_import_totals_to_the_row() {
    let desk = Desk::theft().await;
    let totals = LegacyReconcile {
        source: "legacy-list".to_owned(),
        file_sha256: "0".repeat(64),
        read: 3,
        accepted: 2,
        rejected: 1,
        reasons: BTreeMap::from([("no date".to_owned(), 1)]),
        offices: BTreeMap::from([(STATION.to_owned(), 2)]),
    };
    let lost = [
        LegacyReconcile { read: 4, ..totals.clone() },
        LegacyReconcile { reasons: BTreeMap::new(), ..totals.clone() },
        LegacyReconcile { offices: BTreeMap::from([(STATION.to_owned(), 1)]), ..totals.clone() },
    ];
    let clerk = desk.node.as_role(Role::Administrator).await.unwrap();
    for short in lost {
        let refused = desk.node.act(&clerk, short.into()).await;
        assert!(matches!(refused, Err(DoorError::Refused(Refusal::Fields { .. }))), "{refused:?}");
    }
    desk.node.act(&clerk, totals.into()).await.unwrap();
}

async fn what_waits_is_counted() {
    let desk = Desk::theft().await;
    desk.node.clock.set(desk.node.records.now().plus_seconds(20 * 86_400));
    let lines = desk.node.records.pendency(&desk.caller(Role::Dpo).await, DISTRICT).await.unwrap();
    let of_case: u64 = lines.iter().flat_map(|line| line.ages).sum();
    assert_eq!(of_case, 1, "by officer, stage and age, from the station up to the district");
}

async fn a_copy_not_sent_is_told() {
    let desk = Desk::theft().await;
    let waits =
        async |deadline: &str| desk.row::<ClockRow>(&ClockRow::key_of(&desk.case, deadline)).await.is_open();
    for to in [CopyTo::Complainant, CopyTo::Dpo, CopyTo::Magistrate] {
        assert!(desk.row::<FirRow>(&desk.case).await.unsent().contains(&to), "{to:?} waits");
        assert!(waits(if to == CopyTo::Complainant { "D2" } else { "D3" }).await);
        let sent = FirDespatch { fir: desk.case.clone(), to, carrier: "بالمشافہ".to_owned() };
        desk.does(Role::Moharrar, sent).await.unwrap();
        assert!(!desk.row::<FirRow>(&desk.case).await.unsent().contains(&to));
    }
    assert!(!waits("D2").await && !waits("D3").await, "only what was sent is not awaited");
}

async fn what_was_written_does_not_change() {
    let desk = Desk::theft().await;
    let entry: EntryRef = "1/-/2026/1".parse().unwrap();
    let before: EntryRow = desk.row(&entry_key(&entry)).await;
    let correct = EntryCorrect {
        entry: entry.clone(),
        field: "narrative".to_owned(),
        wrong: "چوری".to_owned(),
        right: "غائب".to_owned(),
        reason: "سہو قلم".to_owned(),
        target: String::new(),
    };
    desk.does(Role::Moharrar, correct).await.unwrap();
    let after: EntryRow = desk.row(&entry_key(&entry)).await;
    assert_eq!(after.cells, before.cells, "the first words stand");
    assert!(after.current("narrative").unwrap().contains("غائب"), "the right ones are written after them");
    assert!(desk.node.records.system().fsck(10, &|_, _| {}).await.unwrap().is_empty());
}
