//! The home page of each role: what is due.

use roznamcha_access::{Action, ResourceKind, Role};
use roznamcha_acts::Moment;
use roznamcha_acts::views::{CorrectionRow, CustodyRow, DeskRow, FirRow};
use roznamcha_store::{Offices, Op, Query};

use crate::{Caller, DoorError, Records};

/// One thing that is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// Message key: `due-diary-open`, `due-fir-unsigned`, `due-copies`, `due-attest`, `due-custody`, ...
    pub key: &'static str,
    /// How many.
    pub count: u64,
    /// The office it concerns.
    pub office: String,
    /// Whether it is late.
    pub late: bool,
}

/// What the home page shows.
#[derive(Clone, Debug)]
pub struct Home {
    /// The desk of the caller's office, where it keeps a diary.
    pub desk: Option<DeskRow>,
    /// What is due, late first.
    pub due: Vec<Due>,
    /// Reports registered at or below the office: today, in the last 30 days, this year.
    pub registered: (u64, u64, u64),
    /// For those above stations: per station (code, reports in 30 days, unsigned, copies not sent, diary open).
    pub stations: Vec<(String, u64, u64, u64, bool)>,
}

impl Records {
    /// What is due for the caller. Counts only; no person in it.
    pub async fn home(&self, caller: &Caller) -> Result<Home, DoorError> {
        let permit =
            self.ask(caller, Action::ReadHome, &self.at(ResourceKind::Home, caller.office()), "home").await?;
        let outcome = self.home_page(caller).await;
        self.finish(permit, outcome, |h| h.due.len()).await
    }

    async fn home_page(&self, caller: &Caller) -> Result<Home, DoorError> {
        let now = self.clock.now();
        let office = caller.office().to_owned();
        let codes: Vec<String> = self.offices().stations(&office).iter().map(|o| o.code.clone()).collect();
        let counts = !matches!(caller.role(), Role::Administrator | Role::Prison | Role::Fsl);
        let registered = if counts { self.registered(&codes, now).await? } else { (0, 0, 0) };
        let station = codes == [office.clone()];
        let mut home = Home { desk: None, due: Vec::new(), registered, stations: Vec::new() };
        let police = !matches!(
            caller.role(),
            Role::Administrator
                | Role::Analyst
                | Role::Auditor
                | Role::Court
                | Role::Prison
                | Role::Fsl
                | Role::Cro
        );
        if station && police {
            home.desk = Some(self.desk(caller).await?);
            self.station_due(&office, now, &mut home).await?;
        } else if police {
            for code in &codes {
                home.stations.push(self.station_line(code, now).await?);
            }
        }
        home.due.sort_by_key(|d| (!d.late, d.key));
        Ok(home)
    }

    async fn registered(&self, codes: &[String], now: Moment) -> Result<(u64, u64, u64), DoorError> {
        let within = || Query::of::<FirRow>("").within(Offices::In(codes.to_vec()));
        let midnight = now.millis() - (now.millis() + 5 * 3_600_000).rem_euclid(86_400_000);
        let today = self.store.count(&within().filter("registered", Op::Ge, midnight)).await?;
        let month = now.millis() - 30 * 86_400_000;
        let month = self.store.count(&within().filter("registered", Op::Ge, month)).await?;
        let year = self.store.count(&within().eq("year", i64::from(now.year()))).await?;
        Ok((today, month, year))
    }

    async fn station_due(&self, office: &str, now: Moment, home: &mut Home) -> Result<(), DoorError> {
        let day_ago = now.millis() - 86_400_000;
        let mut add = |key, count: u64, late| {
            if count > 0 {
                home.due.push(Due { key, count, office: office.to_owned(), late });
            }
        };
        match home.desk.as_ref().and_then(|d| d.open_day) {
            None => add("due-diary-open", 1, false),
            Some(day) if day < now.day() => add("due-diary-close", 1, true),
            Some(_) => {}
        }
        let fir = || Query::of::<FirRow>(office);
        add("due-fir-unsigned", self.store.count(&fir().eq("unsigned", true)).await?, true);
        let unsent = fir().filter("unsent", Op::Gt, 0i64);
        let late = unsent.clone().filter("registered", Op::Lt, day_ago);
        let (late, all) = (self.store.count(&late).await?, self.store.count(&unsent).await?);
        add("due-copies-late", late, true);
        add("due-copies", all.saturating_sub(late), false);
        let attest = Query::of::<CorrectionRow>(office).eq("attested", false);
        add("due-attest", self.store.count(&attest).await?, false);
        let held = Query::of::<CustodyRow>(office).eq("held", true);
        // Section 61: before a magistrate within 24 hours of arrest.
        let over = held.clone().filter("arrested", Op::Lt, day_ago);
        add("due-custody-24h", self.store.count(&over).await?, true);
        Ok(())
    }

    async fn station_line(
        &self,
        code: &str,
        now: Moment,
    ) -> Result<(String, u64, u64, u64, bool), DoorError> {
        use roznamcha_acts::rows::View;
        let fir = || Query::of::<FirRow>(code);
        let month = now.millis() - 30 * 86_400_000;
        let month = self.store.count(&fir().filter("registered", Op::Ge, month)).await?;
        let unsigned = self.store.count(&fir().eq("unsigned", true)).await?;
        let unsent = self.store.count(&fir().filter("unsent", Op::Gt, 0i64)).await?;
        let desk = self.store.row(&DeskRow::at(code, DeskRow::KEY)).await?;
        let open = desk.map(|b| DeskRow::read(&b)).transpose()?.is_some_and(|d| d.open_day.is_some());
        Ok((code.to_owned(), month, unsigned, unsent, open))
    }
}
