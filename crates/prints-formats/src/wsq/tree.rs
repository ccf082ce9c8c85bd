//! The 64 subbands: where each lies in the transformed image, and the splits that make them.
//!
//! A split parts an area into four: low and high frequencies, both ways. The high half of a split comes out with its
//! frequencies reversed, so an area that is a high half has the two halves of its own split swapped; positions then
//! rise with the frequency.

/// An area of the transformed image.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Area {
    pub(super) x: usize,
    pub(super) y: usize,
    pub(super) width: usize,
    pub(super) height: usize,
}

/// An area that is split, and whether its halves are swapped.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Split {
    pub(super) area: Area,
    pub(super) swap_x: bool,
    pub(super) swap_y: bool,
}

/// All splits, an area before the areas within it, and the 64 subbands in the order of the file.
#[derive(Debug, Clone)]
pub(super) struct Tree {
    pub(super) splits: Vec<Split>,
    pub(super) bands: Vec<Area>,
}

/// What becomes of an area: the four parts are upper left, upper right, lower left, lower right.
enum Plan {
    Band,
    Parts([&'static Plan; 4]),
}

const BAND: &Plan = &Plan::Band;
const ONCE: &Plan = &Plan::Parts([BAND, BAND, BAND, BAND]);
const TWICE: &Plan = &Plan::Parts([ONCE, ONCE, ONCE, ONCE]);
const LOWEST: &Plan = &Plan::Parts([&Plan::Parts([ONCE, BAND, BAND, BAND]), ONCE, ONCE, ONCE]);
const LOW_HALF: &Plan = &Plan::Parts([LOWEST, TWICE, TWICE, BAND]);
// The four subbands of the highest frequencies are never sent: that quarter stays empty, unsplit.
const WHOLE: [&Plan; 3] = [LOW_HALF, ONCE, ONCE];

/// Subbands that are sent.
pub(super) const BANDS: usize = 60;

impl Tree {
    pub(super) fn of(width: usize, height: usize) -> Self {
        let mut tree = Self { splits: Vec::new(), bands: Vec::new() };
        let whole = Split { area: Area { x: 0, y: 0, width, height }, swap_x: false, swap_y: false };
        tree.splits.push(whole);
        for (plan, part) in WHOLE.into_iter().zip(whole.parts()) {
            tree.walk(plan, part);
        }
        tree
    }

    fn walk(&mut self, plan: &Plan, split: Split) {
        match plan {
            Plan::Band => self.bands.push(split.area),
            Plan::Parts(plans) => {
                self.splits.push(split);
                for (plan, part) in plans.iter().zip(split.parts()) {
                    self.walk(plan, part);
                }
            }
        }
    }
}

impl Split {
    fn parts(&self) -> [Self; 4] {
        let Area { x, y, width, height } = self.area;
        let left = first(width, self.swap_x);
        let upper = first(height, self.swap_y);
        let columns = [(x, left, false), (x + left, width - left, true)];
        let rows = [(y, upper, false), (y + upper, height - upper, true)];
        let part = |column: (usize, usize, bool), row: (usize, usize, bool)| Self {
            area: Area { x: column.0, y: row.0, width: column.1, height: row.1 },
            swap_x: column.2,
            swap_y: row.2,
        };
        let ([west, east], [north, south]) = (columns, rows);
        [part(west, north), part(east, north), part(west, south), part(east, south)]
    }
}

/// The length of the half that comes first: the low one, which has the odd sample, or the high one.
pub(super) const fn first(length: usize, swapped: bool) -> usize {
    if swapped { length / 2 } else { length.div_ceil(2) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bands_are_in_the_order_of_the_standard_and_cover_three_quarters() {
        let tree = Tree::of(640, 480);
        assert_eq!(tree.bands.len(), BANDS);
        assert_eq!(tree.splits.len(), 20);
        assert_eq!(tree.bands[0], Area { x: 0, y: 0, width: 20, height: 15 });
        assert_eq!(tree.bands[51], Area { x: 160, y: 120, width: 160, height: 120 });
        assert_eq!(tree.bands[52], Area { x: 320, y: 0, width: 160, height: 120 });
        let area: usize = tree.bands.iter().map(|band| band.width * band.height).sum();
        assert_eq!(area, 640 * 480 * 3 / 4);
    }

    #[test]
    fn odd_sides_leave_no_gap() {
        for (width, height) in [(1, 1), (2, 3), (37, 41), (389, 377), (545, 622)] {
            let tree = Tree::of(width, height);
            let sent: usize = tree.bands.iter().map(|band| band.width * band.height).sum();
            assert_eq!(sent, width * height - (width / 2) * (height / 2));
        }
    }
}
