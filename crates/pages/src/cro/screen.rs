//! What the examiner's screen is told: both prints, the engine's points, every word the script says, the keys.

use roznamcha_prints::{Kind, Minutia};
use roznamcha_records::PrintFace;

use super::say;
use crate::ctx::Voice;

/// A print on the screen.
pub(super) struct Pane {
    /// Its image; empty where there is none, and the engine's points are all there is to see.
    pub src: String,
    /// Which finger.
    pub name: String,
    pub width: u16,
    pub height: u16,
    /// The engine's points: `[[x, y, angle, kind], …]`.
    pub points: String,
}

/// A button of the screen.
pub(super) struct Tool {
    pub code: &'static str,
    pub name: String,
    pub key: &'static str,
    /// Of one that stays down: whether it is.
    pub pressed: Option<bool>,
}

impl Pane {
    pub(super) fn of(voice: &Voice, face: &PrintFace, src: String) -> Self {
        let points: Vec<String> = face.minutiae.iter().map(point).collect();
        Self {
            src: if face.image { src } else { String::new() },
            name: say::finger(voice, face.finger),
            width: face.width,
            height: face.height,
            points: format!("[{}]", points.join(",")),
        }
    }
}

fn point(minutia: &Minutia) -> String {
    let kind = match minutia.kind {
        Kind::Ending => "ending",
        Kind::Bifurcation => "bifurcation",
    };
    let angle = minutia.angle.to_degrees().round().rem_euclid(360.0);
    format!("[{:.0},{:.0},{angle:.0},\"{kind}\"]", minutia.x, minutia.y)
}

/// Pairs as the script reads them.
pub(super) fn pairs(pairs: &[(u16, u16)]) -> String {
    let all: Vec<String> = pairs.iter().map(|(probe, candidate)| format!("[{probe},{candidate}]")).collect();
    format!("[{}]", all.join(","))
}

/// Words of the script: the end of the attribute's name and of the message's key.
const SAID: [&str; 31] = [
    "probe",
    "candidate",
    "point",
    "ending",
    "bifurcation",
    "other",
    "pair",
    "pairs",
    "part",
    "none",
    "comma",
    "paired",
    "parted",
    "choose-both",
    "removed",
    "zoom",
    "turned",
    "on",
    "off",
    "invert",
    "contrast",
    "marks",
    "lines",
    "engine",
    "mouse",
    "link",
    "uncovered",
    "veiled",
    "analyse-first",
    "nothing",
    "undone",
];

/// Attributes with the words the script says.
pub(super) fn said(voice: &Voice) -> Vec<(&'static str, String)> {
    SAID.iter().map(|name| (*name, voice.t(&format!("cro-acev-{name}")))).collect()
}

/// What marks, and has nothing to do where an examination is only read.
const MARKING: [&str; 8] = ["uncover", "mark", "mouse", "kind", "pair", "remove", "undo", "take"];

/// Buttons: what each does, its key, and of one that stays down whether it is at first.
const TOOLS: [(&str, &str, Option<bool>); 19] = [
    ("uncover", "O", None),
    ("zoom-in", "+", None),
    ("zoom-out", "−", None),
    ("fit", "0", None),
    ("turn-left", ",", None),
    ("turn-right", ".", None),
    ("link", "L", Some(true)),
    ("invert", "I", Some(false)),
    ("contrast", "C", None),
    ("mark", "M", None),
    ("mouse", "D", Some(false)),
    ("kind", "K", None),
    ("pair", "P", None),
    ("remove", "Del", None),
    ("undo", "U", None),
    ("marks", "V", Some(true)),
    ("lines", "B", Some(true)),
    ("engine", "E", Some(false)),
    ("take", "T", None),
];

/// The buttons; that which uncovers only where something is covered, those that mark not where it is only read.
pub(super) fn tools(voice: &Voice, veiled: bool, reading: bool) -> Vec<Tool> {
    let tool = |(code, key, pressed): &(&'static str, &'static str, Option<bool>)| Tool {
        name: voice.t(&format!("cro-acev-{}", if *code == "pair" { "pair-two" } else { code })),
        code,
        key,
        pressed: *pressed,
    };
    let here = |code: &str| (veiled || code != "uncover") && !(reading && MARKING.contains(&code));
    TOOLS.iter().filter(|(code, _, _)| here(code)).map(tool).collect()
}

/// Keys that have no button.
pub(super) fn keys(voice: &Voice, reading: bool) -> Vec<(&'static str, String)> {
    let keys = [("← → ↑ ↓", "move"), ("[ ]", "turn-point"), ("N", "next"), ("X", "switch")];
    let here = keys.into_iter().filter(|(_, name)| !reading || *name != "turn-point");
    here.map(|(key, name)| (key, voice.t(&format!("cro-acev-key-{name}")))).collect()
}
