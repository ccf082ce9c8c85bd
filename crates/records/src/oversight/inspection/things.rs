//! Things the station keeps: articles, papers on the road, cash, arms.

use roznamcha_acts::rows::View;
use roznamcha_acts::views::{ArmRow, DeskRow, EntryRow, PropertyRow, RoadRow, Whereabouts};
use roznamcha_store::{Op, Query};

use super::pack::MOST_LINES;
use super::{PackCell, PackLead, PackRow, PackSection};
use crate::{DoorError, Records};

impl Records {
    async fn desk_row(&self, office: &str) -> Result<DeskRow, DoorError> {
        let body = self.store.row(&DeskRow::at(office, DeskRow::KEY)).await?;
        Ok(body.map(|b| DeskRow::read(&b)).transpose()?.unwrap_or_else(|| DeskRow::new(office)))
    }

    /// Articles not disposed of, the oldest first.
    pub(super) async fn pack_store(&self, office: &str) -> Result<PackSection, DoorError> {
        let kept =
            || Query::of::<PropertyRow>(office).filter("place", Op::Ne, Whereabouts::Disposed.as_str());
        let total = self.store.count(&kept()).await?;
        let oldest: Vec<PropertyRow> = self.all(kept().by("entered", false).limit(MOST_LINES)).await?;
        let row = |row: &PropertyRow| {
            let since = row.chain.first().map_or(PackCell::Empty, |link| PackCell::Moment(link.at));
            let ordered = row.order.as_ref().map(|order| PackCell::Day(order.date));
            let seal = row.seal_broken.then(|| PackCell::Code("inspection-", "seal-broken".to_owned()));
            let cells = vec![
                since,
                PackCell::Code("code-place-", row.place.as_str().to_owned()),
                ordered.unwrap_or(PackCell::Empty),
                seal.unwrap_or(PackCell::Empty),
            ];
            PackRow::of(&row.entry, cells)
        };
        Ok(PackSection {
            code: "store",
            total,
            wants: false,
            columns: &["entry", "since", "place", "ordered", "seals"],
            rows: oldest.iter().map(row).collect(),
        })
    }

    /// Certificates whose receipt is not back in the file.
    pub(super) async fn pack_roads(&self, office: &str) -> Result<PackSection, DoorError> {
        let query = || Query::of::<RoadRow>(office).eq("outstanding", true);
        let total = self.store.count(&query()).await?;
        let rows: Vec<RoadRow> = self.all(query().by("left_at", false).limit(MOST_LINES)).await?;
        let row = |row: &RoadRow| {
            let cells = vec![PackCell::Moment(row.left), PackCell::Officer(row.carrier.clone())];
            PackRow::of(&row.entry, cells)
        };
        Ok(PackSection {
            code: "roads",
            total,
            wants: true,
            columns: &["entry", "left", "carrier"],
            rows: rows.iter().map(row).collect(),
        })
    }

    /// Cash in hand by the book, and its last entry.
    pub(super) async fn pack_cash(&self, office: &str) -> Result<PackSection, DoorError> {
        let desk = self.desk_row(office).await?;
        let last = Query::of::<EntryRow>(office).eq("register", "20").by("written", true).limit(1);
        let last = self.all::<EntryRow>(last).await?.into_iter().next();
        let row = PackRow {
            cells: vec![
                PackCell::Money(desk.cash_paisa),
                last.as_ref().map_or(PackCell::Empty, |e| PackCell::Moment(e.written)),
                last.as_ref().map_or(PackCell::Empty, |e| PackCell::Key(e.entry.to_string())),
                desk.last_closed.map_or(PackCell::Empty, PackCell::Day),
            ],
            lead: last.map(|e| PackLead::Entry(e.entry)),
        };
        Ok(PackSection {
            code: "cash",
            total: 1,
            wants: false,
            columns: &["balance", "last", "entry", "closed"],
            rows: vec![row],
        })
    }

    /// Arms on charge and deposited, and those issued.
    pub(super) async fn pack_arms(&self, office: &str) -> Result<PackSection, DoorError> {
        let tally = self.desk_row(office).await?.tally;
        let figure = |what: &str, n: u32| PackRow {
            cells: vec![
                PackCell::Empty,
                PackCell::Code("inspection-", what.to_owned()),
                PackCell::Count(u64::from(n)),
                PackCell::Empty,
            ],
            lead: None,
        };
        let mut rows = vec![
            figure("arms-on-charge", tally.arms),
            figure("arms-issued", tally.arms_issued),
            figure("arms-deposited", tally.deposits),
        ];
        let issued: Vec<ArmRow> =
            self.all(Query::of::<ArmRow>(office).eq("issued", true).limit(MOST_LINES)).await?;
        rows.extend(issued.iter().filter_map(|row| {
            let issued = row.issued.as_ref()?;
            let rounds = PackCell::Count(u64::from(issued.rounds));
            let cells = vec![PackCell::Officer(issued.to.clone()), rounds, PackCell::Moment(issued.at)];
            Some(PackRow::of(&row.entry, cells))
        }));
        Ok(PackSection {
            code: "arms",
            total: u64::from(tally.arms).saturating_add(u64::from(tally.deposits)),
            wants: false,
            columns: &["entry", "what", "number", "since"],
            rows,
        })
    }
}
