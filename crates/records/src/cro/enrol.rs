//! Enrolling a person: templates are made here of the images he names, the act is written in the station's journal, and
//! at once he is searched for under other names, and every open latent against him.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::kinds::{EnrolRef, Face, ProbeKind, SearchOpen, TakenPrint};
use roznamcha_acts::{ActId, Body};
use roznamcha_store::Receipt;
use uuid::Uuid;

use super::gallery::templates;
use super::image::grey;
use crate::files::read_whole;
use crate::{Caller, DoorError, NewAct, OfficeInfo, Records};

/// What became of an enrolment.
#[derive(Clone, Debug)]
pub struct Enrolled {
    /// The act's own.
    pub receipt: Receipt,
    /// The search made at it, at the record office of the district; `None` where there is no record office, or the
    /// search failed: the desk lists it as not searched.
    pub search: Option<EnrolRef>,
    /// Candidates of that search.
    pub candidates: usize,
    /// Open latents whose list it has joined.
    pub latents: usize,
}

/// An id that follows from what it is for, so that what is sent again is the same act.
pub(super) fn derived(what: &str, of: &[&str]) -> ActId {
    let name = of.iter().fold(what.to_owned(), |name, part| name + "\n" + part);
    ActId(Uuid::new_v5(&Uuid::NAMESPACE_OID, name.as_bytes()))
}

/// Prints that this act brings: those of an enrolment or of a search.
pub(super) fn prints_of(body: &mut Body) -> Option<&mut Vec<TakenPrint>> {
    match body {
        Body::PrintsEnrol(body) => Some(&mut body.prints),
        Body::SearchOpen(body) => Some(&mut body.prints),
        _ => None,
    }
}

impl Records {
    /// Enrols a person. Of each print that names a file and has no template, template and quality are made here, by
    /// the resolution `dpi` where the file does not say its own. Sent again, it is the same enrolment and the same
    /// searches.
    ///
    /// # Errors
    /// As [`Records::perform`]; [`DoorError::Refused`] for a file that is no print, naming the field.
    pub async fn enrol(
        &self,
        caller: &Caller,
        mut new: NewAct,
        dpi: Option<u16>,
    ) -> Result<Enrolled, DoorError> {
        if !matches!(new.body, Body::PrintsEnrol(_)) {
            return Err(DoorError::field("body", "fault-choice"));
        }
        let place = self.place_of(caller, &new).await?;
        self.leave_to_perform(caller, &new, &place).await?;
        self.read_prints(&mut new.body, dpi).await?;
        self.hand_over_files(caller, &mut new.body, &place).await?;
        let receipt = self.write(caller, new, &place, None).await?;
        let of = EnrolRef { office: place.code.clone(), act: receipt.act.clone() };
        // The act stands whatever comes of the search; sent again, or asked for from the desk, it is made.
        let searched = async {
            let (search, candidates) = self.search_at(caller, &of).await?;
            Ok::<_, DoorError>((search, candidates, self.latents_upon(caller, &of).await?))
        };
        let (search, candidates, latents) = searched.await.unwrap_or_else(|error| {
            tracing::error!(%error, "an enrolment was not searched for");
            (None, 0, 0)
        });
        Ok(Enrolled { receipt, search, candidates, latents })
    }

    /// Makes templates of the images, where they are not there yet.
    pub(super) async fn read_prints(&self, body: &mut Body, dpi: Option<u16>) -> Result<(), DoorError> {
        let Some(prints) = prints_of(body) else { return Ok(()) };
        for (i, print) in prints.iter_mut().enumerate() {
            let Some(sha256) = print.file.clone().filter(|_| print.template.is_empty()) else { continue };
            let field = format!("prints.{i}.file");
            let Some(file) = self.store.file(&sha256).await? else {
                return Err(DoorError::field(&field, "fault-file-absent"));
            };
            let _turn = self.finishing.acquire().await.map_err(|e| DoorError::Defect(e.to_string()))?;
            let reader = self.cro.reader.clone();
            let read = self.in_area(move |area| {
                let bytes = read_whole(area, &file)?;
                let (image, _) = grey(&bytes, dpi)?;
                reader.read(&image)
            });
            let reading = read.await.map_err(|error| at_field(error, &field))?;
            let bytes = reading.template.to_bytes().map_err(|e| DoorError::Defect(e.to_string()))?;
            print.template = STANDARD.encode(bytes);
            print.quality = reading.quality;
        }
        Ok(())
    }

