//! `roznamcha prints convert`: an image in another format.

use roznamcha_files::grey_png;
use roznamcha_prints::{Encoding, GrayImage, at_500_dpi, write};
use roznamcha_prints_formats::itl::{Compression, Place, Print, Record};
use roznamcha_prints_formats::wsq;
use roznamcha_words::Arg;
use std::path::{Path, PathBuf};

use super::error::PrintsError;
use super::output::{US, today, transaction, written};
use super::said::{Said, number, shown};
use super::seen::Seen;
use crate::error::CommandError;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// An image: PNG, JPEG, BMP, TIFF, WSQ, ANSI/NIST-ITL by its content, raw pixels with --size
    #[arg(value_name = "IN")]
    pub from: PathBuf,
    /// What to write, by its ending: .png, .jpg, .bmp, .tif, .raw, .wsq, .an2; .bmp, .tif and .raw do not keep the
    /// resolution
    #[arg(value_name = "OUT")]
    pub to: PathBuf,
    /// Bring it to 500 dots an inch
    #[arg(long)]
    pub at_500: bool,
    /// Bits a pixel of WSQ
    #[arg(long, default_value_t = wsq::USUAL_RATE, value_name = "BITS")]
    pub rate: f32,
    /// The finger of an ANSI/NIST-ITL record: 1 right thumb to 5, 6 left thumb to 10, 0 not known
    #[arg(long, default_value_t = 0, value_parser = clap::value_parser!(u8).range(0..=10), value_name = "N")]
    pub finger: u8,
    #[command(flatten)]
    pub seen: Seen,
}

pub fn run(said: &Said, options: &Options) -> Result<(), CommandError> {
    let image = converted(options).map_err(|error| CommandError::Wrong(error.text(said)))?;
    let (width, height) = (number(image.width()), number(image.height()));
    let (file, dpi) = (shown(&options.to), number(usize::from(image.dpi())));
    let args = [("file", Arg::Text(&file)), ("width", width), ("height", height), ("dpi", dpi)];
    println!("{}", said.with("prints-converted", &args));
    Ok(())
}

fn converted(options: &Options) -> Result<GrayImage, PrintsError> {
    let read = options.seen.image(&options.from)?;
    let image = if options.at_500 {
        at_500_dpi(&read).map_err(|error| PrintsError::extract(&options.from, &error))?
    } else {
        read
    };
    let bytes = coded(&image, options)?;
    written(&options.to, &bytes)?;
    Ok(image)
}

/// The image in the format that the ending tells.
fn coded(image: &GrayImage, options: &Options) -> Result<Vec<u8>, PrintsError> {
    let to = &options.to;
    let ending = to.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase());
    let unfit = |why: String| PrintsError::Unfit(to.clone(), why);
    let file = |encoding| write(image, encoding).map_err(|e| unfit(e.to_string()));
    match ending.as_deref() {
        Some("png") => png(image, to),
        Some("jpg" | "jpeg") => file(Encoding::Jpeg),
        Some("bmp") => file(Encoding::Bmp),
        Some("tif" | "tiff") => file(Encoding::Tiff),
        Some("raw" | "gray") => Ok(image.pixels().to_vec()),
        Some("wsq") => wsq::encode(image, options.rate).map_err(|e| unfit(e.to_string())),
        Some("an2" | "nist" | "eft") => record(image, options).map_err(unfit),
        _ => Err(PrintsError::Ending(to.clone())),
    }
}

/// A print as PNG with its resolution.
pub fn png(image: &GrayImage, to: &Path) -> Result<Vec<u8>, PrintsError> {
    let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX);
    let made = grey_png(side(image.width()), side(image.height()), image.dpi(), image.pixels());
    made.map_err(|why| PrintsError::Unfit(to.to_path_buf(), why.to_string()))
}

/// A transaction with the print in a record of type 14, coded as WSQ.
fn record(image: &GrayImage, options: &Options) -> Result<Vec<u8>, String> {
    let side = |pixels: usize| u16::try_from(pixels).unwrap_or(u16::MAX);
    let date = today();
    let print = Print {
        place: Place::Person,
        number: 1,
        impression: 0,
        source: US.to_owned(),
        date: date.clone(),
        fingers: vec![options.finger],
        width: side(image.width()),
        height: side(image.height()),
        dpi: image.dpi(),
        compression: Compression::Wsq,
        segments: Vec::new(),
        data: wsq::encode(image, options.rate).map_err(|e| e.to_string())?,
    };
    transaction(vec![Record::Text(print.text())], &date)
}
