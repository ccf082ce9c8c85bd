//! The public promises of the words crate.

#[cfg(test)]
mod catalogue;
#[cfg(test)]
mod evidence;
#[cfg(test)]
mod typed;
#[cfg(test)]
mod written;
