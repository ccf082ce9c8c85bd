//! The node: offices opened, officers posted, accounts made, all through the door.

use jiff::civil::Date;
use roznamcha_access::Role;
use roznamcha_acts::kinds::{Body, OfficeOpen, StaffAppoint};
use roznamcha_acts::{ActId, Moment};
use roznamcha_files::Folder;
use roznamcha_records::{
    Caller, Destroyed, DoorError, FixedClock, Gallery, GalleryError, Keys, LawBook, LedgerError, NewAct,
    Options, Receipt, Records, SignInError,
};
use roznamcha_statute::{StatuteBook, StatuteError};
use roznamcha_store::{SqliteStore, Store, StoreError, sqlite};
use std::path::Path;
use std::sync::Arc;
use uuid::Uuid;

/// The fictional district.
pub const DISTRICT: &str = "PK-PB-TRL";
/// Its first station, where the station roles are posted.
pub const STATION: &str = "TRL-CITY";
/// Its second station.
pub const STATION_2: &str = "TRL-SADAR";
/// Everybody's password.
pub const PASSWORD: &str = "Chinar-tree-47";

/// The node could not be made.
#[derive(Debug, thiserror::Error)]
pub enum TrialError {
    /// The door.
    #[error(transparent)]
    Door(#[from] DoorError),
    /// The store.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The statute book.
    #[error(transparent)]
    Statute(#[from] StatuteError),
    /// Signing in.
    #[error(transparent)]
    SignIn(#[from] SignInError),
    /// The file area.
    #[error(transparent)]
    Area(#[from] roznamcha_files::AreaError),
    /// Files.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// The gallery of prints.
    #[error(transparent)]
    Gallery(#[from] GalleryError),
    /// The ledger of destroyed enrolments.
    #[error(transparent)]
    Ledger(#[from] LedgerError),
}

/// A node and the folder it lives in.
pub struct Node {
    /// The door.
    pub records: Arc<Records>,
    /// Its clock.
    pub clock: Arc<FixedClock>,
    /// The store behind, for tests that look behind the door.
    pub store: Arc<dyn Store>,
    /// The database file's folder.
    pub dir: tempfile::TempDir,
    counter: std::sync::atomic::AtomicU64,
}

/// Rank, office and role of every officer of the trial.
const STAFF: &[(Role, &str, &str)] = &[
    (Role::FrontDesk, "civilian", STATION),
    (Role::Moharrar, "asi", STATION),
    (Role::DutyOfficer, "si", STATION),
    (Role::Io, "si", STATION),
    (Role::Sho, "inspector", STATION),
    (Role::Sdpo, "dsp", DISTRICT),
    (Role::Dpo, "ssp", DISTRICT),
    (Role::Rpo, "dig", "PK-PB"),
    (Role::Igp, "igp", "PK-PB"),
    (Role::Cro, "si", "TRL-CRO"),
    (Role::Analyst, "civilian", DISTRICT),
    (Role::Prosecutor, "civilian", "TRL-PROSECUTION"),
    (Role::Court, "civilian", "TRL-COURT"),
    (Role::Prison, "civilian", "TRL-PRISON"),
    (Role::Fsl, "civilian", "TRL-FSL"),
    (Role::Auditor, "civilian", DISTRICT),
    (Role::Administrator, "civilian", DISTRICT),
];

/// The officer of a role.
pub fn officer_of(role: Role) -> String {
    format!("TRL-{}", role.as_str())
}

impl Node {
    /// A node in a new folder, its clock at 10:00 on 5 January 2026, the station's diary not opened yet.
    ///
    /// # Errors
    /// [`TrialError`].
    pub async fn new() -> Result<Self, TrialError> {
        let dir = tempfile::tempdir()?;
        let clock = Arc::new(FixedClock::new(morning()));
        let store = Self::sqlite(&dir.path().join("node.db"), clock.clone())?;
        Self::over(store, clock, dir).await
    }

    /// A SQLite store under a clock.
    ///
    /// # Errors
    /// [`TrialError`].
    pub fn sqlite(path: &Path, clock: Arc<dyn roznamcha_store::Clock>) -> Result<Arc<dyn Store>, TrialError> {
        let law = Arc::new(LawBook::new(StatuteBook::built_in()?));
        Ok(Arc::new(SqliteStore::open(path, sqlite::Options::new(clock, law))?))
    }

    /// A node over any empty store that has that clock.
    ///
    /// # Errors
    /// [`TrialError`].
    pub async fn over(
        store: Arc<dyn Store>,
        clock: Arc<FixedClock>,
        dir: tempfile::TempDir,
    ) -> Result<Self, TrialError> {
        let law = Arc::new(LawBook::new(StatuteBook::built_in()?));
        let keys = Keys { name: "trial".to_owned(), seed: [7; 32] };
        // A light password hash: tests sign in often. The strength of the real one is a setting with its own default.
        let options = Options { argon2_kib: 64, ..Options::default() };
        let area = Arc::new(Folder::open(&dir.path().join("files"))?);
        let records = Records::open(store.clone(), law, clock.clone(), keys, options).await?.with_area(area);
        let gallery = Gallery::open(&dir.path().join("gallery"))?;
        let records = Arc::new(records.with_gallery(gallery, Destroyed::open(dir.path())?));
        let node = Self { records, clock, store, dir, counter: std::sync::atomic::AtomicU64::new(1) };
        node.furnish().await?;
        Ok(node)
    }

    async fn furnish(&self) -> Result<(), TrialError> {
        let system = self.records.system();
        let open = |code: &str, kind: &str, en: &str, ur: &str| {
            Body::OfficeOpen(OfficeOpen {
                code: code.to_owned(),
                office_kind: kind.to_owned(),
                name_en: en.to_owned(),
                name_ur: ur.to_owned(),
                province: "PB".to_owned(),
                diary_hour: 8,
            })
        };
        let province = system.caller("PK-PB");
        self.act(&province, open(DISTRICT, "district", "Trial (synthetic)", "آزمائش (فرضی)")).await?;
        let district = system.caller(DISTRICT);
        for (code, kind, en, ur) in [
            (STATION, "police_station", "City (synthetic)", "سٹی (فرضی)"),
            (STATION_2, "police_station", "Sadar (synthetic)", "صدر (فرضی)"),
            ("TRL-CRO", "record_office", "Record office (synthetic)", "ریکارڈ آفس (فرضی)"),
            ("TRL-COURT", "court", "Court (synthetic)", "عدالت (فرضی)"),
            ("TRL-PROSECUTION", "prosecution", "Prosecution (synthetic)", "پراسیکیوشن (فرضی)"),
            ("TRL-PRISON", "prison", "Prison (synthetic)", "جیل (فرضی)"),
            ("TRL-FSL", "laboratory", "Laboratory (synthetic)", "لیبارٹری (فرضی)"),
        ] {
            self.act(&district, open(code, kind, en, ur)).await?;
        }
        for (i, (role, rank, office)) in STAFF.iter().enumerate() {
            self.post(&officer_of(*role), *role, rank, office, i).await?;
        }
        self.post("TRL-sho-2", Role::Sho, "inspector", STATION_2, 90).await?;
        self.post("TRL-moharrar-2", Role::Moharrar, "asi", STATION_2, 91).await?;
        self.post("TRL-cro-2", Role::Cro, "inspector", "TRL-CRO", 92).await?;
        Ok(())
    }

    async fn post(
        &self,
        officer: &str,
        role: Role,
        rank: &str,
        office: &str,
        n: usize,
    ) -> Result<(), TrialError> {
        let body = Body::StaffAppoint(StaffAppoint {
            officer: officer.to_owned(),
            name_en: format!("Synthetic {}", role.as_str()),
            name_ur: format!("فرضی افسر {n}"),
            belt_no: format!("{n}T"),
            phone: Some(format!("0300{n:07}")),
            rank: rank.to_owned(),
            role: role.as_str().to_owned(),
            from: Date::constant(2026, 1, 1),
            order_no: format!("TRL/{n}"),
            // The investigating officer is one whom the special regimes let investigate.
            woman: role == Role::Io,
            juvenile_trained: false,
        });
        let system = self.records.system();
        self.act(&system.caller(office), body).await?;
        system.set_account(officer, PASSWORD, false).await?;
        Ok(())
    }

    /// A new act id.
    pub fn id(&self) -> ActId {
        let n = self.counter.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        ActId(Uuid::new_v5(&Uuid::NAMESPACE_OID, &n.to_be_bytes()))
    }

    /// Performs an act now.
    ///
    /// # Errors
    /// The door's.
    pub async fn act(&self, caller: &Caller, body: Body) -> Result<Receipt, DoorError> {
        self.records.perform(caller, NewAct::now(self.id(), body)).await
    }

    /// An officer of a role, without a session.
    ///
    /// # Errors
    /// The door's.
    pub async fn as_role(&self, role: Role) -> Result<Caller, DoorError> {
        self.records.system().as_officer(&officer_of(role)).await
    }

    /// Signs an officer in; gives the token.
    ///
    /// # Errors
    /// Signing in.
    pub async fn token(&self, officer: &str) -> Result<String, SignInError> {
        Ok(self.records.sign_in(officer, PASSWORD, "", "trial", "en").await?.token)
    }

    /// Opens today's diary at the first station.
    ///
    /// # Errors
    /// The door's.
    pub async fn open_day(&self) -> Result<Receipt, DoorError> {
        let moharrar = self.as_role(Role::Moharrar).await?;
        self.act(&moharrar, crate::diary_open(self.records.now().day())).await
    }
}

fn morning() -> Moment {
    // 2026-01-05T10:00:00+05:00
    Moment::from_millis(1_767_589_200_000).unwrap_or_else(|| Moment::new(jiff::Timestamp::UNIX_EPOCH))
}
