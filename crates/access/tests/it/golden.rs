//! The matrix that an officer reads: `matrix.md`, rebuilt here and compared. `BLESS=1` writes it anew.

use std::fmt::Write as _;
use std::path::Path;

use roznamcha_access::{Action, Actor, Field, Purpose, Resource, ResourceKind, Role};

use crate::urdu;
use crate::world::{actor, at, gate, row, usual_kind};

struct Situation {
    english: &'static str,
    urdu: &'static str,
    office: &'static str,
    mark: fn(&mut Resource),
}

const SITUATIONS: &[Situation; 6] = &[
    Situation { english: "Own station", urdu: "اپنا تھانہ", office: "S1", mark: |_| {} },
    Situation {
        english: "Another station of the same district",
        urdu: "اسی ضلع کا دوسرا تھانہ",
        office: "S2",
        mark: |_| {},
    },
    Situation { english: "Another district", urdu: "دوسرا ضلع", office: "S9", mark: |_| {} },
    Situation {
        english: "Own station, sealed case",
        urdu: "اپنا تھانہ، سربمہر مقدمہ",
        office: "S1",
        mark: |row| row.sealed = true,
    },
    Situation {
        english: "Own station, a child's case",
        urdu: "اپنا تھانہ، بچے کا مقدمہ",
        office: "S1",
        mark: |row| row.juvenile = true,
    },
    Situation {
        english: "Own station, expunged record",
        urdu: "اپنا تھانہ، حذف شدہ ریکارڈ",
        office: "S1",
        mark: |row| row.expunged = true,
    },
];

/// Seventeen roles, and beside the investigating officer of the case one who has another case.
fn columns() -> Vec<((&'static str, &'static str), Actor)> {
    let mut columns = Vec::new();
    for role in Role::ALL {
        columns.push((urdu::role(*role), actor(*role)));
        if *role == Role::Io {
            columns.push((urdu::OTHER_IO, at(Role::Io, "S1", 4, "O-io-2")));
        }
    }
    columns
}

fn row_for(situation: &Situation, kind: ResourceKind, actor: &Actor) -> Resource {
    let own = situation.office == "S1" && matches!(kind, ResourceKind::Home | ResourceKind::Draft);
    let mut row = row(kind, if own { &actor.office } else { situation.office });
    match kind {
        ResourceKind::Fir | ResourceKind::Diary if situation.office == "S1" => {
            row.io = Some("O-io".to_owned());
        }
        ResourceKind::Draft => row.created_by = Some(actor.officer.clone()),
        _ => {}
    }
    (situation.mark)(&mut row);
    row
}

fn act_cell(actor: &Actor, action: Action, row: &Resource) -> &'static str {
    let bare = gate().decide(actor, action, row, None);
    match bare.reason_key.as_deref() {
        None => "✔",
        Some("sealed" | "juvenile" | "expunged") => "✘ˢ",
        Some("purpose-needed") => match gate().purposes(actor, action, row).as_slice() {
            [] => "purpose-needed, and no purpose helps",
            [Purpose::CourtOrder] if matches!(action, Action::Expunge | Action::UnsealFir) => "✔ᶜ",
            _ => "✔ᵖ",
        },
        Some(_) => "✘",
    }
}

/// The action through which a field is usually shown.
fn opening(field: Field) -> Action {
    match field.kind() {
        ResourceKind::Fir => Action::ReadFirPersons,
        ResourceKind::Diary => Action::ReadDiary,
        ResourceKind::Register => Action::ReadRegister,
        ResourceKind::Journal => Action::ReadJournal,
        ResourceKind::Legacy => Action::ReadLegacy,
        ResourceKind::Audit => Action::ReadAudit,
        ResourceKind::Draft => Action::UseDraft,
        ResourceKind::Staff => Action::ReadStaff,
        ResourceKind::Office | ResourceKind::Statute | ResourceKind::Home => Action::ReadHome,
    }
}

fn field_cell(actor: &Actor, field: Field, row: &Resource) -> &'static str {
    let also: &[Action] =
        if field.kind() == ResourceKind::Fir { &[Action::ReadFir, Action::SearchRecords] } else { &[] };
    let mut cell = "✘";
    for action in also.iter().copied().chain([opening(field)]) {
        // Empty when no purpose could open the row, so this is also the answer to "may it be opened at all".
        let shown = gate().fields(actor, action, row);
        if shown.shows(field) {
            return "✔";
        }
        if !shown.is_empty() {
            cell = "▒";
        }
    }
    cell
}

