//! What a run prints: each figure beside its peer of the same run, their ratio, and the aim where there is one.

use crate::BenchError;

/// What a ratio is to be.
#[derive(Clone, Copy)]
pub enum Aim {
    /// There is none.
    None,
    /// At least so much of the peer.
    AtLeast(f64),
    /// At most so much of the peer.
    AtMost(f64),
}

impl Aim {
    fn words(self, ratio: f64) -> String {
        let (how, aim, met) = match self {
            Self::None => return String::new(),
            Self::AtLeast(aim) => ("at least", aim, ratio >= aim),
            Self::AtMost(aim) => ("at most", aim, ratio <= aim),
        };
        format!("aim {how} {aim:.2}: {}", if met { "met" } else { "NOT met" })
    }
}

/// A figure and its peer.
struct Line {
    what: String,
    unit: &'static str,
    ours: f64,
    peer: String,
    theirs: f64,
    aim: Aim,
}

impl Line {
    fn ratio(&self) -> f64 {
        self.ours / self.theirs.max(1e-9)
    }

    fn json(&self) -> serde_json::Value {
        let (least, most) = match self.aim {
            Aim::None => (None, None),
            Aim::AtLeast(aim) => (Some(aim), None),
            Aim::AtMost(aim) => (None, Some(aim)),
        };
        serde_json::json!({
            "what": self.what, "unit": self.unit, "ours": self.ours, "peer": self.peer, "theirs": self.theirs,
            "ratio": self.ratio(), "at_least": least, "at_most": most,
        })
    }
}

/// A run's figures.
pub struct Report {
    lines: Vec<Line>,
    json: bool,
}

impl Report {
    /// An empty one; with `json`, its end is JSON for a machine.
    pub fn new(json: bool) -> Self {
        Self { lines: Vec::new(), json }
    }

    /// Notes and prints a figure beside its peer.
    pub fn line(&mut self, what: &str, unit: &'static str, ours: f64, peer: &str, theirs: f64, aim: Aim) {
        let line = Line { what: what.to_owned(), unit, ours, peer: peer.to_owned(), theirs, aim };
        let ratio = line.ratio();
        println!(
            "{what:<44} {ours:>10.0} {unit}   {peer}: {theirs:>9.0}   ratio {ratio:>5.2}   {}",
            aim.words(ratio)
        );
        self.lines.push(line);
    }

    /// Prints every ratio that has an aim once more, all together; or everything as JSON.
    ///
    /// # Errors
    /// [`BenchError::Answer`] when the JSON cannot be written.
    pub fn end(&self) -> Result<(), BenchError> {
        if self.json {
            let all: Vec<_> = self.lines.iter().map(Line::json).collect();
            let text = serde_json::to_string_pretty(&all).map_err(|e| BenchError::Answer(e.to_string()))?;
            println!("{text}");
            return Ok(());
        }
        println!("aims, each against its peer in this run");
        for line in self.lines.iter().filter(|l| !matches!(l.aim, Aim::None)) {
            let ratio = line.ratio();
            println!("    {:<44} {ratio:>5.2} of {:<28} {}", line.what, line.peer, line.aim.words(ratio));
        }
        Ok(())
    }
}
