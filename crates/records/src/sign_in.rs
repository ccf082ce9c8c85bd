//! Signing in: password, then the second factor; five failures within fifteen minutes lock the account.

use roznamcha_store::{Account, Attempt, Session};

use crate::{DoorError, Records, password, totp};

/// Signed in.
#[derive(Debug)]
pub struct SignedIn {
    /// The token for the browser's cookie; the server keeps only its hash.
    pub token: String,
    /// The officer.
    pub officer: String,
    /// Whether the password must be changed first.
    pub must_change: bool,
    /// Whether a second factor still has to be enrolled.
    pub must_enrol: bool,
    /// Recovery codes left, when one was used to sign in.
    pub recovery_left: Option<usize>,
}

/// Why the officer is not signed in.
#[derive(Debug, thiserror::Error)]
pub enum SignInError {
    /// Officer, password or code is wrong; which one is not said.
    #[error("the officer's code, the password or the one-time code is wrong")]
    Wrong,
    /// The password is right; the one-time code is missing.
    #[error("the one-time code is needed")]
    CodeNeeded,
    /// Too many failures.
    #[error("too many failures; the account is locked for {minutes} minutes")]
    Locked {
        /// Minutes the lock lasts from the last failure.
        minutes: i64,
    },
    /// The officer is posted nowhere.
    #[error("the officer is not posted to any office")]
    NotPosted,
    /// Something failed.
    #[error(transparent)]
    Door(#[from] DoorError),
}

impl From<roznamcha_store::StoreError> for SignInError {
    fn from(error: roznamcha_store::StoreError) -> Self {
        Self::Door(error.into())
    }
}

impl SignInError {
    /// Message key.
    pub fn key(&self) -> &str {
        match self {
            Self::Wrong => "signin-wrong",
            Self::CodeNeeded => "signin-code-needed",
            Self::Locked { .. } => "signin-locked",
            Self::NotPosted => "signin-not-posted",
            Self::Door(door) => door.key(),
        }
    }
}

enum Second {
    None,
    Step(i64),
    Recovery(String),
}

impl Records {
    /// Signs an officer in. `code` is a one-time code or a recovery code; `from` is where from, for the record.
    ///
    /// # Errors
    /// [`SignInError`]; every failure counts towards the lock, whether or not there is such an officer.
    pub async fn sign_in(
        &self,
        officer: &str,
        password: &str,
        code: &str,
        from: &str,
        lang: &str,
    ) -> Result<SignedIn, SignInError> {
        let officer: String = officer.trim().chars().take(64).collect();
        let now = self.clock.now().millis();
        let since = now - self.options.lock_minutes * 60_000;
        if self.store.failures_since(&officer, since).await? >= self.options.lock_after {
            return Err(SignInError::Locked { minutes: self.options.lock_minutes });
        }
        let account = self.store.account(&officer).await?;
        let right = self.password_right(account.as_ref(), password).await?;
        let Some(account) = account.filter(|a| right && !a.disabled) else {
            return Err(self.failed_attempt(&officer, from, now).await?);
        };
        let second = match self.second_factor(&account, code.trim())? {
            Some(second) => second,
            None if code.trim().is_empty() => return Err(SignInError::CodeNeeded),
            None => return Err(self.failed_attempt(&officer, from, now).await?),
        };
        let caller = self.posted(&officer, "").await?.ok_or(SignInError::NotPosted)?;
        self.store
            .put_attempt(&Attempt { officer: officer.clone(), at_ms: now, ok: true, from: from.to_owned() })
            .await?;
        let recovery_left = self.spend(account.clone(), second).await?;
        let bytes: [u8; 32] = totp::random()?;
        let token: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
        let session = Session {
            token_hash: totp::digest(&token),
            officer: officer.clone(),
            office: caller.office().to_owned(),
            started_ms: now,
            seen_ms: now,
            lang: if lang == "en" { "en" } else { "ur" }.to_owned(),
            data: "{}".to_owned(),
        };
        self.store.put_session(&session).await?;
        let must_enrol = account.totp.is_none();
        Ok(SignedIn { token, officer, must_change: account.must_change, must_enrol, recovery_left })
    }

    /// Checks the password off the async threads; an unknown officer costs the same time.
    pub(crate) async fn password_right(
        &self,
        account: Option<&Account>,
        password: &str,
    ) -> Result<bool, DoorError> {
        let known = account.is_some();
        let kept = account.map_or_else(|| self.nobody.clone(), |a| a.password.clone());
        let typed: String = password.chars().take(200).collect();
        let right = tokio::task::spawn_blocking(move || password::matches(&typed, &kept)).await;
        Ok(known && right.map_err(|e| DoorError::Defect(e.to_string()))?)
    }

    pub(crate) async fn failed_attempt(
        &self,
        officer: &str,
        from: &str,
        now: i64,
    ) -> Result<SignInError, SignInError> {
        let attempt = Attempt { officer: officer.to_owned(), at_ms: now, ok: false, from: from.to_owned() };
        self.store.put_attempt(&attempt).await?;
        let since = now - self.options.lock_minutes * 60_000;
        let failures = self.store.failures_since(officer, since).await?;
        if failures >= self.options.lock_after {
            return Ok(SignInError::Locked { minutes: self.options.lock_minutes });
        }
        Ok(SignInError::Wrong)
    }

    fn second_factor(&self, account: &Account, code: &str) -> Result<Option<Second>, DoorError> {
        let Some(kept) = &account.totp else { return Ok(Some(Second::None)) };
        // A recovery code serves without the node's key: a restored machine may have lost it.
        let hash = totp::digest(&code.to_lowercase());
        if account.recovery.contains(&hash) {
            return Ok(Some(Second::Recovery(hash)));
        }
        if code.is_empty() {
            return Ok(None);
        }
        let secret = self.vault.open(&account.officer, kept)?;
        Ok(totp::step_of(&secret, code, self.clock.now(), account.totp_step).map(Second::Step))
    }

    /// A code serves once.
    async fn spend(&self, mut account: Account, second: Second) -> Result<Option<usize>, DoorError> {
        match second {
            Second::None => Ok(None),
            Second::Step(step) => {
                account.totp_step = step;
                self.store.put_account(&account).await?;
                Ok(None)
            }
            Second::Recovery(hash) => {
                account.recovery.retain(|h| *h != hash);
                self.store.put_account(&account).await?;
                Ok(Some(account.recovery.len()))
            }
        }
    }
}
