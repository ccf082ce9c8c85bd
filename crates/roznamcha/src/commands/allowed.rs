//! `roznamcha law allowed`: the table of allowed acts as a document that a lawyer can read, in both languages: every
//! row by its subject, then what may follow at each stage.

use roznamcha_records::StatuteBook;
use roznamcha_statute::{Allowed, By, Province, Stage, Subject};
use roznamcha_words::{Lang, Words};
use std::fmt::{Result, Write};

/// The document.
pub fn document(book: &StatuteBook, words: &Words) -> String {
    let mut text = String::new();
    let said = Said { book, words };
    // Writing into a text does not fail.
    match said.write(&mut text) {
        Ok(()) | Err(_) => text,
    }
}

struct Said<'a> {
    book: &'a StatuteBook,
    words: &'a Words,
}

impl Said<'_> {
    /// A message in both languages.
    fn both(&self, key: &str) -> String {
        let said = |lang| self.words.say(lang, key);
        format!("{} · {}", said(Lang::En), said(Lang::Ur))
    }

    fn stage(&self, stage: Stage) -> String {
        self.both(&format!("allowed-stage-{}", stage.as_str().replace('_', "-")))
    }

    fn kind(&self, kind: &str) -> String {
        self.both(&format!("act-kind-{}", kind.replace(['.', '_'], "-")))
    }

    fn rank(&self, row: &Allowed) -> String {
        let rank = row.least_rank.as_ref().and_then(|code| self.book.rank(code));
        rank.map_or_else(|| self.both("allowed-any-rank"), |rank| format!("{} · {}", rank.en, rank.ur))
    }

    fn by(&self, row: &Allowed) -> String {
        let by = |by: &By| self.both(&format!("allowed-by-{}", by.as_str().replace('_', "-")));
        row.by.iter().map(by).collect::<Vec<_>>().join("<br>")
    }

    fn stages(&self, row: &Allowed) -> String {
        if row.from.len() == Stage::ALL.len() {
            return self.both("allowed-every-stage");
        }
        row.from.iter().map(|stage| self.stage(*stage)).collect::<Vec<_>>().join("<br>")
    }

    fn places(&self, row: &Allowed) -> String {
        let place = |province: &Province| self.both(&format!("law-province-{province}"));
        row.datum.provinces.iter().map(place).collect::<Vec<_>>().join("<br>")
    }

    fn write(&self, out: &mut String) -> Result {
        writeln!(out, "# {}\n", self.both("allowed-title"))?;
        for lang in [Lang::En, Lang::Ur] {
            writeln!(out, "{}\n", self.words.say(lang, "allowed-lead"))?;
        }
        writeln!(out, "## {}\n", self.both("allowed-by-subject"))?;
        for subject in Subject::ALL {
            self.subject(out, *subject)?;
        }
        writeln!(out, "## {}\n", self.both("allowed-by-stage"))?;
        for stage in Stage::ALL {
            self.follows(out, *stage)?;
        }
        Ok(())
    }

    /// Every row about one subject.
    fn subject(&self, out: &mut String, subject: Subject) -> Result {
        let rows: Vec<&Allowed> = self.book.allowed().iter().filter(|row| row.subject == subject).collect();
        if rows.is_empty() {
            return Ok(());
        }
        writeln!(out, "### {}\n", self.both(&format!("allowed-subject-{subject}")))?;
        let heads = [
            "allowed-act",
            "allowed-from",
            "allowed-to",
            "allowed-rank",
            "allowed-by",
            "allowed-law",
            "law-province",
            "law-effective",
            "law-until",
            "law-verified",
            "law-note",
        ];
        let heads: Vec<String> = heads.iter().map(|key| self.both(key)).collect();
        writeln!(out, "| {} |", heads.join(" | "))?;
        writeln!(out, "|{}", "---|".repeat(heads.len()))?;
        for row in rows {
            let to = row.to.map_or_else(|| self.both("allowed-stands"), |to| self.stage(to));
            let until = row.datum.effective_to.map(|day| day.to_string()).unwrap_or_default();
            let verified = if row.datum.verified { "law-verified" } else { "law-unverified" };
            let cells = [
                format!("{}<br>`{}`", self.kind(&row.kind), row.kind),
                self.stages(row),
                to,
                self.rank(row),
                self.by(row),
                row.datum.citation.clone(),
                self.places(row),
                row.datum.effective_from.to_string(),
                until,
                self.both(verified),
                row.datum.note.clone(),
            ];
            let cells = cells.map(|cell| cell.replace('|', "\\|"));
            writeln!(out, "| {} |", cells.join(" | "))?;
        }
        writeln!(out)
    }

    /// What may follow at one stage.
    fn follows(&self, out: &mut String, stage: Stage) -> Result {
        writeln!(out, "### {}\n", self.stage(stage))?;
        let mut any = false;
        for row in self.book.allowed().iter().filter(|row| row.from.contains(&stage)) {
            any = true;
            let to = row.to.filter(|to| *to != stage);
            let to = to.map(|to| format!(" → {}", self.stage(to))).unwrap_or_default();
            writeln!(
                out,
                "- {}{to} ({}; {}; {}; {})",
                self.kind(&row.kind),
                self.by(row).replace("<br>", ", "),
                self.rank(row),
                row.datum.citation,
                self.places(row)
            )?;
        }
        if !any {
            writeln!(out, "{}", self.both("allowed-nothing"))?;
        }
        writeln!(out)
    }
}
