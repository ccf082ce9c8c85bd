//! Random acts of enrolment and of the record office, and what must hold of them after any sequence.

use proptest::sample::Index;
use roznamcha_acts::Body;
use roznamcha_acts::kinds::*;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::*;
use std::collections::{BTreeMap, BTreeSet};

use crate::cro_samples as samples;
use crate::samples::hash;
use crate::walk::{Walk, mark as mark_of};

/// The template of an enrolment of the walk.
pub fn template(mark: &str) -> String {
    samples::template(mark)
}

impl Walk {
    fn of_office<T: View>(&self, office: &str) -> Vec<T> {
        self.ledger.all(office).unwrap()
    }

    /// An enrolment of any station, mostly one that is there.
    fn enrolment(&self, which: &Index) -> EnrolRef {
        let offices: Vec<&str> = self.ledger.offices().collect();
        let rows = offices.iter().flat_map(|office| self.of_office::<EnrolRow>(office));
        let rows: Vec<EnrolRow> = rows.collect();
        let found = (!rows.is_empty()).then(|| which.get(&rows));
        let absent = || samples::of(&format!("absent-{}", which.index(5)));
        found.map_or_else(absent, |row| EnrolRef { office: row.office.clone(), act: row.act.clone() })
    }

    /// `turn` says what is done, `n` gives the free choices.
    pub fn of_record_office(
        &self,
        (turn, n): (u8, u8),
        (which, other): (&Index, &Index),
        office: &str,
        mark: &str,
    ) -> Body {
        match turn {
            0..=3 => self.enrol(n, which, other, office, mark).into(),
            4 => self.open_search(n, which, mark).into(),
            5..=10 => self.upon_search(turn, n, (which, other), office, mark),
            11 => {
                let reasons = format!("Alike, says {mark}");
                let (one, other) = (self.enrolment(which), self.enrolment(other));
                let searches: Vec<SearchRow> = self.of_office(office);
                let search = searches.iter().find(|row| row.traced().is_some()).map(|row| row.act.clone());
                PersonJoin { one, other, search: search.filter(|_| n.is_multiple_of(2)), reasons }.into()
            }
            12 => {
                let joins: Vec<JoinRow> = self.of_office(office);
                let join = joins.iter().rev().find_map(|row| row.joins.last()).map(|join| join.act.clone());
                PersonPart { join: join.unwrap_or_default(), reasons: format!("Unlike, says {mark}") }.into()
            }
            13 if n.is_multiple_of(3) => {
                let body = crate::court_samples::prints_alone(&self.enrolment(which).act);
                PrintsDestroy { particulars: format!("Before {mark}"), ..body }.into()
            }
            13 => SearchForget { of: self.enrolment(which), ..samples::forget("") }.into(),
            _ => self.of_lineup(n, which, office, mark),
        }
    }

    fn enrol(&self, n: u8, which: &Index, other: &Index, office: &str, mark: &str) -> PrintsEnrol {
        let fir = self.fir_at(office, which);
        let case: Option<CaseRow> = self.ledger.get(office, &fir).unwrap();
        let accused = case.map(|case| case.accused).filter(|accused| !accused.is_empty());
        let accused = accused.map_or(1, |accused| *other.get(&accused));
        let row: Option<AccusedRow> = self.ledger.get(office, &AccusedRow::key_of(&fir, accused)).unwrap();
        let fitting = match row {
            Some(row) if row.status() == AccusedStatus::Convicted => EnrolBasis::Convict,
            Some(row) if !row.arrests.is_empty() && !row.is_decided() => EnrolBasis::Arrestee,
            _ => EnrolBasis::Magistrate,
        };
        let basis = if n.is_multiple_of(7) { *other.get(&EnrolBasis::ALL) } else { fitting };
        let pictured = n.is_multiple_of(3);
        let body = samples::enrol(&fir, accused, basis);
        let whole = PrintsEnrol {
            taken: self.clock.plus_seconds(-60),
            taken_rank: if n == 5 { "asi" } else { "si" }.to_owned(),
            prints: vec![TakenPrint { finger: 1, template: template(mark), ..samples::print_of(1, "") }],
            photographs: if pictured { vec![samples::photograph(n % 5)] } else { vec![] },
            method_words: format!("Comes over the roof, says {mark}"),
            ..body
        };
        // Bound over, without a case.
        if n % 16 == 9 {
            let person = crate::samples::party(&format!("Synthetic {mark}"));
            let order = Some(crate::court_samples::order("B-1"));
            let (fir, accused, basis) = (None, None, EnrolBasis::Bond);
            return PrintsEnrol { fir, accused, basis, order, person, ..whole };
        }
        whole
    }

