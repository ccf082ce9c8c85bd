//! Forecasts through their public interface.

#[cfg(test)]
mod dates;
#[cfg(test)]
mod forecast;
#[cfg(test)]
mod loading;
#[cfg(test)]
mod origin;
#[cfg(test)]
mod protocol;
#[cfg(test)]
mod world;
