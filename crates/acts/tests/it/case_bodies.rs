//! Bodies of random acts upon a case: one line for each kind. Words carry the act's mark, like all others.

use roznamcha_acts::Body;
use roznamcha_acts::kinds::{CaseNominate, Party};

use crate::generate::CaseStep;
use crate::samples;
use crate::walk::Walk;

impl Walk {
    pub fn case_body(&self, step: &CaseStep, office: &str, mark: &str) -> Body {
        let fir = self.fir_at(office, &step.fir);
        let person =
            Party { age: step.age, ..samples::full_party(&format!("Synthetic {mark}"), step.n % 10) };
        let nominate = || {
            CaseNominate {
                person: person.clone(),
                ground: format!("Seen {mark} there"),
                village: (step.which.index(2) == 0).then(|| "Mauza Test".to_owned()),
                ..samples::nominate(&fir)
            }
            .into()
        };
        if step.n.is_multiple_of(6) { nominate() } else { self.court_body(step, office, mark) }
    }
}
