//! Things of an office that an act can be upon, each with the entry that describes it. Only what is open: an article not
//! disposed of, a certificate whose receipt is not back.

use roznamcha_access::{Action, ResourceKind};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::{
    AbsconderRow, ArmRow, ChargeRow, CustodyRow, DepositRow, DocketRow, EntryRow, InquiryRow, PropertyRow,
    RoadRow, WatchRow, Whereabouts, entry_key,
};
use roznamcha_journal::EntryRef;
use roznamcha_store::{Op, Query};

use crate::mask::Seen;
use crate::{Caller, DoorError, EntryView, Records};

/// Offered at most, the newest first.
const MOST: u32 = 300;

/// Which things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Shelf {
    /// Articles of register XIX that are not disposed of.
    Articles,
    /// Road certificates whose receipt is not back in the file.
    Roads,
    /// Dockets without a report.
    Dockets,
    /// Government weapons on charge.
    Weapons,
    /// Licensed arms deposited.
    Deposits,
    /// Licences of register XVII.
    Licences,
    /// Absconders of other stations and deserters on the list.
    Absconders,
    /// Persons watched by order.
    Watched,
    /// Inquests not closed.
    Inquests,
    /// Missing persons not closed.
    Missing,
    /// Charge notes not countersigned.
    Charges,
    /// Entries of the diary, the last of them.
    Diary,
    /// Reports refused or entered as non-cognizable.
    Declined,
    /// Orders of the justice of peace not complied with.
    Directions,
    /// What informants told: reports of every kind, complaints and calls.
    Told,
    /// Persons in the lock-up (`held`), and those sent from it to hospital (`hospital`).
    Lockup,
}

/// Reports by which nothing was registered: register and subject.
const DECLINED: [(&str, &str); 2] = [("2", "refusal"), ("2", "info_noncognizable")];
/// What informants told.
const TOLD: [(&str, &str); 4] = [DECLINED[0], DECLINED[1], ("1", "fir"), ("w-complaint", "entered")];

/// One of them.
#[derive(Clone, Debug)]
pub struct Offer {
    /// How an act names it: an entry (`19/-/2026/4`), or the act that made it.
    pub key: String,
    /// The entry that describes it, as this officer sees it.
    pub entry: EntryView,
    /// How it stands: where an article lies, `left` or `received` of a certificate, `issued` or `kept` of a weapon,
    /// `held` or `hospital` of a person.
    pub state: &'static str,
    /// Its case, where it has one.
    pub fir: Option<String>,
    /// Articles it lists.
    pub items: Vec<EntryRef>,
}

/// A thing before its entry is read.
struct Thing {
    key: String,
    entry: EntryRef,
    state: &'static str,
    fir: Option<String>,
    items: Vec<EntryRef>,
}

impl Thing {
    fn new(key: String, entry: EntryRef, state: &'static str) -> Self {
        Self { key, entry, state, fir: None, items: Vec::new() }
    }
}

impl Records {
    /// What an office has of a kind, the newest first, masked like the register it stands in.
    ///
    /// # Errors
    /// As a reading of the register: a purpose to be stated, none of the caller's business, store errors.
    pub async fn offers(&self, caller: &Caller, office: &str, shelf: Shelf) -> Result<Vec<Offer>, DoorError> {
        self.office(office).await?;
        let (action, kind) = match shelf {
            Shelf::Diary | Shelf::Lockup => (Action::ReadDiary, ResourceKind::Diary),
            _ => (Action::ReadRegister, ResourceKind::Register),
        };
        let key = format!("offers {shelf:?}");
        let permit = self.ask(caller, action, &self.at(kind, office), &key).await?;
        let outcome = self.offered(caller, office, shelf, action).await;
        self.finish(permit, outcome, Vec::len).await
    }

    async fn offered(
        &self,
        caller: &Caller,
        office: &str,
        shelf: Shelf,
        action: Action,
    ) -> Result<Vec<Offer>, DoorError> {
        let mut seen = Seen::default();
        let mut offers = Vec::new();
        for thing in self.things(office, shelf).await? {
            let Some(body) = self.store.row(&EntryRow::at(office, &entry_key(&thing.entry))).await? else {
                continue;
            };
            let row = EntryRow::read(&body)?;
            if row.gone.is_some() {
                continue;
            }
            let entry = self.veil(caller, action, row, &mut seen);
            let Thing { key, state, fir, items, .. } = thing;
            offers.push(Offer { key, entry, state, fir, items });
        }
        Ok(offers)
    }

