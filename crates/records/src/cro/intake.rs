//! Taking in an image of a print: read, judged and kept before anything is done with it, so that whoever took it
//! hears at once that the finger must be taken again.

use roznamcha_acts::ActId;
use roznamcha_prints::GrayImage;

use super::image::{CameAs, grey, to_keep};
use crate::{Caller, DoorError, FileKept, Records};

/// An image of a print that is kept, and how good it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintKept {
    /// The file as it is kept: its hash is named in an enrolment or a search.
    pub file: FileKept,
    /// What it came as.
    pub came_as: CameAs,
    /// Pixels a row.
    pub width: u32,
    /// Rows.
    pub height: u32,
    /// Dots an inch.
    pub dpi: u16,
    /// Its quality, 0 to 100.
    pub quality: u8,
    /// What is the matter with it, as names for machines; the worst first.
    pub reasons: Vec<&'static str>,
    /// Minutiae found.
    pub minutiae: u32,
}

impl Records {
    /// Reads, judges and keeps an image of a print. The same id and file again give the same answer.
    ///
    /// # Errors
    /// [`DoorError::Refused`] for what is no image of a print, naming the field; else as [`Records::keep_whole`].
    pub async fn keep_print(
        &self,
        caller: &Caller,
        id: ActId,
        bytes: Vec<u8>,
        dpi: Option<u16>,
    ) -> Result<PrintKept, DoorError> {
        self.may_send(caller, &id.to_string()).await?;
        let kept = self.judged(move || Ok((grey(&bytes, dpi)?, Some(bytes)))).await?;
        self.keep_judged(caller, id, kept).await
    }

    /// The same with pixels that came within a record.
    pub(super) async fn keep_grey(
        &self,
        caller: &Caller,
        id: ActId,
        image: GrayImage,
    ) -> Result<PrintKept, DoorError> {
        let kept = self.judged(move || Ok(((image, CameAs::Record), None))).await?;
        self.keep_judged(caller, id, kept).await
    }

    async fn keep_judged(
        &self,
        caller: &Caller,
        id: ActId,
        (kept, bytes): (PrintKept, Vec<u8>),
    ) -> Result<PrintKept, DoorError> {
        Ok(PrintKept { file: self.keep_whole(caller, &id.to_string(), bytes).await?, ..kept })
    }

    /// Reads and judges a print, on a thread for it; gives the bytes to keep too.
    async fn judged(
        &self,
        image: impl FnOnce() -> Result<Came, DoorError> + Send + 'static,
    ) -> Result<(PrintKept, Vec<u8>), DoorError> {
        // A picture is unpacked in memory: few at a time.
        let _turn = self.finishing.acquire().await.map_err(|e| DoorError::Defect(e.to_string()))?;
        let reader = self.cro.reader.clone();
        let work = move || {
            let ((image, came_as), bytes) = image()?;
            let reading = reader.read(&image)?;
            let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
            let kept = PrintKept {
                file: FileKept { sha256: String::new(), size: 0, media: String::new() },
                came_as,
                width: side(image.width()),
                height: side(image.height()),
                dpi: image.dpi(),
                quality: reading.quality,
                reasons: reading.reasons,
                minutiae: side(reading.template.minutiae.len()),
            };
            Ok((kept, to_keep(&image, came_as, bytes.unwrap_or_default())?))
        };
        let done = tokio::task::spawn_blocking(work).await;
        done.map_err(|e| DoorError::Defect(e.to_string()))?
    }
}

/// Pixels with what they came as, and the bytes they came in, where those may be kept.
type Came = ((GrayImage, CameAs), Option<Vec<u8>>);
