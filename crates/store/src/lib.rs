//! Keeping: journals and views in SQLite or PostgreSQL.
