//! What a forecast is about: squares, a class, and what happened on them.

use thiserror::Error;

use crate::fact::{Class, Facts};
use crate::grid::{Grid, GridError};
use crate::series::Series;
use crate::time::DAY;

/// How many other classes the trees look at.
const OTHERS: usize = 6;

/// Why there is nothing to study.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum StudyError {
    /// No squares.
    #[error(transparent)]
    Grid(#[from] GridError),
    /// No crime of the class before the origin.
    #[error("no crime of the class lies before the origin")]
    NoneOfTheClass,
    /// No window.
    #[error("a window of {0} days is none: give 1 to 366")]
    Horizon(i32),
}

/// Squares, a class, and what happened on them; the places are metres.
#[derive(Debug, Clone)]
pub struct Study {
    pub(crate) grid: Grid,
    pub(crate) class: Series,
    pub(crate) all: Series,
    /// The commonest classes, each by itself.
    pub(crate) others: Vec<Series>,
    pub(crate) horizon: i32,
    pub(crate) begins: i32,
}

impl Study {
    /// Crimes of `classes` on squares of `cell` metres that hold any crime known before the day `before`, for windows of
    /// `horizon` days.
    ///
    /// # Errors
    /// [`StudyError`] when there are no squares, or nothing of the class.
    pub fn new(
        facts: &Facts,
        classes: &[Class],
        cell: f64,
        before: i32,
        horizon: i32,
    ) -> Result<Self, StudyError> {
        if !(1..=366).contains(&horizon) {
            return Err(StudyError::Horizon(horizon));
        }
        let known = facts.iter().filter(|fact| fact.known.div_euclid(DAY) < before);
        let grid = Grid::new(cell, known.map(|fact| [fact.x, fact.y]))?;
        let all = Series::new(&grid, facts.iter());
        let class = all.of(classes);
        let begins = all.begins(before).unwrap_or(before);
        if class.known(i32::MIN, before).is_empty() {
            return Err(StudyError::NoneOfTheClass);
        }
        let others = commonest(&all, facts, before);
        let others = if others.len() > 1 {
            others.into_iter().map(|class| all.of(&[class])).collect()
        } else {
            vec![]
        };
        Ok(Self { grid, class, all, others, horizon, begins })
    }

    /// The squares.
    #[must_use]
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// The days of a window.
    #[must_use]
    pub fn horizon(&self) -> i32 {
        self.horizon
    }

    /// What happened on each square in the window from `origin`, as is known in the end.
    #[must_use]
    pub fn happened(&self, origin: i32) -> Vec<f32> {
        self.class.counts(&self.grid, [origin, origin + self.horizon], i32::MAX)
    }

    /// The first day of which anything is known.
    #[must_use]
    pub fn begins(&self) -> i32 {
        self.begins
    }

    /// The crimes of the class on each square on the days `from..to`, as is known before `to`.
    pub(crate) fn counted(&self, from: i32, to: i32) -> Vec<f32> {
        self.class.counts(&self.grid, [from, to], to)
    }
}

/// The classes with the most crimes before a day, the commonest first.
fn commonest(all: &Series, facts: &Facts, before: i32) -> Vec<Class> {
    let mut counts: Vec<(usize, Class)> = facts.classes().map(|class| (0, class)).collect();
    for event in all.known(i32::MIN, before) {
        if let Some((count, _)) = counts.get_mut(usize::from(event.class.0)) {
            *count += 1;
        }
    }
    counts.retain(|(count, _)| *count > 0);
    // By name where they are equally common: the numbers depend on the order of the file.
    let name = |class: &Class| facts.class_name(*class).to_owned();
    counts.sort_by_cached_key(|(count, class)| (std::cmp::Reverse(*count), name(class)));
    counts.into_iter().take(OTHERS).map(|(_, class)| class).collect()
}
