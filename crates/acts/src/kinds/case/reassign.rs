//! Change of investigation (Police Order 2002, article 18-A): somebody applies, the head of the district or above
//! orders upon a board's opinion within the days the law gives, and the new officer is of no lower rank.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::allowed::reaches;
use crate::clock::{Turn, Upon};
use crate::kinds::case::Doer;
use crate::kinds::{Order, Party, case};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{CaseRow, Cell, CellKind, EntryRow, FirRow, TransferAsked};

/// An application to change the investigation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseApply {
    /// The case.
    pub fir: String,
    /// Who applies.
    pub applicant: Party,
    /// Why.
    pub grounds: String,
}

impl Rule for CaseApply {
    fn basis(&self) -> &'static [&'static str] {
        &["PO-18-A"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(&self.fir)
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        vec![Turn::start(&self.fir, "D25")]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.applicant.check(&mut faults, "applicant", true);
        text::text_needed(&mut faults, "grounds", &self.grounds);
        faults.done()?;
        let case = case::allowed(setting, "case.apply", &self.fir)?;
        if case.transfer.is_some() {
            return Err(Refusal::order("order-transfer-pending", "PO-18-A"));
        }
        Ok(())
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("5", "I", written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(mut row) = case::open_row(rec, book, &self.fir)? else { return Ok(()) };
        row.transfer = Some(TransferAsked { act: rec.header.act.clone(), at: rec.written()? });
        book.put(&row)?;
        let letter = vec![
            Cell::plain("subject", CellKind::Code, "transfer_application"),
            Cell::plain("fir_no", CellKind::Text, row.title()),
            Cell::plain("date", CellKind::Time, &rec.header.written),
        ];
        book.put(&EntryRow::of(rec, 0, "letter_in", letter)?)
    }
}

/// The order upon an application.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseReassign {
    /// The case.
    pub fir: String,
    /// The order.
    pub order: Order,
    /// Rank of the authority that made it.
    pub authority: String,
    /// The board whose opinion was taken.
    pub board: String,
    /// The new officer, code and rank; nothing where the application is refused.
    #[serde(default)]
    pub to: Option<Investigator>,
}

/// An officer given an investigation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Investigator {
    /// His code.
    pub officer: String,
    /// His rank.
    pub rank: String,
    /// A woman officer, or one of the special unit that the law names.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub special: bool,
}

/// The least rank that orders the first, second and later changes.
const AUTHORITIES: [&str; 3] = ["sp", "dig", "addl_igp"];

impl CaseReassign {
    fn check_ranks(&self, setting: &Setting<'_>, case: &CaseRow) -> Result<(), Refusal> {
        let change = usize::try_from(case.transfers).unwrap_or(usize::MAX).min(AUTHORITIES.len() - 1);
        let least = AUTHORITIES.get(change).copied().unwrap_or("addl_igp");
        if !reaches(setting.law, &self.authority, least) {
            return Err(Refusal::order("order-transfer-authority", "PO-18-A"));
        }
        let Some(to) = &self.to else { return Ok(()) };
        let doer = Doer { rank: &to.rank, special: to.special };
        case::may_investigate(setting, case.charged(), doer)?;
        let before = case.io().and_then(|io| io.rank.as_deref()).unwrap_or("asi");
        if !reaches(setting.law, &to.rank, before) {
            return Err(Refusal::order("order-io-rank-lower", "PO-18-A"));
        }
        if case.io().is_some_and(|io| io.officer == to.officer) {
            return Err(Refusal::order("order-already-io", "PO-18-A"));
        }
        Ok(())
    }
}

impl Rule for CaseReassign {
    fn basis(&self) -> &'static [&'static str] {
        &["PO-18-A"]
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        Some(&self.fir)
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        let passed = self
            .to
            .iter()
            .flat_map(|to| case::CASE_CLOCKS.iter().map(|d| Turn::pass(&self.fir, d, &to.officer)));
        std::iter::once(Turn::meet(&self.fir, "D25")).chain(passed).collect()
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        vec![case::want(office, &self.fir), Want::Row(FirRow::at(office, &self.fir))]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        text::line_needed(&mut faults, "board", &self.board);
        text::code(&mut faults, "authority", &self.authority);
        if let Some(to) = &self.to {
            text::code(&mut faults, "to.officer", &to.officer);
            text::code(&mut faults, "to.rank", &to.rank);
        }
        faults.done()?;
        let case = case::allowed(setting, "case.reassign", &self.fir)?;
        if case.transfer.is_none() {
            return Err(Refusal::order("order-no-application", "PO-18-A"));
        }
        self.check_ranks(setting, &case)
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly("5", "I", written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        if let Some(to) = &self.to {
            case::give(rec, book, &self.fir, (&to.officer, &to.rank, to.special))?;
        }
        let Some(mut row) = case::open_row(rec, book, &self.fir)? else { return Ok(()) };
        row.transfer = None;
        if self.to.is_some() {
            row.transfers = row.transfers.saturating_add(1);
        }
        book.put(&row)?;
        let letter = vec![
            Cell::plain("subject", CellKind::Code, "transfer_order"),
            Cell::plain("order_no", CellKind::Text, self.order.line()),
            Cell::plain("fir_no", CellKind::Text, row.title()),
            Cell::plain("date", CellKind::Time, &rec.header.written),
        ];
        book.put(&EntryRow::of(rec, 0, "letter_in", letter)?)
    }
}
