//! What ties a sheet of paper to the journal.

use jiff::civil::DateTime;
use serde::{Deserialize, Serialize};

/// The mark by which a sheet can be checked against the journal it was printed from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Hash of the act, in hexadecimal, printed in full.
    pub act_hash: String,
    /// What the QR code says: the address that verifies this hash. At most about 1,200 bytes.
    pub verify_url: String,
    /// How many times this document has been printed, this print included; 1 is the first print.
    pub print_no: u32,
    /// When this print was made, station time; also the date of the PDF.
    pub printed_at: DateTime,
    /// The act is not yet durable: PROVISIONAL is printed across every page.
    #[serde(default)]
    pub provisional: bool,
}
