//! Which acts may follow in which state, and who does them: one pure function over the table of allowed acts. The rules
//! refuse by it, a page offers by it, and the tests walk it.

use jiff::civil::Date;

use crate::law::{Allowed, By, Law};
use crate::refusal::Refusal;
use crate::views::Stage;

/// Whoever would do an act upon a case.
#[derive(Clone, Copy, Debug)]
pub struct Who<'a> {
    /// Code of the rank.
    pub rank: &'a str,
    /// Whether the case is this officer's to investigate; `None` while it is nobody's.
    pub own: Option<bool>,
    /// By which posts he may act. `None` where that is not known: an act keeps who did it and the rank, and the policies
    /// have asked for the post before it is decided.
    pub posts: Option<&'a [By]>,
}

impl Who<'_> {
    fn is_of(&self, by: &[By]) -> bool {
        let is = |by: &By| match (by, self.posts) {
            (By::Investigator, _) => self.own == Some(true),
            (by, Some(posts)) => posts.contains(by),
            (_, None) => true,
        };
        by.iter().any(is)
    }

    /// Why he is none of those who do it.
    fn refusal(&self, ways: &[Allowed]) -> Refusal {
        let investigator = ways.iter().all(|way| way.by == [By::Investigator]);
        match self.own {
            None if investigator => Refusal::order("order-no-io", "CrPC-156"),
            _ if investigator => Refusal::order("order-not-the-io", &citation(ways)),
            _ => Refusal::order("order-other-hand", &citation(ways)),
        }
    }
}

/// Whether that kind of act may follow upon a case at that stage, done by that officer, under the law of that province
/// and day.
///
/// # Errors
/// [`Refusal::Order`] with the citation: no law knows the act then, the case stands elsewhere, the rank is too low,
/// another does it.
pub fn may(
    law: &dyn Law,
    kind: &str,
    stage: Stage,
    who: Who<'_>,
    province: &str,
    day: Date,
) -> Result<(), Refusal> {
    ways(law, kind, stage, who, province, day).map(|_| ())
}

/// The same for an act that may lead to several stages: whether it may lead to this one.
///
/// # Errors
/// As [`may`].
pub fn may_lead(
    law: &dyn Law,
    kind: &str,
    (stage, to): (Stage, Stage),
    who: Who<'_>,
    province: &str,
    day: Date,
) -> Result<(), Refusal> {
    let ways = ways(law, kind, stage, who, province, day)?;
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
    who: Who<'_>,
    province: &str,
    day: Date,
) -> Result<(), Refusal> {
    let ways = ways(law, kind, stage, who, province, day)?;
    if ways.iter().any(|way| way.to.is_none()) {
        return Ok(());
    }
    Err(Refusal::order(stage.refusal(), &citation(&ways)))
}

/// The ways open from that stage to that officer.
fn ways(
    law: &dyn Law,
    kind: &str,
    stage: Stage,
    who: Who<'_>,
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
    open.retain(|way| way.least_rank.as_deref().is_none_or(|least| reaches(law, who.rank, least)));
    if open.is_empty() {
        return Err(Refusal::order("order-rank-too-low", &cited));
    }
    if !open.iter().any(|way| who.is_of(&way.by)) {
        return Err(who.refusal(&open));
    }
    open.retain(|way| who.is_of(&way.by));
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
