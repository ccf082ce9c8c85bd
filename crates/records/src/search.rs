//! Finding a case by what one has: its number, a name, an identity card, a telephone. Each hit is asked for again,
//! row by row: what this officer may not see is not in the count.

use roznamcha_access::{Action, ResourceKind, Role};
use roznamcha_acts::views::PartyRow;
use roznamcha_store::{Offices, Op, Query};
use roznamcha_words::fold::fold;

use crate::{Caller, DoorError, FirFilter, FirLine, Records, totp};

/// One case found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The case.
    pub line: FirLine,
    /// The person by whom it was found: name and what he is in it; `None` when found by number.
    pub party: Option<(String, String)>,
    /// Why it was found: `number`, `cnic`, `phone`, `name`.
    pub why: &'static str,
}

/// What a search gave.
#[derive(Clone, Debug)]
pub struct SearchPage {
    /// The cases, best first.
    pub found: Vec<Found>,
    /// More would match; say more.
    pub more: bool,
}

/// Hits to a page.
const MOST: usize = 50;

impl Records {
    /// Searches the cases at or below the caller's office; a record office those of the district it serves.
    pub async fn search(&self, caller: &Caller, question: &str) -> Result<SearchPage, DoorError> {
        let seat = caller.above().first().filter(|_| caller.role() == Role::Cro);
        let office = seat.map_or_else(|| caller.office().to_owned(), Clone::clone);
        // The question may hold a name: the audit row keeps its hash, so that the same question can be found again.
        let key = format!("sha256:{}", totp::digest(&fold(question)).chars().take(16).collect::<String>());
        let permit =
            self.ask(caller, Action::SearchRecords, &self.at(ResourceKind::Fir, &office), &key).await?;
        let outcome = self.find(caller, &office, question).await;
        self.finish(permit, outcome, |p| p.found.len()).await
    }

    async fn find(&self, caller: &Caller, office: &str, question: &str) -> Result<SearchPage, DoorError> {
        let folded = fold(question.trim()).to_lowercase();
        let digits: String = folded.chars().filter(char::is_ascii_digit).collect();
        let mut page = SearchPage { found: Vec::new(), more: false };
        if let Some((no, year)) = folded.split_once('/') {
            if let (Ok(no), Ok(year)) = (no.trim().parse::<u64>(), year.trim().parse::<i16>()) {
                let year = if year < 100 { year + 2000 } else { year };
                let filter = FirFilter {
                    office: office.to_owned(),
                    no: Some(no),
                    year: Some(year),
                    limit: 50,
                    ..FirFilter::default()
                };
                for line in self.fir_lines_for(caller, &filter).await? {
                    page.found.push(Found { line, party: None, why: "number" });
                }
            }
            return Ok(page);
        }
        let only_digits = folded.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | ' ' | '+'));
        let (column, op, value, why) = if only_digits && digits.len() == 13 {
            ("cnic", Op::Eq, digits, "cnic")
        } else if only_digits && digits.len() >= 7 {
            ("phone", Op::Eq, digits, "phone")
        } else if folded.chars().count() >= 2 {
            ("name_fold", Op::Contains, folded, "name")
        } else {
            return Ok(page);
        };
        let offices = self.offices().stations(office).iter().map(|o| o.code.clone()).collect();
        let query =
            Query::of::<PartyRow>("").within(Offices::In(offices)).filter(column, op, value).limit(400);
        for party in self.all::<PartyRow>(query).await? {
            if page.found.len() >= MOST {
                page.more = true;
                break;
            }
            self.consider(caller, &party, why, &mut page).await?;
        }
        Ok(page)
    }

    async fn fir_lines_for(&self, caller: &Caller, filter: &FirFilter) -> Result<Vec<FirLine>, DoorError> {
        Ok(self.firs(caller, filter).await?.lines)
    }

    async fn consider(
        &self,
        caller: &Caller,
        party: &PartyRow,
        why: &'static str,
        page: &mut SearchPage,
    ) -> Result<(), DoorError> {
        // Whoever was acquitted, discharged or freed with his case is not found by it (2025 LHC 5162).
        if party.suppressed {
            return Ok(());
        }
        let Some(row) = self.fir_row(&party.fir).await? else { return Ok(()) };
        let resource = self.of_fir(&row);
        let decision = self.gate.decide(&caller.actor, Action::SearchRecords, &resource, caller.purpose);
        if !decision.allowed {
            return Ok(());
        }
        let line = crate::firs::line_for(&row);
        let person = (party.party.name.clone(), party.role.as_str().to_owned());
        page.found.push(Found { line, party: Some(person), why });
        Ok(())
    }
}
