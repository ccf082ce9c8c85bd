//! Images of prints and photographs on their way out, each asked for by the enrolment or search that names it: a hash
//! alone opens nothing.

use roznamcha_access::Action;
use roznamcha_acts::kinds::EnrolRef;

use crate::files::small_of;
use crate::{Caller, DoorError, FileOut, Records};

impl Records {
    /// The image of one finger of an enrolment that stands.
    ///
    /// # Errors
    /// By policy; [`DoorError::NotFound`]; the area's own.
    pub async fn print_image(
        &self,
        caller: &Caller,
        of: &EnrolRef,
        finger: u8,
    ) -> Result<FileOut, DoorError> {
        let (_, permit) = self.open_enrolment(caller, of).await?;
        let outcome = async {
            let body = self.enrolment(of).await?.ok_or(DoorError::NotFound)?;
            let print = body.prints.iter().find(|print| print.finger == finger);
            self.whole(print.and_then(|print| print.file.as_deref())).await
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    /// A photograph of an enrolment that stands.
    ///
    /// # Errors
    /// As [`Records::print_image`].
    pub async fn photograph(
        &self,
        caller: &Caller,
        of: &EnrolRef,
        sha256: &str,
    ) -> Result<FileOut, DoorError> {
        let (row, permit) = self.open_enrolment(caller, of).await?;
        let outcome = async {
            let held = row.enrolment.iter().flat_map(|e| &e.photographs).any(|p| p.sha256 == sha256);
            self.whole(Some(sha256).filter(|_| held)).await
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    /// A photograph made small, as a JPEG.
    ///
    /// # Errors
    /// As [`Records::print_image`].
    pub async fn small_photograph(
        &self,
        caller: &Caller,
        of: &EnrolRef,
        sha256: &str,
    ) -> Result<Vec<u8>, DoorError> {
        let (row, permit) = self.open_enrolment(caller, of).await?;
        let outcome = async {
            let held = row.enrolment.iter().flat_map(|e| &e.photographs).any(|p| p.sha256 == sha256);
            let file = self.store.file(sha256).await?.filter(|_| held).ok_or(DoorError::NotFound)?;
            let _turn = self.finishing.acquire().await.map_err(|e| DoorError::Defect(e.to_string()))?;
            self.in_area(move |area| small_of(area, &file)).await
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    /// The image of one of the prints a search is made with, by its place among them.
    ///
    /// # Errors
    /// As [`Records::print_image`].
    pub async fn probe_image(
        &self,
        caller: &Caller,
        (office, search): (&str, &str),
        place: usize,
    ) -> Result<FileOut, DoorError> {
        let permit = self.ask(caller, Action::ReadEnrolment, &self.of_record_office(office), search).await?;
        let outcome = async {
            let row = self.search_row(office, search).await?.ok_or(DoorError::NotFound)?;
            let prints = self.searched_with(&row).await?;
            self.whole(prints.get(place).and_then(|print| print.file.as_deref())).await
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }

    async fn whole(&self, sha256: Option<&str>) -> Result<FileOut, DoorError> {
        let file = self.store.file(sha256.ok_or(DoorError::NotFound)?).await?.ok_or(DoorError::NotFound)?;
        let size = file.size;
        self.pieces(file, 0, size).await
    }
}
