//! The fonts, embedded in the binary from `assets/dist/fonts`, where the setup puts them.

use rust_embed::RustEmbed;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use crate::error::PrintError;

#[derive(RustEmbed)]
#[folder = "../../assets/dist/fonts"]
#[allow_missing = true]
struct Files;

/// The files every press needs: Urdu and Latin, each regular and bold.
const NEEDED: [&str; 4] = [
    "NotoNastaliqUrdu-Regular.ttf",
    "NotoNastaliqUrdu-Bold.ttf",
    "NotoSerif-Regular.ttf",
    "NotoSerif-Bold.ttf",
];

/// Fonts loaded, with the book that finds them.
pub(crate) struct Case {
    pub(crate) book: LazyHash<FontBook>,
    pub(crate) fonts: Vec<Font>,
}

impl Case {
    pub(crate) fn load() -> Result<Self, PrintError> {
        let fonts = NEEDED.iter().map(|file| load(file)).collect::<Result<Vec<_>, _>>()?;
        Ok(Self { book: LazyHash::new(FontBook::from_fonts(&fonts)), fonts })
    }

    /// Whether some font has a shape for this character.
    pub(crate) fn covers(&self, c: char) -> bool {
        self.fonts.iter().any(|font| font.info().coverage.contains(u32::from(c)))
    }
}

fn load(file: &'static str) -> Result<Font, PrintError> {
    let found = Files::get(file).ok_or(PrintError::FontMissing { file })?;
    Font::new(Bytes::new(found.data.into_owned()), 0).ok_or(PrintError::FontBroken { file })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_font_says_what_to_run() {
        let refused = load("NoSuchFace.ttf").unwrap_err().to_string();
        assert!(refused.contains("`NoSuchFace.ttf`") && refused.contains("`./run setup`"), "{refused}");
    }
}
