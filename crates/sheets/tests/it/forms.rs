//! What stands where on a form.

use roznamcha_acts::Body;
use roznamcha_acts::views::CustodyClass;
use roznamcha_print::{Block, Form, FormColumn};
use roznamcha_words::Lang;

use crate::golden::forms;
use crate::samples::{Desk, dossier};

fn columns(form: &Form) -> &[FormColumn] {
    let found = form.blocks.iter().find_map(|b| match b {
        Block::Columns { columns } => Some(columns),
        _ => None,
    });
    found.unwrap()
}

fn said(column: &FormColumn) -> String {
    let lines = column.items.iter().flat_map(|i| &i.lines);
    lines.map(|l| l.words.as_str()).collect::<Vec<_>>().join("\n")
}

fn challan(change: impl Fn(&mut roznamcha_acts::kinds::ChallanSubmit)) -> Form {
    let (desk, mut dossier) = (Desk::new(), dossier());
    for deed in &mut dossier.deeds {
        if let Some(Body::ChallanSubmit(body)) = &mut deed.body {
            change(body);
        }
    }
    let deed = dossier.deeds.iter().find(|d| d.step.kind == "challan.submit").unwrap();
    dossier.form_of(&desk.pen(Lang::En), deed).unwrap()
}

#[test]
fn each_accused_stands_in_the_column_of_his_custody_and_who_hides_in_red() {
    let form = challan(|_| {});
    let [_, not_sent, custody, bail, property, witnesses, facts] = columns(&form) else { panic!() };
    assert!(said(custody).contains("مثالی خان") && said(bail).contains("Demo Masih"));
    assert!(said(not_sent).contains("نمونہ اکرم") && said(not_sent).contains("مفرور نمونہ"));
    let red: Vec<_> = not_sent.items.iter().filter(|i| i.red).collect();
    assert!(red.len() == 1 && red[0].lines[0].words.contains("مفرور نمونہ"));
    assert!(said(property).contains("XIX 2/2026") && said(witnesses).contains("eye-witness"));
    assert!(said(facts).contains("379 PPC"));
    let moved = challan(|body| body.persons[0].class = CustodyClass::Be);
    assert!(columns(&moved)[2].items.is_empty() && said(&columns(&moved)[3]).contains("مثالی خان"));
}

#[test]
fn objections_stand_with_their_answers_on_the_challan_they_were_raised_to() {
    let form = challan(|_| {});
    let rows = form.blocks.iter().find_map(|b| match b {
        Block::Table { rows, .. } => Some(rows),
        _ => None,
    });
    let rows = rows.unwrap();
    assert_eq!(rows.len(), 2);
    assert_eq!(rows[0][2].words, "نقشہ موقع لف کر دیا گیا۔");
    assert_eq!(rows[1][2].words, "");
}

#[test]
fn every_word_of_a_form_is_in_both_languages() {
    let desk = Desk::new();
    for lang in [Lang::En, Lang::Ur] {
        for (name, form) in forms(&desk.pen(lang)) {
            let json = serde_json::to_string(&form).unwrap();
            assert!(!json.contains("[sheet-"), "{name}: {json}");
        }
    }
}

#[test]
fn an_act_whose_content_may_not_be_seen_has_no_form() {
    let (desk, mut dossier) = (Desk::new(), dossier());
    let pen = desk.pen(Lang::Ur);
    for deed in &mut dossier.deeds {
        deed.body = None;
    }
    assert!(dossier.deeds.iter().all(|deed| dossier.form_of(&pen, deed).is_none()));
}

#[test]
fn who_was_not_arrested_is_remanded_on_no_form() {
    let (desk, dossier) = (Desk::new(), dossier());
    let pen = desk.pen(Lang::Ur);
    assert!(dossier.remand(&pen, 1).is_some());
    assert!(dossier.remand(&pen, 2).is_none(), "no arrest");
    assert!(dossier.remand(&pen, 3).is_none(), "a witness");
}
