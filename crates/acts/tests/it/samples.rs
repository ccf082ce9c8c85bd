//! One sound body of each kind. All persons are synthetic, visibly so.

use jiff::civil::{Date, date};
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{CellKind, CopyTo, NamedBy};
use roznamcha_acts::{Body, Moment};
use std::collections::BTreeMap;

use crate::bench::moment;

pub const DAY: Date = date(2026, 1, 5);

pub fn party(name: &str) -> Party {
    Party { name: name.to_owned(), ..Party::default() }
}

/// A person with every particular.
pub fn full_party(name: &str, digit: u8) -> Party {
    Party {
        name: name.to_owned(),
        relation: Some(Relation { kind: RelationKind::DaughterOf, name: format!("{name} Senior") }),
        alias: Some(format!("Alias {name}")),
        cnic: Some(format!("352020000000{digit}")),
        phone: Some(format!("+92300000000{digit}")),
        address: Some(format!("House {digit}, Synthetic Street")),
        gender: Some(Gender::Female),
        age: Some(30),
    }
}

pub fn office_open() -> OfficeOpen {
    OfficeOpen {
        code: "ps-new".to_owned(),
        office_kind: "police_station".to_owned(),
        name_en: "Synthetic Station".to_owned(),
        name_ur: "فرضی تھانہ".to_owned(),
        province: "TP".to_owned(),
        diary_hour: 8,
    }
}

pub fn appoint() -> StaffAppoint {
    StaffAppoint {
        officer: "asi-9".to_owned(),
        name_en: "Synthetic Officer".to_owned(),
        name_ur: "فرضی افسر".to_owned(),
        belt_no: "T/9".to_owned(),
        phone: Some("+923000000009".to_owned()),
        rank: "asi".to_owned(),
        role: "io".to_owned(),
        from: DAY,
        order_no: "12/2026".to_owned(),
        woman: true,
        juvenile_trained: false,
    }
}

pub fn relieve() -> StaffRelieve {
    StaffRelieve {
        officer: "asi-9".to_owned(),
        until: date(2026, 2, 1),
        order_no: "13/2026".to_owned(),
        reason: "Transferred".to_owned(),
    }
}

pub fn diary_open() -> DiaryOpen {
    DiaryOpen::on(DAY)
}

pub fn diary_write() -> DiaryWrite {
    DiaryWrite {
        subject: DiaryKind::Departure,
        text: "Left for patrol.\nبرائے گشت روانہ".to_owned(),
        officers: vec!["asi-9".to_owned()],
        fir: None,
    }
}

pub fn diary_close() -> DiaryClose {
    DiaryClose { counted_paisa: 0, difference_reason: None, book_paisa: 0, remarks: String::new() }
}

pub fn noncognizable() -> ReportNoncognizable {
    ReportNoncognizable {
        informant: party("Synthetic Informant"),
        sections: vec!["T-N".to_owned()],
        substance: "Words were exchanged.".to_owned(),
        place: "Synthetic Bazaar".to_owned(),
        magistrate: Some("Magistrate, Section 30".to_owned()),
    }
}

pub fn refuse() -> ReportRefuse {
    ReportRefuse {
        informant: party("Synthetic Informant"),
        substance: "A civil matter of rent.".to_owned(),
        reasons: "No offence is disclosed.".to_owned(),
        notice: "handed".to_owned(),
    }
}

/// The least a report must hold.
pub fn fir() -> FirRegister {
    FirRegister {
        e_tag: None,
        occurred_from: moment("2026-01-05T06:00:00+05:00"),
        occurred_to: None,
        reported: moment("2026-01-05T07:30:00+05:00"),
        informant: party("Synthetic Complainant"),
        informant_is_victim: false,
        victims: vec![],
        accused: vec![],
        sections: vec!["T-1".to_owned()],
        brief: String::new(),
        property: vec![],
        place: Place { text: "Synthetic Chowk".to_owned(), ..Place::default() },
        action: String::new(),
        delay_reason: None,
        despatched: None,
        narrative: "It was taken.".to_owned(),
        narrative_en: None,
        read_over: true,
        mark: Mark::Signature,
        io: None,
        seal: None,
        marks: vec![],
    }
}

