//! The daily diary (register II, rules 22.48 to 22.51): the day opens with who is in the lock-up, runs in numbered
//! entries, and closes with the cash in hand.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::Body;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, CounterRow, DeskRow, EntryRow};

/// What a diary entry is about (rule 22.49). Entries that another act makes of itself (a case, a refusal, custody,
/// cash) are not among these: they cannot be typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DiaryKind {
    /// An officer arrives.
    Arrival,
    /// An officer departs on duty.
    Departure,
    /// A communication received.
    CommIn,
    /// A communication despatched.
    CommOut,
    /// Search of a place or person.
    Search,
    /// Patrol or picket.
    Patrol,
    /// Guard or escort.
    Guard,
    /// Government weapon issued.
    WeaponIssue,
    /// Government weapon returned.
    WeaponReturn,
    /// Vehicle leaves or returns.
    VehicleMove,
    /// Property received.
    PropertyIn,
    /// Property sent out.
    PropertyOut,
    /// Inspection or visit.
    Inspection,
    /// Charge handed over.
    ChargeHandover,
    /// Report of a death.
    Death,
    /// Anything else that rule 22.49 wants entered.
    Misc,
}

impl DiaryKind {
    /// Every kind that can be typed.
    pub const ALL: [DiaryKind; 16] = [
        Self::Arrival,
        Self::Departure,
        Self::CommIn,
        Self::CommOut,
        Self::Search,
        Self::Patrol,
        Self::Guard,
        Self::WeaponIssue,
        Self::WeaponReturn,
        Self::VehicleMove,
        Self::PropertyIn,
        Self::PropertyOut,
        Self::Inspection,
        Self::ChargeHandover,
        Self::Death,
        Self::Misc,
    ];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Arrival => "arrival",
            Self::Departure => "departure",
            Self::CommIn => "comm_in",
            Self::CommOut => "comm_out",
            Self::Search => "search",
            Self::Patrol => "patrol",
            Self::Guard => "guard",
            Self::WeaponIssue => "weapon_issue",
            Self::WeaponReturn => "weapon_return",
            Self::VehicleMove => "vehicle_move",
            Self::PropertyIn => "property_in",
            Self::PropertyOut => "property_out",
            Self::Inspection => "inspection",
            Self::ChargeHandover => "charge_handover",
            Self::Death => "death",
            Self::Misc => "misc",
        }
    }
}

/// The most officers one entry concerns.
const MOST_OFFICERS: usize = 50;

/// The day opens. Serial 1 of the day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiaryOpen {
    /// The day.
    pub day: Date,
    /// Acts by which those now in the lock-up were lodged; the books fill it in.
    #[serde(default)]
    pub custody: Vec<String>,
    /// Cash in hand, paisa; the books fill it in.
    #[serde(default)]
    pub cash_paisa: i64,
    /// Said when a day was closed that lies ahead, because the clock stood wrong: what was wrong with it. The true day
    /// then opens although a later one is closed, and this entry says so for ever.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clock_fault: Option<String>,
}

impl DiaryOpen {
    /// The day, with what the books fill in.
    pub fn on(day: Date) -> Self {
        Self { day, custody: Vec::new(), cash_paisa: 0, clock_fault: None }
    }

    /// Whether a day may open after a later one was closed: never twice, never but today, never without the reason.
    fn check_clock_fault(&self, reason: &str, desk: &DeskRow, setting: &Setting<'_>) -> Result<(), Refusal> {
        let today = setting.written.day();
        if desk.last_closed.is_none_or(|last| last <= today) {
            return Err(Refusal::order("order-no-clock-fault", "PPR-22.48"));
        }
        let mut faults = Faults::default();
        text::line_needed(&mut faults, "clock_fault", reason);
        faults.when(self.day != today, "day", "fault-day-not-today");
        faults.done()?;
        let before = Slot::diary(Some(self.day)).map(|slot| setting.row::<CounterRow>(&slot.series()));
        match before.transpose()?.flatten() {
            Some(_) => Err(Refusal::order("order-diary-day-past", "PPR-22.48")),
            None => Ok(()),
        }
    }
}

