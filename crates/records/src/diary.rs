//! The daily diary as a book: a day at a time, in order of entry.

use jiff::civil::Date;
use roznamcha_access::{Action, Field, ResourceKind};
use roznamcha_acts::kinds::Body;
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{CustodyRow, DeskRow, EntryRow};
use roznamcha_journal::Hash;
use roznamcha_store::Query;

use crate::mask::Seen;
use crate::{Caller, DoorError, EntryView, MASK, Records};

/// A person in the lock-up as the opening entry lists him.
#[derive(Clone, Debug)]
pub struct CustodyLine {
    /// The stay; the person masked where he may not be seen.
    pub row: CustodyRow,
}

/// A day of the diary.
#[derive(Clone, Debug)]
pub struct DiaryPage {
    /// The office.
    pub office: String,
    /// The day.
    pub day: Date,
    /// Whether this day is open for writing.
    pub open: bool,
    /// The desk now.
    pub desk: DeskRow,
    /// Entries in order.
    pub entries: Vec<EntryView>,
    /// Persons the opening entry lists.
    pub custody: Vec<CustodyLine>,
    /// Leaf hash of the day's last act.
    pub last_leaf: Option<Hash>,
    /// More entries follow: ask again after this serial.
    pub next: Option<u64>,
}

/// Days that have a diary, newest first.
#[derive(Clone, Debug)]
pub struct DayList {
    /// Each day and how many entries it has.
    pub days: Vec<(Date, u64)>,
}

/// Entries to a page of the diary.
const PAGE: u32 = 200;

impl Records {
    /// The desk of the caller's own office: which day is open, cash, who is in the lock-up. No name in it.
    pub async fn desk(&self, caller: &Caller) -> Result<DeskRow, DoorError> {
        let office = caller.office();
        let body = self.store.row(&DeskRow::at(office, DeskRow::KEY)).await?;
        Ok(body.map(|b| DeskRow::read(&b)).transpose()?.unwrap_or_else(|| DeskRow::new(office)))
    }

