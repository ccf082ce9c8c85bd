//! The forms of a case: read through the door, counted as an act, printed.

use jiff::civil::Date;
use roznamcha_acts::ActId;
use roznamcha_acts::kinds::{Body, DocumentPrint};
use roznamcha_acts::views::StepRow;
use roznamcha_print as print;
use roznamcha_records::{Caller, CaseFile, DoorError, PAPERS, ZimniView};
use roznamcha_words::Lang;

use crate::forms::{Deed, Dossier, Pen};
use crate::{Copyist, Printed, people};

/// Papers read at once.
const BATCH: u32 = 200;

/// A form of a case, as its address names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CaseForm<'a> {
    /// The whole case file: `file`.
    Whole,
    /// The application for remand of an accused: `remand-1`.
    Remand(u32),
    /// The custody form of an accused: `custody-1`.
    Custody(u32),
    /// A case diary by its number: `zimni-7`.
    Zimni(u64),
    /// The form of an act, by the act.
    Act(&'a str),
}

impl<'a> CaseForm<'a> {
    /// Which form a name is of.
    pub fn named(name: &'a str) -> Self {
        if name == "file" {
            return Self::Whole;
        }
        match name.split_once('-') {
            Some(("remand", n)) => n.parse().map_or(Self::Act(name), Self::Remand),
            Some(("custody", n)) => n.parse().map_or(Self::Act(name), Self::Custody),
            Some(("zimni", n)) => n.parse().map_or(Self::Act(name), Self::Zimni),
            _ => Self::Act(name),
        }
    }

    /// The form that acts of a kind are printed on, as the counter of prints names it.
    pub fn of_kind(kind: &str) -> Option<&'static str> {
        match kind {
            "challan.submit" => Some("challan"),
            "case.arrest" => Some("arrest"),
            "case.memo" => Some("memo"),
            "case.statement" => Some("statement"),
            "case.zimni" => Some("zimni"),
            "accused.convict" => Some("conviction"),
            "prints.destroy" => Some("destruction"),
            _ => None,
        }
    }
}

/// A form with what its stamp needs.
struct Filled {
    form: print::Form,
    /// How its prints are counted: form, of what.
    counted: (&'static str, String),
    /// The act by which it can be checked.
    act: String,
}

impl Copyist {
    /// A form of a case, in the language asked for. The same id again is the same print.
    ///
    /// # Errors
    /// Whatever the door refuses; a form that the case does not have, or that this officer may not see, is not found.
    pub async fn case_form(
        &self,
        caller: &Caller,
        lang: Lang,
        id: ActId,
        fir: &str,
        form: &str,
    ) -> Result<Printed, DoorError> {
        let form = CaseForm::named(form);
        if form == CaseForm::Whole {
            return self.case_file(caller, lang, id, fir).await;
        }
        let file = self.records.case_file(caller, fir).await?;
        let office = file.case.office.clone();
        let deeds = match form {
            CaseForm::Zimni(no) => self.zimni_deeds(caller, &file, no).await?,
            _ => self.paper_deeds(caller, fir).await?,
        };
        let dossier = dossier(file, deeds);
        let staff = people::rows(&self.records, &office, officers(&dossier)).await?;
        let province = self.province(&office);
        let pen = self.pen(lang, &province, law_day(&dossier), &staff);
        let Filled { form, counted: (name, of), act } = fill(&pen, &dossier, form)?;
        let document = DocumentPrint { form: name.to_owned(), of, copy: "-".to_owned() };
        let (grant, leaf) = self.records.count_case_print(caller, id, (fir, &act), document).await?;
        let stamp = self.stamp(&act, &leaf, grant.count);
        let file = format!("{name}-{}-{}.pdf", dossier.case.no, dossier.case.year);
        self.form(&pen, &office, form, stamp, file).await
    }