    fn open_search(&self, n: u8, which: &Index, mark: &str) -> SearchOpen {
        let probe = ProbeKind::ALL[usize::from(n % 3)];
        let body = samples::search(probe);
        if probe == ProbeKind::Tenprint {
            return SearchOpen { enrolment: Some(self.enrolment(which)), ..samples::search_at("") };
        }
        let named = crate::samples::party(&format!("Synthetic {mark}"));
        let latent = probe == ProbeKind::Latent || n.is_multiple_of(13);
        let scene = if latent { format!("{} {mark}", body.scene) } else { body.scene };
        SearchOpen { scene, person: body.person.as_ref().map(|_| named), ..body }
    }

    fn upon_search(
        &self,
        turn: u8,
        n: u8,
        (which, other): (&Index, &Index),
        office: &str,
        mark: &str,
    ) -> Body {
        let mut rows: Vec<SearchRow> = self.of_office(office);
        rows.retain(|row| row.is_open() || n.is_multiple_of(11));
        if rows.is_empty() {
            return self.open_search(n, which, mark).into();
        }
        let row = which.get(&rows);
        if turn == 5 || row.candidates.is_empty() {
            let one = |index: &Index, centibans| Candidate {
                of: self.enrolment(index),
                finger: 1,
                probe_finger: 0,
                centibans,
            };
            let mut candidates = vec![one(which, 700), one(other, 400)];
            candidates.truncate(usize::from(n % 3));
            return SearchList { candidates, ..samples::list(&row.act, vec![]) }.into();
        }
        let listed = other.get(&row.candidates);
        if turn < 10 {
            let against = [Conclusion::Identified, Conclusion::Excluded, Conclusion::Inconclusive];
            let conclusion = if n.is_multiple_of(4) { *which.get(&against) } else { Conclusion::Identified };
            let body = samples::examine(&row.act, "", conclusion);
            let (finger, probe_finger) = (listed.finger, listed.probe_finger);
            let reasons = format!("Compared, says {mark}");
            return SearchExamine { of: listed.of.clone(), finger, probe_finger, reasons, ..body }.into();
        }
        let remarks = format!("Told by {mark}");
        if n.is_multiple_of(3) {
            let closed_because = n.is_multiple_of(2).then(|| format!("Tried otherwise, says {mark}"));
            let withdrawn = if n.is_multiple_of(5) { vec![listed.of.clone()] } else { vec![] };
            return SearchAnswer { remarks, closed_because, withdrawn, ..samples::not_traced(&row.act) }
                .into();
        }
        SearchAnswer { remarks, of: Some(listed.of.clone()), ..samples::traced(&row.act, "") }.into()
    }

    fn of_lineup(&self, n: u8, which: &Index, office: &str, mark: &str) -> Body {
        let rows: Vec<LineupRow> = self.of_office(office);
        if rows.is_empty() || n.is_multiple_of(3) {
            let suspect = Face { of: self.enrolment(which), photograph: hash(1) };
            return LineupMake { suspect, fair: format!("Alike, says {mark}"), ..samples::lineup("") }.into();
        }
        let row = which.get(&rows);
        let said = format!("{} that one, says {mark}", mark_of(&row.act));
        LineupShow { shown: row.made, said, ..samples::shown(&row.act) }.into()
    }
}

pub fn hold(walk: &Walk, office: &str) {
    enrolments(walk, office);
    let named: BTreeMap<String, NamedRow> =
        walk.of_office::<NamedRow>(office).into_iter().map(|row| (row.key(), row)).collect();
    let searches: Vec<SearchRow> = walk.of_office(office);
    for row in &searches {
        search(row, &named);
    }
    for row in walk.of_office::<LineupRow>(office) {
        lineup(&row, &named);
    }
    for row in named.values() {
        let at = |search: &&SearchRow| search.enrolment.as_ref() == Some(&row.of);
        let made: BTreeSet<&str> = searches.iter().filter(at).map(|search| search.act.as_str()).collect();
        assert_eq!(made, row.probes.iter().map(String::as_str).collect(), "searches made at it");
        let lists = |search: &&SearchRow| search.candidates.iter().any(|listed| listed.of == row.of);
        let listed: BTreeSet<&str> =
            searches.iter().filter(lists).map(|search| search.act.as_str()).collect();
        assert_eq!(listed, row.searches.iter().map(String::as_str).collect(), "searches that list it");
        assert!(row.forgotten.is_none() || row.examinations.is_empty(), "what was forgotten is examined");
    }
    for join in walk.of_office::<JoinRow>(office) {
        let open = join.joins.iter().filter(|one| one.parted.is_none()).count();
        assert_eq!(open, usize::from(join.is_live()), "only the last of them stands");
        let gone = [&join.one, &join.other].map(|of| named[&of.key()].forgotten.is_some());
        assert!(!gone.contains(&true), "why it was one person with what is destroyed");
    }
}

