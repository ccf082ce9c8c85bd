//! How a count went, as a line: drawn on a grid of 100 by 24, newest at the end of reading.

use jiff::civil::Date;

/// Width and height of the grid, and the room left above and below the line.
const WIDTH: u64 = 100;
const HEIGHT: u64 = 24;
const EDGE: u64 = 2;

/// The points of a line, for `polyline`; empty where there are not two nights. In Urdu time runs to the left.
pub(super) fn points(trend: &[(Date, u64)], to_the_left: bool) -> String {
    let most = trend.iter().map(|(_, n)| *n).max().unwrap_or(0).max(1);
    let steps = (trend.len() as u64).saturating_sub(1);
    if steps == 0 {
        return String::new();
    }
    let point = |(i, (_, n)): (usize, &(Date, u64))| {
        let along = i as u64 * WIDTH / steps;
        let x = if to_the_left { WIDTH - along } else { along };
        let y = HEIGHT - EDGE - n * (HEIGHT - 2 * EDGE) / most;
        format!("{x},{y}")
    };
    trend.iter().enumerate().map(point).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_line_runs_with_the_reading() {
        let trend = [(date(2026, 1, 5), 0), (date(2026, 1, 6), 4), (date(2026, 1, 7), 2)];
        assert_eq!(points(&trend, false), "0,22 50,2 100,12");
        assert_eq!(points(&trend, true), "100,22 50,2 0,12");
        assert_eq!(points(&trend[..1], false), "");
        assert_eq!(points(&[(date(2026, 1, 5), 0), (date(2026, 1, 6), 0)], false), "0,22 100,22");
    }
}
