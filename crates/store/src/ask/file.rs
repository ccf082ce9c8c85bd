//! Files and their uploads. The bytes lie in the file area; here is what they are, whose key opens them, and how far
//! an upload has come.

use crate::cell::{Ask, Cell, Cells};
use crate::{StoreError, StoredFile, Upload};
use roznamcha_acts::rows::FileFact;

/// Keeps a file; changes nothing when the same content is there already.
pub(crate) fn put(file: &StoredFile) -> Ask {
    Ask::new(
        "INSERT INTO file (sha256, place, secret, size, media, facts, put_ms, seen_ms, officer, office) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (sha256) DO NOTHING",
        vec![
            (&file.sha256).into(),
            (&file.place).into(),
            (&file.secret).into(),
            file.size.into(),
            (&file.media).into(),
            (&file.facts).into(),
            file.put_ms.into(),
            file.seen_ms.into(),
            (&file.officer).into(),
            (&file.office).into(),
        ],
    )
}

/// A file by its hash.
pub(crate) fn one(sha256: &str) -> Ask {
    Ask::new(
        "SELECT sha256, place, secret, size, media, facts, put_ms, seen_ms, officer, office FROM file \
         WHERE sha256 = $1",
        vec![sha256.into()],
    )
}

/// Every file, in order.
pub(crate) fn all() -> Ask {
    Ask::new(
        "SELECT sha256, place, secret, size, media, facts, put_ms, seen_ms, officer, office FROM file \
         ORDER BY sha256",
        Vec::new(),
    )
}

/// Reads a file.
pub(crate) fn read(mut row: Cells) -> Result<StoredFile, StoreError> {
    Ok(StoredFile {
        sha256: row.text()?,
        place: row.text()?,
        secret: row.text()?,
        size: row.count()?,
        media: row.text()?,
        facts: row.text()?,
        put_ms: row.int()?,
        seen_ms: row.int()?,
        officer: row.text()?,
        office: row.text()?,
    })
}

/// A file is about to be attached: it is not swept.
pub(crate) fn touch(sha256: &str, now_ms: i64) -> Ask {
    Ask::new("UPDATE file SET seen_ms = $1 WHERE sha256 = $2", vec![now_ms.into(), sha256.into()])
}

/// What is known of a file that an office has sent: hash, office. Gives size, media.
pub(crate) const SENT: &str = "SELECT f.size, f.media FROM file f WHERE f.sha256 = $1 AND EXISTS \
     (SELECT 1 FROM upload u WHERE u.office = $2 AND u.sha256 = f.sha256 AND u.done_ms IS NOT NULL)";

/// The same for many, held until the act is written: offices, hashes. Gives office, hash, size, media.
pub(crate) const SENT_MANY: &str = "SELECT w.office, w.sha256, f.size, f.media \
     FROM unnest($1::text[], $2::text[]) w(office, sha256) JOIN file f ON f.sha256 = w.sha256 WHERE EXISTS \
     (SELECT 1 FROM upload u WHERE u.office = w.office AND u.sha256 = f.sha256 AND u.done_ms IS NOT NULL) \
     FOR SHARE OF f";

/// Reads what [`SENT`] found.
pub(crate) fn read_fact(mut row: Cells) -> Result<FileFact, StoreError> {
    Ok(FileFact { size: row.count()?, media: row.text()? })
}

/// Removes the file, and with it the key, where no act of any office holds it: hash, last seen before.
pub(crate) const DROP: &str = "DELETE FROM file WHERE sha256 = $1 AND seen_ms < $2 AND NOT EXISTS \
     (SELECT 1 FROM \"v_attachment\" WHERE sha256 = $1) AND NOT EXISTS (SELECT 1 FROM \"v_held\" WHERE sha256 = $1)";

/// Removes what is known of who sent a file that is no more.
pub(crate) const DROP_SENDERS: &str = "DELETE FROM upload WHERE sha256 = $1 AND done_ms IS NOT NULL AND NOT EXISTS \
     (SELECT 1 FROM file WHERE sha256 = $1)";

/// The two statements that remove a file no act holds, last seen before a time.
pub(crate) fn drop_unheld(sha256: &str, before_ms: i64) -> [Ask; 2] {
    let hash: Cell = sha256.into();
    [Ask::new(DROP, vec![hash.clone(), before_ms.into()]), Ask::new(DROP_SENDERS, vec![hash])]
}

