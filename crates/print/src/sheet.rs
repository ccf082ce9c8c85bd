//! What the press needs to know of a document.

use serde::Serialize;

use crate::case_file::{CaseFileSheet, Picture};
use crate::diary::DiarySheet;
use crate::extract::DiaryExtract;
use crate::fir::FirSheet;
use crate::form::FormSheet;
use crate::receipt::ComplainantCopy;
use crate::register::RegisterSheet;
use crate::stamp::Stamp;

mod sealed {
    pub trait Sealed {}
}

/// A document the press has a template for. Sealed: a new document is a new file here.
pub trait Sheet: Serialize + sealed::Sealed {
    /// The template's source.
    #[doc(hidden)]
    fn template(&self) -> &'static str;
    /// The stamp, for its QR code.
    #[doc(hidden)]
    fn stamp(&self) -> &Stamp;
    /// Pictures that the template shows by their places.
    #[doc(hidden)]
    fn pictures(&self) -> &[Picture] {
        &[]
    }
}

macro_rules! sheets {
    ($($kind:ty => $file:literal),* $(,)?) => {$(
        impl sealed::Sealed for $kind {}
        impl Sheet for $kind {
            fn template(&self) -> &'static str {
                include_str!(concat!("../templates/", $file))
            }
            fn stamp(&self) -> &Stamp {
                &self.stamp
            }
        }
    )*};
}

sheets! {
    FirSheet => "fir.typ",
    DiarySheet => "diary.typ",
    ComplainantCopy => "receipt.typ",
    DiaryExtract => "extract.typ",
    RegisterSheet => "register.typ",
    FormSheet => "form.typ",
}

impl sealed::Sealed for CaseFileSheet {}

impl Sheet for CaseFileSheet {
    fn template(&self) -> &'static str {
        include_str!("../templates/case_file.typ")
    }
    fn stamp(&self) -> &Stamp {
        &self.stamp
    }
    fn pictures(&self) -> &[Picture] {
        &self.pictures
    }
}
