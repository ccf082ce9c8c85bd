//! Dates, in and out.

use proptest::prelude::*;
use roznamcha_forecast::time::{DateOrder, date, day, minute, written};

#[test]
fn the_ways_dates_are_written() {
    let ymd = |text: &str| minute(text.as_bytes(), DateOrder::YearMonthDay);
    assert_eq!(ymd("1970-01-01"), Some(0));
    assert_eq!(ymd("1970-01-02 00:01"), Some(1441));
    assert_eq!(ymd("1970-01-02T00:01:59.123Z"), Some(1441));
    assert_eq!(ymd("1970-01-01 12:05:09 AM"), Some(5));
    assert_eq!(minute(b"01/02/1970 12:05:09 PM", DateOrder::MonthDayYear), Some(1440 + 725));
    assert_eq!(minute(b"31/12/1970 11:05 pm", DateOrder::DayMonthYear), Some(364 * 1440 + 23 * 60 + 5));
    for impossible in
        ["", "2015-02-29", "2015-13-01", "2015-00-10", "0000-01-01", "2015-01-01 24:00", "soon", "20150101"]
    {
        assert_eq!(ymd(impossible), None, "{impossible}");
    }
}

proptest! {
    #[test]
    fn a_day_is_its_date(number in -25_000_i32..84_000) {
        let (year, month, of_month) = date(number);
        prop_assert_eq!(day(year, month, of_month), Some(number));
        prop_assert_eq!(minute(written(number).as_bytes(), DateOrder::YearMonthDay), Some(number * 1440));
    }
}
