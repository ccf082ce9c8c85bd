//! `appeal.decide`: what became of a conviction in appeal or revision. Set aside, it is an acquittal with all its
//! effects; sent back, the trial goes on, and what was taken of him as a convict is not shown.

use serde::{Deserialize, Serialize};

use super::common::{self as court, quiet, upon};
use super::order::Order;
use crate::act::Recorded;
use crate::clock::{Turn, Upon};
use crate::kinds::cro;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, ViewError};
use crate::rule::{Exit, Rule, Setting};
use crate::text;
use crate::views::{AccusedRow, AccusedStatus, Stage};

/// What the higher court did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AppealResult {
    /// The conviction stands.
    Upheld,
    /// The conviction stands, the sentence is altered.
    Altered,
    /// The conviction is set aside.
    SetAside,
    /// The case is sent back for trial.
    Retrial,
}

/// An appeal decided.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppealDecide {
    /// The case: the act that registered its report.
    pub fir: String,
    /// The convict, by his place in the case's list of persons.
    pub accused: u32,
    /// The result.
    pub result: AppealResult,
    /// The order.
    pub order: Order,
    /// The sentence as altered.
    #[serde(default)]
    pub sentence: String,
}

impl Rule for AppealDecide {
    fn basis(&self) -> &'static [&'static str] {
        &["CrPC-423"]
    }

    upon!(court::want_accused);
    quiet!();

    fn refs(&self) -> Vec<String> {
        vec![AccusedRow::key_of(&self.fir, self.accused)]
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        self.order.check(&mut faults, "order", setting.written.day());
        text::text(&mut faults, "sentence", &self.sentence);
        let needed = self.result == AppealResult::Altered;
        faults.when(needed && self.sentence.trim().is_empty(), "sentence", "fault-missing");
        faults.done()?;
        court::standing(setting, &self.fir, "appeal.decide", None)?;
        let row = court::accused(setting, &self.fir, self.accused)?;
        if row.status() != AccusedStatus::Convicted {
            return Err(Refusal::order("order-not-convicted", "CrPC-423"));
        }
        Ok(())
    }

    fn clocks(&self, _: Upon<'_>) -> Vec<Turn> {
        let key = AccusedRow::key_of(&self.fir, self.accused);
        match self.result {
            AppealResult::SetAside => court::freed(&self.fir, &[self.accused])
                .into_iter()
                .chain([Turn::meet(&key, "D29")])
                .collect(),
            AppealResult::Retrial => vec![Turn::meet(&key, "D29")],
            AppealResult::Upheld | AppealResult::Altered => Vec::new(),
        }
    }

    fn lets_out(&self, upon: Upon<'_>) -> Vec<Exit> {
        match self.result {
            AppealResult::SetAside => court::let_out(upon, &self.fir, &[self.accused], "acquitted"),
            _ => Vec::new(),
        }
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let Some(case) = court::living(rec, book, &self.fir)? else { return Ok(()) };
        match self.result {
            AppealResult::Upheld | AppealResult::Altered => Ok(()),
            AppealResult::SetAside => {
                court::clears(rec, book, &self.fir, self.accused, AccusedStatus::Acquitted)?;
                match court::follows(rec, book, &self.fir)? {
                    Some(stage) if case.stage == Stage::Convicted && stage != Stage::Convicted => {
                        court::ends(rec, book, &self.fir, stage, Some(&self.order))
                    }
                    _ => Ok(()),
                }
            }
            AppealResult::Retrial => {
                let at = rec.written()?;
                court::with_accused(rec, book, &self.fir, self.accused, |row| {
                    row.becomes(AccusedStatus::Challaned, &rec.header.act, at);
                })?;
                cro::suspend(rec, book, &AccusedRow::key_of(&self.fir, self.accused))?;
                court::mark_books(rec, book, &self.fir, self.accused, "retrial")?;
                court::moves(rec, book, &self.fir, Stage::Trial)?;
                court::with_case(rec, book, &self.fir, |case| case.outcome = None)
            }
        }
    }
}
