//! Special regimes: an offence that only some officers may investigate, a child whom only some may arrest and question.
//! Who they are is law, asked for the sections the case now stands under.

use crate::allowed::reaches;
use crate::law::{Regime, RegimeOf};
use crate::refusal::Refusal;
use crate::rule::Setting;
use crate::views::{CaseRow, StaffRow};

/// Who would do it.
#[derive(Clone, Copy)]
pub(crate) struct Doer<'a> {
    pub rank: &'a str,
    /// A woman, or of the unit that the law names.
    pub special: bool,
}

/// Whether an officer posted here is one of those. An officer of the unit has the case by the order that says so.
pub(crate) fn is_special(staff: Option<&StaffRow>) -> bool {
    staff.is_some_and(|s| s.woman)
}

/// Whether that officer may investigate a case under these sections.
pub(crate) fn may_investigate<'a>(
    setting: &Setting<'_>,
    sections: impl Iterator<Item = &'a str>,
    doer: Doer<'_>,
) -> Result<(), Refusal> {
    sections.map(RegimeOf::Section).try_for_each(|of| may(setting, of, doer))
}

/// The same for the officer who has the case and performs the act.
pub(crate) fn may_go_on(setting: &Setting<'_>, case: &CaseRow) -> Result<(), Refusal> {
    let special = case.io().is_some_and(|io| io.special);
    may_investigate(setting, case.charged(), Doer { rank: setting.rank, special })
}

/// Whether whoever performs the act may arrest or question a child.
pub(crate) fn may_deal_with_child(setting: &Setting<'_>) -> Result<(), Refusal> {
    may(setting, RegimeOf::Child, Doer { rank: setting.rank, special: false })
}

fn may(setting: &Setting<'_>, of: RegimeOf<'_>, doer: Doer<'_>) -> Result<(), Refusal> {
    let code = if of == RegimeOf::Child { "order-juvenile-rank" } else { "order-regime-rank" };
    for regime in setting.law.regimes(of, setting.province, setting.written.day()) {
        let Regime { least_rank, woman, basis } = regime;
        if least_rank.is_some_and(|least| !reaches(setting.law, doer.rank, &least)) {
            return Err(Refusal::order(code, &basis));
        }
        if woman && !doer.special {
            return Err(Refusal::order("order-regime-woman", &basis));
        }
    }
    Ok(())
}
