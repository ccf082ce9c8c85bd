//! One action, or one field, with the policies that can speak of it.

use std::collections::{BTreeSet, HashSet};

use cedar_policy::{Entity, EntityUid, Policy, PolicySet};

use crate::AccessError;
use crate::entities::Types;
use crate::policies::{self, Loaded};

/// One action or field of the schema with the few policies that can speak of it.
#[derive(Debug)]
pub(crate) struct Verb {
    pub(crate) uid: EntityUid,
    pub(crate) entity: Entity,
    pub(crate) groups: BTreeSet<String>,
    pub(crate) kinds: HashSet<String>,
    pub(crate) policies: PolicySet,
    /// The same without those about the purpose: would it be allowed, had a fitting purpose been stated?
    pub(crate) but_for_purpose: PolicySet,
}

impl Verb {
    /// Picks from all policies those whose head can match: the rest could not change the answer.
    pub(crate) fn new(
        loaded: &Loaded,
        types: &Types,
        name: &str,
        word: &'static str,
    ) -> Result<Self, AccessError> {
        let unknown = || AccessError::UnknownToSchema { word };
        let uid = types.action(name);
        let known =
            loaded.schema.action_entities().map_err(|e| AccessError::Schema { reason: e.to_string() })?;
        let entity = known.get(&uid).ok_or_else(unknown)?.clone();
        let groups: BTreeSet<String> =
            known.ancestors(&uid).into_iter().flatten().map(|g| g.id().unescaped().to_owned()).collect();
        let kinds: HashSet<String> = loaded
            .schema
            .request_envs()
            .filter(|env| *env.action() == uid)
            .map(|env| env.resource().to_string())
            .collect();
        let mut names = groups.clone();
        names.insert(name.to_owned());
        let relevant = || loaded.policies.iter().filter(|p| policies::concerns(p, &names));
        let about_purpose = |p: &&Policy| p.annotation("about") == Some("purpose");
        Ok(Self {
            uid,
            entity,
            groups,
            kinds,
            policies: policies::set_of(relevant())?,
            but_for_purpose: policies::set_of(relevant().filter(|p| !about_purpose(p)))?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Action, Field};

    #[test]
    fn no_policy_is_left_out_of_every_verb() {
        let loaded = policies::load(policies::SCHEMA, policies::FILES).unwrap();
        let types = Types::new().unwrap();
        let mut left: BTreeSet<String> = loaded.infos.keys().cloned().collect();
        let names =
            Action::ALL.iter().map(|a| a.as_str().to_owned()).chain(Field::ALL.iter().map(|f| f.see()));
        for name in names {
            let verb = Verb::new(&loaded, &types, &name, "any").unwrap();
            assert!(!verb.kinds.is_empty(), "`{name}` applies to no kind of record");
            for policy in verb.policies.policies() {
                left.remove(AsRef::<str>::as_ref(policy.id()));
            }
        }
        assert_eq!(left, BTreeSet::new());
    }
}
