//! The index of descriptions as the office sees it: enrolments by their acts. It is a view in memory, made anew at each
//! start: whoever stands in `EnrolRow` and is described is in it, and nobody else. A child is never in it.

use roznamcha_acts::kinds::EnrolRef;
use roznamcha_acts::views::EnrolRow;
use roznamcha_appearance::{Agreement, Description, ErrorModel, Hit, Index, Query, Vocabulary};
use roznamcha_statute::StatuteBook;
use roznamcha_words::fold::fold;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::{Arc, PoisonError, RwLock};
use uuid::Uuid;

use super::looks_words::{description, face, vocabulary};
use crate::DoorError;

/// The name of an enrolment in the index.
struct Name {
    act: Uuid,
    office: u32,
    face: bool,
    gang: Option<Box<str>>,
}

/// Descriptions with the enrolments they are of.
pub(super) struct Looks {
    index: Index,
    /// By their number in the index; a number that is free has the nil act.
    names: Vec<Name>,
    free: Vec<u32>,
    numbers: HashMap<Uuid, u32>,
    offices: Vec<String>,
    gangs: BTreeMap<Box<str>, BTreeSet<u32>>,
    /// What was taken out, and from when: a row that was read before does not bring it back.
    gone: HashMap<Uuid, i64>,
}

/// A gang's name as it is compared.
fn folded(name: &str) -> Box<str> {
    fold(name).to_lowercase().into()
}

/// Of whom nothing is asked but the gang.
fn bare(id: u64) -> Hit {
    Hit { id, agreement: Agreement { centibans: 0, why: Vec::new() } }
}

impl Looks {
    fn new(vocabulary: Vocabulary) -> Self {
        Self {
            index: Index::new(vocabulary, ErrorModel::default()),
            names: Vec::new(),
            free: Vec::new(),
            numbers: HashMap::new(),
            offices: Vec::new(),
            gangs: BTreeMap::new(),
            gone: HashMap::new(),
        }
    }

    pub(super) fn index(&self) -> &Index {
        &self.index
    }

    fn office(&mut self, code: &str) -> u32 {
        let known = self.offices.iter().position(|known| known == code);
        let place = known.unwrap_or_else(|| {
            self.offices.push(code.to_owned());
            self.offices.len() - 1
        });
        u32::try_from(place).unwrap_or(u32::MAX)
    }

    /// Brings one enrolment to what its row says.
    fn bring(&mut self, row: &EnrolRow) -> Result<(), DoorError> {
        let act = Uuid::parse_str(&row.act)
            .map_err(|e| DoorError::Defect(format!("enrolment `{}`: {e}", row.act)))?;
        let standing = row.enrolment.as_ref().filter(|_| row.is_standing());
        let Some(enrolment) = standing else {
            self.take_out(act);
            self.gone.insert(act, row.since.millis());
            return Ok(());
        };
        let late = self.gone.get(&act).is_some_and(|gone| *gone > row.since.millis());
        if late || self.numbers.contains_key(&act) {
            return Ok(());
        }
        self.gone.remove(&act);
        let Some(description) = description(self.index.vocabulary(), enrolment) else { return Ok(()) };
        let gang = enrolment.gang.as_ref().map(|gang| folded(&gang.name));
        let name = Name {
            act,
            office: self.office(&row.office),
            face: face(enrolment).is_some(),
            gang: gang.clone(),
        };
        let next = u32::try_from(self.names.len()).map_err(|e| DoorError::Defect(e.to_string()))?;
        let number = self.free.last().copied().unwrap_or(next);
        let added = self.index.add(u64::from(number), &description);
        added.map_err(|e| DoorError::Defect(format!("description of `{}`: {e}", row.act)))?;
        self.numbers.insert(act, number);
        if let Some(gang) = gang {
            self.gangs.entry(gang).or_default().insert(number);
        }
        match self.free.pop().and_then(|number| self.names.get_mut(number as usize)) {
            Some(place) => *place = name,
            None => self.names.push(name),
        }
        Ok(())
    }

