//! Who was destroyed: written before the first byte is overwritten and after the last, so that a destruction that a
//! crash interrupts is finished when the gallery is opened again. It names places and persons, and holds no print.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use crate::disk::named;
use crate::error::GalleryError;

const LINE: usize = 16;
const BEGUN: u32 = 1;
const DONE: u32 = 2;

/// Block and slot of a person.
pub(crate) type Place = (u32, u32);

/// The ledger of destructions.
#[derive(Debug)]
pub(crate) struct Ledger {
    path: PathBuf,
    file: File,
    /// Every place whose prints were or are being destroyed.
    pub(crate) gone: std::collections::BTreeSet<Place>,
    /// Those not yet done.
    pub(crate) begun: std::collections::BTreeSet<Place>,
}

impl Ledger {
    pub(crate) fn open(folder: &Path) -> Result<Self, GalleryError> {
        let path = folder.join("destroyed");
        let failed = |error| GalleryError::Disk(path.clone(), error);
        let file = File::options().create(true).append(true).open(&path).map_err(failed)?;
        named(&path).map_err(failed)?;
        let bytes = fs::read(&path).map_err(failed)?;
        let mut ledger = Self { path: path.clone(), file, gone: [].into(), begun: [].into() };
        let (lines, torn) = bytes.as_chunks::<LINE>();
        for (number, line) in lines.iter().enumerate() {
            let Some((state, place)) = read(line) else {
                return Err(GalleryError::Damaged { file: path, at: (number * LINE) as u64 });
            };
            ledger.note(state, place);
        }
        if !torn.is_empty() {
            // a line cut short was never acknowledged
            ledger.file.set_len((lines.len() * LINE) as u64).map_err(failed)?;
        }
        Ok(ledger)
    }

    pub(crate) fn begin(&mut self, place: Place) -> Result<(), GalleryError> {
        self.write(BEGUN, place)
    }

    pub(crate) fn done(&mut self, place: Place) -> Result<(), GalleryError> {
        self.write(DONE, place)
    }

    fn write(&mut self, state: u32, place: Place) -> Result<(), GalleryError> {
        let mut line: Vec<u8> =
            [state, place.0, place.1].iter().flat_map(|part| part.to_be_bytes()).collect();
        let sum = crc32fast::hash(&line);
        line.extend_from_slice(&sum.to_be_bytes());
        let written = self.file.write_all(&line).and_then(|()| self.file.sync_all());
        written.map_err(|error| GalleryError::Disk(self.path.clone(), error))?;
        self.note(state, place);
        Ok(())
    }

    fn note(&mut self, state: u32, place: Place) {
        self.gone.insert(place);
        if state == DONE {
            self.begun.remove(&place);
        } else {
            self.begun.insert(place);
        }
    }
}

fn read(line: &[u8; LINE]) -> Option<(u32, Place)> {
    let (said, sum) = line.split_last_chunk::<4>()?;
    (crc32fast::hash(said) == u32::from_be_bytes(*sum)).then_some(())?;
    let mut parts = said.as_chunks::<4>().0.iter().map(|four| u32::from_be_bytes(*four));
    let (state, block, slot) = (parts.next()?, parts.next()?, parts.next()?);
    (state == BEGUN || state == DONE).then_some((state, (block, slot)))
}
