//! A case with everything in it, as the door would give it. Every person is invented.

use jiff::civil::date;
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::*;
use roznamcha_journal::EntryRef;
use roznamcha_print::{Bilingual, FormSheet, Office, Stamp};
use roznamcha_sheets::forms::{Deed, Dossier, Entered, Inspection, Pen, Shelved};
use roznamcha_statute::StatuteBook;
use roznamcha_words::{Lang, Words};
use std::collections::HashMap;

pub const FIR: &str = "act-1";

pub fn at(day: u8, time: &str) -> Moment {
    format!("2026-05-{day:02}T{time}:00+05:00").parse().unwrap()
}

fn party(name: &str, father: &str, n: u8) -> Party {
    Party {
        name: name.to_owned(),
        relation: Some(Relation { kind: RelationKind::SonOf, name: father.to_owned() }),
        cnic: Some(format!("000001234567{n}")),
        address: Some("محلہ نمونہ آباد، ڈیمو پور".to_owned()),
        gender: Some(Gender::Male),
        age: Some(30 + n),
        ..Party::default()
    }
}

pub fn entry(register: &str, part: &str, serial: u64) -> EntryRef {
    EntryRef { register: register.to_owned(), part: part.to_owned(), period: "2026".to_owned(), serial }
}

pub fn staff() -> HashMap<String, StaffRow> {
    let row = |code: &str, en: &str, ur: &str, belt: &str, rank: &str| {
        let posting = PostingRow {
            rank: rank.to_owned(),
            role: "io".to_owned(),
            from: date(2026, 1, 1),
            until: None,
            order_no: "1".to_owned(),
            act: "act-0".to_owned(),
        };
        let row = StaffRow {
            office: "PS".to_owned(),
            officer: code.to_owned(),
            name_ur: ur.to_owned(),
            name_en: en.to_owned(),
            belt_no: belt.to_owned(),
            phone: None,
            woman: false,
            juvenile_trained: false,
            postings: vec![posting],
        };
        (code.to_owned(), row)
    };
    HashMap::from([
        row("OFF-1", "Demo Khan", "نمونہ خان", "L-221", "si"),
        row("OFF-2", "Sample Ahmad", "مثال احمد", "L-77", "inspector"),
        row("OFF-3", "Demo Constable", "نمونہ سپاہی", "C-4411", "constable"),
    ])
}

pub fn fir() -> FirRegister {
    FirRegister {
        e_tag: None,
        occurred_from: at(10, "09:45"),
        occurred_to: None,
        reported: at(10, "11:30"),
        informant: party("فرضی حسین", "مثالی حسین", 1),
        informant_is_victim: true,
        victims: Vec::new(),
        accused: Vec::new(),
        sections: vec!["PPC-379".to_owned(), "PPC-411".to_owned()],
        brief: "سرقہ موٹر سائیکل نمبری LEB-17-1234 از بازار نمونہ".to_owned(),
        property: Vec::new(),
        place: Place { text: "بازار نمونہ، نزد دکان نمبر 14-A".to_owned(), ..Place::default() },
        action: String::new(),
        delay_reason: None,
        despatched: None,
        narrative: "میں مورخہ 10/5/2026 بوقت 09:45 بجے اپنی موٹر سائیکل بازار نمونہ میں کھڑی کر کے خریداری کے لیے گیا۔ واپس آیا تو موجود نہ تھی۔".to_owned(),
        narrative_en: None,
        read_over: true,
        io: Some("OFF-1".to_owned()),
        marks: Vec::new(),
        mark: Mark::Signature,
        seal: None,
    }
}

fn step(seq: u64, act: &str, kind: &str, when: Moment) -> StepRow {
    StepRow {
        office: "PS".to_owned(),
        fir: FIR.to_owned(),
        seq,
        act: act.to_owned(),
        kind: kind.to_owned(),
        happened: when,
        written: when,
        officer: "OFF-1".to_owned(),
        rank: "si".to_owned(),
        zimni: None,
        entries: Vec::new(),
        refs: Vec::new(),
    }
}

