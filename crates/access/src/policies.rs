//! Reading the policies, and refusing a set that does not hold together.

use std::collections::{BTreeMap, BTreeSet};

use cedar_policy::{
    ActionConstraint, Effect, Policy, PolicyId, PolicySet, Schema, ValidationMode, Validator,
};

use crate::AccessError;

/// The prohibitions without which the policies do not load.
pub const NEVER_BEND: &[&str] = &[
    "sealed-need-to-know",
    "juvenile-need-to-know",
    "expunged-stub-only",
    "statistics-never-persons",
    "administrator-no-content",
    "civilian-desk-limits",
    "oversight-never-writes",
    "police-acts-by-police",
    "in-charge-above-constable",
    "not-in-service",
    "purpose-needed",
    "court-order-needed",
];

/// The schema that is built in.
pub(crate) const SCHEMA: &str = include_str!("../policies/schema.cedarschema");

/// The policy files that are built in: name and text.
pub(crate) const FILES: &[(&str, &str)] = &[
    ("00-never.cedar", include_str!("../policies/00-never.cedar")),
    ("10-purpose.cedar", include_str!("../policies/10-purpose.cedar")),
    ("20-station.cedar", include_str!("../policies/20-station.cedar")),
    ("30-command.cedar", include_str!("../policies/30-command.cedar")),
    ("40-justice.cedar", include_str!("../policies/40-justice.cedar")),
    ("50-oversight.cedar", include_str!("../policies/50-oversight.cedar")),
    ("60-everyone.cedar", include_str!("../policies/60-everyone.cedar")),
    ("70-fields.cedar", include_str!("../policies/70-fields.cedar")),
];

/// One policy, as an officer reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyInfo {
    /// Its id, as named in decisions and audit rows.
    pub id: String,
    /// The file it stands in.
    pub file: String,
    /// `true` for a prohibition, which beats every permission.
    pub forbids: bool,
    /// What it says and why, for a police officer.
    pub why: String,
    /// The law it follows; "(to be verified)" where nobody has checked it against the text.
    pub law: String,
    /// For a prohibition, the key under which the reason of a denial is told to the user.
    pub key: Option<String>,
    /// Whether it is about the purpose only.
    pub about_purpose: bool,
}

/// The schema, and every policy under its own id.
#[derive(Debug)]
pub(crate) struct Loaded {
    pub(crate) schema: Schema,
    pub(crate) policies: Vec<Policy>,
    pub(crate) infos: BTreeMap<String, PolicyInfo>,
}

/// Reads schema and policies and checks them: explained, unique, valid, and none of [`NEVER_BEND`] missing.
pub(crate) fn load(schema: &str, files: &[(&str, &str)]) -> Result<Loaded, AccessError> {
    let (schema, _warnings) =
        Schema::from_cedarschema_str(schema).map_err(|e| AccessError::Schema { reason: e.to_string() })?;
    let mut policies = Vec::new();
    let mut infos = BTreeMap::new();
    for (file, text) in files {
        let set = text.parse::<PolicySet>().map_err(|e| AccessError::Text {
            file: (*file).to_owned(),
            reason: e.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "),
        })?;
        for policy in set.policies() {
            let info = explain(file, policy)?;
            policies.push(policy.new_id(PolicyId::new(&info.id)));
            if let Some(twice) = infos.insert(info.id.clone(), info) {
                return Err(AccessError::DuplicateId { id: twice.id });
            }
        }
    }
    validate(&schema, &policies)?;
    for id in NEVER_BEND.iter().copied() {
        if !infos.get(id).is_some_and(|p| p.forbids) {
            return Err(AccessError::NeverBends { id });
        }
    }
    Ok(Loaded { schema, policies, infos })
}

fn explain(file: &str, policy: &Policy) -> Result<PolicyInfo, AccessError> {
    let said = |name: &str| policy.annotation(name).map(str::trim).filter(|text| !text.is_empty());
    let needed = |name: &'static str| {
        said(name).map(str::to_owned).ok_or_else(|| AccessError::Unexplained {
            file: file.to_owned(),
            annotation: name,
            policy: said("id").map_or_else(|| policy.to_string().chars().take(80).collect(), str::to_owned),
        })
    };
    let forbids = policy.effect() == Effect::Forbid;
    Ok(PolicyInfo {
        id: needed("id")?,
        file: file.to_owned(),
        forbids,
        why: needed("why")?,
        law: needed("law")?,
        key: if forbids { Some(needed("key")?) } else { None },
        about_purpose: said("about") == Some("purpose"),
    })
}

fn validate(schema: &Schema, policies: &[Policy]) -> Result<(), AccessError> {
    let set = set_of(policies)?;
    let result = Validator::new(schema.clone()).validate(&set, ValidationMode::Strict);
    let complaints: Vec<String> = result
        .validation_errors()
        .map(ToString::to_string)
        .chain(result.validation_warnings().map(ToString::to_string))
        .collect();
    if complaints.is_empty() { Ok(()) } else { Err(AccessError::Invalid { reason: complaints.join("; ") }) }
}

/// A policy set of these policies, whose ids are already distinct.
pub(crate) fn set_of<'a>(policies: impl IntoIterator<Item = &'a Policy>) -> Result<PolicySet, AccessError> {
    PolicySet::from_policies(policies.into_iter().cloned())
        .map_err(|e| AccessError::Invalid { reason: e.to_string() })
}

/// Whether a policy's head can match an action that has these names: its own and those of its groups.
pub(crate) fn concerns(policy: &Policy, names: &BTreeSet<String>) -> bool {
    match policy.action_constraint() {
        ActionConstraint::Any => true,
        ActionConstraint::Eq(uid) => names.contains(uid.id().unescaped()),
        ActionConstraint::In(uids) => uids.iter().any(|uid| names.contains(uid.id().unescaped())),
    }
}
