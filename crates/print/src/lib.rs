//! Printed documents of a police station: the FIR in its statutory form, the daily diary sheet, the complainant's copy,
//! the diary extract, any register as a book, the forms of a case and of a station, a whole case file, as PDF with
//! shaped Nastaliq Urdu and English.
//!
//! The caller fills a sheet ([`FirSheet`], [`DiarySheet`], [`ComplainantCopy`], [`DiaryExtract`], [`RegisterSheet`],
//! [`FormSheet`], [`CaseFileSheet`]) and hands it to a [`Press`].
//! This crate knows nothing of journals or acts. There is no clock and no randomness: the
//! same sheet gives the same bytes. What users typed reaches the typesetter as data, never as markup, and the
//! templates can open no file, so hostile words print as the words they are.
//!
//! Each PDF is PDF/A-3b (made to be kept for the 60 years an FIR is kept) and carries its sheet as
//! `data.json`, because text copied out of shaped Nastaliq is not readable by machines.

mod bidi;
mod case_file;
mod diary;
mod error;
mod extract;
mod fir;
mod fonts;
mod form;
mod people;
mod press;
mod qr;
mod receipt;
mod register;
mod settle;
mod sheet;
mod stamp;
mod text;
mod world;

pub use case_file::{CaseFileSheet, CasePaper, CasePart, Picture};
pub use diary::{Cash, Custody, DiaryLine, DiarySheet};
pub use error::PrintError;
pub use extract::{DiaryExtract, ExtractKind};
pub use fir::{Cancellation, FirCopy, FirSheet, MarginCorrection};
pub use form::{Block, Column, Field, Form, FormColumn, FormSheet, Item, Signer};
pub use people::{Office, Officer, Party, Place, PropertyLine, Section};
pub use press::Press;
pub use receipt::ComplainantCopy;
pub use register::{CheckpointLine, ColumnHead, Layout, Other, RegisterEntry, RegisterPart, RegisterSheet};
pub use sheet::Sheet;
pub use stamp::Stamp;
pub use text::{Bilingual, Correction, Language, Text};
