//! Actors, rows and purposes in the form in which the policies see them.

use std::collections::{HashMap, HashSet};

use cedar_policy::{Entity, EntityId, EntityTypeName, EntityUid, RestrictedExpression};

use crate::{AccessError, Actor, Purpose, Resource, ResourceKind};

/// The type names of the schema, parsed once.
#[derive(Debug, Clone)]
pub(crate) struct Types {
    area: EntityTypeName,
    role: EntityTypeName,
    purpose: EntityTypeName,
    actor: EntityTypeName,
    action: EntityTypeName,
    kinds: HashMap<ResourceKind, EntityTypeName>,
}

fn type_name(text: &str) -> Result<EntityTypeName, AccessError> {
    text.parse().map_err(|e: cedar_policy::ParseErrors| AccessError::Schema { reason: e.to_string() })
}

fn uid(kind: &EntityTypeName, id: &str) -> EntityUid {
    EntityUid::from_type_name_and_id(kind.clone(), EntityId::new(id))
}

fn reference(uid: EntityUid) -> RestrictedExpression {
    RestrictedExpression::new_entity_uid(uid)
}

impl Types {
    pub(crate) fn new() -> Result<Self, AccessError> {
        let mut kinds = HashMap::new();
        for kind in ResourceKind::ALL {
            kinds.insert(*kind, type_name(kind.as_str())?);
        }
        Ok(Self {
            area: type_name("Area")?,
            role: type_name("Role")?,
            purpose: type_name("Purpose")?,
            actor: type_name("Actor")?,
            action: type_name("Action")?,
            kinds,
        })
    }

    pub(crate) fn action(&self, name: &str) -> EntityUid {
        uid(&self.action, name)
    }

    pub(crate) fn purpose(&self, purpose: Purpose) -> RestrictedExpression {
        reference(uid(&self.purpose, purpose.as_str()))
    }

    /// `None` only for an attribute that cannot be evaluated; the caller then denies.
    pub(crate) fn actor(&self, actor: &Actor) -> Option<Entity> {
        let mut attributes = HashMap::from([
            ("officer".to_owned(), RestrictedExpression::new_string(actor.officer.clone())),
            ("office".to_owned(), reference(uid(&self.area, &actor.office))),
            ("rank".to_owned(), RestrictedExpression::new_long(actor.rank_order)),
            ("woman".to_owned(), RestrictedExpression::new_bool(actor.woman)),
            ("juvenile_trained".to_owned(), RestrictedExpression::new_bool(actor.juvenile_trained)),
        ]);
        if let Some(seat) = actor.scope.first() {
            attributes.insert("seat".to_owned(), reference(uid(&self.area, seat)));
        }
        let parents = HashSet::from([uid(&self.role, actor.role.as_str())]);
        Entity::new(uid(&self.actor, &actor.officer), attributes, parents).ok()
    }

    /// `None` only for a kind or an attribute that cannot be evaluated; the caller then denies.
    pub(crate) fn resource(&self, row: &Resource) -> Option<Entity> {
        let mut attributes = HashMap::from([
            ("office".to_owned(), reference(uid(&self.area, &row.office))),
            ("sealed".to_owned(), RestrictedExpression::new_bool(row.sealed)),
            ("juvenile".to_owned(), RestrictedExpression::new_bool(row.juvenile)),
            ("expunged".to_owned(), RestrictedExpression::new_bool(row.expunged)),
        ]);
        if let Some(io) = &row.io {
            attributes.insert("io".to_owned(), RestrictedExpression::new_string(io.clone()));
        }
        if let Some(by) = &row.created_by {
            attributes.insert("created_by".to_owned(), RestrictedExpression::new_string(by.clone()));
        }
        // The row sits directly in its office and in every office above, so `in` needs no other entity.
        let parents =
            std::iter::once(&row.office).chain(&row.scope).map(|code| uid(&self.area, code)).collect();
        // The row has no name here: the policies decide on its marks, never on which row it is.
        Entity::new(uid(self.kinds.get(&row.kind)?, "row"), attributes, parents).ok()
    }
}

#[cfg(test)]
mod tests {
    use cedar_policy::{Entities, Schema};

    use super::*;
    use crate::{Role, policies};

    #[test]
    fn every_actor_and_row_conforms_to_the_schema() {
        let (schema, _) = Schema::from_cedarschema_str(policies::SCHEMA).unwrap();
        let types = Types::new().unwrap();
        for role in Role::ALL {
            for kind in ResourceKind::ALL {
                let actor = Actor {
                    officer: "O-1".into(),
                    role: *role,
                    rank_order: 3,
                    office: "S1".into(),
                    scope: vec!["D1".into()],
                    woman: true,
                    juvenile_trained: false,
                };
                let mut row = Resource::plain(*kind, "S1", vec!["D1".into(), "P1".into()]);
                row.io = Some("O-1".into());
                row.created_by = Some("O-1".into());
                let both = [types.actor(&actor).unwrap(), types.resource(&row).unwrap()];
                Entities::from_entities(both, Some(&schema)).unwrap();
            }
        }
    }
}