fn table<T: Copy>(
    text: &mut String,
    corner: &str,
    lines: &[T],
    named: impl Fn(T) -> (&'static str, &'static str),
    cell: impl Fn(&Actor, T) -> &'static str,
) {
    let columns = columns();
    let _ = write!(text, "| {corner} |");
    for ((english, urdu), _) in &columns {
        let _ = write!(text, " {english}<br>{urdu} |");
    }
    let _ = writeln!(text, "\n|---|{}", "---|".repeat(columns.len()));
    for line in lines {
        let (english, urdu) = named(*line);
        let _ = write!(text, "| {english} · {urdu} |");
        for (_, actor) in &columns {
            let _ = write!(text, " {} |", cell(actor, *line));
        }
        text.push('\n');
    }
    text.push('\n');
}

fn matrix() -> String {
    let mut text = String::from(INTRODUCTION);
    let [ordinary, ..] = SITUATIONS;
    for (number, situation) in SITUATIONS.iter().enumerate() {
        let _ = writeln!(text, "## {}. {} · {}\n", number + 1, situation.english, situation.urdu);
        let _ = writeln!(text, "### What each may do · کون کیا کر سکتا ہے\n");
        table(&mut text, "Act · کام", Action::ALL, urdu::action, |actor, action| {
            act_cell(actor, action, &row_for(situation, usual_kind(action), actor))
        });
        let _ = writeln!(text, "### What each is shown · کون کیا دیکھ سکتا ہے\n");
        table(&mut text, "Part of the record · خانہ", Field::ALL, urdu::field, |actor, field| {
            field_cell(actor, field, &row_for(situation, field.kind(), actor))
        });
    }
    let _ = writeln!(text, "## Which purpose is whose · کس کا کون سا مقصد\n");
    let _ = writeln!(
        text,
        "For an ordinary FIR of the own station: reading its people (read) and searching for it (search).\n"
    );
    let fir = |actor: &Actor| row_for(ordinary, ResourceKind::Fir, actor);
    table(&mut text, "Purpose · مقصد", Purpose::ALL, urdu::purpose, |actor, purpose| {
        let fits = |action| gate().purposes(actor, action, &fir(actor)).contains(&purpose);
        match (fits(Action::ReadFirPersons), fits(Action::SearchRecords)) {
            (true, true) => "✔",
            (true, false) => "✔ read",
            (false, true) => "✔ search",
            (false, false) => "✘",
        }
    });
    let _ = writeln!(text, "## The rules in words · قواعد\n");
    let _ = writeln!(text, "| Rule | | What it says | Law |\n|---|---|---|---|");
    let mut rules: Vec<_> = gate().policies().collect();
    rules.sort_by(|a, b| (&a.file, &a.id).cmp(&(&b.file, &b.id)));
    for rule in rules {
        let effect = if rule.forbids { "forbids · ممانعت" } else { "allows · اجازت" };
        let _ = writeln!(text, "| `{}` | {effect} | {} | {} |", rule.id, rule.why, rule.law);
    }
    text
}

const INTRODUCTION: &str = "\
# Who may do what, and see what · کون کیا کر سکتا اور دیکھ سکتا ہے

Written by the tests from the policies in `policies/`; do not edit by hand. After a change of the policies:
`BLESS=1 cargo nextest run -p roznamcha-access golden`, then read the difference before it is committed.

| Sign · نشان | Meaning | مطلب |
|---|---|---|
| ✔ | may | اجازت ہے |
| ✔ᵖ | may, after stating a purpose that fits the role | مقصد بتانے پر اجازت ہے |
| ✔ᶜ | may, only on a court's order | صرف عدالتی حکم پر |
| ▒ | the row is shown, this part of it is masked | سطر نظر آئے گی، یہ خانہ چھپا رہے گا |
| ✘ | may not | اجازت نہیں |
| ✘ˢ | may not: sealed, a child's case, or expunged | اجازت نہیں: سربمہر، بچے کا مقدمہ یا حذف شدہ |

The officers of the tables: the station staff at one station; the SDPO of its circle, the DPO, analyst and
administrator of its district, the RPO of its region, the IGP and the auditor of its province; a court, a
prosecutor, a record office and a prison of its district; each with the usual rank, the investigating officer a
sub-inspector. *Own home page* and *own draft* are those of the officer's own office.

";

#[test]
fn the_golden_matrix_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("matrix.md");
    let fresh = matrix();
    assert!(!fresh.contains("no purpose helps"), "someone is asked for a purpose that no one could state");
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&path, &fresh).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let differs = kept.lines().zip(fresh.lines()).find(|(old, new)| old != new);
    assert!(
        kept == fresh,
        "matrix.md no longer says what the policies say, first here: {differs:#?}\n\
         run again with BLESS=1 and read the difference before committing it"
    );
}
