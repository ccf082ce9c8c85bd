//! A line-up proposed: the suspect among others whose descriptions fit the witness's words as his does, with photographs
//! that the law allows. Too few such others, or a whole that points at somebody: no line-up, but the reason.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::kinds::EnrolRef;
use roznamcha_acts::views::{EnrolRow, Enrolment};
use roznamcha_appearance::{Lineup, LineupError, Query, Sitter, Tie, Vocabulary};
use roznamcha_words::fold::fold;
use serde::Serialize;
use std::collections::BTreeSet;

use super::lineup_measured::{Measured, NoLineup};
use super::looks::{Tied, tied};
use super::looks_index::Looks;
use super::looks_seen::Seen;
use super::looks_words::{description, face};
use crate::{Caller, DoorError, Records};

/// Descriptions among which fillers are looked for, the likest first.
const POOL: usize = 2_000;
/// How often somebody is left out and others are looked for, before there are too few.
const ROUNDS: usize = 40;

/// What a line-up is asked for.
#[derive(Clone, Debug)]
pub struct LineupAsk {
    /// The suspect's enrolment.
    pub suspect: EnrolRef,
    /// What the witness said of the person he saw.
    pub seen: Seen,
    /// How many others.
    pub fillers: usize,
    /// From this the order follows, and who is drawn of many who fit.
    pub seed: u32,
    /// Others who were chosen before: where they are fair they stay.
    pub keep: Vec<EnrolRef>,
    /// Who is not taken.
    pub without: Vec<EnrolRef>,
}

/// A place of a proposed line-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProposedFace {
    /// Whose enrolment.
    pub of: EnrolRef,
    /// SHA-256 of the photograph of his face.
    pub photograph: String,
    /// How his record stands to each thing that the witness said.
    pub ties: Vec<Tied>,
    /// Lists in which nobody else of the line-up is like him: to be concealed, or another taken.
    pub alone_in: Vec<String>,
}

/// A line-up that would be fair.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProposedLineup {
    /// In the order in which they would stand.
    pub faces: Vec<ProposedFace>,
    /// The suspect's place among them, from nought.
    pub suspect: usize,
    /// How fair it is, as expected of readers of the words.
    pub measured: Measured,
}

/// A line-up, or why there is none.
pub type Proposed = Result<ProposedLineup, NoLineup>;

/// The suspect as the index knows him.
struct Suspect {
    enrolment: Enrolment,
    /// Enrolments of his own person.
    own: BTreeSet<EnrolRef>,
}

