//! Golden pictures: every form in both languages. `BLESS=1` writes them anew; then look at them.

use roznamcha_acts::kinds::{EnrolRef, ProbeKind};
use roznamcha_acts::views::{SearchRow, SearchState, Shown};
use roznamcha_print::{Form, Press};
use roznamcha_records::{LineupFace, LineupView, Measured};
use roznamcha_sheets::forms::{Charge, Finger, Parade, Pen, Record, Road, Slip};
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
    forms.push(("destruction".to_owned(), samples::freed().form_of(pen, &samples::destroyed()).unwrap()));
    forms.extend(record_office_forms(pen));
    forms
}

fn record_office_forms(pen: &Pen<'_>) -> Vec<(String, Form)> {
    let (row, examined, entries) = (samples::slip_row(), samples::examined(), samples::entered());
    let person = samples::recorded();
    let at = samples::at(21, "17:00");
    let traced = Slip {
        row: &row,
        asked_by: "تھانہ نمونہ آباد".to_owned(),
        person: None,
        fingers: vec![Finger { no: 0, quality: 48, missing: None }],
        examined: &examined,
        entries: &entries,
        at,
    };
    let asked = SearchRow {
        probe: ProbeKind::Tenprint,
        state: SearchState::Open,
        scene: String::new(),
        answers: Vec::new(),
        ..row.clone()
    };
    let fingers =
        (1..=10).map(|no| Finger { no, quality: 60 + no, missing: (no == 10).then_some("amputated") });
    let open = Slip {
        row: &asked,
        asked_by: "تھانہ نمونہ آباد".to_owned(),
        person: Some(&person),
        fingers: fingers.collect(),
        examined: &[],
        entries: &[],
        at,
    };
    let by = if pen.lang == Lang::Ur { "نمونہ خان" } else { "Demo Khan" }.to_owned();
    let record = Record { person: &person, entries: &entries, at, by };
    vec![
        ("search-slip".to_owned(), pen.search_slip(&traced)),
        ("search-slip-open".to_owned(), pen.search_slip(&open)),
        ("person-history".to_owned(), pen.person_history(&record)),
        ("lineup".to_owned(), lineup(pen)),
    ]
}

/// A line-up of six, one of whom was freed since, shown to two witnesses.
fn lineup(pen: &Pen<'_>) -> Form {
    let of = |n: u8| EnrolRef {
        office: "NMN-CITY".to_owned(),
        act: format!("0198c0de-0000-7000-8000-00000000000{n}"),
    };
    let face = |place: u8| LineupFace { place, of: Some(of(place)), there: place != 5 };
    let shown = |knew: bool, picked: Option<u8>, said: &str| Shown {
        act: "x".to_owned(),
        at: samples::at(21, "11:00"),
        witness: samples::recorded(),
        shown_by: "cro-2".to_owned(),
        knew,
        picked,
        said: said.to_owned(),
    };
    let view = LineupView {
        office: "NMN-CRO".to_owned(),
        act: "x".to_owned(),
        made: samples::at(20, "16:00"),
        officer: "cro-1".to_owned(),
        asked_by: "NMN-CITY".to_owned(),
        case: "17/2026".to_owned(),
        faces: (1..=6).map(face).collect(),
        blind: false,
        suspect: Some(3),
        said: "نمونہ گواہ: پتلا آدمی، گھنگریالے بال، بائیں بازو پر گودنا".to_owned(),
        measured: Some(Measured { functional: Some(57), effective: 58, of: 6, fair: 14, seed: 2_718_281 }),
        shown: vec![
            shown(false, Some(3), "نمونہ: یہی تھا، پورا یقین ہے"),
            shown(true, None, "نمونہ: ان میں کوئی نہیں"),
        ],
        showings: 2,
        withdrawn: 1,
    };
    pen.lineup(&Parade {
        view: &view, asked_by: "تھانہ نمونہ آباد".to_owned(), at: samples::at(21, "17:00")
    })
}

fn compare(lang: Lang) {
    let (desk, press) = (Desk::new(), Press::new().unwrap());
    let pen = desk.pen(lang);
    let wrong: Vec<String> = forms(&pen)
        .into_iter()
        .filter_map(|(name, form)| {
            let mut sheet = sheet(&pen, form);
            if ["search-slip", "person-history"].iter().any(|own| name.starts_with(own)) {
                sheet.office = samples::record_office();
            }
            let drawn = picture::of(&press, &sheet, SCALE);
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
