//! Which column takes what, and that nothing an entry says is lost.

use proptest::prelude::*;
use roznamcha_acts::views::{Cell, CellKind};
use roznamcha_books::{Plan, line};
use roznamcha_statute::StatuteBook;
use roznamcha_words::{Lang, Words};

use crate::samples;

#[test]
fn every_part_of_every_register_has_a_plan_in_the_order_of_the_statute() {
    let book = StatuteBook::built_in().unwrap();
    for register in book.registers() {
        for part in book.parts(register.number) {
            let plan = Plan::of(&book, register.number, part.written()).unwrap();
            let planned: Vec<_> = plan.columns.iter().map(|c| c.key.as_str()).collect();
            let columns = book.columns(register.number, &part.part);
            let statute: Vec<_> = columns.iter().map(|c| c.key.as_str()).collect();
            assert_eq!(planned, statute, "{} {}", register.number, part.part);
        }
    }
    let unknown = Plan::of(&book, "19".parse().unwrap(), "II").unwrap_err().to_string();
    assert!(unknown.contains("`II`") && unknown.contains("choose one"), "{unknown}");
}

#[test]
fn a_column_takes_its_own_cell_before_one_of_another_name() {
    let book = StatuteBook::built_in().unwrap();
    let (register, part) = (book.register("5".parse().unwrap()).unwrap(), "I");
    let plan = Plan::of(&book, register.number, part).unwrap();
    let part = book.part(register.number, part).unwrap();
    let mut row = samples::rows(register, part, &plan, Lang::En).remove(0);
    row.cells = vec![
        Cell::plain("to", CellKind::Text, "by another name"),
        Cell::plain("from", CellKind::Text, "by its own"),
        Cell::plain("nowhere", CellKind::Text, "the rest"),
    ];
    let (dealt, rest) = plan.deal(&row);
    let at = plan.columns.iter().position(|c| c.key == "from").unwrap();
    assert_eq!(dealt[at].unwrap().value, "by its own");
    assert_eq!(rest.iter().map(|c| c.value.as_str()).collect::<Vec<_>>(), ["by another name", "the rest"]);
}

#[test]
fn the_entry_itself_fills_what_no_cell_does() {
    let (book, words) = (StatuteBook::built_in().unwrap(), Words::load().unwrap());
    let register = book.register("1".parse().unwrap()).unwrap();
    let part = book.part(register.number, "-").unwrap();
    let plan = Plan::of(&book, register.number, "-").unwrap();
    let rows = samples::rows(register, part, &plan, Lang::En);
    let speaker = samples::speaker(&words, &book, Lang::En);
    let (columns, _) = line(&plan, &speaker, &rows[1]);
    let said = |key: &str| &columns[plan.columns.iter().position(|c| c.key == key).unwrap()].words;
    assert_eq!(said("fir_no"), "2/2026");
    assert_eq!(said("station"), "Model Town (demo)");
    assert_eq!(said("writer"), "Head Constable Sample Khan 1123");
    let (gone, rest) = line(&plan, &speaker, &rows[3]);
    assert!(rest.is_empty() && gone.iter().all(|s| s.words.is_empty()), "an expunged entry says nothing");
}

proptest! {
    /// Every cell with a value stands in one column or in the rest, and in no two of them.
    #[test]
    fn no_cell_is_lost_and_none_is_said_twice(picked in prop::collection::vec((0usize..34, 0usize..60), 0..20)) {
        let book = StatuteBook::built_in().unwrap();
        let keys: Vec<String> = book
            .registers()
            .iter()
            .flat_map(|r| book.parts(r.number).into_iter().flat_map(|p| book.columns(p.register, &p.part)))
            .map(|c| c.key.clone())
            .collect();
        let cells: Vec<Cell> = picked
            .iter()
            .enumerate()
            .map(|(i, (a, b))| Cell::plain(&keys[(a * 60 + b) % keys.len()], CellKind::Text, i))
            .collect();
        for register in book.registers() {
            for part in book.parts(register.number) {
                let plan = Plan::of(&book, register.number, part.written()).unwrap();
                let live = book.register("19".parse().unwrap()).unwrap();
                let mut row = samples::rows(live, part, &plan, Lang::En).remove(0);
                row.cells = cells.clone();
                let (dealt, rest) = plan.deal(&row);
                let mut values: Vec<_> =
                    dealt.iter().flatten().chain(&rest).map(|c| c.value.clone()).collect();
                values.sort();
                let mut all: Vec<_> = cells.iter().map(|c| c.value.clone()).collect();
                all.sort();
                prop_assert_eq!(values, all);
            }
        }
    }
}
