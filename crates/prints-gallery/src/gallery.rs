//! The gallery: blocks of people in one folder, open in one process, used by many threads.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use rayon::prelude::*;
use roznamcha_prints::Template;

use crate::block::{Block, Spoken, spoken};
use crate::disk::named;
use crate::entry::{Entry, PersonId, Position, prints};
use crate::error::GalleryError;
use crate::index::SLOTS;
use crate::ledger::Ledger;

/// A block that a search may read while another one grows.
pub(crate) type Shared = Arc<RwLock<Block>>;

/// A gallery of prints in a folder. Every method takes `&self`: threads share it, and a search does not keep an
/// enrolment or a destruction waiting.
#[derive(Debug)]
pub struct Gallery {
    folder: PathBuf,
    people_a_block: usize,
    blocks: RwLock<Vec<Shared>>,
    book: Mutex<Book>,
    _lock: File,
}

/// Who is where, and who was destroyed. One writer holds it at a time.
#[derive(Debug)]
struct Book {
    places: HashMap<PersonId, (u32, u16)>,
    ledger: Ledger,
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
        named(folder).map_err(failed)?;
        lock.try_lock().map_err(|error| match error {
            TryLockError::WouldBlock => GalleryError::Taken(folder.to_path_buf()),
            TryLockError::Error(error) => failed(error),
        })?;
        let mut ledger = Ledger::open(folder)?;
        let blocks = opened(folder, &ledger, people.clamp(1, SLOTS))?;
        for place in ledger.begun.clone() {
            ledger.done(place)?;
        }
        let mut places = HashMap::new();
        for (number, block) in (0..).zip(&blocks) {
            let seats = block.contents.seats.iter().zip(0..).filter(|(seat, _)| seat.length > 0);
            places.extend(seats.map(|(seat, slot)| (seat.person, (number, slot))));
        }
        Ok(Self {
            folder: folder.to_path_buf(),
            people_a_block: people.clamp(1, SLOTS),
            blocks: RwLock::new(blocks.into_iter().map(|block| Arc::new(RwLock::new(block))).collect()),
            book: Mutex::new(Book { places, ledger }),
            _lock: lock,
        })
    }

    /// Whether a person has prints here.
    #[must_use]
    pub fn contains(&self, person: PersonId) -> bool {
        self.book().places.contains_key(&person)
    }

    /// Everyone here, in rising order.
    #[must_use]
    pub fn people(&self) -> Vec<PersonId> {
        let mut people: Vec<PersonId> = self.book().places.keys().copied().collect();
        people.sort_unstable();
        people
    }

    /// A person's prints as they were enrolled; `None` for who is not here.
    ///
    /// # Errors
    /// [`GalleryError`] when they cannot be read, or are no longer what was written.
    pub fn prints(&self, person: PersonId) -> Result<Option<Vec<(Position, Template)>>, GalleryError> {
        let Some((number, slot)) = self.book().places.get(&person).copied() else { return Ok(None) };
        let Some(block) = self.blocks().get(number as usize).cloned() else { return Ok(None) };
        let Some((_, entry)) = read(&block).entry(slot)? else { return Ok(None) };
        prints(&entry).map(Some).map_err(|error| GalleryError::Template(person, error))
    }

    /// How large it is.
    #[must_use]
    pub fn count(&self) -> Count {
        let (people, room) = {
            let book = self.book();
            (book.places.len(), book.places.capacity())
        };
        let blocks = self.blocks();
        Count {
            people,
            memory: blocks.iter().map(|block| read(block).memory()).sum::<usize>()
                + room * (size_of::<(PersonId, (u32, u16))>() + 1),
            files: blocks.iter().map(|block| read(block).bytes()).sum(),
        }
    }

    /// Enrols people. When it returns they are on the disk and found by the next search. A crash before leaves all
    /// of those of one block there or none: ask [`Gallery::contains`] and send the rest again.
    ///
    /// # Errors
    /// [`GalleryError`]; where an entry is at fault nobody is enrolled.
    pub fn enrol(&self, entries: &[Entry]) -> Result<(), GalleryError> {
        let ready = entries.par_iter().map(|entry| {
            let bytes = entry.to_bytes()?;
            let words = spoken(entry.person, &bytes)?;
            Ok((entry.person, bytes, words))
        });
        let mut ready: Vec<(PersonId, Vec<u8>, Spoken)> = ready.collect::<Result<_, GalleryError>>()?;
        let mut book = self.book();
        let mut new = HashSet::new();
        for entry in entries {
            if book.places.contains_key(&entry.person) || !new.insert(entry.person) {
                return Err(GalleryError::Enrolled(entry.person));
            }
        }
        while !ready.is_empty() {
            let (number, shared) = self.with_room()?;
            let mut block = write(&shared);
            let first = block.contents.seats.len();
            let after = ready.split_off(ready.len().min(self.people_a_block - first));
            let people: Vec<PersonId> = ready.iter().map(|(person, ..)| *person).collect();
            block.append(ready)?;
            let slots = (first as u16..).zip(people);
            book.places.extend(slots.map(|(slot, person)| (person, (number, slot))));
            ready = after;
        }
        Ok(())
    }

    /// The last block and its number; a new one where the last is full.
    fn with_room(&self) -> Result<(u32, Shared), GalleryError> {
        let (count, last) = {
            let blocks = self.blocks();
            (blocks.len() as u32, blocks.last().cloned())
        };
        if let Some(last) = last {
            let mut block = write(&last);
            if !block.sealed && block.contents.seats.len() < self.people_a_block {
                drop(block);
                return Ok((count - 1, last));
            }
            if !block.sealed {
                block.seal()?;
            }
        }
        let made = Block::made(&self.folder, count)?;
        let made = Arc::new(RwLock::new(made));
        write(&self.blocks).push(Arc::clone(&made));
        Ok((count, made))
    }

    /// Destroys a person's prints: no search finds them, and their bytes are overwritten in every file of the
    /// gallery. `false` when there were none.
    ///
    /// # Errors
    /// [`GalleryError::Disk`]; then no search finds them, [`Gallery::contains`] still says `true`, and destroying them
    /// again, or opening the gallery again, finishes it.
    pub fn destroy(&self, person: PersonId) -> Result<bool, GalleryError> {
        let mut book = self.book();
        let Some((number, slot)) = book.places.get(&person).copied() else { return Ok(false) };
        let place = (number, u32::from(slot));
        book.ledger.begin(place)?;
        let block = self.blocks().get(number as usize).cloned();
        if let Some(block) = block {
            write(&block).destroy(slot)?;
        }
        book.ledger.done(place)?;
        book.places.remove(&person);
        Ok(true)
    }

    pub(crate) fn blocks(&self) -> RwLockReadGuard<'_, Vec<Shared>> {
        read(&self.blocks)
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The folder's blocks, every full one with its index in a file.
fn opened(folder: &Path, ledger: &Ledger, full: usize) -> Result<Vec<Block>, GalleryError> {
    let count = Block::count(folder)?;
    if count == 0 {
        return Ok(vec![Block::made(folder, 0)?]);
    }
    let blocks = (0..count).into_par_iter().map(|number| {
        let of = |places: &BTreeSet<(u32, u32)>| -> BTreeSet<u32> {
            places.range((number, 0)..=(number, u32::MAX)).map(|(_, slot)| *slot).collect()
        };
        let (last, unfinished) = (number + 1 == count, !of(&ledger.begun).is_empty());
        let mut block = Block::open(folder, number, last, &of(&ledger.gone), unfinished)?;
        if !block.sealed && (!last || block.contents.seats.len() >= full) {
            block.seal()?;
        }
        Ok(block)
    });
    blocks.collect()
}

/// Nothing here panics while it holds a lock, so what another thread left is whole.
pub(crate) fn read<T>(shared: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    shared.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<T>(shared: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    shared.write().unwrap_or_else(PoisonError::into_inner)
}