fn deed(seq: u64, when: Moment, body: impl Into<Body>) -> Deed {
    let body = body.into();
    let mut step = step(seq, &format!("act-{seq}"), body.kind(), when);
    if matches!(body, Body::CaseZimni(_)) {
        step.zimni = Some(7);
    }
    Deed { step, body: Some(body) }
}

fn accused(index: u32, statuses: &[AccusedStatus]) -> AccusedRow {
    let link = |s: &AccusedStatus| Link { status: *s, act: "act-5".to_owned(), at: at(11, "19:30") };
    let arrested = statuses.contains(&AccusedStatus::Arrested);
    AccusedRow {
        office: "PS".to_owned(),
        fir: FIR.to_owned(),
        index,
        named_by: NamedBy::Investigation,
        links: statuses.iter().map(link).collect(),
        custody: arrested.then_some(Keeping::Police),
        arrests: if arrested {
            vec![Arrest { act: "act-5".to_owned(), at: at(11, "19:30") }]
        } else {
            Vec::new()
        },
        warrants: 0,
        absconder: None,
        police_days: if arrested { 4 } else { 0 },
        woman: false,
        juvenile: false,
        class: None,
        sent_up: Vec::new(),
        charged: None,
        suppressed: None,
        books: Vec::new(),
        sealed: false,
    }
}

fn article(serial: u64, item: &str, quantity: &str, seals: &str) -> PropertyRow {
    PropertyRow {
        office: "PS".to_owned(),
        entry: entry("19", "-", serial),
        act: format!("act-1{serial}"),
        kind: PropertyKind::CaseProperty,
        fir: Some(FIR.to_owned()),
        diary: None,
        article: Article {
            item: item.to_owned(),
            quantity: quantity.to_owned(),
            condition: String::new(),
            seals: seals.to_owned(),
            value_paisa: None,
            rack: "3".to_owned(),
            narcotic: false,
        },
        place: Whereabouts::Store,
        chain: Vec::new(),
        seal_broken: false,
        was_missing: false,
        order: None,
        reported: None,
    }
}

fn order(number: &str, day: i8) -> Order {
    Order {
        authority: "مجسٹریٹ دفعہ 30، ڈیمو پور".to_owned(),
        number: number.to_owned(),
        date: date(2026, 5, day),
    }
}

