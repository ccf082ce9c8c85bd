//! The gallery: blocks of people in one folder, open in one process.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use crate::block::{Block, Spoken, spoken};
use crate::entry::{Entry, PersonId};
use crate::error::GalleryError;
use crate::index::SLOTS;
use crate::ledger::Ledger;

/// A gallery of prints in a folder.
#[derive(Debug)]
pub struct Gallery {
    folder: PathBuf,
    people_a_block: usize,
    pub(crate) blocks: Vec<Block>,
    places: HashMap<PersonId, (u32, u16)>,
    ledger: Ledger,
    _lock: File,
}

/// How large a gallery is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Count {
    /// People with prints.
    pub people: usize,
    /// Bytes of memory.
    pub memory: usize,
    /// Bytes of the files.
    pub files: u64,
}

impl Gallery {
    /// Opens the gallery in a folder, which is made when it is not there.
    ///
    /// # Errors
    /// [`GalleryError`] when the disk says no, another process has it open, or acknowledged bytes are damaged.
    pub fn open(folder: &Path) -> Result<Self, GalleryError> {
        Self::with_blocks_of(folder, SLOTS)
    }

    /// As [`Gallery::open`], new blocks holding at most so many people. More than 16,383 do not fit.
    ///
    /// # Errors
    /// As [`Gallery::open`].
    pub fn with_blocks_of(folder: &Path, people: usize) -> Result<Self, GalleryError> {
        let failed = |error| GalleryError::Disk(folder.to_path_buf(), error);
        fs::create_dir_all(folder).map_err(failed)?;
        let lock = File::create(folder.join("lock")).map_err(failed)?;
        lock.try_lock().map_err(|_| GalleryError::Taken(folder.to_path_buf()))?;
        let mut ledger = Ledger::open(folder)?;
        let count = (0..).take_while(|number| Block::exists(folder, *number)).count() as u32;
        let blocks = (0..count.max(1)).into_par_iter().map(|number| {
            let of = |places: &BTreeSet<(u32, u32)>| -> BTreeSet<u32> {
                places.range((number, 0)..=(number, u32::MAX)).map(|(_, slot)| *slot).collect()
            };
            let unfinished = !of(&ledger.begun).is_empty();
            Block::open(folder, number, number + 1 == count.max(1), &of(&ledger.gone), unfinished)
        });
        let mut blocks = blocks.collect::<Result<Vec<Block>, GalleryError>>()?;
        let full = people.clamp(1, SLOTS);
        let last = blocks.len() - 1;
        for (number, block) in blocks.iter_mut().enumerate() {
            if !block.sealed && (number < last || block.contents.seats.len() >= full) {
                block.seal()?;
            }
        }
        for place in ledger.begun.clone() {
            ledger.done(place)?;
        }
        let mut places = HashMap::new();
        for (number, block) in (0..).zip(&blocks) {
            let seats = block.contents.seats.iter().zip(0..).filter(|(seat, _)| seat.length > 0);
            places.extend(seats.map(|(seat, slot)| (seat.person, (number, slot))));
        }
        Ok(Self { folder: folder.to_path_buf(), people_a_block: full, blocks, places, ledger, _lock: lock })
    }

    /// Whether a person has prints here.
    #[must_use]
    pub fn contains(&self, person: PersonId) -> bool {
        self.places.contains_key(&person)
    }

    /// How large it is.
    #[must_use]
    pub fn count(&self) -> Count {
        let table = self.places.capacity() * (size_of::<(PersonId, (u32, u16))>() + 1);
        Count {
            people: self.places.len(),
            memory: self.blocks.iter().map(Block::memory).sum::<usize>() + table,
            files: self.blocks.iter().map(Block::bytes).sum(),
        }
    }

    /// Enrols people. When it returns they are on the disk and found by the next search. A crash before leaves all
    /// of those of one block there or none: ask [`Gallery::contains`] and send the rest again.
    ///
    /// # Errors
    /// [`GalleryError`]; where an entry is at fault nobody is enrolled.
    pub fn enrol(&mut self, entries: &[Entry]) -> Result<(), GalleryError> {
        let mut new = HashSet::new();
        for entry in entries {
            if self.contains(entry.person) || !new.insert(entry.person) {
                return Err(GalleryError::Enrolled(entry.person));
            }
        }
        let ready = entries.par_iter().map(|entry| {
            let bytes = entry.to_bytes()?;
            let words = spoken(entry.person, &bytes)?;
            Ok((entry.person, bytes, words))
        });
        let mut ready: Vec<(PersonId, Vec<u8>, Spoken)> = ready.collect::<Result<_, GalleryError>>()?;
        while !ready.is_empty() {
            let number = self.room()?;
            let Some(block) = self.blocks.last_mut() else { break };
            let first = block.contents.seats.len();
            let after = ready.split_off(ready.len().min(self.people_a_block - first));
            let people: Vec<PersonId> = ready.iter().map(|(person, ..)| *person).collect();
            block.append(ready)?;
            let slots = (first as u16..).zip(people);
            self.places.extend(slots.map(|(slot, person)| (person, (number, slot))));
            ready = after;
        }
        Ok(())
    }

    /// The number of the last block, which has room.
    fn room(&mut self) -> Result<u32, GalleryError> {
        let number = self.blocks.len() as u32;
        let Some(last) = self.blocks.last_mut() else { return Ok(0) };
        if !last.sealed && last.contents.seats.len() < self.people_a_block {
            return Ok(number - 1);
        }
        if !last.sealed {
            last.seal()?;
        }
        self.blocks.push(Block::open(&self.folder, number, true, &BTreeSet::new(), false)?);
        Ok(number)
    }

    /// Destroys a person's prints: no search finds them, and their bytes are overwritten in every file of the
    /// gallery. `false` when there were none.
    ///
    /// # Errors
    /// [`GalleryError::Disk`]; then opening the gallery again finishes it.
    pub fn destroy(&mut self, person: PersonId) -> Result<bool, GalleryError> {
        let Some((number, slot)) = self.places.get(&person).copied() else { return Ok(false) };
        let place = (number, u32::from(slot));
        self.ledger.begin(place)?;
        self.places.remove(&person);
        if let Some(block) = self.blocks.get_mut(number as usize) {
            block.destroy(slot)?;
        }
        self.ledger.done(place)?;
        Ok(true)
    }

    /// Everyone here, in no order.
    pub fn people(&self) -> impl Iterator<Item = PersonId> + '_ {
        self.places.keys().copied()
    }
}
