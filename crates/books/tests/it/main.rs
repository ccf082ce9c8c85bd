//! A register as a book: its plan, its print, the files taken from it.

mod files;
mod golden;
mod plan;
mod samples;
