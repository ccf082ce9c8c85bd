//! Dates as files have them.

use roznamcha_linkage::Date;

/// 1985-03-21, 19850321, 21/03/1985, 21-03-1985 or 1985.
pub(crate) fn date(text: &str) -> Option<Date> {
    let digits: Vec<&str> =
        text.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    match digits.as_slice() {
        [year] if year.len() == 4 => Date::year_only(year.parse().ok()?),
        [all] if all.len() == 8 => Date::day(part(all, 0, 4)?, small(all, 4)?, small(all, 6)?),
        [year, month, day] if year.len() == 4 => {
            Date::day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        [day, month, year] if year.len() == 4 => {
            Date::day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    }
}

/// The first of January: where a file has it often, it stands for a year of which the day is not known.
pub(crate) fn first_of_year(date: Date) -> bool {
    date.to_string().ends_with("-01-01")
}

fn part(text: &str, from: usize, to: usize) -> Option<u16> {
    text.get(from..to)?.parse().ok()
}

fn small(text: &str, from: usize) -> Option<u8> {
    text.get(from..from + 2)?.parse().ok()
}
