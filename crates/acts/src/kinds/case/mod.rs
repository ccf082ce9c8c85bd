//! Acts upon a case. What they share is here and in `open`, `party` and `seal`; each kind has a file of its own.

mod nominate;
mod open;
mod party;
mod seal;

pub use nominate::CaseNominate;
pub(crate) use open::{open, stub};
pub(crate) use party::{accuse, remove, remove_all};
pub(crate) use seal::{seal, want_all};

use crate::allowed;
use crate::refusal::Refusal;
use crate::rows::{View, Want};
use crate::rule::Setting;
use crate::views::CaseRow;

/// The case an act is upon: there, not expunged, and at a stage in which the law lets this officer do it.
pub(crate) fn allowed(setting: &Setting<'_>, kind: &str, fir: &str) -> Result<CaseRow, Refusal> {
    let case = living(setting, fir)?;
    let day = setting.written.day();
    allowed::may(setting.law, kind, case.stage, setting.rank, setting.province, day)?;
    Ok(case)
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
