//! `prints.enrol`: finger-prints, and where the law allows photographs, are taken of a person, with how he looks and
//! works. No enrolment without a legal basis (Identification of Prisoners Act 1920, sections 3 to 5); what frees him of
//! the case suppresses it in the same act, and its destruction takes the content away.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::capture::{EnrolBasis, Gang, Photograph, TakenPrint, check_photographs, check_prints};
use super::look::Looks;
use crate::act::Recorded;
use crate::allowed;
use crate::clock::Upon;
use crate::kinds::court::common as court;
use crate::kinds::{Body, Order, Party};
use crate::law::RegimeOf;
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{
    AccusedRow, AccusedStatus, CaseRow, EnrolRow, EnrolState, EnrolledRow, Gone, HeldRow, PartyRow,
};

/// The most codes of method.
const MOST_METHODS: usize = 40;

/// A person enrolled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintsEnrol {
    /// The legal basis.
    pub basis: EnrolBasis,
    /// The case: the act of its report. Together with `accused`, or neither; without them only one bound over, or by a
    /// magistrate's order.
    #[serde(default)]
    pub fir: Option<String>,
    /// His place in the case's list of persons.
    #[serde(default)]
    pub accused: Option<u32>,
    /// The order of bond or magistrate; of a convict the judgment, which the books fill in.
    #[serde(default)]
    pub order: Option<Order>,
    /// The person; without a name the books fill him in from the case.
    #[serde(default)]
    pub person: Party,
    /// When they were taken.
    pub taken: Moment,
    /// By whom.
    pub taken_by: String,
    /// Code of that officer's rank; not lower than the law's regime of prints has it.
    pub taken_rank: String,
    /// The prints, each of another finger.
    pub prints: Vec<TakenPrint>,
    /// Photographs; none of one who is only arrested.
    #[serde(default)]
    pub photographs: Vec<Photograph>,
    /// How he looks.
    #[serde(default)]
    pub looks: Looks,
    /// How he works: codes of `methods.csv`.
    #[serde(default)]
    pub method: Vec<String>,
    /// The same in words.
    #[serde(default)]
    pub method_words: String,
    /// A gang he is said to be of.
    #[serde(default)]
    pub gang: Option<Gang>,
}

/// The accused of a case who is enrolled; `None` where no case is named.
pub(crate) fn accused_of(body: &PrintsEnrol) -> Option<String> {
    Some(AccusedRow::key_of(body.fir.as_deref()?, body.accused?))
}

/// The enrolments of an accused.
pub(crate) fn want_enrolled(office: &str, key: &str, known: &Known) -> Vec<Want> {
    let row = known.get::<EnrolledRow>(office, key).ok().flatten();
    let acts = row.map(|row| row.acts).unwrap_or_default();
    let rows = acts.iter().map(|act| Want::Row(EnrolRow::at(office, act)));
    [Want::Row(EnrolledRow::at(office, key))].into_iter().chain(rows).collect()
}

/// Those enrolments of an accused stand so from now on.
fn each(
    rec: &Recorded,
    book: &mut Book<'_>,
    key: &str,
    which: impl Fn(&EnrolRow) -> bool,
    to: EnrolState,
) -> Result<(), ViewError> {
    let office = rec.header.office.as_str();
    let Some(list) = book.get::<EnrolledRow>(office, key)? else { return Ok(()) };
    let since = rec.written()?;
    for act in &list.acts {
        let Some(mut row) = book.get::<EnrolRow>(office, act)?.filter(&which) else { continue };
        (row.state, row.since) = (to, since);
        book.put(&row)?;
    }
    Ok(())
}

/// He is free of the case: no search shows what was taken of him for it.
pub(crate) fn suppress(rec: &Recorded, book: &mut Book<'_>, key: &str) -> Result<(), ViewError> {
    each(rec, book, key, EnrolRow::is_standing, EnrolState::Suppressed)
}

