//! Which acts may follow in which state of a case, by which rank, under which law.

use serde::Serialize;

use crate::code::{BasisCode, RankCode};
use crate::datum::{Dated, Datum};
use crate::error::RowError;
use crate::table::Row;
use crate::text_enum::text_enum;

text_enum! {
    /// How a case stands.
    Stage {
        /// Under investigation.
        Investigation = "investigation",
        /// An interim report is with the prosecutor or the court; the investigation goes on.
        ChallanInterim = "challan_interim",
        /// The final report is with the prosecutor.
        Challan = "challan",
        /// The prosecutor returned it as defective.
        Objected = "objected",
        /// The court has it.
        InCourt = "in_court",
        /// Charge framed.
        Trial = "trial",
        /// Ended: conviction.
        Convicted = "convicted",
        /// Ended: acquittal.
        Acquitted = "acquitted",
        /// Ended: discharge.
        Discharged = "discharged",
        /// Ended: report cancelled.
        Cancelled = "cancelled",
        /// Ended until somebody is found: untraced.
        Untraced = "untraced",
        /// Ended: compounded.
        Compounded = "compounded",
        /// Ended: quashed.
        Quashed = "quashed",
        /// Sent to another station or agency.
        Transferred = "transferred",
        /// Dormant: evidence recorded in the absence of the accused.
        InAbsentia = "in_absentia",
    }
}

text_enum! {
    /// What an act is done upon.
    Subject {
        /// The case.
        Case = "case",
        /// One accused of it.
        Accused = "accused",
        /// A thing of it.
        Property = "property",
    }
}

text_enum! {
    /// Who does an act upon a case: he himself, or in whose name the station writes it down.
    By {
        /// The present investigating officer of the case.
        Investigator = "investigator",
        /// The officer in charge of the station.
        InCharge = "in_charge",
        /// The duty officer of the station.
        DutyOfficer = "duty_officer",
        /// The station clerk.
        Clerk = "clerk",
        /// The head of the circle or of the district.
        Supervisor = "supervisor",
        /// The head of the district.
        Superintendent = "superintendent",
        /// The prosecutor of the district.
        Prosecutor = "prosecutor",
        /// The court.
        Court = "court",
        /// The criminal record office of the district.
        RecordOffice = "record_office",
    }
}

/// One act that may follow.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Allowed {
    /// The kind of act: `case.nominate`.
    pub kind: String,
    /// What it is done upon.
    pub subject: Subject,
    /// The stages in which it may follow; never empty.
    pub from: Vec<Stage>,
    /// The stage it leads to; `None` where the case stands as before.
    pub to: Option<Stage>,
    /// The least rank that may do it, `None` where the law names none.
    pub least_rank: Option<RankCode>,
    /// Who does it; never empty.
    pub by: Vec<By>,
    /// The sections it is done under; the first is named in a refusal.
    pub bases: Vec<BasisCode>,
    /// Source, place, days.
    pub datum: Datum,
}

impl Allowed {
    /// The word that stands for every stage in column `from`.
    pub const ANY: &'static str = "any";

    pub(crate) fn read(row: &Row<'_>) -> Result<Self, RowError> {
        let from = match row.need("from")? {
            Self::ANY => Stage::ALL.to_vec(),
            words => words.split_whitespace().map(|w| row.convert("from", w)).collect::<Result<_, _>>()?,
        };
        let bases = row.need("bases")?.split_whitespace().map(|w| row.convert("bases", w));
        Ok(Self {
            kind: row.owned("kind")?,
            subject: row.parse("subject")?,
            from,
            to: row.optional("to")?,
            least_rank: row.optional("least_rank")?,
            by: row.need("by")?.split_whitespace().map(|w| row.convert("by", w)).collect::<Result<_, _>>()?,
            bases: bases.collect::<Result<_, _>>()?,
            datum: Datum::read(row)?,
        })
    }
}

impl Dated for Allowed {
    const FILE: &'static str = "allowed.csv";
    fn key(&self) -> String {
        match self.to {
            None => self.kind.clone(),
            Some(to) => format!("{} {to}", self.kind),
        }
    }
    fn datum(&self) -> &Datum {
        &self.datum
    }
}
