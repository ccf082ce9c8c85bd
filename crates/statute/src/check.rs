//! What must agree between the files: references resolve, nothing is given twice, offices form a tree.

use std::collections::{HashMap, HashSet};

use crate::datum::{Dated, Datum};
use crate::error::{Problem, RowError};
use crate::load::{Loaded, Rows};
use crate::office::Office;
use crate::register::{Column, Part};

/// Adds every disagreement to the faults.
pub(crate) fn check(loaded: &Loaded, faults: &mut Vec<RowError>) {
    unique(&loaded.acts, faults);
    unique(&loaded.heads, faults);
    unique(&loaded.offences, faults);
    unique(&loaded.ranks, faults);
    unique(&loaded.roles, faults);
    unique(&loaded.registers, faults);
    unique(&loaded.parts, faults);
    unique(&loaded.columns, faults);
    unique(&loaded.offices, faults);
    unique(&loaded.deadlines, faults);
    unique(&loaded.bases, faults);
    unique(&loaded.holidays, faults);
    unique(&loaded.allowed, faults);
    unique(&loaded.crosschecks, faults);
    unique(&loaded.regimes, faults);
    unique(&loaded.looks, faults);
    unique(&loaded.methods, faults);

    let acts = keys(&loaded.acts);
    refer(&loaded.offences, "act", &acts, faults, |o| Some(o.act.to_string()));
    refer(&loaded.bases, "act", &acts, faults, |b| Some(b.act.to_string()));
    refer(&loaded.deadlines, "act", &acts, faults, |d| Some(d.act.to_string()));
    refer(&loaded.offences, "head", &keys(&loaded.heads), faults, |o| Some(o.head.to_string()));
    let ranks = keys(&loaded.ranks);
    refer(&loaded.roles, "minimum_rank", &ranks, faults, |r| {
        r.minimum_rank.as_ref().map(ToString::to_string)
    });
    refer(&loaded.regimes, "least_rank", &ranks, faults, |r| r.least_rank.as_ref().map(ToString::to_string));
    refer(&loaded.allowed, "least_rank", &ranks, faults, |a| a.least_rank.as_ref().map(ToString::to_string));
    let bases = keys(&loaded.bases);
    refer(&loaded.regimes, "bases", &bases, faults, |r| Some(r.basis.to_string()));
    refer(&loaded.allowed, "bases", &bases, faults, |a| {
        a.bases.iter().map(ToString::to_string).collect::<Vec<_>>()
    });
    refer(&loaded.deadlines, "actor", &keys(&loaded.roles), faults, |d| Some(d.actor.to_string()));
    refer(&loaded.parts, "register", &keys(&loaded.registers), faults, |p| Some(p.register.to_string()));
    refer(&loaded.crosschecks, "register", &keys(&loaded.registers), faults, |c| {
        Some(c.register.to_string())
    });
    let parts = keys(&loaded.parts);
    refer(&loaded.columns, "part", &parts, faults, |c| Some(format!("{} {}", c.register, c.part)));
    refer(&loaded.looks, "near", &keys(&loaded.looks), faults, |l| {
        l.near.iter().map(|near| format!("{} {near}", l.list)).collect::<Vec<_>>()
    });
    diaries(loaded, faults);
    let offices = keys(&loaded.offices);
    refer(&loaded.offices, "parent", &offices, faults, |o| o.parent.as_ref().map(ToString::to_string));
    tree(&loaded.offices, faults);
}

/// The keys of a file, with the file's name.
struct Keys {
    file: &'static str,
    keys: HashSet<String>,
}

fn keys<T: Dated>(rows: &Rows<T>) -> Keys {
    Keys { file: T::FILE, keys: rows.iter().map(|(_, row)| row.key()).collect() }
}

fn fault<T: Dated>(line: u64, column: &str, problem: Problem) -> RowError {
    RowError { file: T::FILE.to_owned(), line, column: column.to_owned(), problem }
}

/// One thing may have several rows, each for its own place or days.
fn unique<T: Dated>(rows: &Rows<T>, faults: &mut Vec<RowError>) {
    let mut seen: HashMap<String, Vec<(u64, &Datum)>> = HashMap::new();
    for (line, row) in rows {
        let before = seen.entry(row.key()).or_default();
        if let Some((earlier, _)) = before.iter().find(|(_, datum)| datum.overlaps(row.datum())) {
            faults.push(fault::<T>(*line, "", Problem::Duplicate { key: row.key(), line: *earlier }));
        }
        before.push((*line, row.datum()));
    }
}

/// `references` gives what a row refers to: one, several or none.
fn refer<T: Dated, R: IntoIterator<Item = String>>(
    rows: &Rows<T>,
    column: &str,
    there: &Keys,
    faults: &mut Vec<RowError>,
    references: impl Fn(&T) -> R,
) {
    for (line, row) in rows {
        for value in references(row).into_iter().filter(|value| !there.keys.contains(value)) {
            faults.push(fault::<T>(*line, column, Problem::Unknown { value, file: there.file.to_owned() }));
        }
    }
}

/// What stands in braces in a part's `diary` is a column of choices of that part, needed with the entry.
fn diaries(loaded: &Loaded, faults: &mut Vec<RowError>) {
    for (line, part) in &loaded.parts {
        let Some((_, rest)) = part.diary.as_deref().unwrap_or_default().split_once('{') else { continue };
        let key = rest.split('}').next().unwrap_or_default();
        let here = |c: &Column| c.register == part.register && c.part == part.part && c.key == key;
        if !loaded.columns.iter().any(|(_, c)| here(c) && c.pen.needed && !c.pen.choices.is_empty()) {
            let problem = Problem::Unknown { value: key.to_owned(), file: Column::FILE.to_owned() };
            faults.push(fault::<Part>(*line, "diary", problem));
        }
    }
}

fn tree(offices: &Rows<Office>, faults: &mut Vec<RowError>) {
    let parents: HashMap<_, _> = offices.iter().map(|(_, o)| (&o.code, o.parent.as_ref())).collect();
    for (line, office) in offices {
        let mut seen = HashSet::from([&office.code]);
        let mut at = office.parent.as_ref();
        while let Some(code) = at {
            if !seen.insert(code) {
                faults.push(fault::<Office>(*line, "parent", Problem::Cycle(office.code.to_string())));
                break;
            }
            at = parents.get(code).copied().flatten();
        }
    }
}