/// His conviction is undone and the trial goes on: what was taken upon it is not shown. What was taken of him as one
/// arrested is, for that he is again.
pub(crate) fn suspend(rec: &Recorded, book: &mut Book<'_>, key: &str) -> Result<(), ViewError> {
    let upon_it = |row: &EnrolRow| {
        row.is_standing() && row.enrolment.as_ref().is_some_and(|e| e.basis == EnrolBasis::Convict)
    };
    each(rec, book, key, upon_it, EnrolState::Suppressed)
}

/// He is convicted again: what was taken upon the conviction that was undone is shown again.
pub(crate) fn restore(rec: &Recorded, book: &mut Book<'_>, key: &str) -> Result<(), ViewError> {
    each(rec, book, key, |row| row.state == EnrolState::Suppressed, EnrolState::Standing)
}

/// What remains of an enrolment whose content is gone: that there was one, and what removed it.
pub(crate) fn forget(rec: &Recorded, gone: Option<&Gone>, book: &mut Book<'_>) -> Result<(), ViewError> {
    let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
    book.put(&EnrolRow::stub(rec, gone.cloned())?)?;
    let Some(Body::PrintsEnrol(body)) = &rec.body else { return Ok(()) };
    HeldRow::let_go((office, act), &body.files(), book);
    let Some(key) = accused_of(body) else { return Ok(()) };
    let Some(mut list) = book.get::<EnrolledRow>(office, &key)? else { return Ok(()) };
    list.acts.retain(|other| other != act);
    if list.acts.is_empty() {
        book.delete(EnrolledRow::at(office, &key));
        return Ok(());
    }
    book.put(&list)
}

impl PrintsEnrol {
    fn check_fields(&self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        let (day, basis) = (setting.written.day(), self.basis);
        faults.when(self.fir.is_some() != self.accused.is_some(), "accused", "fault-missing");
        let alone = matches!(basis, EnrolBasis::Bond | EnrolBasis::Magistrate);
        faults.when(!alone && self.fir.is_none(), "fir", "fault-missing");
        let ordered = alone && self.order.is_none();
        faults.when(ordered, "order", "fault-missing");
        if let Some(order) = &self.order {
            order.check(&mut faults, "order", day);
        }
        faults.when(self.taken > setting.happened, "taken", "fault-future");
        text::line_needed(&mut faults, "taken_by", &self.taken_by);
        faults.when(setting.law.rank(&self.taken_rank).is_none(), "taken_rank", "fault-choice");
        faults.when(self.prints.is_empty(), "prints", "fault-missing");
        check_prints(&mut faults, &self.prints, true);
        check_photographs(&mut faults, &self.photographs);
        self.looks.check(&mut faults, setting);
        faults.when(self.method.len() > MOST_METHODS, "method", "fault-too-many");
        for (i, code) in self.method.iter().enumerate().take(MOST_METHODS) {
            let known = setting.law.method(code, setting.province, day);
            faults.when(!known, &format!("method.{i}"), "fault-choice");
            let twice = self.method.iter().take(i).any(|before| before == code);
            faults.when(twice, &format!("method.{i}"), "fault-twice");
        }
        text::text(&mut faults, "method_words", &self.method_words);
        if let Some(gang) = &self.gang {
            gang.check(&mut faults);
        }
        faults.done()
    }

    /// Lengths and types are the file area's, whatever the act says.
    fn check_files(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        for (i, print) in self.prints.iter().enumerate() {
            let absent = print.file.as_ref().is_some_and(|file| setting.known.file(file).is_none());
            faults.when(absent, &format!("prints.{i}.file"), "fault-file-absent");
        }
        for (i, photograph) in self.photographs.iter_mut().enumerate() {
            let field = format!("photographs.{i}.sha256");
            let Some(fact) = setting.known.file(&photograph.sha256) else {
                faults.add(field, "fault-file-absent");
                continue;
            };
            photograph.size = fact.size;
            photograph.media.clone_from(&fact.media);
            faults.when(!fact.media.starts_with("image/"), &field, "fault-file-kind");
        }
        faults.done()
    }

