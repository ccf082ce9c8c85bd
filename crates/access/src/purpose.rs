//! Why a record is opened.

use crate::names::named;

named! {
    /// The purpose that an officer states before personal data is shown; it is kept in the audit row.
    Purpose, "purpose" {
        /// The own station's daily work.
        Duty = "duty",
        /// The investigation of this case.
        Investigation = "investigation",
        /// Supervision of the station's work.
        Supervision = "supervision",
        /// An order of a court.
        CourtOrder = "court_order",
        /// Audit and oversight.
        Audit = "audit",
        /// A citizen, usually the complainant, asks.
        PublicRequest = "public_request",
        /// Staff, offices and accounts.
        Administration = "administration",
        /// Verification of a person by the criminal record office.
        Verification = "verification",
    }
}
