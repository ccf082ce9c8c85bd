//! The small district, made through the door into a SQLite file.
//! (`cfg(test)` on each room tells clippy that its helpers, too, may panic.)

#[cfg(test)]
mod life;
#[cfg(test)]
mod made;
#[cfg(test)]
mod read;
#[cfg(test)]
mod world;
#[cfg(test)]
mod year;