/// A report with every column filled.
pub fn full_fir() -> FirRegister {
    FirRegister {
        e_tag: Some("CMS-77".to_owned()),
        occurred_to: Some(moment("2026-01-05T06:20:00.250+05:00")),
        informant: full_party("Synthetic Complainant", 1),
        victims: vec![full_party("Synthetic Victim", 2)],
        accused: vec![Accused {
            person: full_party("Synthetic Accused", 3),
            description: "Tall, grey cap".to_owned(),
        }],
        sections: vec!["T-1".to_owned(), "T-M".to_owned()],
        brief: "Snatching of a telephone from Synthetic Victim".to_owned(),
        property: vec![Property {
            description: "Telephone".to_owned(),
            quantity: "1".to_owned(),
            value_rupees: Some(45_000),
            identifier: Some("IMEI 000000000000000".to_owned()),
        }],
        place: Place {
            text: "Synthetic Chowk".to_owned(),
            distance_m: Some(1_500),
            bearing: Some(Bearing::Ne),
            beat: Some("2".to_owned()),
            village: Some("Mauza Test".to_owned()),
            lat_e6: Some(33_700_000),
            lon_e6: Some(73_050_000),
        },
        action: "Case registered.".to_owned(),
        delay_reason: Some("None".to_owned()),
        despatched: Some(moment("2026-01-05T07:45:00+05:00")),
        narrative: "میرا فون چھین لیا گیا۔ Synthetic Victim fell.".to_owned(),
        narrative_en: Some("My telephone was snatched.".to_owned()),
        mark: Mark::LeftThumb,
        io: Some("asi-9".to_owned()),
        ..fir()
    }
}

pub fn despatch(fir: &str) -> FirDespatch {
    FirDespatch { fir: fir.to_owned(), to: CopyTo::Magistrate, carrier: "T/9".to_owned() }
}

pub fn seal(fir: &str) -> FirSeal {
    FirSeal { fir: fir.to_owned(), reason: "court-order".to_owned() }
}

pub fn unseal(fir: &str) -> FirUnseal {
    FirUnseal { fir: fir.to_owned(), order_no: "14/2026".to_owned() }
}

pub fn nominate(fir: &str) -> CaseNominate {
    CaseNominate {
        fir: fir.to_owned(),
        person: full_party("Synthetic Nominee", 6),
        description: "Short, a scar on the left hand".to_owned(),
        named_by: NamedBy::Witness,
        ground: "Seen leaving the place.".to_owned(),
        village: Some("Mauza Test".to_owned()),
        search_slip: Some("SS-3/2026".to_owned()),
        party: None,
    }
}

pub fn correct(entry: &str, field: &str, wrong: &str, right: &str) -> EntryCorrect {
    EntryCorrect {
        entry: entry.parse().unwrap(),
        field: field.to_owned(),
        wrong: wrong.to_owned(),
        right: right.to_owned(),
        reason: "Misheard".to_owned(),
        target: String::new(),
    }
}

pub fn lodge() -> CustodyLodge {
    CustodyLodge {
        person: full_party("Synthetic Prisoner", 4),
        sections: vec!["T-1".to_owned()],
        fir: None,
        arrested: moment("2026-01-05T07:00:00+05:00"),
        justification: "Caught with the property.".to_owned(),
    }
}

pub fn brought_back(custody: &str) -> CustodyReturn {
    CustodyReturn { custody: custody.to_owned(), by: "asi-9".to_owned(), remarks: "Bandaged.".to_owned() }
}

pub fn escape(custody: &str, escaped: Moment) -> CustodyEscape {
    CustodyEscape {
        custody: custody.to_owned(),
        escaped,
        guard: "asi-9".to_owned(),
        circumstances: "Through the window of the ward.".to_owned(),
        report: None,
        report_elsewhere: "7/2026, Synthetic Station".to_owned(),
    }
}

