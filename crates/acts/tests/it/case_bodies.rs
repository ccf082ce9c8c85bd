//! Bodies of random acts upon a case: one line for each kind. Words carry the act's mark, like all others.

use roznamcha_acts::kinds::*;
use roznamcha_acts::views::{AccusedRow, CaseRow, Keeping};
use roznamcha_acts::{Act, Body, Moment};

use crate::case_samples as samples;
use crate::generate::CaseStep;
use crate::samples::{full_party, nominate};
use crate::walk::Walk;

impl Walk {
    pub fn case_body(&self, step: &CaseStep, office: &str, mark: &str) -> Body {
        if step.court {
            return self.court_body(step, office, mark);
        }
        let fir = self.fir_at(office, &step.fir);
        let case: Option<CaseRow> = self.ledger.get(office, &fir).unwrap();
        // Now and then somebody who is not accused.
        let accused = case.as_ref().filter(|c| !c.accused.is_empty() && step.n < 245);
        let accused = accused.map_or(u32::from(step.n), |c| *step.which.get(&c.accused));
        let zimni = case.as_ref().map_or(1, |c| c.zimnis.max(1));
        let strike = case.as_ref().and_then(|c| c.charged().last().map(str::to_owned));
        let mut kinds = self.papers(step, &fir, (zimni, strike), mark);
        let held = case.as_ref().and_then(|c| self.held(c)).filter(|_| step.n < 200).unwrap_or(accused);
        kinds.extend(self.persons(step, &fir, (accused, held), mark));
        step.act.get(&kinds).clone()
    }

    /// An accused of the case in custody.
    fn held(&self, case: &CaseRow) -> Option<u32> {
        let row = |index: &u32| -> Option<AccusedRow> {
            self.ledger.get(&case.office, &AccusedRow::key_of(&case.fir, *index)).unwrap()
        };
        case.accused.iter().copied().find(|index| row(index).is_some_and(|a| a.custody.is_some()))
    }

    /// Mostly it is the present investigating officer who acts.
    pub fn as_investigator(&self, act: &mut Act, step: &CaseStep) {
        let case = act.body.case_of("").and_then(|fir| self.ledger.get::<CaseRow>(&act.office, fir).unwrap());
        if let Some(io) = case.as_ref().and_then(CaseRow::io).filter(|_| !step.n.is_multiple_of(5)) {
            act.officer.clone_from(&io.officer);
        }
    }

    fn ago(&self, seconds: i64) -> Moment {
        self.clock.plus_seconds(-seconds)
    }

    /// Acts that investigate.
    fn papers(
        &self,
        step: &CaseStep,
        fir: &str,
        (zimni, last): (u64, Option<String>),
        mark: &str,
    ) -> Vec<Body> {
        let person = Party { age: step.age, ..full_party(&format!("Synthetic {mark}"), step.n % 10) };
        let to = Investigator {
            officer: format!("officer-{}", step.n % 4),
            rank: rank(step.n).to_owned(),
            special: step.n.is_multiple_of(3),
        };
        let village = (step.which.index(2) == 0).then(|| "Mauza Test".to_owned());
        let words = format!("{mark} says {mark}");
        let add = [vec!["T-2".to_owned()], vec![], vec!["T-S".to_owned()]][usize::from(step.n % 3)].clone();
        let strike = last.filter(|_| step.n.is_multiple_of(2)).into_iter().collect();
        let zimni_no = zimni + u64::from(step.n % 5 == 4);
        let at = self.ago(60);
        vec![
            CaseNominate { person: person.clone(), ground: words.clone(), village, ..nominate(fir) }.into(),
            CaseAssign { officer: to.officer.clone(), ..samples::assign(fir) }.into(),
            CaseApply { applicant: person.clone(), grounds: words.clone(), ..samples::apply(fir) }.into(),
            CaseReassign {
                authority: ["sp", "sp", "dig", "inspector"][usize::from(step.n % 4)].to_owned(),
                to: (!step.n.is_multiple_of(7)).then_some(to),
                ..samples::reassign(fir)
            }
            .into(),
            CaseSections { add, strike, zimni: zimni_no, reason: words.clone(), ..samples::sections(fir) }
                .into(),
            self.zimni(fir, &words),
            self.zimni(fir, &words),
            CaseVersion { person: person.clone(), text: words.clone(), ..samples::version(fir) }.into(),
            CaseStatement { person, text: words.clone(), taken: at, ..samples::statement(fir) }.into(),
            CaseMemo { place: words.clone(), at, accused: None, ..samples::memo(fir) }.into(),
            CaseMedical { findings: words.clone(), examined: at, ..samples::medical(fir) }.into(),
            ClockExcuse {
                reason: words,
                ..crate::court_samples::excuse(fir, ["D8", "D9", "D3"][usize::from(step.n % 3)])
            }
            .into(),
        ]
    }

    fn zimni(&self, fir: &str, words: &str) -> Body {
        let (received, closed, text) = (self.ago(3_600), self.ago(60), words.to_owned());
        CaseZimni { received, began: received, closed, text, ..samples::zimni(fir) }.into()
    }

    /// Acts upon an accused.
    fn persons(&self, step: &CaseStep, fir: &str, (accused, held): (u32, u32), mark: &str) -> Vec<Body> {
        let words = format!("{mark} by {mark}");
        let keeping = if step.n.is_multiple_of(3) { Keeping::Judicial } else { Keeping::Police };
        let arrest: Body = CaseArrest {
            accused,
            arrested: self.ago(60),
            justification: words.clone(),
            woman_officer: Some("officer-1".to_owned()),
            ..samples::arrest(fir)
        }
        .into();
        let remand = CaseRemand { accused: held, ..samples::remand(fir, keeping, u32::from(step.n % 17)) };
        let told = [Told::Relative, Told::Guardian, Told::LegalAid][usize::from(step.n % 3)];
        vec![
            arrest.clone(),
            arrest.clone(),
            arrest,
            CaseInform { accused: held, told, whom: words.clone(), ..samples::inform(fir) }.into(),
            remand.clone().into(),
            remand.into(),
            CaseBail { accused, sureties: words.clone(), ..samples::bail(fir) }.into(),
            CaseRelease { accused: held, reasons: words.clone(), ..samples::release_169(fir) }.into(),
            CaseRelease { accused: held, reasons: words, ..samples::release_169(fir) }.into(),
            CaseWarrant { accused, ..samples::warrant(fir) }.into(),
            CaseProclaim { accused, published: self.ago(60), ..samples::proclaim(fir) }.into(),
            ClockExcuse {
                reason: format!("{mark} by {mark}"),
                ..crate::court_samples::excuse(&AccusedRow::key_of(fir, accused), "D11")
            }
            .into(),
        ]
    }
}

/// The rank of an officer of the walk, by his number.
pub fn rank(officer: u8) -> &'static str {
    ["asi", "si", "si", "inspector"][usize::from(officer % 4)]
}