/// What was done before the challan.
fn investigation() -> Vec<Deed> {
    let fir = || FIR.to_owned();
    vec![
        deed(4, at(10, "14:00"), CaseStatement {
            fir: fir(),
            person: party("فرضی گواہ", "نمونہ گواہ", 4),
            under: Under::Police,
            magistrate: None,
            signed: false,
            taken: at(10, "13:30"),
            text: "بیان کیا کہ میں دکان نمبر 14-A پر ملازم ہوں۔ بوقت 09:50 بجے دو اشخاص کو موٹر سائیکل لے جاتے دیکھا۔".to_owned(),
            party: Some(3),
        }),
        deed(5, at(11, "19:40"), CaseArrest {
            fir: fir(),
            accused: 1,
            arrested: at(11, "19:30"),
            place: "اڈا لاری، نمونہ آباد".to_owned(),
            by: "OFF-1".to_owned(),
            justification: "مالِ مسروقہ اس کے قبضہ سے برآمد ہوا؛ فرار ہونے کا اندیشہ تھا۔".to_owned(),
            relative_told: Some("والد مثالی خان، بذریعہ فون 0300-0000789".to_owned()),
            woman_officer: None,
            guardian_told: None,
            probation_told: None,
            marks: Vec::new(),
        }),
        deed(6, at(11, "20:10"), CaseMemo {
            fir: fir(),
            of: MemoOf::Recovery,
            at: at(11, "19:45"),
            place: "اڈا لاری، نمونہ آباد".to_owned(),
            accused: Some(1),
            warrant: None,
            grounds: String::new(),
            witnesses: vec!["فرضی اکبر ولد نمونہ، سکنہ نمونہ آباد".to_owned(), "Demo Aslam s/o Sample Aslam, of Demopur".to_owned()],
            items: vec![
                Found { description: "موٹر سائیکل نمبری LEB-17-1234".to_owned(), quantity: "1 عدد".to_owned(), property: Some("act-11".to_owned()) },
                Found { description: "30 بور پستول بمعہ 6 گولیاں".to_owned(), quantity: "1".to_owned(), property: Some("act-12".to_owned()) },
            ],
        }),
        deed(7, at(12, "11:00"), CaseRemand {
            fir: fir(),
            accused: 1,
            keeping: Keeping::Police,
            days: 4,
            order: order("112/M-2026", 12),
            challan: "25.56/1".to_owned(),
        }),
        deed(8, at(12, "20:00"), CaseZimni {
            fir: fir(),
            received: at(12, "08:10"),
            began: at(12, "09:00"),
            closed: at(12, "19:30"),
            places: vec!["اڈا لاری".to_owned(), "بازار نمونہ".to_owned()],
            text: "مقدمہ ہذا میں ملزم سے دریافت کی گئی۔ جائے وقوعہ کا نقشہ بلا پیمانہ مرتب کیا، CCTV کیمرہ نمبر 3 کی ریکارڈنگ قبضہ میں لی۔".to_owned(),
        }),
    ]
}

fn challan() -> Deed {
    let fir = || FIR.to_owned();
    let witness = |person: &str, of: &str| Witness { person: person.to_owned(), of: of.to_owned() };
    deed(
        9,
        at(24, "16:00"),
        ChallanSubmit {
            fir: fir(),
            report: ReportKind::Complete,
            persons: vec![
                Challaned {
                    accused: 1,
                    class: CustodyClass::Alif,
                    sections: vec!["PPC-379".to_owned(), "PPC-411".to_owned()],
                },
                Challaned { accused: 2, class: CustodyClass::Be, sections: vec!["PPC-411".to_owned()] },
                Challaned { accused: 4, class: CustodyClass::Jim, sections: Vec::new() },
            ],
            witnesses: vec![
                witness("فرضی حسین، مستغیث", "complainant"),
                witness("فرضی گواہ ولد نمونہ گواہ", "eye"),
                witness("نمونہ خان، سب انسپکٹر", "investigating_officer"),
            ],
            property: vec!["act-11".to_owned(), "act-12".to_owned()],
            samples: "پستول برائے معائنہ فرانزک لیبارٹری، رپورٹ موصول".to_owned(),
            through: "OFF-2".to_owned(),
            prosecutor: "ڈسٹرکٹ پراسیکیوٹر، ڈیمو پور".to_owned(),
        },
    )
}

/// The challan and what came of it.
fn court() -> Vec<Deed> {
    let fir = || FIR.to_owned();
    vec![
        challan(),
        deed(
            10,
            at(25, "12:00"),
            ChallanObject {
                fir: fir(),
                prosecutor: "Demo Prosecutor".to_owned(),
                objections: vec![
                    "نقشہ موقع لف نہیں۔".to_owned(),
                    "The report of the laboratory is a photocopy.".to_owned(),
                ],
            },
        ),
        deed(
            11,
            at(26, "12:00"),
            ChallanAnswer {
                fir: fir(),
                answers: vec![Answer {
                    no: 1, text: "نقشہ موقع لف کر دیا گیا۔".to_owned()
                }],
            },
        ),
        deed(
            12,
            at(30, "12:00"),
            AccusedConvict {
                fir: fir(),
                accused: 1,
                order: order("77/2026", 30),
                sections: vec!["PPC-411".to_owned()],
                sentence: "قید بامشقت دو سال".to_owned(),
                fine_rupees: 20_000,
                village: None,
                slip_no: Some("12/2026".to_owned()),
                release_date: Some(date(2028, 5, 29)),
                notify_residence: false,
                juvenile: false,
            },
        ),
    ]
}

