//! Files of crimes of a town that never was, and the command run on them.

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use clap::Parser;
use roznamcha_forecast::time::written;
use roznamcha_forecast_command::{CommandError, Options, run};

#[derive(Parser)]
struct Arguments {
    #[command(flatten)]
    options: Options,
}

pub const HEADING: &str = "when,what,how,east,north\n";
const DAYS: std::ops::Range<i32> = 16_000..16_800;

/// A number from 0 to `most`, the same for the same numbers.
fn drawn(day: i32, number: i32, most: i32) -> i32 {
    let mixed = (day.wrapping_mul(7_919) ^ number.wrapping_mul(104_729)).wrapping_mul(0x5bd1_e995);
    (mixed ^ (mixed >> 15)).rem_euclid(most)
}

/// Crimes in metres around a corner: five a day, two of them in one hot square.
pub fn rows(corner: [f64; 2], scale: [f64; 2]) -> String {
    let mut text = String::new();
    for day in DAYS {
        for number in 0..5 {
            let spread = if number < 2 { 250 } else { 3_000 };
            let metres = [drawn(day, number, spread), drawn(day, number + 50, spread)]
                .map(|metres| f64::from(metres) + 0.5);
            let (x, y) = (corner[0] + metres[0] * scale[0], corner[1] + metres[1] * scale[1]);
            let what = if number == 4 { "THEFT" } else { "BURGLARY" };
            let _ = writeln!(text, "{} 10:00,{what},victim,{x:.7},{y:.7}", written(day));
        }
    }
    text
}

pub fn file(folder: &Path, name: &str, rows: &str) -> String {
    let path = folder.join(name);
    let text = format!("{HEADING}{rows}");
    if name.ends_with(".gz") {
        let file = std::fs::File::create(&path).unwrap();
        let mut packed = flate2::write::GzEncoder::new(file, flate2::Compression::fast());
        packed.write_all(text.as_bytes()).unwrap();
        packed.finish().unwrap();
    } else {
        std::fs::write(&path, text).unwrap();
    }
    path.to_str().unwrap().to_owned()
}

/// What the command says to these options, beside the columns' names.
pub fn said(options: &[&str]) -> Result<String, CommandError> {
    let columns =
        ["--time-column", "when", "--x-column", "east", "--y-column", "north", "--class-column", "what"];
    let (first, rest) =
        if options.first() == Some(&"backtest") { options.split_at(1) } else { options.split_at(0) };
    let all = ["forecast"].iter().chain(first).chain(&columns).chain(&["--source-column", "how"]).chain(rest);
    let mut out = Vec::new();
    run(&Arguments::try_parse_from(all).unwrap().options, &mut out)?;
    Ok(String::from_utf8(out).unwrap())
}
