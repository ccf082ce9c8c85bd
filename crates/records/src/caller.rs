//! Who asks. A [`Caller`] can only be had from a session; its fields cannot be set from outside.

use roznamcha_access::{Actor, Purpose, Role};

/// A signed-in officer, as posted at this moment, with the purpose he stated.
#[derive(Clone, Debug)]
pub struct Caller {
    pub(crate) actor: Actor,
    pub(crate) rank: String,
    pub(crate) name_en: String,
    pub(crate) name_ur: String,
    pub(crate) belt_no: String,
    pub(crate) province: String,
    pub(crate) token_hash: String,
    pub(crate) lang: String,
    pub(crate) purpose: Option<Purpose>,
    pub(crate) case: String,
    pub(crate) request: String,
    pub(crate) must_change: bool,
    pub(crate) has_totp: bool,
}

impl Caller {
    /// The officer's code.
    pub fn officer(&self) -> &str {
        &self.actor.officer
    }

    /// The role.
    pub fn role(&self) -> Role {
        self.actor.role
    }

    /// Code of the rank.
    pub fn rank(&self) -> &str {
        &self.rank
    }

    /// Code of the office.
    pub fn office(&self) -> &str {
        &self.actor.office
    }

    /// Codes of the offices above, nearest first.
    pub fn above(&self) -> &[String] {
        &self.actor.scope
    }

    /// Name in English.
    pub fn name_en(&self) -> &str {
        &self.name_en
    }

    /// Name in Urdu.
    pub fn name_ur(&self) -> &str {
        &self.name_ur
    }

    /// Belt number.
    pub fn belt_no(&self) -> &str {
        &self.belt_no
    }

    /// Province whose law holds at the office.
    pub fn province(&self) -> &str {
        &self.province
    }

    /// Language of the pages: `en` or `ur`.
    pub fn lang(&self) -> &str {
        &self.lang
    }

    /// The purpose stated, if any.
    pub fn purpose(&self) -> Option<Purpose> {
        self.purpose
    }

    /// The case stated with it.
    pub fn case(&self) -> &str {
        &self.case
    }

    /// Whether the password must be changed before anything else.
    pub fn must_change_password(&self) -> bool {
        self.must_change
    }

    /// Whether the second factor is enrolled.
    pub fn has_totp(&self) -> bool {
        self.has_totp
    }

    /// The same caller with another purpose for this one request (an API client states it per request).
    pub fn for_purpose(mut self, purpose: Purpose, case: &str) -> Self {
        self.purpose = Some(purpose);
        case.clone_into(&mut self.case);
        self
    }
}