fn case() -> CaseRow {
    let section = |code: &str| CaseSection {
        code: code.to_owned(),
        act: FIR.to_owned(),
        at: at(10, "11:30"),
        zimni: None,
        struck: None,
    };
    CaseRow {
        office: "PS".to_owned(),
        fir: FIR.to_owned(),
        no: 891,
        year: 2026,
        registered: at(10, "11:30"),
        stage: Stage::Challan,
        since: at(24, "16:00"),
        by: "act-9".to_owned(),
        sections: vec![section("PPC-379"), section("PPC-411")],
        ios: vec![IoSpan {
            officer: "OFF-1".to_owned(),
            rank: Some("si".to_owned()),
            special: false,
            from: at(10, "11:40"),
            until: None,
            act: "act-2".to_owned(),
        }],
        transfers: 0,
        transfer: None,
        versions: Vec::new(),
        parties: 6,
        accused: vec![1, 2, 4, 5],
        zimnis: 7,
        prosecutor: None,
        reports: vec!["act-9".to_owned()],
        next_date: None,
        stays: Vec::new(),
        outcome: None,
        steps: Vec::new(),
        sealed: false,
        gone: None,
    }
}

pub fn dossier() -> Dossier {
    let names = [
        ("فرضی حسین", "مثالی حسین", PartyRole::Informant),
        ("مثالی خان عرف ببلو", "فرضی خان", PartyRole::Accused),
        ("Demo Masih", "Sample Masih", PartyRole::Accused),
        ("فرضی گواہ", "نمونہ گواہ", PartyRole::Witness),
        ("نمونہ اکرم", "فرضی اکرم", PartyRole::Accused),
        ("مفرور نمونہ", "فرضی نمونہ", PartyRole::Accused),
    ];
    let parties = (0..).zip(names).map(|(index, (name, father, role))| PartyRow {
        office: "PS".to_owned(),
        fir: FIR.to_owned(),
        index,
        role,
        party: party(name, father, u8::try_from(index).unwrap()),
        sealed: false,
        suppressed: false,
    });
    use AccusedStatus::{Absconding, Arrested, Nominated, OnBail, Released169};
    Dossier {
        case: case(),
        fir: Some(fir()),
        parties: parties.collect(),
        accused: vec![
            accused(1, &[Nominated, Arrested]),
            accused(2, &[Nominated, OnBail]),
            accused(4, &[Nominated, Released169]),
            accused(5, &[Nominated, Absconding]),
        ],
        property: vec![
            article(1, "موٹر سائیکل نمبری LEB-17-1234", "1 عدد", ""),
            article(2, "30 بور پستول بمعہ 6 گولیاں", "1", "3 مہر حروف MT"),
        ],
        deeds: investigation().into_iter().chain(court()).collect(),
    }
}

pub struct Desk {
    words: Words,
    book: StatuteBook,
    staff: HashMap<String, StaffRow>,
}

impl Desk {
    pub fn new() -> Self {
        Self { words: Words::load().unwrap(), book: StatuteBook::built_in().unwrap(), staff: staff() }
    }

    pub fn pen(&self, lang: Lang) -> Pen<'_> {
        Pen {
            lang,
            words: &self.words,
            book: &self.book,
            province: "PB",
            day: date(2026, 5, 10),
            staff: &self.staff,
        }
    }
}

/// The record office, whose papers do not call it a police station.
pub fn record_office() -> Office {
    Office {
        station: Bilingual::new("Criminal record office (demo)", "کریمنل ریکارڈ آفس (نمونہ)"),
        district: Bilingual::new("Demopur", "ڈیمو پور"),
        kind: Some(Bilingual::new("record office", "دفتر ریکارڈ")),
    }
}