/// Nobody destroyed is shown to a witness.
fn lineup(row: &LineupRow, named: &BTreeMap<String, NamedRow>) {
    let gone = |face: &Face| named[&face.of.key()].forgotten.is_some();
    assert!(!gone(&row.suspect), "the line-up of one destroyed");
    for face in [&row.suspect].into_iter().chain(&row.fillers) {
        assert!(named[&face.of.key()].lineups.contains(&row.act));
        assert_eq!(face.photograph.is_empty(), gone(face));
    }
}

/// No enrolment without a basis, no photograph of who was only arrested, nobody who was freed standing, nothing left
/// of what was destroyed.
fn enrolments(walk: &Walk, office: &str) {
    for (_, rec) in walk.kept.iter().filter(|(_, rec)| rec.header.office == office) {
        let Some(Body::PrintsEnrol(body)) = &rec.body else { continue };
        assert!(
            body.basis != EnrolBasis::Arrestee || body.photographs.is_empty(),
            "a photograph under section 4"
        );
        assert!(body.basis == EnrolBasis::Arrestee || body.order.is_some(), "no order");
        assert!(body.fir.is_some() || matches!(body.basis, EnrolBasis::Bond | EnrolBasis::Magistrate));
        assert!(!body.prints.is_empty() && !body.person.name.is_empty() && body.taken_rank != "asi");
        assert!(body.order.as_ref().is_none_or(|order| order.date <= body.taken.day()), "before its order");
        assert_eq!(rec.header.basis, [body.basis.section()]);
    }
    let mut of: BTreeMap<String, Vec<EnrolRow>> = BTreeMap::new();
    for row in walk.of_office::<EnrolRow>(office) {
        assert_eq!(row.enrolment.is_none(), row.state == EnrolState::Destroyed);
        let Some(enrolment) = &row.enrolment else { continue };
        let Some(fir) = &enrolment.fir else { continue };
        let key = AccusedRow::key_of(fir, enrolment.accused.unwrap());
        let accused: AccusedRow = walk.ledger.get(office, &key).unwrap().unwrap();
        let undone = enrolment.basis == EnrolBasis::Convict && accused.status() != AccusedStatus::Convicted;
        let freed = accused.suppressed.is_some() || undone;
        assert_eq!(row.state == EnrolState::Suppressed, freed, "{key} is freed and shown, or the other way");
        of.entry(key).or_default().push(row);
    }
    let listed: Vec<EnrolledRow> = walk.of_office(office);
    assert_eq!(listed.len(), of.len());
    for list in listed {
        let acts: BTreeSet<&str> = of[&list.accused].iter().map(|row| row.act.as_str()).collect();
        assert_eq!(acts, list.acts.iter().map(String::as_str).collect());
    }
}

fn search(row: &SearchRow, named: &BTreeMap<String, NamedRow>) {
    assert!(row.probe != ProbeKind::Latent || row.person.is_none(), "a latent names nobody");
    assert!(row.enrolment.is_none() || row.prints.is_empty(), "prints of an enrolment stand there alone");
    assert!(row.probe != ProbeKind::Tenprint || row.enrolment.is_some() || row.gone.is_some(), "no basis");
    assert!(row.probe == ProbeKind::Latent || row.scene.is_empty(), "a print from a scene with one examiner");
    if row.enrolment.as_ref().is_some_and(|of| named[&of.key()].forgotten.is_some()) {
        let left = row.lists.len() + row.candidates.len() + row.answers.len();
        assert_eq!((left, row.state), (0, SearchState::Closed), "made at what is destroyed");
    }
    for listed in &row.candidates {
        assert_ne!(Some(&listed.of), row.enrolment.as_ref(), "found in his own search");
        let gone = named[&listed.of.key()].forgotten.is_some();
        assert_eq!(listed.forgotten, gone, "destroyed, and not told");
        assert!(!gone || listed.examinations.is_empty(), "marks of what is destroyed");
        let officers: BTreeSet<&str> = listed.examinations.iter().map(|one| one.officer.as_str()).collect();
        assert_eq!(officers.len(), listed.examinations.len(), "examined twice by one officer");
    }
    let Some(traced) = row.traced() else { return };
    let of: Vec<&Listed> = row.candidates.iter().filter(|listed| listed.of == *traced).collect();
    assert!(!of.iter().any(|listed| listed.forgotten), "an answer that traces what is destroyed");
    let needed = if row.probe == ProbeKind::Latent { 2 } else { 1 };
    let sure = |listed: &&&Listed| {
        let count = |what| listed.examinations.iter().filter(|one| one.conclusion == what).count();
        count(Conclusion::Identified) >= needed && count(Conclusion::Excluded) == 0
    };
    assert!(of.iter().any(|listed| sure(&listed)), "traced without its examiners");
}