    async fn things(&self, office: &str, shelf: Shelf) -> Result<Vec<Thing>, DoorError> {
        match shelf {
            Shelf::Articles => self.articles(office).await,
            Shelf::Roads => self.roads(office).await,
            Shelf::Dockets => self.dockets(office).await,
            Shelf::Weapons => self.weapons(office).await,
            Shelf::Licences => self.entries_of(office, "17").await,
            Shelf::Diary => self.entries_of(office, "2").await,
            Shelf::Declined => self.told(office, &DECLINED).await,
            Shelf::Told => self.told(office, &TOLD).await,
            Shelf::Directions => self.directions(office).await,
            Shelf::Lockup => self.in_keeping(office).await,
            Shelf::Deposits | Shelf::Charges => self.held_by_the_station(office, shelf).await,
            Shelf::Absconders | Shelf::Watched | Shelf::Inquests | Shelf::Missing => {
                self.listed(office, shelf).await
            }
        }
    }

    async fn articles(&self, office: &str) -> Result<Vec<Thing>, DoorError> {
        let query = Query::of::<PropertyRow>(office).newest_key_first().limit(MOST);
        let disposed = Whereabouts::Disposed.as_str();
        let rows: Vec<PropertyRow> = self.all(query.filter("place", Op::Ne, disposed)).await?;
        let thing = |r: PropertyRow| Thing {
            fir: r.fir,
            ..Thing::new(r.entry.to_string(), r.entry, r.place.as_str())
        };
        Ok(rows.into_iter().map(thing).collect())
    }

    async fn roads(&self, office: &str) -> Result<Vec<Thing>, DoorError> {
        let query = Query::of::<RoadRow>(office).eq("outstanding", true).by("left_at", true).limit(MOST);
        let state = |r: &RoadRow| if r.received.is_some() { "received" } else { "left" };
        let rows: Vec<RoadRow> = self.all(query).await?;
        let thing = |r: RoadRow| {
            let state = state(&r);
            Thing { fir: r.fir, items: r.items, ..Thing::new(r.act, r.entry, state) }
        };
        Ok(rows.into_iter().map(thing).collect())
    }

    async fn dockets(&self, office: &str) -> Result<Vec<Thing>, DoorError> {
        use roznamcha_acts::kinds::DocketKind;
        let rows: Vec<DocketRow> =
            self.all(Query::of::<DocketRow>(office).by("sent", true).limit(MOST)).await?;
        let state = |kind| if kind == DocketKind::Laboratory { "laboratory" } else { "medical" };
        let thing = |r: DocketRow| {
            let state = state(r.kind);
            Thing { fir: r.fir, items: r.items, ..Thing::new(r.act, r.entry, state) }
        };
        Ok(rows.into_iter().filter(|r| r.report.is_none()).map(thing).collect())
    }

    async fn weapons(&self, office: &str) -> Result<Vec<Thing>, DoorError> {
        let rows: Vec<ArmRow> = self.all(Query::of::<ArmRow>(office).newest_key_first().limit(MOST)).await?;
        let state = |r: &ArmRow| if r.issued.is_some() { "issued" } else { "kept" };
        Ok(rows.iter().map(|r| Thing::new(r.entry.to_string(), r.entry.clone(), state(r))).collect())
    }

    async fn entries_of(&self, office: &str, register: &str) -> Result<Vec<Thing>, DoorError> {
        let query = Query::of::<EntryRow>(office).eq("register", register).by("written", true).limit(60);
        let rows: Vec<EntryRow> = self.all(query).await?;
        Ok(rows.into_iter().map(|r| Thing::new(r.entry.to_string(), r.entry, "")).collect())
    }

