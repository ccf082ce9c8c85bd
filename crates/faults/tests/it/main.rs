//! Faults done to the real server process, and what must hold afterwards. The README lists them.
//! (`cfg(test)` on each room tells clippy that its helpers, too, may panic.)

#[cfg(test)]
mod administrator;
#[cfg(test)]
mod audit;
#[cfg(test)]
mod backup;
#[cfg(test)]
mod calls;
#[cfg(test)]
mod clock;
#[cfg(test)]
mod disk;
#[cfg(test)]
mod enrolments;
#[cfg(test)]
mod flips;
#[cfg(test)]
mod full;
#[cfg(test)]
mod http;
#[cfg(test)]
mod kills;
#[cfg(test)]
mod kills_pg;
#[cfg(test)]
mod load;
#[cfg(test)]
mod logs;
#[cfg(test)]
mod power;
#[cfg(test)]
mod program;
#[cfg(test)]
mod server;
#[cfg(test)]
mod site;
#[cfg(test)]
mod trace;
#[cfg(test)]
mod truth;
#[cfg(test)]
mod uploads;
