//! The body of a random step, from what is there by then.

use jiff::ToSpan;
use proptest::sample::Index;
use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{CopyTo, CustodyRow, EntryRow, entry_key};
use roznamcha_acts::{Act, Body};
use roznamcha_journal::EntryRef;

use crate::generate::{Case, What};
use crate::samples;
use crate::walk::{At, Walk, mark as mark_of};

fn pick<'a>(list: &'a [At], office: &str, index: &Index) -> Option<&'a At> {
    let here: Vec<&At> = list.iter().filter(|(o, _)| o == office).collect();
    // Now and then of another office, which must be refused.
    if here.is_empty() || index.index(17) == 0 {
        return (!list.is_empty()).then(|| index.get(list));
    }
    here.get(index.index(here.len())).copied()
}

impl Walk {
    pub fn fir_at(&self, office: &str, which: &Index) -> String {
        pick(&self.firs, office, which).map_or_else(|| samples::OTHER.to_owned(), |(_, id)| id.clone())
    }

    /// One in the lock-up leaves it, comes back from the hospital, or escapes.
    fn of_stay(&self, custody: String, which: &Index, office: &str, mark: &str) -> Body {
        let stays: Vec<CustodyRow> = self.ledger.all(office).unwrap();
        let away: Vec<&CustodyRow> = stays.iter().filter(|stay| stay.is_in_hospital()).collect();
        let away = (!away.is_empty()).then(|| which.get(&away).act.clone());
        let said = |custody: &str, what: &str| format!("{} {what} {mark}", mark_of(custody));
        match (which.index(6), away) {
            (0..=2, Some(custody)) => {
                let remarks = said(&custody, "came");
                CustodyReturn { remarks, ..samples::brought_back(&custody) }.into()
            }
            (3, away) => {
                let custody = away.unwrap_or(custody);
                let circumstances = said(&custody, "fled");
                CustodyEscape { circumstances, ..samples::escape(&custody, self.clock) }.into()
            }
            (4, _) => {
                let (release, remarks) = ("hospital".to_owned(), said(&custody, "left"));
                CustodyRelease { remarks, release, ..samples::release(&custody) }.into()
            }
            _ => {
                let remarks = said(&custody, "left");
                CustodyRelease { remarks, ..samples::release(&custody) }.into()
            }
        }
    }

    pub fn body(&self, what: &What, office: &str, mark: &str) -> Body {
        let case = |of: bool| of.then(|| self.firs.last().map(|(_, id)| id.clone())).flatten();
        match what {
            What::OpenOffice(n) => OfficeOpen { code: format!("new-{n}"), ..samples::office_open() }.into(),
            What::Appoint(n) => StaffAppoint { officer: format!("officer-{n}"), ..samples::appoint() }.into(),
            What::Relieve(n) => StaffRelieve { officer: format!("officer-{n}"), ..samples::relieve() }.into(),
            What::DiaryOpen { days_off } => {
                let day = self.clock.day().checked_add(i64::from(*days_off).days()).unwrap();
                DiaryOpen { day, ..samples::diary_open() }.into()
            }
            What::DiaryWrite { subject, of_case } => DiaryWrite {
                subject: *subject.get(&DiaryKind::ALL),
                text: format!("Entry {mark} of the day"),
                fir: case(*of_case),
                ..samples::diary_write()
            }
            .into(),
            What::DiaryClose { off_by, told } => DiaryClose {
                counted_paisa: self.desk(office).cash_paisa + off_by,
                difference_reason: told.then(|| "Miscounted".to_owned()),
                ..samples::diary_close()
            }
            .into(),
            What::Cash { received, amount } => {
                samples::cash(if *received { Direction::In } else { Direction::Out }, *amount).into()
            }
            What::Incident => LegacyIncident { place: format!("Block {mark}"), ..samples::incident() }.into(),
            What::Reconcile { totals } => {
                LegacyReconcile { read: if *totals { 3 } else { 4 }, ..samples::reconcile() }.into()
            }
            What::Enter { book, number } => typed(*book, *number, mark).into(),
            What::Thing { book, which, turn, odd } => self.thing((*book, *turn, *odd), which, office, mark),
            What::Cro { turn, which, other, n } => {
                self.of_record_office((*turn, *n), (which, other), office, mark)
            }
            What::Fill { entry, column } => self.filled(entry, *column, office, mark).into(),
            _ => self.personal(what, office, mark),
        }
    }

