//! The least text after every text that begins with a prefix, so that a prefix is a range an index can answer.

/// The least text greater than all that begin with `prefix`, by bytes; `None` when there is no such text.
pub(crate) fn after_prefix(prefix: &str) -> Option<String> {
    let mut letters: Vec<char> = prefix.chars().collect();
    while let Some(last) = letters.pop() {
        // U+D800 to U+DFFF are no letters.
        let next = if last == '\u{d7ff}' { Some('\u{e000}') } else { char::from_u32(u32::from(last) + 1) };
        if let Some(next) = next {
            letters.push(next);
            return Some(letters.into_iter().collect());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::after_prefix;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_parts_those_that_begin_so_from_the_rest(prefix in "\\PC{0,4}", rest in "\\PC{0,8}", so in any::<bool>()) {
            let text = if so { prefix.clone() + &rest } else { rest };
            let inside = text >= prefix && after_prefix(&prefix).is_none_or(|end| text < end);
            prop_assert_eq!(inside, text.starts_with(&prefix));
        }
    }

    #[test]
    fn at_the_edges() {
        assert_eq!(after_prefix("a\u{10ffff}").as_deref(), Some("b"));
        assert_eq!(after_prefix("\u{d7ff}").as_deref(), Some("\u{e000}"));
        assert_eq!(after_prefix("\u{10ffff}"), None);
    }
}