impl Records {
    /// Proposes a line-up. Nothing is written.
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`] for a suspect who does not stand or whom this officer may not read;
    /// [`DoorError::Refused`] for words that cannot be.
    pub async fn propose_lineup(&self, caller: &Caller, ask: &LineupAsk) -> Result<Proposed, DoorError> {
        let office = self.at(ResourceKind::Office, caller.office());
        self.allow(caller, Action::MakeLineup, &office, &ask.suspect.key()).await?;
        let permit = self.ask(caller, Action::SearchLooks, &office, &ask.suspect.key()).await?;
        let outcome = self.drawn_up(caller, ask, false).await;
        self.finish(permit, outcome, |made| made.as_ref().map_or(1, |lineup| lineup.faces.len())).await
    }

    /// The line-up that is asked for; `exactly` of those who are kept, and of nobody else.
    pub(super) async fn drawn_up(
        &self,
        caller: &Caller,
        ask: &LineupAsk,
        exactly: bool,
    ) -> Result<Proposed, DoorError> {
        let looks = self.looks()?;
        let vocabulary = looks.look(|looks| Ok(looks.index().vocabulary().clone())).await?;
        let words = ask.seen.query(&vocabulary, self.this_year())?;
        if !ask.seen.describes() {
            return Err(DoorError::field("codes", "fault-missing"));
        }
        let suspect = self.suspect(caller, &ask.suspect).await?;
        let mut out: BTreeSet<EnrolRef> = ask.without.iter().cloned().chain(suspect.own.clone()).collect();
        let mut unlike = 0;
        for _ in 0..ROUNDS {
            let (asked, words, enrolment) = (ask.clone(), words.clone(), suspect.enrolment.clone());
            let left = out.clone();
            let made = looks.look(move |looks| Ok(drawn(looks, &asked, &words, &enrolment, &left, exactly)));
            let members = match made.await? {
                Ok(members) => members,
                Err(why) => return Ok(Err(why.less(unlike))),
            };
            let before = out.len();
            let lineup = self.faces(caller, &suspect, &members, ask, &mut out).await?;
            match lineup {
                Some(faces) => return Ok(Ok(faces)),
                None => unlike += out.len() - before,
            }
        }
        Ok(Err(NoLineup::TooFew { fair: 0, asked: ask.fillers, unfit: Vec::new() }))
    }

    async fn suspect(&self, caller: &Caller, of: &EnrolRef) -> Result<Suspect, DoorError> {
        let row = self.standing(of).await?.ok_or(DoorError::NotFound)?;
        let row = self.shown(caller, row).await?.ok_or(DoorError::NotFound)?;
        let enrolment = row.enrolment.ok_or(DoorError::NotFound)?;
        let (own, _) = self.cluster(of).await?;
        Ok(Suspect { enrolment, own })
    }

    /// The line-up with what may be shown of each; `None`, and who is left out from now on, where somebody in it may
    /// not be.
    async fn faces(
        &self,
        caller: &Caller,
        suspect: &Suspect,
        made: &Drawn,
        ask: &LineupAsk,
        out: &mut BTreeSet<EnrolRef>,
    ) -> Result<Option<ProposedLineup>, DoorError> {
        let (mut faces, mut taken, before) = (Vec::new(), BTreeSet::new(), out.len());
        for (place, (of, ties, alone_in)) in made.members.iter().enumerate() {
            let photograph = if place == made.suspect {
                face(&suspect.enrolment).map(str::to_owned)
            } else {
                self.filler(caller, suspect, of, &mut taken).await?
            };
            let Some(photograph) = photograph else {
                out.insert(of.clone());
                continue;
            };
            let (of, ties, alone_in) = (of.clone(), ties.clone(), alone_in.clone());
            faces.push(ProposedFace { of, photograph, ties, alone_in });
        }
        if out.len() > before {
            return Ok(None);
        }
        let measured = Measured::new(&made.fairness, made.fair, ask.seed);
        Ok(Some(ProposedLineup { faces, suspect: made.suspect, measured }))
    }

    /// The photograph of somebody who may stand beside the suspect: his enrolment stands, this officer may read it, it
    /// is of another person, and he has nothing to do with the suspect's case or gang.
    async fn filler(
        &self,
        caller: &Caller,
        suspect: &Suspect,
        of: &EnrolRef,
        taken: &mut BTreeSet<EnrolRef>,
    ) -> Result<Option<String>, DoorError> {
        let Some(row) = self.standing(of).await? else { return Ok(None) };
        let Some(EnrolRow { enrolment: Some(his), .. }) = self.shown(caller, row).await? else {
            return Ok(None);
        };
        let gang = |of: &Enrolment| of.gang.as_ref().map(|gang| fold(&gang.name).to_lowercase());
        let own = &suspect.enrolment;
        if (his.fir.is_some() && his.fir == own.fir) || (gang(&his).is_some() && gang(&his) == gang(own)) {
            return Ok(None);
        }
        let (cluster, _) = self.cluster(of).await?;
        if cluster.iter().any(|one| taken.contains(one)) {
            return Ok(None);
        }
        taken.extend(cluster);
        Ok(face(&his).map(str::to_owned))
    }
}

/// A line-up as the engine drew it: whose enrolment, how it stands to the words, in what he is alone.
struct Drawn {
    members: Vec<(EnrolRef, Vec<Tied>, Vec<String>)>,
    suspect: usize,
    fairness: roznamcha_appearance::Fairness,
    fair: usize,
}

/// The suspect has no number of the index's own here: he is described by his row.
const SUSPECT: u64 = u64::MAX;

fn drawn(
    looks: &Looks,
    ask: &LineupAsk,
    words: &Query,
    enrolment: &Enrolment,
    out: &BTreeSet<EnrolRef>,
    exactly: bool,
) -> Result<Drawn, NoLineup> {
    let (index, vocabulary) = (looks.index(), looks.index().vocabulary());
    let child = enrolment.person.is_child();
    let described = description(vocabulary, enrolment).unwrap_or_default();
    let suspect = Sitter {
        id: SUSPECT,
        person: SUSPECT,
        photograph: face(enrolment).is_some(),
        child,
        chosen: true,
        description: described,
    };
    let failed = |error: LineupError| NoLineup::of(error, vocabulary, &ask.seen);
    let mut numbers: Vec<u64> = ask.keep.iter().filter_map(|of| looks.number(of)).collect();
    if !exactly {
        let alike = index.alike(words, &suspect.description).map_err(failed)?;
        // A suspect of whom nothing is written of what was said gives nothing to look for.
        let hits = index.search(&alike, POOL).unwrap_or_default();
        numbers.extend(hits.into_iter().map(|hit| hit.id));
    }
    let mut seen = BTreeSet::new();
    let sitter = |number: u64| {
        let (of, photograph) =
            looks.named(number).filter(|(of, _)| *of != ask.suspect && !out.contains(of))?;
        let description = looks.description(number)?;
        let chosen = ask.keep.contains(&of);
        Some(Sitter { id: number, person: number, description, photograph, child: false, chosen })
    };
    let pool: Vec<Sitter> =
        numbers.into_iter().filter(|number| seen.insert(*number)).filter_map(sitter).collect();
    let lineup = index.lineup(words, &suspect, &pool, ask.fillers, u64::from(ask.seed)).map_err(failed)?;
    named(looks, vocabulary, ask, lineup)
}

fn named(looks: &Looks, vocabulary: &Vocabulary, ask: &LineupAsk, lineup: Lineup) -> Result<Drawn, NoLineup> {
    let own = lineup.members.get(lineup.suspect);
    if own.is_none_or(|own| own.agreement.why.iter().all(|why| why.tie == Tie::Unknown)) {
        return Err(NoLineup::NotDescribed);
    }
    let member = |member: &roznamcha_appearance::lineup::Member| {
        let of = if member.id == SUSPECT {
            Some(ask.suspect.clone())
        } else {
            looks.named(member.id).map(|n| n.0)
        };
        let alone = member.alone_in.iter().map(|field| vocabulary.field_name(*field).to_owned()).collect();
        Some((of?, tied(vocabulary, &ask.seen, &member.agreement), alone))
    };
    Ok(Drawn {
        members: lineup.members.iter().filter_map(member).collect(),
        suspect: lineup.suspect,
        fairness: lineup.fairness,
        fair: lineup.fair,
    })
}
