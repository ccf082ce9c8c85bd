//! `attach.add`: photographs, scans, recordings and documents join a case, an entry or an act. The hash of each file
//! is in the content, and so in the chain: a file exchanged afterwards is found. The bytes lie in the file area; the
//! rule only asks whether the office has them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::act::Recorded;
use crate::kinds::Body;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{AttachedRow, AttachmentRow, CaseRow, FirRow};

/// The most files of one act.
const MOST: usize = 20;

/// What a file is for the reader.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// A photograph taken for the case.
    Photograph,
    /// Paper, scanned or photographed.
    Scan,
    /// A recording.
    Audio,
    /// A document that was made as one.
    Document,
}

impl FileKind {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Photograph, Self::Scan, Self::Audio, Self::Document];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Photograph => "photograph",
            Self::Scan => "scan",
            Self::Audio => "audio",
            Self::Document => "document",
        }
    }

    /// Whether content of this media type can be such a thing.
    fn fits(self, media: &str) -> bool {
        let picture = media.starts_with("image/");
        match self {
            Self::Photograph => picture,
            Self::Scan => picture || media == "application/pdf",
            Self::Audio => media.starts_with("audio/") || media == "video/mp4",
            Self::Document => media == "application/pdf",
        }
    }
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachedFile {
    /// SHA-256 of its content, in hexadecimal.
    pub sha256: String,
    /// Its length in bytes; as the file area says.
    #[serde(default)]
    pub size: u64,
    /// Its media type by content; as the file area says.
    #[serde(default)]
    pub media: String,
    /// What it is.
    pub kind: FileKind,
    /// What it shows, in the officer's words.
    pub title: String,
    /// When it was taken or made, as the officer states.
    #[serde(default)]
    pub taken_at: Option<Moment>,
    /// By whom.
    #[serde(default)]
    pub taken_by: Option<String>,
    /// With what.
    #[serde(default)]
    pub device: Option<String>,
}

/// Files join what stands in the books.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachAdd {
    /// The act that they belong to: that of the FIR for a whole case.
    pub to: String,
    /// The FIR of the case, where the act is not itself one.
    #[serde(default)]
    pub case: Option<String>,
    /// The files.
    pub files: Vec<AttachedFile>,
}

impl AttachAdd {
    /// The acts under which the files are listed: the one they belong to, and the case.
    fn places(&self) -> impl Iterator<Item = &String> {
        [Some(&self.to), self.case.as_ref().filter(|c| **c != self.to)].into_iter().flatten()
    }

    fn check_fields(&self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        faults.when(self.files.is_empty(), "files", "fault-missing");
        faults.when(self.files.len() > MOST, "files", "fault-too-many");
        for (i, file) in self.files.iter().enumerate().take(MOST) {
            let at = |name: &str| format!("files.{i}.{name}");
            text::hash(&mut faults, &at("sha256"), &file.sha256);
            let twice = self.files.iter().take(i).any(|f| f.sha256 == file.sha256);
            faults.when(twice, &at("sha256"), "fault-twice");
            text::line_needed(&mut faults, &at("title"), &file.title);
            for (name, text) in [("taken_by", &file.taken_by), ("device", &file.device)] {
                text::line(&mut faults, &at(name), text.as_deref().unwrap_or_default());
            }
            let late = file.taken_at.is_some_and(|t| t.millis() > setting.written.millis() + 120_000);
            faults.when(late, &at("taken_at"), "fault-future");
        }
        faults.done()
    }

    /// Takes length and type from the file area; nobody's word is believed for them.
    fn complete(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        for (i, file) in self.files.iter_mut().enumerate() {
            let Some(fact) = setting.known.file(&file.sha256) else {
                faults.add(format!("files.{i}.sha256"), "fault-file-absent");
                continue;
            };
            file.size = fact.size;
            file.media.clone_from(&fact.media);
            faults.when(!file.kind.fits(&fact.media), &format!("files.{i}.kind"), "fault-file-kind");
        }
        faults.done()
    }
}

impl Rule for AttachAdd {
    fn basis(&self) -> &'static [&'static str] {
        &["QSO-164"]
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        let mut wants = vec![Want::Act(self.to.clone())];
        for place in self.places() {
            wants.push(Want::Row(FirRow::at(office, place)));
            // Where the act is a report, it turns out to be the case itself.
            wants.push(Want::Row(CaseRow::at(office, place)));
            wants.push(Want::Row(AttachedRow::at(office, place)));
        }
        wants.extend(self.files.iter().take(MOST).map(|f| Want::File(f.sha256.clone())));
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let target = setting.known.act(&self.to).ok_or_else(|| Refusal::unknown(self.to.as_str()))?;
        if target.body.is_none() {
            return Err(Refusal::order("order-expunged", "COURT-ORDER"));
        }
        // What is taken of a person stands in the enrolment, behind its own gate and under its own section.
        if matches!(target.body, Some(Body::PrintsEnrol(_))) {
            return Err(Refusal::order("order-attach-enrolment", "IPA-4"));
        }
        if setting.row::<FirRow>(&self.to)?.is_some() {
            self.case = Some(self.to.clone());
        }
        if let Some(case) = &self.case {
            let row = setting.row::<FirRow>(case)?.ok_or_else(|| Refusal::unknown(case.as_str()))?;
            if row.fir.is_none() {
                return Err(Refusal::order("order-expunged", "COURT-ORDER"));
            }
        }
        self.check_fields(setting)?;
        self.complete(setting)
    }

    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        self.case.as_deref()
    }

    /// It goes with its case, as everything attached does, and a court may order one photograph removed alone.
    fn bound(&self) -> bool {
        false
    }

    fn files(&self) -> Vec<String> {
        self.files.iter().map(|file| file.sha256.clone()).collect()
    }

    fn adopt(&mut self, kept: &Body) {
        let Body::AttachAdd(kept) = kept else { return };
        // What belongs to a report is of its case, whatever case was named beside it.
        if kept.case.as_ref() == Some(&self.to) {
            self.case.clone_from(&kept.case);
        }
        for (file, kept) in self.files.iter_mut().zip(&kept.files) {
            file.size = kept.size;
            file.media.clone_from(&kept.media);
        }
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
        for (place, file) in self.files.iter().enumerate() {
            book.put(&AttachmentRow {
                office: office.to_owned(),
                act: act.to_owned(),
                place: u32::try_from(place).unwrap_or(u32::MAX),
                to: self.to.clone(),
                case: self.case.clone(),
                added: rec.written()?,
                officer: rec.header.officer.clone(),
                rank: rec.header.rank.clone(),
                file: file.clone(),
            })?;
        }
        for place in self.places() {
            let row = book.get::<AttachedRow>(office, place)?;
            let mut row = row.unwrap_or_else(|| AttachedRow::new(office, place));
            row.acts.push(act.to_owned());
            book.put(&row)?;
        }
        Ok(())
    }
}

impl AttachAdd {
    /// Takes the files out of the views again: their act is expunged.
    pub(crate) fn withdraw(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
        for file in &self.files {
            book.delete(AttachmentRow::at(office, &AttachmentRow::key_of(act, &file.sha256)));
        }
        for place in self.places() {
            let Some(mut row) = book.get::<AttachedRow>(office, place)? else { continue };
            row.acts.retain(|a| a != act);
            if row.acts.is_empty() {
                book.delete(AttachedRow::at(office, place));
            } else {
                book.put(&row)?;
            }
        }
        Ok(())
    }
}
