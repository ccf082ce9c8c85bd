//! Words made safe to set: nothing invisible can reorder the line, nothing is dropped without a trace, and
//! numbers keep their order inside right-to-left text.

/// Left-to-right isolate and its end (Unicode UAX 9).
const LRI: char = '\u{2066}';
const PDI: char = '\u{2069}';
/// A space where a line may not break.
const NBSP: char = '\u{A0}';
/// A place where a line may break.
const ZWSP: char = '\u{200B}';
/// Keeps letters from joining: a word that cannot be broken climbs its Nastaliq slope over the lines above.
const ZWNJ: char = '\u{200C}';
/// A token longer than this gets places to break, so that it cannot run out of its column.
const LONG_TOKEN: usize = 24;
/// The same for a token with Arabic letters; no real word is as long.
const LONG_URDU_TOKEN: usize = 18;
/// Characters between two such places.
const BREAK_EVERY: usize = 4;

/// Words ready to be set: controls and characters without a shape written out as `[U+202E]`, number runs
/// isolated, endless tokens breakable.
pub(crate) fn clean(words: &str, covers: &dyn Fn(char) -> bool) -> String {
    visible(&breakable(&isolate_numbers(words)), covers)
}

/// Writes out what has no shape and what would reorder the line. Isolates are kept where they are balanced;
/// those left open are closed at the end.
fn visible(words: &str, covers: &dyn Fn(char) -> bool) -> String {
    let mut out = String::with_capacity(words.len());
    let mut open = 0_usize;
    for c in words.replace("\r\n", "\n").chars() {
        match c {
            '\n' | '\u{2028}' | '\u{2029}' => out.push('\n'),
            '\t' => out.push(' '),
            '\u{2066}'..='\u{2068}' => {
                open += 1;
                out.push(c);
            }
            PDI if open > 0 => {
                open -= 1;
                out.push(c);
            }
            // soft hyphen, zero-width space and joiners, direction marks: they shape, and reorder nothing else
            '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{61C}' => out.push(c),
            _ if c.is_control() || is_override(c) || c == PDI || !covers(c) => {
                out.push_str(&format!("{LRI}[U+{:04X}]{PDI}{ZWSP}", u32::from(c)));
            }
            _ => out.push(c),
        }
    }
    out.extend(std::iter::repeat_n(PDI, open));
    out
}

fn is_override(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}')
}

/// Puts every run of digits joined by signs (`10/5`, `35202-1234567-1`, `+92 300 1234567`, `LEB-17-1234`)
/// into a left-to-right isolate. Without it an identity card number in Urdu prints back to front.
fn isolate_numbers(words: &str) -> String {
    let chars: Vec<char> = words.chars().collect();
    let mut out = String::with_capacity(words.len());
    let mut rest = chars.as_slice();
    let mut before = None;
    while let Some((&c, tail)) = rest.split_first() {
        let starts_word = before.is_none_or(|b: char| !is_token(b));
        let length = if starts_word { run_length(rest) } else { 0 };
        let (run, after) = rest.split_at(length);
        if needs_isolate(run) {
            out.push(LRI);
            // a telephone number is not torn at the end of a line
            out.extend(run.iter().map(|&c| if c == ' ' { NBSP } else { c }));
            out.push(PDI);
            // the space of the Nastaliq is too thin to part a number from the word after it
            if after.first() == Some(&' ') && after.get(1).is_some_and(|&c| is_arabic(c)) {
                out.push(NBSP);
            }
            before = run.last().copied();
            rest = after;
        } else {
            out.push(c);
            before = Some(c);
            rest = tail;
        }
    }
    out
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}')
}

fn is_token(c: char) -> bool {
    is_digit(c) || c.is_ascii_alphabetic()
}

fn needs_isolate(run: &[char]) -> bool {
    run.iter().any(|&c| is_digit(c)) && run.iter().any(|&c| !is_digit(c))
}

/// How many characters at the start of `chars` are one number run.
fn run_length(chars: &[char]) -> usize {
    let Some(&first) = chars.first() else { return 0 };
    let signed = first == '+';
    if !signed && !is_token(first) {
        return 0;
    }
    let telephone = signed || first == '0';
    let mut length = 1;
    while let Some(&c) = chars.get(length) {
        let joins = match c {
            _ if is_token(c) => true,
            '/' | '-' | ':' | '.' | ',' | '_' | '@' | '&' => {
                chars.get(length + 1).is_some_and(|&n| is_token(n))
            }
            ' ' if telephone => chars.get(length + 1).is_some_and(|&n| is_digit(n)),
            // a date and its hour are one run
            ' ' => {
                is_hour(chars.get(length + 1..).unwrap_or_default())
                    && chars.get(..length).is_some_and(needs_isolate)
            }
            '%' => true,
            // the number of a form or clause: `25.56(1)`, `9(c)`
            '(' if clause(chars.get(length + 1..).unwrap_or_default()).is_some() => {
                length += clause(chars.get(length + 1..).unwrap_or_default()).unwrap_or_default();
                true
            }
            _ => false,
        };
        if !joins {
            break;
        }
        length += 1;
    }
    length
}

/// Letters and digits up to a closing bracket, when there are a few and then one.
fn clause(chars: &[char]) -> Option<usize> {
    let inside = chars.iter().take_while(|&&c| is_token(c)).count();
    ((1..=4).contains(&inside) && chars.get(inside) == Some(&')')).then_some(inside + 1)
}

