//! A register as a book: its plan, its print, the files taken from it.

#[cfg(test)]
mod files;
#[cfg(test)]
mod golden;
#[cfg(test)]
mod picture;
#[cfg(test)]
mod plan;
#[cfg(test)]
mod registers;
#[cfg(test)]
mod samples;
