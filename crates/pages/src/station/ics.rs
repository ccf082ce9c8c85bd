//! Lines of iCalendar (RFC 5545). A calendar library would bring a second library of time with it; what is needed of
//! the format is its escaping and folding.

use roznamcha_acts::Moment;

/// Octets of one line, at most (RFC 5545, 3.1).
const LINE_OCTETS: usize = 75;

/// A calendar being written.
pub(super) struct Ics(String);

impl Ics {
    /// A calendar of that name.
    pub fn new(name: &str) -> Self {
        let mut ics = Self(String::new());
        ics.begin("VCALENDAR");
        ics.line("VERSION", "2.0");
        ics.line("PRODID", "-//Roznamcha//Deadlines//EN");
        ics.line("X-WR-CALNAME", name);
        ics
    }

    /// A component begins.
    pub fn begin(&mut self, component: &str) {
        self.raw(&format!("BEGIN:{component}"));
    }

    /// It ends.
    pub fn end(&mut self, component: &str) {
        self.raw(&format!("END:{component}"));
    }

    /// A property whose value is text.
    pub fn line(&mut self, name: &str, value: &str) {
        let mut text = format!("{name}:");
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => text.extend(['\\', c]),
                '\n' => text.push_str("\\n"),
                c if c.is_control() => {}
                c => text.push(c),
            }
        }
        self.raw(&text);
    }

    /// A property whose value is a moment.
    pub fn time(&mut self, name: &str, at: Moment) {
        let stamp = at.timestamp().strftime("%Y%m%dT%H%M%SZ");
        self.raw(&format!("{name}:{stamp}"));
    }

    /// One line, folded between letters so that none is longer than the format allows.
    fn raw(&mut self, text: &str) {
        let mut octets = 0;
        for c in text.chars() {
            if octets + c.len_utf8() > LINE_OCTETS {
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(c);
            octets += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }

    /// The text.
    pub fn done(mut self) -> String {
        self.end("VCALENDAR");
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_escaped_and_folded() {
        let mut ics = Ics::new("x");
        ics.line("SUMMARY", &format!("a;b,c\\d\ne{}", "چالان ".repeat(40)));
        let text = ics.done();
        assert!(text.contains("SUMMARY:a\\;b\\,c\\\\d\\ne"));
        assert!(text.split("\r\n").all(|line| line.len() <= LINE_OCTETS));
        assert_eq!(text.replace("\r\n ", "").matches("چالان ").count(), 40);
    }
}
