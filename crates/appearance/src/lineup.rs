//! A line-up by photographs: the suspect among fillers who fit the witness's words as he does.
//!
//! A filler agrees with the words about as well as the suspect (within [`BAND`]), differs from them in nothing in which
//! the suspect does not, has the suspect's code wherever everybody sees at once who differs, and is about his age. A
//! child, or somebody without a photograph, is never taken. Where too few are left, or the whole is not fair enough,
//! there is no line-up but a reason: a bad one convicts the wrong man.

mod alike;
mod choose;

use std::collections::{BTreeMap, BTreeSet};

use thiserror::Error;

use crate::chance::Chance;
use crate::description::{Description, DescriptionError};
use crate::fairness::Fairness;
use crate::index::Index;
use crate::query::{Query, QueryError};
use crate::row::Row;
use crate::vocabulary::Field;
use crate::why::{Agreement, Feature, Tie};
use crate::words::Words;

/// Fewer fillers make no line-up.
pub const FEWEST: usize = 5;
/// More are not looked at: twenty faces with the suspect's.
pub const MOST: usize = 19;
/// How far a filler's agreement may be from the suspect's, in centibans: to the third or the threefold.
pub const BAND: i32 = 50;
/// How many years a filler may be older or younger.
pub const YEARS: u32 = 10;
/// Functional and effective size are at least this part of the line-up.
pub const FAIR: f64 = 0.6;

/// Somebody who may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sitter {
    /// His record.
    pub id: u64,
    /// The person: several records of one have the same number here.
    pub person: u64,
    /// What the record says of his looks.
    pub description: Description,
    /// Whether there is a photograph of him that may be shown.
    pub photograph: bool,
    /// Whether he is, or was then, a child.
    pub child: bool,
    /// Whether he was chosen before: where he is fair he stays, and others fill the places that are left.
    pub chosen: bool,
}

/// Why somebody is no filler.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unfit {
    /// A child.
    Child,
    /// Without photograph.
    NoPhotograph,
    /// Differs in what everybody sees at once, or it is not known.
    AtOnce(Field),
    /// Too old or too young.
    Age,
    /// Differs from the words in what the suspect does not.
    Differs(Feature),
    /// Agrees too badly with the words.
    TooBad,
    /// Agrees too well with the words.
    TooGood,
}

/// A place of a line-up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    /// His record.
    pub id: u64,
    /// How his description agrees with the witness's words, with the reasons.
    pub agreement: Agreement,
    /// Coded fields in which no other member is like him: conceal it, or take another.
    pub alone_in: Vec<Field>,
}

/// A line-up, and how fair it is.
#[derive(Debug, Clone, PartialEq)]
pub struct Lineup {
    /// In the order in which they are shown.
    pub members: Vec<Member>,
    /// Where the suspect is among them, from nought.
    pub suspect: usize,
    /// As expected of readers of the words.
    pub fairness: Fairness,
    /// Fair fillers that there were to choose from.
    pub fair: usize,
}

