//! Words with what was struck through in them, as runs.

/// A run of words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Span {
    /// The words.
    pub text: String,
    /// A line goes through them.
    pub struck: bool,
    /// They were written by a correction.
    pub written: bool,
}

impl Span {
    fn new(text: &str, written: bool) -> Self {
        Self { text: text.to_owned(), struck: false, written }
    }

    /// The words by lines, as they are to be broken.
    pub fn lines(&self) -> Vec<&str> {
        self.text.split('\n').collect()
    }
}

/// The words with their corrections, in order: each (wrong, right) strikes the first place where the wrong words stand
/// now. Words that stand nowhere are shown struck after the text, so that no correction goes unseen.
pub fn spans<'a>(text: &str, strikes: impl IntoIterator<Item = (&'a str, &'a str)>) -> Vec<Span> {
    let mut spans = if text.is_empty() { Vec::new() } else { vec![Span::new(text, false)] };
    for (wrong, right) in strikes.into_iter().filter(|(wrong, _)| !wrong.is_empty()) {
        let now: String = spans.iter().filter(|s| !s.struck).map(|s| s.text.as_str()).collect();
        match now.find(wrong) {
            Some(from) => spans = strike(spans, from, from + wrong.len(), right),
            None => {
                spans.push(Span { struck: true, ..Span::new(wrong, false) });
                spans.push(Span::new(right, true));
            }
        }
    }
    spans.retain(|s| !s.text.is_empty());
    spans
}

/// Strikes the bytes `from..to` of what stands, and writes `right` after them.
fn strike(spans: Vec<Span>, from: usize, to: usize, right: &str) -> Vec<Span> {
    let mut out = Vec::with_capacity(spans.len() + 3);
    let mut at = 0;
    let mut written = false;
    for span in spans {
        if span.struck {
            out.push(span);
            continue;
        }
        let end = at + span.text.len();
        let (low, high) = (from.clamp(at, end) - at, to.clamp(at, end) - at);
        let piece = |a: usize, b: usize| span.text.get(a..b).unwrap_or_default().to_owned();
        if low == high {
            out.push(span);
        } else {
            out.push(Span { text: piece(0, low), ..span.clone() });
            out.push(Span { text: piece(low, high), struck: true, ..span.clone() });
            if to <= end {
                out.push(Span::new(right, true));
                written = true;
            }
            out.push(Span { text: piece(high, span.text.len()), ..span });
        }
        at = end;
    }
    if !written {
        out.push(Span::new(right, true));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(spans: &[Span]) -> String {
        let mark = |s: &Span| match (s.struck, s.written) {
            (true, true) => format!("[-+{}+-]", s.text),
            (true, false) => format!("[-{}-]", s.text),
            (false, true) => format!("[+{}+]", s.text),
            (false, false) => s.text.clone(),
        };
        spans.iter().map(mark).collect()
    }

    #[test]
    fn wrong_words_stay_and_right_ones_follow() {
        assert_eq!(marked(&spans("a red bus", [("red", "blue")])), "a [-red-][+blue+] bus");
        assert_eq!(marked(&spans("سرخ رنگ", [("سرخ", "سیاہ")])), "[-سرخ-][+سیاہ+] رنگ");
        assert_eq!(marked(&spans("only struck", [("only ", "")])), "[-only -]struck");
    }

    #[test]
    fn a_correction_of_a_correction() {
        let twice = spans("a red bus", [("red", "blue"), ("blue", "green")]);
        assert_eq!(marked(&twice), "a [-red-][-+blue+-][+green+] bus");
        let over = spans("a red bus", [("red", "blue"), ("a blue bus", "a van")]);
        assert_eq!(marked(&over), "[-a -][-red-][-+blue+-][- bus-][+a van+]");
    }

    #[test]
    fn words_that_stand_nowhere_are_still_shown() {
        assert_eq!(marked(&spans("text", [("other", "words")])), "text[-other-][+words+]");
        assert_eq!(marked(&spans("", [])), "");
    }
}
