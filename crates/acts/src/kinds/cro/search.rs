//! `search.open`: whose prints are these? Ten prints, one, or one left at a scene. A search slip, numbered in its
//! working register.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::capture::{EnrolBasis, EnrolRef, TakenPrint, check_prints};
use crate::act::Recorded;
use crate::kinds::{Body, Order, Party};
use crate::moment::Moment;
use crate::refusal::{Faults, Refusal};
use crate::rows::{Book, Known, View, ViewError, Want};
use crate::rule::{Rule, Setting, Slot};
use crate::text;
use crate::views::{Cell, CellKind, EntryRow, Gone, HeldRow, NamedRow, SearchRow};

/// What is searched with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProbeKind {
    /// The fingers of a person who is there.
    Tenprint,
    /// One finger of a person who is there.
    Single,
    /// A print left at a scene.
    Latent,
}

impl ProbeKind {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::Tenprint, Self::Single, Self::Latent];

    /// Its code.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Tenprint => "tenprint",
            Self::Single => "single",
            Self::Latent => "latent",
        }
    }

    /// How many different officers must identify.
    pub fn examiners(self) -> usize {
        if self == Self::Latent { 2 } else { 1 }
    }
}

/// A search slip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SearchOpen {
    /// What is searched with.
    pub probe: ProbeKind,
    /// The enrolment at which the search is made. Its prints and its person stand there alone: `prints` and `person`
    /// are then left out, so that nothing is left here when it is destroyed. Ten fingers are searched in no other way:
    /// the enrolment says on what legal basis they were taken.
    #[serde(default)]
    pub enrolment: Option<EnrolRef>,
    /// Code of the office that asks.
    pub asked_by: String,
    /// Number of the case as written; may be empty.
    #[serde(default)]
    pub case: String,
    /// Who is there, where one finger is searched with.
    #[serde(default)]
    pub person: Option<Party>,
    /// The legal basis on which his finger was taken.
    #[serde(default)]
    pub basis: Option<EnrolBasis>,
    /// The order it was taken by, or the judgment; of one who is only arrested there is none.
    #[serde(default)]
    pub order: Option<Order>,
    /// Of a latent: where it was, on what, who lifted it.
    #[serde(default)]
    pub scene: String,
    /// The prints.
    #[serde(default)]
    pub prints: Vec<TakenPrint>,
}

impl SearchOpen {
    fn check_fields(&self, today: Date) -> Result<(), Refusal> {
        let mut faults = Faults::default();
        text::code(&mut faults, "asked_by", &self.asked_by);
        text::line(&mut faults, "case", &self.case);
        text::text(&mut faults, "scene", &self.scene);
        check_prints(&mut faults, &self.prints, self.probe == ProbeKind::Tenprint);
        match (&self.enrolment, self.probe) {
            (_, ProbeKind::Latent) => self.check_latent(&mut faults),
            (Some(enrolment), _) => {
                enrolment.check(&mut faults, "enrolment");
                faults.when(!self.prints.is_empty(), "prints", "fault-prints-at-enrolment");
                faults.when(self.person.is_some(), "person", "fault-prints-at-enrolment");
                faults.when(self.basis.is_some(), "basis", "fault-prints-at-enrolment");
                faults.when(self.order.is_some(), "order", "fault-prints-at-enrolment");
            }
            (None, ProbeKind::Tenprint) => faults.add("enrolment", "fault-tenprint-enrolment"),
            (None, ProbeKind::Single) => self.check_there(&mut faults, today),
        }
        let scene = self.probe != ProbeKind::Latent && !self.scene.trim().is_empty();
        faults.when(scene, "scene", "fault-scene-person");
        faults.done()
    }

    /// Whose print it is is what is asked.
    fn check_latent(&self, faults: &mut Faults) {
        faults.when(self.scene.trim().is_empty(), "scene", "fault-missing");
        self.check_one(faults);
        let known = [
            ("person", self.person.is_some()),
            ("enrolment", self.enrolment.is_some()),
            ("basis", self.basis.is_some()),
            ("order", self.order.is_some()),
        ];
        for (field, there) in known {
            faults.when(there, field, "fault-latent-person");
        }
    }

