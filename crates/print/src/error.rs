//! What can go wrong at the press.

/// Why a document could not be printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    /// A font file is not in `assets/dist/fonts`.
    #[error("font file `{file}` is missing: run `./run setup` to fetch the fonts, then print again")]
    FontMissing {
        /// The file name looked for.
        file: &'static str,
    },
    /// A font file is there but is no font.
    #[error("font file `{file}` cannot be read as a font: run `./run setup` to fetch it again")]
    FontBroken {
        /// The file name.
        file: &'static str,
    },
    /// The QR code cannot hold the address.
    #[error("the verification address of {bytes} bytes does not fit in a QR code: shorten it")]
    QrTooLong {
        /// Its length.
        bytes: usize,
    },
    /// The sheet could not be turned into data for the template.
    #[error("the sheet could not be written as json: {0}")]
    Data(#[from] serde_json::Error),
    /// The typesetter refused the template or the export; a defect of this crate.
    #[error("the typesetter refused: {0}")]
    Typeset(String),
}
