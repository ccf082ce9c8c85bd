//! Persons: clusters of enrolments over joins that stand. A join is a person's decision with reasons, and can be undone.

use roznamcha_acts::kinds::{EnrolRef, PersonJoin, PersonPart};
use roznamcha_acts::views::JoinRow;
use roznamcha_acts::{ActId, Body};
use roznamcha_store::{Offices, Query, Receipt};
use std::collections::BTreeSet;

use super::views::JoinLine;
use crate::{Caller, DoorError, NewAct, Records};

/// Enrolments of one person that are followed at most.
const MOST: usize = 1_000;

impl Records {
    /// Two enrolments are of one person.
    ///
    /// # Errors
    /// As [`Records::perform`]; both must stand.
    pub async fn join_persons(
        &self,
        caller: &Caller,
        id: ActId,
        join: PersonJoin,
    ) -> Result<Receipt, DoorError> {
        self.perform(caller, NewAct::now(id, Body::PersonJoin(join))).await
    }

    /// They are not after all.
    ///
    /// # Errors
    /// As [`Records::perform`].
    pub async fn part_persons(
        &self,
        caller: &Caller,
        id: ActId,
        part: PersonPart,
    ) -> Result<Receipt, DoorError> {
        self.perform(caller, NewAct::now(id, Body::PersonPart(part))).await
    }

    /// Joins, of any record office, in which an enrolment stands or stood.
    pub(super) async fn joins_of(&self, of: &EnrolRef) -> Result<Vec<JoinRow>, DoorError> {
        let mut all = Vec::new();
        for column in ["one", "other"] {
            let query = Query::of::<JoinRow>("").within(Offices::All).eq(column, of.key()).limit(500);
            all.extend(self.all::<JoinRow>(query).await?);
        }
        Ok(all)
    }

    /// The enrolments that stand and are of one person with this, this among them, in order; and every join between
    /// them, those that were ended too.
    pub(super) async fn cluster(
        &self,
        of: &EnrolRef,
    ) -> Result<(BTreeSet<EnrolRef>, Vec<JoinLine>), DoorError> {
        let (mut members, mut waiting) = (BTreeSet::new(), vec![of.clone()]);
        let mut rows: Vec<JoinRow> = Vec::new();
        while let Some(next) = waiting.pop() {
            if members.len() >= MOST || members.contains(&next) || self.standing(&next).await?.is_none() {
                continue;
            }
            for row in self.joins_of(&next).await? {
                let other = if row.one == next { &row.other } else { &row.one };
                if row.is_live() {
                    waiting.push(other.clone());
                }
                if !rows.contains(&row) {
                    rows.push(row);
                }
            }
            members.insert(next);
        }
        let mut lines = Vec::new();
        for row in rows {
            // Of who was freed or destroyed nothing is told, nor that he was once joined.
            let told = members.contains(&row.one) && members.contains(&row.other)
                || !row.is_live()
                    && self.standing(&row.one).await?.is_some()
                    && self.standing(&row.other).await?.is_some();
            if told {
                lines.extend(row.joins.iter().map(|join| JoinLine {
                    office: row.office.clone(),
                    one: row.one.clone(),
                    other: row.other.clone(),
                    act: join.act.clone(),
                    at: join.at,
                    officer: join.officer.clone(),
                    search: join.search.clone(),
                    reasons: join.reasons.clone(),
                    parted: join.parted.as_ref().map(|p| (p.act.clone(), p.at, p.reasons.clone())),
                }));
            }
        }
        lines.sort_by(|a, b| (a.at, &a.act).cmp(&(b.at, &b.act)));
        Ok((members, lines))
    }
}
