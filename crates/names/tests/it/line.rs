//! Lines as clerks write them.

use roznamcha_names::line;

#[test]
fn relations_and_aliases_go_to_their_fields() {
    let found = line("Muhammad Aslam urf Achhu S/O Ghulam Nabi");
    assert_eq!(found.name, "Muhammad Aslam");
    assert_eq!(found.aliases, ["Achhu"]);
    assert_eq!(found.fathers, ["Ghulam Nabi"]);
    let found = line("محمد اسلم عرف اچھو ولد غلام نبی");
    assert_eq!(
        (found.name.as_str(), found.aliases, found.fathers),
        ("محمد اسلم", vec!["اچھو".to_owned()], vec!["غلام نبی".to_owned()])
    );
    let found = line("Nasreen Bibi w/o Akram");
    assert_eq!((found.husbands, found.fathers), (vec!["Akram".to_owned()], vec![]));
    assert_eq!(line("نسرین زوجہ اکرم").husbands, ["اکرم"]);
    assert_eq!(line("Bilal @ Billa").aliases, ["Billa"]);
    assert_eq!(line("Ali son of Ahmed").fathers, ["Ahmed"]);
}

#[test]
fn letters_stay_as_they_were_written() {
    assert_eq!(line("MUHAMMAD Ásláṁ").name, "MUHAMMAD Ásláṁ");
    assert_eq!(line("").name, "");
    assert_eq!(line("S/O Akram").fathers, ["Akram"]);
    assert_eq!(line("Urfi").name, "Urfi", "a word that begins like a relation is none");
}