    fn take_out(&mut self, act: Uuid) {
        let Some(number) = self.numbers.remove(&act) else { return };
        self.index.remove(u64::from(number));
        let Some(name) = self.names.get_mut(number as usize) else { return };
        let gang = name.gang.take();
        *name = Name { act: Uuid::nil(), office: 0, face: false, gang: None };
        if let Some(gang) = gang
            && let Some(members) = self.gangs.get_mut(&gang)
        {
            members.remove(&number);
            if members.is_empty() {
                self.gangs.remove(&gang);
            }
        }
        self.free.push(number);
    }

    /// The enrolment of a number, and whether a photograph of the face may be shown.
    pub(super) fn named(&self, number: u64) -> Option<(EnrolRef, bool)> {
        let name = self.names.get(usize::try_from(number).ok()?).filter(|name| !name.act.is_nil())?;
        let office = self.offices.get(name.office as usize)?.clone();
        Some((EnrolRef { office, act: name.act.to_string() }, name.face))
    }

    /// The number of an enrolment.
    pub(super) fn number(&self, of: &EnrolRef) -> Option<u64> {
        self.numbers.get(&Uuid::parse_str(&of.act).ok()?).map(|number| u64::from(*number))
    }

    /// The best by these words, of everybody or of one gang. Without words the members of the gang, in order.
    pub(super) fn search(
        &self,
        words: Option<&Query>,
        gang: &str,
        limit: usize,
    ) -> Result<Vec<Hit>, DoorError> {
        let failed = |e: roznamcha_appearance::QueryError| DoorError::Defect(e.to_string());
        if gang.trim().is_empty() {
            let Some(words) = words else { return Ok(Vec::new()) };
            return self.index.search(words, limit).map_err(failed);
        }
        let members: Vec<u64> =
            self.gangs.get(&folded(gang.trim())).into_iter().flatten().map(|n| u64::from(*n)).collect();
        match words {
            Some(words) => self.index.search_among(words, &members, limit).map_err(failed),
            None => Ok(members.into_iter().take(limit).map(bare).collect()),
        }
    }

    /// A description that is in the index.
    pub(super) fn description(&self, number: u64) -> Option<Description> {
        self.index.get(number)
    }

    /// Bytes of memory taken, about.
    #[cfg(test)]
    fn bytes(&self) -> usize {
        let names = self.names.capacity() * size_of::<Name>();
        let numbers = self.numbers.capacity() * 8 / 7 * (size_of::<(Uuid, u32)>() + 1);
        self.index.bytes() + names + numbers
    }
}

/// The index, shared by those who search and those who enrol.
#[derive(Clone)]
pub(crate) struct SharedLooks(Arc<RwLock<Looks>>);

impl SharedLooks {
    /// An empty one, in the codes of the statute book.
    ///
    /// # Errors
    /// [`DoorError::Defect`] where a list of the book cannot be one of the index.
    pub(crate) fn new(book: &StatuteBook) -> Result<Self, DoorError> {
        let vocabulary = vocabulary(book).map_err(|e| DoorError::Defect(e.to_string()))?;
        Ok(Self(Arc::new(RwLock::new(Looks::new(vocabulary)))))
    }

    /// Brings the index to what these rows say.
    pub(super) fn bring(&self, rows: &[EnrolRow]) -> Result<(), DoorError> {
        let mut looks = self.0.write().unwrap_or_else(PoisonError::into_inner);
        rows.iter().try_for_each(|row| looks.bring(row))
    }

