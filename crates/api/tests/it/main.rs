//! The API through its own router, over a real store.

#[cfg(test)]
mod authority;
#[cfg(test)]
mod bad_input;
#[cfg(test)]
mod case_prints;
#[cfg(test)]
mod cro;
#[cfg(test)]
mod document;
#[cfg(test)]
mod files;
#[cfg(test)]
mod help;
#[cfg(test)]
mod lineup;
#[cfg(test)]
mod oversight;
#[cfg(test)]
mod prints;
#[cfg(test)]
mod work;
