//! The 25 registers, one after another: an act posts to it, in the columns of the statute; an entry is amended and one is
//! struck, and both stay legible in the book of either language; its print is a kept picture in both (`golden`).
//! Register VIII takes nothing.

use roznamcha_acts::Refusal;
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{EntryRow, Seals, Whereabouts};
use roznamcha_books::{CsvFile, Plan};
use roznamcha_journal::EntryRef;
use roznamcha_records::{DoorError, NewAct, Purpose, Receipt, Role, StatuteBook};
use roznamcha_trial::{Node, STATION, article, fir, officer_of, opened_case, party};
use roznamcha_words::{Lang, Words};
use std::fmt::Write;
use std::path::Path;

use crate::samples;

/// A station with a case.
struct World {
    node: Node,
    case: String,
}

fn typed(register: &str, part: &str, cells: &[(&str, &str)]) -> Body {
    let cells = cells.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
    let (register, part) = (register.to_owned(), part.to_owned());
    BookEnter { register, part, cells, columns: Vec::new(), diary: None }.into()
}

/// A line of a typed register: its number, the part, the columns.
type Typed = (u32, &'static str, &'static [(&'static str, &'static str)]);

const DAY: &str = "2026-01-05";

/// What is typed into a register that is.
const TYPED: &[Typed] = &[
    (
        3,
        "I",
        &[
            ("order_no", "17/2026"),
            ("date", DAY),
            ("issuer", "ضلعی پولیس افسر (فرضی)"),
            ("subject", "فرضی حکم بابت گشت"),
            ("text", "رات کو بازار میں گشت کی جائے"),
            ("valid_from", DAY),
        ],
    ),
    (
        5,
        "I",
        &[("date", DAY), ("direction", "in"), ("from", "دفتر ضلع (فرضی)"), ("subject", "فرضی طلبی رپورٹ")],
    ),
    (6, "B", &[("section", "PPC-506-i"), ("persons", "فرضی شخص اول"), ("ground", "فرضی جھگڑے کا اندیشہ")]),
    (
        7,
        "-",
        &[
            ("seized_at", "2026-01-05T08:00:00+05:00"),
            ("seizer", "فرضی زمیندار"),
            ("cattle", "گائے بھوری"),
            ("damage", "فرضی فصل"),
            ("feed_charge", "30000"),
        ],
    ),
    (
        12,
        "-",
        &[
            ("kind", "info"),
            ("from_station", "سٹی (فرضی)"),
            ("to_station", "صدر (فرضی)"),
            ("person", "فرضی شخص دوم"),
            ("facts", "فرضی نقل و حرکت"),
            ("sent_at", DAY),
        ],
    ),
    (
        13,
        "-",
        &[
            ("visit_at", "2026-01-05T09:00:00+05:00"),
            ("officer", "سب ڈویژنل پولیس افسر (فرضی)"),
            ("noted", "فرضی ملاحظہ درست"),
            ("directions", "گشت بڑھائی جائے"),
        ],
    ),
    (
        14,
        "-",
        &[
            ("inspector", "سب ڈویژنل پولیس افسر (فرضی)"),
            ("from", "2026-01-04"),
            ("to", DAY),
            ("checklist", "رجسٹر ملاحظہ کئے گئے"),
        ],
    ),
    (
        15,
        "-",
        &[
            ("village", "نمونہ (فرضی)"),
            ("person", "فرضی شخص سوم"),
            ("kind", "death"),
            ("date", DAY),
            ("reported_by", "فرضی چوکیدار"),
        ],
    ),
    (
        16,
        "II",
        &[("item", "کمپیوٹر فرنٹ ڈیسک"), ("quantity", "2"), ("received", DAY), ("condition", "درست حالت")],
    ),
    (
        17,
        "arms",
        &[
            ("licence_no", "L-1"),
            ("holder", "فرضی لائسنس دار"),
            ("kind", "ذاتی"),
            ("weapon", "بندوق 12 بور"),
            ("valid_to", "2028-01-05"),
            ("issuing_authority", "ڈپٹی کمشنر (فرضی)"),
        ],
    ),
    (23, "-", &[("issue", "شمارہ اول"), ("date", DAY), ("received", DAY), ("entries", "فرضی اشتہار مجرمان")]),
    (
        24,
        "-",
        &[
            ("instrument", "پولیس رولز 1934"),
            ("amendment_no", "T-1"),
            ("date", DAY),
            ("text", "فرضی ترمیم کا متن"),
        ],
    ),
];

fn typed_line(number: u32) -> Option<Body> {
    let (number, part, cells) = TYPED.iter().find(|(register, ..)| *register == number)?;
    Some(typed(&number.to_string(), part, cells))
}

impl World {
    async fn new() -> Self {
        let node = Node::new().await.unwrap();
        let case = opened_case(&node, fir(1, node.records.now())).await.unwrap();
        node.clock.set(node.records.now().plus_seconds(600));
        Self { node, case }
    }

