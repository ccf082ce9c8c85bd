//! `roznamcha prints template`: minutiae out of images.

use roznamcha_prints::{Classical, Template};
use roznamcha_prints_bench::chosen::Choice;
use roznamcha_words::Arg;
use std::path::{Path, PathBuf};

use super::error::PrintsError;
use super::output::{Form, written};
use super::said::{Said, number, shown};
use super::seen::Seen;
use crate::error::CommandError;

/// Options of the command.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// Images of prints
    #[arg(required = true, value_name = "IMAGE")]
    pub images: Vec<PathBuf>,
    /// Where the templates go: a file for one image, a folder for several; without it nothing is written
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// The form of a template: our own, ISO/IEC 19794-2, ANSI 378, or ANSI/NIST-ITL with a record of type 9
    #[arg(long, value_enum, default_value = "own")]
    pub format: Form,
    #[command(flatten)]
    pub choice: Choice,
    #[command(flatten)]
    pub seen: Seen,
}

pub fn run(said: &Said, options: &Options) -> Result<(), CommandError> {
    let extractor = options.choice.extractor();
    let extractor =
        extractor.map_err(|error| CommandError::Wrong(PrintsError::Weights(error.to_string()).text(said)))?;
    let classical = Classical::new();
    super::each(said, &options.images, |path| {
        let image = options.seen.image(path)?;
        let failed = |error| PrintsError::extract(path, &error);
        let template = extractor.template(&image).map_err(failed)?;
        let quality = classical.judged(&image).map_err(failed)?.1;
        let bytes =
            options.format.bytes(&template).map_err(|why| PrintsError::Unfit(path.to_path_buf(), why))?;
        if let Some(out) = place(options, path) {
            written(&out, &bytes)?;
        }
        println!("{}", line(said, path, &template, quality.score, bytes.len()));
        Ok(())
    })
}

fn line(said: &Said, path: &Path, template: &Template, quality: u8, bytes: usize) -> String {
    let args = [
        ("file", Arg::Text(&shown(path))),
        ("minutiae", number(template.minutiae.len())),
        ("quality", number(usize::from(quality))),
        ("bytes", number(bytes)),
    ];
    said.with("prints-template", &args)
}

/// Where the template of an image goes.
fn place(options: &Options, image: &Path) -> Option<PathBuf> {
    let out = options.out.as_ref()?;
    if options.images.len() == 1 && !out.is_dir() {
        return Some(out.clone());
    }
    let mut name = PathBuf::from(image.file_stem()?);
    name.set_extension(options.format.ending());
    Some(out.join(name))
}
