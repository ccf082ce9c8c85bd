//! The parts of a record that are shown or masked.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::ResourceKind;
use crate::names::named;

named! {
    /// A part of a record. The kind of record it belongs to is in the policy schema (`see_<field>`).
    Field, "field" {
        /// Number, year, dates and hours, station; what is left of an expunged report.
        FirHeader = "fir_header",
        /// Sections of law and stage of the case.
        FirOffence = "fir_offence",
        /// Who registered, signed, investigates.
        FirOfficers = "fir_officers",
        /// The complainant's name and father's or husband's name.
        FirComplainantName = "fir_complainant_name",
        /// The complainant's CNIC and phone.
        FirComplainantIdentifiers = "fir_complainant_identifiers",
        /// Address of any party.
        FirAddress = "fir_address",
        /// The victim's name.
        FirVictimName = "fir_victim_name",
        /// Names of the witnesses heard in the investigation.
        FirWitnessName = "fir_witness_name",
        /// Names, aliases and descriptions of the accused.
        FirAccused = "fir_accused",
        /// CNIC and phone of the accused.
        FirAccusedIdentifiers = "fir_accused_identifiers",
        /// The report in the complainant's words, the reason of a delay, the steps taken.
        FirNarrative = "fir_narrative",
        /// The place, finer than the beat.
        FirPlaceExact = "fir_place_exact",
        /// Property lost.
        FirProperty = "fir_property",
        /// Number, hours and kind of a diary entry.
        DiaryHeader = "diary_header",
        /// What the entry says.
        DiaryText = "diary_text",
        /// Persons named in the entry: in custody, arriving, reporting.
        DiaryPersons = "diary_persons",
        /// Register, part, year and serial of an entry.
        RegisterHeader = "register_header",
        /// Persons named in the entry.
        RegisterPersons = "register_persons",
        /// The other columns.
        RegisterText = "register_text",
        /// Sequence, hashes, times and kinds of the acts in a journal.
        JournalHeader = "journal_header",
        /// The content of the acts.
        JournalContent = "journal_content",
        /// Reference, date and head of an imported row.
        LegacyHeader = "legacy_header",
        /// The rest of the imported row.
        LegacyText = "legacy_text",
        /// Who looked at what, when and why.
        AuditHeader = "audit_header",
        /// What was typed to find it; may hold a name.
        AuditQuery = "audit_query",
        /// What a draft holds.
        DraftText = "draft_text",
        /// Name, rank and posting of an officer.
        StaffName = "staff_name",
        /// The officer's phone.
        StaffPhone = "staff_phone",
        /// Whether the account is locked, and when it was last used.
        StaffAccount = "staff_account",
    }
}

impl Field {
    /// The kind of record this is a part of.
    pub const fn kind(self) -> ResourceKind {
        match self {
            Self::FirHeader
            | Self::FirOffence
            | Self::FirOfficers
            | Self::FirComplainantName
            | Self::FirComplainantIdentifiers
            | Self::FirAddress
            | Self::FirVictimName
            | Self::FirWitnessName
            | Self::FirAccused
            | Self::FirAccusedIdentifiers
            | Self::FirNarrative
            | Self::FirPlaceExact
            | Self::FirProperty => ResourceKind::Fir,
            Self::DiaryHeader | Self::DiaryText | Self::DiaryPersons => ResourceKind::Diary,
            Self::RegisterHeader | Self::RegisterPersons | Self::RegisterText => ResourceKind::Register,
            Self::JournalHeader | Self::JournalContent => ResourceKind::Journal,
            Self::LegacyHeader | Self::LegacyText => ResourceKind::Legacy,
            Self::AuditHeader | Self::AuditQuery => ResourceKind::Audit,
            Self::DraftText => ResourceKind::Draft,
            Self::StaffName | Self::StaffPhone | Self::StaffAccount => ResourceKind::Staff,
        }
    }

    /// The action of the policy schema that shows this field.
    pub(crate) fn see(self) -> String {
        format!("see_{}", self.as_str())
    }
}

/// The fields that may be shown. Whatever is not in it is masked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FieldSet(BTreeSet<Field>);

impl FieldSet {
    /// Whether this field may be shown.
    pub fn shows(&self, field: Field) -> bool {
        self.0.contains(&field)
    }

    /// Whether nothing may be shown.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The fields that may be shown, in the order of declaration.
    pub fn iter(&self) -> impl Iterator<Item = Field> + '_ {
        self.0.iter().copied()
    }
}

impl FromIterator<Field> for FieldSet {
    fn from_iter<I: IntoIterator<Item = Field>>(fields: I) -> Self {
        Self(fields.into_iter().collect())
    }
}