    /// The last entries of these registers and subjects, the newest first.
    async fn told(&self, office: &str, of: &[(&str, &str)]) -> Result<Vec<Thing>, DoorError> {
        let mut rows: Vec<EntryRow> = Vec::new();
        for (register, subject) in of {
            let query = Query::of::<EntryRow>(office).eq("register", *register).eq("subject", *subject);
            rows.extend(self.all::<EntryRow>(query.by("written", true).limit(60)).await?);
        }
        rows.sort_by_key(|row| std::cmp::Reverse(row.written));
        Ok(rows.into_iter().map(|r| Thing::new(r.act, r.entry, "")).collect())
    }

    async fn directions(&self, office: &str) -> Result<Vec<Thing>, DoorError> {
        let query = Query::of::<EntryRow>(office).eq("register", "5").eq("subject", "justice");
        let mut rows: Vec<EntryRow> = self.all(query.by("written", true).limit(MOST)).await?;
        rows.retain(crate::oversight::awaits_compliance);
        Ok(rows.into_iter().map(|r| Thing::new(r.act, r.entry, "")).collect())
    }

    /// Each with the diary entry of his lodging.
    async fn in_keeping(&self, office: &str) -> Result<Vec<Thing>, DoorError> {
        let query = Query::of::<CustodyRow>(office).by("lodged", true).limit(MOST);
        let rows: Vec<CustodyRow> = self.all(query).await?;
        let mut things = Vec::new();
        for row in rows.iter().filter(|row| row.is_held() || row.is_in_hospital()) {
            let lodging = Query::of::<EntryRow>(office).eq("act", row.act.as_str()).limit(9);
            let entries: Vec<EntryRow> = self.all(lodging).await?;
            let state = if row.is_held() { "held" } else { "hospital" };
            let line = entries.into_iter().find(|entry| entry.entry.register == "2");
            things.extend(line.map(|line| Thing {
                fir: row.case().map(str::to_owned),
                ..Thing::new(row.act.clone(), line.entry, state)
            }));
        }
        Ok(things)
    }

    async fn held_by_the_station(&self, office: &str, shelf: Shelf) -> Result<Vec<Thing>, DoorError> {
        if shelf == Shelf::Deposits {
            let query = Query::of::<DepositRow>(office).by("deposited", true).limit(MOST);
            let rows: Vec<DepositRow> = self.all(query).await?;
            let open = rows.into_iter().filter(|r| r.ended.is_none());
            return Ok(open.map(|r| Thing::new(r.act, r.entry, "")).collect());
        }
        let rows: Vec<ChargeRow> = self.all(Query::of::<ChargeRow>(office).limit(MOST)).await?;
        let state = |r: &ChargeRow| if r.taken.is_some() { "taken" } else { "given" };
        let open = rows.into_iter().filter(|r| r.countersigned.is_none());
        Ok(open.map(|r| (state(&r), r)).map(|(s, r)| Thing::new(r.act, r.entry, s)).collect())
    }

    async fn listed(&self, office: &str, shelf: Shelf) -> Result<Vec<Thing>, DoorError> {
        match shelf {
            Shelf::Absconders => {
                let query = Query::of::<AbsconderRow>(office).by("entered", true).limit(MOST);
                let rows: Vec<AbsconderRow> = self.all(query).await?;
                let open = rows.into_iter().filter(|r| r.removed.is_none());
                Ok(open.map(|r| Thing::new(r.act, r.entry, "")).collect())
            }
            Shelf::Watched => {
                let query = Query::of::<WatchRow>(office).by("review_due", false).limit(MOST);
                let rows: Vec<WatchRow> = self.all(query).await?;
                let open = rows.into_iter().filter(|r| r.removed.is_none());
                let named = |r: WatchRow| {
                    let state = if r.listed.is_some() { "listed" } else { "sheet" };
                    r.listed.or(r.sheet).map(|entry| Thing::new(r.act, entry, state))
                };
                Ok(open.filter_map(named).collect())
            }
            _ => {
                let part = if shelf == Shelf::Inquests { "A" } else { "C" };
                let query = Query::of::<InquiryRow>(office).eq("part", part).by("informed", true).limit(MOST);
                let rows: Vec<InquiryRow> = self.all(query).await?;
                let open = rows.into_iter().filter(|r| r.closed.is_none());
                Ok(open.map(|r| Thing::new(r.act, r.entry, "")).collect())
            }
        }
    }
}
