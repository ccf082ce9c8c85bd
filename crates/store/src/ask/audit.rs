//! The audit log. Ids sort by when a row was opened.

use std::fmt::Write as _;

use crate::cell::{Ask, Cell, Cells, damaged};
use crate::{AuditClose, AuditOpen, AuditOutcome, AuditQuery, AuditRow, StoreError};

const COLUMNS: &str = "id, at_ms, officer, role, office, action, purpose, for_case, kind, of_office, of_key, \
                       request, closed_ms, outcome, policies, row_count";

/// Opens a row.
pub(crate) fn open(id: &str, row: &AuditOpen) -> Ask {
    put(&AuditRow {
        id: id.to_owned(),
        open: row.clone(),
        closed_ms: None,
        outcome: AuditOutcome::Open,
        policies: String::new(),
        rows: 0,
    })
}

/// Puts a whole row.
pub(crate) fn put(row: &AuditRow) -> Ask {
    let open = &row.open;
    Ask::new(
        "INSERT INTO audit (id, at_ms, officer, role, office, action, purpose, for_case, kind, of_office, of_key, \
         request, closed_ms, outcome, policies, row_count) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
        vec![
            (&row.id).into(),
            open.at_ms.into(),
            (&open.officer).into(),
            (&open.role).into(),
            (&open.office).into(),
            (&open.action).into(),
            (&open.purpose).into(),
            (&open.case).into(),
            (&open.kind).into(),
            (&open.of_office).into(),
            (&open.of_key).into(),
            (&open.request).into(),
            row.closed_ms.into(),
            row.outcome.as_str().into(),
            (&row.policies).into(),
            row.rows.into(),
        ],
    )
}

/// Completes a row that is open; changes nothing when it is not.
///
/// # Errors
/// [`StoreError::Misused`] when it would be completed as open.
pub(crate) fn close(close: &AuditClose) -> Result<Ask, StoreError> {
    if close.outcome == AuditOutcome::Open {
        return Err(StoreError::Misused("an audit row is not completed by leaving it open".to_owned()));
    }
    Ok(Ask::new(
        "UPDATE audit SET closed_ms = $1, outcome = $2, policies = $3, row_count = $4 \
         WHERE id = $5 AND closed_ms IS NULL",
        vec![
            close.at_ms.into(),
            close.outcome.as_str().into(),
            (&close.policies).into(),
            close.rows.into(),
            (&close.id).into(),
        ],
    ))
}

/// The error when [`close`] changed nothing.
pub(crate) fn not_open(id: &str) -> StoreError {
    StoreError::Misused(format!("audit row `{id}` is not open: it was completed, or never was"))
}

/// Marks rows still open that were opened before a moment as timed out, completed at that moment.
pub(crate) fn time_out(before_ms: i64) -> Ask {
    Ask::new(
        "UPDATE audit SET closed_ms = $1, outcome = 'timed_out' WHERE closed_ms IS NULL AND at_ms < $1",
        vec![before_ms.into()],
    )
}

/// Rows, newest first.
pub(crate) fn find(query: &AuditQuery) -> Ask {
    let (mut sql, mut cells) = (format!("SELECT {COLUMNS} FROM audit WHERE 1 = 1"), Vec::new());
    let mut bind = |sql: &mut String, cell: Cell| {
        cells.push(cell);
        let _ = write!(sql, "${}", cells.len());
    };
    let equal =
        [("officer", &query.officer), ("of_key", &query.of_key), ("action", &query.action)].into_iter();
    for (column, value) in equal.filter_map(|(c, v)| Some((c, v.as_ref()?))) {
        let _ = write!(sql, " AND {column} = ");
        bind(&mut sql, value.into());
    }
    for (i, office) in query.of_offices.iter().enumerate() {
        sql.push_str(if i == 0 { " AND of_office IN (" } else { ", " });
        bind(&mut sql, office.into());
    }
    if !query.of_offices.is_empty() {
        sql.push(')');
    }
    if let Some(before) = &query.before {
        sql.push_str(" AND id < ");
        bind(&mut sql, before.into());
    }
    sql.push_str(" ORDER BY id DESC LIMIT ");
    bind(&mut sql, query.limit.into());
    Ask::built(sql, cells)
}

/// Every row, in order.
pub(crate) fn all() -> Ask {
    Ask::built(format!("SELECT {COLUMNS} FROM audit ORDER BY id"), Vec::new())
}

/// Reads a row.
pub(crate) fn read(mut row: Cells) -> Result<AuditRow, StoreError> {
    Ok(AuditRow {
        id: row.text()?,
        open: AuditOpen {
            at_ms: row.int()?,
            officer: row.text()?,
            role: row.text()?,
            office: row.text()?,
            action: row.text()?,
            purpose: row.text()?,
            case: row.text()?,
            kind: row.text()?,
            of_office: row.text()?,
            of_key: row.text()?,
            request: row.text()?,
        },
        closed_ms: row.maybe_int()?,
        outcome: outcome(&row.text()?)?,
        policies: row.text()?,
        rows: row.small()?,
    })
}

fn outcome(code: &str) -> Result<AuditOutcome, StoreError> {
    use AuditOutcome::{Denied, Done, Failed, Open, TimedOut};
    let all = [Open, Done, Denied, Failed, TimedOut];
    let found = all.into_iter().find(|o| o.as_str() == code);
    found.ok_or_else(|| damaged(format!("`{code}` is no outcome of an audited thing")))
}
