//! What only the machine's own administrator does, at its console: set up, back up, rebuild, check. None of it is
//! reachable from pages or API.

use roznamcha_access::{Actor, Role};
use roznamcha_store::{Account, Drift};
use std::io::{BufRead, Write};

use crate::journals::Content;
use crate::vault::Vault;
use crate::{Caller, DoorError, Records, totp};
use roznamcha_journal::Hash;

/// The console of the machine. Only the entry binary makes one.
pub struct System<'a>(pub(crate) &'a Records);

impl Records {
    /// The machine's console.
    pub fn system(&self) -> System<'_> {
        System(self)
    }
}

impl System<'_> {
    /// The console as a caller: administrator of the whole country, officer `console`.
    pub fn caller(&self, office: &str) -> Caller {
        let scope = self.0.offices().above(office);
        let province = self.0.offices().get(office).map_or_else(|| "PK".to_owned(), |o| o.province.clone());
        let actor = Actor {
            officer: "console".to_owned(),
            role: Role::Administrator,
            rank_order: 0,
            office: office.to_owned(),
            scope,
            woman: false,
            juvenile_trained: false,
        };
        Caller {
            actor,
            rank: "civilian".to_owned(),
            name_en: "Console".to_owned(),
            name_ur: "کنسول".to_owned(),
            belt_no: "-".to_owned(),
            province,
            token_hash: String::new(),
            lang: "en".to_owned(),
            purpose: None,
            case: String::new(),
            request: "console".to_owned(),
            must_change: false,
            has_totp: true,
        }
    }

    /// An officer as a caller without a session: for the demonstration's simulated year and for benchmarks.
    pub async fn as_officer(&self, officer: &str) -> Result<Caller, DoorError> {
        self.0.posted(officer, "console").await?.ok_or(DoorError::NotFound)
    }

    /// Sets an account: password and, where given, a TOTP secret in base32 (made when `enrol`). Gives the secret.
    pub async fn set_account(
        &self,
        officer: &str,
        password: &str,
        enrol: bool,
    ) -> Result<Option<String>, DoorError> {
        let totp = if enrol { Some(totp::new_secret()?) } else { None };
        let account = Account {
            officer: officer.to_owned(),
            password: self.0.hashed(password).await?,
            totp: totp.as_ref().map(|secret| self.0.vault.seal(officer, secret)).transpose()?,
            totp_step: 0,
            recovery: Vec::new(),
            must_change: false,
            disabled: false,
            changed_ms: self.0.clock.now().millis(),
        };
        self.0.store.put_account(&account).await?;
        Ok(totp)
    }

    /// Offices that have a journal.
    pub async fn journals(&self) -> Result<Vec<String>, DoorError> {
        Ok(self.0.store.journals().await?)
    }

    /// Writes the whole journal of an office, content included.
    pub async fn export(
        &self,
        office: &str,
        content: bool,
        to: &mut (dyn Write + Send),
    ) -> Result<u64, DoorError> {
        self.0.write_export(office, if content { Content::All } else { Content::None }, to).await
    }

    /// Computes every view anew.
    pub async fn rebuild(&self, progress: roznamcha_store::Progress<'_>) -> Result<u64, DoorError> {
        Ok(self.0.store.rebuild(progress).await?)
    }

    /// Checks journals and views; names each difference.
    pub async fn fsck(
        &self,
        limit: usize,
        progress: roznamcha_store::Progress<'_>,
    ) -> Result<Vec<Drift>, DoorError> {
        Ok(self.0.store.fsck(limit, progress).await?)
    }

    /// A hash over everything kept and computed.
    pub async fn state_hash(&self) -> Result<Hash, DoorError> {
        Ok(self.0.store.state_hash().await?)
    }

    /// Backs up everything kept.
    pub async fn backup(&self, to: Box<dyn Write + Send>) -> Result<u64, DoorError> {
        Ok(self.0.store.dump(to).await?)
    }

    /// Restores a backup into an empty store.
    pub async fn restore(
        &self,
        from: Box<dyn BufRead + Send>,
        progress: roznamcha_store::Progress<'_>,
    ) -> Result<u64, DoorError> {
        let read = self.0.store.load(from, progress).await?;
        self.0.refresh_offices().await?;
        Ok(read)
    }

    /// Of the second factors kept, how many this node's key opens, and how many there are.
    pub async fn second_factors(&self) -> Result<(usize, usize), DoorError> {
        let accounts = self.0.store.accounts().await?;
        let kept: Vec<_> = accounts.iter().filter_map(|a| Some((&a.officer, a.totp.as_ref()?))).collect();
        let opens = |(officer, secret): &&(&String, &String)| {
            !Vault::is_sealed(secret) || self.0.vault.open(officer, secret).is_ok()
        };
        Ok((kept.iter().filter(opens).count(), kept.len()))
    }

    /// Marks audit rows that were never completed.
    pub async fn time_out_audit(&self) -> Result<u64, DoorError> {
        let before = self.0.clock.now().millis() - 15 * 60_000;
        Ok(self.0.store.time_out_audit(before).await?)
    }

    /// A mark of the store, as last set.
    pub async fn mark(&self, name: &str) -> Result<Option<String>, DoorError> {
        Ok(self.0.store.mark(name).await?)
    }

    /// Sets a mark.
    pub async fn put_mark(&self, name: &str, value: &str) -> Result<(), DoorError> {
        Ok(self.0.store.put_mark(name, value).await?)
    }

    /// Whether the store answers and can write.
    pub async fn ready(&self) -> Result<(), DoorError> {
        Ok(self.0.store.ready().await?)
    }

    /// Ends writing in good order.
    pub async fn close(&self) -> Result<(), DoorError> {
        Ok(self.0.store.close().await?)
    }
}
