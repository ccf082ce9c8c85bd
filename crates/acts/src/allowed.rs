//! Which acts may follow in which state: one pure function over the table of allowed acts. The rules refuse by it,
//! a page offers by it, and the tests walk it.

use jiff::civil::Date;

use crate::law::{Allowed, Law};
use crate::refusal::Refusal;
use crate::views::Stage;

/// Whether that kind of act may follow upon a case at that stage, done by an officer of that rank, under the law of
/// that province and day.
///
/// # Errors
/// [`Refusal::Order`] with the citation: no law knows the act then, the case stands elsewhere, the rank is too low.
pub fn may(
    law: &dyn Law,
    kind: &str,
    stage: Stage,
    rank: &str,
    province: &str,
    day: Date,
) -> Result<(), Refusal> {
    ways(law, kind, stage, rank, province, day).map(|_| ())
}

/// The same for an act that may lead to several stages: whether it may lead to this one.
///
/// # Errors
/// As [`may`].
pub fn may_lead(
    law: &dyn Law,
    kind: &str,
    (stage, to): (Stage, Stage),
    rank: &str,
    province: &str,
    day: Date,
) -> Result<(), Refusal> {
    let ways = ways(law, kind, stage, rank, province, day)?;
    if ways.iter().any(|way| way.to == Some(to)) {
        return Ok(());
    }
    Err(Refusal::order(stage.refusal(), &citation(&ways)))
}

/// The same for an act that must leave the case where it stands.
///
/// # Errors
/// As [`may`].
pub fn may_stand(
    law: &dyn Law,
    kind: &str,
    stage: Stage,
    rank: &str,
    province: &str,
    day: Date,
) -> Result<(), Refusal> {
    let ways = ways(law, kind, stage, rank, province, day)?;
    if ways.iter().any(|way| way.to.is_none()) {
        return Ok(());
    }
    Err(Refusal::order(stage.refusal(), &citation(&ways)))
}

/// The ways open from that stage to that rank.
fn ways(
    law: &dyn Law,
    kind: &str,
    stage: Stage,
    rank: &str,
    province: &str,
    day: Date,
) -> Result<Vec<Allowed>, Refusal> {
    let all = law.allowed(kind, province, day);
    if all.is_empty() {
        return Err(Refusal::order("order-no-law", kind));
    }
    let cited = citation(&all);
    let mut open = all;
    open.retain(|way| way.from.contains(&stage));
    if open.is_empty() {
        return Err(Refusal::order(stage.refusal(), &cited));
    }
    let cited = citation(&open);
    open.retain(|way| way.least_rank.as_deref().is_none_or(|least| reaches(law, rank, least)));
    if open.is_empty() {
        return Err(Refusal::order("order-rank-too-low", &cited));
    }
    Ok(open)
}

/// Whether a rank is that rank or a higher one; what is no rank reaches none.
pub fn reaches(law: &dyn Law, rank: &str, least: &str) -> bool {
    match (law.rank(rank), law.rank(least)) {
        (Some(rank), Some(least)) => rank >= least,
        _ => false,
    }
}

fn citation(ways: &[Allowed]) -> String {
    ways.first().and_then(|way| way.bases.first()).cloned().unwrap_or_default()
}