    /// A day of an office's diary, from after a serial.
    pub async fn diary(
        &self,
        caller: &Caller,
        office: &str,
        day: Date,
        after: u64,
    ) -> Result<DiaryPage, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Diary, office);
        let key = format!("2/-/{day}");
        let permit = self.ask(caller, Action::ReadDiary, &row, &key).await?;
        let persons = permit.fields.shows(Field::DiaryPersons);
        let outcome = self.diary_page(caller, office, day, after, persons).await;
        self.finish(permit, outcome, |page| page.entries.len()).await
    }

    async fn diary_page(
        &self,
        caller: &Caller,
        office: &str,
        day: Date,
        after: u64,
        persons: bool,
    ) -> Result<DiaryPage, DoorError> {
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let query = Query::of::<EntryRow>(office)
            .eq("register", "2")
            .eq("period", day.to_string())
            .filter("serial", roznamcha_store::Op::Gt, after)
            .by("serial", false)
            .limit(PAGE);
        let rows: Vec<EntryRow> = self.all(query).await?;
        let next = rows.last().filter(|_| rows.len() == PAGE as usize).map(|r| r.entry.serial);
        let last_leaf = match rows.last() {
            Some(row) => self.store.leaves(office, row.seq, row.seq).await?.first().copied(),
            None => None,
        };
        let listed = rows
            .iter()
            .find(|r| r.subject == "open")
            .and_then(|r| r.cells.iter().find(|c| c.key == "custody").map(|c| c.value.clone()));
        let mut custody = Vec::new();
        for act in listed.iter().flat_map(|l| l.split_whitespace()) {
            if let Some(body) = self.store.row(&CustodyRow::at(office, act)).await? {
                let mut row = CustodyRow::read(&body)?;
                if !persons {
                    row.person = row.person.map(|_| mask_person());
                }
                custody.push(CustodyLine { row });
            }
        }
        let desk = self.store.row(&DeskRow::at(office, DeskRow::KEY)).await?;
        let desk = desk.map(|b| DeskRow::read(&b)).transpose()?.unwrap_or_else(|| DeskRow::new(office));
        let mut seen = Seen::default();
        let entries = rows.into_iter().map(|r| self.veil(caller, Action::ReadDiary, r, &mut seen)).collect();
        let open = desk.open_day == Some(day);
        Ok(DiaryPage { office: office.to_owned(), day, open, desk, entries, custody, last_leaf, next })
    }

    /// Days that have a diary, newest first, before a day.
    pub async fn diary_days(
        &self,
        caller: &Caller,
        office: &str,
        before: Option<Date>,
    ) -> Result<DayList, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Diary, office);
        let permit = self.ask(caller, Action::ReadDiary, &row, "2/-/").await?;
        let outcome = self.days(office, before).await;
        self.finish(permit, outcome, |list| list.days.len()).await
    }

    async fn days(&self, office: &str, before: Option<Date>) -> Result<DayList, DoorError> {
        use roznamcha_acts::views::CounterRow;
        let mut query = Query::of::<CounterRow>(office).newest_key_first().limit(62);
        // Counters of the diary have keys `2/-/2026-01-05`; the seek starts just past the last wanted.
        let end = before.map_or_else(|| "2/-/9999-99-99".to_owned(), |d| format!("2/-/{d}"));
        query.after = Some(roznamcha_store::After { value: None, office: office.to_owned(), key: end });
        let mut days = Vec::new();
        for row in self.all::<CounterRow>(query).await? {
            let Some(day) = row.series.strip_prefix("2/-/").and_then(|d| d.parse().ok()) else { break };
            days.push((day, row.last));
        }
        Ok(DayList { days })
    }

    /// Persons now in the lock-up of the caller's office.
    pub async fn lockup(&self, caller: &Caller) -> Result<Vec<CustodyLine>, DoorError> {
        let office = caller.office().to_owned();
        let row = self.at(ResourceKind::Diary, &office);
        let permit = self.ask(caller, Action::ReadDiary, &row, "custody").await?;
        let persons = permit.fields.shows(Field::DiaryPersons);
        let outcome = async {
            let query = Query::of::<CustodyRow>(&office).eq("held", true).limit(500);
            let mut rows: Vec<CustodyRow> = self.all(query).await?;
            if !persons {
                rows.iter_mut().for_each(|r| r.person = r.person.take().map(|_| mask_person()));
            }
            Ok(rows.into_iter().map(|row| CustodyLine { row }).collect::<Vec<_>>())
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, Vec::len).await
    }

    /// One act of the caller's office with its entries, for a notice or an extract.
    pub async fn entry_of_act(
        &self,
        caller: &Caller,
        office: &str,
        act: &str,
    ) -> Result<(EntryView, Body), DoorError> {
        self.office(office).await?;
        let query = Query::of::<EntryRow>(office).eq("act", act).eq("register", "2").limit(1);
        let found: Vec<EntryRow> = self.all(query).await?;
        let Some(entry) = found.into_iter().next() else {
            // Asked for all the same, so that the attempt is on record and absence tells nothing.
            let nothing = self.at(ResourceKind::Diary, office);
            let permit = self.ask(caller, Action::ReadDiary, &nothing, act).await?;
            self.done(permit, 0).await;
            return Err(DoorError::NotFound);
        };
        let permit = self.ask(caller, Action::ReadDiary, &self.of_entry(&entry), act).await?;
        let shown = permit.fields.shows(Field::DiaryPersons) && permit.fields.shows(Field::DiaryText);
        let outcome = async {
            let rec = self.store.act(office, act).await?.ok_or(DoorError::NotFound)?;
            let body = rec.body.filter(|_| shown).ok_or(DoorError::NotFound)?;
            Ok((self.veil(caller, Action::ReadDiary, entry, &mut Seen::default()), body))
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, |_| 1).await
    }
}

fn mask_person() -> roznamcha_acts::kinds::Party {
    roznamcha_acts::kinds::Party { name: MASK.to_owned(), ..Default::default() }
}
