//! What every store must do, run against each backend, and what is SQLite's alone.
//! (`cfg(test)` on each room tells clippy that its helpers, too, may panic.)
//!
//! To run the suite on another backend: implement [`backend::Backend`] and give it to each test of `suite::all()`.

#[cfg(test)]
mod backend;
#[cfg(test)]
mod copies;
#[cfg(test)]
mod damage;
#[cfg(test)]
mod expunging;
#[cfg(test)]
mod filing;
#[cfg(test)]
mod forgetting;
#[cfg(test)]
mod keeping;
#[cfg(test)]
mod life;
#[cfg(test)]
mod on_postgres;
#[cfg(test)]
mod on_sqlite;
#[cfg(test)]
mod pg_nodes;
#[cfg(test)]
mod pg_speed;
#[cfg(test)]
mod questions;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod signing_in;
#[cfg(test)]
mod speed;
#[cfg(test)]
mod suite;
#[cfg(test)]
mod tls;
#[cfg(test)]
mod views;
#[cfg(test)]
mod writing;
