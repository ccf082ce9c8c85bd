//! Opening the records of a node over a store.

use roznamcha_access::Gate;
use roznamcha_journal::checkpoint::Signer;
use roznamcha_store::{Clock, Store};
use std::sync::{Arc, RwLock};

use crate::claims::Claims;
use crate::cro::Cro;
use crate::permit::Answers;
use crate::vault::Vault;
use crate::{CroOptions, DoorError, FileLimits, LawBook, OfficeTree, Records, password};

/// The node's own keys.
#[derive(Clone)]
pub struct Keys {
    /// Name under which the node signs checkpoints.
    pub name: String,
    /// Ed25519 seed; the key under which second factors are kept is derived from it.
    pub seed: [u8; 32],
}

/// What an administrator may set; each has a default.
#[derive(Clone, Debug)]
pub struct Options {
    /// Minutes without use after which a session ends (30).
    pub idle_minutes: i64,
    /// Hours after which the officer signs in again (12).
    pub session_hours: i64,
    /// Failed sign-ins that lock an account (5).
    pub lock_after: u32,
    /// Minutes within which they count, and for which the lock holds (15).
    pub lock_minutes: i64,
    /// Argon2id memory in KiB (19456: OWASP's first choice).
    pub argon2_kib: u32,
    /// Limits of files.
    pub files: FileLimits,
    /// How lists of candidates are made.
    pub cro: CroOptions,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            idle_minutes: 30,
            session_hours: 12,
            lock_after: 5,
            lock_minutes: 15,
            argon2_kib: 19_456,
            files: FileLimits::default(),
            cro: CroOptions::default(),
        }
    }
}

impl Records {
    /// Opens the records.
    ///
    /// # Errors
    /// [`DoorError::Defect`] when the policies or keys do not load; store errors.
    pub async fn open(
        store: Arc<dyn Store>,
        law: Arc<LawBook>,
        clock: Arc<dyn Clock>,
        keys: Keys,
        options: Options,
    ) -> Result<Self, DoorError> {
        let gate = Gate::built_in().map_err(|e| DoorError::Defect(e.to_string()))?;
        let signer =
            Signer::from_seed(&keys.name, keys.seed).map_err(|e| DoorError::Defect(e.to_string()))?;
        let vault = Vault::new(&keys.seed)?;
        seal_plain(store.as_ref(), &vault).await?;
        let tree = OfficeTree::read(law.statute(), store.as_ref()).await?;
        let nobody = password::hash("nobody has this password", options.argon2_kib)?;
        Ok(Self {
            store,
            gate,
            cro: Cro::of(&keys.name, law.statute())?,
            law,
            clock,
            signer,
            vault,
            offices: RwLock::new(Arc::new(tree)),
            options,
            area: None,
            finishing: tokio::sync::Semaphore::new(2),
            nobody,
            claims: Claims::default(),
            answers: Answers::default(),
        })
    }
}

/// Secrets of one-time codes that an earlier release kept plain are sealed, in whichever database. One whose enrolment
/// was begun and not ended goes: it is begun again.
async fn seal_plain(store: &dyn Store, vault: &Vault) -> Result<(), DoorError> {
    for mut account in store.accounts().await? {
        let begun = enrolment(&account.officer);
        if store.mark(&begun).await?.is_some_and(|kept| !kept.is_empty() && !Vault::is_sealed(&kept)) {
            store.put_mark(&begun, "").await?;
        }
        let Some(plain) = account.totp.take_if(|kept| !Vault::is_sealed(kept)) else { continue };
        account.totp = Some(vault.seal(&account.officer, &plain)?);
        store.put_account(&account).await?;
    }
    Ok(())
}

/// The mark under which a secret waits until a first code proves that the officer has it.
pub(crate) fn enrolment(officer: &str) -> String {
    format!("totp/{officer}")
}
