//! The bench through its command, on a small folder of sets.

#[cfg(test)]
mod command;
#[cfg(test)]
mod people;