pub fn release(custody: &str) -> CustodyRelease {
    CustodyRelease {
        custody: custody.to_owned(),
        release: "magistrate".to_owned(),
        remarks: "Produced.".to_owned(),
    }
}

pub fn cash(direction: Direction, amount_paisa: i64) -> CashMove {
    CashMove {
        direction,
        amount_paisa,
        head: "diet".to_owned(),
        party: "Synthetic Treasury".to_owned(),
        voucher: "V-1".to_owned(),
        purpose: "Diet of prisoners".to_owned(),
    }
}

pub fn print(of: &str) -> DocumentPrint {
    DocumentPrint { form: "fir".to_owned(), of: of.to_owned(), copy: "dpo".to_owned() }
}

pub fn expunge(acts: &[&str]) -> RecordExpunge {
    RecordExpunge {
        acts: acts.iter().map(|a| (*a).to_owned()).collect(),
        court: "Synthetic Sessions Court".to_owned(),
        order_no: "99/2026".to_owned(),
        order_date: date(2026, 1, 4),
    }
}

/// The hash of a file by its number.
pub fn hash(n: u8) -> String {
    format!("{n:064x}")
}

pub fn file(n: u8) -> AttachedFile {
    AttachedFile {
        sha256: hash(n),
        size: 0,
        media: String::new(),
        kind: FileKind::Photograph,
        title: "The broken lock".to_owned(),
        taken_at: Some(moment("2026-01-05T07:50:00+05:00")),
        taken_by: Some("Synthetic Constable".to_owned()),
        device: Some("Station telephone".to_owned()),
    }
}

pub fn attach(to: &str, files: &[u8]) -> AttachAdd {
    AttachAdd { to: to.to_owned(), case: None, files: files.iter().map(|n| file(*n)).collect() }
}

pub fn incident() -> LegacyIncident {
    LegacyIncident {
        source: "legacy-list".to_owned(),
        number: "HY1".to_owned(),
        class: "theft".to_owned(),
        occurred_from: moment("2019-03-01T00:00:00+05:00"),
        occurred_to: Some(moment("2019-03-02T00:00:00+05:00")),
        time_known: false,
        place: "Synthetic Block".to_owned(),
        beat: Some("12".to_owned()),
        lat_e6: Some(41_800_000),
        lon_e6: Some(-87_600_000),
        rest: BTreeMap::from([("ward".to_owned(), "3".to_owned())]),
    }
}

pub fn reconcile() -> LegacyReconcile {
    LegacyReconcile {
        source: "legacy-list".to_owned(),
        file_sha256: "0".repeat(64),
        read: 3,
        accepted: 2,
        rejected: 1,
        reasons: BTreeMap::from([("no date".to_owned(), 1)]),
        offices: BTreeMap::from([("ps-test".to_owned(), 2)]),
    }
}

fn typed(register: &str, part: &str, cells: &[(&str, &str)]) -> BookEnter {
    BookEnter {
        register: register.to_owned(),
        part: part.to_owned(),
        cells: cells.iter().map(|(k, v)| ((*k).to_owned(), (*v).to_owned())).collect(),
        columns: vec![],
        diary: None,
    }
}

pub fn standing_order(no: &str, text: &str) -> BookEnter {
    typed("3", "I", &[("order_no", no), ("date", "2026-01-04"), ("text", text)])
}

pub fn letter_in(from: &str) -> BookEnter {
    typed("5", "I", &[("direction", "in"), ("from", from), ("reply_due", "2026-02-01")])
}

pub fn licence(no: &str, holder: &str) -> BookEnter {
    typed("17", "arms", &[("licence_no", no), ("holder", holder), ("valid_to", "2027-12-31")])
}

pub fn weapon_on_charge(no: &str) -> BookEnter {
    typed("16", "III", &[("weapon_no", no), ("bore", "9 mm"), ("rounds", "20")])
}

