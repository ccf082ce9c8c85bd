//! The gate: every question of authority is asked here, and only here.

use std::collections::{BTreeMap, HashMap};

use cedar_policy::{Authorizer, Context, Entities, EntityUid, PolicySet, Request};
use serde::{Deserialize, Serialize};

use crate::entities::Types;
use crate::policies::{self, PolicyInfo};
use crate::verb::Verb;
use crate::{AccessError, Action, Actor, Field, FieldSet, Purpose, Resource, ResourceKind};

/// The answer to one question, and the policies that gave it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Whether it is allowed.
    pub allowed: bool,
    /// The ids of the policies that decided, sorted; empty when no policy speaks for the actor.
    pub policies: Vec<String>,
    /// Why not: `purpose-needed`, `purpose-not-yours`, `court-order-needed`, `sealed`, `juvenile`,
    /// `expunged`, `no-persons`, `no-case-content`, `read-only`, `rank-too-low`, `not-in-service`,
    /// `out-of-scope`, `not-your-power`, `wrong-kind`, or `policy-fault`. `None` when allowed.
    ///
    /// A row for which the reason is not about the purpose should be answered as if it were not there:
    /// the reason itself may tell that a sealed case exists.
    pub reason_key: Option<String>,
}

/// What evaluation says, before it is put into words.
struct Verdict {
    allowed: bool,
    policies: Vec<String>,
    fault: bool,
}

/// One officer before one row, in the form in which the policies see them.
struct Scene {
    actor: EntityUid,
    row: EntityUid,
    entities: Entities,
}

/// The policies, read and checked once; answers any number of questions.
#[derive(Debug)]
pub struct Gate {
    types: Types,
    authorizer: Authorizer,
    actions: HashMap<Action, Verb>,
    fields: HashMap<Field, Verb>,
    infos: BTreeMap<String, PolicyInfo>,
}

impl Gate {
    /// The gate of the policies that come with this crate.
    ///
    /// # Errors
    /// As [`Gate::new`]; a test proves that these policies load.
    pub fn built_in() -> Result<Self, AccessError> {
        Self::new(policies::SCHEMA, policies::FILES)
    }

    /// The schema and the policy files (name, text) that come with this crate, to start an edit from.
    pub fn built_in_sources() -> (&'static str, &'static [(&'static str, &'static str)]) {
        (policies::SCHEMA, policies::FILES)
    }

    /// A gate of other policies, given as (file name, text).
    ///
    /// # Errors
    /// When a text cannot be read, a policy has no `@id`, `@why`, `@law` or (a prohibition) `@key`, two have
    /// the same id, one does not fit the schema, or one of [`crate::NEVER_BEND`] is missing.
    pub fn new(schema: &str, files: &[(&str, &str)]) -> Result<Self, AccessError> {
        let loaded = policies::load(schema, files)?;
        let types = Types::new()?;
        let mut actions = HashMap::new();
        for action in Action::ALL {
            actions.insert(*action, Verb::new(&loaded, &types, action.as_str(), action.as_str())?);
        }
        let mut fields = HashMap::new();
        for field in Field::ALL {
            fields.insert(*field, Verb::new(&loaded, &types, &field.see(), field.as_str())?);
        }
        Ok(Self { types, authorizer: Authorizer::new(), actions, fields, infos: loaded.infos })
    }

    /// May this officer do this to this row, for this purpose?
    pub fn decide(
        &self,
        actor: &Actor,
        action: Action,
        row: &Resource,
        purpose: Option<Purpose>,
    ) -> Decision {
        let Some(verb) = self.actions.get(&action) else { return denied("wrong-kind") };
        if !verb.kinds.contains(row.kind.as_str()) {
            return denied("wrong-kind");
        }
        let Some(scene) = self.scene(actor, row, [verb]) else { return denied("policy-fault") };
        match self.evaluate(verb, &verb.policies, &scene, purpose) {
            Some(verdict) if !verdict.fault => {
                let reason_key = if verdict.allowed {
                    None
                } else {
                    let but_for_purpose = self.evaluate(verb, &verb.but_for_purpose, &scene, purpose);
                    let purpose_only = but_for_purpose.is_some_and(|v| v.allows());
                    Some(self.reason(&verdict, purpose_only, in_reach(actor, row)))
                };
                Decision { allowed: verdict.allowed, policies: verdict.policies, reason_key }
            }
            _ => denied("policy-fault"),
        }
    }

    /// The purposes for which this officer may do this to this row; empty if none, or if none is needed.
    pub fn purposes(&self, actor: &Actor, action: Action, row: &Resource) -> Vec<Purpose> {
        if !self.needs_purpose(action) {
            return Vec::new();
        }
        let allowed = |p: &Purpose| self.decide(actor, action, row, Some(*p)).allowed;
        Purpose::ALL.iter().copied().filter(allowed).collect()
    }