    fn filled(&self, entry: &Index, column: u8, office: &str, mark: &str) -> BookFill {
        let books = ["3", "5", "17", "22", "w-visitor"];
        let mine = |(o, e): &&(String, EntryRef)| o == office && books.contains(&e.register.as_str());
        let here: Vec<&(String, EntryRef)> = self.entries.iter().filter(mine).collect();
        if here.is_empty() {
            return samples::fill("3/I/2026/1", "read_over_to", "asi-1");
        }
        let at = entry.get(&here).1.to_string();
        let (field, value) = match (at.split('/').next().unwrap_or_default(), column) {
            ("3", n) => ("read_over_to", format!("asi-{n}")),
            ("5", 0..=3) => ("disposed_at", "2026-01-09".to_owned()),
            ("17", _) => ("cancelled", format!("Lapsed, {mark} told")),
            ("22", _) => ("voided", format!("Torn by {mark}")),
            ("w-visitor", 0..=3) => ("left_at", self.clock.to_string()),
            _ => ("subject", mark.to_owned()),
        };
        samples::fill(&at, field, &value)
    }

    /// Bodies that name persons or build on acts that do.
    fn personal(&self, what: &What, office: &str, mark: &str) -> Body {
        let informant = samples::party(&format!("Synthetic {mark}"));
        match what {
            What::Noncognizable { section, letter } => ReportNoncognizable {
                informant,
                sections: vec![["T-N", "T-Q", "T-1", "T-X"][usize::from(*section)].to_owned()],
                substance: format!("Words {mark} exchanged"),
                magistrate: letter.then(|| "Synthetic Magistrate".to_owned()),
                ..samples::noncognizable()
            }
            .into(),
            What::Refuse => {
                ReportRefuse { informant, reasons: format!("Civil {mark}"), ..samples::refuse() }.into()
            }
            What::Fir(case) => self.report(case, mark).into(),
            What::Sign(which) => FirSign { fir: self.fir_at(office, which) }.into(),
            What::Despatch { fir, to } => {
                let (fir, to) = (self.fir_at(office, fir), *to.get(&CopyTo::ALL));
                // The complainant takes his copy himself: words of the report stand in another act.
                let carrier = if to == CopyTo::Complainant { mark_of(&fir) } else { mark.to_owned() };
                FirDespatch { fir, to, carrier: format!("by hand of {carrier}") }.into()
            }
            What::Seal(which) => samples::seal(&self.fir_at(office, which)).into(),
            What::Unseal(which) => {
                let fir = self.fir_at(office, which);
                let order_no = format!("12 {mark} on {}", mark_of(&fir));
                FirUnseal { fir, order_no }.into()
            }
            What::Lodge { of_case } => CustodyLodge {
                person: samples::full_party(&format!("Synthetic {mark}"), 5),
                fir: of_case.then(|| self.firs.last().map(|(_, id)| id.clone())).flatten(),
                arrested: self.clock.plus_seconds(-3_600),
                justification: format!("Seen {mark} running"),
                ..samples::lodge()
            }
            .into(),
            What::Release(which) => {
                let held = self.lockup.get(office).filter(|l| !l.is_empty() && which.index(5) > 0);
                let held = held.map(|l| which.get(l).clone());
                let any = || pick(&self.lodgings, office, which).map(|(_, id)| id.clone());
                let custody = held.or_else(any).unwrap_or_default();
                self.of_stay(custody, which, office, mark)
            }
            What::Attest(which) => {
                let correction = pick(&self.corrections, office, which).map(|(_, id)| id.clone());
                EntryAttest { correction: correction.unwrap_or_default() }.into()
            }
            What::Print(which) => samples::print(&self.fir_at(office, which)).into(),
            What::Attach { to, file, of_case } => self.attach(to, *file, *of_case, office, mark).into(),
            What::Expunge(which) => {
                let latest = self.removable.len().saturating_sub(3);
                let among = |w: &Index| match w.index(11) {
                    0 => &self.acts[..],
                    1..=5 => &self.removable[latest..],
                    _ => &self.removable[..],
                };
                let found = which.iter().filter_map(|w| pick(among(w), office, w));
                let mut acts: Vec<String> = found.map(|(_, id)| id.clone()).collect();
                if which.len() > 1 {
                    acts.dedup();
                }
                RecordExpunge { acts, ..samples::expunge(&[]) }.into()
            }
            What::Upon(step) => self.case_body(step, office, mark),
            _ => self.correction(what, office, mark).into(),
        }
    }

    fn attach(&self, to: &Index, file: u8, of_case: bool, office: &str, mark: &str) -> AttachAdd {
        let to = pick(&self.acts, office, to).map_or_else(|| samples::OTHER.to_owned(), |(_, a)| a.clone());
        let case = of_case.then(|| self.firs.last().map(|(_, id)| id.clone())).flatten();
        let title = format!("Picture {mark}");
        let file = AttachedFile { title, taken_at: None, ..samples::file(file) };
        AttachAdd { to, case, files: vec![file] }
    }

