//! The program from outside: started as an operator starts it. (`cfg(test)` tells clippy that helpers, too, may panic.)

#[cfg(test)]
mod backup;
#[cfg(test)]
mod bodies;
#[cfg(test)]
mod cli;
#[cfg(test)]
mod demo;
#[cfg(test)]
mod destroyed;
#[cfg(test)]
mod fsck;
#[cfg(test)]
mod postgres;
#[cfg(test)]
mod prints;
#[cfg(test)]
mod program;
#[cfg(test)]
mod serving;
#[cfg(test)]
mod stopping;
