//! The gallery through its public interface, on real files and real processes.

#[cfg(test)]
mod crash;
#[cfg(test)]
mod destroy;
#[cfg(test)]
mod example;
#[cfg(test)]
mod people;
#[cfg(test)]
mod search;
