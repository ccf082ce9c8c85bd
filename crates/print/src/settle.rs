//! A sheet made ready for its template: every string becomes runs of words that can be set as they are, with
//! struck words in their place.

use serde_json::{Map, Value, json};

use crate::bidi;

/// Replaces every string, and every text with corrections, by an object the templates print with `w(..)`:
/// `plain` (as given), `rtl` (direction of its letters, or null), `tall` (needs the height of Nastaliq),
/// `runs` (`kind` is `text`, `struck` or `inserted`; `n` counts the corrections; `rtl` as above) and `notes` (who, when).
pub(crate) fn settle(value: &Value, covers: &dyn Fn(char) -> bool) -> Value {
    match value {
        Value::String(words) => words_of(words, &[], covers),
        Value::Array(items) => items.iter().map(|item| settle(item, covers)).collect(),
        Value::Object(fields) => match corrected(fields) {
            Some((words, corrections)) => words_of(words, corrections, covers),
            None => fields.iter().map(|(key, field)| (key.clone(), settle(field, covers))).collect(),
        },
        other => other.clone(),
    }
}

/// The parts of a serialised [`crate::Text`].
fn corrected(fields: &Map<String, Value>) -> Option<(&str, &[Value])> {
    let words = fields.get("words")?.as_str()?;
    let corrections = fields.get("corrections")?.as_array()?;
    Some((words, corrections))
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Text,
    Struck,
    Inserted,
}

struct Run {
    kind: Kind,
    words: String,
    n: usize,
}

fn words_of(words: &str, corrections: &[Value], covers: &dyn Fn(char) -> bool) -> Value {
    let mut runs = vec![Run { kind: Kind::Text, words: words.to_owned(), n: 0 }];
    let mut notes = Vec::new();
    let mut letters = words.to_owned();
    for (index, correction) in corrections.iter().enumerate() {
        let said = |key: &str| correction.get(key).and_then(Value::as_str).unwrap_or_default();
        strike(&mut runs, said("wrong"), said("right"), index + 1);
        letters.push_str(said("right"));
        let mut note = settle(correction, covers);
        if let Some(fields) = note.as_object_mut() {
            fields.insert("n".to_owned(), json!(index + 1));
        }
        notes.push(note);
    }
    let runs: Vec<Value> = runs
        .iter()
        .filter(|run| !run.words.is_empty())
        .map(|run| {
            let kind = match run.kind {
                Kind::Text => "text",
                Kind::Struck => "struck",
                Kind::Inserted => "inserted",
            };
            let rtl = bidi::right_to_left(&run.words);
            json!({ "kind": kind, "words": bidi::clean(&run.words, covers), "n": run.n, "rtl": rtl })
        })
        .collect();
    json!({
        "plain": words,
        "rtl": bidi::right_to_left(&letters),
        "tall": bidi::has_arabic(&letters),
        "runs": runs,
        "notes": notes,
    })
}

/// Strikes the first place where `wrong` still stands; words not found are struck at the end.
fn strike(runs: &mut Vec<Run>, wrong: &str, right: &str, n: usize) {
    let struck = [
        Run { kind: Kind::Struck, words: wrong.to_owned(), n },
        Run { kind: Kind::Inserted, words: right.to_owned(), n },
    ];
    let found = runs.iter().enumerate().find_map(|(at, run)| {
        let standing = run.kind != Kind::Struck && !wrong.is_empty();
        let (before, after) = standing.then(|| run.words.split_once(wrong)).flatten()?;
        Some((at, run.kind, run.n, before.to_owned(), after.to_owned()))
    });
    let Some((at, kind, was, before, after)) = found else {
        runs.push(Run { kind: Kind::Text, words: " ".to_owned(), n: 0 });
        runs.extend(struck);
        return;
    };
    let pieces = std::iter::once(Run { kind, words: before, n: was })
        .chain(struck)
        .chain(std::iter::once(Run { kind, words: after, n: was }));
    runs.splice(at..=at, pieces);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shape(words: &str, corrections: &Value) -> String {
        let settled = settle(&json!({ "words": words, "corrections": corrections }), &|_| true);
        let runs = settled["runs"].as_array().unwrap().clone();
        let said = |run: &Value| run["words"].as_str().unwrap().to_owned();
        runs.iter()
            .map(|run| match run["kind"].as_str().unwrap() {
                "struck" => format!("-{}-", said(run)),
                "inserted" => format!("+{}+", said(run)),
                _ => said(run),
            })
            .collect()
    }

    #[test]
    fn the_wrong_words_stay_and_the_right_ones_follow() {
        let one = json!([{ "wrong": "black", "right": "red" }]);
        assert_eq!(shape("a black car", &one), "a -black-+red+ car");
        let twice = json!([{ "wrong": "black", "right": "red" }, { "wrong": "red", "right": "green" }]);
        assert_eq!(shape("a black car", &twice), "a -black--red-+green+ car");
    }

    #[test]
    fn struck_words_are_never_struck_again_and_nothing_is_lost() {
        let same = json!([{ "wrong": "car", "right": "van" }, { "wrong": "car", "right": "bus" }]);
        assert_eq!(shape("car, car", &same), "-car-+van+, -car-+bus+");
        let absent = json!([{ "wrong": "x", "right": "y" }]);
        assert_eq!(shape("car", &absent), "car -x-+y+");
    }

    #[test]
    fn every_string_keeps_what_was_given() {
        let settled = settle(&json!({ "at": "2026-05-10T14:30:00", "list": ["10/5", 7, null] }), &|_| true);
        assert_eq!(settled["at"]["plain"], "2026-05-10T14:30:00");
        assert_eq!(settled["list"][0]["rtl"], Value::Null);
        assert_eq!(settled["list"][1], 7);
    }
}