    /// Whether the law lets this be taken of this accused.
    fn check_accused(&mut self, setting: &Setting<'_>, fir: &str, index: u32) -> Result<(), Refusal> {
        let case = court::standing(setting, fir, "prints.enrol", None)?;
        let row = court::accused(setting, fir, index)?;
        if row.suppressed.is_some() {
            return Err(Refusal::order("order-freed", "IPA-7"));
        }
        match self.basis {
            EnrolBasis::Convict => self.check_convict(setting, &row)?,
            EnrolBasis::Arrestee => self.check_arrestee(setting, &case, &row)?,
            EnrolBasis::Bond | EnrolBasis::Magistrate => {}
        }
        if self.person.name.trim().is_empty()
            && let Some(party) = setting.row::<PartyRow>(&row.key())?
        {
            self.person = party.party;
        }
        self.check_child(row.juvenile)
    }

    /// A convict is enrolled upon the judgment: its sections decide, whatever the case is charged with beside them.
    fn check_convict(&mut self, setting: &Setting<'_>, row: &AccusedRow) -> Result<(), Refusal> {
        let act = row.links.last().and_then(|link| setting.known.act(&link.act));
        let refuse = |code: &str| Err(Refusal::order(code, "IPA-3"));
        let (AccusedStatus::Convicted, Some(Body::AccusedConvict(judgment))) =
            (row.status(), act.and_then(|act| act.body.as_ref()))
        else {
            return refuse("order-not-convicted");
        };
        self.order.get_or_insert_with(|| judgment.order.clone());
        match a_year(setting, judgment.sections.iter().map(String::as_str)) {
            Some(true) => Ok(()),
            Some(false) => refuse("order-under-a-year"),
            None => refuse("order-year-unknown"),
        }
    }

    /// Who is arrested is enrolled once he is; where the book does not know how his sections are punished, they are
    /// taken to be grave enough.
    fn check_arrestee(&self, setting: &Setting<'_>, case: &CaseRow, row: &AccusedRow) -> Result<(), Refusal> {
        let Some(arrest) = row.arrests.first().filter(|_| !row.is_decided()) else {
            return Err(Refusal::order("order-not-arrestee", "IPA-4"));
        };
        let mut faults = Faults::default();
        faults.when(self.taken.is_minutes_before(arrest.at), "taken", "fault-taken-before");
        faults.done()?;
        if a_year(setting, case.charged()) == Some(false) {
            return Err(Refusal::order("order-under-a-year", "IPA-4"));
        }
        Ok(())
    }

    /// By the law of prints whoever takes them has a rank, and nothing is taken before what allows it.
    fn check_taken(&self, setting: &Setting<'_>) -> Result<(), Refusal> {
        let regimes = setting.law.regimes(RegimeOf::Prints, setting.province, setting.written.day());
        if regimes.is_empty() {
            return Err(Refusal::order("order-no-law", "prints.enrol"));
        }
        let low = |least: &String| !allowed::reaches(setting.law, &self.taken_rank, least);
        if regimes.iter().filter_map(|regime| regime.least_rank.as_ref()).any(low) {
            return Err(Refusal::order("order-rank-too-low", self.basis.section()));
        }
        let mut faults = Faults::default();
        let before = self.order.as_ref().is_some_and(|order| self.taken.day() < order.date);
        faults.when(before, "taken", "fault-taken-before");
        faults.done()
    }

    /// A child is enrolled by a magistrate's order alone.
    fn check_child(&self, juvenile: bool) -> Result<(), Refusal> {
        if (juvenile || self.person.is_child()) && self.basis != EnrolBasis::Magistrate {
            return Err(Refusal::order("order-child-enrolment", "IPA-5"));
        }
        Ok(())
    }
}

