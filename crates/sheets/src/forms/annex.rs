//! Annexures: the files of a case, listed with their hashes; pictures are shown.

use roznamcha_acts::views::AttachmentRow;
use roznamcha_print::{Block, Form};

use super::Dossier;
use super::pen::{self, Pen};

/// The list of all files.
pub(crate) fn list(pen: &Pen<'_>, dossier: &Dossier, files: &[AttachmentRow]) -> Form {
    let rows = files.iter().map(|row| {
        let file = &row.file;
        vec![
            file.title.clone(),
            pen.code("file", file.kind.as_str()),
            format!("{} KB", file.size.div_ceil(1024)),
            pen::when(row.added),
            broken(&file.sha256),
        ]
    });
    let columns = [("file-title", 4), ("file-kind", 2), ("file-size", 2), ("added", 3), ("sha256", 5)];
    Form {
        title: pen.both("annexures"),
        under: pen.both("annexures-under"),
        sideways: false,
        head: dossier.head(pen),
        blocks: vec![pen.table("annexures", &columns, rows.collect(), 0)],
        notice: Some(pen.both("annexures-notice")),
    }
}

/// One file that is shown.
pub(crate) fn one(pen: &Pen<'_>, dossier: &Dossier, row: &AttachmentRow) -> Form {
    let file = &row.file;
    Form {
        title: pen.both("annexure"),
        under: pen.both("annexures-under"),
        sideways: false,
        head: dossier.head(pen),
        blocks: vec![Block::Fields {
            fields: vec![
                pen.field("file-title", 8, file.title.as_str()),
                pen.field("file-kind", 4, pen.code("file", file.kind.as_str())),
                pen.field("taken-at", 3, file.taken_at.map(pen::when).unwrap_or_default()),
                pen.maybe("taken-by", 4, file.taken_by.as_deref()),
                pen.field(
                    "added",
                    5,
                    format!(
                        "{}{}{}",
                        pen::when(row.added),
                        pen.pick(", ", "، "),
                        pen.named(&row.officer, Some(&row.rank))
                    ),
                ),
                pen.field("sha256", 12, broken(&file.sha256)),
            ],
        }],
        notice: None,
    }
}

/// A hash in groups, so that it breaks into lines and is read to the end.
fn broken(hash: &str) -> String {
    let letters: Vec<char> = hash.chars().collect();
    let groups: Vec<String> = letters.chunks(8).map(|group| group.iter().collect()).collect();
    roznamcha_words::bidi::ltr(&groups.join(" "))
}
