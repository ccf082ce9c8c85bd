//! Some thousands of people: a log of their templates, and indexes of their words.

use std::collections::BTreeSet;
use std::fs::{self, File};
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::entry::{FINGERS, PersonId, prints};
use crate::error::GalleryError;
use crate::frame::{self, Found, Read};
use crate::index::Index;
use crate::sealed::{self, Contents};
use crate::words::{self, Word};

/// Where a person's entry stands in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Seat {
    pub(crate) person: PersonId,
    pub(crate) at: u64,
    /// CRC-32 of the entry.
    pub(crate) sum: u32,
    /// 0: destroyed.
    pub(crate) length: u32,
}

/// The words of one person, finger by finger.
pub(crate) type Spoken = Vec<(usize, Vec<Word>)>;

/// A block of people.
#[derive(Debug)]
pub(crate) struct Block {
    path: PathBuf,
    log: File,
    pub(crate) contents: Contents,
    pub(crate) sealed: bool,
}

/// The words of an entry's written form.
pub(crate) fn spoken(person: PersonId, entry: &[u8]) -> Result<Spoken, GalleryError> {
    let prints = prints(entry).map_err(|error| GalleryError::Template(person, error))?;
    Ok(prints.iter().map(|(position, template)| (position.place(), words::kept(template))).collect())
}

impl Block {
    /// A block's file without its ending.
    fn named(folder: &Path, number: u32) -> PathBuf {
        folder.join(format!("block-{number:05}.log"))
    }

    pub(crate) fn exists(folder: &Path, number: u32) -> bool {
        Self::named(folder, number).exists()
    }

    /// Opens a block, or makes an empty one. `gone` are the slots of the destroyed; when `unfinished`, some of
    /// their bytes may still stand, and all is made from the log anew.
    pub(crate) fn open(
        folder: &Path,
        number: u32,
        last: bool,
        gone: &BTreeSet<u32>,
        unfinished: bool,
    ) -> Result<Self, GalleryError> {
        let path = Self::named(folder, number);
        let failed = |error| GalleryError::Disk(path.clone(), error);
        let log = File::options()
            .create(true)
            .truncate(false)
            .read(true)
            .write(true)
            .open(&path)
            .map_err(failed)?;
        let kept = path.with_extension("index");
        let mut block = Self { path: path.clone(), log, contents: empty(), sealed: false };
        let read = if kept.exists() && !unfinished { sealed::read(&kept).map_err(failed)? } else { None };
        if let Some(contents) = read {
            block.contents = contents;
            block.sealed = true;
        } else {
            block.replay(last, gone)?;
            // what stands there is damaged, half written, or has a destroyed person's words
            for stale in [kept.clone(), sealed::unready(&kept)] {
                wipe(&stale).map_err(failed)?;
            }
        }
        for slot in gone {
            if let Some(seat) = block.contents.seats.get_mut(*slot as usize) {
                seat.length = 0;
            }
        }
        Ok(block)
    }

    fn disk(&self, error: std::io::Error) -> GalleryError {
        GalleryError::Disk(self.path.clone(), error)
    }

    /// Everything from the log alone.
    fn replay(&mut self, last: bool, gone: &BTreeSet<u32>) -> Result<(), GalleryError> {
        let bytes = fs::read(&self.path).map_err(|error| self.disk(error))?;
        let mut people: Vec<Found> = Vec::new();
        let mut at = 0;
        while let Some(rest) = bytes.get(at..).filter(|rest| !rest.is_empty()) {
            let whole = match frame::read(rest) {
                Read::Frame(length, found) => {
                    let first = people.len() as u32;
                    let is_gone = |number: u32| gone.contains(&(first + number));
                    let sound = found.iter().zip(0..).all(|(record, number)| record.sound || is_gone(number));
                    sound.then_some((length, found))
                }
                Read::Short | Read::Broken => None,
            };
            let Some((length, found)) = whole else {
                // only what was being written when the machine stopped may be torn, and it ends the last log
                if !last || later_frame(rest) {
                    return Err(GalleryError::Damaged { file: self.path.clone(), at: at as u64 });
                }
                self.cut(at as u64, rest.len() as u64)?;
                break;
            };
            people.extend(found.into_iter().map(|record| Found { at: at + record.at, ..record }));
            at += length;
        }
        self.contents.log_length = at as u64;
        self.seat_all(&bytes, &people, gone)
    }

