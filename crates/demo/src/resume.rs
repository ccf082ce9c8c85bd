//! A demonstration started on a later day than it was made: the open day of each station is closed with an entry that
//! says what is true, and today's is opened. Nobody invents what happened between.

use jiff::civil::Date;
use roznamcha_acts::Body;
use roznamcha_acts::kinds::{DiaryClose, DiaryKind, DiaryOpen, DiaryWrite};
use roznamcha_records::{Caller, DoorError, NewAct, Records, Role};
use uuid::Uuid;

use crate::district::{self, Station};
use crate::life::space;
use crate::words::Words;
use crate::{DemoError, DemoPlan};

/// Opens today's diary at every station whose diary stands at an earlier day; gives how many that were. A station that
/// whoever tries the demonstration has left without an officer in charge of its diary stays as it is.
///
/// # Errors
/// [`DemoError`]: the door's refusal.
pub async fn resume(records: &Records, seed: u64) -> Result<u64, DemoError> {
    let today = records.now().day();
    let stations = district::stations(&Words::read(), seed, DemoPlan::MOST_STATIONS);
    let mut opened = 0;
    for station in stations {
        if records.offices().get(&station.code).is_none() {
            continue;
        }
        let Some(clerk) = clerk(records, &station).await? else { continue };
        let done = one(records, &clerk, seed, today).await;
        opened +=
            done.map_err(|(what, error)| DemoError::Act { what, office: station.code.clone(), error })?;
    }
    Ok(opened)
}

/// Who keeps the diary there now.
async fn clerk(records: &Records, station: &Station) -> Result<Option<Caller>, DemoError> {
    for role in [Role::Moharrar, Role::DutyOfficer, Role::Sho] {
        for officer in station.of(role) {
            match records.system().as_officer(&officer).await {
                Ok(caller) if caller.office() == station.code => return Ok(Some(caller)),
                Ok(_) | Err(DoorError::NotFound) => {}
                Err(error) => return Err(DemoError::Officer { officer, error }),
            }
        }
    }
    Ok(None)
}

type Refused = (String, DoorError);

async fn one(records: &Records, clerk: &Caller, seed: u64, today: Date) -> Result<u64, Refused> {
    let desk = records.desk(clerk).await.map_err(|e| ("desk".to_owned(), e))?;
    let since = desk.open_day.or(desk.last_closed);
    if since.is_none_or(|day| day >= today) {
        return Ok(0);
    }
    let mut acts: Vec<Body> = Vec::new();
    if let Some(day) = desk.open_day {
        let text = format!(
            "نمائشی نظام {} سے {} تک بند رہا۔ اس دوران روزنامچہ میں کچھ نہیں لکھا گیا (فرضی)۔",
            words(day),
            words(today)
        );
        acts.push(DiaryWrite { subject: DiaryKind::Misc, text, officers: Vec::new(), fir: None }.into());
        let remarks = "نمائشی نظام دوبارہ چلنے پر بند کیا گیا (فرضی)".to_owned();
        let close =
            DiaryClose { counted_paisa: desk.cash_paisa, difference_reason: None, book_paisa: 0, remarks };
        acts.push(close.into());
    }
    acts.push(DiaryOpen::on(today).into());
    let space = space(seed, clerk.office());
    for (i, body) in acts.into_iter().enumerate() {
        let what = body.kind().to_owned();
        // The same start asked for twice, or cut off between two acts, is the same acts.
        let id = Uuid::new_v5(&space, format!("resume/{today}/{i}/{what}").as_bytes());
        let act = NewAct::now(roznamcha_acts::ActId(id), body);
        records.perform(clerk, act).await.map_err(|error| (what, error))?;
    }
    Ok(1)
}

fn words(day: Date) -> String {
    roznamcha_words::dates::long_date(roznamcha_words::Lang::Ur, day)
}
