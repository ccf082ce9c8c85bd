//! The file area through its public interface.

#[cfg(test)]
mod areas;
#[cfg(test)]
mod formats;
#[cfg(test)]
mod grey;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod pictures;
#[cfg(test)]
mod remote;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod sealing;
