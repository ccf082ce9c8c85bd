//! Pages over a real node: every request goes through the router.

#[cfg(test)]
mod fir;
#[cfg(test)]
mod help;
#[cfg(test)]
mod keys;
