//! Some thousands of people: a log of their templates, and indexes of their words.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::os::unix::fs::FileExt as _;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::disk::{named, wipe, zero};
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

/// What of a person who is being destroyed may still stand on the disk.
#[derive(Debug)]
struct Leaving {
    at: u64,
    length: u64,
    /// His postings in each finger's sealed index.
    places: Vec<Vec<usize>>,
}

/// A block of people.
#[derive(Debug)]
pub(crate) struct Block {
    path: PathBuf,
    log: File,
    pub(crate) contents: Contents,
    /// Its index is in its file.
    pub(crate) sealed: bool,
    /// No search finds them any more; an overwriting that the disk refused is tried again.
    leaving: BTreeMap<u16, Leaving>,
}

/// The words of an entry's written form.
pub(crate) fn spoken(person: PersonId, entry: &[u8]) -> Result<Spoken, GalleryError> {
    let prints = prints(entry).map_err(|error| GalleryError::Template(person, error))?;
    Ok(prints.iter().map(|(position, template)| (position.place(), words::kept(template))).collect())
}

impl Block {
    fn log(folder: &Path, number: u32) -> PathBuf {
        folder.join(format!("block-{number:05}.log"))
    }

    /// How many blocks a folder has.
    pub(crate) fn count(folder: &Path) -> Result<u32, GalleryError> {
        let failed = |error| GalleryError::Disk(folder.to_path_buf(), error);
        let mut count = 0;
        for file in fs::read_dir(folder).map_err(failed)? {
            let name = file.map_err(failed)?.file_name();
            let number = name.to_str().and_then(|name| name.strip_prefix("block-")?.split('.').next());
            if let Some(number) = number.and_then(|digits| digits.parse::<u32>().ok()) {
                count = count.max(number.saturating_add(1));
            }
        }
        // without one of them everyone in it would be lost, and nothing would say so
        match (0..count).map(|number| Self::log(folder, number)).find(|log| !log.exists()) {
            Some(missing) => Err(GalleryError::Missing(missing)),
            None => Ok(count),
        }
    }

    fn over(path: PathBuf, create: bool) -> Result<Self, GalleryError> {
        let log = File::options().create(create).truncate(false).read(true).write(true).open(&path);
        match log {
            Ok(log) => Ok(Self { path, log, contents: empty(), sealed: false, leaving: BTreeMap::new() }),
            Err(error) => Err(GalleryError::Disk(path, error)),
        }
    }

    /// Makes an empty block.
    pub(crate) fn made(folder: &Path, number: u32) -> Result<Self, GalleryError> {
        let block = Self::over(Self::log(folder, number), true)?;
        named(&block.path).map_err(|error| block.disk(error))?;
        Ok(block)
    }

    /// Opens a block. `gone` are the slots of the destroyed; when `unfinished`, some of their bytes may still stand,
    /// and all is made from the log anew.
    pub(crate) fn open(
        folder: &Path,
        number: u32,
        last: bool,
        gone: &BTreeSet<u32>,
        unfinished: bool,
    ) -> Result<Self, GalleryError> {
        let mut block = Self::over(Self::log(folder, number), false)?;
        let kept = block.index();
        let full = kept.exists();
        let read = if full { block.kept(&kept)? } else { None };
        if let Some(contents) = read.filter(|_| !unfinished) {
            block.contents = contents;
            block.sealed = true;
        } else {
            // an index was written after all of the log, which is then not torn
            block.replay(last && !full, gone)?;
            // what stands there is damaged, half written, or has a destroyed person's words
            for stale in [kept.clone(), sealed::unready(&kept)] {
                wipe(&stale).map_err(|error| block.disk(error))?;
            }
        }
        for slot in gone {
            if let Some(seat) = block.contents.seats.get_mut(*slot as usize) {
                seat.length = 0;
            }
        }
        Ok(block)
    }

    fn index(&self) -> PathBuf {
        self.path.with_extension("index")
    }

    /// What the file of the index says; `None` where it is not whole and the log knows better.
    fn kept(&self, path: &Path) -> Result<Option<Contents>, GalleryError> {
        let read = sealed::read(path).map_err(|error| GalleryError::Disk(path.to_path_buf(), error))?;
        let Some(contents) = read else { return Ok(None) };
        let length = self.log.metadata().map_err(|error| self.disk(error))?.len();
        if length != contents.log_length {
            let at = length.min(contents.log_length);
            return Err(GalleryError::Damaged { file: self.path.clone(), at });
        }
        Ok(Some(contents))
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

    /// No one more will come: the indexes go to their file. Where the disk refuses it is tried again.
    pub(crate) fn seal(&mut self) -> Result<(), GalleryError> {
        let open = std::mem::take(&mut self.contents.indexes);
        self.contents.indexes = open.into_iter().map(Index::sealed).collect();
        sealed::write(&self.index(), &self.contents).map_err(|error| self.disk(error))?;
        self.sealed = true;
        Ok(())
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

    /// Overwrites a person's templates and words, in memory and in every file. What is in the files need not be sound
    /// for that. After an error nobody finds him, and it is to be called again.
    pub(crate) fn destroy(&mut self, slot: u16) -> Result<(), GalleryError> {
        self.hide(slot);
        let Some(leaving) = self.leaving.get(&slot) else { return Ok(()) };
        if self.sealed {
            sealed::overwrite(&self.index(), &self.contents, slot, &leaving.places)
                .map_err(|error| self.disk(error))?;
        }
        zero(&self.log, leaving.at, leaving.length)
            .and_then(|()| self.log.sync_all())
            .map_err(|error| self.disk(error))?;
        self.leaving.remove(&slot);
        Ok(())
    }

    /// Takes a person out of the memory, and keeps where he stands on the disk.
    fn hide(&mut self, slot: u16) {
        let at = usize::from(slot);
        let Some(seat) = self.contents.seats.get_mut(at).filter(|seat| seat.length > 0) else { return };
        let (from, length) = (seat.at, u64::from(seat.length));
        (seat.length, seat.sum) = (0, 0);
        for length in self.contents.lengths.iter_mut().filter_map(|all| all.get_mut(at)) {
            *length = 0;
        }
        let places = self.contents.indexes.iter_mut().map(|index| index.blank(slot)).collect();
        self.leaving.insert(slot, Leaving { at: from, length, places });
    }

    /// Bytes of its files.
    pub(crate) fn bytes(&self) -> u64 {
        let index = fs::metadata(self.index()).map_or(0, |data| data.len());
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