    /// The act that posts to a register, and who performs it.
    async fn posting(&self, number: u32) -> (Role, Body) {
        let now = self.node.records.now();
        if let Some(body) = typed_line(number) {
            return (Role::Moharrar, body);
        }
        match number {
            1 | 2 => (Role::Moharrar, fir(10 + number, now).into()),
            9 => {
                let mut report = fir(10 + number, now);
                report.place.village = Some("فرضی بستی".to_owned());
                (Role::Moharrar, report.into())
            }
            4 => (Role::Moharrar, absconder().into()),
            10 | 11 => (Role::Dpo, watch(now.day()).into()),
            18 => (Role::Moharrar, deposit().into()),
            19 => (Role::Moharrar, article(&self.case)),
            20 | 22 => (Role::Moharrar, cash().into()),
            21 => (Role::Moharrar, self.road().await),
            _ => (Role::Sho, charge().into()),
        }
    }

    async fn road(&self) -> Body {
        let taken = self.perform(Role::Moharrar, article(&self.case)).await.unwrap();
        let items = taken.entries.into_iter().filter(|entry| entry.register == "19").collect();
        RoadIssue {
            to: Whereabouts::Court,
            addressee: "فرضی عدالت".to_owned(),
            carrier: officer_of(Role::Io),
            items,
            seals: Seals::None,
            specimen: String::new(),
            left: self.node.records.now(),
        }
        .into()
    }

    async fn perform(&self, role: Role, body: Body) -> Result<Receipt, DoorError> {
        let caller = self.node.as_role(role).await.unwrap().for_purpose(Purpose::Duty, "");
        let act = NewAct { office: Some(STATION.to_owned()), ..NewAct::now(self.node.id(), body) };
        self.node.records.perform(&caller, act).await
    }

    /// The entry as the officer in charge reads it.
    async fn read(&self, entry: &EntryRef) -> EntryRow {
        let sho = self.node.as_role(Role::Sho).await.unwrap().for_purpose(Purpose::Duty, "");
        let view = self.node.records.entry(&sho, STATION, &entry.to_string()).await;
        view.unwrap_or_else(|e| panic!("{entry}: {e}")).row
    }

    async fn correct(&self, entry: &EntryRef, (field, wrong): (&str, &str), right: &str) {
        let body = EntryCorrect {
            entry: entry.clone(),
            field: field.to_owned(),
            wrong: wrong.to_owned(),
            right: right.to_owned(),
            reason: "سہو قلم".to_owned(),
            target: String::new(),
        };
        self.perform(Role::Moharrar, body.into()).await.unwrap_or_else(|e| panic!("{entry} {field}: {e}"));
    }
}

fn absconder() -> AbsconderEnter {
    AbsconderEnter {
        list: AbsconderList::OtherStations,
        person: party(70),
        description: "فرضی حلیہ لمبا قد".to_owned(),
        reference: "12/2025".to_owned(),
        wanted_by: "صدر (فرضی)".to_owned(),
        since: jiff::civil::date(2025, 6, 1),
        haunts: "فرضی بازار".to_owned(),
    }
}

fn watch(day: jiff::civil::Date) -> SurveillanceOrder {
    let order = Command {
        authority: "ضلعی پولیس افسر (فرضی)".to_owned(), no: "88".to_owned(), date: day
    };
    SurveillanceOrder {
        person: party(71),
        part: Some(WatchPart::Two),
        sheet: true,
        description: "فرضی نشان".to_owned(),
        offence_class: "فرضی سرقہ شب".to_owned(),
        ground: "convicted_twice".to_owned(),
        facts: "فرضی دو سزائیں".to_owned(),
        order,
        review_due: jiff::civil::date(2026, 12, 1),
    }
}

fn deposit() -> ArmsDeposit {
    ArmsDeposit {
        depositor: "فرضی لائسنس دار".to_owned(),
        licence_no: "L-7".to_owned(),
        licence: None,
        weapon: "بندوق 12 بور".to_owned(),
        reason: "lapsed".to_owned(),
        kept_at: "اسلحہ خانہ".to_owned(),
    }
}

fn cash() -> CashMove {
    CashMove {
        direction: Direction::In,
        amount_paisa: 500,
        head: "diet".to_owned(),
        party: "فرضی خزانہ".to_owned(),
        voucher: "V-1".to_owned(),
        purpose: "خوراک حوالاتیان".to_owned(),
    }
}

/// Counts of what stands in the books by then.
fn charge() -> ChargeHandOver {
    ChargeHandOver {
        charge: "sho".to_owned(),
        to: officer_of(Role::DutyOfficer),
        cash_paisa: 1_000,
        in_store: 1,
        arms: 0,
        deposits: 1,
        pending: Some(4),
        differences: Vec::new(),
        registers_state: "تمام رجسٹر مکمل".to_owned(),
        book: Counts::default(),
    }
}

