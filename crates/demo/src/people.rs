//! Persons who do not exist, and look it.

use roznamcha_acts::kinds::{Gender, Party, Relation, RelationKind};

use crate::chance::Chance;
use crate::words::Words;

/// Marks an address in Urdu.
pub(crate) const MARK_UR: &str = "(فرضی)";
/// Marks an address or name in Roman letters.
pub(crate) const MARK_EN: &str = "(synthetic)";
/// What every card number begins with: no district has it, and its family block is nearly empty.
pub(crate) const CARD: &str = "3999900";
/// What every telephone number begins with.
pub(crate) const PHONE: &str = "0300000";

/// A name in both scripts.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub ur: String,
    pub en: String,
}

fn given(words: &Words, woman: bool, chance: &mut Chance) -> (&'static str, &'static str) {
    let list = words.names.get(if woman { "female" } else { "male" });
    let line = list.and_then(|l| chance.pick(l)).copied().unwrap_or("نمونہ | Namuna");
    line.split_once(" | ").unwrap_or((line, line))
}

/// A name of two parts.
pub(crate) fn name(words: &Words, woman: bool, chance: &mut Chance) -> Name {
    let (ur, en) = given(words, woman, chance);
    let before = [("محمد", "Muhammad"), ("غلام", "Ghulam")];
    let after = if woman {
        [("بی بی", "Bibi"), ("اختر", "Akhtar")]
    } else {
        [("علی", "Ali"), ("احمد", "Ahmed")]
    };
    if !woman && chance.odds(0.45) {
        let (u, e) = chance.pick(&before).copied().unwrap_or_default();
        return Name { ur: format!("{u} {ur}"), en: format!("{e} {en}") };
    }
    if chance.odds(0.6) {
        let (u, e) = chance.pick(&after).copied().unwrap_or_default();
        return Name { ur: format!("{ur} {u}"), en: format!("{en} {e}") };
    }
    let (u, e) = given(words, false, chance);
    Name { ur: format!("{ur} {u}"), en: format!("{en} {e}") }
}

/// A telephone number.
pub(crate) fn phone(chance: &mut Chance) -> String {
    format!("{PHONE}{:04}", chance.between(0, 9999))
}

/// A person living at `locality`, of an age between the two.
pub(crate) fn person(
    words: &Words,
    woman: bool,
    age: (i64, i64),
    locality: &str,
    chance: &mut Chance,
) -> Party {
    let (own, other) = (name(words, woman, chance), name(words, false, chance));
    let kind = match (woman, chance.odds(0.5)) {
        (false, _) => RelationKind::SonOf,
        (true, true) => RelationKind::WifeOf,
        (true, false) => RelationKind::DaughterOf,
    };
    // Some clerks write Roman letters; a search must find both.
    let roman = chance.odds(0.06);
    let house = chance.between(1, 240);
    let age = u8::try_from(chance.between(age.0, age.1)).ok();
    // The last digit is odd for men, even for women; a child has no card.
    let digit = chance.between(0, 4) * 2 + i64::from(!woman);
    let card = format!("{CARD}{:05}{digit}", chance.between(1, 99_999));
    let carried = chance.odds(0.6) && age.is_some_and(|a| a >= 18);
    let telephone = phone(chance);
    let alias = chance.odds(0.05).then(|| given(words, false, chance).0.to_owned());
    Party {
        name: if roman { own.en } else { own.ur },
        relation: Some(Relation { kind, name: if roman { other.en } else { other.ur } }),
        alias,
        cnic: carried.then_some(card),
        phone: chance.odds(0.7).then_some(telephone),
        address: Some(if roman {
            format!("House {house}, {locality} {MARK_EN}")
        } else {
            format!("مکان نمبر {house}، {locality} {MARK_UR}")
        }),
        gender: Some(if woman { Gender::Female } else { Gender::Male }),
        age,
    }
}

/// Whether anybody can see that this person does not exist.
#[cfg(test)]
pub(crate) fn visibly_synthetic(party: &Party) -> bool {
    let marked = party.address.as_deref().is_some_and(|a| a.contains(MARK_UR) || a.contains(MARK_EN));
    let card = party.cnic.as_deref().is_none_or(|c| c.starts_with(CARD));
    let phone = party.phone.as_deref().is_none_or(|p| p.starts_with(PHONE));
    (marked || party.name.is_empty()) && card && phone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everybody_is_visibly_synthetic() {
        let (words, mut chance) = (Words::read(), Chance::new(1, "people"));
        for i in 0..2000 {
            let party = person(&words, i % 3 == 0, (10, 80), "محلہ", &mut chance);
            assert!(visibly_synthetic(&party), "{party:?}");
            assert!(party.cnic.as_deref().is_none_or(|c| c.len() == 13));
            assert!(!party.name.trim().is_empty());
        }
    }
}
