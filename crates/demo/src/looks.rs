//! Officers who read on the last morning, each for a purpose: the audit log of the district is not empty, and a
//! refused attempt stands in it too.

use roznamcha_records::{DoorError, FirFilter, Purpose, Records};

use crate::DemoError;
use crate::district::DISTRICT;

/// Who reads, and why. The administrator may open no report: the attempt is refused, and logged.
const READERS: [(&str, Purpose, usize); 7] = [
    ("NMN-CITY-SHO", Purpose::Duty, 4),
    ("NMN-CITY-MOH", Purpose::PublicRequest, 1),
    ("NMN-C1-SDPO", Purpose::Supervision, 3),
    ("NMN-DPO", Purpose::Supervision, 2),
    ("NMN-PROS", Purpose::Investigation, 1),
    ("NMN-CRO", Purpose::Verification, 1),
    ("NMN-ADMIN", Purpose::Administration, 1),
];

/// Reads the newest cases of the first station.
pub(crate) async fn look(records: &Records, station: &str) -> Result<(), DemoError> {
    let failed = |officer: &str| {
        let officer = officer.to_owned();
        move |error| DemoError::Officer { officer, error }
    };
    let dpo = records.system().as_officer("NMN-DPO").await.map_err(failed("NMN-DPO"))?;
    let dpo = dpo.for_purpose(Purpose::Supervision, DISTRICT);
    let filter = FirFilter { office: station.to_owned(), limit: 10, ..FirFilter::default() };
    let list = records.firs(&dpo, &filter).await.map_err(failed("NMN-DPO"))?;
    for (officer, purpose, count) in READERS {
        let caller = records.system().as_officer(officer).await.map_err(failed(officer))?;
        for line in list.lines.iter().filter(|l| !l.gone).take(count) {
            let case = format!("{}/{}", line.no, line.year);
            match records.fir(&caller.clone().for_purpose(purpose, &case), &line.act).await {
                Ok(_) | Err(DoorError::NotFound | DoorError::PurposeNeeded { .. }) => {}
                Err(error) => return Err(failed(officer)(error)),
            }
        }
    }
    Ok(())
}
