//! Who is posted where.

use roznamcha_access::{Action, Field, ResourceKind};
use roznamcha_acts::rows::View;
use roznamcha_acts::views::StaffRow;
use roznamcha_store::{After, Offices, Query};

use crate::{Caller, DoorError, Records};

/// An officer at an office, as shown.
#[derive(Clone, Debug)]
pub struct StaffLine {
    /// The officer, telephone masked where it may not be seen.
    pub row: StaffRow,
    /// Whether the account is closed; `None` where it may not be seen or there is none.
    pub disabled: Option<bool>,
}

impl Records {
    /// Officers of an office, past and present.
    pub async fn staff(&self, caller: &Caller, office: &str) -> Result<Vec<StaffLine>, DoorError> {
        self.office(office).await?;
        let row = self.at(ResourceKind::Staff, office);
        let permit = self.ask(caller, Action::ReadStaff, &row, office).await?;
        let account = permit.fields.shows(Field::StaffAccount);
        let phone = permit.fields.shows(Field::StaffPhone);
        let outcome = async {
            let mut lines = Vec::new();
            for mut row in self.all::<StaffRow>(Query::of::<StaffRow>(office).limit(1000)).await? {
                if !phone {
                    row.phone = None;
                }
                let kept = if account { self.store.account(&row.officer).await? } else { None };
                lines.push(StaffLine { disabled: kept.map(|a| a.disabled), row });
            }
            Ok(lines)
        };
        let outcome = outcome.await;
        self.finish(permit, outcome, Vec::len).await
    }

    /// Officers now posted at the caller's own office, for pick lists: code, name, rank, role. Not personal data of a
    /// case; every officer may know his colleagues.
    pub async fn colleagues(&self, caller: &Caller) -> Result<Vec<StaffRow>, DoorError> {
        let query = Query::of::<StaffRow>(caller.office()).eq("posted", true).limit(500);
        let mut rows = self.all::<StaffRow>(query).await?;
        rows.iter_mut().for_each(|r| r.phone = None);
        Ok(rows)
    }

    /// Name of an officer for display, in both languages, by office and code.
    pub async fn officer_names(&self, office: &str, officers: &[String]) -> Result<Vec<StaffRow>, DoorError> {
        let mut found = Vec::new();
        for officer in officers {
            if let Some(body) = self.store.row(&StaffRow::at(office, officer)).await? {
                let mut row = StaffRow::read(&body)?;
                row.phone = None;
                found.push(row);
            }
        }
        Ok(found)
    }

    /// The same of officers of whatever office: of the court and the prosecutor who acted upon a station's case.
    pub async fn officer_names_anywhere(&self, officers: &[String]) -> Result<Vec<StaffRow>, DoorError> {
        let mut found = Vec::new();
        for officer in officers {
            let query = Query::of::<StaffRow>("").within(Offices::All).eq("officer", officer.as_str());
            let rows = self.all::<StaffRow>(query.by("since", true).limit(1)).await?;
            found.extend(rows.into_iter().map(|row| StaffRow { phone: None, ..row }));
        }
        Ok(found)
    }

    /// Every row a question gives, read as its type.
    pub(crate) async fn all<T: View>(&self, query: Query) -> Result<Vec<T>, DoorError> {
        let rows = self.store.rows(&query).await?;
        rows.iter().map(|(_, body)| T::read(body).map_err(DoorError::from)).collect()
    }

    /// A page of rows by their keys, and where the next begins; `None` where this was the last.
    pub(crate) async fn page<T: View>(&self, query: Query) -> Result<(Vec<T>, Option<After>), DoorError> {
        let limit = query.limit as usize;
        let rows = self.all::<T>(query).await?;
        let last = rows.last().filter(|_| rows.len() >= limit);
        let next = last.map(|row| After { value: None, office: row.office().to_owned(), key: row.key() });
        Ok((rows, next))
    }
}

impl Records {
    /// Leave to see which law is unverified; what it is stands in the statute book.
    pub async fn read_unverified(&self, caller: &Caller) -> Result<(), DoorError> {
        let row = self.at(ResourceKind::Statute, caller.office());
        let permit = self.ask(caller, Action::ReadUnverified, &row, "unverified").await?;
        self.done(permit, 0).await;
        Ok(())
    }
}