pub fn village_note(note: &str) -> BookEnter {
    typed("9", "V", &[("date", "2026-01-05"), ("note", note)])
}

pub fn visitor(name: &str) -> BookEnter {
    typed("w-visitor", "-", &[("visitor", name), ("came_at", "2026-01-05T09:00:00+05:00")])
}

pub fn fill(entry: &str, field: &str, value: &str) -> BookFill {
    BookFill {
        entry: entry.parse().unwrap(),
        field: field.to_owned(),
        value: value.to_owned(),
        column: None,
        target: String::new(),
    }
}

fn written(key: &str, kind: CellKind, personal: bool, unique: bool) -> Written {
    Written { key: key.to_owned(), kind, personal, unique }
}

/// Fills a body's case: the fixed id that golden samples name.
pub const OTHER: &str = "00000000-0000-0000-0000-0000000000aa";

/// One full body of every kind.
pub fn all() -> Vec<Body> {
    let things = crate::things::all();
    let mut all = vec![
        Body::OfficeOpen(office_open()),
        Body::StaffAppoint(appoint()),
        Body::StaffRelieve(relieve()),
        Body::DiaryOpen(DiaryOpen { custody: vec![OTHER.to_owned()], cash_paisa: 100, ..diary_open() }),
        Body::DiaryWrite(DiaryWrite { fir: Some(OTHER.to_owned()), ..diary_write() }),
        Body::DiaryClose(DiaryClose {
            counted_paisa: 90,
            difference_reason: Some("A note was torn".to_owned()),
            book_paisa: 100,
            remarks: "Quiet".to_owned(),
        }),
        Body::ReportNoncognizable(noncognizable()),
        Body::ReportRefuse(refuse()),
        Body::FirRegister(FirRegister { seal: Some("court-order".to_owned()), ..full_fir() }),
        Body::FirSign(FirSign { fir: OTHER.to_owned() }),
        Body::FirDespatch(despatch(OTHER)),
        Body::FirSeal(seal(OTHER)),
        Body::FirUnseal(unseal(OTHER)),
    ];
    all.extend(crate::case_samples::all());
    all.extend(crate::court_samples::all());
    all.extend([
        Body::EntryCorrect(EntryCorrect {
            target: OTHER.to_owned(),
            ..correct("1/-/2026/1", "narrative", "taken", "snatched")
        }),
        Body::EntryAttest(EntryAttest { correction: OTHER.to_owned() }),
        Body::CustodyLodge(CustodyLodge { fir: Some(OTHER.to_owned()), ..lodge() }),
        Body::CustodyRelease(release(OTHER)),
        Body::CustodyReturn(brought_back(OTHER)),
        Body::CustodyEscape(CustodyEscape {
            report: Some(OTHER.to_owned()),
            report_elsewhere: String::new(),
            ..escape(OTHER, moment("2026-01-05T07:30:00+05:00"))
        }),
        Body::CashMove(cash(Direction::In, 12_345)),
        Body::DocumentPrint(print(OTHER)),
        Body::RecordExpunge(expunge(&[OTHER])),
        Body::AttachAdd(AttachAdd { case: Some(OTHER.to_owned()), ..attach(OTHER, &[1]) }),
        Body::BookEnter(BookEnter {
            columns: vec![
                written("licence_no", CellKind::Text, false, true),
                written("holder", CellKind::Text, true, false),
                written("valid_to", CellKind::Day, false, false),
            ],
            diary: Some("misc".to_owned()),
            ..licence("L-1", "Synthetic Licensee")
        }),
        Body::BookFill(BookFill {
            column: Some(written("read_over_to", CellKind::Officer, false, false)),
            target: OTHER.to_owned(),
            ..fill("3/I/2026/1", "read_over_to", "asi-9")
        }),
    ]);
    all.extend(things);
    all.extend(crate::justice::all());
    all.extend([Body::LegacyIncident(incident()), Body::LegacyReconcile(reconcile())]);
    all
}
