//! The press: a sheet in, a PDF out.

use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

use crate::diary::DiarySheet;
use crate::error::PrintError;
use crate::extract::DiaryExtract;
use crate::fir::FirSheet;
use crate::fonts::Case;
use crate::receipt::ComplainantCopy;
use crate::register::RegisterSheet;
use crate::sheet::Sheet;
use crate::world::Room;
use crate::{qr, settle};

/// Calls of the typesetter after which what it remembers of an older print is forgotten.
const REMEMBERED_PRINTS: usize = 5;

/// Prints sheets. Load it once and share it: it is `Sync`, and printing takes `&self`.
pub struct Press {
    case: Case,
    standards: PdfStandards,
}

impl Press {
    /// Loads the fonts.
    ///
    /// # Errors
    /// [`PrintError::FontMissing`] or [`PrintError::FontBroken`], naming the file and what to run.
    pub fn new() -> Result<Self, PrintError> {
        let standards = PdfStandards::new(&[PdfStandard::A_3b])
            .map_err(|e| PrintError::Typeset(e.message().to_string()))?;
        Ok(Self { case: Case::load()?, standards })
    }

    /// The FIR in Form 24.5(1).
    ///
    /// # Errors
    /// [`PrintError::QrTooLong`]; [`PrintError::Typeset`] is a defect.
    pub fn fir(&self, sheet: &FirSheet) -> Result<Vec<u8>, PrintError> {
        self.pdf(sheet)
    }

    /// The daily diary sheet in Form 22.48(1).
    ///
    /// # Errors
    /// As [`Press::fir`].
    pub fn diary(&self, sheet: &DiarySheet) -> Result<Vec<u8>, PrintError> {
        self.pdf(sheet)
    }

    /// The complainant's copy.
    ///
    /// # Errors
    /// As [`Press::fir`].
    pub fn complainant_copy(&self, sheet: &ComplainantCopy) -> Result<Vec<u8>, PrintError> {
        self.pdf(sheet)
    }

    /// A single diary entry for the informant.
    ///
    /// # Errors
    /// As [`Press::fir`].
    pub fn diary_extract(&self, sheet: &DiaryExtract) -> Result<Vec<u8>, PrintError> {
        self.pdf(sheet)
    }

    /// A register as a book.
    ///
    /// # Errors
    /// As [`Press::fir`].
    pub fn register(&self, sheet: &RegisterSheet) -> Result<Vec<u8>, PrintError> {
        self.pdf(sheet)
    }

    /// Any sheet as PDF/A-3b, with the sheet's data attached as `data.json`.
    ///
    /// # Errors
    /// As [`Press::fir`].
    pub fn pdf(&self, sheet: &impl Sheet) -> Result<Vec<u8>, PrintError> {
        let pages = self.pages(sheet)?;
        let options = PdfOptions {
            ident: Smart::Custom(format!("{}#{}", sheet.stamp().act_hash, sheet.stamp().print_no)),
            creator: Smart::Custom(Some("Roznamcha".to_owned())),
            standards: self.standards.clone(),
            ..PdfOptions::default()
        };
        typst_pdf::pdf(&pages, &options).map_err(|e| refused(&e))
    }

    /// The pages laid out, for a caller that draws them itself (as pictures, say).
    ///
    /// # Errors
    /// As [`Press::fir`].
    pub fn pages(&self, sheet: &impl Sheet) -> Result<PagedDocument, PrintError> {
        let value = serde_json::to_value(sheet)?;
        let settled = settle::settle(&value, &|c| self.case.covers(c));
        let inputs = [
            ("data", serde_json::to_string(&settled)?),
            ("raw", serde_json::to_string(sheet)?),
            ("qr", qr::svg(&sheet.stamp().verify_url)?),
        ];
        let room = Room::new(&self.case, sheet.template(), inputs, sheet.pictures())?;
        let laid_out = typst::compile(&room).output.map_err(|e| refused(&e));
        comemo::evict(REMEMBERED_PRINTS);
        laid_out
    }
}

fn refused(errors: &[SourceDiagnostic]) -> PrintError {
    let said: Vec<_> = errors.iter().map(|e| e.message.as_str()).collect();
    PrintError::Typeset(said.join("; "))
}
