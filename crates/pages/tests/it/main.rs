//! Pages over a real node: every request goes through the router.

#[cfg(test)]
mod abuse;
#[cfg(test)]
mod burking;
#[cfg(test)]
mod case;
#[cfg(test)]
mod codes;
#[cfg(test)]
mod cro;
#[cfg(test)]
mod deadlines;
#[cfg(test)]
mod deed;
#[cfg(test)]
mod entrance;
#[cfg(test)]
mod files;
#[cfg(test)]
mod fir;
#[cfg(test)]
mod health;
#[cfg(test)]
mod help;
#[cfg(test)]
mod inspection;
#[cfg(test)]
mod keys;
#[cfg(test)]
mod lineup;
#[cfg(test)]
mod office;
#[cfg(test)]
mod prints;
#[cfg(test)]
mod purpose;
#[cfg(test)]
mod station;