    /// Files that the caller's own office has sent are handed to the office whose act names them.
    pub(super) async fn hand_over_files(
        &self,
        caller: &Caller,
        body: &mut Body,
        place: &OfficeInfo,
    ) -> Result<(), DoorError> {
        if place.code == caller.office() {
            return Ok(());
        }
        let mut hashes: Vec<String> = Vec::new();
        if let Body::PrintsEnrol(body) = body {
            hashes.extend(body.photographs.iter().map(|photograph| photograph.sha256.clone()));
        }
        if let Some(prints) = prints_of(body) {
            hashes.extend(prints.iter().filter_map(|print| print.file.clone()));
        }
        for hash in hashes {
            self.hand_over(caller, &hash, &place.code).await?;
        }
        Ok(())
    }

    /// Searches for whoever was enrolled and not searched for, and looks at the open latents again.
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`] where the enrolment does not stand; those of the search.
    pub async fn search_again(&self, caller: &Caller, of: &EnrolRef) -> Result<Option<EnrolRef>, DoorError> {
        let own = self.at(ResourceKind::Office, caller.office());
        self.allow(caller, Action::SearchPrints, &own, &of.key()).await?;
        let (_, permit) = self.open_enrolment(caller, of).await?;
        let outcome = async {
            let (search, _) = self.search_at(caller, of).await?;
            self.latents_upon(caller, of).await?;
            Ok(search)
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    /// The ten-print search at an enrolment, in the journal of the district's record office. Made once, however often
    /// it is asked for.
    pub(super) async fn search_at(
        &self,
        caller: &Caller,
        of: &EnrolRef,
    ) -> Result<(Option<EnrolRef>, usize), DoorError> {
        let Some(office) = self.record_office(&of.office).await? else { return Ok((None, 0)) };
        let Some(row) = self.standing(of).await? else { return Ok((None, 0)) };
        // No slip is opened where nothing can be searched: the desk lists the enrolment until one is.
        self.gallery()?;
        let head = self.case_head(&row).await?;
        let open = SearchOpen {
            probe: ProbeKind::Tenprint,
            enrolment: Some(of.clone()),
            asked_by: of.office.clone(),
            case: head.map(|case| format!("{}/{}", case.no, case.year)).unwrap_or_default(),
            person: None,
            basis: None,
            order: None,
            scene: String::new(),
            prints: Vec::new(),
        };
        let id = derived("search at enrolment", &[&of.office, &of.act]);
        let new = NewAct { office: Some(office.code.clone()), ..NewAct::now(id, Body::SearchOpen(open)) };
        let receipt = self.write_once(caller, new, &office).await?;
        let search = EnrolRef { office: office.code, act: receipt };
        let candidates = self.list_search(caller, &search.office, &search.act).await?;
        Ok((Some(search), candidates))
    }

    /// Writes an act whose id says what it is: where it stands already, by whomever, nothing is written. An act of
    /// another kind under that id is not it.
    pub(super) async fn write_once(
        &self,
        caller: &Caller,
        new: NewAct,
        office: &OfficeInfo,
    ) -> Result<String, DoorError> {
        let (id, kind) = (new.id.to_string(), new.body.kind());
        if self.is_written(office, &id, kind).await? {
            return Ok(id);
        }
        match self.write(caller, new, office, None).await {
            Ok(_) => Ok(id),
            Err(DoorError::IdTaken(_)) if self.is_written(office, &id, kind).await? => Ok(id),
            Err(other) => Err(other),
        }
    }

    async fn is_written(&self, office: &OfficeInfo, id: &str, kind: &str) -> Result<bool, DoorError> {
        match self.store.act(&office.code, id).await? {
            None => Ok(false),
            Some(rec) if rec.header.kind == kind => Ok(true),
            Some(_) => Err(DoorError::IdTaken(id.to_owned())),
        }
    }

    /// The record office of an office's district: the nearest above that has one below it.
    pub(super) async fn record_office(&self, of: &str) -> Result<Option<OfficeInfo>, DoorError> {
        let own = self.office(of).await?;
        if own.kind == RECORD_OFFICE {
            return Ok(Some(own));
        }
        let tree = self.offices();
        let below = |above: &String| {
            tree.children(above).into_iter().find(|office| office.kind == RECORD_OFFICE).cloned()
        };
        Ok(tree.above(of).iter().find_map(below))
    }

    /// What the rules of an act cannot know, for it lies in another office's books or within a template: enrolments
    /// named must stand, that at which a search is made too, templates must be of our engine.
    pub(crate) async fn check_named(&self, office: &str, body: &Body) -> Result<(), DoorError> {
        let (prints, named): (&[TakenPrint], Vec<&EnrolRef>) = match body {
            Body::PrintsEnrol(b) => (&b.prints, Vec::new()),
            Body::SearchOpen(b) => (&b.prints, b.enrolment.iter().collect()),
            Body::SearchExamine(b) => {
                self.search_stands(office, &b.search).await?;
                (&[], vec![&b.of])
            }
            Body::SearchAnswer(b) => {
                // Of who was freed no more is said than that the search is closed, and why.
                if b.closed_because.is_none() {
                    self.search_stands(office, &b.search).await?;
                }
                (&[], b.of.iter().collect())
            }
            Body::PersonJoin(b) => (&[], vec![&b.one, &b.other]),
            Body::LineupMake(b) => {
                for face in [&b.suspect].into_iter().chain(&b.fillers) {
                    self.must_show(face).await?;
                }
                return Ok(());
            }
            _ => return Ok(()),
        };
        for (i, print) in prints.iter().enumerate() {
            if templates(std::slice::from_ref(print)).is_err() {
                return Err(DoorError::field(&format!("prints.{i}.template"), "fault-template"));
            }
        }
        for of in named {
            self.must_stand(of).await?;
        }
        Ok(())
    }

    /// Whoever a search is made at must stand, like whoever it lists.
    async fn search_stands(&self, office: &str, search: &str) -> Result<(), DoorError> {
        match self.search_row(office, search).await?.and_then(|row| row.enrolment) {
            Some(of) => self.must_stand(&of).await.map(|_| ()),
            None => Ok(()),
        }
    }

    /// Candidates of a search who were freed since they were listed: nobody may look at them, and they keep no answer
    /// waiting.
    pub(crate) async fn withdrawn(&self, office: &str, search: &str) -> Result<Vec<EnrolRef>, DoorError> {
        let mut all: Vec<EnrolRef> = Vec::new();
        let row = self.search_row(office, search).await?;
        for listed in row.iter().flat_map(|row| &row.candidates).filter(|listed| !listed.forgotten) {
            if !all.contains(&listed.of) && self.standing(&listed.of).await?.is_none() {
                all.push(listed.of.clone());
            }
        }
        Ok(all)
    }

    /// A line-up shows a photograph of an enrolment that stands, and nothing else.
    async fn must_show(&self, face: &Face) -> Result<(), DoorError> {
        let row = self.must_stand(&face.of).await?;
        let has = row.enrolment.iter().flat_map(|e| &e.photographs).any(|p| p.sha256 == face.photograph);
        if has { Ok(()) } else { Err(DoorError::field("photograph", "fault-file-absent")) }
    }

    /// What follows from an enrolment that came by the general door: it stands whatever comes of it. Sent again, it is
    /// searched for where that failed.
    pub(crate) async fn search_after(&self, caller: &Caller, office: &str, receipt: &Receipt) {
        let of = EnrolRef { office: office.to_owned(), act: receipt.act.clone() };
        if self.cro.is_shut() {
            return;
        }
        let searched = async {
            self.search_at(caller, &of).await?;
            self.latents_upon(caller, &of).await
        };
        if let Err(error) = searched.await {
            tracing::error!(%error, "an enrolment was not searched for");
        }
    }
}

/// The kind of office that keeps the gallery's searches.
const RECORD_OFFICE: &str = "record_office";

/// A refusal of the field `file` names the print's own.
fn at_field(error: DoorError, field: &str) -> DoorError {
    use roznamcha_acts::Refusal;
    match error {
        DoorError::Refused(Refusal::Fields { mut faults }) => {
            for fault in &mut faults {
                field.clone_into(&mut fault.field);
            }
            DoorError::Refused(Refusal::Fields { faults })
        }
        other => other,
    }
}
