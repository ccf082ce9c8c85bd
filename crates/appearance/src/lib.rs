//! Descriptions of people, searched by a witness's words, and witness line-ups with fair fillers.
//!
//! What it ranks: *descriptions*, by how well each agrees with the words of a witness. An agreement is a
//! logarithm of a likelihood ratio that speaks of words and a description: how much likelier these words are
//! of somebody so described than of somebody picked blindly from the store. It is no score of a person, for
//! anything; it tells nothing of guilt, danger or the future, and the best of a list may well be a stranger.
//!
//! Pure: no file, no clock, no chance (a line-up takes a seed), and nothing of police stations. The codes are
//! the caller's ([`Vocabulary`]); the crate carries no list of its own, and refuses one of ethnicity, caste or
//! religion.

mod cells;
mod chance;
mod columns;
mod compare;
mod counts;
mod description;
pub mod fairness;
mod index;
pub mod lineup;
mod lists;
mod model;
mod numbers;
mod query;
mod row;
mod scan;
mod terms;
mod top;
mod vocabulary;
mod why;
mod words;

pub use self::description::{Born, Description, DescriptionError, Mark, Side};
pub use self::fairness::Fairness;
pub use self::index::{AddError, Index};
pub use self::lineup::{Lineup, LineupError, Sitter};
pub use self::model::ErrorModel;
pub use self::query::{About, Must, Query, QueryError, SaidMark};
pub use self::terms::{Near, TermList};
pub use self::vocabulary::{Code, Field, Kind, Method, Place, Vocabulary, VocabularyData, VocabularyError};
pub use self::why::{Agreement, Feature, Hit, Tie, Why};
