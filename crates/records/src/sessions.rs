//! Sessions: kept on the server, ended at once, idle for thirty minutes at most.

use roznamcha_access::{Actor, Purpose, Role};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::StaffRow;
use roznamcha_statute::RankCode;
use roznamcha_store::{Offices, Query, Session, Standing};
use serde::{Deserialize, Serialize};

use crate::{Caller, DoorError, Records, totp};

/// What a session carries besides who and since when.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(crate) struct Carried {
    /// Purpose code.
    #[serde(default)]
    pub purpose: String,
    /// The case stated with it.
    #[serde(default)]
    pub case: String,
}

/// How often a session in use is noted to be so.
pub(crate) const SEEN_EVERY_MS: i64 = 60_000;

impl Records {
    /// The officer behind a session token, as posted at this moment.
    ///
    /// # Errors
    /// [`DoorError::SignedOut`] when the session ended, idled out, or the officer is no longer posted.
    pub async fn caller(&self, token: &str, request: &str) -> Result<Caller, DoorError> {
        let token_hash = totp::digest(token);
        self.caller_of(&token_hash, request).await
    }

    /// The same by the token's hash.
    pub(crate) async fn caller_of(&self, token_hash: &str, request: &str) -> Result<Caller, DoorError> {
        let Some(standing) = self.store.standing(token_hash).await? else {
            self.claims.forget(token_hash);
            return Err(DoorError::SignedOut);
        };
        let session = &standing.session;
        let now = self.clock.now().millis();
        if self.is_over(session, now) {
            self.claims.forget(token_hash);
            self.store.end_session(token_hash).await?;
            return Err(DoorError::SignedOut);
        }
        // Once a minute is enough to know whether a session idles.
        if now - session.seen_ms > SEEN_EVERY_MS {
            self.store.touch_session(token_hash, now).await?;
        }
        let caller = self.caller_upon(&standing, request).await?;
        self.claims.keep(&caller, standing, now);
        Ok(caller)
    }

    /// Whether a session has idled out or grown too old.
    pub(crate) fn is_over(&self, session: &Session, now: i64) -> bool {
        let idle = now - session.seen_ms > self.options.idle_minutes * 60_000;
        idle || now - session.started_ms > self.options.session_hours * 3_600_000
    }

    async fn caller_upon(&self, standing: &Standing, request: &str) -> Result<Caller, DoorError> {
        let session = &standing.session;
        let account = standing.account.filter(|a| !a.disabled).ok_or(DoorError::SignedOut)?;
        let carried: Carried = serde_json::from_str(&session.data).unwrap_or_default();
        let bodies = standing.postings.iter().map(String::as_str);
        let mut caller = self.posted_by(bodies, request).await?.ok_or(DoorError::SignedOut)?;
        caller.token_hash.clone_from(&session.token_hash);
        caller.lang.clone_from(&session.lang);
        caller.purpose = carried.purpose.parse::<Purpose>().ok();
        caller.case = carried.case;
        caller.must_change = account.must_change;
        caller.has_totp = account.has_totp;
        Ok(caller)
    }

    /// An officer by his latest posting that has not ended.
    pub(crate) async fn posted(&self, officer: &str, request: &str) -> Result<Option<Caller>, DoorError> {
        let query = Query::of::<StaffRow>("").within(Offices::All).eq("officer", officer).limit(20);
        let rows = self.store.rows(&query).await?;
        self.posted_by(rows.iter().map(|(_, body)| body.as_str()), request).await
    }

    /// An officer by the latest posting among these staff rows.
    async fn posted_by(
        &self,
        bodies: impl Iterator<Item = &str>,
        request: &str,
    ) -> Result<Option<Caller>, DoorError> {
        let mut latest: Option<StaffRow> = None;
        for body in bodies {
            let row = StaffRow::read(body)?;
            let since = |r: &StaffRow| r.current().map(|p| p.from);
            if since(&row).is_some() && latest.as_ref().is_none_or(|l| since(l) < since(&row)) {
                latest = Some(row);
            }
        }
        let Some(row) = latest else { return Ok(None) };
        let Some(posting) = row.current().cloned() else { return Ok(None) };
        let role: Role =
            posting.role.parse().map_err(|_| DoorError::Defect(format!("role {}", posting.role)))?;
        let rank = RankCode::new(posting.rank.clone()).ok().and_then(|c| self.statute().rank(&c).cloned());
        let office = self.office(&row.office).await?;
        let scope = self.offices().above(&row.office);
        let actor = Actor {
            officer: row.officer.clone(),
            role,
            rank_order: rank.map_or(0, |r| i64::from(r.order)),
            office: row.office.clone(),
            scope,
            woman: row.woman,
            juvenile_trained: row.juvenile_trained,
        };
        Ok(Some(Caller {
            actor,
            rank: posting.rank,
            name_en: row.name_en,
            name_ur: row.name_ur,
            belt_no: row.belt_no,
            province: office.province,
            token_hash: String::new(),
            lang: "ur".to_owned(),
            purpose: None,
            case: String::new(),
            request: request.to_owned(),
            must_change: false,
            has_totp: false,
        }))
    }

    async fn update_session(
        &self,
        caller: &Caller,
        change: impl FnOnce(&mut Session),
    ) -> Result<(), DoorError> {
        let session = self.store.session(&caller.token_hash).await?;
        let mut session = session.ok_or(DoorError::SignedOut)?;
        change(&mut session);
        self.store.put_session(&session).await?;
        Ok(())
    }

    /// States why the officer reads, and for which case; recorded on every read until changed.
    pub async fn state_purpose(
        &self,
        caller: &Caller,
        purpose: Purpose,
        case: &str,
    ) -> Result<(), DoorError> {
        let case: String = case.chars().filter(|c| !c.is_control()).take(100).collect();
        let carried = Carried { purpose: purpose.as_str().to_owned(), case };
        let data = serde_json::to_string(&carried).map_err(|e| DoorError::Defect(e.to_string()))?;
        self.update_session(caller, |s| s.data = data).await
    }

    /// Changes the language of the officer's pages.
    pub async fn set_lang(&self, caller: &Caller, lang: &str) -> Result<(), DoorError> {
        let lang = if lang == "en" { "en" } else { "ur" };
        self.update_session(caller, |s| lang.clone_into(&mut s.lang)).await
    }

    /// Signs out: the session ends at once.
    pub async fn sign_out(&self, caller: &Caller) -> Result<(), DoorError> {
        Ok(self.store.end_session(&caller.token_hash).await?)
    }
}
