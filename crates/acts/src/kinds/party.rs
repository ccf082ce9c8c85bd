//! A person as a station records him: name, father or husband, identifiers as typed. No caste, no religion.

use serde::{Deserialize, Serialize};

use crate::refusal::Faults;
use crate::text;

/// Whose child or wife.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RelationKind {
    /// ولد
    SonOf,
    /// بنت
    DaughterOf,
    /// زوجہ
    WifeOf,
    /// بیوہ
    WidowOf,
}

/// Half the key of identity: father's or husband's name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Relation {
    /// Which relation.
    pub kind: RelationKind,
    /// The father's or husband's name.
    pub name: String,
}

/// As on the identity card.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Gender {
    /// Male.
    Male,
    /// Female.
    Female,
    /// X, as the law of 2018 allows.
    X,
}

/// A person named in an act.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Party {
    /// Name as spoken, in either script. May be empty for an unknown accused.
    pub name: String,
    /// Father or husband.
    pub relation: Option<Relation>,
    /// Alias (عرف).
    pub alias: Option<String>,
    /// Identity card number, 13 digits without dashes.
    pub cnic: Option<String>,
    /// Telephone, digits with an optional leading `+`.
    pub phone: Option<String>,
    /// Residence.
    pub address: Option<String>,
    /// Gender.
    pub gender: Option<Gender>,
    /// Age in years.
    pub age: Option<u8>,
}

impl Party {
    /// Whether both show the same identity card.
    pub(crate) fn has_card_of(&self, other: &Self) -> bool {
        let digits = |party: &Self| {
            let card = party.cnic.as_deref().unwrap_or_default();
            card.chars().filter(char::is_ascii_digit).collect::<String>()
        };
        let card = digits(self);
        !card.is_empty() && card == digits(other)
    }

    /// Notes what cannot stand. `named` when a name must be given.
    pub(crate) fn check(&self, faults: &mut Faults, path: &str, named: bool) {
        let field = |name: &str| format!("{path}.{name}");
        if named {
            text::name(faults, &field("name"), &self.name);
        } else {
            text::line(faults, &field("name"), &self.name);
        }
        if let Some(relation) = &self.relation {
            text::name(faults, &field("relation"), &relation.name);
        }
        for (name, value) in [("alias", &self.alias), ("address", &self.address)] {
            if let Some(value) = value {
                text::line(faults, &field(name), value);
            }
        }
        text::cnic(faults, &field("cnic"), &self.cnic);
        text::phone(faults, &field("phone"), &self.phone);
        faults.when(self.age.is_some_and(|a| a > 130), &field("age"), "fault-age");
    }

    /// Under eighteen, as far as the age is known.
    pub fn is_child(&self) -> bool {
        self.age.is_some_and(|age| age < 18)
    }

    /// A woman, by what is recorded of her.
    pub fn is_woman(&self) -> bool {
        use RelationKind::{DaughterOf, WidowOf, WifeOf};
        let related = self.relation.as_ref().is_some_and(|r| matches!(r.kind, DaughterOf | WifeOf | WidowOf));
        self.gender == Some(Gender::Female) || (self.gender.is_none() && related)
    }

    /// Name, relation and residence on one line, as the registers write a person.
    pub fn line(&self) -> String {
        let mut parts = vec![self.name.clone()];
        if let Some(relation) = &self.relation {
            let word = match relation.kind {
                RelationKind::SonOf => "ولد",
                RelationKind::DaughterOf => "بنت",
                RelationKind::WifeOf => "زوجہ",
                RelationKind::WidowOf => "بیوہ",
            };
            parts.push(format!("{word} {}", relation.name));
        }
        if let Some(alias) = &self.alias {
            parts.push(format!("عرف {alias}"));
        }
        if let Some(address) = &self.address {
            parts.push(format!("ساکن {address}"));
        }
        parts.join(" ")
    }
}
