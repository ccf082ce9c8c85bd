//! An examiner's marks as the form has them: one to a line, `x y angle kind`; pairs as two numbers of lines. The script
//! writes them so, and so they are typed where there is none.

use roznamcha_acts::FieldFault;
use roznamcha_acts::kinds::{PrintMark, PrintMarkKind};
use roznamcha_words::digits;

/// Kinds as the script writes them, and after them as they may be typed in Urdu.
const KINDS: [(&str, PrintMarkKind); 6] = [
    ("ending", PrintMarkKind::Ending),
    ("bifurcation", PrintMarkKind::Bifurcation),
    ("other", PrintMarkKind::Other),
    ("اختتام", PrintMarkKind::Ending),
    ("دوشاخہ", PrintMarkKind::Bifurcation),
    ("دیگر", PrintMarkKind::Other),
];

/// Points from their lines.
pub(crate) fn points(text: &str, field: &str, faults: &mut Vec<FieldFault>) -> Vec<PrintMark> {
    lines(text, field, "fault-marks", faults, |words| {
        let [x, y, angle, kind] = words else { return None };
        let kind = KINDS.iter().find(|(word, _)| word == kind)?.1;
        Some(PrintMark { x: x.parse().ok()?, y: y.parse().ok()?, angle: angle.parse().ok()?, kind })
    })
}

/// Pairs from their lines.
pub(crate) fn pairs(text: &str, faults: &mut Vec<FieldFault>) -> Vec<(u16, u16)> {
    lines(text, "pairs", "fault-pairs", faults, |words| {
        let [probe, candidate] = words else { return None };
        let place = |word: &str| word.parse::<u16>().ok()?.checked_sub(1);
        Some((place(probe)?, place(candidate)?))
    })
}

/// Points as lines.
pub(crate) fn point_lines(marks: &[PrintMark]) -> String {
    let kind =
        |of: PrintMarkKind| KINDS.iter().find(|(_, kind)| *kind == of).map_or("other", |(word, _)| *word);
    let line = |mark: &PrintMark| format!("{} {} {} {}", mark.x, mark.y, mark.angle, kind(mark.kind));
    marks.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// Pairs as lines.
pub(crate) fn pair_lines(pairs: &[(u16, u16)]) -> String {
    let line =
        |(probe, candidate): &(u16, u16)| format!("{} {}", u32::from(*probe) + 1, u32::from(*candidate) + 1);
    pairs.iter().map(line).collect::<Vec<_>>().join("\n")
}

fn lines<T>(
    text: &str,
    field: &str,
    code: &str,
    faults: &mut Vec<FieldFault>,
    read: impl Fn(&[&str]) -> Option<T>,
) -> Vec<T> {
    let plain = digits::ascii(text);
    let mut all = Vec::new();
    for line in plain.lines().filter(|line| !line.trim().is_empty()) {
        match read(&line.split_whitespace().collect::<Vec<_>>()) {
            Some(value) => all.push(value),
            None => {
                faults.push(FieldFault { field: field.to_owned(), code: code.to_owned() });
                break;
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_read_as_they_are_written() {
        let mut faults = Vec::new();
        let text = "120 240 90 ending\n\n۱۲ ۳۴ 359 دوشاخہ";
        let mark = |x, y, angle, kind| PrintMark { x, y, angle, kind };
        let marked =
            [mark(120, 240, 90, PrintMarkKind::Ending), mark(12, 34, 359, PrintMarkKind::Bifurcation)];
        assert_eq!(points(text, "probe_marks", &mut faults), marked);
        assert_eq!(pairs("1 2\n2 1", &mut faults), [(0, 1), (1, 0)]);
        assert!(faults.is_empty(), "{faults:?}");
        assert_eq!(point_lines(&marked), "120 240 90 ending\n12 34 359 bifurcation");
        assert_eq!(pair_lines(&[(0, 1), (1, 0)]), "1 2\n2 1");
    }

    #[test]
    fn what_is_no_mark_names_its_field() {
        for bad in ["1 2 3", "1 2 3 loop", "-1 2 3 ending", "1 2 3 ending 4", "x"] {
            let mut faults = Vec::new();
            points(bad, "probe_marks", &mut faults);
            assert_eq!(faults.first().map(|f| f.field.as_str()), Some("probe_marks"), "{bad}");
        }
        let mut faults = Vec::new();
        pairs("0 1", &mut faults);
        assert_eq!(faults.len(), 1, "points count from 1");
    }
}
