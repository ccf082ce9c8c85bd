//! Papers of the criminal record office: a search slip as it is answered, the record of a person. Each print is counted in
//! the office's own journal.

use roznamcha_acts::ActId;
use roznamcha_acts::kinds::{DocumentPrint, EnrolRef, Party};
use roznamcha_records::{Caller, DoorError, History, HistoryLine, PrintLine, SearchView};
use roznamcha_words::Lang;

use crate::forms::{Entered, Finger, Record, Slip};
use crate::{Copyist, Printed, people};

impl Copyist {
    /// A search slip. The same id again is the same print.
    ///
    /// # Errors
    /// Whatever the door refuses.
    pub async fn search_slip(
        &self,
        caller: &Caller,
        lang: Lang,
        id: ActId,
        (office, act): (&str, &str),
    ) -> Result<Printed, DoorError> {
        let view = self.records.search_view(caller, office, act).await?;
        if view.blind {
            // It would say that nothing was answered yet.
            return Err(DoorError::NotAllowed { key: "examine-first".to_owned() });
        }
        let traced = match view.row.traced() {
            // One whose enrolment was shut or taken out just now is traced without his record.
            Some(of) => match self.records.person_history(caller, of).await {
                Ok(history) => Some(history),
                Err(DoorError::NotFound) => None,
                Err(other) => return Err(other),
            },
            None => None,
        };
        let entries = traced.as_ref().map(|history| self.entries(lang, history)).unwrap_or_default();
        let examined = view.row.traced().and_then(|of| {
            let examined = |one: &&roznamcha_records::CandidateView| {
                one.listed.of == *of && !one.listed.examinations.is_empty()
            };
            view.candidates.iter().find(examined).map(|one| one.listed.examinations.as_slice())
        });
        let mut codes: Vec<String> = view.row.answers.iter().map(|answer| answer.officer.clone()).collect();
        codes.extend(examined.iter().flat_map(|all| all.iter()).map(|one| one.officer.clone()));
        let staff = people::rows(&self.records, office, codes).await?;
        let document =
            DocumentPrint { form: "search_slip".to_owned(), of: act.to_owned(), copy: "-".to_owned() };
        let grant = self.records.count_print(caller, id, office, document).await?;
        let (province, now) = (self.province(office), self.records.now());
        let pen = self.pen(lang, &province, now.day(), &staff);
        let form = pen.search_slip(&Slip {
            row: &view.row,
            asked_by: self.named(lang, &view.row.asked_by),
            person: asked_about(&view),
            fingers: view.prints.iter().map(finger).collect(),
            examined: examined.unwrap_or_default(),
            entries: &entries,
            at: now,
        });
        let stamp = self.stamp(act, &grant.leaf.unwrap_or_default(), grant.count);
        let number = format!("{}-{}", view.row.entry.serial, view.row.entry.period);
        self.form(&pen, office, form, stamp, format!("search-slip-{number}.pdf")).await
    }

    /// The record of the person an enrolment is of, counted at the caller's own office. The same id again is the same
    /// print.
    ///
    /// # Errors
    /// Whatever the door refuses.
    pub async fn person_history(
        &self,
        caller: &Caller,
        lang: Lang,
        id: ActId,
        of: &EnrolRef,
    ) -> Result<Printed, DoorError> {
        let history = self.records.person_history(caller, of).await?;
        let own = history.lines.iter().find(|line| line.of == *of).ok_or(DoorError::NotFound)?;
        let person = own.row.enrolment.as_ref().map(|e| e.person.clone()).unwrap_or_default();
        let office = caller.office().to_owned();
        let staff = people::rows(&self.records, &office, vec![caller.officer().to_owned()]).await?;
        let document =
            DocumentPrint { form: "person_history".to_owned(), of: of.act.clone(), copy: "-".to_owned() };
        let grant = self.records.count_print(caller, id, &office, document).await?;
        let (province, now) = (self.province(&office), self.records.now());
        let pen = self.pen(lang, &province, now.day(), &staff);
        let entries = self.entries(lang, &history);
        let by = pen.named(caller.officer(), Some(caller.rank()));
        let form = pen.person_history(&Record { person: &person, entries: &entries, at: now, by });
        // It is of many acts: its print can be checked by the act that counted it.
        let stamp = self.stamp(&grant.receipt.act, &grant.receipt.leaf.to_string(), grant.count);
        self.form(&pen, &office, form, stamp, format!("record-{}.pdf", of.act)).await
    }

    pub(crate) fn named(&self, lang: Lang, office: &str) -> String {
        let found = self.records.offices().get(office).cloned();
        found.map_or_else(|| office.to_owned(), |o| if lang == Lang::Ur { o.ur } else { o.en })
    }

    fn entries(&self, lang: Lang, history: &History) -> Vec<Entered> {
        history.lines.iter().map(|line| self.entry(lang, line)).collect()
    }

    fn entry(&self, lang: Lang, line: &HistoryLine) -> Entered {
        let case = line.case.as_ref();
        Entered {
            enrolled: line.row.enrolled,
            name: line.row.enrolment.as_ref().map(|e| e.person.name.clone()).unwrap_or_default(),
            basis: line.basis,
            number: case.map(|c| format!("{}/{}", c.no, c.year)).unwrap_or_default(),
            station: self.named(lang, &line.of.office),
            sections: case.map(|c| c.sections.clone()).unwrap_or_default(),
            status: case.and_then(|c| c.status.map(|status| (status.as_str(), c.since))),
        }
    }
}

/// Who is asked about: as the slip says, or as he was enrolled.
fn asked_about(view: &SearchView) -> Option<&Party> {
    let enrolled = view.enrolled.as_ref().and_then(|row| row.enrolment.as_ref()).map(|e| &e.person);
    view.row.person.as_ref().or(enrolled)
}

fn finger(print: &PrintLine) -> Finger {
    Finger { no: print.finger, quality: print.quality, missing: print.missing.map(|why| why.as_str()) }
}
