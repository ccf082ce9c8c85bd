//! The minutiae of plain PGM images at 500 dpi by the network, as lines `x y angle kind quality`, and how long it took.
//!
//! `cargo run -p roznamcha-prints-leader --example leader -- LEADER.onnx THREADS TIMES IMAGE.pgm…`

use std::io::Write;
use std::time::Instant;

use roznamcha_prints::{GrayImage, Kind};
use roznamcha_prints_leader::{Leader, USUAL_QUALITY};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [weights, threads, times, images @ ..] = arguments.as_slice() else {
        return Err("usage: leader LEADER.onnx THREADS TIMES IMAGE.pgm…".into());
    };
    let begin = Instant::now();
    let leader = Leader::read(&std::fs::read(weights)?)?;
    let mut out = std::io::stdout().lock();
    writeln!(out, "# opened in {:.1} ms", begin.elapsed().as_secs_f64() * 1e3)?;
    let pool = rayon::ThreadPoolBuilder::new().num_threads(threads.parse()?).build()?;
    for path in images {
        let image = from_pgm(&std::fs::read(path)?)?;
        let mut best = f64::MAX;
        let mut template = pool.install(|| leader.minutiae(&image, USUAL_QUALITY))?;
        for _ in 0..times.parse()? {
            let begin = Instant::now();
            template = pool.install(|| leader.minutiae(&image, USUAL_QUALITY))?;
            best = best.min(begin.elapsed().as_secs_f64() * 1e3);
        }
        writeln!(out, "# {path}: {} minutiae, best of {times} {best:.1} ms", template.minutiae.len())?;
        for minutia in &template.minutiae {
            let kind = if minutia.kind == Kind::Ending { "ending" } else { "bifurcation" };
            writeln!(out, "{} {} {:.5} {kind} {:.5}", minutia.x, minutia.y, minutia.angle, minutia.quality)?;
        }
    }
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
