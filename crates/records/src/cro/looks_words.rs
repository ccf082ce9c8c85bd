//! The vocabulary of descriptions, made of the statute book's lists, and an enrolment as a description in it.
//!
//! Which codes witnesses take for each other the book says; how often, and how often such words tell nothing, are
//! assumptions ([`NEAR`], [`WRONG`]), the same for every list.

use roznamcha_acts::kinds::{BodyMarkKind, EnrolBasis, Gender};
use roznamcha_acts::views::Enrolment;
use roznamcha_appearance::{
    Born, Code, Description, Mark, Near, Side, TermList, Vocabulary, VocabularyData, VocabularyError,
};
use roznamcha_statute::{Look, StatuteBook};
use std::collections::BTreeMap;

/// How well one of two codes that are taken for each other fits where the other is so, in percent.
const NEAR: u8 = 40;
/// Of a hundred words about a field, how many tell nothing.
const WRONG: u8 = 20;
/// Of a hundred words about whether it was a man or a woman.
const WRONG_GENDER: u8 = 2;
/// The field that is no list of the book.
pub(super) const GENDER: &str = "gender";
/// Lists of the book that are numbers in bands, and the one of places of marks.
const NO_FIELDS: [&str; 3] = ["height_band", "weight_band", roznamcha_acts::kinds::Looks::PLACES];
/// The heaviest that the index tells apart.
const HEAVIEST: u16 = 254;

/// A gender as a code.
pub(super) fn gender_code(gender: Gender) -> &'static str {
    match gender {
        Gender::Male => "male",
        Gender::Female => "female",
        Gender::X => "x",
    }
}

/// A place of the book's list without its side, and the side.
pub(super) fn sided(place: &str) -> (&str, Side) {
    let of = |suffix: &str, side| place.strip_suffix(suffix).map(|base| (base, side));
    of("_left", Side::Left).or_else(|| of("_right", Side::Right)).unwrap_or((place, Side::Unknown))
}

/// Each code once, whatever its dates: what was written under an older list is still read.
fn codes<'a>(all: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut list: Vec<String> = Vec::new();
    for code in all {
        if !list.iter().any(|known| known == code) {
            list.push(code.to_owned());
        }
    }
    list
}

fn field(book: &StatuteBook, name: &str) -> TermList {
    let looks = || book.looks().iter().filter(|look| look.list == name);
    let codes = codes(looks().map(|look| look.code.as_str()));
    let mut near: BTreeMap<(&str, &str), Near> = BTreeMap::new();
    for look in looks() {
        for other in look.near.iter().filter(|other| codes.contains(other) && **other != look.code) {
            let (one, other) = (look.code.as_str(), other.as_str());
            let (one, other) = (one.min(other), one.max(other));
            let pair = Near { one: one.to_owned(), other: other.to_owned(), percent: NEAR };
            near.insert((one, other), pair);
        }
    }
    let near = near.into_values().collect();
    TermList { name: name.to_owned(), codes, near, wrong_percent: WRONG, at_once: false }
}

fn list(name: &str, codes: Vec<String>) -> TermList {
    TermList { name: name.to_owned(), codes, near: Vec::new(), wrong_percent: WRONG, at_once: false }
}

/// The vocabulary of the book.
///
/// # Errors
/// [`VocabularyError`] where a list of the book cannot be one.
pub(super) fn vocabulary(book: &StatuteBook) -> Result<Vocabulary, VocabularyError> {
    let genders = [Gender::Male, Gender::Female, Gender::X].map(gender_code);
    let mut fields = vec![TermList {
        wrong_percent: WRONG_GENDER,
        at_once: true,
        ..list(GENDER, genders.map(str::to_owned).to_vec())
    }];
    let coded = Look::LISTS.iter().filter(|name| !NO_FIELDS.contains(name));
    fields.extend(coded.map(|name| field(book, name)));
    let places = book.looks().iter().filter(|look| look.list == roznamcha_acts::kinds::Looks::PLACES);
    let kinds = BodyMarkKind::ALL.map(|kind| kind.as_str().to_owned()).to_vec();
    Vocabulary::new(&VocabularyData {
        fields,
        kinds: list("kinds", kinds),
        places: list("places", codes(places.map(|look| sided(&look.code).0))),
        methods: list("methods", codes(book.methods().iter().map(|method| method.code.as_str()))),
    })
}

/// What an enrolment says of its person's looks and ways; a code that the book has no more is passed by. `None` where
/// nothing is said, and for a child: no search by looks names one.
pub(super) fn description(vocabulary: &Vocabulary, enrolment: &Enrolment) -> Option<Description> {
    if enrolment.person.is_child() {
        return None;
    }
    let (looks, year) = (&enrolment.looks, u16::try_from(enrolment.taken.year()).ok()?);
    let mut coded: Vec<Code> = looks
        .codes()
        .into_iter()
        .filter_map(|(list, code)| vocabulary.code(list, code.as_deref()?).ok())
        .collect();
    let described = looks.height_cm.is_some()
        || looks.weight_kg.is_some()
        || !coded.is_empty()
        || !looks.marks.is_empty()
        || !enrolment.method.is_empty()
        || enrolment.gang.is_some();
    if !described {
        return None;
    }
    let gender = enrolment.person.gender.map(gender_code);
    coded.extend(gender.and_then(|code| vocabulary.code(GENDER, code).ok()));
    let mark = |mark: &roznamcha_acts::kinds::BodyMark| {
        let (place, side) = sided(&mark.place);
        let kind = vocabulary.kind(mark.kind.as_str()).ok()?;
        Some(Mark { kind, place: vocabulary.place(place).ok()?, side })
    };
    // An empty list may mean that nobody looked.
    let marks: Vec<Mark> = looks.marks.iter().filter_map(mark).collect();
    let methods: Vec<_> = enrolment.method.iter().filter_map(|code| vocabulary.method(code).ok()).collect();
    Some(Description {
        recorded: Some(year),
        height_cm: looks.height_cm,
        weight_kg: looks.weight_kg.map(|kg| kg.min(HEAVIEST)),
        born: enrolment.person.age.and_then(|age| {
            let to = year.checked_sub(u16::from(age))?;
            Some(Born { from: to.checked_sub(1)?, to })
        }),
        coded,
        marks: (!marks.is_empty()).then_some(marks),
        methods: (!methods.is_empty()).then_some(methods),
    })
}

/// The photograph of the face that a line-up shows, where the law allows one.
pub(super) fn face(enrolment: &Enrolment) -> Option<&str> {
    let front = |photograph: &&roznamcha_acts::kinds::Photograph| {
        photograph.view == roznamcha_acts::kinds::PhotoView::Front
    };
    let photographs = enrolment.photographs.iter().find(front);
    photographs.filter(|_| enrolment.basis != EnrolBasis::Arrestee).map(|one| one.sha256.as_str())
}
