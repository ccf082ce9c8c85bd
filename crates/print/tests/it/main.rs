//! Printed sheets, through the public interface. One binary.

#[cfg(test)]
mod golden;
#[cfg(test)]
mod promises;
#[cfg(test)]
mod samples;
