//! The file area through its public interface.

mod areas;
mod formats;
mod hostile;
mod pictures;
mod remote;
mod samples;
mod sealing;
