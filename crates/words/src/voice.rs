//! Both languages and which of them is spoken now.

use std::sync::Arc;

use crate::{Arg, Lang, Words};

/// A language with its words.
#[derive(Clone)]
pub struct Voice {
    /// The language.
    pub lang: Lang,
    words: Arc<Words>,
}

impl Voice {
    /// A voice in a language.
    pub fn new(lang: Lang, words: Arc<Words>) -> Self {
        Self { lang, words }
    }

    /// A message.
    pub fn t(&self, key: &str) -> String {
        self.words.say(self.lang, key)
    }

    /// A message with one number.
    pub fn n(&self, key: &str, name: &str, number: i64) -> String {
        self.words.say_with(self.lang, key, &[(name, Arg::Num(number))])
    }

    /// A message with arguments.
    pub fn with(&self, key: &str, args: &[(&str, Arg)]) -> String {
        self.words.say_with(self.lang, key, args)
    }

    /// Whether there is such a message.
    pub fn has(&self, key: &str) -> bool {
        self.words.has(key)
    }

    /// `ltr` or `rtl`.
    pub fn dir(&self) -> &'static str {
        self.lang.dir()
    }

    /// `en` or `ur`.
    pub fn code(&self) -> &'static str {
        self.lang.as_str()
    }

    /// The words of both languages.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// One of two texts, by language.
    pub fn pick<'a>(&self, en: &'a str, ur: &'a str) -> &'a str {
        match self.lang {
            Lang::En => en,
            Lang::Ur => ur,
        }
    }
}
