//! What can go wrong when a register becomes a file.

/// A register that could not be written out.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// The statute book has no such register or part.
    #[error("the statute book has no part `{part}` of register `{register}`; choose one of its parts")]
    NoPart {
        /// The register.
        register: String,
        /// The part.
        part: String,
    },
    /// More entries than a spreadsheet has rows.
    #[error("more entries than a sheet can hold; choose a period or a range of serial numbers, or take CSV")]
    TooMany,
    /// The CSV could not be written.
    #[error("the CSV could not be written: {0}")]
    Csv(#[from] csv::Error),
    /// The file could not be written.
    #[error("the file could not be written: {0}")]
    Io(#[from] std::io::Error),
    /// The XLSX could not be written.
    #[error("the XLSX could not be written: {0}")]
    Xlsx(#[from] rust_xlsxwriter::XlsxError),
}
