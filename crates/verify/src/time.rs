//! Times and days as the format writes them: RFC 3339, its capitals only, no leap second.

/// A moment: seconds since 1970 in UTC, then nanoseconds; ordered as time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment {
    seconds: i64,
    nanos: u32,
}

impl Moment {
    pub(crate) fn parse(text: &str) -> Option<Moment> {
        let mut rest = text.as_bytes();
        let day = take_day(&mut rest)?;
        take(&mut rest, b'T')?;
        let hour = number(&mut rest, 2, 23)?;
        take(&mut rest, b':')?;
        let minute = number(&mut rest, 2, 59)?;
        take(&mut rest, b':')?;
        let second = number(&mut rest, 2, 59)?;
        let nanos = take_fraction(&mut rest)?;
        let offset = take_offset(&mut rest)?;
        let seconds = day * 86_400 + hour * 3_600 + minute * 60 + second - offset;
        rest.is_empty().then_some(Moment { seconds, nanos })
    }

    /// Whether this is more than two minutes after `clock`, what the format allows clocks to disagree by.
    pub(crate) fn is_after_clock(self, clock: Moment) -> bool {
        self > Moment { seconds: clock.seconds + 120, ..clock }
    }
}

/// Whether the text is a day of the calendar, `2026-01-05`.
pub(crate) fn is_day(text: &str) -> bool {
    let mut rest = text.as_bytes();
    take_day(&mut rest).is_some() && rest.is_empty()
}

fn take(rest: &mut &[u8], wanted: u8) -> Option<()> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    (*first == wanted).then_some(())
}

fn number(rest: &mut &[u8], digits: usize, most: i64) -> Option<i64> {
    let (head, after) = rest.split_at_checked(digits)?;
    *rest = after;
    let mut value = 0;
    for byte in head {
        value = value * 10 + i64::from(byte.is_ascii_digit().then(|| byte - b'0')?);
    }
    (value <= most).then_some(value)
}

/// The day's number from 1970-01-01 in the Gregorian calendar.
fn take_day(rest: &mut &[u8]) -> Option<i64> {
    let year = number(rest, 4, 9999)?;
    take(rest, b'-')?;
    let month = number(rest, 2, 12)?;
    take(rest, b'-')?;
    let day = number(rest, 2, 31)?;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let lengths = [31, if leap { 29 } else { 28 }, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let before = usize::try_from(month - 1).ok()?;
    if day < 1 || day > *lengths.get(before)? {
        return None;
    }
    let in_year: i64 = lengths.iter().take(before).sum::<i64>() + day - 1;
    // leap days in the years 0 to year - 1; the year 0 is one of them
    let leap_days = if year == 0 { 0 } else { (year - 1) / 4 - (year - 1) / 100 + (year - 1) / 400 + 1 };
    Some(year * 365 + leap_days + in_year - 719_528)
}

fn take_fraction(rest: &mut &[u8]) -> Option<u32> {
    if rest.first() != Some(&b'.') {
        return Some(0);
    }
    take(rest, b'.')?;
    let digits = rest.iter().take_while(|byte| byte.is_ascii_digit()).count();
    if !(1..=9).contains(&digits) {
        return None;
    }
    let fraction = u32::try_from(number(rest, digits, i64::MAX)?).ok()?;
    Some((digits..9).fold(fraction, |nanos, _| nanos * 10))
}

/// Seconds east of UTC.
fn take_offset(rest: &mut &[u8]) -> Option<i64> {
    let (first, after) = rest.split_first()?;
    *rest = after;
    let sign = match first {
        b'Z' => return Some(0),
        b'+' => 1,
        b'-' => -1,
        _ => return None,
    };
    let hours = number(rest, 2, 23)?;
    take(rest, b':')?;
    Some(sign * (hours * 3_600 + number(rest, 2, 59)? * 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_counted_from_1970_in_utc() {
        let seconds = |text| Moment::parse(text).unwrap().seconds;
        assert_eq!(seconds("1970-01-01T00:00:00Z"), 0);
        assert_eq!(seconds("2000-03-01T00:00:00+00:00"), 951_868_800);
        assert_eq!(seconds("2026-01-05T09:30:00+05:00"), 1_767_587_400);
        assert_eq!(seconds("1969-12-31T23:59:59-00:30"), 1_799);
        assert_eq!(seconds("0000-01-01T00:00:00Z"), -62_167_219_200);
        assert_eq!(seconds("9999-12-31T23:59:59Z"), 253_402_300_799);
        assert_eq!(Moment::parse("2026-01-05T09:30:00.25Z").unwrap().nanos, 250_000_000);
    }

    #[test]
    fn two_minutes_are_allowed_and_not_a_nanosecond_more() {
        let clock = Moment::parse("2026-01-05T09:30:00Z").unwrap();
        assert!(!Moment::parse("2026-01-05T14:32:00+05:00").unwrap().is_after_clock(clock));
        assert!(Moment::parse("2026-01-05T14:32:00.000000001+05:00").unwrap().is_after_clock(clock));
    }

    #[test]
    fn other_spellings_are_refused() {
        for other in [
            "2026-01-05t09:30:00Z",
            "2026-01-05T09:30:00z",
            "2026-01-05 09:30:00Z",
            "2026-01-05T09:30:00",
            "2026-01-05T09:30Z",
            "2026-01-05T09:30:60Z",
            "2026-01-05T24:00:00Z",
            "2026-02-29T09:30:00Z",
            "2026-00-10T09:30:00Z",
            "2026-01-05T09:30:00.Z",
            "2026-01-05T09:30:00.1234567890Z",
            "2026-01-05T09:30:00+0500",
            "2026-01-05T09:30:00+24:00",
            "2026-01-05T09:30:00Z ",
            "+2026-1-5T09:30:00Z",
        ] {
            assert_eq!(Moment::parse(other), None, "{other}");
        }
        assert!(is_day("2024-02-29") && !is_day("2100-02-29") && !is_day("2026-1-5"));
    }
}
