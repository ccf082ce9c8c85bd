//! The door through its public interface, over a real store.

#[cfg(test)]
mod audit;
#[cfg(test)]
mod cases;
#[cfg(test)]
mod cro;
#[cfg(test)]
mod deadlines;
#[cfg(test)]
mod drafts;
#[cfg(test)]
mod files;
#[cfg(test)]
mod findings;
#[cfg(test)]
mod freed;
#[cfg(test)]
mod health;
#[cfg(test)]
mod inspection;
#[cfg(test)]
mod law;
#[cfg(test)]
mod masks;
#[cfg(test)]
mod oversight;
#[cfg(test)]
mod posts;
#[cfg(test)]
mod second;
#[cfg(test)]
mod sign_in;
