//! Latents that are still open, looked at again whenever somebody is enrolled.

use roznamcha_acts::Body;
use roznamcha_acts::kinds::{Candidate, EnrolRef, ProbeKind, SearchList};
use roznamcha_acts::views::{SearchRow, SearchState};
use roznamcha_prints::{Listed, Matcher, Prepared, Template};
use roznamcha_prints_gallery::of_any;
use roznamcha_store::{Offices, Query};

use super::engine::centibans;
use super::enrol::derived;
use super::gallery::templates;
use crate::{Caller, DoorError, NewAct, Records};

/// Latents read at a time.
const PAGE: u32 = 200;
/// A latent may have lain any way.
const ANY_WAY: f32 = 180.0;

/// The likest pair of a latent's prints and a person's: his finger, the latent's, and the ratio.
fn likest(
    latent: &[(u8, Template)],
    person: &[(u8, Listed)],
    matcher: &mut Matcher,
) -> Option<(u8, u8, i32)> {
    let mut best: Option<(u8, u8, f32)> = None;
    for (probe_finger, template) in latent {
        let ready = Prepared::new(template);
        for (finger, print) in person.iter().filter(|(f, _)| *probe_finger == 0 || f == probe_finger) {
            let alone = matcher.score(&ready, print);
            let llr = if *probe_finger == 0 { of_any(alone, person.len()) } else { alone };
            if best.is_none_or(|(.., before)| llr > before) {
                best = Some((*finger, *probe_finger, llr));
            }
        }
    }
    best.map(|(finger, probe_finger, llr)| (finger, probe_finger, centibans(llr)))
}

impl Records {
    /// Compares every open latent with somebody just enrolled; where they are alike he joins its list. Gives how many
    /// lists he joined.
    pub(super) async fn latents_upon(&self, caller: &Caller, of: &EnrolRef) -> Result<usize, DoorError> {
        let Some(enrolment) = self.enrolment(of).await? else { return Ok(0) };
        let person: Vec<(u8, Listed)> = templates(&enrolment.prints)?
            .into_iter()
            .map(|(finger, template)| (finger, Listed::new(&template)))
            .collect();
        let person = std::sync::Arc::new(person);
        let query = Query::of::<SearchRow>("")
            .within(Offices::All)
            .eq("state", SearchState::Open.as_str())
            .eq("probe", ProbeKind::Latent.as_str())
            .limit(PAGE);
        let (mut after, mut joined) = (None, 0);
        loop {
            let (rows, next) = self.page::<SearchRow>(query.clone().after(after)).await?;
            let (least, person) = (self.threshold(ProbeKind::Latent), person.clone());
            let compare = move || {
                let mut matcher = Matcher::new(ANY_WAY);
                let mut alike = Vec::new();
                for row in rows {
                    let found = likest(&templates(&row.prints)?, &person, &mut matcher);
                    if let Some(found) = found.filter(|(.., ratio)| *ratio >= least) {
                        alike.push((row, found));
                    }
                }
                Ok::<_, DoorError>(alike)
            };
            let alike = tokio::task::spawn_blocking(compare).await;
            for (row, found) in alike.map_err(|e| DoorError::Defect(e.to_string()))?? {
                self.join_list(caller, &row, of, found).await?;
                joined += 1;
            }
            if next.is_none() {
                return Ok(joined);
            }
            after = next;
        }
    }

    async fn join_list(
        &self,
        caller: &Caller,
        row: &SearchRow,
        of: &EnrolRef,
        (finger, probe_finger, centibans): (u8, u8, i32),
    ) -> Result<(), DoorError> {
        let list = SearchList {
            search: row.act.clone(),
            engine: self.print_engine(),
            people: 1,
            after: Some(of.clone()),
            candidates: vec![Candidate { of: of.clone(), finger, probe_finger, centibans }],
        };
        let office = self.office(&row.office).await?;
        let id = derived("latent after enrolment", &[&row.office, &row.act, &of.office, &of.act]);
        let new = NewAct { office: Some(office.code.clone()), ..NewAct::now(id, Body::SearchList(list)) };
        self.write_once(caller, new, &office).await.map(|_| ())
    }
}
