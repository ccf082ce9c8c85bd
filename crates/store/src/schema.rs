//! The tables, as data: one description, written out for each database.

use roznamcha_acts::rows::{ColumnKind, TableDef};
use roznamcha_acts::views::TABLES;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;

/// Which database a statement is for. Few statements differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialect {
    /// SQLite 3.45 or later.
    Sqlite,
    /// PostgreSQL 15 or later.
    Postgres,
}

/// What a column of a kept table holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    MaybeText,
    Int,
    MaybeInt,
    Bytes,
}

impl Dialect {
    /// Text sorts by its bytes on both, so both give rows in one order.
    fn text(self) -> &'static str {
        match self {
            Self::Sqlite => "TEXT",
            Self::Postgres => "TEXT COLLATE \"C\"",
        }
    }

    fn int(self) -> &'static str {
        match self {
            Self::Sqlite => "INTEGER",
            Self::Postgres => "BIGINT",
        }
    }

    fn kind(self, kind: Kind) -> String {
        match kind {
            Kind::Text => format!("{} NOT NULL", self.text()),
            Kind::MaybeText => self.text().to_owned(),
            Kind::Int => format!("{} NOT NULL", self.int()),
            Kind::MaybeInt => self.int().to_owned(),
            Kind::Bytes if self == Self::Sqlite => "BLOB NOT NULL".to_owned(),
            Kind::Bytes => "BYTEA NOT NULL".to_owned(),
        }
    }

    /// What stands after a table's columns.
    fn ending(self) -> &'static str {
        match self {
            Self::Sqlite => " STRICT, WITHOUT ROWID",
            Self::Postgres => "",
        }
    }
}

/// A kept table.
pub(crate) struct Kept {
    /// Its name.
    pub name: &'static str,
    columns: &'static [(&'static str, Kind)],
    key: &'static str,
    /// Constraints beside the key.
    also: &'static str,
    /// Index name, columns and condition.
    indexes: &'static [&'static str],
}

use Kind::{Bytes, Int, MaybeInt, MaybeText, Text};

/// The kept tables of the first migration, those referred to first.
const FIRST: &[Kept] = &[
    Kept {
        name: "journal",
        columns: &[
            ("office", Text),
            ("seq", Int),
            ("act", Text),
            ("kind", Text),
            ("officer", Text),
            ("written_ms", Int),
            ("header", Bytes),
            ("leaf", Bytes),
        ],
        key: "office, seq",
        also: "",
        indexes: &["UNIQUE INDEX journal_act ON journal (act)"],
    },
    Kept {
        name: "content",
        columns: &[("office", Text), ("seq", Int), ("salt", Bytes), ("bytes", Bytes)],
        key: "office, seq",
        also: ", FOREIGN KEY (office, seq) REFERENCES journal (office, seq)",
        indexes: &[],
    },
    Kept {
        name: "head",
        columns: &[("office", Text), ("seq", Int), ("leaf", Bytes), ("written_ms", Int), ("frontier", Bytes)],
        key: "office",
        also: "",
        indexes: &[],
    },
    Kept {
        name: "checkpoint",
        columns: &[("office", Text), ("size", Int), ("note", Text)],
        key: "office, size, note",
        also: "",
        indexes: &[],
    },
    Kept {
        name: "account",
        columns: &[
            ("officer", Text),
            ("password", Text),
            ("totp", MaybeText),
            ("totp_step", Int),
            ("recovery", Text),
            ("must_change", Int),
            ("disabled", Int),
            ("changed_ms", Int),
        ],
        key: "officer",
        also: "",
        indexes: &[],
    },
    Kept {
        name: "session",
        columns: &[
            ("token_hash", Text),
            ("officer", Text),
            ("office", Text),
            ("started_ms", Int),
            ("seen_ms", Int),
            ("lang", Text),
            ("data", Text),
        ],
        key: "token_hash",
        also: "",
        indexes: &["INDEX session_officer ON session (officer)"],
    },
    Kept {
        name: "attempt",
        columns: &[("id", Text), ("officer", Text), ("at_ms", Int), ("ok", Int), ("source", Text)],
        key: "id",
        also: "",
        indexes: &["INDEX attempt_officer ON attempt (officer, id)"],
    },
    Kept {
        name: "audit",
        columns: &[
            ("id", Text),
            ("at_ms", Int),
            ("officer", Text),
            ("role", Text),
            ("office", Text),
            ("action", Text),
            ("purpose", Text),
            ("for_case", Text),
            ("kind", Text),
            ("of_office", Text),
            ("of_key", Text),
            ("request", Text),
            ("closed_ms", MaybeInt),
            ("outcome", Text),
            ("policies", Text),
            ("row_count", Int),
        ],
        key: "id",
        also: "",
        indexes: &[
            "INDEX audit_officer ON audit (officer, id)",
            "INDEX audit_record ON audit (of_key, id)",
            "INDEX audit_office ON audit (of_office, id)",
            "INDEX audit_open ON audit (at_ms) WHERE closed_ms IS NULL",
        ],
    },
    Kept {
        name: "draft",
        columns: &[
            ("id", Text),
            ("officer", Text),
            ("office", Text),
            ("form", Text),
            ("body", Text),
            ("saved_ms", Int),
        ],
        key: "id",
        also: "",
        indexes: &["INDEX draft_officer ON draft (officer, saved_ms)"],
    },
    Kept { name: "mark", columns: &[("name", Text), ("value", Text)], key: "name", also: "", indexes: &[] },
];

