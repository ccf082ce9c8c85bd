//! A line-up is made and shown: the engine decides whether it is fair before it is written, and who made it, or has once
//! shown it, knows the suspect, whatever he says.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::kinds::{Body, Face, LineupMake, LineupShow, Party};
use roznamcha_acts::{ActId, Moment};
use roznamcha_store::Receipt;

use super::lineup_measured::NoLineup;
use super::lineup_propose::{LineupAsk, ProposedLineup};
use crate::{Caller, DoorError, NewAct, Records};

/// A line-up to be made: of exactly those who are kept.
#[derive(Clone, Debug)]
pub struct NewLineup {
    /// Suspect, words of the witness, fillers (those to keep), seed.
    pub ask: LineupAsk,
    /// Code of the office that asks.
    pub asked_by: String,
    /// Number of the case as written.
    pub case: String,
    /// What the witness had said of the person, in his own words, before he saw any photograph.
    pub said: String,
}

/// A showing to be recorded.
#[derive(Clone, Debug)]
pub struct NewShowing {
    /// The record office, which is the caller's own.
    pub office: String,
    /// The line-up: the act that made it.
    pub lineup: String,
    /// The witness.
    pub witness: Party,
    /// When.
    pub shown: Moment,
    /// Whether the officer at the screen knew which of them is the suspect.
    pub knew: bool,
    /// Which place the witness pointed to, from 1; none where nobody.
    pub picked: Option<u8>,
    /// What the witness said, in his own words, also how sure he is.
    pub said: String,
}

/// The act's order and faces of a proposal: 0 the suspect, 1 the first of the others in the order they stand.
fn seated(lineup: &ProposedLineup) -> Option<(Face, Vec<Face>, Vec<u8>)> {
    let face = |face: &super::lineup_propose::ProposedFace| Face {
        of: face.of.clone(),
        photograph: face.photograph.clone(),
    };
    let (mut suspect, mut fillers, mut order) = (None, Vec::new(), Vec::new());
    for (place, one) in lineup.faces.iter().enumerate() {
        if place == lineup.suspect {
            suspect = Some(face(one));
            order.push(0);
        } else {
            fillers.push(face(one));
            order.push(u8::try_from(fillers.len()).ok()?);
        }
    }
    Some((suspect?, fillers, order))
}

impl Records {
    /// Makes a line-up, where it is fair. Sent again, it is the same.
    ///
    /// # Errors
    /// As [`Records::perform`] and [`Records::propose_lineup`].
    pub async fn make_lineup(
        &self,
        caller: &Caller,
        id: ActId,
        new: NewLineup,
    ) -> Result<Result<Receipt, NoLineup>, DoorError> {
        let office = self.at(ResourceKind::Office, caller.office());
        self.allow(caller, Action::MakeLineup, &office, &id.to_string()).await?;
        let permit = self.ask(caller, Action::SearchLooks, &office, &new.ask.suspect.key()).await?;
        let outcome = self.made(caller, id, &new).await;
        let body = match self.finish(permit, outcome, |_| 1).await? {
            Ok(body) => body,
            Err(why) => return Ok(Err(why)),
        };
        self.write_lineup(caller, id, body).await.map(Ok)
    }

    async fn made(
        &self,
        caller: &Caller,
        id: ActId,
        new: &NewLineup,
    ) -> Result<Result<Body, NoLineup>, DoorError> {
        let kept = self.store.act(caller.office(), &id.to_string()).await?.and_then(|rec| rec.body);
        if let Some(Body::LineupMake(kept)) = kept {
            let mut faces: Vec<_> = kept.fillers.iter().map(|face| &face.of).collect();
            let mut asked: Vec<_> = new.ask.keep.iter().collect();
            faces.sort();
            asked.sort();
            if kept.suspect.of != new.ask.suspect || faces != asked {
                return Err(DoorError::IdTaken(id.to_string()));
            }
            return Ok(Ok(Body::LineupMake(kept)));
        }
        if new.ask.keep.len() != new.ask.fillers {
            return Err(DoorError::field("fillers", "fault-choice"));
        }
        if new.said.trim().is_empty() {
            return Err(DoorError::field("fair", "fault-missing"));
        }
        let mut lineup = match self.drawn_up(caller, &new.ask, true).await? {
            Ok(lineup) => lineup,
            Err(why) => return Ok(Err(why)),
        };
        // Among how many these were chosen: the same question with everybody who fits.
        if let Ok(among) = self.drawn_up(caller, &new.ask, false).await? {
            lineup.measured.fair = among.measured.fair;
        }
        let (suspect, fillers, order) =
            seated(&lineup).ok_or_else(|| DoorError::Defect("a line-up without its suspect".to_owned()))?;
        let make = LineupMake {
            asked_by: new.asked_by.clone(),
            case: new.case.clone(),
            suspect,
            fillers,
            order,
            fair: format!("{}\n{}", new.said.trim(), lineup.measured),
        };
        Ok(Ok(Body::LineupMake(make)))
    }

    async fn write_lineup(&self, caller: &Caller, id: ActId, body: Body) -> Result<Receipt, DoorError> {
        let place = self.office(caller.office()).await?;
        self.check_named(&place.code, &body).await?;
        self.write(caller, NewAct::now(id, body), &place, None).await
    }

    /// Records that a line-up of the caller's office was shown to a witness by the caller, and what the witness said. Who
    /// made it, or has shown it before, is written as knowing the suspect. It is no evidence of identity by itself.
    ///
    /// # Errors
    /// As [`Records::perform`]; [`DoorError::Refused`] where somebody in it may be shown no more.
    pub async fn show_lineup(
        &self,
        caller: &Caller,
        id: ActId,
        new: NewShowing,
    ) -> Result<Receipt, DoorError> {
        let view = self.lineup_view(caller, &new.office, &new.lineup).await?;
        let office = self.at(ResourceKind::Office, &new.office);
        self.allow(caller, Action::MakeLineup, &office, &id.to_string()).await?;
        if new.office != caller.office() {
            return Err(DoorError::NotFound);
        }
        let again = view.shown.iter().any(|shown| shown.act == id.to_string());
        if view.withdrawn > 0 && !again {
            return Err(DoorError::field("lineup", "fault-lineup-withdrawn"));
        }
        let mut knew = new.knew || !view.blind;
        if again {
            // What is sent again is what was written.
            let kept = self.store.act(caller.office(), &id.to_string()).await?.and_then(|rec| rec.body);
            knew = matches!(kept, Some(Body::LineupShow(kept)) if kept.knew);
        }
        let body = Body::LineupShow(LineupShow {
            lineup: new.lineup,
            witness: new.witness,
            shown: new.shown,
            shown_by: caller.officer().to_owned(),
            knew,
            picked: new.picked,
            said: new.said,
        });
        self.write_lineup(caller, id, body).await
    }
}
