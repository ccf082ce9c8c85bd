//! The gate, through its public interface.

mod golden;
mod loading;
mod properties;
mod rules;
mod speed;
mod urdu;
mod world;
