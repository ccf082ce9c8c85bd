//! The options.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};
use roznamcha_forecast::{Crs, time};

/// Forecast where crimes of a class will be reported in the next window, and measure such forecasts.
#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct Options {
    /// The backtest, when one is asked for.
    #[command(subcommand)]
    pub command: Option<Command>,
    /// What to forecast from, when none is.
    #[command(flatten)]
    pub events: Option<Events>,
    /// What to forecast, when none is.
    #[command(flatten)]
    pub window: Option<Window>,
}

/// What else there is.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Forecast windows that are over, one after another, with simple maps of the past beside it
    Backtest(Backtest),
}

/// One window.
#[derive(Debug, Args)]
pub struct Window {
    /// The first day of the window; nothing dated on or after it is used
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub origin: i32,
    /// The days of the window
    #[arg(long, value_name = "DAYS")]
    pub horizon: i32,
    /// Where the scores go: x, y (centre of the square), expected crimes, rank
    #[arg(long, value_name = "FILE")]
    pub out: PathBuf,
    /// Where the reasons, intervals and the forecast's own papers go, as JSON
    #[arg(long, value_name = "FILE")]
    pub details: Option<PathBuf>,
}

/// A backtest.
#[derive(Debug, Args)]
pub struct Backtest {
    /// What to forecast from
    #[command(flatten)]
    pub events: Events,
    /// The first day of the first window
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub origin: i32,
    /// The days of a window
    #[arg(long, value_name = "DAYS")]
    pub horizon: i32,
    /// How many windows
    #[arg(long, value_name = "COUNT", default_value_t = 26)]
    pub windows: u32,
    /// Days from one window to the next; else as many as a window has
    #[arg(long, value_name = "DAYS")]
    pub step: Option<i32>,
    /// Only these methods; else all
    #[arg(long, value_name = "NAME", value_delimiter = ',')]
    pub methods: Vec<String>,
    /// Where the report goes, for machines
    #[arg(long, value_name = "FILE")]
    pub json: Option<PathBuf>,
    /// Where the report goes, for people
    #[arg(long, value_name = "FILE")]
    pub html: Option<PathBuf>,
}

/// The events and their columns.
#[derive(Debug, Args)]
pub struct Events {
    /// Comma-separated values with a heading, plain or gzipped; may be given several times
    #[arg(long, value_name = "FILE", required = true)]
    pub events: Vec<PathBuf>,
    /// Column of when it happened, or from when it may have
    #[arg(long, value_name = "NAME")]
    pub time_column: String,
    /// Column of until when it may have
    #[arg(long, value_name = "NAME")]
    pub until_column: Option<String>,
    /// Column of when it was reported
    #[arg(long, value_name = "NAME")]
    pub reported_column: Option<String>,
    /// Column of the place to the east, or the longitude
    #[arg(long, value_name = "NAME")]
    pub x_column: String,
    /// Column of the place to the north, or the latitude
    #[arg(long, value_name = "NAME")]
    pub y_column: String,
    /// Column of the metres by which the place may be wrong
    #[arg(long, value_name = "NAME")]
    pub uncertainty_column: Option<String>,
    /// What the coordinates are
    #[arg(long, value_enum)]
    pub crs: Units,
    /// Column of the class
    #[arg(long, value_name = "NAME")]
    pub class_column: Option<String>,
    /// The class to forecast; several are forecast together; without one, all reported crime
    #[arg(long, value_name = "CLASS")]
    pub class: Vec<String>,
    /// Column of how it became known: what officers initiated is not used
    #[arg(long, value_name = "NAME")]
    pub source_column: Option<String>,
    /// Column of what tells two rows of one crime
    #[arg(long, value_name = "NAME")]
    pub id_column: Option<String>,
    /// How dates are written
    #[arg(long, value_enum, default_value = "ymd")]
    pub date_order: Order,
    /// The width of a square in metres
    #[arg(long, value_name = "METRES", default_value_t = 250.0)]
    pub cell: f64,
}

/// What coordinates are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Units {
    /// Metres of any projection
    Metres,
    /// Feet of any projection
    Feet,
    /// Degrees: x the longitude, y the latitude
    Wgs84,
}

impl Units {
    pub(crate) fn crs(self) -> Crs {
        match self {
            Self::Metres => Crs::Metres,
            Self::Feet => Crs::Feet,
            Self::Wgs84 => Crs::Wgs84,
        }
    }
}

/// The order of the parts of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Order {
    /// 2015-03-31
    Ymd,
    /// 31/03/2015
    Dmy,
    /// 03/31/2015
    Mdy,
}

impl Order {
    pub(crate) fn order(self) -> time::DateOrder {
        match self {
            Self::Ymd => time::DateOrder::YearMonthDay,
            Self::Dmy => time::DateOrder::DayMonthYear,
            Self::Mdy => time::DateOrder::MonthDayYear,
        }
    }
}

fn day(text: &str) -> Result<i32, String> {
    let minute = time::minute(text.as_bytes(), time::DateOrder::YearMonthDay);
    minute.map(|minute| minute.div_euclid(1440)).ok_or_else(|| "write the date as 2015-03-31".to_owned())
}