/// Why there is no line-up.
#[derive(Debug, Clone, PartialEq, Error)]
pub enum LineupError {
    /// Too few or too many are asked for.
    #[error("{0} fillers: ask for {FEWEST} to {MOST}")]
    Size(usize),
    /// The suspect is a child.
    #[error("the suspect is a child: no child is shown in a line-up")]
    Child,
    /// There is no photograph of the suspect.
    #[error("there is no photograph of the suspect that may be shown")]
    NoPhotograph,
    /// Too few fair fillers.
    #[error("{fair} people fit the witness's words as the suspect does, {asked} are needed: widen the pool")]
    TooFew {
        /// Fair fillers.
        fair: usize,
        /// Asked for.
        asked: usize,
        /// How many were turned away for each reason.
        unfit: BTreeMap<Unfit, usize>,
    },
    /// It would point at somebody.
    #[error(
        "this line-up would not be fair ({0}): widen the pool, or conceal what makes the suspect stand out"
    )]
    Unfair(Fairness),
    /// The words.
    #[error(transparent)]
    Query(#[from] QueryError),
    /// The suspect's description.
    #[error(transparent)]
    Description(#[from] DescriptionError),
}

/// Somebody measured against the words.
#[derive(Clone)]
pub(crate) struct Weighed {
    id: u64,
    row: Row,
    agreement: Agreement,
    likeness: i32,
    chosen: bool,
}

/// The fillers with the suspect at his place.
fn seated(mut fillers: Vec<Weighed>, suspect: Weighed, place: usize) -> Vec<Weighed> {
    fillers.insert(place.min(fillers.len()), suspect);
    fillers
}

fn measured(members: &[Weighed], suspect: usize) -> Result<Fairness, LineupError> {
    let agreements: Vec<i32> = members.iter().map(|member| member.agreement.centibans).collect();
    Fairness::expected(&agreements, suspect).ok_or(LineupError::Size(members.len()))
}

impl Index {
    /// A line-up of the suspect and so many of the pool, for the witness whose words these are. The same seed gives the
    /// same line-up, in whatever order the pool comes; the suspect's place follows from the seed alone.
    ///
    /// # Errors
    /// [`LineupError`] with the reason why there is none.
    pub fn lineup(
        &self,
        words: &Query,
        suspect: &Sitter,
        pool: &[Sitter],
        fillers: usize,
        seed: u64,
    ) -> Result<Lineup, LineupError> {
        if !(FEWEST..=MOST).contains(&fillers) {
            return Err(LineupError::Size(fillers));
        }
        if suspect.child {
            return Err(LineupError::Child);
        }
        if !suspect.photograph {
            return Err(LineupError::NoPhotograph);
        }
        let words = Words::new(self, &Query { must: Vec::new(), ..words.clone() })?;
        let row = Row::of(&self.vocabulary, &suspect.description)?;
        let agreement = words.weigh(&row);
        let suspect_weighed = Weighed { id: suspect.id, row, agreement, likeness: 0, chosen: true };
        let (fair, unfit) = self.fillers(&words, suspect, &suspect_weighed, pool);
        let count = fair.len();
        if count < fillers {
            return Err(LineupError::TooFew { fair: count, asked: fillers, unfit });
        }
        let place = Chance::new(seed, 0).below(fillers + 1);
        let drawn = choose::draw(&self.vocabulary, &suspect_weighed, fair.clone(), fillers, seed);
        let mut chosen = seated(drawn, suspect_weighed.clone(), place);
        let mut fairness = measured(&chosen, place)?;
        if !fairness.at_least(FAIR) {
            // Those who agree as he does, whoever they are.
            chosen = seated(choose::closest(&suspect_weighed, fair, fillers, seed), suspect_weighed, place);
            fairness = measured(&chosen, place)?;
        }
        if !fairness.at_least(FAIR) {
            return Err(LineupError::Unfair(fairness));
        }
        let alone: Vec<Vec<Field>> =
            (0..chosen.len()).map(|place| choose::alone(&self.vocabulary, &chosen, place)).collect();
        let member = |(weighed, alone_in): (Weighed, _)| Member {
            id: weighed.id,
            agreement: weighed.agreement,
            alone_in,
        };
        let members = chosen.into_iter().zip(alone).map(member).collect();
        Ok(Lineup { members, suspect: place, fairness, fair: count })
    }

    /// Everybody of the pool who may stand beside the suspect, one record a person, and why the others may not.
    fn fillers(
        &self,
        words: &Words,
        suspect: &Sitter,
        weighed: &Weighed,
        pool: &[Sitter],
    ) -> (Vec<Weighed>, BTreeMap<Unfit, usize>) {
        let mut sitters: Vec<&Sitter> = pool.iter().collect();
        sitters.sort_by_key(|sitter| sitter.id);
        let mut taken = BTreeSet::from([suspect.person]);
        let (mut fair, mut unfit) = (Vec::new(), BTreeMap::new());
        for sitter in sitters {
            if sitter.id == suspect.id || taken.contains(&sitter.person) {
                continue;
            }
            match self.filler(words, weighed, sitter) {
                Ok(Some(filler)) => {
                    taken.insert(sitter.person);
                    fair.push(filler);
                }
                Ok(None) => {}
                Err(reason) => *unfit.entry(reason).or_insert(0) += 1,
            }
        }
        (fair, unfit)
    }

    /// Somebody measured as a filler; nothing where his description is of another vocabulary.
    fn filler(&self, words: &Words, suspect: &Weighed, sitter: &Sitter) -> Result<Option<Weighed>, Unfit> {
        if sitter.child {
            return Err(Unfit::Child);
        }
        if !sitter.photograph {
            return Err(Unfit::NoPhotograph);
        }
        let Ok(row) = Row::of(&self.vocabulary, &sitter.description) else { return Ok(None) };
        for ((number, terms), (his, suspects)) in
            (0u8..).zip(&self.vocabulary.fields).zip(row.coded.iter().zip(&suspect.row.coded))
        {
            if terms.at_once && *suspects != 0 && his != suspects {
                return Err(Unfit::AtOnce(Field(number)));
            }
        }
        let middle = |row: &Row| 2 * u32::from(row.born) + u32::from(row.width);
        let both = row.born != 0 && suspect.row.born != 0;
        if both && middle(&row).abs_diff(middle(&suspect.row)) > 2 * YEARS {
            return Err(Unfit::Age);
        }
        let agreement = words.weigh(&row);
        let differs = agreement.why.iter().zip(&suspect.agreement.why);
        let mut differs = differs.filter(|(his, own)| his.tie == Tie::Disagree && own.tie != Tie::Disagree);
        if let Some((his, _)) = differs.next() {
            return Err(Unfit::Differs(his.feature));
        }
        let by = agreement.centibans - suspect.agreement.centibans;
        if by < -BAND {
            return Err(Unfit::TooBad);
        }
        if by > BAND {
            return Err(Unfit::TooGood);
        }
        let likeness = choose::likeness(&self.vocabulary, &suspect.row, &row) - by.abs();
        Ok(Some(Weighed { id: sitter.id, row, agreement, likeness, chosen: sitter.chosen }))
    }
}
