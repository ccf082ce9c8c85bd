//! The log's written form. People enrolled together make one frame, so that they are there together or not at all:
//!
//! - frame: `RZGF`, bytes of its body (32 bits), records (32), CRC-32 of those;
//! - record: person (16 bytes), bytes of the entry (32 bits), CRC-32 of the entry, CRC-32 of those; the entry.

use crate::entry::PersonId;

pub(crate) const MARK: [u8; 4] = *b"RZGF";
pub(crate) const FRAME: usize = 16;
pub(crate) const RECORD: usize = 28;

/// A record found in a log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) person: PersonId,
    /// Where the entry begins, from the frame's beginning.
    pub(crate) at: usize,
    pub(crate) length: usize,
    /// CRC-32 of the entry as it was written.
    pub(crate) sum: u32,
    /// Whether the entry is what was written.
    pub(crate) sound: bool,
}

/// What stands at the beginning of some bytes.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Read {
    /// A frame: its length and records.
    Frame(usize, Vec<Found>),
    /// A frame that ends beyond the bytes' end.
    Short,
    /// No frame.
    Broken,
}

/// A frame of some people's entries.
pub(crate) fn written(entries: &[(PersonId, Vec<u8>)]) -> Vec<u8> {
    let body: usize = entries.iter().map(|(_, entry)| RECORD + entry.len()).sum();
    let mut out = Vec::with_capacity(FRAME + body);
    let mut head = MARK.to_vec();
    head.extend_from_slice(&(body as u32).to_be_bytes());
    head.extend_from_slice(&(entries.len() as u32).to_be_bytes());
    checked(&mut head);
    out.extend(head);
    for (person, entry) in entries {
        let mut head = person.0.to_vec();
        head.extend_from_slice(&(entry.len() as u32).to_be_bytes());
        head.extend_from_slice(&crc32fast::hash(entry).to_be_bytes());
        checked(&mut head);
        out.extend(head);
        out.extend_from_slice(entry);
    }
    out
}

fn checked(head: &mut Vec<u8>) {
    let sum = crc32fast::hash(head);
    head.extend_from_slice(&sum.to_be_bytes());
}

/// Reads the frame at the beginning.
pub(crate) fn read(bytes: &[u8]) -> Read {
    let Some((head, rest)) = bytes.split_first_chunk::<FRAME>() else { return Read::Short };
    let Some([mark, body, count]) = numbers(head) else { return Read::Broken };
    if mark != u32::from_be_bytes(MARK) {
        return Read::Broken;
    }
    let Some(body) = rest.get(..body as usize) else { return Read::Short };
    let mut found = Vec::with_capacity((count as usize).min(body.len() / RECORD));
    let mut at = 0;
    while let Some((head, after)) = body.get(at..).and_then(|rest| rest.split_first_chunk::<RECORD>()) {
        let (person, sizes) = head.split_at(16);
        let (Ok(person), Some([length, sum])) = (person.try_into(), record_numbers(head, sizes)) else {
            return Read::Broken;
        };
        let Some(entry) = after.get(..length as usize) else { return Read::Broken };
        at += RECORD;
        let sound = crc32fast::hash(entry) == sum;
        found.push(Found { person: PersonId(person), at: FRAME + at, length: length as usize, sum, sound });
        at += length as usize;
    }
    if at == body.len() && found.len() == count as usize {
        Read::Frame(FRAME + body.len(), found)
    } else {
        Read::Broken
    }
}

/// The three numbers of a frame's head whose sum is right.
fn numbers(head: &[u8; FRAME]) -> Option<[u32; 3]> {
    let (said, sum) = head.split_last_chunk::<4>()?;
    let mut words = said.as_chunks::<4>().0.iter().map(|word| u32::from_be_bytes(*word));
    (crc32fast::hash(said) == u32::from_be_bytes(*sum)).then_some(())?;
    Some([words.next()?, words.next()?, words.next()?])
}

/// The two numbers of a record's head whose sum is right.
fn record_numbers(head: &[u8; RECORD], sizes: &[u8]) -> Option<[u32; 2]> {
    let (said, sum) = head.split_last_chunk::<4>()?;
    (crc32fast::hash(said) == u32::from_be_bytes(*sum)).then_some(())?;
    let mut words = sizes.as_chunks::<4>().0.iter().map(|word| u32::from_be_bytes(*word));
    Some([words.next()?, words.next()?])
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_written_is_read(entries in prop::collection::vec(prop::collection::vec(any::<u8>(), 0..90), 1..6)) {
            let people: Vec<_> =
                entries.iter().zip(0_u128..).map(|(entry, id)| (PersonId::from(id), entry.clone())).collect();
            let bytes = written(&people);
            let Read::Frame(length, found) = read(&bytes) else { panic!("no frame") };
            prop_assert_eq!(length, bytes.len());
            for ((person, entry), record) in people.iter().zip(&found) {
                prop_assert!(record.sound && record.person == *person);
                prop_assert_eq!(&bytes[record.at..record.at + record.length], &entry[..]);
            }
            for cut in 0..bytes.len() {
                prop_assert_eq!(read(&bytes[..cut]), Read::Short);
            }
        }

        #[test]
        fn any_bytes_are_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let _ = read(&bytes);
        }

        #[test]
        fn a_changed_byte_is_noticed(at in 0_usize..74, by in 1_u8..) {
            let mut bytes = written(&[(PersonId::from(1), vec![7; 30])]);
            bytes[at] ^= by;
            let sound = matches!(read(&bytes), Read::Frame(_, found) if found[0].sound);
            prop_assert!(!sound);
        }
    }
}
