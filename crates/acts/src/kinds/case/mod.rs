//! Acts upon a case. What they share is here and in `open`, `party` and `seal`; each kind has a file of its own.

/// A kind upon the accused in its fields `fir` and `accused`, asking for his rows.
macro_rules! upon_accused {
    () => {
        fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
            Some(&self.fir)
        }

        fn refs(&self) -> Vec<String> {
            vec![$crate::views::AccusedRow::key_of(&self.fir, self.accused)]
        }

        fn wants(&self, office: &str, known: &$crate::rows::Known) -> Vec<$crate::rows::Want> {
            $crate::kinds::case::want_accused(office, &self.fir, self.accused, known)
        }
    };
}

/// A kind upon the case in its field `fir` that brings a person into it: the books fill in his place, `party`.
macro_rules! brings_party {
    ($kind:ident) => {
        fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
            Some(&self.fir)
        }

        fn refs(&self) -> Vec<String> {
            self.party.map(|index| $crate::views::PartyRow::key_of(&self.fir, index)).into_iter().collect()
        }

        fn adopt(&mut self, kept: &$crate::kinds::Body) {
            if let $crate::kinds::Body::$kind(kept) = kept {
                self.party = kept.party;
            }
        }
    };
}

mod arrest;
mod assign;
mod free;
mod inform;
mod io;
mod medical;
mod memo;
mod nominate;
mod open;
mod party;
mod reassign;
mod regime;
mod remand;
mod seal;
mod sections;
mod statement;
mod warrant;
mod zimni;

pub use arrest::CaseArrest;
pub use assign::CaseAssign;
pub use free::{CaseBail, CaseRelease};
pub use inform::{CaseInform, Told};
pub use medical::CaseMedical;
pub use memo::{CaseMemo, Found, MemoOf};
pub use nominate::CaseNominate;
pub use reassign::{CaseApply, CaseReassign, Investigator};
pub use remand::CaseRemand;
pub use sections::CaseSections;
pub use statement::{CaseStatement, CaseVersion, Under};
pub use warrant::{CaseProclaim, CaseWarrant, WarrantKind};
pub use zimni::CaseZimni;

pub(crate) use free::{HELD, released};
pub(crate) use io::{CASE_CLOCKS, give};
pub(crate) use open::{open, stub, written};
pub(crate) use party::{accuse, join, remove, remove_all};
pub(crate) use regime::{Doer, is_special, may_deal_with_child, may_go_on, may_investigate};
pub(crate) use seal::{seal, want_all};
pub(crate) use warrant::caught;

use crate::act::Recorded;
use crate::allowed::{self, Who};
use crate::refusal::Refusal;
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::Setting;
use crate::views::{AccusedRow, CaseRow, CustodyRow, PartyRow};

/// The case an act is upon: there, not expunged, and at a stage in which the law lets this officer do it.
pub(crate) fn allowed(setting: &Setting<'_>, kind: &str, fir: &str) -> Result<CaseRow, Refusal> {
    let case = living(setting, fir)?;
    let day = setting.written.day();
    allowed::may(setting.law, kind, case.stage, who(setting, &case), setting.province, day)?;
    Ok(case)
}

/// The officer who performs the act, as the case knows him.
pub(crate) fn who<'a>(setting: &Setting<'a>, case: &CaseRow) -> Who<'a> {
    let own = case.io().map(|io| io.officer == setting.officer);
    Who { rank: setting.rank, own, posts: None }
}

/// The same for what the present investigating officer does: under a special regime not every officer goes on.
pub(crate) fn investigator(setting: &Setting<'_>, kind: &str, fir: &str) -> Result<CaseRow, Refusal> {
    let case = allowed(setting, kind, fir)?;
    regime::may_go_on(setting, &case)?;
    Ok(case)
}

/// An accused of the case.
pub(crate) fn accused(setting: &Setting<'_>, fir: &str, index: u32) -> Result<AccusedRow, Refusal> {
    let row = setting.row::<AccusedRow>(&AccusedRow::key_of(fir, index))?;
    row.ok_or_else(|| Refusal::order("order-not-nominated", "PPR-26.1"))
}

/// The case an act changes; nothing where a court removed what it held.
pub(crate) fn open_row(rec: &Recorded, book: &Book<'_>, fir: &str) -> Result<Option<CaseRow>, ViewError> {
    Ok(book.get::<CaseRow>(&rec.header.office, fir)?.filter(|row| !row.is_stub()))
}

/// The case, an accused of it, his stay in the lock-up and the entries that look for him.
pub(crate) fn want_accused(office: &str, fir: &str, index: u32, known: &Known) -> Vec<Want> {
    let key = AccusedRow::key_of(fir, index);
    let mut wants = vec![
        want(office, fir),
        Want::Row(AccusedRow::at(office, &key)),
        Want::Row(PartyRow::at(office, &key)),
    ];
    if let Ok(Some(row)) = known.get::<AccusedRow>(office, &key) {
        wants.extend(row.arrests.last().map(|a| Want::Row(CustodyRow::at(office, &a.act))));
        wants.extend(warrant::want_entries(office, &row));
    }
    wants
}

/// The case, not expunged.
pub(crate) fn living(setting: &Setting<'_>, fir: &str) -> Result<CaseRow, Refusal> {
    let case = setting.row::<CaseRow>(fir)?.ok_or_else(|| Refusal::unknown(fir))?;
    if case.is_stub() {
        return Err(Refusal::order("order-expunged", "PPR-22.46"));
    }
    Ok(case)
}

/// The row of a case.
pub(crate) fn want(office: &str, fir: &str) -> Want {
    Want::Row(CaseRow::at(office, fir))
}
