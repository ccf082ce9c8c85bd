//! Records of nobody, with keys of names that are plain enough to reason about: a sound without double letters, a
//! skeleton without vowels.

use roznamcha_linkage::{
    Candidates, Custody, Date, Field, Guards, Kind, Model, Part, Policy, Record, Roles, Rule, Schema, Table,
    Value, Word, hash,
};

/// The fields of [`schema`].
pub const NAME: usize = 0;
const FATHER: usize = 1;
pub const CNIC: usize = 2;
const BIRTH: usize = 3;
const PHONE: usize = 4;
const PLACE: usize = 5;
const SEX: usize = 6;

/// Name, father, CNIC, birth, phone, district, sex.
pub fn schema() -> Schema {
    let field = |name: &str, kind, rarity| Field { name: name.to_owned(), kind, rarity };
    let rule = |parts: &[Part]| Rule(parts.to_vec());
    Schema {
        fields: vec![
            field("name", Kind::Name, 0.55),
            field("father", Kind::Name, 0.55),
            field("cnic", Kind::Identifier { local: 5 }, 0.0),
            field("birth", Kind::Date, 0.0),
            field("phone", Kind::Identifier { local: 0 }, 0.0),
            field("district", Kind::Category, 0.4),
            field("sex", Kind::Category, 0.0),
        ],
        rules: vec![
            rule(&[Part::Whole(CNIC)]),
            rule(&[Part::Start(CNIC, 8)]),
            rule(&[Part::End(CNIC, 7)]),
            rule(&[Part::Whole(PHONE)]),
            rule(&[Part::Word(NAME, 2), Part::Word(FATHER, 2), Part::Whole(PLACE)]),
            rule(&[Part::Word(NAME, 2), Part::Word(FATHER, 2), Part::Years(BIRTH)]),
            rule(&[Part::Word(NAME, 2), Part::Whole(BIRTH)]),
        ],
        refine: vec![Part::Word(NAME, 2), Part::Year(BIRTH)],
        cap: 60,
        roles: Roles { name: Some(NAME), identity: Some(CNIC), sex: Some(SEX), birth: Some(BIRTH) },
    }
}

/// A record; whatever is empty is missing.
pub fn record(key: u64, values: [&str; 7]) -> Record {
    let words = |text: &str| match text.split_whitespace().map(word).collect::<Vec<Word>>() {
        words if words.is_empty() => Value::Missing,
        words => Value::Words(words),
    };
    let [name, father, cnic, birth, phone, place, sex] = values;
    let identifier =
        |text: &str| if text.is_empty() { Value::Missing } else { Value::Identifier(text.to_owned()) };
    let code = |text: &str| if text.is_empty() { Value::Missing } else { Value::Code(text.to_owned()) };
    let values = vec![
        words(name),
        words(father),
        identifier(cnic),
        date(birth).map_or(Value::Missing, Value::Date),
        identifier(phone),
        code(place),
        code(sex),
    ];
    Record { key, values, custody: Vec::new() }
}

/// The same, held somewhere for some days.
pub fn held(record: Record, place: u64, from: i32, to: i32) -> Record {
    Record { custody: vec![Custody { place, from, to }], ..record }
}

fn word(text: &str) -> Word {
    let mut sound: Vec<char> = text.replace("ee", "i").replace("oo", "u").chars().collect();
    sound.dedup();
    let skeleton: String = sound
        .iter()
        .enumerate()
        .filter(|(n, c)| *n == 0 || !"aeiouhy".contains(**c))
        .map(|(_, c)| *c)
        .collect();
    let sound: String = sound.into_iter().collect();
    Word {
        text: text.to_owned(),
        sound: hash(sound.as_bytes()),
        skeleton: hash(skeleton.as_bytes()),
        light: text == "muhammad",
    }
}

fn date(text: &str) -> Option<Date> {
    match text.split('-').map(|part| part.parse::<u16>().ok()).collect::<Option<Vec<u16>>>()?.as_slice() {
        [year] => Date::year_only(*year),
        [year, month, day] => Date::day(*year, *month as u8, *day as u8),
        _ => None,
    }
}

