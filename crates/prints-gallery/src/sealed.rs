//! The file of a full block's index, so that opening reads it and makes nothing anew. Little-endian: `RZGX` and the
//! version, people, length of the log; a seat for each person (32 bytes); for each finger the words of each person
//! (16 bits), where each word's postings begin (32 bits), the postings (16 bits); a CRC-32 of it all.

use std::fs::{self, File};
use std::io::Write as _;
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};

use crate::block::Seat;
use crate::disk::named;
use crate::entry::{FINGERS, PersonId};
use crate::index::Index;
use crate::words::WORDS;

const MARK: [u8; 8] = *b"RZGX\0\0\0\x01";
const HEAD: usize = 20;
const SEAT: usize = 32;

/// What a full block knows without reading its log.
#[derive(Debug)]
pub(crate) struct Contents {
    pub(crate) log_length: u64,
    pub(crate) seats: Vec<Seat>,
    pub(crate) lengths: Vec<Vec<u16>>,
    pub(crate) indexes: Vec<Index>,
}

/// Where the file is written before it is whole.
pub(crate) fn unready(path: &Path) -> PathBuf {
    path.with_extension("unready")
}

/// Writes the file whole or not at all.
pub(crate) fn write(path: &Path, contents: &Contents) -> std::io::Result<()> {
    let bytes = to_bytes(contents);
    let unready = unready(path);
    let mut file = File::create(&unready)?;
    file.write_all(&bytes)?;
    file.sync_all()?;
    fs::rename(&unready, path)?;
    named(path)
}

fn to_bytes(contents: &Contents) -> Vec<u8> {
    let mut out = MARK.to_vec();
    out.extend_from_slice(&(contents.seats.len() as u32).to_le_bytes());
    out.extend_from_slice(&contents.log_length.to_le_bytes());
    for seat in &contents.seats {
        out.extend_from_slice(&seat.person.0);
        out.extend_from_slice(&seat.at.to_le_bytes());
        out.extend_from_slice(&seat.sum.to_le_bytes());
        out.extend_from_slice(&seat.length.to_le_bytes());
    }
    for (lengths, index) in contents.lengths.iter().zip(&contents.indexes) {
        let (starts, postings) = index.parts();
        out.extend(lengths.iter().flat_map(|length| length.to_le_bytes()));
        out.extend(starts.iter().flat_map(|start| start.to_le_bytes()));
        out.extend(postings.iter().flat_map(|posting| posting.to_le_bytes()));
    }
    let sum = crc32fast::hash(&out);
    out.extend_from_slice(&sum.to_le_bytes());
    out
}

/// What the file says; `None` where it is not whole: then the log knows better.
pub(crate) fn read(path: &Path) -> std::io::Result<Option<Contents>> {
    Ok(from_bytes(&fs::read(path)?))
}

fn from_bytes(bytes: &[u8]) -> Option<Contents> {
    let (said, sum) = bytes.split_last_chunk::<4>()?;
    (crc32fast::hash(said) == u32::from_le_bytes(*sum)).then_some(())?;
    let (head, rest) = said.split_first_chunk::<HEAD>()?;
    let (mark, numbers) = head.split_first_chunk::<8>()?;
    (*mark == MARK).then_some(())?;
    let (people, log_length) = numbers.split_first_chunk::<4>()?;
    let people = u32::from_le_bytes(*people) as usize;
    let log_length = u64::from_le_bytes(log_length.try_into().ok()?);
    let (seats, mut rest) = rest.split_at_checked(people.checked_mul(SEAT)?)?;
    let seats = seats.as_chunks::<SEAT>().0.iter().map(seat).collect::<Option<Vec<Seat>>>()?;
    let (mut lengths, mut indexes) = (Vec::with_capacity(FINGERS), Vec::with_capacity(FINGERS));
    for _ in 0..FINGERS {
        let (part, after) = rest.split_at_checked(2 * people)?;
        lengths.push(shorts(part));
        let (part, after) = after.split_at_checked(4 * (WORDS + 1))?;
        let starts: Vec<u32> = part.as_chunks::<4>().0.iter().map(|four| u32::from_le_bytes(*four)).collect();
        let (part, after) = after.split_at_checked(2 * *starts.last()? as usize)?;
        indexes.push(Index::from_parts(starts, shorts(part))?);
        rest = after;
    }
    rest.is_empty().then_some(Contents { log_length, seats, lengths, indexes })
}

fn shorts(bytes: &[u8]) -> Vec<u16> {
    bytes.as_chunks::<2>().0.iter().map(|two| u16::from_le_bytes(*two)).collect()
}

fn seat(bytes: &[u8; SEAT]) -> Option<Seat> {
    let (person, rest) = bytes.split_first_chunk::<16>()?;
    let (at, rest) = rest.split_first_chunk::<8>()?;
    let (sum, length) = rest.split_first_chunk::<4>()?;
    Some(Seat {
        person: PersonId(*person),
        at: u64::from_le_bytes(*at),
        sum: u32::from_le_bytes(*sum),
        length: u32::from_le_bytes(length.try_into().ok()?),
    })
}

/// Overwrites a destroyed person's words, and the sum of the whole. `contents` is what the file shall say.
pub(crate) fn overwrite(
    path: &Path,
    contents: &Contents,
    slot: u16,
    places: &[Vec<usize>],
) -> std::io::Result<()> {
    let file = File::options().write(true).open(path)?;
    // sum and length at the seat's end: a length of 0 is destroyed, as in memory
    file.write_all_at(&[0; 8], (HEAD + SEAT * (usize::from(slot) + 1) - 8) as u64)?;
    let mut at = (HEAD + SEAT * contents.seats.len()) as u64;
    for ((lengths, index), places) in contents.lengths.iter().zip(&contents.indexes).zip(places) {
        file.write_all_at(&[0, 0], at + 2 * u64::from(slot))?;
        let (starts, postings) = index.parts();
        let first = at + 2 * lengths.len() as u64 + 4 * starts.len() as u64;
        for place in places {
            file.write_all_at(&crate::index::NOBODY.to_le_bytes(), first + 2 * *place as u64)?;
        }
        at = first + 2 * postings.len() as u64;
    }
    let bytes = to_bytes(contents);
    let sum = bytes.last_chunk::<4>().copied().unwrap_or_default();
    file.write_all_at(&sum, at)?;
    file.sync_all()
}
