//! The journal's written form, through its public interface.
//! (`cfg(test)` on each room tells clippy that its helpers, too, may panic.)

#[cfg(test)]
mod build;
#[cfg(test)]
mod chain;
#[cfg(test)]
mod checkpoint;
#[cfg(test)]
mod export;
#[cfg(test)]
mod header;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod tree;
