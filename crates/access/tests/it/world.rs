//! A small synthetic police: two districts, three stations, an officer of every role.

use std::sync::LazyLock;

use roznamcha_access::{AccessError, Action, Actor, Gate, Resource, ResourceKind, Role};

static GATE: LazyLock<Result<Gate, AccessError>> = LazyLock::new(Gate::built_in);

#[expect(clippy::panic, reason = "without the gate no test can go on")]
pub fn gate() -> &'static Gate {
    match &*GATE {
        Ok(gate) => gate,
        Err(error) => panic!("{error}"),
    }
}

/// An office and those above it, nearest first.
pub fn above(office: &str) -> Vec<String> {
    let above: &[&str] = match office {
        "S1" => &["C1", "D1", "R1", "P1", "PK"],
        "S2" => &["C2", "D1", "R1", "P1", "PK"],
        "S9" => &["C9", "D9", "R1", "P1", "PK"],
        "C1" | "C2" | "CRT-D1" | "PRS-D1" | "CRO-D1" | "JAIL-D1" => &["D1", "R1", "P1", "PK"],
        "CRT-D9" => &["D9", "R1", "P1", "PK"],
        "D1" | "D9" => &["R1", "P1", "PK"],
        "R1" | "LAB-P1" => &["P1", "PK"],
        "P1" => &["PK"],
        _ => &[],
    };
    above.iter().map(|code| (*code).to_owned()).collect()
}

pub const OFFICES: &[&str] =
    &["S1", "S2", "S9", "C1", "C2", "CRT-D1", "PRS-D1", "CRO-D1", "CRT-D9", "D1", "D9", "R1", "P1", "PK"];

/// Where an officer of this role is usually posted, and the usual rank.
pub fn actor(role: Role) -> Actor {
    let (office, rank_order) = match role {
        Role::FrontDesk => ("S1", 0),
        Role::Moharrar => ("S1", 2),
        Role::DutyOfficer => ("S1", 3),
        Role::Io => ("S1", 4),
        Role::Sho => ("S1", 5),
        Role::Sdpo => ("C1", 6),
        Role::Dpo => ("D1", 8),
        Role::Rpo => ("R1", 9),
        Role::Igp => ("P1", 11),
        Role::Cro => ("CRO-D1", 4),
        Role::Prosecutor => ("PRS-D1", 0),
        Role::Court => ("CRT-D1", 0),
        Role::Prison => ("JAIL-D1", 0),
        Role::Fsl => ("LAB-P1", 0),
        Role::Auditor => ("P1", 0),
        Role::Analyst | Role::Administrator => ("D1", 0),
    };
    at(role, office, rank_order, &format!("O-{role}"))
}

pub fn at(role: Role, office: &str, rank_order: i64, officer: &str) -> Actor {
    Actor {
        officer: officer.to_owned(),
        role,
        rank_order,
        office: office.to_owned(),
        scope: above(office),
        woman: false,
        juvenile_trained: false,
    }
}

pub fn row(kind: ResourceKind, office: &str) -> Resource {
    Resource::plain(kind, office, above(office))
}

/// A report of station S1 investigated by the usual investigating officer.
pub fn fir() -> Resource {
    Resource { io: Some("O-io".to_owned()), ..row(ResourceKind::Fir, "S1") }
}

/// The kind of record on which an action is usually done.
pub fn usual_kind(action: Action) -> ResourceKind {
    use Action as A;
    match action {
        A::OpenDayAfterFault
        | A::WriteDiary
        | A::OpenDiary
        | A::CloseDiary
        | A::WriteNonCognizable
        | A::WriteRefusal => ResourceKind::Diary,
        A::LodgeCustody | A::ReleaseCustody | A::ReadDiary => ResourceKind::Diary,
        A::MoveCash | A::ReadRegister | A::ExportRegister => ResourceKind::Register,
        A::KeepBook => ResourceKind::Register,
        A::WriteMinute => ResourceKind::Register,
        A::WriteVillageNote => ResourceKind::Register,
        A::KeepProperty => ResourceKind::Register,
        A::OrderProperty => ResourceKind::Register,
        A::KeepArms => ResourceKind::Register,
        A::HandOverCharge => ResourceKind::Register,
        A::CountersignCharge => ResourceKind::Register,
        A::ListAbsconder => ResourceKind::Register,
        A::StrikeAbsconder => ResourceKind::Register,
        A::OrderSurveillance => ResourceKind::Register,
        A::VisitWatched => ResourceKind::Register,
        A::HoldInquest => ResourceKind::Register,
        A::ReportMissing | A::RecordJustice | A::CallInformant => ResourceKind::Register,
        A::AppointStaff | A::RelieveStaff | A::ReadStaff | A::ManageAccounts => ResourceKind::Staff,
        A::OpenOffice | A::ReadMetrics => ResourceKind::Office,
        A::SearchPrints | A::ExaminePrints | A::JoinPersons => ResourceKind::Office,
        A::MakeLineup | A::SearchLooks => ResourceKind::Office,
        A::ImportLegacy | A::ReadLegacy => ResourceKind::Legacy,
        A::ReadStatute | A::ReadUnverified => ResourceKind::Statute,
        A::ReadAudit => ResourceKind::Audit,
        A::ReadJournal | A::ExportJournal | A::ReadCheckpoint => ResourceKind::Journal,
        A::ReadHome => ResourceKind::Home,
        A::UseDraft => ResourceKind::Draft,
        _ => ResourceKind::Fir,
    }
}
