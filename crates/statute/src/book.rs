//! The book: everything read and checked, ready to be asked.

use std::collections::{HashMap, HashSet};

use jiff::civil::Date;
use serde::Serialize;

use crate::allowed::Allowed;
use crate::basis::Basis;
use crate::check::check;
use crate::code::{BasisCode, EnactmentCode, HeadCode, OffenceCode, OfficeCode, RankCode, RoleCode};
use crate::crosscheck::Crosscheck;
use crate::datum::{Dated, Province, Tag};
use crate::deadline::Deadline;
use crate::enactment::Enactment;
use crate::error::{Problem, RowError, StatuteError};
use crate::holiday::Holiday;
use crate::load::{Loaded, Rows};
use crate::look::{Look, Method};
use crate::offence::{Head, Offence};
use crate::office::{Office, OfficeLine};
use crate::rank::{Rank, Role};
use crate::regime::Regime;
use crate::register::{Column, Part, Register, RegisterKind};
use crate::register_no::RegisterNo;
use crate::search::{Hit, Index};
use crate::sources::Sources;

/// The statute book.
#[derive(Clone, Debug)]
pub struct StatuteBook {
    acts: Vec<Enactment>,
    heads: Vec<Head>,
    offences: Vec<Offence>,
    /// Places in `offences`; a code has one place for each period or province it is given for.
    by_code: HashMap<OffenceCode, Vec<usize>>,
    index: Index,
    ranks: Vec<Rank>,
    roles: Vec<Role>,
    registers: Vec<Register>,
    parts: Vec<Part>,
    columns: Vec<Column>,
    offices: Vec<Office>,
    deadlines: Vec<Deadline>,
    bases: Vec<Basis>,
    holidays: Vec<Holiday>,
    allowed: Vec<Allowed>,
    crosschecks: Vec<Crosscheck>,
    regimes: Vec<Regime>,
    looks: Vec<Look>,
    methods: Vec<Method>,
}

/// A datum nobody has checked against its source yet, for the administrator's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unverified {
    /// The data file.
    pub file: &'static str,
    /// What it is: a code, or a code and the part of the row in doubt.
    pub code: String,
    /// How it was come by.
    pub tag: Tag,
    /// The citation to check it against.
    pub citation: String,
    /// The caution in the data.
    pub note: String,
}

impl StatuteBook {
    /// The book as shipped.
    ///
    /// # Errors
    /// As [`StatuteBook::from_sources`]; a test holds the shipped data to none.
    pub fn built_in() -> Result<Self, StatuteError> {
        Self::from_sources(&Sources::built_in())
    }

    /// A book from the text of its files.
    ///
    /// # Errors
    /// [`StatuteError::Invalid`] with every fault: cells that do not read, codes given twice for one place
    /// and day, references that lead nowhere, rows that claim to be verified without a source.
    pub fn from_sources(sources: &Sources) -> Result<Self, StatuteError> {
        let mut faults = Vec::new();
        let loaded = Loaded::read(sources, &mut faults);
        // References are only worth checking when every row was read: a row lost above would be named again.
        if faults.is_empty() {
            check(&loaded, &mut faults);
        }
        if !faults.is_empty() {
            return Err(StatuteError::Invalid(faults));
        }
        let (acts, heads, offences) = (rows(loaded.acts), rows(loaded.heads), rows(loaded.offences));
        let mut by_code: HashMap<OffenceCode, Vec<usize>> = HashMap::new();
        for (place, offence) in offences.iter().enumerate() {
            by_code.entry(offence.code.clone()).or_default().push(place);
        }
        Ok(Self {
            index: Index::new(&acts, &heads, &offences),
            acts,
            heads,
            offences,
            by_code,
            ranks: rows(loaded.ranks),
            roles: rows(loaded.roles),
            registers: rows(loaded.registers),
            parts: rows(loaded.parts),
            columns: rows(loaded.columns),
            offices: rows(loaded.offices),
            deadlines: rows(loaded.deadlines),
            bases: rows(loaded.bases),
            holidays: rows(loaded.holidays),
            allowed: rows(loaded.allowed),
            crosschecks: rows(loaded.crosschecks),
            regimes: rows(loaded.regimes),
            looks: rows(loaded.looks),
            methods: rows(loaded.methods),
        })
    }