/// What the second migration adds: files and their uploads.
const FILES: &[Kept] = &[
    Kept {
        name: "file",
        columns: &[
            ("sha256", Text),
            ("place", Text),
            ("secret", Text),
            ("size", Int),
            ("media", Text),
            ("facts", Text),
            ("put_ms", Int),
            ("seen_ms", Int),
            ("officer", Text),
            ("office", Text),
        ],
        key: "sha256",
        also: "",
        indexes: &["UNIQUE INDEX file_place ON file (place)", "INDEX file_seen ON file (seen_ms)"],
    },
    Kept {
        name: "upload",
        columns: &[
            ("id", Text),
            ("officer", Text),
            ("office", Text),
            ("place", Text),
            ("secret", Text),
            ("size", Int),
            ("sha256", Text),
            ("received", Int),
            ("begun_ms", Int),
            ("touched_ms", Int),
            ("done_ms", MaybeInt),
        ],
        key: "id",
        also: "",
        indexes: &[
            "INDEX upload_officer ON upload (officer, begun_ms)",
            "INDEX upload_file ON upload (sha256, office)",
            "INDEX upload_open ON upload (touched_ms) WHERE done_ms IS NULL",
        ],
    },
];

/// Every kept table.
pub(crate) fn kept() -> impl Iterator<Item = &'static Kept> {
    FIRST.iter().chain(FILES)
}

/// What each numbered migration does, from version 1 on; never changed once released, only added to. Each runs in
/// one transaction with the row that says it ran, so a migration killed half way runs again from its beginning.
pub(crate) fn migrations(dialect: Dialect) -> Vec<Vec<String>> {
    vec![first(dialect), tables(dialect, FILES)]
}

/// Made before any migration.
pub(crate) const VERSION_TABLE: &str =
    "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT PRIMARY KEY, applied_ms BIGINT NOT NULL)";
/// The last migration that ran.
pub(crate) const VERSION: &str = "SELECT CAST(coalesce(max(version), 0) AS BIGINT) FROM schema_version";

fn first(dialect: Dialect) -> Vec<String> {
    let mut all = tables(dialect, FIRST);
    // Which views the tables `v_…` were made for.
    all.push("CREATE TABLE view_version (fingerprint TEXT NOT NULL)".to_owned());
    all
}

fn tables(dialect: Dialect, tables: &[Kept]) -> Vec<String> {
    let mut all = Vec::new();
    for table in tables {
        let mut columns = String::new();
        for (name, kind) in table.columns {
            let _ = write!(columns, "{name} {}, ", dialect.kind(*kind));
        }
        let Kept { name, key, also, .. } = table;
        all.push(format!("CREATE TABLE {name} ({columns}PRIMARY KEY ({key}){also}){}", dialect.ending()));
        all.extend(table.indexes.iter().map(|index| format!("CREATE {index}")));
    }
    all
}

/// A view's table, quoted; `place` is empty or a schema with its dot.
pub(crate) fn view_name(place: &str, table: &TableDef) -> String {
    format!("{place}\"v_{}\"", table.name)
}

/// Makes a view's table, without its indexes.
pub(crate) fn create_view(dialect: Dialect, place: &str, table: &TableDef) -> String {
    let mut columns = format!("\"office\" {0} NOT NULL, \"key\" {0} NOT NULL, ", dialect.text());
    for column in table.columns {
        let kind = match column.kind {
            ColumnKind::Text => dialect.text(),
            ColumnKind::Int => dialect.int(),
        };
        let _ = write!(columns, "\"{}\" {kind}, ", column.name);
    }
    let body = format!("\"body\" {} NOT NULL", dialect.text());
    let name = view_name(place, table);
    // Keys are often ids in no order: with row numbers of SQLite's own, the bodies of a large import are still
    // written one after another, and only the small index of keys is written here and there.
    let ending = if dialect == Dialect::Sqlite { " STRICT" } else { "" };
    format!("CREATE TABLE {name} ({columns}{body}, PRIMARY KEY (\"office\", \"key\")){ending}")
}

/// Makes a view's indexes, once its rows are in. Each ends with the key, so that a page after a page is one seek.
pub(crate) fn create_indexes(table: &TableDef) -> Vec<String> {
    let numbered = table.indexes.iter().enumerate();
    let index = |(i, columns): (usize, &&[&str])| {
        let mut all: Vec<String> = columns.iter().map(|c| format!("\"{c}\"")).collect();
        for last in ["\"office\"", "\"key\""] {
            if !all.iter().any(|c| c == last) {
                all.push(last.to_owned());
            }
        }
        let (name, on) = (table.name, view_name("", table));
        format!("CREATE INDEX \"v_{name}_{i}\" ON {on} ({})", all.join(", "))
    };
    numbered.map(index).collect()
}

/// Changes when the views' tables change: a store made for others computes its views anew when it is opened.
pub(crate) fn fingerprint() -> String {
    let mut sha = Sha256::new();
    for table in TABLES {
        sha.update(create_view(Dialect::Sqlite, "", table));
        for index in create_indexes(table) {
            sha.update(index);
        }
    }
    sha.finalize().iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
