//! The command on files.

#[cfg(test)]
mod backtest;
#[cfg(test)]
mod files;
#[cfg(test)]
mod scores;
