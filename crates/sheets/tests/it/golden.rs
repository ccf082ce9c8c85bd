//! Golden pictures: every form in both languages. `BLESS=1` writes them anew; then look at them.

use roznamcha_print::{Form, Press};
use roznamcha_sheets::forms::{Charge, Pen, Road};
use roznamcha_words::Lang;

use crate::picture;
use crate::samples::{self, Desk, dossier, sheet};

/// Pixels per point: enough to see a clipped word.
const SCALE: f64 = 0.8;

/// Every form by its name.
pub fn forms(pen: &Pen<'_>) -> Vec<(String, Form)> {
    let dossier = dossier();
    let of_acts = dossier.deeds.iter().filter_map(|deed| {
        let name = deed.step.kind.replace('.', "-");
        dossier.form_of(pen, deed).map(|form| (name, form))
    });
    let mut forms: Vec<(String, Form)> = of_acts.collect();
    forms.push(("remand".to_owned(), dossier.remand(pen, 1).unwrap()));
    forms.push(("custody".to_owned(), dossier.custody(pen, 1).unwrap()));
    forms.extend(station_forms(pen));
    forms
}

fn compare(lang: Lang) {
    let (desk, press) = (Desk::new(), Press::new().unwrap());
    let pen = desk.pen(lang);
    let wrong: Vec<String> = forms(&pen)
        .into_iter()
        .filter_map(|(name, form)| {
            let drawn = picture::of(&press, &sheet(&pen, form), SCALE);
            picture::differs(env!("CARGO_MANIFEST_DIR"), &format!("{name}-{}.png", lang.as_str()), &drawn)
        })
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_form_in_english() {
    compare(Lang::En);
}

#[test]
fn every_form_in_urdu() {
    compare(Lang::Ur);
}

fn station_forms(pen: &Pen<'_>) -> Vec<(String, Form)> {
    let (road, articles) = samples::road();
    let entry = samples::entry("21", "-", 14);
    let road = Road { body: &road, entry: &entry, issued: ("OFF-2", "inspector"), articles: &articles };
    let note = samples::charge();
    let note = Charge { body: &note, from: ("OFF-2", "inspector"), at: samples::at(28, "10:00") };
    vec![
        ("road".to_owned(), pen.road(&road)),
        ("charge".to_owned(), pen.charge(&note)),
        ("inspection".to_owned(), pen.inspection(&samples::inspection())),
    ]
}
