//! Encodes and decodes WSQ files, with plain PGM images as the other side, and tells how long each takes.
//!
//! `cargo run -p roznamcha-prints-formats --example wsq -- encode IN.pgm OUT.wsq` or `decode IN.wsq OUT.pgm`

use std::io::Write;
use std::time::Instant;

use roznamcha_prints::GrayImage;
use roznamcha_prints_formats::wsq;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [command, from, to] = arguments.as_slice() else {
        return Err("usage: wsq encode IN.pgm OUT.wsq | decode IN.wsq OUT.pgm".into());
    };
    let input = std::fs::read(from)?;
    let begin = Instant::now();
    let output = match command.as_str() {
        "encode" => wsq::encode(&from_pgm(&input)?, wsq::USUAL_RATE)?,
        "decode" => to_pgm(&wsq::decode(&input)?),
        other => return Err(format!("unknown command `{other}`").into()),
    };
    writeln!(std::io::stdout(), "{command} {:.1} ms", begin.elapsed().as_secs_f64() * 1e3)?;
    std::fs::write(to, output)?;
    Ok(())
}

/// A binary PGM of 8 bits without comments.
fn from_pgm(bytes: &[u8]) -> Result<GrayImage, Failure> {
    let mut rest = bytes;
    let mut words = Vec::new();
    while words.len() < 4 {
        let end = rest.iter().position(u8::is_ascii_whitespace).ok_or("no PGM header")?;
        words.push(std::str::from_utf8(rest.get(..end).unwrap_or_default())?);
        rest = rest.get(end + 1..).unwrap_or_default();
    }
    let [_, width, height, _] = words.as_slice() else { return Err("no PGM header".into()) };
    Ok(GrayImage::new(width.parse()?, height.parse()?, 500, rest.to_vec())?)
}

fn to_pgm(image: &GrayImage) -> Vec<u8> {
    let mut bytes = format!("P5\n{} {}\n255\n", image.width(), image.height()).into_bytes();
    bytes.extend_from_slice(image.pixels());
    bytes
}