    /// What was never acknowledged goes, overwritten as it may be half a person's prints.
    fn cut(&self, at: u64, length: u64) -> Result<(), GalleryError> {
        zero(&self.log, at, length)
            .and_then(|()| self.log.set_len(at))
            .and_then(|()| self.log.sync_all())
            .map_err(|error| self.disk(error))
    }

    fn seat_all(&mut self, bytes: &[u8], people: &[Found], gone: &BTreeSet<u32>) -> Result<(), GalleryError> {
        let words = people.par_iter().enumerate().map(|(slot, record)| {
            if gone.contains(&(slot as u32)) {
                return Ok(None);
            }
            let entry = bytes.get(record.at..record.at + record.length).unwrap_or_default();
            spoken(record.person, entry).map(Some)
        });
        let words: Vec<Option<Spoken>> = words.collect::<Result<_, GalleryError>>()?;
        let mut overwritten = false;
        for (record, words) in people.iter().zip(words) {
            let (at, length) = (record.at as u64, record.length as u64);
            if words.is_none() {
                zero(&self.log, at, length).map_err(|error| self.disk(error))?;
                overwritten = true;
            }
            let (length, sum) = if words.is_some() { (length as u32, record.sum) } else { (0, 0) };
            self.sit(Seat { person: record.person, at, sum, length }, words.unwrap_or_default());
        }
        if overwritten {
            self.log.sync_all().map_err(|error| self.disk(error))?;
        }
        Ok(())
    }

    /// Gives a person the next slot.
    fn sit(&mut self, seat: Seat, words: Spoken) {
        let slot = self.contents.seats.len() as u16;
        self.contents.seats.push(seat);
        for lengths in &mut self.contents.lengths {
            lengths.push(0);
        }
        for (place, words) in words {
            if let Some(index) = self.contents.indexes.get_mut(place) {
                index.add(slot, &words);
            }
            if let Some(length) = self.contents.lengths.get_mut(place).and_then(|all| all.last_mut()) {
                *length = words.len() as u16;
            }
        }
    }

    /// Writes people to the log; they are there when this returns, all of them or none.
    pub(crate) fn append(&mut self, people: Vec<(PersonId, Vec<u8>, Spoken)>) -> Result<(), GalleryError> {
        let mut entries = Vec::with_capacity(people.len());
        let mut words = Vec::with_capacity(people.len());
        for (person, entry, spoken) in people {
            entries.push((person, entry));
            words.push(spoken);
        }
        let bytes = frame::written(&entries);
        let from = self.contents.log_length;
        let written = self.log.write_all_at(&bytes, from).and_then(|()| self.log.sync_data());
        if let Err(error) = written {
            // what may stand there half would be in the way of the next
            let _ = self.log.set_len(from);
            return Err(self.disk(error));
        }
        self.contents.log_length = from + bytes.len() as u64;
        let mut at = from + frame::FRAME as u64;
        for ((person, entry), spoken) in entries.into_iter().zip(words) {
            at += frame::RECORD as u64;
            let sum = crc32fast::hash(&entry);
            self.sit(Seat { person, at, sum, length: entry.len() as u32 }, spoken);
            at += entry.len() as u64;
        }
        Ok(())
    }

    /// No one more will come: the indexes go to their file.
    pub(crate) fn seal(&mut self) -> Result<(), GalleryError> {
        let open = std::mem::take(&mut self.contents.indexes);
        self.contents.indexes = open.into_iter().map(Index::sealed).collect();
        self.sealed = true;
        sealed::write(&self.path.with_extension("index"), &self.contents).map_err(|error| self.disk(error))
    }

