//! The message catalogue.

use crate::{Lang, digits};
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use std::collections::{BTreeMap, BTreeSet};

/// One file of messages per area, the same list in both languages.
macro_rules! files {
    ($lang:literal: $($area:literal),+ $(,)?) => {
        &[$(($area, include_str!(concat!("../ftl/", $lang, "/", $area, ".ftl")))),+]
    };
}

/// An area's name and its text.
type File = (&'static str, &'static str);

macro_rules! both {
    ($($area:literal),+ $(,)?) => {
        const EN: &[File] = files!("en": $($area),+);
        const UR: &[File] = files!("ur": $($area),+);
    };
}

both!(
    "common",
    "nav",
    "roles",
    "signin",
    "home",
    "diary",
    "fir",
    "party",
    "print",
    "sheet",
    "correct",
    "cell",
    "register",
    "refusal",
    "custody",
    "access",
    "search",
    "draft",
    "admin",
    "law",
    "allowed",
    "errors",
    "problems",
    "import",
    "verify",
    "fault",
    "deadlines",
    "health",
    "burking",
    "inspection",
    "api",
    "files",
    "deed",
    "case",
    "cro",
    "prints",
    "lineup",
);

/// A value put into a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg<'a> {
    /// A number: chooses the plural, and is written in the language's digits.
    Num(i64),
    /// Text, shown as it is and isolated, so that a name in the other script cannot reorder the sentence.
    Text(&'a str),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg<'_> {
    fn from(number: i64) -> Self {
        Self::Num(number)
    }
}

/// Why the catalogue could not be built. The text is compiled in, so this is a defect of the build.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WordsError {
    /// A file that is not Fluent; the first complaint of its parser.
    #[error("message file `{lang}/{area}` does not parse: {detail}; correct the file and build again")]
    Syntax {
        /// `en` or `ur`.
        lang: &'static str,
        /// The file's name without its ending.
        area: &'static str,
        /// What the parser said.
        detail: String,
    },
    /// The same key twice in one language.
    #[error("message `{key}` of `{lang}/{area}` is already defined; remove one of the two")]
    Twice {
        /// `en` or `ur`.
        lang: &'static str,
        /// The file's name without its ending.
        area: &'static str,
        /// The key.
        key: String,
    },
    /// A language code the plural rules do not know.
    #[error("no plural rules for `{0}`; correct the language code and build again")]
    Locale(&'static str),
}

/// All messages of both languages. Build it once and share it.
pub struct Words {
    en: Tongue,
    ur: Tongue,
}

struct Tongue {
    bundle: FluentBundle<FluentResource>,
    variables: BTreeMap<String, BTreeSet<String>>,
}

impl Words {
    /// Parses the messages that were compiled in.
    ///
    /// # Errors
    /// [`WordsError`] when a file does not parse or defines a key a second time.
    pub fn load() -> Result<Self, WordsError> {
        Ok(Self { en: Tongue::load(Lang::En, EN)?, ur: Tongue::load(Lang::Ur, UR)? })
    }

    /// The message `key` in `lang`. An unknown key comes back as `[key]`, so that it is seen and not blank.
    #[must_use]
    pub fn say(&self, lang: Lang, key: &str) -> String {
        self.say_with(lang, key, &[])
    }

    /// The message `key` with its variables filled in.
    #[must_use]
    pub fn say_with(&self, lang: Lang, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let tongue = self.tongue(lang);
        let Some(pattern) = tongue.bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("[{key}]");
        };
        let mut filled = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Num(number) => filled.set(*name, *number),
                Arg::Text(text) => filled.set(*name, *text),
            }
        }
        // A variable that was not given shows as `{$name}` in the text: visible, and a test's business.
        let mut errors = Vec::new();
        tongue.bundle.format_pattern(pattern, Some(&filled), &mut errors).into_owned()
    }

    /// Whether both languages have `key`.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        Lang::ALL.iter().all(|lang| self.tongue(*lang).variables.contains_key(key))
    }

    /// Every key of a language with the names of its variables, in alphabetical order.
    pub fn keys(&self, lang: Lang) -> impl Iterator<Item = (&str, &BTreeSet<String>)> {
        self.tongue(lang).variables.iter().map(|(key, variables)| (key.as_str(), variables))
    }

    fn tongue(&self, lang: Lang) -> &Tongue {
        match lang {
            Lang::En => &self.en,
            Lang::Ur => &self.ur,
        }
    }
}

impl Tongue {
    fn load(lang: Lang, files: &[File]) -> Result<Self, WordsError> {
        let id = lang.as_str().parse().map_err(|_| WordsError::Locale(lang.as_str()))?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        if lang == Lang::Ur {
            bundle.set_formatter(Some(|value, _| match value {
                FluentValue::Number(number) => Some(digits::urdu(&number.as_string())),
                _ => None,
            }));
        }
        let mut variables = BTreeMap::new();
        for (area, text) in files {
            let resource = FluentResource::try_new((*text).to_owned()).map_err(|(_, errors)| {
                let detail = errors.first().map(ToString::to_string).unwrap_or_default();
                WordsError::Syntax { lang: lang.as_str(), area, detail }
            })?;
            variables.extend(resource.entries().filter_map(message_variables));
            bundle.add_resource(resource).map_err(|errors| {
                let key = match errors.into_iter().next() {
                    Some(FluentError::Overriding { id, .. }) => id,
                    other => format!("{other:?}"),
                };
                WordsError::Twice { lang: lang.as_str(), area, key }
            })?;
        }
        Ok(Self { bundle, variables })
    }
}

fn message_variables(entry: &Entry<&str>) -> Option<(String, BTreeSet<String>)> {
    let Entry::Message(message) = entry else { return None };
    let mut found = BTreeSet::new();
    if let Some(pattern) = &message.value {
        in_pattern(pattern, &mut found);
    }
    Some((message.id.name.to_owned(), found))
}

fn in_pattern(pattern: &Pattern<&str>, found: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        let PatternElement::Placeable { expression } = element else { continue };
        match expression {
            Expression::Inline(inline) => in_inline(inline, found),
            Expression::Select { selector, variants } => {
                in_inline(selector, found);
                variants.iter().for_each(|variant| in_pattern(&variant.value, found));
            }
        }
    }
}

fn in_inline(inline: &InlineExpression<&str>, found: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            found.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            positional.iter().for_each(|argument| in_inline(argument, found));
        }
        _ => {}
    }
}