    /// The enactments.
    pub fn enactments(&self) -> &[Enactment] {
        &self.acts
    }

    /// An enactment by its code.
    pub fn enactment(&self, code: &EnactmentCode) -> Option<&Enactment> {
        self.acts.iter().find(|act| act.code == *code)
    }

    /// The statistical heads.
    pub fn heads(&self) -> &[Head] {
        &self.heads
    }

    /// A head by its code.
    pub fn head(&self, code: &HeadCode) -> Option<&Head> {
        self.heads.iter().find(|head| head.code == *code)
    }

    /// Every section, of every place and time.
    pub fn offences(&self) -> &[Offence] {
        &self.offences
    }

    /// A section by its code, to show its title: where the code has several rows, the one that starts last.
    pub fn offence(&self, code: &OffenceCode) -> Option<&Offence> {
        self.versions(code).max_by_key(|offence| offence.datum.effective_from)
    }

    /// The section as it stood in that province on that day.
    pub fn offence_on(&self, code: &OffenceCode, province: Province, day: Date) -> Option<&Offence> {
        self.versions(code).find(|offence| offence.datum.in_force(province, day))
    }

    fn versions(&self, code: &OffenceCode) -> impl Iterator<Item = &Offence> {
        self.by_code.get(code).into_iter().flatten().filter_map(|&place| self.offences.get(place))
    }

    /// The sections in force in that province on that day, modifiers among them.
    pub fn offences_in_force(&self, province: Province, day: Date) -> impl Iterator<Item = &Offence> {
        self.offences.iter().filter(move |offence| offence.datum.in_force(province, day))
    }

