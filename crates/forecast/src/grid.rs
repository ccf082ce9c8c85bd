//! Squares whose edges lie at whole multiples of their size, and which of them have a history.

use thiserror::Error;

/// More squares than this within the rectangle around all crimes are no city and no country at a useful size.
const MOST: i64 = 64_000_000;
/// No active square.
pub(crate) const NONE: u32 = u32::MAX;

/// Why there is no grid.
#[derive(Debug, Clone, Copy, PartialEq, Error)]
pub enum GridError {
    /// Not a positive size.
    #[error("a square is {0} metres wide: give a size above nought")]
    Size(f64),
    /// Nothing lies anywhere.
    #[error("no crime lies before the origin")]
    Empty,
    /// Too many squares.
    #[error("the crimes spread over {across} by {along} squares: take larger ones, or look for wrong places")]
    TooLarge {
        /// From west to east.
        across: i64,
        /// From south to north.
        along: i64,
    },
}

/// The squares with a history, within the rectangle around them (one square of margin on each side).
#[derive(Debug, Clone)]
pub struct Grid {
    size: f64,
    west: i64,
    south: i64,
    pub(crate) across: usize,
    pub(crate) along: usize,
    /// Where in the rectangle each active square is, ascending.
    pub(crate) active: Vec<u32>,
    /// Which active square each square of the rectangle is.
    number: Vec<u32>,
}

/// Where a place lies: the square of the rectangle, and how far in it from west and south, of one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Spot {
    pub(crate) square: u32,
    pub(crate) within: [f32; 2],
}

impl Grid {
    /// The squares of `size` metres that hold any of the places (metres).
    ///
    /// # Errors
    /// [`GridError`] when there are none, or far too many.
    pub fn new(size: f64, places: impl Iterator<Item = [f64; 2]> + Clone) -> Result<Self, GridError> {
        if !(size > 0.0 && size.is_finite()) {
            return Err(GridError::Size(size));
        }
        let index = |place: [f64; 2]| place.map(|metres| (metres / size).floor() as i64);
        let (mut low, mut high) = ([i64::MAX; 2], [i64::MIN; 2]);
        for [x, y] in places.clone().map(index) {
            let ([west, south], [east, north]) = (low, high);
            (low, high) = ([west.min(x), south.min(y)], [east.max(x), north.max(y)]);
        }
        let ([west, south], [east, north]) = (low, high);
        if west > east {
            return Err(GridError::Empty);
        }
        let (across, along) =
            (east.saturating_sub(west).saturating_add(3), north.saturating_sub(south).saturating_add(3));
        if across.saturating_mul(along) > MOST {
            return Err(GridError::TooLarge { across, along });
        }
        let (across, along) = (across as usize, along as usize);
        let mut grid = Self {
            size,
            west: west - 1,
            south: south - 1,
            across,
            along,
            active: Vec::new(),
            number: Vec::new(),
        };
        let mut held = vec![false; across * along];
        for place in places {
            if let Some(slot) = grid.spot(place).and_then(|spot| held.get_mut(spot.square as usize)) {
                *slot = true;
            }
        }
        grid.number = vec![NONE; held.len()];
        for ((square, held), number) in (0_u32..).zip(held).zip(&mut grid.number) {
            if held {
                *number = grid.active.len() as u32;
                grid.active.push(square);
            }
        }
        Ok(grid)
    }

    /// How many squares have a history.
    #[must_use]
    pub fn len(&self) -> usize {
        self.active.len()
    }

    /// Whether none has; never so of a grid that was made.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.active.is_empty()
    }

    /// The width of a square in metres.
    #[must_use]
    pub fn size(&self) -> f64 {
        self.size
    }

    /// The centre of each square with a history, in metres.
    pub fn centres(&self) -> impl Iterator<Item = [f64; 2]> + '_ {
        self.active.iter().map(|square| {
            let (row, column) = (*square as usize / self.across, *square as usize % self.across);
            let middle = |first: i64, at: usize| (first as f64 + at as f64 + 0.5) * self.size;
            [middle(self.west, column), middle(self.south, row)]
        })
    }

    /// Which square with a history a square of the rectangle is.
    pub(crate) fn number(&self, square: u32) -> Option<usize> {
        self.number.get(square as usize).filter(|number| **number != NONE).map(|number| *number as usize)
    }

    /// Where a place lies; `None` outside of the rectangle or on its margin.
    pub(crate) fn spot(&self, place: [f64; 2]) -> Option<Spot> {
        let [x, y] = place.map(|metres| metres / self.size);
        let (column, row) = (x.floor() as i64 - self.west, y.floor() as i64 - self.south);
        let inside =
            (1..self.across as i64 - 1).contains(&column) && (1..self.along as i64 - 1).contains(&row);
        let within = [(x - x.floor()) as f32, (y - y.floor()) as f32];
        inside.then(|| Spot { square: (row as usize * self.across + column as usize) as u32, within })
    }
}
