//! The walk over the acts of an export: checks 1 to 6 of the format's list.

use std::collections::HashSet;

use crate::digest::Digest;
use crate::entry::Serials;
use crate::flags::{ClockBefore, flags_due};
use crate::header::Header;
use crate::json::ReadError;
use crate::report::Found;
use crate::row::Body;
use crate::what::What;

/// What has to be remembered of the acts so far: about 32 bytes of hash and 16 bytes of id for each.
pub(crate) struct Walk {
    office: String,
    pub(crate) found: Found,
    pub(crate) acts: u64,
    pub(crate) expunged: u64,
    pub(crate) withheld: u64,
    /// The leaves up to the first unreadable line.
    pub(crate) leaves: Vec<Digest>,
    /// Whether a line in an act's place could not be read, so that its leaf is unknown.
    pub(crate) broken: bool,
    next: u64,
    before: Option<Digest>,
    clock: ClockBefore,
    ids: HashSet<u128>,
    serials: Serials,
}

impl Walk {
    pub(crate) fn new(office: String, most_differences: usize) -> Self {
        Walk {
            office,
            found: Found::new(most_differences),
            acts: 0,
            expunged: 0,
            withheld: 0,
            leaves: Vec::new(),
            broken: false,
            next: 1,
            before: Some(Digest::ZERO),
            clock: ClockBefore::None,
            ids: HashSet::new(),
            serials: Serials::default(),
        }
    }

    /// A line in an act's place that cannot be read.
    pub(crate) fn unreadable(&mut self, line: u64, error: ReadError) {
        self.found.in_line(line, Some(self.next), What::Unreadable(error));
        self.acts += 1;
        self.broken = true;
        self.before = None;
        self.clock = ClockBefore::Unknown;
        self.next = self.next.saturating_add(1);
    }

    /// An act. Its header is hashed before it is parsed, so a header of a wrong form keeps its place in the tree.
    pub(crate) fn act(&mut self, line: u64, text: &str, body: &Body<'_>) {
        let leaf = Digest::leaf(text.as_bytes());
        if !self.broken {
            self.leaves.push(leaf);
        }
        self.acts += 1;
        match body {
            Body::Expunged => self.expunged += 1,
            Body::Withheld => self.withheld += 1,
            Body::Given { .. } => {}
        }
        match Header::parse(text) {
            Ok(header) => {
                self.header(line, &header, body);
                self.clock = ClockBefore::At(header.written);
                // on from the number found, so that one act taken out is not a difference in every later act
                self.next = header.seq.saturating_add(1);
            }
            Err(error) => {
                self.found.in_line(line, Some(self.next), What::Header(error));
                self.clock = ClockBefore::Unknown;
                self.next = self.next.saturating_add(1);
            }
        }
        self.before = Some(leaf);
    }

    fn header(&mut self, line: u64, header: &Header<'_>, body: &Body<'_>) {
        let seq = Some(header.seq);
        let found = &mut self.found;
        if header.office != self.office {
            found.in_line(line, seq, What::OtherOffice { found: header.office.to_string() });
        }
        if header.seq != self.next {
            found.in_line(line, seq, What::Seq { wanted: self.next, found: header.seq });
        }
        if let Some(before) = self.before
            && header.prev != before
        {
            found.in_line(line, seq, What::Prev { wanted: before, found: header.prev });
        }
        if let Body::Given { salt, content } = body
            && Digest::commitment(salt, content.as_bytes()) != header.content
        {
            found.in_line(line, seq, What::Content);
        }
        if !self.ids.insert(header.act_id) {
            found.in_line(line, seq, What::ActRepeated { act: header.act.to_string() });
        }
        for entry in &header.entries {
            if let Err(wanted) = self.serials.take(entry) {
                let series = entry.series.clone();
                found.in_line(line, seq, What::Serial { series, wanted, found: entry.serial });
            }
        }
        let wanted = flags_due(header, self.clock);
        if header.flags != wanted {
            let flags = header.flags.iter().map(ToString::to_string).collect();
            found.in_line(line, seq, What::Flags { wanted, found: flags });
        }
    }
}
