//! Localities of a station, and the place of an occurrence among them.

use roznamcha_acts::kinds::{Bearing, Place};

use crate::chance::Chance;
use crate::people::MARK_UR;
use crate::words::Words;

/// A locality.
#[derive(Clone, Debug)]
pub(crate) struct Locality {
    pub name: &'static str,
    beat: &'static str,
    metres: u32,
    bearing: Bearing,
}

fn bearing(text: &str) -> Bearing {
    match text {
        "n" => Bearing::N,
        "ne" => Bearing::Ne,
        "e" => Bearing::E,
        "se" => Bearing::Se,
        "s" => Bearing::S,
        "sw" => Bearing::Sw,
        "w" => Bearing::W,
        "nw" => Bearing::Nw,
        _ => Bearing::Here,
    }
}

/// East and north in tenths, for each metre that way.
fn direction(bearing: Bearing) -> (i64, i64) {
    match bearing {
        Bearing::Here => (0, 0),
        Bearing::N => (0, 10),
        Bearing::Ne => (7, 7),
        Bearing::E => (10, 0),
        Bearing::Se => (7, -7),
        Bearing::S => (0, -10),
        Bearing::Sw => (-7, -7),
        Bearing::W => (-10, 0),
        Bearing::Nw => (-7, 7),
    }
}

/// The localities of a station, busiest first.
pub(crate) fn localities(words: &Words, station: &str) -> Vec<Locality> {
    let read = |line: &&'static str| {
        let mut parts = line.split(" | ");
        let (name, beat) = (parts.next()?, parts.next()?);
        let (metres, toward) = (parts.next()?.parse().ok()?, parts.next()?);
        Some(Locality { name, beat, metres, bearing: bearing(toward) })
    };
    words.places.get(station).map(|lines| lines.iter().filter_map(read).collect()).unwrap_or_default()
}

/// Where in a locality something happened. The station stands at `(lat, lon)`, millionths of a degree.
pub(crate) fn place(at: &Locality, station: (i64, i64), chance: &mut Chance) -> Place {
    let (east, north) = direction(at.bearing);
    let metres = i64::from(at.metres);
    let (dx, dy) = (chance.between(-250, 250), chance.between(-250, 250));
    // At 31 degrees north a metre is 9.0 millionths of latitude and 10.5 of longitude.
    let lat = station.0 + (north * metres / 10 + dy) * 90 / 10;
    let lon = station.1 + (east * metres / 10 + dx) * 105 / 10;
    let near = ["نزد مسجد", "بالمقابل سکول", "عقب پٹرول پمپ", "نزد ڈسپنسری", "گلی نمبر 4", "بر لب سڑک"];
    let near = chance.pick(&near).copied().unwrap_or_default();
    Place {
        text: format!("{}، {near} {MARK_UR}", at.name),
        distance_m: Some(at.metres),
        bearing: Some(at.bearing),
        beat: Some(at.beat.to_owned()),
        village: Some(at.name.to_owned()),
        lat_e6: i32::try_from(lat).ok(),
        lon_e6: i32::try_from(lon).ok(),
    }
}
