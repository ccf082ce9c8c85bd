//! Rows a second of an import, against a bare bulk insert of the same bytes.

use rows::incidents;
use std::time::Instant;

use crate::BenchError;
use crate::floor;
use crate::report::{Aim, Report};
use crate::site::Site;
use crate::times::rate;

mod rows {
    use roznamcha_acts::kinds::{Body, LegacyIncident};
    use roznamcha_acts::{ActId, Moment};
    use std::collections::BTreeMap;
    use uuid::Uuid;

    /// Incidents like those of a city's list.
    pub fn incidents(office: &str, from: u64, count: u64, now: Moment) -> Vec<(String, ActId, Moment, Body)> {
        let one = |n: u64| {
            let at = now.plus_seconds(-i64::try_from(n % 100_000_000).unwrap_or(0));
            let rest = [("arrest", "0"), ("community", "25"), ("fbi_code", "06"), ("iucr", "0820")];
            let body = Body::LegacyIncident(LegacyIncident {
                source: "bench".to_owned(),
                number: n.to_string(),
                class: "THEFT".to_owned(),
                occurred_from: at,
                occurred_to: None,
                time_known: true,
                place: "STREET".to_owned(),
                beat: Some("2023".to_owned()),
                lat_e6: Some(41_981_845),
                lon_e6: Some(-87_657_135),
                rest: rest
                    .iter()
                    .map(|(k, v)| ((*k).to_owned(), (*v).to_owned()))
                    .collect::<BTreeMap<_, _>>(),
            });
            (
                office.to_owned(),
                ActId(Uuid::new_v5(&Uuid::NAMESPACE_OID, format!("bench/{n}").as_bytes())),
                at,
                body,
            )
        };
        (from..from + count).map(one).collect()
    }
}

/// The whole part.
///
/// # Errors
/// [`BenchError`].
pub async fn run(rows: u64, report: &mut Report) -> Result<(), BenchError> {
    println!("import of legacy incidents, {rows} rows, 2,000 to a transaction");
    for database in ["SQLite", "PostgreSQL"] {
        let site = if database == "SQLite" { Site::sqlite().await? } else { Site::postgres().await? };
        let began = Instant::now();
        fill(&site, rows).await?;
        let count = usize::try_from(rows).unwrap_or(usize::MAX);
        let ours = rate(count, began.elapsed());
        let bare = match &site.cluster {
            None => floor::sqlite_bulk(site.node.dir.path(), count)?,
            Some(cluster) => floor::postgres_bulk(&cluster.url("bench"), count).await?,
        };
        report.line(
            &format!("{database}, import"),
            "rows/s",
            ours,
            "bare bulk insert, 1 row of 4",
            bare,
            Aim::None,
        );
    }
    Ok(())
}

/// Writes so many incidents into a site.
///
/// # Errors
/// [`BenchError`].
pub async fn fill(site: &Site, rows: u64) -> Result<(), BenchError> {
    let caller = site.node.records.system().caller(roznamcha_trial::DISTRICT);
    let writer = site.node.records.import_legacy(&caller).await?;
    let mut done = 0;
    while done < rows {
        let count = 2_000.min(rows - done);
        let batch = incidents(roznamcha_trial::STATION, done, count, site.node.records.now());
        writer.write(batch, ("bench".to_owned(), done.to_string())).await?;
        done += count;
    }
    Ok(())
}