pub fn sheet(pen: &Pen<'_>, form: roznamcha_print::Form) -> FormSheet {
    FormSheet {
        language: pen.language(),
        office: Office {
            station: Bilingual::new("Model Town (demo)", "ماڈل ٹاؤن (نمونہ)"),
            district: Bilingual::new("Demopur", "ڈیمو پور"),
            kind: None,
        },
        form,
        stamp: Stamp {
            act_hash: "9f".repeat(32),
            verify_url: "https://verify.example.invalid/verify?act=act-4".to_owned(),
            print_no: 1,
            printed_at: date(2026, 6, 2).at(15, 20, 0, 0),
            provisional: false,
        },
    }
}

/// A road certificate and the line of register XIX it covers.
pub fn road() -> (RoadIssue, Vec<EntryRow>) {
    let item = entry("19", "-", 2);
    let body = RoadIssue {
        to: Whereabouts::Laboratory,
        addressee: "فرضی فرانزک لیبارٹری".to_owned(),
        carrier: "OFF-3".to_owned(),
        items: vec![item.clone()],
        seals: Seals::Intact,
        specimen: "MT".to_owned(),
        left: at(13, "08:15"),
    };
    let cell = |key: &str, value: &str| Cell::plain(key, CellKind::Text, value);
    let row = EntryRow {
        office: "PS".to_owned(),
        entry: item,
        act: "act-12".to_owned(),
        seq: 12,
        kind: "property.enter".to_owned(),
        subject: "property".to_owned(),
        officer: "OFF-1".to_owned(),
        rank: "si".to_owned(),
        happened: at(11, "21:00"),
        informed: None,
        stated: at(11, "21:00"),
        written: at(11, "21:00"),
        flags: Vec::new(),
        cells: vec![
            cell("item", "30 بور پستول بمعہ 6 گولیاں"),
            cell("quantity", "1"),
            cell("seals", "3 مہر حروف MT"),
        ],
        strikes: Vec::new(),
        fills: Vec::new(),
        sealed: false,
        gone: None,
    };
    (body, vec![row])
}

/// A charge note in which one article is missing.
pub fn charge() -> ChargeHandOver {
    let book = Counts {
        cash_paisa: 1_234_550,
        in_store: 41,
        out: 3,
        arms: 12,
        arms_issued: 4,
        deposits: 2,
        absconders: 5,
        pending: 61,
        ..Counts::default()
    };
    ChargeHandOver {
        charge: "sho".to_owned(),
        to: "OFF-1".to_owned(),
        cash_paisa: 1_234_550,
        in_store: 40,
        arms: 12,
        deposits: 2,
        pending: Some(61),
        differences: vec![Difference {
            of: Counted::Store,
            reason: "اندراج نمبر 17/2026 نہ ملا، رپٹ درج کی گئی۔".to_owned(),
        }],
        registers_state: "رجسٹر 19 کے علاوہ تمام رجسٹر مکمل ہیں۔".to_owned(),
        book,
    }
}

/// Books of a station: one register untouched, one with corrections that nobody attested.
pub fn inspection() -> Inspection {
    let shelf = (1..=25u64).filter(|n| *n != 8).map(|n| Shelved {
        register: n.to_string(),
        entries: n * 7 % 90,
        last: (n != 7).then(|| at(u8::try_from(n).unwrap(), "17:40")),
        unattested: if n == 19 { 2 } else { 0 },
    });
    let found = vec![
        ("گزری ہوئی میعادیں".to_owned(), 2, "فرض: چالان (آخری رپورٹ) · مقدمہ: 17/2026".to_owned()),
        ("اس وقت حوالات".to_owned(), 0, String::new()),
        ("مال خانہ".to_owned(), 31, "اندراج: 19/-/2026/4 · کب سے: ۵ جنوری ۲۰۲۶".to_owned()),
    ];
    Inspection { at: at(28, "09:00"), shelf: shelf.collect(), found }
}

