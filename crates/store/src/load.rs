//! Putting a dump's lines back, without a database in it: each line becomes statements, and each act is checked
//! against its journal before it is taken, so that a changed dump is refused and not restored.

use roznamcha_acts::Moment;
use roznamcha_journal::tree::Frontier;
use roznamcha_journal::{Checker, Hash, Written};

use crate::ask::{account, audit, draft, file, journal, session};
use crate::cell::{Ask, Cell, damaged};
use crate::dump::Line;
use crate::{JournalHead, StoreError};

/// Loading, line by line.
#[derive(Default)]
pub(crate) struct Loading {
    office: Option<Office>,
}

struct Office {
    code: String,
    checker: Checker,
    frontier: Frontier,
    head: Option<JournalHead>,
}

impl Loading {
    /// The statements of the next line, in order.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] for an act that does not fit its journal.
    pub fn statements(&mut self, line: Line) -> Result<Vec<Ask>, StoreError> {
        let mut all = Vec::new();
        if !matches!(line, Line::Act { .. }) {
            all.extend(self.finish());
        }
        match line {
            Line::Act { office, header, salt, content } => {
                let content = content.map(String::into_bytes);
                let written = Written { header: header.into_bytes(), salt, content };
                if self.office.as_ref().is_some_and(|o| o.code != office) {
                    all.extend(self.finish());
                }
                all.extend(self.act(office, written)?);
            }
            Line::Checkpoint { office, size, note } => all.push(draft::put_checkpoint(&office, size, &note)),
            Line::Account(row) => all.push(account::put(&row)?),
            Line::Session(row) => all.push(session::put(&row)),
            Line::Attempt { id, attempt } => all.push(account::put_attempt(&id, &attempt)),
            Line::Audit(row) => all.push(audit::put(&row)),
            Line::Draft(row) => all.push(draft::put(&row)),
            Line::File(row) => all.push(file::put(&row)),
            Line::Upload(row) => all.push(file::put_upload(&row)),
            Line::Mark { name, value } => all.push(draft::put_mark(&name, &value)),
            Line::Roznamcha { .. } | Line::End { .. } => return Err(damaged("a dump within a dump")),
        }
        Ok(all)
    }

    fn act(&mut self, office: String, written: Written) -> Result<Vec<Ask>, StoreError> {
        let place = self.office.get_or_insert_with(|| Office {
            checker: Checker::new(&office, []),
            frontier: Frontier::new(),
            head: None,
            code: office,
        });
        if let Some(wrong) = place.checker.push(&written).first() {
            return Err(damaged(format!("journal of `{}`: {wrong}", place.code)));
        }
        let header = written.header().map_err(|e| damaged(e.to_string()))?;
        let leaf = written.leaf();
        let at: Moment = header.written.parse().map_err(|_| damaged("a header's time does not read"))?;
        place.frontier.append(leaf);
        place.head =
            Some(JournalHead { seq: header.seq, leaf, written: at, frontier: place.frontier.clone() });
        let mut all = vec![Ask::new(
            journal::PUT,
            vec![
                (&place.code).into(),
                header.seq.into(),
                header.act.into(),
                header.kind.into(),
                header.officer.into(),
                at.millis().into(),
                written.header.into(),
                (&leaf).into(),
            ],
        )];
        // Half a content was refused by the check.
        if let (Some(salt), Some(content)) = (written.salt, written.content) {
            let cells = vec![(&place.code).into(), header.seq.into(), (&salt).into(), content.into()];
            all.push(Ask::new(journal::PUT_CONTENT, cells));
        }
        Ok(all)
    }

    /// The statement that puts the head of the office that was read last.
    pub fn finish(&mut self) -> Option<Ask> {
        let office = self.office.take()?;
        office.head.map(|head| put_head(&office.code, &head))
    }
}

/// Puts an office's head.
pub(crate) fn put_head(office: &str, head: &JournalHead) -> Ask {
    let leaf: &Hash = &head.leaf;
    let cells: Vec<Cell> = vec![
        office.into(),
        head.seq.into(),
        leaf.into(),
        head.written.millis().into(),
        head.frontier.to_bytes().into(),
    ];
    Ask::new(journal::PUT_HEAD, cells)
}