    /// Somebody is there, and his finger was taken on a legal basis.
    fn check_there(&self, faults: &mut Faults, today: Date) {
        self.check_one(faults);
        match &self.person {
            Some(person) => person.check(faults, "person", false),
            None => faults.add("person", "fault-missing"),
        }
        faults.when(self.basis.is_none(), "basis", "fault-missing");
        let ordered = self.basis.is_some_and(|basis| basis != EnrolBasis::Arrestee);
        match &self.order {
            Some(order) => order.check(faults, "order", today),
            None => faults.when(ordered, "order", "fault-missing"),
        }
    }

    fn check_one(&self, faults: &mut Faults) {
        faults.when(self.prints.is_empty(), "prints", "fault-missing");
        faults.when(self.prints.len() > 1, "prints", "fault-too-many");
    }
}

impl Rule for SearchOpen {
    fn version(&self) -> u32 {
        2
    }

    fn basis(&self) -> &'static [&'static str] {
        match self.basis {
            None => &["PPR-27"],
            Some(EnrolBasis::Convict | EnrolBasis::Bond) => &["PPR-27", "IPA-3"],
            Some(EnrolBasis::Arrestee) => &["PPR-27", "IPA-4"],
            Some(EnrolBasis::Magistrate) => &["PPR-27", "IPA-5"],
        }
    }

    fn files(&self) -> Vec<String> {
        self.prints.iter().filter_map(|print| print.file.clone()).collect()
    }

    fn wants(&self, office: &str, _: &Known) -> Vec<Want> {
        let at = self.enrolment.iter().map(|of| Want::Row(NamedRow::at(office, &of.key())));
        at.chain(self.files().into_iter().map(Want::File)).collect()
    }

    fn check(&mut self, setting: &Setting<'_>) -> Result<(), Refusal> {
        self.check_fields(setting.written.day())?;
        let child = self.person.as_ref().is_some_and(Party::is_child);
        if child && self.basis != Some(EnrolBasis::Magistrate) {
            return Err(Refusal::order("order-child-enrolment", "IPA-5"));
        }
        self.enrolment.iter().try_for_each(|of| NamedRow::must_live(setting, of))?;
        let mut faults = Faults::default();
        for (i, print) in self.prints.iter().enumerate() {
            let absent = print.file.as_ref().is_some_and(|file| setting.known.file(file).is_none());
            faults.when(absent, &format!("prints.{i}.file"), "fault-file-absent");
        }
        faults.done()
    }

    fn slots(&self, written: Moment, _: Option<Date>) -> Vec<Slot> {
        vec![Slot::yearly(SearchRow::REGISTER, "-", written)]
    }

    fn project(&self, rec: &Recorded, book: &mut Book<'_>) -> Result<(), ViewError> {
        let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
        let mut cells = vec![
            Cell::plain("date", CellKind::Day, rec.written()?.day()),
            Cell::plain("probe", CellKind::Code, self.probe.as_str()),
            Cell::plain("asked_by", CellKind::Text, &self.asked_by),
        ];
        if !self.case.is_empty() {
            cells.push(Cell::plain("fir_no", CellKind::Text, &self.case));
        }
        let named = self.person.as_ref().filter(|person| !person.name.is_empty());
        cells.extend(named.map(|person| Cell::personal("person", CellKind::Text, person.line())));
        book.put(&EntryRow::of(rec, 0, "search_slip", cells)?)?;
        HeldRow::hold((office, act), &self.files(), book)?;
        if let Some(of) = &self.enrolment {
            NamedRow::note(book, office, of, |row| row.probes.push(act.to_owned()))?;
        }
        book.put(&SearchRow::of(rec, self)?)
    }
}

/// What remains of a search whose content is gone.
pub(crate) fn withdraw(rec: &Recorded, gone: Option<&Gone>, book: &mut Book<'_>) -> Result<(), ViewError> {
    let (office, act) = (rec.header.office.as_str(), rec.header.act.as_str());
    if let Some(Body::SearchOpen(open)) = &rec.body {
        HeldRow::let_go((office, act), &open.files(), book);
        let upon = book.get::<SearchRow>(office, act)?.map(|row| row.acts()).unwrap_or_default();
        if let Some(of) = &open.enrolment {
            NamedRow::strike(book, office, of, |row| {
                row.probes.retain(|search| search != act);
                row.examinations.retain(|one| !upon.contains(one));
            })?;
        }
    }
    book.put(&SearchRow::stub(rec, gone.cloned())?)
}
