//! What can go wrong before a question is answered. A denial is not an error: see [`crate::Decision`].

/// Why the policies did not load, or a name was not understood.
#[derive(Debug, thiserror::Error)]
pub enum AccessError {
    /// The schema could not be read.
    #[error("the policy schema cannot be read: {reason}; mend the schema file and load again")]
    Schema {
        /// What the reader said.
        reason: String,
    },
    /// A policy file could not be read.
    #[error("policy file `{file}` cannot be read: {reason}; mend the file and load again")]
    Text {
        /// The file's name.
        file: String,
        /// What the reader said, with the place.
        reason: String,
    },
    /// A policy lacks an annotation that an officer needs to read it.
    #[error("a policy in `{file}` has no `@{annotation}`; add one, as the file README.md shows: `{policy}`")]
    Unexplained {
        /// The file's name.
        file: String,
        /// The annotation that is missing: id, why, law, or key.
        annotation: &'static str,
        /// The policy's id if it has one, else its beginning.
        policy: String,
    },
    /// Two policies carry the same id.
    #[error("two policies have the id `{id}`; give one of them another")]
    DuplicateId {
        /// The id.
        id: String,
    },
    /// The policies use words that the schema does not know, or use them wrongly.
    #[error("the policies do not fit the schema: {reason}")]
    Invalid {
        /// Every complaint of the validator, one after another.
        reason: String,
    },
    /// One of the prohibitions that must always be there is missing.
    #[error("the prohibition `{id}` is missing or has become a permission; it never bends, put it back")]
    NeverBends {
        /// The policy's id.
        id: &'static str,
    },
    /// The schema and this program do not know the same actions, fields, roles, kinds or purposes.
    #[error("`{word}` is not an action or field of the policy schema; the schema must list every one")]
    UnknownToSchema {
        /// The action or field.
        word: &'static str,
    },
    /// A name of a role, action, kind, purpose or field was not understood.
    #[error("`{text}` is not a known {what}")]
    UnknownName {
        /// What was looked for.
        what: &'static str,
        /// What was given.
        text: String,
    },
}
