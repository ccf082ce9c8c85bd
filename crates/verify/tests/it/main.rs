//! The verifier held to journals that these tests write themselves, from the page of the format.

#[cfg(test)]
mod hostile;
#[cfg(test)]
mod journals;
#[cfg(test)]
mod kept;
#[cfg(test)]
mod program;
#[cfg(test)]
mod proofs;
#[cfg(test)]
mod sound;
#[cfg(test)]
mod tampered;
#[cfg(test)]
mod writer;
