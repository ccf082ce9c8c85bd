//! A whole case file as one document: cover, index with page numbers, every paper in its order, annexures.

use serde::{Deserialize, Serialize};
use typst::foundations::Bytes;
use typst::visualize::{ExchangeFormat, RasterImage};

use crate::form::{Field, Form};
use crate::people::Office;
use crate::stamp::Stamp;
use crate::text::{Bilingual, Language};

/// A case file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CaseFileSheet {
    /// The language that leads.
    pub language: Language,
    /// Police station and district.
    pub office: Office,
    /// Number and year: `891/26`.
    pub number: String,
    /// What the cover says of the case.
    pub cover: Vec<Field>,
    /// What the cover warns of.
    pub notice: Bilingual,
    /// Its parts in order; a part without papers is left out.
    pub parts: Vec<CasePart>,
    /// Pictures that papers show, by their places.
    #[serde(skip)]
    pub pictures: Vec<Picture>,
    /// Hash of the latest act, QR code, print number.
    pub stamp: Stamp,
}

/// A part of the file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CasePart {
    /// What it holds.
    pub title: Bilingual,
    /// Its papers.
    pub papers: Vec<CasePaper>,
}

/// A paper of the file: a line of the index, a bookmark, and its pages.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CasePaper {
    /// Its name in the index.
    pub title: Bilingual,
    /// Its date there; empty where it has none.
    pub date: String,
    /// The paper.
    pub form: Form,
    /// Place of the picture it shows.
    pub picture: Option<usize>,
}

/// A picture that can be set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    bytes: Bytes,
    format: &'static str,
}

impl Picture {
    /// A JPEG or PNG by its media type; `None` for another type, or where the bytes are no such picture.
    #[must_use]
    pub fn new(media: &str, bytes: Vec<u8>) -> Option<Self> {
        let (format, kind) = match media {
            "image/jpeg" => ("jpg", ExchangeFormat::Jpg),
            "image/png" => ("png", ExchangeFormat::Png),
            _ => return None,
        };
        let bytes = Bytes::new(bytes);
        RasterImage::plain(bytes.clone(), kind).ok().map(|_| Self { bytes, format })
    }

    pub(crate) fn parts(&self) -> (Bytes, &'static str) {
        (self.bytes.clone(), self.format)
    }
}