    fn correction(&self, what: &What, office: &str, mark: &str) -> EntryCorrect {
        let nothing = samples::correct("1/-/2026/1", "narrative", "nothing", mark);
        let What::Correct { entry, column, word, struck_only, there } = what else { return nothing };
        let here: Vec<&(String, EntryRef)> = self.entries.iter().filter(|(o, _)| o == office).collect();
        if here.is_empty() {
            return nothing;
        }
        // Often one of the latest, so that corrections meet in one entry.
        let latest = here.len().saturating_sub(2);
        let at = if entry.index(3) == 0 { &entry.get(&here).1 } else { &entry.get(&here[latest..]).1 };
        let row: EntryRow = self.ledger.get(office, &entry_key(at)).unwrap().unwrap();
        let words: Vec<&str> = row.cells.iter().filter(|c| c.is_words()).map(|c| c.key.as_str()).collect();
        let all: Vec<&str> = row.cells.iter().map(|c| c.key.as_str()).collect();
        let of = if words.is_empty() || column.index(9) == 0 { &all } else { &words };
        let field = match of.len() {
            0 => "narrative",
            len => of[column.index(len.min(2))],
        };
        let now = row.current(field).unwrap_or_default();
        let pieces: Vec<&str> = now.split_whitespace().collect();
        let corrected = row.strikes.iter().rev().find(|s| s.field == field && !s.right.is_empty());
        let corrected = corrected.filter(|_| word.index(2) == 0).and_then(|s| s.right.split(' ').next());
        let wrong = match corrected {
            Some(right) if *there => right,
            _ if *there && !pieces.is_empty() => word.get(&pieces),
            _ => "absent",
        };
        let right = if *struck_only { String::new() } else { format!("{mark} of {mark}") };
        EntryCorrect {
            entry: at.clone(),
            field: field.to_owned(),
            wrong: wrong.to_owned(),
            right,
            reason: format!("Misheard {mark}"),
            target: String::new(),
        }
    }

    fn report(&self, case: &Case, mark: &str) -> FirRegister {
        let sections: &[&str] = match case.sections {
            0..=2 => &["T-1"],
            3 => &["T-1", "T-M", "T-N"],
            4 => &["T-Q", "T-S"],
            5 => &["T-S"],
            6 => &["T-N"],
            _ => &["T-M"],
        };
        let person =
            |i: u8| Party { age: case.age, ..samples::full_party(&format!("Synthetic {mark} {i}"), i) };
        let base = if case.filled { samples::full_fir() } else { samples::fir() };
        FirRegister {
            informant: samples::full_party(&format!("Synthetic {mark}"), 9),
            victims: (0..case.victims).map(person).collect(),
            accused: (0..case.accused)
                .map(|i| Accused { person: person(i), description: String::new() })
                .collect(),
            sections: sections.iter().map(|s| (*s).to_owned()).collect(),
            brief: if case.filled { format!("Theft from {mark}") } else { String::new() },
            place: Place { text: format!("House of {mark}"), ..base.place },
            narrative: format!("I am {mark} and it was taken from {mark}"),
            occurred_from: self.clock.plus_seconds(-7_200),
            occurred_to: None,
            reported: self.clock,
            despatched: None,
            delay_reason: None,
            io: Some(format!("officer-{}", case.victims)),
            seal: case.sealed.then(|| "court-order".to_owned()),
            ..base
        }
    }
}

fn typed(book: u8, number: u8, mark: &str) -> BookEnter {
    match book {
        0 => samples::standing_order(&format!("{number}/2026"), &format!("Doors, says {mark}")),
        1 => samples::letter_in(&format!("Office of {mark}")),
        2 => samples::licence(&format!("L-{number}"), &format!("Synthetic {mark}")),
        3 => samples::village_note(&format!("Quiet, says {mark}")),
        4 => samples::visitor(&format!("Synthetic {mark}")),
        // Registers that nobody types into.
        5 => BookEnter { register: "8".to_owned(), part: "-".to_owned(), ..samples::visitor(mark) },
        _ => BookEnter { register: "10".to_owned(), part: "II".to_owned(), ..samples::visitor(mark) },
    }
}

/// Flaws that every kind, or some, must be refused for.
pub fn spoil(act: &mut Act, flaw: u8) {
    match (flaw, &mut act.body) {
        (0, _) => act.office = "no such\noffice".to_owned(),
        (1, _) => act.officer.clear(),
        (2, _) => act.rank = "r\u{0}".to_owned(),
        (3, _) => act.basis = vec![" ".to_owned()],
        (4, Body::FirRegister(b)) => b.sections = vec!["T-1".to_owned(); 40],
        (5, Body::FirRegister(b)) => b.read_over = false,
        (6, Body::FirRegister(b)) => b.narrative.push('\u{202E}'),
        (7, Body::FirSign(b)) => b.fir = "\u{0}".repeat(500),
        (8, Body::RecordExpunge(b)) => b.acts.push("\u{0}".to_owned()),
        (9, Body::EntryCorrect(b)) => b.wrong.clear(),
        (10, Body::CustodyLodge(b)) => b.arrested = act.happened.plus_seconds(1),
        _ => act.basis = vec!["PPR-22.46".to_owned(); 30],
    }
}
