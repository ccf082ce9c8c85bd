//! An image of a print out of a file, whatever its format: known by its content, raw pixels by what is told.

use roznamcha_files::png_dpi;
use roznamcha_prints::read::read_raw;
use roznamcha_prints::{GrayImage, read};
use roznamcha_prints_formats::itl::{ItlError, Print, Record, Transaction};
use roznamcha_prints_formats::wsq;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use super::error::PrintsError;

/// The resolution of a print that nobody told: that of nearly every scanner.
const USUAL_DPI: u16 = 500;

/// How images are to be read.
#[derive(Debug, clap::Args)]
pub struct Seen {
    /// Dots an inch; without it what the file says (PNG, WSQ, ANSI/NIST-ITL), else 500
    #[arg(long, value_name = "N")]
    pub dpi: Option<u16>,
    /// Raw pixels, a byte each, of this size, as 388x374
    #[arg(long, value_name = "WxH", value_parser = size)]
    pub size: Option<(usize, usize)>,
    /// Which print of an ANSI/NIST-ITL file, by the number of its record
    #[arg(long, value_name = "N")]
    pub record: Option<u8>,
}

/// Width and height.
fn size(text: &str) -> Result<(usize, usize), String> {
    let parsed = text.split_once(['x', 'X']).and_then(|(w, h)| Some((w.parse().ok()?, h.parse().ok()?)));
    parsed.ok_or_else(|| "write width and height, as 388x374".to_owned())
}

/// The bytes of a file.
pub fn bytes(path: &Path) -> Result<Vec<u8>, PrintsError> {
    std::fs::read(path).map_err(|error| PrintsError::Unreadable(path.to_path_buf(), error))
}

impl Seen {
    /// The image in a file.
    pub fn image(&self, path: &Path) -> Result<GrayImage, PrintsError> {
        let bytes = bytes(path)?;
        // A decoder that breaks on a hostile file ends the command with a message, not with a trace.
        let read = catch_unwind(AssertUnwindSafe(|| self.decoded(path, &bytes)));
        read.unwrap_or_else(|_| Err(PrintsError::Broken(path.to_path_buf(), String::new())))
    }

    fn decoded(&self, path: &Path, bytes: &[u8]) -> Result<GrayImage, PrintsError> {
        if let Some((width, height)) = self.size {
            let dpi = self.dpi.unwrap_or(USUAL_DPI);
            return read_raw(bytes, width, height, dpi).map_err(|why| PrintsError::shape(path, &why));
        }
        if wsq::is_wsq(bytes) {
            return self.told(path, wsq::decode(bytes).map_err(|why| PrintsError::broken(path, &why))?);
        }
        if is_itl(bytes) {
            return self.told(path, self.in_records(path, bytes)?);
        }
        let dpi = self.dpi.or_else(|| png_dpi(bytes)).unwrap_or(USUAL_DPI);
        read(bytes, dpi).map_err(|error| PrintsError::read(path, error))
    }

    /// The image with the resolution that is told.
    fn told(&self, path: &Path, image: GrayImage) -> Result<GrayImage, PrintsError> {
        match self.dpi {
            Some(dpi) if dpi != image.dpi() => {
                let (width, height) = (image.width(), image.height());
                let told = GrayImage::new(width, height, dpi, image.into_pixels());
                told.map_err(|why| PrintsError::shape(path, &why))
            }
            _ => Ok(image),
        }
    }

    /// The print of a transaction: the one of the number asked for, or the only one.
    fn in_records(&self, path: &Path, bytes: &[u8]) -> Result<GrayImage, PrintsError> {
        let broken = |why: ItlError| PrintsError::broken(path, &why);
        let transaction = Transaction::read(bytes).map_err(broken)?;
        let prints: Vec<&Record> =
            transaction.records.iter().filter(|record| matches!(record.kind(), 4 | 13 | 14)).collect();
        let numbers: Vec<u8> = prints.iter().filter_map(|record| record.number()).collect();
        let chosen = match (self.record, prints.as_slice()) {
            (_, []) => return Err(PrintsError::NoPrint(path.to_path_buf())),
            (None, [only]) => only,
            (None, _) => return Err(PrintsError::Which(path.to_path_buf(), numbers)),
            (Some(asked), _) => {
                let found = prints.iter().find(|record| record.number() == Some(asked));
                found.ok_or_else(|| PrintsError::NoRecord(path.to_path_buf(), asked, numbers))?
            }
        };
        match chosen {
            Record::Plain(print) => print.image(),
            Record::Text(text) => Print::of(text).and_then(|print| print.image()),
            Record::Binary { .. } => return Err(PrintsError::NoPrint(path.to_path_buf())),
        }
        .map_err(broken)
    }
}

/// Whether these bytes begin as a transaction does.
pub fn is_itl(bytes: &[u8]) -> bool {
    bytes.starts_with(b"1.0")
}
