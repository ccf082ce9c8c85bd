//! A private PostgreSQL cluster for tests and benchmarks.
