//! What an error of SQLite means for the act and for the store.

use rusqlite::ffi::{self, ErrorCode};

use crate::StoreError;

/// Reads SQLite's error.
///
/// A full disk passes; the act is refused and reading goes on. Any other failure to write or to sync may have left
/// pages that the system believes written, so nothing is tried again in this process.
pub(super) fn fault(error: rusqlite::Error) -> StoreError {
    let text = error.to_string();
    let rusqlite::Error::SqliteFailure(inner, _) = &error else {
        return StoreError::Damaged(text);
    };
    match inner.code {
        ErrorCode::DiskFull => StoreError::Full,
        // The shared index of the log could not grow: there is no room for it.
        ErrorCode::SystemIoFailure if inner.extended_code == ffi::SQLITE_IOERR_SHMSIZE => StoreError::Full,
        ErrorCode::SystemIoFailure => StoreError::Broken(text),
        ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::CannotOpen | ErrorCode::ReadOnly => {
            StoreError::Unavailable(text)
        }
        _ => StoreError::Damaged(text),
    }
}

/// The same error for another act that went with it.
pub(super) fn again(error: &StoreError) -> StoreError {
    match error {
        StoreError::Refused(refusal) => StoreError::Refused(refusal.clone()),
        StoreError::IdTaken(id) => StoreError::IdTaken(id.clone()),
        StoreError::Moved => StoreError::Moved,
        StoreError::Full => StoreError::Full,
        StoreError::Unavailable(what) => StoreError::Unavailable(what.clone()),
        StoreError::Broken(what) => StoreError::Broken(what.clone()),
        StoreError::Damaged(what) => StoreError::Damaged(what.clone()),
        StoreError::Misused(what) => StoreError::Misused(what.clone()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(code: i32) -> StoreError {
        fault(rusqlite::Error::SqliteFailure(ffi::Error::new(code), None))
    }

    #[test]
    fn a_failed_sync_is_not_a_full_disk() {
        for code in [ffi::SQLITE_IOERR_FSYNC, ffi::SQLITE_IOERR_WRITE, ffi::SQLITE_IOERR_DIR_FSYNC] {
            assert!(matches!(read(code), StoreError::Broken(_)), "{code}");
        }
        for code in [ffi::SQLITE_FULL, ffi::SQLITE_IOERR_SHMSIZE] {
            assert!(matches!(read(code), StoreError::Full), "{code}");
        }
        assert!(matches!(read(ffi::SQLITE_BUSY), StoreError::Unavailable(_)));
        assert!(matches!(read(ffi::SQLITE_CORRUPT), StoreError::Damaged(_)));
    }
}
