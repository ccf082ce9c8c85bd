//! Names, numbers and their search through the public interface, on people who do not exist.

#[cfg(test)]
mod line;
#[cfg(test)]
mod lookup;
#[cfg(test)]
mod number;
#[cfg(test)]
mod search;
#[cfg(test)]
mod spellings;
#[cfg(test)]
mod updates;
