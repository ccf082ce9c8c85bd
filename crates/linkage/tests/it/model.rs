//! What is learned, and that it is learned the same each time.

use roznamcha_linkage::{Candidates, LearnError, Method, Model, ModelError, Reviewed, Schema};

use crate::made::{CNIC, NAME, model, people, schema, table};

#[test]
fn the_same_records_give_the_same_bytes() {
    let text = model().json().unwrap();
    assert_eq!(text, model().json().unwrap());
    let read = Model::parse(&text).unwrap();
    assert_eq!(read.json().unwrap(), text);
    assert_eq!(read.version().unwrap(), model().version().unwrap());
    let newer = text.replacen("\"form\":1", "\"form\":9", 1);
    assert!(matches!(Model::parse(&newer), Err(ModelError::Form(9))));
}

#[test]
fn a_model_that_was_read_weighs_as_the_one_that_was_written() {
    let (model, records) = (model(), people(300, 3).0);
    let read = Model::parse(&model.json().unwrap()).unwrap();
    let weigh = |model: &Model| {
        let mut table = table(model.schema(), &records);
        Candidates::find_for(model, &mut table, |_, _| false).weigh(model, &table, -5.0)
    };
    assert!(!weigh(&model).is_empty());
    assert_eq!(weigh(&model), weigh(&read));
}

#[test]
fn weights_are_learned_from_identifiers_and_point_the_right_way() {
    let model = model();
    assert_eq!(model.learned().method, Method::Silver);
    let bits = |field, level| model.level(field, level).unwrap().bits();
    assert!(bits(CNIC, 1) > 5.0 && bits(CNIC, 5) < -3.0);
    assert!(bits(NAME, 1) > 1.0 && bits(NAME, 7) < -5.0);
    assert!(bits(CNIC, 1) > bits(CNIC, 2));
}

#[test]
fn without_identifiers_a_guarded_model_is_learned() {
    let mut schema = schema();
    schema.roles.identity = None;
    schema.fields.truncate(7);
    let (mut records, persons) = people(2_000, 5);
    for record in &mut records {
        record.values[CNIC] = roznamcha_linkage::Value::Missing;
    }
    let mut table = table(&schema, &records);
    let candidates = Candidates::find(&schema, &mut table, |_, _| false);
    let model = candidates.learn(&schema, &table, &[]).unwrap();
    assert_eq!(model.learned().method, Method::Blind);
    let true_share = candidates.pairs().filter(|(a, b)| persons[*a as usize] == persons[*b as usize]).count()
        as f64
        / candidates.pairs().count() as f64;
    assert!((model.share_of_matches() - true_share).abs() < 0.1, "{} {true_share}", model.share_of_matches());
}

#[test]
fn nothing_to_learn_from_is_an_error() {
    let schema = schema();
    let mut table = table(&schema, &people(1, 1).0[..1]);
    let candidates = Candidates::find(&schema, &mut table, |_, _| false);
    assert_eq!(candidates.learn(&schema, &table, &[]).unwrap_err(), LearnError::NoPairs);
}

#[test]
fn reviewed_pairs_move_the_weights() {
    let schema = schema();
    let (records, persons) = people(3_000, 7);
    let mut table = table(&schema, &records);
    let candidates = Candidates::find(&schema, &mut table, |_, _| false);
    let plain = candidates.learn(&schema, &table, &[]).unwrap();
    // Reviewers who say of pairs with one father's name that they are two, again and again.
    let pairs = candidates.pairs().filter(|(a, b)| persons[*a as usize] != persons[*b as usize]);
    let reviewed: Vec<Reviewed> = pairs.map(|(a, b)| Reviewed { a, b, same: false }).collect();
    assert!(reviewed.len() > 1_000);
    let moved = candidates.learn(&schema, &table, &reviewed).unwrap();
    let u = |model: &roznamcha_linkage::Model| model.level(NAME, 1).unwrap().u;
    assert!((u(&moved) - u(&plain)).abs() > 1e-4);
    assert_ne!(moved.version().unwrap(), plain.version().unwrap());
}

#[test]
fn a_schema_with_too_many_fields_is_refused() {
    let mut schema = schema();
    let field = schema.fields[0].clone();
    schema.fields.resize(Schema::MOST_FIELDS + 1, field);
    assert!(roznamcha_linkage::Table::new(&schema).is_err());
}