/// Whether one of these sections is punished with one year or more; `None` where none is that the book knows, and it
/// does not know them all. Common intention and the like have no punishment of their own.
fn a_year<'a>(setting: &Setting<'_>, codes: impl Iterator<Item = &'a str>) -> Option<bool> {
    let day = setting.written.day();
    let mut known = Some(false);
    for code in codes {
        let section = setting.law.section(code, setting.province, day).unwrap_or_default();
        match section.year {
            _ if section.modifier => {}
            Some(true) => return Some(true),
            Some(false) => {}
            None => known = None,
        }
    }
    known
}

impl Rule for PrintsEnrol {
    fn basis(&self) -> &'static [&'static str] {
        match self.basis {
            EnrolBasis::Convict | EnrolBasis::Bond => &["IPA-3"],
            EnrolBasis::Arrestee => &["IPA-4"],
            EnrolBasis::Magistrate => &["IPA-5"],
        }
    }

    fn case<'a>(&'a self, _: &'a str) -> Option<&'a str> {
        self.fir.as_deref()
    }

    /// It goes with its case, and before it when he is freed.
    fn bound(&self) -> bool {
        false
    }

    fn refs(&self) -> Vec<String> {
        accused_of(self).into_iter().collect()
    }

    fn case_by(&self, _: Upon<'_>) -> Option<String> {
        self.fir.clone()
    }

    fn wants(&self, office: &str, known: &Known) -> Vec<Want> {
        let mut wants: Vec<Want> = self.files().into_iter().map(Want::File).collect();
        let (Some(fir), Some(key)) = (&self.fir, accused_of(self)) else { return wants };
        wants.push(Want::Row(CaseRow::at(office, fir)));
        wants.push(Want::Row(AccusedRow::at(office, &key)));
        wants.push(Want::Row(PartyRow::at(office, &key)));
        wants.push(Want::Row(EnrolledRow::at(office, &key)));
        if self.basis == EnrolBasis::Convict
            && let Ok(Some(row)) = known.get::<AccusedRow>(office, &key)
        {
            wants.extend(row.links.last().map(|link| Want::Act(link.act.clone())));
        }
        wants
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        self.check_fields(setting)?;
        if !self.photographs.is_empty() && !self.basis.photographs() {
            return Err(Refusal::order("order-no-photograph", "IPA-4"));
        }
        match (self.fir.clone(), self.accused) {
            (Some(fir), Some(index)) => self.check_accused(setting, &fir, index)?,
            _ => self.check_child(false)?,
        }
        self.check_taken(setting)?;
        let mut faults = Faults::default();
        self.person.check(&mut faults, "person", true);
        faults.done()?;
        self.check_files(setting)
    }

    fn files(&self) -> Vec<String> {
        let prints = self.prints.iter().filter_map(|print| print.file.as_ref());
        prints.chain(self.photographs.iter().map(|photograph| &photograph.sha256)).cloned().collect()
    }

    fn adopt(&mut self, kept: &Body) {
        let Body::PrintsEnrol(kept) = kept else { return };
        if self.person.name.trim().is_empty() {
            self.person.clone_from(&kept.person);
        }
        if self.order.is_none() {
            self.order.clone_from(&kept.order);
        }
        for (photograph, kept) in self.photographs.iter_mut().zip(&kept.photographs) {
            photograph.size = kept.size;
            photograph.media.clone_from(&kept.media);
        }
    }

    /// Who is enrolled stands in no register: what must be destroyed is kept in one place.
    fn slots(&self, _: Moment, _: Option<Date>) -> Vec<Slot> {
        Vec::new()
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let office = rec.header.office.as_str();
        book.put(&EnrolRow::of(rec, self)?)?;
        HeldRow::hold((office, &rec.header.act), &self.files(), book)?;
        let Some(key) = accused_of(self) else { return Ok(()) };
        let list = book.get::<EnrolledRow>(office, &key)?;
        let mut list = list.unwrap_or_else(|| EnrolledRow::new(office, &key));
        list.acts.push(rec.header.act.clone());
        book.put(&list)
    }
}