/// Files that no act holds, last seen before a time.
pub(crate) fn unheld(before_ms: i64) -> Ask {
    Ask::new(
        "SELECT f.sha256, f.place, f.secret, f.size, f.media, f.facts, f.put_ms, f.seen_ms, f.officer, f.office \
         FROM file f WHERE f.seen_ms < $1 AND NOT EXISTS \
         (SELECT 1 FROM \"v_attachment\" v WHERE v.sha256 = f.sha256) AND NOT EXISTS \
         (SELECT 1 FROM \"v_held\" h WHERE h.sha256 = f.sha256) ORDER BY f.sha256",
        vec![before_ms.into()],
    )
}

const UPLOAD: &str = "SELECT id, officer, office, place, secret, size, sha256, received, begun_ms, touched_ms, done_ms \
                      FROM upload";

/// Begins an upload; changes nothing when the id is taken.
pub(crate) fn put_upload(upload: &Upload) -> Ask {
    Ask::new(
        "INSERT INTO upload (id, officer, office, place, secret, size, sha256, received, begun_ms, touched_ms, \
         done_ms) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (id) DO NOTHING",
        vec![
            (&upload.id).into(),
            (&upload.officer).into(),
            (&upload.office).into(),
            (&upload.place).into(),
            (&upload.secret).into(),
            upload.size.into(),
            (&upload.sha256).into(),
            upload.received.into(),
            upload.begun_ms.into(),
            upload.touched_ms.into(),
            upload.done_ms.into(),
        ],
    )
}

fn uploads(rest: &str, cells: Vec<Cell>) -> Ask {
    Ask::built(format!("{UPLOAD} {rest}"), cells)
}

/// An upload.
pub(crate) fn upload(id: &str) -> Ask {
    uploads("WHERE id = $1", vec![id.into()])
}

/// An officer's uploads that are not finished, oldest first.
pub(crate) fn open_of(officer: &str) -> Ask {
    uploads("WHERE officer = $1 AND done_ms IS NULL ORDER BY begun_ms, id", vec![officer.into()])
}

/// Every upload, in order.
pub(crate) fn all_uploads() -> Ask {
    uploads("ORDER BY id", Vec::new())
}

/// Who sent a file, first sender first.
pub(crate) fn senders(sha256: &str) -> Ask {
    uploads("WHERE sha256 = $1 AND done_ms IS NOT NULL ORDER BY done_ms, id", vec![sha256.into()])
}

/// Uploads not finished and not touched since.
pub(crate) fn stale(before_ms: i64) -> Ask {
    uploads("WHERE done_ms IS NULL AND touched_ms < $1 ORDER BY id", vec![before_ms.into()])
}

/// Reads an upload.
pub(crate) fn read_upload(mut row: Cells) -> Result<Upload, StoreError> {
    Ok(Upload {
        id: row.text()?,
        officer: row.text()?,
        office: row.text()?,
        place: row.text()?,
        secret: row.text()?,
        size: row.count()?,
        sha256: row.text()?,
        received: row.count()?,
        begun_ms: row.int()?,
        touched_ms: row.int()?,
        done_ms: row.maybe_int()?,
    })
}

/// A part has arrived: only if the upload stands where the part begins.
pub(crate) fn advance(id: &str, from: u64, to: u64, now_ms: i64) -> Ask {
    Ask::new(
        "UPDATE upload SET received = $1, touched_ms = $2 WHERE id = $3 AND received = $4 AND done_ms IS NULL",
        vec![to.into(), now_ms.into(), id.into(), from.into()],
    )
}

/// Says what a file sent without a promise turned out to be.
pub(crate) fn settle(id: &str, size: u64, sha256: &str) -> Ask {
    Ask::new(
        "UPDATE upload SET size = $1, sha256 = $2 WHERE id = $3 AND done_ms IS NULL",
        vec![size.into(), sha256.into(), id.into()],
    )
}

/// The upload is finished; the key of its parts is forgotten.
pub(crate) fn finish(id: &str, now_ms: i64) -> Ask {
    Ask::new(
        "UPDATE upload SET done_ms = $1, place = '', secret = '' WHERE id = $2 AND done_ms IS NULL",
        vec![now_ms.into(), id.into()],
    )
}

/// Gives an upload up.
pub(crate) fn delete_upload(id: &str) -> Ask {
    Ask::new("DELETE FROM upload WHERE id = $1 AND done_ms IS NULL", vec![id.into()])
}

/// Bytes an officer has begun to send since a time.
pub(crate) fn sent_since(officer: &str, since_ms: i64) -> Ask {
    Ask::new(
        "SELECT CAST(coalesce(sum(size), 0) AS BIGINT) FROM upload WHERE officer = $1 AND begun_ms >= $2",
        vec![officer.into(), since_ms.into()],
    )
}
