//! Line-ups as they are read. Whoever has neither made a line-up nor shown it is blind to it: he sees the faces in their
//! order, and neither who the suspect is nor what other witnesses said, so that he can lead no witness.

use roznamcha_access::{Action, Field};
use roznamcha_acts::Moment;
use roznamcha_acts::kinds::{EnrolRef, Face};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{LineupRow, Shown};
use roznamcha_store::Query;
use serde::Serialize;

use super::lineup_measured::Measured;
use crate::files::small_of;
use crate::mask::blot_party;
use crate::{Caller, DoorError, FileOut, Records};

/// A face of a line-up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineupFace {
    /// Its place, from 1.
    pub place: u8,
    /// Whose enrolment; `None` for who is blind.
    pub of: Option<EnrolRef>,
    /// Whether it may be shown: the enrolment stands, and this officer may read it.
    pub there: bool,
}

/// A line-up as this officer may see it.
#[derive(Clone, Debug, Serialize)]
pub struct LineupView {
    /// The record office.
    pub office: String,
    /// The act that made it.
    pub act: String,
    /// When.
    pub made: Moment,
    /// Who made it.
    pub officer: String,
    /// Code of the office that asks.
    pub asked_by: String,
    /// Number of the case as written.
    pub case: String,
    /// The faces in their order.
    pub faces: Vec<LineupFace>,
    /// This officer is not told who the suspect is.
    pub blind: bool,
    /// The suspect's place, from 1; `None` for who is blind.
    pub suspect: Option<u8>,
    /// What the witness had said of the person; empty for who is blind.
    pub said: String,
    /// How fair it is; `None` for who is blind.
    pub measured: Option<Measured>,
    /// To whom it was shown, oldest first; what they said is not told to who is blind.
    pub shown: Vec<Shown>,
    /// How often it was shown.
    pub showings: usize,
    /// Faces that may be shown no more: it is not shown again.
    pub withdrawn: usize,
}

/// A line-up in a list: no person in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LineupLine {
    /// The record office.
    pub office: String,
    /// The act.
    pub act: String,
    /// When it was made.
    pub made: Moment,
    /// Who made it.
    pub officer: String,
    /// Code of the office that asks.
    pub asked_by: String,
    /// Number of the case as written.
    pub case: String,
    /// Faces.
    pub faces: usize,
    /// How often it was shown.
    pub showings: usize,
}

/// The faces as they stand.
fn in_order(row: &LineupRow) -> impl Iterator<Item = &Face> {
    row.order.iter().filter_map(|place| match usize::from(*place).checked_sub(1) {
        None => Some(&row.suspect),
        Some(filler) => row.fillers.get(filler),
    })
}

/// Whether this officer knows who the suspect is: he made the line-up, or has shown it and reads what came of it.
fn knows(caller: &Caller, row: &LineupRow) -> bool {
    row.officer == caller.officer() || row.shown.iter().any(|shown| shown.shown_by == caller.officer())
}

impl Records {
    async fn lineup_row(&self, office: &str, act: &str) -> Result<Option<LineupRow>, DoorError> {
        let body = self.store.row(&LineupRow::at(office, act)).await?;
        Ok(body.map(|b| LineupRow::read(&b)).transpose()?)
    }

    /// Whether a face may be shown to this officer.
    async fn may_be_shown(&self, caller: &Caller, face: &Face) -> Result<bool, DoorError> {
        let Some(row) = self.standing(&face.of).await? else { return Ok(false) };
        let shown = self.shown(caller, row).await?.and_then(|row| row.enrolment);
        Ok(shown.is_some_and(|e| e.photographs.iter().any(|photo| photo.sha256 == face.photograph)))
    }

