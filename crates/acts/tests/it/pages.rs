//! The Fictional Police Rules: a few pages of registers, one of each way of being written.

use roznamcha_acts::law::{Entering, Filled, Page, PageColumn, Takes};

fn column(key: &str, takes: Takes, filled: Filled, marks: &str) -> PageColumn {
    PageColumn {
        key: key.to_owned(),
        takes,
        needed: marks.contains('n'),
        filled,
        personal: marks.contains('p'),
        unique: marks.contains('u'),
    }
}

/// One column of each kind.
fn licence() -> Vec<PageColumn> {
    use Filled::{Entry, Later};
    vec![
        column("licence_no", Takes::Text, Entry, "nu"),
        column("holder", Takes::Text, Entry, "np"),
        column("cnic", Takes::Cnic, Entry, "p"),
        column("valid_to", Takes::Day, Entry, "n"),
        column("fee", Takes::Money, Entry, ""),
        column("rounds", Takes::Number, Entry, ""),
        column("sections", Takes::Sections, Entry, ""),
        column("cancelled", Takes::Text, Later, ""),
    ]
}

pub fn page(register: &str, part: &str) -> Option<Page> {
    use Entering::{Closed, Posted, Typed};
    use Filled::{Act, Entry, Later, List};
    let (entering, diary, columns) = match (register, part) {
        ("3", "I") => (
            Typed,
            None,
            vec![
                column("order_no", Takes::Text, Entry, "n"),
                column("date", Takes::Day, Entry, "n"),
                column("text", Takes::Lines, Entry, "n"),
                column("read_over_to", Takes::Officer, List, ""),
            ],
        ),
        ("5", "I") => (
            Typed,
            Some("comm_{direction}"),
            vec![
                column("direction", Takes::Choice(vec!["in".into(), "out".into()]), Entry, "n"),
                column("from", Takes::Text, Entry, "np"),
                column("reply_due", Takes::Day, Entry, ""),
                column("disposed_at", Takes::Day, Later, ""),
            ],
        ),
        ("9", "V") => (
            Typed,
            None,
            vec![
                column("date", Takes::Day, Entry, "n"),
                column("note", Takes::Lines, Entry, "np"),
                column("signed_by", Takes::Officer, Act, ""),
            ],
        ),
        ("16", "III") => (
            Typed,
            None,
            vec![
                column("weapon_no", Takes::Text, Entry, "nu"),
                column("bore", Takes::Text, Entry, "n"),
                column("rounds", Takes::Number, Entry, "n"),
                column("issued_to", Takes::Officer, Act, ""),
            ],
        ),
        ("17", "arms") => (Typed, None, licence()),
        ("w-visitor", "-") => (
            Typed,
            None,
            vec![
                column("visitor", Takes::Text, Entry, "np"),
                column("came_at", Takes::Time, Entry, "n"),
                column("left_at", Takes::Time, Later, ""),
            ],
        ),
        ("22", "-") => (Posted, None, vec![column("voided", Takes::Text, Later, "")]),
        ("8", "-") => (Closed, None, vec![]),
        ("2", "-") | ("19", "-") | ("10", "I" | "II") | ("11", "-") | ("1", "-") => (Posted, None, vec![]),
        _ => return None,
    };
    Some(Page { entering, diary: diary.map(str::to_owned), columns })
}