    /// Every paper of a case that this officer may see.
    pub(crate) async fn paper_deeds(&self, caller: &Caller, fir: &str) -> Result<Vec<Deed>, DoorError> {
        let mut deeds = Vec::new();
        let mut from = None;
        loop {
            let page = self.records.case_papers(caller, fir, PAPERS, from, BATCH).await?;
            deeds.extend(page.papers.into_iter().map(|p| Deed { step: p.step, body: p.body }));
            from = page.next;
            if from.is_none() {
                return Ok(deeds);
            }
        }
    }

    async fn zimni_deeds(&self, caller: &Caller, file: &CaseFile, no: u64) -> Result<Vec<Deed>, DoorError> {
        let page = self.records.zimnis(caller, &file.case.fir, no.saturating_sub(1), 1).await?;
        let mine = page.zimnis.into_iter().filter(|z| z.line.no == no);
        Ok(mine.map(|z| zimni(file, z)).collect())
    }
}

/// A case diary as an act upon the case.
pub(crate) fn zimni(file: &CaseFile, view: ZimniView) -> Deed {
    let line = view.line;
    let step = StepRow {
        office: file.case.office.clone(),
        fir: file.case.fir.clone(),
        seq: 0,
        act: line.act,
        kind: "case.zimni".to_owned(),
        happened: line.date,
        written: line.date,
        officer: line.officer,
        rank: line.rank,
        zimni: Some(line.no),
        entries: Vec::new(),
        refs: Vec::new(),
    };
    Deed { step, body: view.body.map(Body::CaseZimni) }
}

/// A case as the door gives it, for the forms.
pub(crate) fn dossier(file: CaseFile, deeds: Vec<Deed>) -> Dossier {
    let (mut parties, mut accused) = (file.parties, Vec::with_capacity(file.accused.len()));
    for view in file.accused {
        parties.extend(view.person);
        accused.push(view.row);
    }
    Dossier { case: file.case, fir: file.fir.fir, parties, accused, property: file.articles, deeds }
}

/// Every officer whom the papers name.
pub(crate) fn officers(dossier: &Dossier) -> Vec<String> {
    let mut codes: Vec<String> = dossier.case.ios.iter().map(|io| io.officer.clone()).collect();
    for deed in &dossier.deeds {
        codes.push(deed.step.officer.clone());
        match &deed.body {
            Some(Body::CaseArrest(body)) => {
                codes.push(body.by.clone());
                codes.extend(body.woman_officer.clone());
            }
            Some(Body::ChallanSubmit(body)) => codes.push(body.through.clone()),
            _ => {}
        }
    }
    codes
}

/// Sections are named by the law of the day of the offence.
pub(crate) fn law_day(dossier: &Dossier) -> Date {
    let occurred = dossier.fir.as_ref().map(|f| f.occurred_to.unwrap_or(f.occurred_from));
    occurred.unwrap_or(dossier.case.registered).day()
}

fn fill(pen: &Pen<'_>, dossier: &Dossier, form: CaseForm<'_>) -> Result<Filled, DoorError> {
    let of_act = |deed: &Deed| {
        let name = CaseForm::of_kind(&deed.step.kind)?;
        let form = dossier.form_of(pen, deed)?;
        Some(Filled { form, counted: (name, deed.step.act.clone()), act: deed.step.act.clone() })
    };
    // What is filled from the whole case is checked by the latest act upon the accused.
    let of_accused = |name: &'static str, index: u32, form: Option<print::Form>| {
        let act = dossier.accused(index)?.links.last()?.act.clone();
        let of = format!("{}.{index}", dossier.case.fir);
        form.map(|form| Filled { form, counted: (name, of), act })
    };
    let filled = match form {
        CaseForm::Remand(index) => of_accused("remand", index, dossier.remand(pen, index)),
        CaseForm::Custody(index) => of_accused("custody", index, dossier.custody(pen, index)),
        CaseForm::Whole => None,
        CaseForm::Zimni(_) => dossier.deeds.first().and_then(of_act),
        CaseForm::Act(act) => dossier.deeds.iter().find(|d| d.step.act == act).and_then(of_act),
    };
    filled.ok_or(DoorError::NotFound)
}