    /// Work upon the index, on a thread for it.
    pub(super) async fn look<T: Send + 'static>(
        &self,
        work: impl FnOnce(&Looks) -> Result<T, DoorError> + Send + 'static,
    ) -> Result<T, DoorError> {
        let shared = self.0.clone();
        let done =
            tokio::task::spawn_blocking(move || work(&shared.read().unwrap_or_else(PoisonError::into_inner)));
        done.await.map_err(|e| DoorError::Defect(e.to_string()))?
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use roznamcha_acts::Moment;
    use roznamcha_acts::kinds::{BodyMark, BodyMarkKind, EnrolBasis, Gang, GangRole, GangStatus, Party};
    use roznamcha_acts::views::{EnrolState, Enrolment};

    fn row(n: u32) -> EnrolRow {
        let at: Moment = "2026-01-05T09:00:00+05:00".parse().unwrap();
        let code = |of: &[&str]| Some(of[n as usize % of.len()].to_owned());
        let mark =
            BodyMark { kind: BodyMarkKind::Scar, place: "cheek_left".to_owned(), words: String::new() };
        let gang = Gang {
            name: format!("فرضی گروہ {}", n % 7),
            role: GangRole::Member,
            status: GangStatus::Stated,
            source: "فرضی".to_owned(),
        };
        let enrolment = Enrolment {
            basis: EnrolBasis::Magistrate,
            fir: None,
            accused: None,
            order: None,
            person: Party { age: Some(30), ..Party::default() },
            taken: at,
            fingers: Vec::new(),
            looks: roznamcha_acts::kinds::Looks {
                height_cm: Some(150 + (n % 40) as u16),
                build: code(&["thin", "slim", "stout"]),
                hair: code(&["curly", "short"]),
                marks: vec![mark],
                ..Default::default()
            },
            method: vec!["time.night".to_owned(), "tool.pistol".to_owned()],
            method_words: String::new(),
            gang: n.is_multiple_of(50).then_some(gang),
            photographs: Vec::new(),
        };
        EnrolRow {
            office: format!("PS-{}", n % 20),
            act: Uuid::from_u128(u128::from(n) + 1).to_string(),
            enrolled: at,
            officer: String::new(),
            state: EnrolState::Standing,
            since: at,
            enrolment: Some(enrolment),
            gone: None,
        }
    }

    fn freed(row: &EnrolRow, seconds: i64) -> EnrolRow {
        EnrolRow { state: EnrolState::Suppressed, since: row.since.plus_seconds(seconds), ..row.clone() }
    }

    fn index() -> Looks {
        Looks::new(vocabulary(&StatuteBook::built_in().unwrap()).unwrap())
    }

    #[test]
    fn a_person_takes_less_than_two_hundred_bytes() {
        let mut looks = index();
        let people = 20_000;
        (0..people).for_each(|n| looks.bring(&row(n)).unwrap());
        assert_eq!(looks.index().len(), people as usize);
        let each = looks.bytes() / people as usize;
        assert!(each < 200, "{each} bytes a person");
    }

    #[test]
    fn who_was_taken_out_leaves_nothing_and_an_older_row_does_not_bring_him_back() {
        let mut looks = index();
        let rows: Vec<EnrolRow> = (0..100).map(row).collect();
        rows.iter().for_each(|row| looks.bring(row).unwrap());
        rows.iter().for_each(|row| looks.bring(&freed(row, 5)).unwrap());
        assert_eq!((looks.index().len(), looks.numbers.len(), looks.gangs.len()), (0, 0, 0));
        assert!(looks.names.iter().all(|name| name.act.is_nil() && name.gang.is_none()));
        // A page of rows read before he was freed comes late.
        looks.bring(&rows[0]).unwrap();
        assert_eq!(looks.index().len(), 0);
        // He stands again, by a decision upon appeal.
        looks.bring(&EnrolRow { since: rows[0].since.plus_seconds(9), ..rows[0].clone() }).unwrap();
        let of = EnrolRef { office: rows[0].office.clone(), act: rows[0].act.clone() };
        let number = looks.number(&of).unwrap();
        assert_eq!(
            (looks.named(number).unwrap().0, looks.names.len()),
            (of, 100),
            "a free number is used again"
        );
        assert_eq!(looks.search(None, "فرضی گروہ 0", 9).unwrap().len(), 1);
    }
}