/// The same case after the first accused was acquitted.
pub fn freed() -> Dossier {
    let mut dossier = dossier();
    for row in dossier.accused.iter_mut().filter(|row| row.index == 1) {
        row.links.push(Link {
            status: AccusedStatus::Acquitted,
            act: "act-89".to_owned(),
            at: at(28, "12:00"),
        });
    }
    dossier
}

/// The certificate of destruction of the first accused.
pub fn destroyed() -> Deed {
    deed(
        90,
        at(29, "10:00"),
        PrintsDestroy {
            fir: FIR.to_owned(),
            accused: 1,
            enrolment: None,
            fate: PrintsFate::Destroyed,
            order: Order {
                authority: "کریمنل ریکارڈ آفس ڈیمو پور".to_owned(),
                number: "CRO/17".to_owned(),
                date: date(2026, 5, 29),
            },
            particulars: "روبرو مثال احمد انسپکٹر اور نمونہ گواہ تلف کیے گئے۔".to_owned(),
            removed: Vec::new(),
        },
    )
}

fn traced() -> EnrolRef {
    EnrolRef { office: "PS-2".to_owned(), act: "act-70".to_owned() }
}

/// A search slip for a print from a scene, traced.
pub fn slip_row() -> SearchRow {
    SearchRow {
        office: "CRO".to_owned(),
        act: "act-80".to_owned(),
        entry: EntryRef {
            register: SearchRow::REGISTER.to_owned(),
            part: "-".to_owned(),
            period: "2026".to_owned(),
            serial: 41,
        },
        opened: at(20, "11:15"),
        officer: "OFF-1".to_owned(),
        probe: ProbeKind::Latent,
        enrolment: None,
        asked_by: "PS".to_owned(),
        case: "891/2026".to_owned(),
        person: None,
        scene: "کھڑکی کا شیشہ، دکان نمبر 14-A، نمونہ نمبر 3؛ اٹھانے والا نمونہ سپاہی C-4411".to_owned(),
        prints: Vec::new(),
        state: SearchState::Answered,
        lists: Vec::new(),
        candidates: Vec::new(),
        answers: vec![Answered {
            act: "act-83".to_owned(),
            at: at(21, "16:40"),
            officer: "OFF-2".to_owned(),
            traced: true,
            of: Some(traced()),
            remarks: "تھانے کو اطلاع دی گئی".to_owned(),
            closed_because: None,
        }],
        gone: None,
    }
}

/// The two examinations of a print from a scene.
pub fn examined() -> Vec<Examination> {
    let one = |act: &str, officer: &str, rank: &str, day| Examination {
        act: act.to_owned(),
        at: at(day, "12:30"),
        officer: officer.to_owned(),
        rank: rank.to_owned(),
        conclusion: Conclusion::Identified,
    };
    vec![one("act-81", "OFF-1", "si", 20), one("act-82", "OFF-2", "inspector", 21)]
}

/// The record of a person: convicted in one case, accused in another.
pub fn entered() -> Vec<Entered> {
    let one = |enrolled, basis, number: &str, status, since| Entered {
        enrolled,
        name: "فرضی شہباز عرف نمونہ".to_owned(),
        basis,
        number: number.to_owned(),
        station: "تھانہ نمونہ آباد".to_owned(),
        sections: vec!["PPC-379".to_owned(), "PPC-411".to_owned()],
        status: Some((status, Some(since))),
    };
    vec![
        one(at(2, "10:00"), EnrolBasis::Convict, "77/2024", "convicted", at(1, "09:00")),
        one(at(12, "18:00"), EnrolBasis::Arrestee, "891/2026", "arrested", at(11, "19:30")),
    ]
}

/// Whose record it is.
pub fn recorded() -> Party {
    party("فرضی شہباز", "مثالی گل باز", 7)
}
