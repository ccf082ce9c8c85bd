//! Random life in several offices: many acts of many kinds, some of them out of order, some sent again.

use jiff::civil::{Date, date};
use roznamcha_acts::kinds::{
    CustodyLodge, CustodyRelease, DiaryClose, DocumentPrint, EntryAttest, EntryCorrect, FirDespatch, FirSeal,
    FirSign, FirUnseal, RecordExpunge,
};
use roznamcha_acts::views::CopyTo;
use roznamcha_acts::{Act, Body, Moment};

use crate::backend::start;
use crate::samples::{act, cash, entry, fir, incident, open, person};

/// Chance from a seed, the same every time.
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    pub fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n.max(1) as u64).unwrap()
    }

    fn pick<T: Clone>(&mut self, all: &[T]) -> Option<T> {
        if all.is_empty() { None } else { Some(all[self.below(all.len())].clone()) }
    }
}

#[derive(Default)]
struct Office {
    firs: Vec<String>,
    lodged: Vec<String>,
    corrections: Vec<String>,
    loose: Vec<String>,
    before: Option<Act>,
}

/// Life goes on.
pub struct Life {
    chance: Chance,
    offices: Vec<(String, Office)>,
    pub now: Moment,
    ids: u128,
}

impl Life {
    pub fn new(seed: u64, offices: usize) -> Self {
        let offices = (1..=offices).map(|i| (format!("PS-LIFE-{i}"), Office::default())).collect();
        Self { chance: Chance::new(seed), offices, now: start(), ids: u128::from(seed) << 64 }
    }

    /// The next act, ten minutes after the one before. The rules may refuse it.
    pub fn next(&mut self) -> Act {
        self.now = self.now.plus_seconds(600);
        // Ids in no order, as clients make them.
        self.ids += 1 + u128::from(self.chance.next() % 1_000);
        let which = self.chance.below(self.offices.len());
        let (now, ids, chance) =
            (self.now, self.ids.wrapping_mul(0x0bad_5eed_0bad_5eed_0bad_5eed), &mut self.chance);
        let (code, office) = &mut self.offices[which];
        if let Some(before) = &office.before
            && chance.below(20) == 0
        {
            return before.clone();
        }
        let body = body(chance, office, now);
        let made = act(code, ids, now, body);
        let id = made.id.to_string();
        match &made.body {
            Body::FirRegister(_) => office.firs.push(id),
            Body::CustodyLodge(_) => office.lodged.push(id),
            Body::EntryCorrect(_) => office.corrections.push(id),
            Body::DiaryWrite(_) | Body::LegacyIncident(_) => office.loose.push(id),
            _ => {}
        }
        office.before = Some(made.clone());
        made
    }
}

fn body(chance: &mut Chance, office: &Office, now: Moment) -> Body {
    let n = u64::try_from(chance.below(1_000)).unwrap();
    let some_fir = chance.pick(&office.firs).unwrap_or_else(|| "no-such-case".to_owned());
    match chance.below(24) {
        0..=2 => open(now),
        3 => Body::DiaryClose(DiaryClose {
            counted_paisa: 0,
            difference_reason: Some("counted twice".to_owned()),
            book_paisa: 0,
            remarks: String::new(),
        }),
        4..=6 => entry(&format!("Patrol number {n}")),
        7..=9 => fir(now, &format!("Synthetic Person {n}")),
        10 => Body::FirSign(FirSign { fir: some_fir }),
        11 => {
            let to = chance.pick(&CopyTo::ALL).unwrap();
            Body::FirDespatch(FirDespatch { fir: some_fir, to, carrier: "constable T/7".to_owned() })
        }
        12 => Body::FirSeal(FirSeal { fir: some_fir, reason: "court-order".to_owned() }),
        13 => Body::FirUnseal(FirUnseal { fir: some_fir, order_no: "7/2026".to_owned() }),
        14 => Body::CustodyLodge(CustodyLodge {
            person: person(&format!("Synthetic Lodged {n}")),
            sections: vec!["T-379".to_owned()],
            fir: None,
            arrested: now,
            justification: "caught at the spot".to_owned(),
        }),
        15 => Body::CustodyRelease(CustodyRelease {
            custody: chance.pick(&office.lodged).unwrap_or_else(|| "nobody".to_owned()),
            release: "bail".to_owned(),
            remarks: String::new(),
        }),
        16 => cash(i64::try_from(n).unwrap() - 300),
        17 | 18 => correction(chance, now.day()),
        19 => Body::EntryAttest(EntryAttest {
            correction: chance.pick(&office.corrections).unwrap_or_else(|| "none".to_owned()),
        }),
        20 => Body::DocumentPrint(DocumentPrint {
            form: "fir".to_owned(),
            of: some_fir,
            copy: "station".to_owned(),
        }),
        21 => incident(n, "THEFT", now),
        _ => {
            let from = [&office.firs, &office.lodged, &office.corrections, &office.loose][chance.below(4)];
            Body::RecordExpunge(RecordExpunge {
                acts: chance.pick(from).into_iter().collect(),
                court: "Synthetic Sessions Court".to_owned(),
                order_no: format!("{n}/2026"),
                order_date: date(2026, 1, 1),
            })
        }
    }
}

fn correction(chance: &mut Chance, day: Date) -> Body {
    let serial = 1 + chance.below(6);
    let (entry, field, wrong) = match chance.below(2) {
        0 => (format!("2/-/{day}/{serial}"), "text", "Patrol"),
        _ => (format!("1/-/2026/{serial}"), "brief", "Motorcycle"),
    };
    Body::EntryCorrect(EntryCorrect {
        entry: entry.parse().unwrap(),
        field: field.to_owned(),
        wrong: wrong.to_owned(),
        right: "Picket".to_owned(),
        reason: "slip of the pen".to_owned(),
        target: String::new(),
    })
}
