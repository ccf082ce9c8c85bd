//! Importing a list over a real store: totals to the row, going on after an interruption, nothing twice.

#[cfg(test)]
mod import;
#[cfg(test)]
mod mapping;
