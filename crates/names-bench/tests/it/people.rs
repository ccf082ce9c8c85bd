//! The generator.

use roznamcha_names_bench::people::{Source, person};

#[test]
fn a_seed_gives_the_same_people_and_another_seed_others() {
    let source = Source::new(None);
    let names = |seed| (0..50).map(|number| person(&source, seed, number).person).collect::<Vec<_>>();
    assert_eq!(names(1), names(1));
    assert_ne!(names(1), names(2));
}

#[test]
fn names_are_borne_as_often_as_they_were_seen() {
    let pairs = [("علی".to_owned(), "ali".to_owned(), 98), ("وقاص".to_owned(), "waqas".to_owned(), 2)];
    let source = Source::new(Some(&pairs));
    let people = (0..500).map(|number| person(&source, 3, number).person);
    let rare = people
        .filter(|person| person.names.iter().any(|name| name.contains("waqas") || name.contains("وقاص")));
    let rare = rare.count();
    assert!((1..60).contains(&rare), "{rare}");
}
