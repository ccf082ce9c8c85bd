//! Persons of nobody, as many stations write them.

#[cfg(test)]
mod people;
