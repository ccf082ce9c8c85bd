//! The address at which an officer's calendar program fetches his deadlines. It cannot sign in, so the address itself
//! is the key: long, random, kept only as a hash, and replaced at once when the officer asks for a new one.

use crate::{Caller, DeadlineBoard, DoorError, Records, totp};

/// Letters of an address's key.
const KEY_LETTERS: usize = 64;

fn by_key(key: &str) -> String {
    format!("calendar/{}", totp::digest(key))
}

fn of_officer(officer: &str) -> String {
    format!("calendar-of/{officer}")
}

impl Records {
    /// A new key for the officer's calendar; the one before it opens nothing any more.
    ///
    /// # Errors
    /// Store errors.
    pub async fn new_calendar(&self, caller: &Caller) -> Result<String, DoorError> {
        let bytes: [u8; KEY_LETTERS / 2] = totp::random()?;
        let key: String = bytes.iter().map(|b| format!("{b:02x}")).collect();
        self.end_calendar(caller).await?;
        self.store.put_mark(&by_key(&key), caller.officer()).await?;
        self.store.put_mark(&of_officer(caller.officer()), &by_key(&key)).await?;
        Ok(key)
    }

    /// Whether the officer has a calendar address.
    ///
    /// # Errors
    /// Store errors.
    pub async fn has_calendar(&self, caller: &Caller) -> Result<bool, DoorError> {
        Ok(self.store.mark(&of_officer(caller.officer())).await?.is_some_and(|m| !m.is_empty()))
    }

    /// Ends the officer's calendar address, at once.
    ///
    /// # Errors
    /// Store errors.
    pub async fn end_calendar(&self, caller: &Caller) -> Result<(), DoorError> {
        let own = of_officer(caller.officer());
        if let Some(before) = self.store.mark(&own).await?.filter(|m| !m.is_empty()) {
            self.store.put_mark(&before, "").await?;
            self.store.put_mark(&own, "").await?;
        }
        Ok(())
    }

    /// The deadlines behind a calendar address, in the officer's name and on record as his reading. An officer who is
    /// no longer posted, or whose account is closed, has none.
    ///
    /// # Errors
    /// [`DoorError::NotFound`] for a key that opens nothing; store errors.
    pub async fn calendar(&self, key: &str, request: &str) -> Result<(Caller, DeadlineBoard), DoorError> {
        if key.len() != KEY_LETTERS || !key.bytes().all(|b| b.is_ascii_hexdigit()) {
            return Err(DoorError::NotFound);
        }
        let officer = self.store.mark(&by_key(key)).await?.filter(|o| !o.is_empty());
        let officer = officer.ok_or(DoorError::NotFound)?;
        let account = self.store.account(&officer).await?.ok_or(DoorError::NotFound)?;
        if account.disabled {
            return Err(DoorError::NotFound);
        }
        let caller = self.posted(&officer, request).await?.ok_or(DoorError::NotFound)?;
        let board = self.deadlines(&caller, &self.deadlines_of(&caller)).await?;
        Ok((caller, board))
    }
}
