//! A line as clerks write it, split into typed fields: name, father, husband, mother, aliases.

/// Words that say whose child or spouse somebody is, as they are written, and what follows them.
const RELATIONS: [(&[&str], Relation); 4] = [
    (
        &[
            "s/o",
            "s/o.",
            "s\\o",
            "so/",
            "son of",
            "d/o",
            "d/o.",
            "d\\o",
            "daughter of",
            "bin",
            "ibn",
            "bint",
            "binte",
            "ولد",
            "بن",
            "بنت",
            "دختر",
            "ولدیت",
            "ابن",
        ],
        Relation::Father,
    ),
    (&["w/o", "w/o.", "w\\o", "wife of", "زوجہ", "زوجۂ", "بیوہ", "widow of"], Relation::Husband),
    (&["mother of", "والدہ"], Relation::Child),
    (&["urf", "alias", "a.k.a.", "aka", "@", "عرف", "المعروف"], Relation::Alias),
];

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Father,
    Husband,
    Child,
    Alias,
}

/// What a line says, every part as it was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Line {
    /// The person's own name.
    pub name: String,
    /// Names after `s/o`, `d/o`, `bin`, ولد, بنت.
    pub fathers: Vec<String>,
    /// Names after `w/o`, زوجہ.
    pub husbands: Vec<String>,
    /// Names after `mother of`, والدہ.
    pub children: Vec<String>,
    /// Other names of the person's own: after `urf`, `alias`, `@`, عرف.
    pub aliases: Vec<String>,
}

/// Splits a line at its relation words. An alias after a father's name is still the person's own.
#[must_use]
pub fn line(text: &str) -> Line {
    let mut out = Line::default();
    let mut to = None;
    let mut part: Vec<&str> = Vec::new();
    let spaced = text.replace('@', " @ ").replace(['(', ')', '،', ','], " ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut rest = words.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if let Some((relation, used)) = relation(rest) {
            put(&mut out, to, &mut part);
            to = Some(relation);
            rest = rest.get(used..).unwrap_or(&[]);
        } else {
            part.push(first);
            rest = after;
        }
    }
    put(&mut out, to, &mut part);
    out
}

/// The relation that the next words name, and how many words that takes.
fn relation(rest: &[&str]) -> Option<(Relation, usize)> {
    RELATIONS.iter().find_map(|(spellings, relation)| {
        let used = spellings.iter().find_map(|spelling| {
            let words: Vec<&str> = spelling.split(' ').collect();
            let same = |(a, b): (&&str, &&str)| a.eq_ignore_ascii_case(b);
            (rest.len() >= words.len() && rest.iter().zip(&words).all(same)).then_some(words.len())
        })?;
        Some((*relation, used))
    })
}

fn put(out: &mut Line, to: Option<Relation>, part: &mut Vec<&str>) {
    let text = part.join(" ");
    part.clear();
    if text.is_empty() {
        return;
    }
    match to {
        None => out.name = text,
        Some(Relation::Father) => out.fathers.push(text),
        Some(Relation::Husband) => out.husbands.push(text),
        Some(Relation::Child) => out.children.push(text),
        Some(Relation::Alias) => out.aliases.push(text),
    }
}