impl Rule for DiaryOpen {
    fn version(&self) -> u32 {
        // A build that does not know the reason must not read an entry that has one.
        if self.clock_fault.is_some() { 2 } else { 1 }
    }

    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.48", "PPR-22.49"]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let desk = setting.desk()?;
        if desk.open_day.is_some() {
            return Err(Refusal::order("order-diary-open-already", "PPR-22.48"));
        }
        let today = setting.written.day();
        match (&self.clock_fault, desk.last_closed) {
            (Some(reason), _) => self.check_clock_fault(reason, &desk, setting)?,
            (None, Some(last)) if self.day <= last => {
                let code = if last > today { "order-diary-closed-ahead" } else { "order-diary-day-past" };
                return Err(Refusal::order(code, "PPR-22.48"));
            }
            (None, _) => {}
        }
        let mut faults = Faults::default();
        // One day of grace either way: the station's clock may stand wrong, and the books must go on.
        let early = today.checked_sub(1.day()).unwrap_or(today);
        let late = today.checked_add(1.day()).unwrap_or(today);
        faults.when(self.day < early || self.day > late, "day", "fault-day-not-today");
        faults.done()?;
        self.custody = desk.lockup;
        self.cash_paisa = desk.cash_paisa;
        Ok(())
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Slot::diary(Some(self.day)).into_iter().collect()
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::DiaryOpen(kept) = kept {
            self.custody.clone_from(&kept.custody);
            self.cash_paisa = kept.cash_paisa;
        }
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
        desk.open_day = Some(self.day);
        book.put(&desk)?;
        let mut cells = vec![
            Cell::plain("custody_count", CellKind::Number, self.custody.len()),
            Cell::plain("custody", CellKind::Act, self.custody.join(" ")),
            Cell::plain("cash", CellKind::Money, self.cash_paisa),
        ];
        if let Some(reason) = &self.clock_fault {
            let ahead = desk.last_closed.map(|day| Cell::plain("closed_ahead", CellKind::Day, day));
            cells.extend(ahead);
            cells.push(Cell::personal(EntryRow::CLOCK_FAULT, CellKind::Text, reason));
        }
        book.put(&EntryRow::of(rec, 0, "open", cells)?)
    }
}

/// An entry in the diary.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiaryWrite {
    /// What it is about.
    pub subject: DiaryKind,
    /// The entry.
    pub text: String,
    /// Officers it concerns, by code.
    #[serde(default)]
    pub officers: Vec<String>,
    /// The case it concerns: the act of its FIR.
    #[serde(default)]
    pub fir: Option<String>,
}

impl Rule for DiaryWrite {
    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        self.fir.as_deref()
    }

    fn bound(&self) -> bool {
        false
    }

    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.49"]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::text_needed(&mut faults, "text", &self.text);
        faults.when(self.officers.len() > MOST_OFFICERS, "officers", "fault-too-many");
        for (i, officer) in self.officers.iter().enumerate().take(MOST_OFFICERS) {
            text::code(&mut faults, &format!("officers.{i}"), officer);
        }
        let moves = matches!(self.subject, DiaryKind::Arrival | DiaryKind::Departure);
        faults.when(moves && self.officers.is_empty(), "officers", "fault-missing");
        if let Some(fir) = &self.fir {
            text::code(&mut faults, "fir", fir);
        }
        faults.done()?;
        setting.open_day().map(|_| ())
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let mut cells = vec![Cell::personal("text", CellKind::Text, &self.text)];
        if !self.officers.is_empty() {
            cells.push(Cell::plain("officers", CellKind::Officer, self.officers.join(" ")));
        }
        if let Some(fir) = &self.fir {
            cells.push(Cell::plain("fir", CellKind::Act, fir));
        }
        book.put(&EntryRow::of(rec, 0, self.subject.as_str(), cells)?)
    }
}

/// The day closes: the last entry gives the cash balance of register XX.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DiaryClose {
    /// Cash counted, paisa.
    pub counted_paisa: i64,
    /// Why the count differs from the book, when it does.
    #[serde(default)]
    pub difference_reason: Option<String>,
    /// Cash by register XX, paisa; the books fill it in.
    #[serde(default)]
    pub book_paisa: i64,
    /// Remarks.
    #[serde(default)]
    pub remarks: String,
}

impl Rule for DiaryClose {
    fn basis(&self) -> &'static [&'static str] {
        &["PPR-22.49", "PPR-22.71"]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        setting.open_day()?;
        self.book_paisa = setting.desk()?.cash_paisa;
        let mut faults = Faults::default();
        text::text(&mut faults, "remarks", &self.remarks);
        let reason = self.difference_reason.as_deref().unwrap_or("");
        text::line(&mut faults, "difference_reason", reason);
        faults.when(self.counted_paisa < 0, "counted_paisa", "fault-range");
        let differs = self.counted_paisa != self.book_paisa;
        faults.when(differs && reason.trim().is_empty(), "difference_reason", "fault-cash-differs");
        faults.done()
    }

    fn slots(&self, _: Moment, day: Option<Date>) -> Vec<Slot> {
        Slot::diary(day).into_iter().collect()
    }

    fn adopt(&mut self, kept: &Body) {
        if let Body::DiaryClose(kept) = kept {
            self.book_paisa = kept.book_paisa;
        }
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        let mut desk = book.get(office, DeskRow::KEY)?.unwrap_or_else(|| DeskRow::new(office));
        desk.last_closed = desk.open_day.take();
        book.put(&desk)?;
        let mut cells = vec![
            Cell::plain("cash", CellKind::Money, self.book_paisa),
            Cell::plain("counted", CellKind::Money, self.counted_paisa),
        ];
        if let Some(reason) = &self.difference_reason {
            cells.push(Cell::plain("difference_reason", CellKind::Text, reason));
        }
        if !self.remarks.is_empty() {
            cells.push(Cell::personal("text", CellKind::Text, &self.remarks));
        }
        book.put(&EntryRow::of(rec, 0, "close", cells)?)
    }
}
