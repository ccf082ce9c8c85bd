//! The language of the command.

use roznamcha_words::{Arg, Lang, Voice, Words, bidi};
use std::path::Path;
use std::sync::Arc;

use crate::error::CommandError;

/// How the command speaks.
pub struct Said {
    voice: Voice,
}

impl Said {
    pub fn new(lang: &str) -> Result<Self, CommandError> {
        let words = Words::load().map_err(|e| CommandError::Wrong(e.to_string()))?;
        let lang = if lang == "ur" { Lang::Ur } else { Lang::En };
        Ok(Self { voice: Voice::new(lang, Arc::new(words)) })
    }

    pub fn voice(&self) -> &Voice {
        &self.voice
    }

    /// A message. English needs no isolates, and a path that is copied from the terminal must hold none.
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.plain(&self.voice.with(key, args))
    }

    /// A message with the number `n`.
    pub fn number(&self, key: &str, n: usize) -> String {
        self.with(key, &[("n", number(n))])
    }

    /// Text that was said before, without isolates where the language needs none.
    pub fn plain(&self, text: &str) -> String {
        match self.voice.lang {
            Lang::En => bidi::plain(text),
            Lang::Ur => text.to_owned(),
        }
    }
}

/// A count as an argument.
pub fn number(n: usize) -> Arg<'static> {
    Arg::Num(i64::try_from(n).unwrap_or(i64::MAX))
}

/// A path as text.
pub fn shown(path: &Path) -> String {
    path.display().to_string()
}
