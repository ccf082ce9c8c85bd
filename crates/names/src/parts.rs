//! Compounds of a name taken apart, and abbreviations written out.

use crate::letters::is_script;

/// Articles, alone between words.
const ARTICLES: [&str; 30] = [
    "al", "el", "il", "ul", "ol", "ur", "ar", "er", "ud", "ad", "ed", "us", "as", "es", "uz", "az", "ez",
    "ush", "ash", "esh", "un", "an", "en", "ut", "at", "et", "e", "i", "ال", "ol",
];

const MUHAMMAD: [&str; 8] = ["md", "mohd", "muhd", "mohmd", "mhd", "mohad", "moh", "muh"];

/// Words in ال that are no article and a word.
const NO_ARTICLE: [&str; 13] = [
    "اللہ",
    "الیاس",
    "الطاف",
    "الماس",
    "الہی",
    "الفت",
    "التمش",
    "الزبتھ",
    "البرٹ",
    "الیگزینڈر",
    "الفریڈ",
    "الفرڈ",
    "الویرا",
];

/// Second parts of compounds, as they are written joined, and the word they are.
const TAILS: [(&[&str], &str); 8] = [
    (
        &[
            "uddin", "uddeen", "udin", "udeen", "eddin", "eddine", "edin", "addin", "aldin", "oddin", "odin",
            "oddeen", "addine", "ouddine", "ldin",
        ],
        "din",
    ),
    (&["ullah", "ollah", "allah", "ulla", "ulah", "oullah", "ellah", "olla"], "allah"),
    (
        &["urrahman", "urrehman", "urehman", "urahman", "alrahman", "ulrahman", "ulrehman", "orrahman"],
        "rahman",
    ),
    (&["ulhaq", "ulhaque", "ulhaqq", "alhaq", "elhaq", "ulhuq"], "haq"),
    (&["ulislam", "alislam", "olislam"], "islam"),
    (&["ulhasan", "ulhassan", "alhasan", "alhassan", "olhassan", "olhasan", "elhassan"], "hasan"),
    (&["unnisa", "unnissa", "unisa", "unissa", "unnesa"], "nisa"),
    (&["ulhuda", "alhuda", "olhoda"], "huda"),
];

pub(crate) fn is_article(word: &str) -> bool {
    ARTICLES.contains(&word)
}

/// A Roman word's parts.
pub(crate) fn roman(word: &str, first: bool, out: &mut Vec<String>) {
    if MUHAMMAD.contains(&word) || (word == "m" && first) {
        out.push("muhammad".to_owned());
    } else if word == "ch" {
        out.push("chaudhry".to_owned());
    } else if let Some(rest) = servant(word) {
        out.push("abd".to_owned());
        if rest.len() > 2 {
            out.push(rest.to_owned());
        }
    } else if matches!(word, "abul" | "abol" | "aboul" | "abou" | "abo") {
        out.push("abu".to_owned());
    } else if let Some((head, tail)) = tail(word) {
        out.push(head.to_owned());
        out.push(tail.to_owned());
    } else if matches!(word, "ullah" | "ulla" | "ollah") {
        out.push("allah".to_owned());
    } else {
        out.push(word.to_owned());
    }
}

/// What follows `abdul`, `abdur`, `abdel`, `abd`; the article's sound is given back to the word or dropped.
fn servant(word: &str) -> Option<&str> {
    let rest = word.strip_prefix("abd")?;
    let vowels = ["ou", "oo", "u", "e", "a", "o"];
    let Some(tail) = vowels.iter().find_map(|vowel| rest.strip_prefix(vowel)) else {
        return rest.is_empty().then_some("");
    };
    let mut letters = tail.chars();
    let (one, two) = (letters.next(), letters.next());
    match (one, two) {
        (None, _) => None,
        (Some('l'), Some('l')) => Some("allah"),
        (Some('l'), _) => tail.strip_prefix('l'),
        (Some(c), None) if "rszntd".contains(c) => Some(""),
        (Some('s'), Some('h')) if tail.len() == 2 => Some(""),
        (Some(one), Some(two)) if one == two => tail.strip_prefix(one),
        // Doubled by sound, written once: Abdurahman, Abdusalam.
        (Some(_), _) if tail.len() > 4 && rest.starts_with('u') => Some(tail),
        _ => None,
    }
}

/// A joined second part and what stands before it, when that is a word of its own.
fn tail(word: &str) -> Option<(&str, &'static str)> {
    TAILS.iter().find_map(|(spellings, tail)| {
        let head = spellings.iter().find_map(|spelling| word.strip_suffix(spelling))?;
        (head.len() > 2).then_some((head, *tail))
    })
}

/// A word's parts in Urdu or Arabic letters; `article` when its ال may be one.
pub(crate) fn script(word: &str, article: bool, out: &mut Vec<String>) {
    if let Some(rest) = word.strip_prefix("عبد") {
        out.push("عبد".to_owned());
        if !rest.is_empty() {
            script(rest, true, out);
        }
        return;
    }
    if let Some(rest) = word.strip_prefix("ابوال").filter(|rest| long(rest, 3)) {
        out.extend(["ابو", rest].map(str::to_owned));
        return;
    }
    for (suffix, tail) in
        [("الدین", "دین"), ("اللہ", "اللہ"), ("الرحمن", "رحمن"), ("الحق", "حق"), ("النسا", "نسا")]
    {
        if let Some(head) = word.strip_suffix(suffix).filter(|head| long(head, 2)) {
            out.extend([head, tail].map(str::to_owned));
            return;
        }
    }
    let bare = word.strip_prefix("ال").filter(|rest| article && long(rest, 3) && !NO_ARTICLE.contains(&word));
    let bare = bare.filter(|rest| rest.chars().all(is_script));
    out.push(bare.unwrap_or(word).to_owned());
}

fn long(text: &str, least: usize) -> bool {
    text.chars().count() >= least
}