/// Which columns of the part its cells fill, and what stands beside them.
fn columns(book: &StatuteBook, row: &EntryRow) -> String {
    let plan = Plan::of(book, row.entry.register.parse().unwrap(), &row.entry.part).unwrap();
    let (dealt, rest) = plan.deal(row);
    let by_entry = |fill: Option<_>| fill.is_some();
    let filled =
        plan.columns.iter().zip(&dealt).filter(|(column, cell)| cell.is_some() || by_entry(column.fill));
    let filled: Vec<&str> = filled.map(|(column, _)| column.key.as_str()).collect();
    let rest: Vec<&str> = rest.iter().map(|cell| cell.key.as_str()).collect();
    format!("{} | {}", filled.join(" "), rest.join(" "))
}

/// The book of either language, as its file has it.
fn written(book: &StatuteBook, row: &EntryRow, lang: Lang) -> String {
    let words = Words::load().unwrap();
    let speaker = samples::speaker(&words, book, lang);
    let plan = Plan::of(book, row.entry.register.parse().unwrap(), &row.entry.part).unwrap();
    let mut out = Vec::new();
    let mut file = CsvFile::begin(&mut out, false, plan, &speaker).unwrap();
    file.entry(&speaker, row).unwrap();
    file.end().unwrap();
    String::from_utf8(out).unwrap()
}

/// A word that stands the same in either language.
fn plain(word: &str) -> bool {
    word.chars().count() > 1 && word.chars().all(char::is_alphabetic)
}

/// Two places of words in an entry: a cell with a word of it.
fn places(row: &EntryRow) -> [(String, String); 2] {
    let cells = row.cells.iter().filter(|cell| cell.is_words());
    let words =
        cells.flat_map(|cell| cell.value.split_whitespace().map(|w| (cell.key.clone(), w.to_owned())));
    let mut words: Vec<(String, String)> = words.filter(|(_, word)| plain(word)).collect();
    assert!(words.len() > 1, "{}: {:?} has no words to correct", row.entry, row.cells);
    let last = words.pop().unwrap();
    [words.remove(0), last]
}

#[tokio::test]
async fn each_register_is_posted_amended_struck_and_printed() {
    let (world, book) = (World::new().await, StatuteBook::built_in().unwrap());
    let mut told = String::new();
    for number in (1..=25).filter(|number| *number != 8) {
        let register = number.to_string();
        let (role, body) = world.posting(number).await;
        let kind = body.kind();
        let receipt = world.perform(role, body).await.unwrap_or_else(|e| panic!("register {number}: {e}"));
        let entries: Vec<&EntryRef> = receipt.entries.iter().filter(|e| e.register == register).collect();
        assert!(!entries.is_empty(), "{kind} posts nothing to register {number}");
        for entry in &entries {
            let row = world.read(entry).await;
            writeln!(told, "{number} {} | {kind} | {}", entry.part, columns(&book, &row)).unwrap();
        }
        let entry = *entries.last().unwrap();
        let before = world.read(entry).await;
        let [amended, struck] = places(&before);
        world.correct(entry, (&amended.0, &amended.1), "درستی").await;
        world.correct(entry, (&struck.0, &struck.1), "").await;
        let after = world.read(entry).await;
        assert_eq!(after.cells, before.cells, "{entry}: what was written first is never changed");
        assert_eq!(after.strikes.len(), 2);
        for lang in [Lang::En, Lang::Ur] {
            let text = written(&book, &after, lang);
            for word in [amended.1.as_str(), "درستی", struck.1.as_str()] {
                assert!(text.contains(word), "{entry} {lang:?}: {word} cannot be read in {text}");
            }
            let picture = format!("tests/golden/{}-{number:02}.png", lang.as_str());
            let picture = Path::new(env!("CARGO_MANIFEST_DIR")).join(picture);
            assert!(picture.exists(), "{} is not kept", picture.display());
        }
    }
    insta::assert_snapshot!(told);
}

/// Registers X and XI are never typed into, and VIII is closed for ever.
#[tokio::test]
async fn register_eight_refuses_everything_and_ten_and_eleven_every_pen() {
    let world = World::new().await;
    for (register, part, why) in [
        ("8", "-", "order-register-obsolete"),
        ("10", "I", "order-by-superintendents-order"),
        ("10", "II", "order-by-superintendents-order"),
        ("11", "-", "order-by-superintendents-order"),
    ] {
        let refused = world.perform(Role::Moharrar, typed(register, part, &[("person", "فرضی شخص")])).await;
        let Err(DoorError::Refused(Refusal::Order { code, .. })) = refused else {
            panic!("{register} {part}: {refused:?}")
        };
        assert_eq!(code, why, "{register} {part}");
    }
}
