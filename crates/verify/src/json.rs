//! The one way the format writes JSON. A general parser would accept more spellings than one, and a second
//! spelling is a byte that can change unseen; so this reader walks the expected text and refuses all else.

use std::borrow::Cow;

/// Why a text is not of the written form. Holds no piece of the text, which may be hostile or private.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The bytes are not UTF-8; `at` counts bytes from 0.
    #[error("not UTF-8 at byte {at}")]
    Utf8 {
        /// The first byte that is not UTF-8.
        at: usize,
    },
    /// Something else stands where the format has one thing only; `at` counts bytes from 0.
    #[error("`{wanted}` must stand at byte {at}")]
    Syntax {
        /// Where.
        at: usize,
        /// What the format has there.
        wanted: &'static str,
    },
    /// A value is not of the form its key calls for.
    #[error("`{field}` must be {wanted}")]
    Value {
        /// The key.
        field: &'static str,
        /// Its form.
        wanted: &'static str,
    },
}

/// The text of a line, or where it stops being UTF-8.
pub(crate) fn utf8(bytes: &[u8]) -> Result<&str, ReadError> {
    std::str::from_utf8(bytes).map_err(|error| ReadError::Utf8 { at: error.valid_up_to() })
}

/// A place in a text of which everything before has been accepted.
pub(crate) struct Cursor<'a> {
    rest: &'a str,
    length: usize,
}

impl<'a> Cursor<'a> {
    pub(crate) fn new(text: &'a str) -> Self {
        Cursor { rest: text, length: text.len() }
    }

    fn wanted(&self, wanted: &'static str) -> ReadError {
        ReadError::Syntax { at: self.length - self.rest.len(), wanted }
    }

    /// Steps over `literal` if it stands here.
    pub(crate) fn take(&mut self, literal: &str) -> bool {
        match self.rest.strip_prefix(literal) {
            Some(rest) => {
                self.rest = rest;
                true
            }
            None => false,
        }
    }

    pub(crate) fn literal(&mut self, literal: &'static str) -> Result<(), ReadError> {
        if self.take(literal) { Ok(()) } else { Err(self.wanted(literal)) }
    }

    pub(crate) fn end(&self) -> Result<(), ReadError> {
        if self.rest.is_empty() { Ok(()) } else { Err(self.wanted("end")) }
    }

    /// A key's literal, then a string.
    pub(crate) fn string_after(&mut self, literal: &'static str) -> Result<Cow<'a, str>, ReadError> {
        self.literal(literal)?;
        self.string()
    }

    /// A key's literal, then a number.
    pub(crate) fn number_after(&mut self, literal: &'static str) -> Result<u64, ReadError> {
        self.literal(literal)?;
        let digits = self.rest.bytes().take_while(u8::is_ascii_digit).count();
        let parsed =
            self.rest.split_at_checked(digits).and_then(|(digits, rest)| Some((count(digits)?, rest)));
        let (number, rest) = parsed.ok_or_else(|| self.wanted("number"))?;
        self.rest = rest;
        Ok(number)
    }

    /// A key's literal, then a list of strings.
    pub(crate) fn strings_after(&mut self, literal: &'static str) -> Result<Vec<Cow<'a, str>>, ReadError> {
        self.literal(literal)?;
        self.literal("[")?;
        let mut strings = Vec::new();
        if self.take("]") {
            return Ok(strings);
        }
        loop {
            strings.push(self.string()?);
            if self.take("]") {
                return Ok(strings);
            }
            self.literal(",")?;
        }
    }

    fn string(&mut self) -> Result<Cow<'a, str>, ReadError> {
        self.literal("\"")?;
        let plain = self.plain()?;
        if self.take("\"") {
            return Ok(Cow::Borrowed(plain));
        }
        let mut text = String::from(plain);
        loop {
            self.literal("\\")?;
            text.push(self.escaped()?);
            text.push_str(self.plain()?);
            if self.take("\"") {
                return Ok(Cow::Owned(text));
            }
        }
    }

    /// The run of characters that stand for themselves.
    fn plain(&mut self) -> Result<&'a str, ReadError> {
        let stop = self.rest.bytes().position(|byte| byte == b'"' || byte == b'\\' || byte < 0x20);
        let (plain, rest) =
            stop.and_then(|at| self.rest.split_at_checked(at)).ok_or_else(|| self.wanted("\""))?;
        self.rest = rest;
        Ok(plain)
    }

    fn escaped(&mut self) -> Result<char, ReadError> {
        const SHORT: [(&str, char); 7] = [
            ("\"", '"'),
            ("\\", '\\'),
            ("b", '\u{8}'),
            ("t", '\t'),
            ("n", '\n'),
            ("f", '\u{c}'),
            ("r", '\r'),
        ];
        for (written, meant) in SHORT {
            if self.take(written) {
                return Ok(meant);
            }
        }
        let error = self.wanted("escape");
        self.literal("u00")?;
        let (digits, rest) = self.rest.split_at_checked(2).ok_or(error.clone())?;
        let [byte] = crate::digest::hex_bytes::<1>(digits).ok_or(error.clone())?;
        let short = SHORT.iter().any(|(_, meant)| *meant == char::from(byte));
        if byte >= 0x20 || short {
            return Err(error);
        }
        self.rest = rest;
        Ok(char::from(byte))
    }
}

/// A count as the format writes one: decimal digits, no sign, no leading zero, within 64 bits.
pub(crate) fn count(digits: &str) -> Option<u64> {
    let plain =
        digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    if plain { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<String> {
        let mut cursor = Cursor::new(text);
        let read = cursor.string().ok()?.into_owned();
        cursor.end().ok().map(|()| read)
    }

    #[test]
    fn one_spelling_of_each_string() {
        assert_eq!(read(r#""a\"\\\b\t\n\f\r\u001fروز/""#).unwrap(), "a\"\\\u{8}\t\n\u{c}\r\u{1f}روز/");
        for other in [
            r#""\/""#,
            r#""\u0041""#,
            r#""\u0008""#,
            r#""\u001F""#,
            r#""\u00e9""#,
            r#""\x""#,
            "\"\n\"",
            "\"a",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    #[test]
    fn one_spelling_of_each_number() {
        assert_eq!(count("0"), Some(0));
        assert_eq!(count("18446744073709551615"), Some(u64::MAX));
        for other in ["", "01", "+1", "-1", "1.0", "1e3", "18446744073709551616", "١"] {
            assert_eq!(count(other), None, "{other}");
        }
    }
}