/// Numbers that look like chance (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn below(&mut self, count: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((u128::from(mixed ^ (mixed >> 31)) * count as u128) >> 64) as usize
    }

    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

const SYLLABLES: [&str; 24] = [
    "bar", "dil", "fer", "gam", "hos", "jal", "kir", "lat", "mon", "nas", "par", "qad", "rum", "sib", "tur",
    "vas", "zam", "shok", "bel", "dor", "fis", "gul", "min", "rev",
];

fn name(dice: &mut Dice) -> String {
    let syllable = |dice: &mut Dice| SYLLABLES[dice.below(SYLLABLES.len())];
    format!("{}{}", syllable(dice), syllable(dice))
}

/// Records of so many people, each one to four times, one in four of the household of the one before; and who is who.
pub fn people(count: usize, seed: u64) -> (Vec<Record>, Vec<usize>) {
    let mut dice = Dice(seed);
    let (mut records, mut persons) = (Vec::new(), Vec::new());
    let mut house = (String::new(), String::new(), String::new());
    for person in 0..count {
        if person == 0 || !dice.chance(25) {
            house = (
                name(&mut dice),
                format!("d{}", dice.below(30)),
                format!("03{:09}", dice.below(1_000_000_000)),
            );
        }
        let (own, surname) = (name(&mut dice), name(&mut dice));
        let cnic = format!("{:05}{:08}", 10_000 + dice.below(300), dice.below(100_000_000));
        let (year, month, day) = (1950 + dice.below(56), 1 + dice.below(12), 1 + dice.below(28));
        for _ in 0..1 + dice.below(4) {
            let said = |dice: &mut Dice, text: &str, percent| {
                if dice.chance(percent) { text.to_owned() } else { String::new() }
            };
            let wrong = |dice: &mut Dice, text: &str| {
                let mut letters: Vec<char> = text.chars().collect();
                let place = dice.below(letters.len());
                letters[place] = if letters[place] == '7' { '3' } else { '7' };
                letters.into_iter().collect::<String>()
            };
            let spelt = if dice.chance(10) { own.replace('i', "ee") } else { own.clone() };
            let full = if dice.chance(75) { format!("{spelt} {surname}") } else { spelt };
            let number = if dice.chance(4) { wrong(&mut dice, &cnic) } else { cnic.clone() };
            let birth =
                if dice.chance(25) { year.to_string() } else { format!("{year}-{month:02}-{day:02}") };
            let birth = said(&mut dice, &birth, 85);
            let (father, number) = (said(&mut dice, &house.0, 85), said(&mut dice, &number, 70));
            let (phone, sex) = (said(&mut dice, &house.2, 50), if person % 8 == 0 { "f" } else { "m" });
            let values = [&full, &father, &number, &birth, &phone, &house.1, sex].map(str::to_owned);
            records.push(record(records.len() as u64 + 1, values.each_ref().map(String::as_str)));
            persons.push(person);
        }
    }
    (records, persons)
}

/// A table of records.
pub fn table(schema: &Schema, records: &[Record]) -> Table {
    let mut table = Table::new(schema).unwrap();
    for record in records {
        table.push(schema, record).unwrap();
    }
    table
}

/// A model learned from people of nobody.
pub fn model() -> Model {
    let schema = schema();
    let mut table = table(&schema, &people(3_000, 7).0);
    let candidates = Candidates::find(&schema, &mut table, |_, _| false);
    candidates.learn(&schema, &table, &[]).unwrap()
}

/// Joined without being asked from six bits on, shown to a reviewer from nought.
pub fn policy() -> Policy {
    Policy { automatic: 6.0, review: 0.0, guards: Guards::default() }
}

/// F1 over pairs of records of one person.
pub fn f1(of: &[u32], persons: &[usize]) -> f64 {
    let (mut right, mut said, mut all) = (0.0, 0.0, 0.0);
    for a in 0..of.len() {
        for b in a + 1..of.len() {
            let (one, true_one) = (of[a] == of[b], persons[a] == persons[b]);
            right += f64::from(u8::from(one && true_one));
            said += f64::from(u8::from(one));
            all += f64::from(u8::from(true_one));
        }
    }
    2.0 * right / (said + all)
}
