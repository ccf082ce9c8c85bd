//! What a column is, by its name or because the caller says so.

use std::str::FromStr;

use roznamcha_linkage::{Field, Kind, Roles};
use thiserror::Error;

/// What a column is to linkage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// Part of the person's name; all such columns are one field.
    Name,
    /// The name again, longer.
    LongName,
    /// Father's or husband's name.
    Father,
    /// An identifier that one person has alone.
    Identity,
    /// The same, thirteen digits of which five tell the locality.
    Cnic,
    /// A number that may be shared.
    Phone,
    /// Day of birth.
    Birth,
    /// A code of a place.
    Place,
    /// A postal code.
    Postcode,
    /// Words of an address or a place.
    Address,
    /// Sex.
    Sex,
    /// Another code.
    Code,
    /// Nothing.
    Ignored,
}

/// A text that names no role.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[error(
    "`{0}` is no role: name, long-name, father, identity, cnic, phone, birth, place, postcode, address, sex, code, ignored"
)]
pub struct RoleError(String);

impl FromStr for Role {
    type Err = RoleError;

    fn from_str(text: &str) -> Result<Self, RoleError> {
        Ok(match text {
            "name" => Self::Name,
            "long-name" => Self::LongName,
            "father" => Self::Father,
            "identity" => Self::Identity,
            "cnic" => Self::Cnic,
            "phone" => Self::Phone,
            "birth" => Self::Birth,
            "place" => Self::Place,
            "postcode" => Self::Postcode,
            "address" => Self::Address,
            "sex" => Self::Sex,
            "code" => Self::Code,
            "ignored" => Self::Ignored,
            other => return Err(RoleError(other.to_owned())),
        })
    }
}

impl Role {
    /// What a column of this name is.
    #[must_use]
    pub fn of(column: &str) -> Self {
        match column {
            "given" | "given_name" | "first_name" | "surname" | "last_name" | "name" => Self::Name,
            "full_name" => Self::LongName,
            "father" | "father_name" | "husband" => Self::Father,
            "cnic" => Self::Cnic,
            "soc_sec_id" | "ssn" | "identity" => Self::Identity,
            "phone" | "mobile" => Self::Phone,
            "dob" | "date_of_birth" | "birth" => Self::Birth,
            "district" | "state" | "city" => Self::Place,
            "postcode" | "postcode_fake" | "zip" => Self::Postcode,
            "address" | "address_1" | "address_2" | "suburb" | "birth_place" => Self::Address,
            "gender" | "sex" => Self::Sex,
            "occupation" | "street_number" => Self::Code,
            _ => Self::Ignored,
        }
    }

    fn kind(self) -> Option<Kind> {
        Some(match self {
            Self::Name | Self::Father => Kind::Name,
            Self::LongName | Self::Address => Kind::Words,
            Self::Identity | Self::Phone => Kind::Identifier { local: 0 },
            Self::Cnic => Kind::Identifier { local: 5 },
            Self::Postcode => Kind::Identifier { local: 2 },
            Self::Birth => Kind::Date,
            Self::Place | Self::Sex | Self::Code => Kind::Category,
            Self::Ignored => return None,
        })
    }
}

/// The fields that columns make, and which field each column goes to.
#[derive(Debug, Clone)]
pub(crate) struct Layout {
    pub fields: Vec<Field>,
    pub roles: Vec<Role>,
    /// For each column its field.
    pub goes_to: Vec<Option<usize>>,
}

impl Layout {
    pub fn of(columns: &[(String, Role)]) -> Self {
        let mut out = Self { fields: Vec::new(), roles: Vec::new(), goes_to: Vec::new() };
        for (name, role) in columns {
            let joined =
                (*role == Role::Name).then(|| out.roles.iter().position(|r| *r == Role::Name)).flatten();
            let field = joined.or_else(|| role.kind().map(|kind| out.add(name, *role, kind)));
            out.goes_to.push(field);
        }
        out
    }

    fn add(&mut self, name: &str, role: Role, kind: Kind) -> usize {
        let rarity = match role {
            Role::Name | Role::Father => 0.55,
            Role::LongName | Role::Address | Role::Place | Role::Code => 0.4,
            _ => 0.0,
        };
        let name = if role == Role::Name { "name" } else { name };
        self.fields.push(Field { name: name.to_owned(), kind, rarity });
        self.roles.push(role);
        self.fields.len() - 1
    }

    /// The first field of a role.
    pub fn first(&self, role: Role) -> Option<usize> {
        self.roles.iter().position(|other| *other == role)
    }

    pub fn meaning(&self) -> Roles {
        Roles {
            name: self.first(Role::Name).or_else(|| self.first(Role::LongName)),
            identity: self.first(Role::Cnic).or_else(|| self.first(Role::Identity)),
            sex: self.first(Role::Sex),
            birth: self.first(Role::Birth),
        }
    }
}
