//! A statutory form of a case or a station: challan, memo, certificate, note. Whoever fills it gives its blocks in
//! order, headings in both languages; the press sets them all alike.

use serde::{Deserialize, Serialize};

use crate::people::{Office, Officer};
use crate::stamp::Stamp;
use crate::text::{Bilingual, Language, Text};

/// A form, filled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormSheet {
    /// The language that leads; the other stands small beside it.
    pub language: Language,
    /// Police station and district.
    pub office: Office,
    /// The form.
    pub form: Form,
    /// Hash of the act, QR code, print number.
    pub stamp: Stamp,
}

/// What a form says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Form {
    /// What it is called.
    pub title: Bilingual,
    /// Its number in the rules, and the law it is made under.
    pub under: Bilingual,
    /// On a page laid sideways.
    pub sideways: bool,
    /// The line that says which: case, number, day.
    pub head: Vec<Field>,
    /// What it consists of, in order.
    pub blocks: Vec<Block>,
    /// Words that stand at its foot: a warning, a right.
    pub notice: Option<Bilingual>,
}

/// A heading with what stands under it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Field {
    /// The heading.
    pub label: Bilingual,
    /// What stands there; a blank to be filled by hand where it is empty.
    pub value: Text,
    /// Its share of the width, in twelfths.
    pub share: u8,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Column {
    /// The heading.
    pub label: Bilingual,
    /// Its share of the width.
    pub share: u32,
}

/// A numbered column of a form, with all that stands in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FormColumn {
    /// The heading.
    pub label: Bilingual,
    /// Its share of the width.
    pub share: u32,
    /// What stands in it, one below the other.
    pub items: Vec<Item>,
}

/// One item of a column.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Its lines, each in its own direction.
    pub lines: Vec<Text>,
    /// Written in red, as the rules have it of absconders.
    pub red: bool,
}

/// A place for a signature.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Signer {
    /// As what he signs.
    pub label: Bilingual,
    /// The officer, where one signs.
    pub officer: Option<Officer>,
    /// The name of whoever else signs.
    pub name: Text,
    /// With a box for the thumb.
    pub thumb: bool,
}

/// A part of a form.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// Boxes beside each other, twelve twelfths to a line.
    Fields {
        /// The boxes.
        fields: Vec<Field>,
    },
    /// A table.
    Table {
        /// What it lists.
        title: Option<Bilingual>,
        /// Its columns; a running number stands before them.
        columns: Vec<Column>,
        /// Its rows.
        rows: Vec<Vec<Text>>,
        /// Empty rows ruled after them.
        blank: u32,
    },
    /// Numbered columns as tall as what stands in them.
    Columns {
        /// The columns.
        columns: Vec<FormColumn>,
    },
    /// Words of any length, boxed.
    Words {
        /// The heading.
        label: Bilingual,
        /// The words.
        words: Text,
        /// Ruled lines for a hand to go on.
        lines: u32,
    },
    /// What the form itself says, in the language that leads.
    Says {
        /// The words.
        words: Bilingual,
    },
    /// Places for signatures, beside each other.
    Sign {
        /// Who signs.
        signers: Vec<Signer>,
    },
}