    /// A person's entry as it was written; `None` when it was destroyed.
    pub(crate) fn entry(&self, slot: u16) -> Result<Option<(PersonId, Vec<u8>)>, GalleryError> {
        let seat = self.contents.seats.get(usize::from(slot)).filter(|seat| seat.length > 0);
        let Some(seat) = seat else { return Ok(None) };
        let mut bytes = vec![0; seat.length as usize];
        self.log.read_exact_at(&mut bytes, seat.at).map_err(|error| self.disk(error))?;
        if crc32fast::hash(&bytes) != seat.sum {
            return Err(GalleryError::Damaged { file: self.path.clone(), at: seat.at });
        }
        Ok(Some((seat.person, bytes)))
    }

    /// Whose prints are in a slot.
    pub(crate) fn person(&self, slot: u16) -> Option<PersonId> {
        self.contents.seats.get(usize::from(slot)).filter(|seat| seat.length > 0).map(|seat| seat.person)
    }

    /// Overwrites a person's templates and words, in memory and in every file.
    pub(crate) fn destroy(&mut self, slot: u16) -> Result<(), GalleryError> {
        let Some((person, entry)) = self.entry(slot)? else { return Ok(()) };
        let mut places = vec![Vec::new(); FINGERS];
        for (finger, words) in spoken(person, &entry)? {
            if let (Some(index), Some(places)) =
                (self.contents.indexes.get_mut(finger), places.get_mut(finger))
            {
                *places = index.blank(slot, &words);
            }
            if let Some(length) =
                self.contents.lengths.get_mut(finger).and_then(|all| all.get_mut(usize::from(slot)))
            {
                *length = 0;
            }
        }
        let Some(seat) = self.contents.seats.get_mut(usize::from(slot)) else { return Ok(()) };
        let at = seat.at;
        (seat.length, seat.sum) = (0, 0);
        if self.sealed {
            sealed::overwrite(&self.path.with_extension("index"), &self.contents, slot, &places)
                .map_err(|error| self.disk(error))?;
        }
        zero(&self.log, at, entry.len() as u64)
            .and_then(|()| self.log.sync_all())
            .map_err(|error| self.disk(error))
    }

    /// Bytes of its files.
    pub(crate) fn bytes(&self) -> u64 {
        let index = fs::metadata(self.path.with_extension("index")).map_or(0, |data| data.len());
        self.contents.log_length + index
    }

    /// Bytes of memory.
    pub(crate) fn memory(&self) -> usize {
        let lengths: usize = self.contents.lengths.iter().map(|lengths| 2 * lengths.len()).sum();
        let indexes: usize = self.contents.indexes.iter().map(Index::memory).sum();
        size_of::<Seat>() * self.contents.seats.len() + lengths + indexes
    }
}

fn empty() -> Contents {
    Contents {
        log_length: 0,
        seats: Vec::new(),
        lengths: vec![Vec::new(); FINGERS],
        indexes: (0..FINGERS).map(|_| Index::default()).collect(),
    }
}

/// Whether a whole frame stands behind what is none.
fn later_frame(bytes: &[u8]) -> bool {
    let marks = bytes.windows(frame::MARK.len()).enumerate().skip(1);
    let mut marked = marks.filter(|(_, window)| *window == frame::MARK);
    marked.any(|(at, _)| matches!(bytes.get(at..).map(frame::read), Some(Read::Frame(..))))
}

/// Overwrites a file and removes it, if it is there.
fn wipe(path: &Path) -> std::io::Result<()> {
    if !path.exists() {
        return Ok(());
    }
    let file = File::options().write(true).open(path)?;
    zero(&file, 0, file.metadata()?.len())?;
    file.sync_all()?;
    fs::remove_file(path)
}

fn zero(file: &File, mut at: u64, mut length: u64) -> std::io::Result<()> {
    let nothing = [0; 4_096];
    while length > 0 {
        let part = length.min(nothing.len() as u64);
        file.write_all_at(nothing.get(..part as usize).unwrap_or_default(), at)?;
        at += part;
        length -= part;
    }
    Ok(())
}