    /// A line-up.
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`]; store errors.
    pub async fn lineup_view(
        &self,
        caller: &Caller,
        office: &str,
        act: &str,
    ) -> Result<LineupView, DoorError> {
        let permit = self.ask(caller, Action::ReadEnrolment, &self.of_record_office(office), act).await?;
        let names = permit.fields.shows(Field::FirWitnessName);
        let outcome = async {
            let row = self.lineup_row(office, act).await?.ok_or(DoorError::NotFound)?;
            let knows = knows(caller, &row);
            let mut faces = Vec::new();
            for (place, face) in (1..).zip(in_order(&row)) {
                let there = self.may_be_shown(caller, face).await?;
                faces.push(LineupFace { place, of: knows.then(|| face.of.clone()), there });
            }
            let suspect = (1..).zip(&row.order).find(|(_, of)| **of == 0).map(|(place, _)| place);
            let (said, measured) = Measured::of_statement(&row.fair);
            let (said, measured) = if knows { (said.to_owned(), measured) } else { (String::new(), None) };
            let showings = row.shown.len();
            let shown = if knows { witnesses(caller, &row, names) } else { Vec::new() };
            Ok(LineupView {
                withdrawn: faces.iter().filter(|face| !face.there).count(),
                blind: !knows,
                suspect: suspect.filter(|_| knows),
                said,
                measured,
                shown,
                showings,
                faces,
                office: row.office,
                act: row.act,
                made: row.made,
                officer: row.officer,
                asked_by: row.asked_by,
                case: row.case,
            })
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |view| view.faces.len()).await
    }

    /// Line-ups of the caller's record office, newest first, at most `limit`.
    ///
    /// # Errors
    /// By policy; store errors.
    pub async fn lineups(&self, caller: &Caller, limit: u32) -> Result<Vec<LineupLine>, DoorError> {
        let office = caller.office();
        let permit =
            self.ask(caller, Action::ReadEnrolment, &self.of_record_office(office), "lineups").await?;
        let query = Query::of::<LineupRow>(office).by("made", true).limit(limit.clamp(1, 200));
        let rows = self.all::<LineupRow>(query).await.map(|rows| {
            let line = |row: LineupRow| LineupLine {
                faces: row.order.len(),
                showings: row.shown.len(),
                office: row.office,
                act: row.act,
                made: row.made,
                officer: row.officer,
                asked_by: row.asked_by,
                case: row.case,
            };
            rows.into_iter().map(line).collect::<Vec<_>>()
        });
        self.finish(permit, rows, Vec::len).await
    }

    /// The photograph at a place of a line-up, by the place alone: who it is of is not told.
    ///
    /// # Errors
    /// As [`Records::lineup_view`]; [`DoorError::NotFound`] once it may be shown no more.
    pub async fn lineup_face(
        &self,
        caller: &Caller,
        lineup: (&str, &str),
        place: u8,
    ) -> Result<FileOut, DoorError> {
        let permit =
            self.ask(caller, Action::ReadEnrolment, &self.of_record_office(lineup.0), lineup.1).await?;
        let outcome = async {
            let sha256 = self.face_at(caller, lineup, place).await?;
            let file = self.store.file(&sha256).await?.ok_or(DoorError::NotFound)?;
            let size = file.size;
            self.pieces(file, 0, size).await
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    /// The same made small, as a JPEG.
    ///
    /// # Errors
    /// As [`Records::lineup_face`].
    pub async fn small_lineup_face(
        &self,
        caller: &Caller,
        lineup: (&str, &str),
        place: u8,
    ) -> Result<Vec<u8>, DoorError> {
        let permit =
            self.ask(caller, Action::ReadEnrolment, &self.of_record_office(lineup.0), lineup.1).await?;
        let outcome = async {
            let sha256 = self.face_at(caller, lineup, place).await?;
            let file = self.store.file(&sha256).await?.ok_or(DoorError::NotFound)?;
            let _turn = self.finishing.acquire().await.map_err(|e| DoorError::Defect(e.to_string()))?;
            self.in_area(move |area| small_of(area, &file)).await
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    async fn face_at(
        &self,
        caller: &Caller,
        (office, act): (&str, &str),
        place: u8,
    ) -> Result<String, DoorError> {
        let row = self.lineup_row(office, act).await?.ok_or(DoorError::NotFound)?;
        let place = usize::from(place).checked_sub(1).ok_or(DoorError::NotFound)?;
        let face = in_order(&row).nth(place).ok_or(DoorError::NotFound)?;
        if !self.may_be_shown(caller, face).await? {
            return Err(DoorError::NotFound);
        }
        Ok(face.photograph.clone())
    }
}

/// The showings: a witness is named to who may read witnesses, and to who met him or made the line-up.
fn witnesses(caller: &Caller, row: &LineupRow, names: bool) -> Vec<Shown> {
    let mut shown = row.shown.clone();
    for one in &mut shown {
        let met = row.officer == caller.officer() || one.shown_by == caller.officer();
        blot_party(&mut one.witness, names || met, names || met, names || met);
    }
    shown
}
