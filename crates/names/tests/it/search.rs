//! Persons found by names spelled otherwise.

use roznamcha_names::Lexicon;
use roznamcha_names::index::{Index, Person, Query};

fn person(name: &str, father: &str) -> Person {
    Person { names: vec![name.to_owned()], fathers: vec![father.to_owned()], ..Person::default() }
}

fn index() -> Index {
    let mut index = Index::default();
    let people = [
        ("Muhammad Ali", "Ghulam Nabi"),
        ("Muhammad Ali", "Bashir Ahmad"),
        ("محمد علی", "بشیر احمد"),
        ("Tariq Javed", "Nazir Hussain"),
        ("Abdur Rehman", "Karim Bakhsh"),
        ("Mohammad Reza Karimi", "Hassan"),
        ("Mahmood Alam", "Akbar"),
    ];
    for ((name, father), id) in people.into_iter().zip(1..) {
        index.put(id, &person(name, father));
    }
    index
}

fn ids(index: &Index, query: &Query) -> Vec<u64> {
    index.search(query, 10).into_iter().map(|hit| hit.id).collect()
}

fn by_name(name: &str) -> Query {
    Query { name: name.to_owned(), ..Query::default() }
}

#[test]
fn either_script_finds_either() {
    let index = index();
    for asked in ["محمد علي", "Mohd Ali", "MUHAMMED ALI"] {
        let found = ids(&index, &by_name(asked));
        assert!(found.starts_with(&[1, 2, 3]) || found.starts_with(&[3, 1, 2]), "{asked} {found:?}");
    }
    assert_eq!(ids(&index, &by_name("عبدالرحمٰن")).first(), Some(&5));
    assert_eq!(ids(&index, &by_name("طارق جاوید")).first(), Some(&4));
    assert_eq!(ids(&index, &by_name("Mohammadreza Karimi")).first(), Some(&6), "words cut elsewhere");
}

#[test]
fn the_fathers_name_tells_two_of_one_name_apart() {
    let index = index();
    let query = Query { father: Some("Basheer Ahmed".to_owned()), ..by_name("M. Ali") };
    let hits = index.search(&query, 10);
    assert_eq!(hits.first().map(|hit| hit.id), Some(2));
    assert!(hits[0].father.as_ref().is_some_and(|father| father.score > 0.8 && father.pairs.len() == 2));
    let first = hits.iter().position(|hit| hit.id == 1).unwrap();
    assert!(hits[first].score < hits[0].score);
}

#[test]
fn district_and_year_leave_out_who_is_known_to_be_elsewhere() {
    let mut index = Index::default();
    let at = |district, born| Person { district, born, ..person("Kamran Akmal", "Akmal") };
    for (id, (district, born)) in
        [(Some(1), Some(1980)), (Some(2), Some(1980)), (None, None), (Some(1), Some(1999))]
            .into_iter()
            .enumerate()
    {
        index.put(id as u64, &at(district, born));
    }
    let query = Query { district: Some(1), born: Some(1978..=1982), ..by_name("Kamran Akmal") };
    assert_eq!(ids(&index, &query), [0, 2], "what is not known rules nobody out");
}

#[test]
fn a_learned_spelling_answers_queries_in_the_script() {
    let mut lexicon = Lexicon::default();
    lexicon.learn("جمال", "Cemal", 1);
    let mut index = Index::new(lexicon);
    index.put(1, &person("Cemal", "Nobody"));
    assert_eq!(ids(&index, &by_name("جمال")), [1]);
    assert!(Index::default().search(&by_name("جمال"), 5).is_empty());
}

#[test]
fn an_alias_is_a_name_too() {
    let mut index = Index::default();
    let names = vec!["Aslam Pervez".to_owned(), "Achhu".to_owned()];
    index.put(9, &Person { names, ..Person::default() });
    assert_eq!(ids(&index, &by_name("اچھو")), [9]);
    assert_eq!(ids(&index, &by_name("Aslam Parvez")), [9]);
    assert!(ids(&index, &by_name("")).is_empty());
}
