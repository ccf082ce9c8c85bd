//! A case named by its number in a form.

use roznamcha_access::ResourceKind;
use roznamcha_records::{Action, DoorError, FirFilter};
use roznamcha_words::digits;

use super::form::{fault, faulty};
use crate::{Ctx, Pages};

/// The act of the case typed into `field` as `12/2026`, `12/26` or `12` (of this year); nothing for an empty one.
pub(crate) async fn case(
    pages: &Pages,
    ctx: &Ctx,
    typed: &str,
    field: &str,
) -> Result<Option<String>, DoorError> {
    if typed.is_empty() {
        return Ok(None);
    }
    let unknown = || faulty(vec![fault(field, "fault-case-unknown")]);
    let (no, year) = number(typed, pages.records.now().year()).ok_or_else(unknown)?;
    if !pages.records.may(&ctx.caller, Action::ReadFir, ResourceKind::Fir, ctx.caller.office()) {
        return Err(unknown());
    }
    let office = ctx.caller.office().to_owned();
    let filter = FirFilter { office, no: Some(no), year: Some(year), limit: 1, ..FirFilter::default() };
    let found = pages.records.firs(&ctx.caller, &filter).await?;
    found.lines.into_iter().next().map(|l| Some(l.act)).ok_or_else(unknown)
}

/// Number and year as typed, in any digits.
fn number(typed: &str, this_year: i16) -> Option<(u64, i16)> {
    let plain = digits::ascii(typed);
    let (no, year) = plain.split_once(['/', '-']).unwrap_or((&plain, ""));
    let year = match year.trim() {
        "" => this_year,
        year => year.parse::<i16>().ok().map(|y| if y < 100 { y + this_year / 100 * 100 } else { y })?,
    };
    Some((no.trim().parse().ok()?, year))
}

#[cfg(test)]
mod tests {
    use super::number;

    #[test]
    fn a_case_by_number_and_year() {
        assert_eq!(number("12/2026", 2026), Some((12, 2026)));
        assert_eq!(number("12/25", 2026), Some((12, 2025)));
        assert_eq!(number(" ۱۲ ", 2026), Some((12, 2026)));
        assert_eq!(number("about twelve", 2026), None);
        assert_eq!(number("12/x", 2026), None);
    }
}
