//! The whole case file as one document: read through the door, each part as this officer may see it, counted, printed.

use roznamcha_acts::ActId;
use roznamcha_acts::kinds::DocumentPrint;
use roznamcha_acts::views::{AttachmentRow, StepRow};
use roznamcha_print::{CaseFileSheet, Picture};
use roznamcha_records::{AttachmentView, Caller, CaseFile, DoorError};
use roznamcha_words::Lang;

use crate::case::{dossier, law_day, officers, zimni};
use crate::forms::{Beside, Deed};
use crate::{Copyist, Printed, people};

/// Steps and case diaries read at once.
const BATCH: u32 = 100;
/// A larger picture is shown small; it is listed with its hash all the same.
const LARGEST_PICTURE: u64 = 4 * 1024 * 1024;
/// Pictures shown; the rest are listed.
const MOST_PICTURES: usize = 60;

/// What is refused to this officer is left out of the file; what fails, fails.
fn unless_shut<T>(answer: Result<T, DoorError>) -> Result<Option<T>, DoorError> {
    match answer {
        Ok(value) => Ok(Some(value)),
        Err(DoorError::NotFound | DoorError::PurposeNeeded { .. } | DoorError::NotAllowed { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

impl Copyist {
    /// A case file, in the language asked for. The same id again is the same print.
    ///
    /// # Errors
    /// Whatever the door refuses; not found for who may not see its persons.
    pub async fn case_file(
        &self,
        caller: &Caller,
        lang: Lang,
        id: ActId,
        fir: &str,
    ) -> Result<Printed, DoorError> {
        let file = self.records.case_file(caller, fir).await?;
        let deeds = self.paper_deeds(caller, fir).await?;
        let zimnis = self.every_zimni(caller, &file).await?;
        let steps = self.every_step(caller, fir).await?;
        let (files, pictures) = self.annexures(caller, fir).await?;
        let office = file.case.office.clone();
        let latest = steps.last().map_or_else(|| fir.to_owned(), |s| s.act.clone());
        let dossier = dossier(file, deeds);
        let mut codes = officers(&dossier);
        codes.extend(steps.iter().map(|s| s.officer.clone()));
        codes.extend(zimnis.iter().flatten().map(|z| z.step.officer.clone()));
        codes.extend(files.iter().map(|(row, _)| row.officer.clone()));
        let staff = people::rows(&self.records, &office, codes).await?;
        let province = self.province(&office);
        let pen = self.pen(lang, &province, law_day(&dossier), &staff);
        let diaries = zimnis.is_some();
        let beside = Beside { zimnis, steps, files };
        let document =
            DocumentPrint { form: "case_file".to_owned(), of: fir.to_owned(), copy: "-".to_owned() };
        let (grant, leaf) = self.records.count_case_print(caller, id, (fir, &latest), document).await?;
        let sheet = CaseFileSheet {
            language: pen.language(),
            office: self.office(&office),
            number: dossier.number(),
            cover: dossier.cover(&pen),
            notice: dossier.cover_notice(&pen, diaries),
            parts: dossier.parts(&pen, &beside),
            pictures,
            stamp: self.stamp(&latest, &leaf, grant.count),
        };
        let name = format!("case-file-{}-{}.pdf", dossier.case.no, dossier.case.year);
        self.pressed(name, grant.count, move |p| p.pdf(&sheet)).await
    }

    async fn every_zimni(&self, caller: &Caller, file: &CaseFile) -> Result<Option<Vec<Deed>>, DoorError> {
        if !file.diaries {
            return Ok(None);
        }
        let mut deeds = Vec::new();
        let mut after = Some(0);
        while let Some(from) = after {
            let page = self.records.zimnis(caller, &file.case.fir, from, BATCH).await;
            let Some(page) = unless_shut(page)? else { return Ok(None) };
            deeds.extend(page.zimnis.into_iter().map(|view| zimni(file, view)));
            after = page.next;
        }
        Ok(Some(deeds))
    }

    async fn every_step(&self, caller: &Caller, fir: &str) -> Result<Vec<StepRow>, DoorError> {
        let mut steps = Vec::new();
        let mut from = None;
        loop {
            let page = self.records.case_steps(caller, fir, from, false, BATCH).await?;
            steps.extend(page.steps);
            from = page.next;
            if from.is_none() {
                return Ok(steps);
            }
        }
    }

    /// The files of a case, and the pictures of those that are shown.
    async fn annexures(
        &self,
        caller: &Caller,
        fir: &str,
    ) -> Result<(Vec<(AttachmentRow, Option<usize>)>, Vec<Picture>), DoorError> {
        let views = unless_shut(self.records.attachments(caller, fir).await)?.unwrap_or_default();
        let (mut files, mut pictures) = (Vec::with_capacity(views.len()), Vec::new());
        for view in views {
            let wanted = view.picture && pictures.len() < MOST_PICTURES;
            let picture = if wanted { self.picture(caller, &view).await? } else { None };
            let place = picture.is_some().then_some(pictures.len());
            pictures.extend(picture);
            files.push((view.row, place));
        }
        Ok((files, pictures))
    }

    /// A picture for the file: a copy of it where this officer may take one, else nothing.
    async fn picture(&self, caller: &Caller, view: &AttachmentView) -> Result<Option<Picture>, DoorError> {
        let (row, file) = (&view.row, &view.row.file);
        let opened = self.records.open_file(caller, &row.act, &file.sha256, None, true).await;
        let Some(mut opened) = unless_shut(opened)? else { return Ok(None) };
        if file.size <= LARGEST_PICTURE {
            let mut bytes = Vec::new();
            while let Some(piece) = opened.pieces.recv().await {
                bytes.extend(piece.map_err(|e| DoorError::Unavailable(e.to_string()))?);
            }
            if let Some(picture) = Picture::new(&file.media, bytes) {
                return Ok(Some(picture));
            }
        }
        let small = self.records.small_picture(caller, &row.act, &file.sha256).await;
        Ok(unless_shut(small)?.and_then(|bytes| Picture::new("image/jpeg", bytes)))
    }
}
