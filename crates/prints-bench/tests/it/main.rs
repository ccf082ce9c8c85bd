//! The benchmark through its public interface.

#[cfg(test)]
mod command;
#[cfg(test)]
mod figures;
#[cfg(test)]
mod folders;
#[cfg(test)]
mod gallery;
#[cfg(test)]
mod quality;