    /// Sections in force that answer the query, best first: by code or number (`302`, `337a`, `9c`, `۳۰۲`),
    /// by English or Urdu words or their beginnings, or both together. Several numbers ask for any of them;
    /// several words must all be found. An empty query finds nothing.
    pub fn search_offences(&self, query: &str, province: Province, day: Date, limit: usize) -> Vec<Hit<'_>> {
        let within = |offence: &Offence| offence.datum.in_force(province, day);
        self.index.search(&self.offences, query, within, limit)
    }

    /// The ranks, lowest first.
    pub fn ranks(&self) -> &[Rank] {
        &self.ranks
    }

    /// A rank by its code.
    pub fn rank(&self, code: &RankCode) -> Option<&Rank> {
        self.ranks.iter().find(|rank| rank.code == *code)
    }

    /// The roles.
    pub fn roles(&self) -> &[Role] {
        &self.roles
    }

    /// A role by its code.
    pub fn role(&self, code: &RoleCode) -> Option<&Role> {
        self.roles.iter().find(|role| role.code == *code)
    }

    /// The registers: I to XXV, then the working registers.
    pub fn registers(&self) -> &[Register] {
        &self.registers
    }

    /// The registers of one kind, in order.
    pub fn registers_of(&self, kind: RegisterKind) -> impl Iterator<Item = &Register> {
        self.registers.iter().filter(move |register| register.kind == kind)
    }

    /// A register by its number or word.
    pub fn register(&self, number: RegisterNo) -> Option<&Register> {
        self.registers.iter().find(|register| register.number == number)
    }

    /// The parts of a register, in order.
    pub fn parts(&self, number: RegisterNo) -> Vec<&Part> {
        let mut parts: Vec<_> = self.parts.iter().filter(|part| part.register == number).collect();
        parts.sort_by_key(|part| part.order);
        parts
    }

    /// A part as the journal writes it, `-` for the only or first one.
    pub fn part(&self, number: RegisterNo, written: &str) -> Option<&Part> {
        self.parts.iter().find(|part| part.register == number && part.written() == written)
    }

    /// The columns of a part, in order; empty where there is no such part.
    pub fn columns(&self, number: RegisterNo, part: &str) -> Vec<&Column> {
        let mut columns: Vec<_> =
            self.columns.iter().filter(|c| c.register == number && c.part == part).collect();
        columns.sort_by_key(|column| column.order);
        columns
    }

    /// The hierarchy from the country to the districts.
    pub fn offices(&self) -> &[Office] {
        &self.offices
    }

    /// An office by its code.
    pub fn office(&self, code: &OfficeCode) -> Option<&Office> {
        self.offices.iter().find(|office| office.code == *code)
    }

    /// The offices right below.
    pub fn children(&self, code: &OfficeCode) -> Vec<&Office> {
        self.offices.iter().filter(|office| office.parent.as_ref() == Some(code)).collect()
    }

    /// The offices above, the nearest first.
    pub fn ancestors(&self, code: &OfficeCode) -> Vec<&Office> {
        let above = |office: &&Office| office.parent.as_ref().and_then(|parent| self.office(parent));
        std::iter::successors(self.office(code), |office| above(office)).skip(1).collect()
    }

    /// What a list of stations gets wrong against the book: parents that are neither in the book nor in the
    /// list, and codes the book already has.
    pub fn check_lines(&self, lines: &[OfficeLine]) -> Vec<RowError> {
        let listed: HashSet<_> = lines.iter().map(|line| &line.code).collect();
        let fault = |line: &OfficeLine, column: &str, problem| RowError {
            file: OfficeLine::FILE.to_owned(),
            line: line.line,
            column: column.to_owned(),
            problem,
        };
        let mut faults = Vec::new();
        for line in lines {
            if line.parent == line.code
                || (!listed.contains(&line.parent) && self.office(&line.parent).is_none())
            {
                let problem =
                    Problem::Unknown { value: line.parent.to_string(), file: Office::FILE.to_owned() };
                faults.push(fault(line, "parent", problem));
            }
            if self.office(&line.code).is_some() {
                let reason = "the statute book already has an office of this code".to_owned();
                let problem = Problem::Malformed { value: line.code.to_string(), reason };
                faults.push(fault(line, "code", problem));
            }
        }
        faults
    }

    /// The deadlines.
    pub fn deadlines(&self) -> &[Deadline] {
        &self.deadlines
    }

    /// The days on which offices are closed.
    pub fn holidays(&self) -> &[Holiday] {
        &self.holidays
    }

    /// The legal bases.
    pub fn bases(&self) -> &[Basis] {
        &self.bases
    }

    /// A legal basis by its code.
    pub fn basis(&self, code: &BasisCode) -> Option<&Basis> {
        self.bases.iter().find(|basis| basis.code == *code)
    }

    /// Every row of the allowed acts, of every place and time.
    pub fn allowed(&self) -> &[Allowed] {
        &self.allowed
    }

    /// Every special regime, of every place and time.
    pub fn regimes(&self) -> &[Regime] {
        &self.regimes
    }

    /// The regimes of that section in force there on the day: its own, and those of its kind of protection.
    pub fn regimes_of<'a>(
        &'a self,
        code: &'a OffenceCode,
        province: Province,
        day: Date,
    ) -> impl Iterator<Item = &'a Regime> {
        let kind = self.offence_on(code, province, day).and_then(|offence| offence.sensitive);
        let of = move |r: &&Regime| r.is_of(code.as_str()) || kind.is_some_and(|kind| r.is_of(kind.as_str()));
        self.regimes.iter().filter(move |r| r.datum.in_force(province, day)).filter(of)
    }

    /// The regimes of a child in force there on the day.
    pub fn regimes_of_children(&self, province: Province, day: Date) -> impl Iterator<Item = &Regime> {
        self.regimes_about(Regime::JUVENILE, province, day)
    }

    /// The regimes of the taking of prints and photographs in force there on the day.
    pub fn regimes_of_prints(&self, province: Province, day: Date) -> impl Iterator<Item = &Regime> {
        self.regimes_about(Regime::PRINTS, province, day)
    }

    fn regimes_about(
        &self,
        what: &'static str,
        province: Province,
        day: Date,
    ) -> impl Iterator<Item = &Regime> {
        self.regimes.iter().filter(move |r| r.is_of(what) && r.datum.in_force(province, day))
    }

    /// What the law of that province and day says of a kind of act; empty where it knows none such.
    pub fn allowed_on<'a>(
        &'a self,
        kind: &'a str,
        province: Province,
        day: Date,
    ) -> impl Iterator<Item = &'a Allowed> {
        self.allowed.iter().filter(move |a| a.kind == kind && a.datum.in_force(province, day))
    }

    /// The rows of the nightly cross-check, of every place and time.
    pub fn crosschecks(&self) -> &[Crosscheck] {
        &self.crosschecks
    }

    /// Those that hold in that province on that day.
    pub fn crosschecks_on(&self, province: Province, day: Date) -> impl Iterator<Item = &Crosscheck> {
        self.crosschecks.iter().filter(move |c| c.datum.in_force(province, day))
    }

    /// The words of how a person looks, list by list, of every place and time.
    pub fn looks(&self) -> &[Look] {
        &self.looks
    }

    /// One list of them, as it holds in that province on that day, in the order of the file.
    pub fn looks_on<'a>(
        &'a self,
        list: &'a str,
        province: Province,
        day: Date,
    ) -> impl Iterator<Item = &'a Look> {
        self.looks.iter().filter(move |l| l.list == list && l.datum.in_force(province, day))
    }

    /// The ways of working, group by group, of every place and time.
    pub fn methods(&self) -> &[Method] {
        &self.methods
    }

    /// Those that hold in that province on that day.
    pub fn methods_on(&self, province: Province, day: Date) -> impl Iterator<Item = &Method> {
        self.methods.iter().filter(move |m| m.datum.in_force(province, day))
    }

    /// Everything nobody has checked against its source yet, file by file.
    pub fn unverified(&self) -> Vec<Unverified> {
        let mut list = Vec::new();
        doubtful(&self.acts, &mut list);
        doubtful(&self.heads, &mut list);
        doubtful(&self.offences, &mut list);
        doubtful(&self.ranks, &mut list);
        doubtful(&self.roles, &mut list);
        doubtful(&self.registers, &mut list);
        doubtful(&self.parts, &mut list);
        doubtful(&self.columns, &mut list);
        doubtful(&self.offices, &mut list);
        doubtful(&self.deadlines, &mut list);
        doubtful(&self.bases, &mut list);
        doubtful(&self.holidays, &mut list);
        doubtful(&self.allowed, &mut list);
        doubtful(&self.crosschecks, &mut list);
        doubtful(&self.regimes, &mut list);
        doubtful(&self.looks, &mut list);
        doubtful(&self.methods, &mut list);
        list
    }
}

fn rows<T>(rows: Rows<T>) -> Vec<T> {
    rows.into_iter().map(|(_, row)| row).collect()
}

fn doubtful<T: Dated>(rows: &[T], list: &mut Vec<Unverified>) {
    for row in rows {
        let datum = row.datum();
        let mut add = |code, tag| {
            let (citation, note) = (datum.citation.clone(), datum.note.clone());
            list.push(Unverified { file: T::FILE, code, tag, citation, note });
        };
        if datum.verified {
            row.doubts().into_iter().for_each(|(part, tag)| add(format!("{} {part}", row.key()), tag));
        } else {
            add(row.key(), datum.tag);
        }
    }
}
