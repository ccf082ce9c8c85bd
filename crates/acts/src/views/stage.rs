//! How a case stands.

use serde::{Deserialize, Serialize};

macro_rules! stages {
    ($($(#[$doc:meta])* $variant:ident = $word:literal, $refusal:literal;)+) => {
        /// The stages of a case. Which act leads from which to which is law, in the table of allowed acts.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum Stage {
            $($(#[$doc])* #[serde(rename = $word)] $variant,)+
        }

        impl Stage {
            /// Every stage.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// Its code.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The stage of that code.
            pub fn of(code: &str) -> Option<Self> {
                match code { $($word => Some(Self::$variant),)+ _ => None }
            }

            /// Whether police, prosecutor or court still have it in hand.
            pub fn is_open(self) -> bool {
                use Stage::{Challan, ChallanInterim, InCourt, Investigation, Objected, Trial};
                matches!(self, Investigation | ChallanInterim | Challan | Objected | InCourt | Trial)
            }

            /// Whether the case ended there without a conviction.
            pub fn is_cleared(self) -> bool {
                matches!(self, Self::Acquitted | Self::Discharged | Self::Cancelled | Self::Compounded | Self::Quashed)
            }

            /// Whether the station has still to report: under investigation, or returned as defective.
            pub fn is_pending(self) -> bool {
                matches!(self, Self::Investigation | Self::ChallanInterim | Self::Objected)
            }

            /// The message that an act may not follow at this stage.
            pub fn refusal(self) -> &'static str {
                match self { $(Self::$variant => $refusal,)+ }
            }
        }
    };
}

stages! {
    /// Under investigation.
    Investigation = "investigation", "order-at-investigation";
    /// An interim report has gone; the investigation goes on.
    ChallanInterim = "challan_interim", "order-at-challan-interim";
    /// The final report is with the prosecutor.
    Challan = "challan", "order-at-challan";
    /// The prosecutor returned it as defective.
    Objected = "objected", "order-at-objected";
    /// The court has it.
    InCourt = "in_court", "order-at-in-court";
    /// Charge framed.
    Trial = "trial", "order-at-trial";
    /// Ended: conviction.
    Convicted = "convicted", "order-at-ended";
    /// Ended: acquittal.
    Acquitted = "acquitted", "order-at-ended";
    /// Ended: discharge.
    Discharged = "discharged", "order-at-ended";
    /// Ended: report cancelled.
    Cancelled = "cancelled", "order-at-ended";
    /// Ended until somebody is found: untraced.
    Untraced = "untraced", "order-at-untraced";
    /// Ended: compounded.
    Compounded = "compounded", "order-at-ended";
    /// Ended: quashed.
    Quashed = "quashed", "order-at-ended";
    /// Sent to another station or agency.
    Transferred = "transferred", "order-at-transferred";
    /// Dormant: evidence recorded in the absence of the accused.
    InAbsentia = "in_absentia", "order-at-in-absentia";
}
