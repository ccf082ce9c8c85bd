//! Master prints measured: how many of the minutiae that a finger was to have its ridges show, how many of those the
//! extractor finds in impressions, and how alike impressions of one finger and of two are.

use std::f32::consts::{PI, TAU};
use std::fmt::Write as _;
use std::path::PathBuf;
use std::time::Duration;

use rayon::prelude::*;
use roznamcha_prints::{Classical, ExtractError, Extractor as _, GrayImage, Minutia, ShapeError, Template};
use roznamcha_prints_synth::{Chance, Finger, Ink};
use thiserror::Error;

use crate::clock::Clock;
use crate::likeness::Figures;

/// Two minutiae are one when they lie so near, in pixels, and point the same way, in radians.
const NEAR: f32 = 9.0;
const TURN: f32 = 0.6;

/// Which masters.
#[derive(Debug, Clone, clap::Args)]
pub struct Options {
    /// Fingers of nobody
    #[arg(long, default_value_t = 30)]
    pub fingers: u64,
    /// Impressions of each
    #[arg(long, default_value_t = 4)]
    pub prints: u64,
    /// What they are drawn from
    #[arg(long, default_value_t = 1)]
    pub seed: u64,
    /// A folder for pictures of the masters and their impressions
    #[arg(long, value_name = "FOLDER")]
    pub out: Option<PathBuf>,
}

/// Why there are none.
#[derive(Debug, Error)]
pub enum MastersError {
    /// An image says no.
    #[error(transparent)]
    Shape(#[from] ShapeError),
    /// The extractor says no.
    #[error(transparent)]
    Extract(#[from] ExtractError),
    /// A picture cannot be written.
    #[error("`{0}` cannot be written: {1}")]
    Picture(PathBuf, image::ImageError),
}

/// What became of one finger.
#[derive(Debug, Clone, Default)]
struct Grown {
    number: u64,
    growing: Duration,
    printing: Duration,
    /// Minutiae there are, those that were planted, those of them that are there.
    counts: (usize, usize, usize),
    templates: Vec<Template>,
    /// Minutiae that touched, minutiae read, and those that are both.
    read: (usize, usize, usize),
}

/// Grows, prints, reads and compares.
///
/// # Errors
/// [`MastersError`].
pub fn measure(options: &Options) -> Result<String, MastersError> {
    let classical = Classical::new();
    let grown: Result<Vec<Grown>, MastersError> =
        (0..options.fingers).into_par_iter().map(|number| one(&classical, options, number)).collect();
    Ok(text(&grown?))
}

fn one(classical: &Classical, options: &Options, number: u64) -> Result<Grown, MastersError> {
    let chance = |purpose: u64| Chance::of(options.seed, &[number, 2, purpose]);
    let clock = Clock::start();
    let master = Finger::of(options.seed, number, 2).master(&mut chance(0));
    let mut out = Grown { number, growing: clock.elapsed(), counts: master.counts(), ..Grown::default() };
    picture(options, &format!("{number}_master"), &master.image()?)?;
    for time in 1..=options.prints {
        let clock = Clock::start();
        let print = master.print(&Ink::default(), &mut chance(time))?;
        out.printing += clock.elapsed();
        picture(options, &format!("{number}_{time}"), &print.image)?;
        let template = classical.template(&print.image)?;
        out.read.0 += print.minutiae.len();
        out.read.1 += template.minutiae.len();
        out.read.2 += both(&print.minutiae, &template.minutiae);
        out.templates.push(template);
    }
    Ok(out)
}

/// How many of what is there were read, each counted once.
fn both(there: &[Minutia], read: &[Minutia]) -> usize {
    let mut taken = vec![false; read.len()];
    let mut count = 0;
    for one in there {
        let near = read.iter().zip(&mut taken).find(|(other, taken)| {
            let turn = (one.angle - other.angle + PI).rem_euclid(TAU) - PI;
            !**taken && (one.x - other.x).hypot(one.y - other.y) < NEAR && turn.abs() < TURN
        });
        if let Some((_, taken)) = near {
            *taken = true;
            count += 1;
        }
    }
    count
}

fn picture(options: &Options, name: &str, image: &GrayImage) -> Result<(), MastersError> {
    let Some(folder) = &options.out else { return Ok(()) };
    let path = folder.join(format!("{name}.png"));
    let (width, height) = (image.width() as u32, image.height() as u32);
    image::save_buffer(&path, image.pixels(), width, height, image::ExtendedColorType::L8)
        .map_err(|error| MastersError::Picture(path.clone(), error))
}

fn text(grown: &[Grown]) -> String {
    let mut out = String::new();
    let sum = |of: fn(&Grown) -> usize| grown.iter().map(of).sum::<usize>();
    let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64 * 100.0;
    let ms = |of: fn(&Grown) -> Duration, count: usize| {
        grown.iter().map(of).sum::<Duration>().as_secs_f64() * 1e3 / count.max(1) as f64
    };
    let (there, planted, kept) = (sum(|g| g.counts.0), sum(|g| g.counts.1), sum(|g| g.counts.2));
    let _ =
        writeln!(out, "{} masters, {:.0} ms of one core each", grown.len(), ms(|g| g.growing, grown.len()));
    let _ = writeln!(
        out,
        "minutiae: {planted} planted, {:.1} % of them there; {there} in all, {:.1} % of them grew by themselves",
        share(kept, planted),
        share(there.saturating_sub(kept), there)
    );
    let prints = sum(|g| g.templates.len());
    let (touched, read, both) = (sum(|g| g.read.0), sum(|g| g.read.1), sum(|g| g.read.2));
    let _ = writeln!(out, "{prints} prints, {:.0} ms each", ms(|g| g.printing, prints));
    let _ = writeln!(
        out,
        "the classical extractor finds {:.1} % of the {touched} minutiae that touched; {:.1} % of the {read} it finds are \
         there",
        share(both, touched),
        share(both, read)
    );
    let all = grown
        .iter()
        .flat_map(|finger| finger.templates.iter().map(|template| (finger.number, template.clone())))
        .collect();
    let figures = Figures::of(&all);
    let (genuine, impostors) = (figures.genuine(), figures.impostors());
    let at = |rising: &[f32], share: f64| {
        rising.get((rising.len() as f64 * share) as usize).copied().unwrap_or(0.0)
    };
    let _ = writeln!(
        out,
        "ln of the likelihood ratio: of one finger least {:.1}, median {:.1} ({} pairs); of two median {:.1}, most {:.1} \
         ({} pairs)",
        at(genuine, 0.0),
        at(genuine, 0.5),
        genuine.len(),
        at(impostors, 0.5),
        impostors.last().copied().unwrap_or(0.0),
        impostors.len()
    );
    out
}
