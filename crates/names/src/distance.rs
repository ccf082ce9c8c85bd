//! How alike two words sound.

use crate::cost::{between, weight};
use crate::phone::{LONGEST, Phones};

/// The least cost of turning one word's sounds into the other's, in hundredths of a consonant; anything beyond
/// `most` when it is beyond.
fn cost(one: &Phones, other: &Phones, most: u16) -> u16 {
    let costs = between(one.is_script(), other.is_script());
    let columns = other.codes();
    let mut row = [0_u16; LONGEST + 1];
    let mut sum = 0_u16;
    for (place, code) in row.iter_mut().skip(1).zip(columns) {
        sum += u16::from(alone(&costs.alone, *code));
        *place = sum;
    }
    for code in one.codes() {
        let swaps = costs.swap.get(usize::from(*code)).unwrap_or(&[100; crate::phone::CODES]);
        let dropped = u16::from(alone(&costs.alone, *code));
        let mut diagonal = row[0];
        row[0] += dropped;
        let mut left = row[0];
        let mut least = left;
        for (place, column) in row.iter_mut().skip(1).zip(columns) {
            let swapped = diagonal + u16::from(alone(swaps, *column));
            let added = left + u16::from(alone(&costs.alone, *column));
            diagonal = *place;
            left = swapped.min(added).min(*place + dropped);
            *place = left;
            least = least.min(left);
        }
        if least > most {
            return u16::MAX;
        }
    }
    row.get(columns.len()).copied().unwrap_or(u16::MAX)
}

fn alone(costs: &[u8; crate::phone::CODES], code: u8) -> u8 {
    // The mask proves the bound to the compiler.
    costs.get(usize::from(code) & (crate::phone::CODES - 1)).copied().unwrap_or(100)
}

/// The measure of a word, in hundredths of a consonant.
pub(crate) fn measure(word: &Phones) -> u16 {
    word.codes().iter().map(|code| weight(*code)).sum()
}

/// From 0 to 1: one less the cost as a share of the words' mean measure.
#[must_use]
pub fn alike(one: &Phones, other: &Phones) -> f32 {
    alike_if(one, other, measure(one), measure(other), 0.0)
}

/// The same, by measures already taken; 0 when it is below `least`.
pub(crate) fn alike_if(one: &Phones, other: &Phones, first: u16, second: u16, least: f32) -> f32 {
    let mean = (f32::from(first + second) / 2.0).max(60.0);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a few thousand")]
    let most = ((1.0 - least) * mean) as u16;
    let alike = 1.0 - f32::from(cost(one, other, most)) / mean;
    if alike < least { 0.0 } else { alike.max(0.0) }
}
