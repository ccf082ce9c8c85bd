//! Forms filled from the books.

#[cfg(test)]
mod forms;
#[cfg(test)]
mod golden;
#[cfg(test)]
#[path = "../../../books/tests/it/picture.rs"]
mod picture;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod whole;
