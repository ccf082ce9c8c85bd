//! Accounts: made and closed by an administrator, changed by their officer.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_store::Account;

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
    /// [`SignInError::Wrong`] for a wrong old password; `Fields` refusal for a weak new one.
    pub async fn change_password(&self, caller: &Caller, old: &str, new: &str) -> Result<(), SignInError> {
        let account = self.store.account(caller.officer()).await?;
        let mut account = account.ok_or(DoorError::SignedOut)?;
        if !self.password_right(Some(&account), old).await? {
            return Err(SignInError::Wrong);
        }
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

    /// Begins to enrol a second factor: a secret to put into an authenticator application.
    pub async fn begin_totp(&self, caller: &Caller) -> Result<TotpEnrolment, DoorError> {
        let secret = totp::new_secret()?;
        let uri = totp::uri(caller.officer(), &secret);
        // Kept as a mark until a code proves that the application has it.
        self.store.put_mark(&format!("totp/{}", caller.officer()), &secret).await?;
        Ok(TotpEnrolment { secret, uri })
    }

    /// Completes it with a first code; gives the recovery codes, shown once.
    ///
    /// # Errors
    /// [`SignInError::Wrong`] when the code is not of that secret.
    pub async fn confirm_totp(&self, caller: &Caller, code: &str) -> Result<Vec<String>, SignInError> {
        let mark = format!("totp/{}", caller.officer());
        let secret = self.store.mark(&mark).await?.filter(|s| !s.is_empty());
        let secret = secret.ok_or(DoorError::NotFound)?;
        let step = totp::step_of(&secret, code.trim(), self.clock.now(), 0).ok_or(SignInError::Wrong)?;
        let account = self.store.account(caller.officer()).await?;
        let mut account = account.ok_or(DoorError::SignedOut)?;
        let (codes, hashes) = totp::recovery_codes()?;
        account.totp = Some(secret);
        account.totp_step = step;
        account.recovery = hashes;
        self.store.put_account(&account).await?;
        self.store.put_mark(&mark, "").await?;
        Ok(codes)
    }
}
