//! Who says to be whom, believed until the act itself is written. A claim is made from what an earlier request read;
//! the act's own transaction asks whether the officer still stands so, and writes nothing where not. So an act needs
//! no reading of session and posting before it, and a session ended, an account closed or an officer relieved, here
//! or at another node, stops the very next act.

use roznamcha_store::{Receipt, Standing};
use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use crate::sessions::SEEN_EVERY_MS;
use crate::{Caller, DoorError, NewAct, Purpose, Records, totp};

/// Sessions remembered, at most; beyond, all are forgotten and read again.
const MOST: usize = 5_000;

/// A session's officer as last read, not yet confirmed. It can do nothing but perform an act, which confirms it.
#[derive(Clone)]
pub struct Claim {
    caller: Caller,
    standing: Option<Arc<Standing>>,
    /// The purpose of this one request, and the case.
    stated: Option<(Purpose, String)>,
}

impl Claim {
    /// The same claim with a purpose of reading for this one request.
    #[must_use]
    pub fn for_purpose(mut self, purpose: Purpose, case: &str) -> Self {
        self.caller = self.caller.for_purpose(purpose, case);
        self.stated = Some((purpose, case.to_owned()));
        self
    }
}

/// What was read of a session.
struct Read {
    caller: Caller,
    standing: Arc<Standing>,
    /// When it is to be read again, so that a session in use is noted to be so.
    until_ms: i64,
}

/// The sessions this node has read. It may be thrown away at any moment.
#[derive(Default)]
pub(crate) struct Claims(Mutex<HashMap<String, Read>>);

impl Claims {
    fn lock(&self) -> MutexGuard<'_, HashMap<String, Read>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn keep(&self, caller: &Caller, standing: Standing, now: i64) {
        let mut all = self.lock();
        if all.len() >= MOST {
            all.clear();
        }
        let read =
            Read { caller: caller.clone(), standing: Arc::new(standing), until_ms: now + SEEN_EVERY_MS };
        all.insert(caller.token_hash.clone(), read);
    }

    pub(crate) fn forget(&self, token_hash: &str) {
        self.lock().remove(token_hash);
    }

    fn find(&self, token_hash: &str, request: &str, now: i64) -> Option<Claim> {
        let all = self.lock();
        // A clock that was set back is no reason to believe longer.
        let read = all.get(token_hash).filter(|r| now <= r.until_ms && r.until_ms <= now + SEEN_EVERY_MS)?;
        let mut caller = read.caller.clone();
        request.clone_into(&mut caller.request);
        Some(Claim { caller, standing: Some(Arc::clone(&read.standing)), stated: None })
    }
}

impl Records {
    /// The officer behind a session token as last read, or read now. Good for [`Records::perform_claimed`] only.
    ///
    /// # Errors
    /// As [`Records::caller`].
    pub async fn claim(&self, token: &str, request: &str) -> Result<Claim, DoorError> {
        let (token_hash, now) = (totp::digest(token), self.clock.now().millis());
        let known = self.claims.find(&token_hash, request, now);
        if let Some(claim) =
            known.filter(|c| !c.standing.as_ref().is_none_or(|s| self.is_over(&s.session, now)))
        {
            return Ok(claim);
        }
        let caller = self.caller_of(&token_hash, request).await?;
        Ok(Claim { caller, standing: None, stated: None })
    }

    /// Reads anew who is behind a claim: before anything is answered but an act that was written or refused.
    ///
    /// # Errors
    /// As [`Records::caller`]; [`DoorError::NotAllowed`] when the password must be changed first.
    pub async fn confirm(&self, claim: &Claim) -> Result<Caller, DoorError> {
        let caller = match &claim.standing {
            None => claim.caller.clone(),
            Some(_) => {
                let caller = self.caller_of(&claim.caller.token_hash, &claim.caller.request).await?;
                match &claim.stated {
                    Some((purpose, case)) => caller.for_purpose(*purpose, case),
                    None => caller,
                }
            }
        };
        if caller.must_change {
            return Err(DoorError::NotAllowed { key: "password-first".to_owned() });
        }
        Ok(caller)
    }

    /// Performs an act as [`Records::perform`] does. A claim made from memory is tried at once; whatever does not
    /// come of it plainly (leave refused, a row not found, an officer who no longer stands so) is asked anew.
    ///
    /// # Errors
    /// As [`Records::confirm`] and [`Records::perform`].
    pub async fn perform_claimed(&self, claim: &Claim, new: NewAct) -> Result<Receipt, DoorError> {
        if let Some(standing) = &claim.standing
            && let Some(outcome) = self.try_at_once(&claim.caller, Arc::clone(standing), &new).await
        {
            return outcome;
        }
        let caller = self.confirm(claim).await?;
        self.perform(&caller, new).await
    }

    async fn try_at_once(
        &self,
        caller: &Caller,
        standing: Arc<Standing>,
        new: &NewAct,
    ) -> Option<Result<Receipt, DoorError>> {
        if caller.must_change {
            return None;
        }
        let place = self.leave_to_write(caller, new).await.ok().flatten()?;
        match self.write(caller, new.clone(), &place, Some(standing)).await {
            Err(DoorError::SignedOut) => None,
            outcome => Some(outcome),
        }
    }
}
