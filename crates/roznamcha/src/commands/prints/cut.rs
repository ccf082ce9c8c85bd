//! `roznamcha prints cut`: a slap or a ten-print card cut into its prints, and the card's order checked.

use roznamcha_prints::card::{self, Doubt, Part, sequence};
use roznamcha_prints::{Card, Classical, Cut, Hand, Layout, Template, slap};
use roznamcha_words::{Arg, Voice};
use std::path::{Path, PathBuf};

use super::convert::png;
use super::error::PrintsError;
use super::output::written;
use super::said::{Said, number, shown};
use super::seen::Seen;
use crate::error::CommandError;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The image of a slap or of a card; a card must be cropped to its edges
    #[arg(value_name = "IMAGE")]
    pub image: PathBuf,
    /// It is a slap: four fingers of a hand, or both thumbs
    #[arg(long, value_enum, required_unless_present = "card", conflicts_with = "card", value_name = "HAND")]
    pub slap: Option<Which>,
    /// It is a ten-print card
    #[arg(long)]
    pub card: bool,
    /// Where the boxes of the card lie; without it an eight-inch card that is held to no form (see the crate `prints`)
    #[arg(long, value_name = "FILE", requires = "card")]
    pub layout: Option<PathBuf>,
    /// Fingers that are missing, as 3,4: 1 right thumb to 5, 6 left thumb to 10
    #[arg(long, value_delimiter = ',', value_parser = clap::value_parser!(u8).range(1..=10), value_name = "N,…")]
    pub missing: Vec<u8>,
    /// The folder for the prints, as PNG
    #[arg(long, value_name = "FOLDER")]
    pub out: PathBuf,
    #[command(flatten)]
    pub seen: Seen,
}

/// Which slap.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Which {
    /// Four fingers of the right hand
    Right,
    /// Four fingers of the left hand
    Left,
    /// Left and right thumb
    Thumbs,
}

pub fn run(said: &Said, options: &Options) -> Result<(), CommandError> {
    let wrong = |error: PrintsError| CommandError::Wrong(error.text(said));
    let image = options.seen.image(&options.image).map_err(wrong)?;
    let classical = Classical::new();
    if let Some(which) = options.slap {
        let hand = match which {
            Which::Right => Hand::Right,
            Which::Left => Hand::Left,
            Which::Thumbs => Hand::Thumbs,
        };
        let cuts = slap::fingers(&classical, &image, hand, &options.missing);
        let cuts = cuts.map_err(|error| wrong(PrintsError::Uncut(options.image.clone(), error)))?;
        return each(said, options, &classical, "finger", &cuts).map(drop).map_err(wrong);
    }
    let layout = layout(options).map_err(wrong)?;
    if !layout.verified {
        eprintln!("{}", said.with("prints-layout-unverified", &[("name", Arg::Text(&layout.name))]));
    }
    let card = card::cut(&classical, &image, &layout, &options.missing);
    let rolled = each(said, options, &classical, "rolled", &card.rolled).map_err(wrong)?;
    let plain = each(said, options, &classical, "plain", &card.plain).map_err(wrong)?;
    let doubts = sequence(&lent(&rolled), &lent(&plain));
    told(said, &card, &doubts)
}

fn layout(options: &Options) -> Result<Layout, PrintsError> {
    let unreadable = |path: &Path, why: String| PrintsError::Layout(path.to_path_buf(), why);
    match &options.layout {
        None => Layout::built_in().map_err(|why| unreadable(Path::new(""), why.to_string())),
        Some(path) => {
            let text =
                std::fs::read_to_string(path).map_err(|why| PrintsError::Unreadable(path.clone(), why))?;
            Layout::read(&text).map_err(|why| unreadable(path, why.to_string()))
        }
    }
}

/// Writes each print, says how good it is, and gives its template.
fn each(
    said: &Said,
    options: &Options,
    classical: &Classical,
    name: &str,
    cuts: &[Cut],
) -> Result<Vec<(u8, Template)>, PrintsError> {
    let mut templates = Vec::with_capacity(cuts.len());
    for cut in cuts {
        let path = options.out.join(format!("{name}-{:02}.png", cut.finger));
        written(&path, &png(&cut.image, &path)?)?;
        let (template, quality) =
            classical.judged(&cut.image).map_err(|error| PrintsError::extract(&path, &error))?;
        let (finger, file) = (finger(said.voice(), cut.finger), shown(&path));
        let args = [
            ("finger", Arg::Text(&finger)),
            ("file", Arg::Text(&file)),
            ("quality", number(usize::from(quality.score))),
        ];
        println!("{}", said.with("prints-cut", &args));
        templates.push((cut.finger, template));
    }
    Ok(templates)
}

fn lent(prints: &[(u8, Template)]) -> Vec<(u8, &Template)> {
    prints.iter().map(|(finger, template)| (*finger, template)).collect()
}

/// Says what was refused and what is doubted.
fn told(said: &Said, card: &Card, doubts: &[Doubt]) -> Result<(), CommandError> {
    for (part, why) in &card.refused {
        let args = [("box", Arg::Text(&part_of(said, *part))), ("why", Arg::Text(&why.to_string()))];
        println!("{}", said.with("prints-box-refused", &args));
    }
    for doubt in doubts {
        println!("{}", doubted(said, *doubt));
    }
    match card.refused.len() + doubts.len() {
        0 => Ok(()),
        n => Err(CommandError::Differs(said.number("prints-card-doubts", n))),
    }
}

fn finger(voice: &Voice, finger: u8) -> String {
    voice.t(&format!("cro-finger-{}", finger.min(10)))
}

fn part_of(said: &Said, part: Part) -> String {
    let voice = said.voice();
    match part {
        Part::Rolled(of) => voice.with("prints-box-rolled", &[("finger", Arg::Text(&finger(voice, of)))]),
        Part::Plain(of) => voice.with("prints-box-plain", &[("finger", Arg::Text(&finger(voice, of)))]),
        Part::Slap(Hand::Right) => voice.t("prints-slap-right"),
        Part::Slap(Hand::Left) => voice.t("prints-slap-left"),
        Part::Slap(Hand::Thumbs) => voice.t("prints-slap-thumbs"),
    }
}

fn doubted(said: &Said, doubt: Doubt) -> String {
    let name = |of: u8| finger(said.voice(), of);
    let two = |key: &str, one: u8, other: u8| {
        said.with(key, &[("one", Arg::Text(&name(one))), ("other", Arg::Text(&name(other)))])
    };
    match doubt {
        Doubt::Elsewhere { in_box, like } => two("prints-doubt-elsewhere", in_box, like),
        Doubt::Twice { one, other } => two("prints-doubt-twice", one, other),
        Doubt::Unlike { finger } => said.with("prints-doubt-unlike", &[("one", Arg::Text(&name(finger)))]),
    }
}
