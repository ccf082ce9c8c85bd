//! The gallery as the office sees it: enrolments by their acts. It is a view: whoever stands in `EnrolRow` is in it, and
//! nobody else.

use roznamcha_acts::kinds::{PrintsEnrol, TakenPrint};
use roznamcha_prints::Template;
use roznamcha_prints_gallery::{
    Candidate, Entry, Gallery, GalleryError, PersonId, Position, Probe, Settings, merged,
};
use std::sync::Arc;
use uuid::Uuid;

use crate::{DoorError, Records};

/// The gallery, shared by those who search and those who enrol.
#[derive(Clone)]
pub(crate) struct SharedGallery(Arc<Gallery>);

impl From<GalleryError> for DoorError {
    fn from(error: GalleryError) -> Self {
        match error {
            GalleryError::Disk(_, why) if why.kind() == std::io::ErrorKind::StorageFull => Self::Full,
            GalleryError::Disk(..) | GalleryError::Taken(_) => Self::Unavailable(error.to_string()),
            other => Self::Defect(other.to_string()),
        }
    }
}

/// The number under which the gallery has an enrolment: its act's own.
pub(super) fn person_of(act: &str) -> Result<PersonId, DoorError> {
    let id = Uuid::parse_str(act).map_err(|e| DoorError::Defect(format!("enrolment `{act}`: {e}")))?;
    Ok(PersonId(id.into_bytes()))
}

/// The act of a number in the gallery.
pub(super) fn act_of(person: PersonId) -> String {
    Uuid::from_bytes(person.0).to_string()
}

/// The prints of an act that can be compared: each with its finger, 0 where that is not known.
pub(super) fn templates(prints: &[TakenPrint]) -> Result<Vec<(u8, Template)>, DoorError> {
    let mut all = Vec::with_capacity(prints.len());
    for print in prints {
        let Some(bytes) = print.bytes() else { continue };
        let template = Template::from_bytes(&bytes).map_err(|e| DoorError::Defect(e.to_string()))?;
        all.push((print.finger, template));
    }
    Ok(all)
}

/// What the gallery keeps of an enrolment; `None` where no finger of it can be compared.
pub(super) fn entry_of(act: &str, body: &PrintsEnrol) -> Result<Option<Entry>, DoorError> {
    let prints: Vec<(Position, Template)> = templates(&body.prints)?
        .into_iter()
        .filter_map(|(finger, template)| Some((Position::new(finger).ok()?, template)))
        .collect();
    Ok((!prints.is_empty()).then_some(Entry { person: person_of(act)?, prints }))
}

impl SharedGallery {
    pub(crate) fn new(gallery: Gallery) -> Self {
        Self(Arc::new(gallery))
    }

    /// Work upon the gallery, on a thread for it.
    pub(super) async fn look<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Gallery) -> Result<T, DoorError> + Send + 'static,
    ) -> Result<T, DoorError> {
        let shared = self.0.clone();
        let done = tokio::task::spawn_blocking(move || work(&shared));
        done.await.map_err(|e| DoorError::Defect(e.to_string()))?
    }

    /// Enrols whoever of these is not there yet.
    pub(super) async fn put(&self, entries: Vec<Entry>) -> Result<usize, DoorError> {
        self.look(move |gallery| {
            let mut new = entries;
            loop {
                new.retain(|entry| !gallery.contains(entry.person));
                match gallery.enrol(&new) {
                    Ok(()) => return Ok(new.len()),
                    // Another thread was first with one of them; the others are still to be enrolled.
                    Err(GalleryError::Enrolled(first)) if gallery.contains(first) => {}
                    Err(other) => return Err(other.into()),
                }
            }
        })
        .await
    }

    /// Destroys what is there of these enrolments.
    pub(super) async fn take_out(&self, acts: Vec<String>) -> Result<usize, DoorError> {
        self.look(move |gallery| {
            let mut gone = 0;
            for act in acts {
                gone += usize::from(gallery.destroy(person_of(&act)?)?);
            }
            Ok(gone)
        })
        .await
    }

    /// Those most like any of the probes, and how many people were searched. A probe without a usable print finds
    /// nobody. Of several probes with one print each, a candidate's print has the place of its probe.
    pub(super) async fn search(
        &self,
        probes: Vec<Probe>,
        settings: Settings,
    ) -> Result<(Vec<Candidate>, usize), DoorError> {
        self.look(move |gallery| {
            let mut answers = Vec::with_capacity(probes.len());
            for (at, probe) in probes.iter().enumerate() {
                let mut found = match gallery.search(probe, &settings) {
                    Err(GalleryError::Blank(_)) => Vec::new(),
                    other => other?,
                };
                for (place, ..) in found.iter_mut().flat_map(|one| &mut one.prints) {
                    *place += at;
                }
                answers.push(found);
            }
            Ok((merged(answers, settings.answers), gallery.count().people))
        })
        .await
    }
}

impl Records {
    /// The gallery of this node.
    pub(crate) fn gallery(&self) -> Result<SharedGallery, DoorError> {
        let missing = || DoorError::Unavailable("the gallery of prints is not open at this node".to_owned());
        self.cro.gallery.clone().ok_or_else(missing)
    }
}
