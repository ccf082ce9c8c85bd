//! Two prints side by side, for the examiner: their minutiae and which the engine takes for the same. What it says is a
//! help to look; the conclusion is the examiner's.

use roznamcha_access::Action;
use roznamcha_acts::kinds::{EnrolRef, ProbeKind, TakenPrint};
use roznamcha_acts::views::SearchRow;
use roznamcha_prints::{Matcher, Minutia, Prepared, Template};

use super::engine::centibans;
use super::gallery::templates;
use crate::{Caller, DoorError, Records};

/// A print with its minutiae.
#[derive(Clone, Debug, PartialEq)]
pub struct PrintFace {
    /// Which finger; 0 where it is not known.
    pub finger: u8,
    /// Width at 500 dots an inch.
    pub width: u16,
    /// Height at 500 dots an inch.
    pub height: u16,
    /// Whether there is an image to show.
    pub image: bool,
    /// Minutiae, at 500 dots an inch.
    pub minutiae: Vec<Minutia>,
}

/// Two prints, compared.
#[derive(Clone, Debug, PartialEq)]
pub struct PairView {
    /// The one searched with.
    pub probe: PrintFace,
    /// The enrolment's.
    pub candidate: PrintFace,
    /// Which minutia of the first the engine takes for which of the second.
    pub pairs: Vec<(u16, u16)>,
    /// Fingers of which both have a print, each as probe and candidate; where all were compared together the examiner
    /// may choose among them.
    pub fingers: Vec<(u8, u8)>,
}

fn face(print: &TakenPrint, template: Template) -> PrintFace {
    PrintFace {
        finger: print.finger,
        width: template.width,
        height: template.height,
        image: print.file.is_some(),
        minutiae: template.minutiae,
    }
}

fn readable(prints: &[TakenPrint]) -> Result<Vec<(TakenPrint, Template)>, DoorError> {
    let mut all = Vec::new();
    for print in prints {
        let template = templates(std::slice::from_ref(print))?.into_iter().next();
        all.extend(template.map(|(_, template)| (print.clone(), template)));
    }
    Ok(all)
}

/// The likest pair among those that may be of one finger; of one that was asked for, that.
fn compared(
    probe: &[(TakenPrint, Template)],
    candidate: &[(TakenPrint, Template)],
    latent: bool,
    wanted: Option<(u8, u8)>,
) -> Option<PairView> {
    let mut matcher = if latent { Matcher::new(180.0) } else { Matcher::default() };
    let mut best: Option<(i32, PairView)> = None;
    let mut fingers = Vec::new();
    for (print, template) in probe {
        for (other, its) in candidate {
            if print.finger != 0 && print.finger != other.finger {
                continue;
            }
            let place = (print.finger, other.finger);
            fingers.push(place);
            if wanted.is_some_and(|wanted| wanted != place) {
                continue;
            }
            let found = matcher.compare(&Prepared::new(template), &Prepared::new(its));
            if best.as_ref().is_none_or(|(before, _)| centibans(found.llr) > *before) {
                let view = PairView {
                    probe: face(print, template.clone()),
                    candidate: face(other, its.clone()),
                    pairs: found.pairs.iter().map(|pair| (pair.probe, pair.gallery)).collect(),
                    fingers: Vec::new(),
                };
                best = Some((centibans(found.llr), view));
            }
        }
    }
    best.map(|(_, view)| PairView { fingers, ..view })
}

impl Records {
    /// The prints of a search: its own, or those of the enrolment at which it is made, while that stands.
    pub(super) async fn searched_with(&self, row: &SearchRow) -> Result<Vec<TakenPrint>, DoorError> {
        let Some(of) = &row.enrolment else { return Ok(row.prints.clone()) };
        if self.standing(of).await?.is_none() {
            return Ok(Vec::new());
        }
        Ok(self.enrolment(of).await?.map(|body| body.prints).unwrap_or_default())
    }

    /// A candidate's print beside the one searched with. As listed, or, where all fingers were compared together, the
    /// likest pair or the one that is asked for (probe, candidate).
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`] for whom the search does not list or who does not stand; store errors.
    pub async fn pair_view(
        &self,
        caller: &Caller,
        (office, search): (&str, &str),
        of: &EnrolRef,
        wanted: Option<(u8, u8)>,
    ) -> Result<PairView, DoorError> {
        let key = format!("{search} {}", of.key());
        let permit = self.ask(caller, Action::ReadEnrolment, &self.of_record_office(office), &key).await?;
        let outcome = async {
            let row = self.search_row(office, search).await?.ok_or(DoorError::NotFound)?;
            let listed = row.candidates.iter().find(|one| one.of == *of).ok_or(DoorError::NotFound)?;
            self.standing(of).await?.ok_or(DoorError::NotFound)?;
            let wanted = wanted.or((listed.finger != 0).then_some((listed.probe_finger, listed.finger)));
            let probe = readable(&self.searched_with(&row).await?)?;
            let body = self.enrolment(of).await?.ok_or(DoorError::NotFound)?;
            let candidate = readable(&body.prints)?;
            let latent = row.probe == ProbeKind::Latent;
            let work = move || compared(&probe, &candidate, latent, wanted);
            let found = tokio::task::spawn_blocking(work).await;
            found.map_err(|e| DoorError::Defect(e.to_string()))?.ok_or(DoorError::NotFound)
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 2).await
    }
}