/// Whether `chars` begin with an hour, `9:45` or `09:45`.
fn is_hour(chars: &[char]) -> bool {
    matches!(chars, [h, ':', m, ..] if is_digit(*h) && is_digit(*m))
        || matches!(chars, [t, h, ':', m, ..] if is_digit(*t) && is_digit(*h) && is_digit(*m))
}

/// Gives tokens too long for any column places to break.
fn breakable(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for (nth, token) in words.split(' ').enumerate() {
        if nth > 0 {
            out.push(' ');
        }
        let urdu = has_arabic(token);
        if token.chars().count() <= if urdu { LONG_URDU_TOKEN } else { LONG_TOKEN } {
            out.push_str(token);
            continue;
        }
        for (at, c) in token.chars().enumerate() {
            if at > 0 && at % BREAK_EVERY == 0 {
                if urdu {
                    out.push(ZWNJ);
                }
                out.push(ZWSP);
            }
            out.push(c);
        }
    }
    out
}

/// Which way words run: `Some(true)` right to left, `Some(false)` left to right, `None` for words without
/// letters, which take the direction of their page.
pub(crate) fn right_to_left(words: &str) -> Option<bool> {
    let arabic = words.chars().filter(|&c| is_arabic(c)).count();
    let other = words.chars().filter(|&c| c.is_alphabetic() && !is_arabic(c)).count();
    (arabic + other > 0).then_some(arabic >= other)
}

/// Whether a word has letters of the Arabic script and so needs the height of Nastaliq.
pub(crate) fn has_arabic(words: &str) -> bool {
    words.chars().any(is_arabic)
}

fn is_arabic(c: char) -> bool {
    let block = matches!(c,
        '\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}' | '\u{8A0}'..='\u{8FF}'
        | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFE}');
    block && c.is_alphabetic()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(words: &str) -> String {
        clean(words, &|_| true)
    }

    #[test]
    fn numbers_in_urdu_are_isolated_and_bare_digits_are_not() {
        assert_eq!(all("مورخہ 10/5 کو"), "مورخہ \u{2066}10/5\u{2069}\u{A0} کو");
        assert_eq!(all("شناختی 35202-1234567-1"), "شناختی \u{2066}35202-1234567-1\u{2069}");
        assert_eq!(all("+92 300 1234567۔"), "\u{2066}+92\u{A0}300\u{A0}1234567\u{2069}۔");
        assert_eq!(all("0300 1234567 اور 12"), "\u{2066}0300\u{A0}1234567\u{2069}\u{A0} اور 12");
        assert_eq!(all("مورخہ 10/05/2026 09:45 کو"), "مورخہ \u{2066}10/05/2026\u{A0}09:45\u{2069}\u{A0} کو");
        assert_eq!(all("LEB-17-1234"), "\u{2066}LEB-17-1234\u{2069}");
        assert_eq!(all("۱۰/۵/۲۰۲۶،"), "\u{2066}۱۰/۵/۲۰۲۶\u{2069}،");
        assert_eq!(all("تعداد 12 عدد."), "تعداد 12 عدد.");
        assert_eq!(all("فارم 25.56(1)، 9(c)"), "فارم \u{2066}25.56(1)\u{2069}، \u{2066}9(c)\u{2069}");
        assert_eq!(all("فارم 25 (نیا)"), "فارم 25 (نیا)");
        assert_eq!(all("14:30. and/or"), "\u{2066}14:30\u{2069}. and/or");
    }

    #[test]
    fn overrides_and_controls_are_written_out() {
        let bare = |words: &str| all(words).replace([LRI, PDI, ZWSP], "");
        assert_eq!(bare("a\u{202E}b\u{7}c\u{2069}"), "a[U+202E]b[U+0007]c[U+2069]");
        assert_eq!(all("\u{2069}"), "\u{2066}[U+2069]\u{2069}\u{200B}");
        assert_eq!(all("\u{2068}ali"), "\u{2068}ali\u{2069}");
        assert_eq!(all("می\u{200C}خواہم\u{200D}"), "می\u{200C}خواہم\u{200D}");
        assert!(clean("ok 🙂", &|c| c.is_ascii()).contains("[U+1F642]"));
    }

    #[test]
    fn an_endless_token_can_break() {
        assert_eq!(all(&"x".repeat(25)), format!("{}x", "xxxx\u{200B}".repeat(6)));
        assert_eq!(all(&"x".repeat(24)), "x".repeat(24));
        assert_eq!(all(&"ش".repeat(19)).matches("\u{200C}\u{200B}").count(), 4);
    }

    #[test]
    fn direction_follows_the_letters() {
        assert_eq!(right_to_left("زیر دفعہ 379 PPC"), Some(true));
        assert_eq!(right_to_left("Aslam (اسلم)"), Some(false));
        assert_eq!(right_to_left("10/5"), None);
    }

    proptest::proptest! {
        #[test]
        fn no_words_can_reorder_what_stands_beside_them(words in ".*") {
            let set = all(&words);
            let mut open = 0_i32;
            for c in set.chars() {
                assert!(!is_override(c) && (c == '\n' || !c.is_control()), "{c:?}");
                open += match c { '\u{2066}'..='\u{2068}' => 1, PDI => -1, _ => 0 };
                assert!(open >= 0);
            }
            assert_eq!(open, 0);
        }
    }
}
