//! The first information as it is told: an opening, what happened, who saw it, what is asked.

use crate::chance::Chance;
use crate::crimes::Crime;
use crate::words::{Words, fill, line};

/// What the templates speak of, by name.
pub(crate) type Facts = Vec<(&'static str, String)>;

/// Who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Voice {
    Man,
    Woman,
    Officer,
}

/// A story with its heading.
pub(crate) struct Tale {
    pub brief: String,
    pub narrative: String,
    pub english: Option<String>,
}

/// The lines of an offence under one of its headings.
fn lines(words: &Words, key: &str, heading: &str) -> Vec<&'static str> {
    let all = words.tales.get(key).map(Vec::as_slice).unwrap_or_default();
    let own = |l: &&'static str| l.strip_prefix(heading).and_then(|l| l.strip_prefix(": "));
    all.iter().filter_map(own).collect()
}

/// What happened: told by a line that names the accused when they are known, and by one that does not when not.
fn core(words: &Words, key: &str, known: bool, chance: &mut Chance) -> Vec<&'static str> {
    let all = lines(words, key, "core");
    let fitting: Vec<&str> = all.iter().copied().filter(|l| l.contains("{acc}") == known).collect();
    let mut told = Vec::new();
    match chance.pick(&fitting) {
        Some(line) => told.push(*line),
        None => {
            told.extend(chance.pick(&all));
            if known {
                told.push(line(&words.tales, "named", chance));
            }
        }
    }
    told
}

/// Tells it. `known` when somebody is accused by name.
pub(crate) fn tell(
    words: &Words,
    crime: &Crime,
    voice: Voice,
    known: bool,
    facts: &Facts,
    chance: &mut Chance,
) -> Tale {
    let values: Vec<(&str, &str)> = facts.iter().map(|(k, v)| (*k, v.as_str())).collect();
    let taken = crime.flavour() == "taken";
    let (opening, close) = match voice {
        Voice::Officer => ("opening_police", "close_police"),
        Voice::Man if taken => ("opening_m", "close_taken"),
        Voice::Woman if taken => ("opening_f", "close_taken"),
        Voice::Man => ("opening_m", "close"),
        Voice::Woman => ("opening_f", "close"),
    };
    let own = lines(words, crime.key, "opening").first().copied();
    let mut told = vec![own.unwrap_or_else(|| line(&words.tales, opening, chance))];
    told.extend(core(words, crime.key, known, chance));
    if crime.seen() && chance.odds(0.6) {
        told.push(line(&words.tales, "witness", chance));
    }
    if taken && chance.odds(0.7) {
        told.push(line(&words.tales, "searched", chance));
    }
    told.push(line(&words.tales, close, chance));
    let brief = lines(words, crime.key, "brief").first().copied().unwrap_or_default();
    let english = lines(words, crime.key, "en").first().copied().filter(|_| chance.odds(0.2));
    Tale {
        brief: fill(brief, &values),
        narrative: fill(&told.join(" "), &values),
        english: english.map(|t| fill(t, &values)),
    }
}

/// An hour as it is spoken: `بوقت قریب 9:20 بجے شب`.
pub(crate) fn spoken(minute: i64) -> String {
    let of_day = minute.rem_euclid(1440);
    let (hour, past) = (of_day / 60, of_day % 60);
    let part = match hour {
        4..=10 => "صبح",
        11..=15 => "دن",
        16..=18 => "شام",
        _ => "شب",
    };
    let twelve = if hour % 12 == 0 { 12 } else { hour % 12 };
    format!("بوقت قریب {twelve}:{past:02} بجے {part}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::crimes::CRIMES;

    #[test]
    fn every_offence_has_its_story() {
        let words = Words::read();
        for crime in CRIMES {
            for heading in ["brief", "core", "en"] {
                assert!(!lines(&words, crime.key, heading).is_empty(), "{} {heading}", crime.key);
            }
        }
    }

    #[test]
    fn hours_are_spoken() {
        assert_eq!(spoken(21 * 60 + 20), "بوقت قریب 9:20 بجے شب");
        assert_eq!(spoken(0), "بوقت قریب 12:00 بجے شب");
        assert_eq!(spoken(12 * 60), "بوقت قریب 12:00 بجے دن");
    }
}