    /// Whether this action is refused until a purpose is stated.
    pub fn needs_purpose(&self, action: Action) -> bool {
        self.actions
            .get(&action)
            .is_some_and(|v| v.groups.contains("personal") || v.groups.contains("by_order"))
    }

    /// What of this row the officer may be shown through this action; everything else is masked.
    ///
    /// Assumes that the action was allowed by [`Gate::decide`] with a fitting purpose; is empty if no purpose
    /// could make it allowed.
    pub fn fields(&self, actor: &Actor, action: Action, row: &Resource) -> FieldSet {
        self.shown(actor, action, row).unwrap_or_default()
    }

    fn shown(&self, actor: &Actor, action: Action, row: &Resource) -> Option<FieldSet> {
        let verb = self.actions.get(&action)?;
        if !verb.kinds.contains(row.kind.as_str()) {
            return None;
        }
        let beyond_heading = verb.groups.contains("opens");
        let parts: Vec<(Field, &Verb)> = Field::ALL
            .iter()
            .filter(|field| field.kind() == row.kind)
            .filter_map(|field| Some((*field, self.fields.get(field)?)))
            .filter(|(_, see)| beyond_heading || see.groups.contains("headings"))
            .collect();
        let verbs = std::iter::once(verb).chain(parts.iter().map(|(_, see)| *see));
        let scene = self.scene(actor, row, verbs)?;
        if !self.evaluate(verb, &verb.but_for_purpose, &scene, None)?.allows() {
            return None;
        }
        let visible =
            |see: &Verb| self.evaluate(see, &see.policies, &scene, None).is_some_and(|v| v.allows());
        Some(parts.into_iter().filter(|(_, see)| visible(see)).map(|(field, _)| field).collect())
    }

    /// Every policy, by id, as an officer reads it.
    pub fn policies(&self) -> impl Iterator<Item = &PolicyInfo> {
        self.infos.values()
    }

    /// One policy by its id, as it is named in decisions and audit rows.
    pub fn policy(&self, id: &str) -> Option<&PolicyInfo> {
        self.infos.get(id)
    }

    /// The reason of a denial; `purpose_only` when a fitting purpose would have made it allowed.
    fn reason(&self, verdict: &Verdict, purpose_only: bool, in_reach: bool) -> String {
        let infos = verdict.policies.iter().filter_map(|id| self.infos.get(id));
        let key = infos.filter(|info| info.about_purpose == purpose_only).find_map(|info| info.key.clone());
        match key {
            // Whoever has no business in this office is told nothing about its rows.
            Some(key) if purpose_only || in_reach => key,
            _ if in_reach => "not-your-power".to_owned(),
            _ => "out-of-scope".to_owned(),
        }
    }

    fn scene<'a>(
        &self,
        actor: &Actor,
        row: &Resource,
        verbs: impl IntoIterator<Item = &'a Verb>,
    ) -> Option<Scene> {
        let (actor, row) = (self.types.actor(actor)?, self.types.resource(row)?);
        let (actor_uid, row_uid) = (actor.uid(), row.uid());
        let all = verbs.into_iter().map(|verb| verb.entity.clone()).chain([actor, row]);
        Some(Scene { actor: actor_uid, row: row_uid, entities: Entities::from_entities(all, None).ok()? })
    }

    fn evaluate(
        &self,
        verb: &Verb,
        set: &PolicySet,
        scene: &Scene,
        purpose: Option<Purpose>,
    ) -> Option<Verdict> {
        let context = match purpose {
            Some(p) => Context::from_pairs([("purpose".to_owned(), self.types.purpose(p))]).ok()?,
            None => Context::empty(),
        };
        let (actor, row) = (scene.actor.clone(), scene.row.clone());
        let request = Request::new(actor, verb.uid.clone(), row, context, None).ok()?;
        let response = self.authorizer.is_authorized(&request, set, &scene.entities);
        let mut policies: Vec<String> =
            response.diagnostics().reason().map(|id| AsRef::<str>::as_ref(id).to_owned()).collect();
        policies.sort();
        Some(Verdict {
            allowed: response.decision() == cedar_policy::Decision::Allow,
            policies,
            // The engine skips a policy it cannot evaluate, a prohibition too: so a fault denies.
            fault: response.diagnostics().errors().next().is_some(),
        })
    }
}

impl Verdict {
    const fn allows(&self) -> bool {
        self.allowed && !self.fault
    }
}

fn denied(key: &str) -> Decision {
    Decision { allowed: false, policies: Vec::new(), reason_key: Some(key.to_owned()) }
}

/// Whether the row is of the actor's office, below it, in the district it serves, or the actor's case.
fn in_reach(actor: &Actor, row: &Resource) -> bool {
    let above = |code: &String| row.office == *code || row.scope.contains(code);
    let serves = matches!(actor.role, crate::Role::Court | crate::Role::Prosecutor | crate::Role::Cro);
    above(&actor.office)
        || (serves && actor.scope.first().is_some_and(above))
        || row.io.as_ref().is_some_and(|io| *io == actor.officer)
        || row.kind == ResourceKind::Statute
}
