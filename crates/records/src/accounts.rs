//! Accounts: made and closed by an administrator, changed by their officer.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_store::Account;

use crate::open::enrolment;
use crate::{Caller, DoorError, Records, SignInError, password, totp};

/// A new account, to be handed over once.
#[derive(Clone, Debug)]
pub struct NewAccount {
    /// The officer.
    pub officer: String,
    /// The password to begin with; must be changed at the first sign-in.
    pub password: String,
}

/// A second factor being enrolled.
#[derive(Clone, Debug)]
pub struct TotpEnrolment {
    /// The secret, base32, to type into an authenticator application.
    pub secret: String,
    /// The same as a URI, for a QR code.
    pub uri: String,
}

impl Records {
    pub(crate) async fn hashed(&self, password: &str) -> Result<String, DoorError> {
        let (typed, kib) = (password.to_owned(), self.options.argon2_kib);
        let hash = tokio::task::spawn_blocking(move || password::hash(&typed, kib)).await;
        hash.map_err(|e| DoorError::Defect(e.to_string()))?
    }

    /// Makes or resets the account of an officer posted below the administrator.
    pub async fn make_account(&self, caller: &Caller, officer: &str) -> Result<NewAccount, DoorError> {
        let posted = self.posted(officer, "").await?.ok_or(DoorError::NotFound)?;
        let row = self.at(ResourceKind::Staff, posted.office());
        let permit = self.ask(caller, Action::ManageAccounts, &row, officer).await?;
        let outcome = self.reset(officer).await;
        self.finish(permit, outcome, |_| 1).await
    }

    async fn reset(&self, officer: &str) -> Result<NewAccount, DoorError> {
        let bytes: [u8; 9] = totp::random()?;
        let password: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
        let account = Account {
            officer: officer.to_owned(),
            password: self.hashed(&password).await?,
            totp: None,
            totp_step: 0,
            recovery: Vec::new(),
            must_change: true,
            disabled: false,
            changed_ms: self.clock.now().millis(),
        };
        self.store.put_account(&account).await?;
        self.store.end_sessions_of(officer).await?;
        Ok(NewAccount { officer: officer.to_owned(), password })
    }

    /// Closes or opens an account; closing ends its sessions at once.
    pub async fn set_disabled(
        &self,
        caller: &Caller,
        officer: &str,
        disabled: bool,
    ) -> Result<(), DoorError> {
        let posted = self.posted(officer, "").await?;
        let office = posted.map_or_else(|| caller.office().to_owned(), |p| p.office().to_owned());
        let row = self.at(ResourceKind::Staff, &office);
        let permit = self.ask(caller, Action::ManageAccounts, &row, officer).await?;
        let outcome = async {
            let mut account = self.store.account(officer).await?.ok_or(DoorError::NotFound)?;
            account.disabled = disabled;
            self.store.put_account(&account).await?;
            self.store.end_sessions_of(officer).await?;
            Ok(())
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |()| 1).await
    }

    /// The officer changes his own password; every other session of his ends.
    ///
    /// # Errors
    /// [`SignInError::Wrong`] for a wrong old password, [`SignInError::Locked`] after too many; `Fields` refusal for a
    /// weak new one.
    pub async fn change_password(&self, caller: &Caller, old: &str, new: &str) -> Result<(), SignInError> {
        let mut account = self.owner(caller, old).await?;
        if let Some(code) = password::fault(new, caller.officer()) {
            let fault = roznamcha_acts::FieldFault { field: "new".to_owned(), code: code.to_owned() };
            return Err(DoorError::Refused(roznamcha_acts::Refusal::Fields { faults: vec![fault] }).into());
        }
        account.password = self.hashed(new).await?;
        account.must_change = false;
        account.changed_ms = self.clock.now().millis();
        let session = self.store.session(&caller.token_hash).await?;
        self.store.end_sessions_of(caller.officer()).await?;
        self.store.put_account(&account).await?;
        if let Some(session) = session {
            self.store.put_session(&session).await?;
        }
        Ok(())
    }

    /// Begins to enrol a second factor: a secret to put into an authenticator application. The password is asked for
    /// again: whoever finds a session open must not be able to put his own telephone in the officer's place.
    ///
    /// # Errors
    /// [`SignInError::Wrong`] for a wrong password, [`SignInError::Locked`] after too many.
    pub async fn begin_totp(&self, caller: &Caller, password: &str) -> Result<TotpEnrolment, SignInError> {
        self.owner(caller, password).await?;
        let secret = totp::new_secret()?;
        let uri = totp::uri(caller.officer(), &secret);
        let kept = self.vault.seal(caller.officer(), &secret)?;
        self.store.put_mark(&enrolment(caller.officer()), &kept).await?;
        Ok(TotpEnrolment { secret, uri })
    }

    /// Completes it with a first code; gives the recovery codes, shown once.
    ///
    /// # Errors
    /// [`SignInError::Wrong`] when the code is not of that secret.
    pub async fn confirm_totp(&self, caller: &Caller, code: &str) -> Result<Vec<String>, SignInError> {
        let mark = enrolment(caller.officer());
        let kept = self.store.mark(&mark).await?.filter(|s| !s.is_empty());
        let kept = kept.ok_or(DoorError::NotFound)?;
        let secret = self.vault.open(caller.officer(), &kept).map_err(DoorError::from)?;
        let step = totp::step_of(&secret, code.trim(), self.clock.now(), 0).ok_or(SignInError::Wrong)?;
        let account = self.store.account(caller.officer()).await?;
        let mut account = account.ok_or(DoorError::SignedOut)?;
        let (codes, hashes) = totp::recovery_codes()?;
        account.totp = Some(kept);
        account.totp_step = step;
        account.recovery = hashes;
        self.store.put_account(&account).await?;
        self.store.put_mark(&mark, "").await?;
        Ok(codes)
    }

    /// The account of whoever is signed in, once his password was typed again. Failures count towards the lock as at
    /// the door: a session found open is no place to guess at leisure.
    async fn owner(&self, caller: &Caller, password: &str) -> Result<Account, SignInError> {
        let now = self.clock.now().millis();
        let since = now - self.options.lock_minutes * 60_000;
        if self.store.failures_since(caller.officer(), since).await? >= self.options.lock_after {
            return Err(SignInError::Locked { minutes: self.options.lock_minutes });
        }
        let account = self.store.account(caller.officer()).await?;
        if !self.password_right(account.as_ref(), password).await? {
            return Err(self.failed_attempt(caller.officer(), "account", now).await?);
        }
        Ok(account.ok_or(DoorError::SignedOut)?)
    }
}
