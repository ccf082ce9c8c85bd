//! Sealing: AES-256-GCM under a key for one file, in segments of 64 KiB, so that a range is read without the rest.
//!
//! An object is one byte (the form's version), eight bytes of chance, then segments: the words of each encrypted, and
//! 16 bytes that prove them. A segment's number is in its nonce and the last says that it is the last, so segments
//! cannot be exchanged, repeated or left out unnoticed.

use ring::aead::{AES_256_GCM, Aad, LessSafeKey, Nonce, UnboundKey};
use std::io::{self, Read};
use zeroize::Zeroizing;

use crate::{Area, AreaError};

const VERSION: u8 = 1;
const HEAD: u64 = 9;
const SEGMENT: u64 = 64 * 1024;
const PROOF: u64 = 16;

/// What went wrong with a sealed object.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// The area.
    #[error(transparent)]
    Area(#[from] AreaError),
    /// The object was changed, cut or exchanged, or the key is another's.
    #[error("the object was changed since it was written")]
    Changed,
    /// A key that is none.
    #[error("a key is 32 bytes")]
    Key,
}

/// The key of one file.
#[derive(Clone)]
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// A new key.
    ///
    /// # Errors
    /// [`AreaError::Unavailable`] when the machine has no chance to give.
    pub fn new() -> Result<Self, AreaError> {
        Ok(Self(Zeroizing::new(chance()?)))
    }

    /// A key kept.
    ///
    /// # Errors
    /// [`SealError::Key`].
    pub fn read(bytes: &[u8]) -> Result<Self, SealError> {
        Ok(Self(Zeroizing::new(bytes.try_into().map_err(|_| SealError::Key)?)))
    }

    /// The bytes to keep.
    pub fn bytes(&self) -> &[u8] {
        self.0.as_slice()
    }

    fn aead(&self) -> Result<LessSafeKey, SealError> {
        UnboundKey::new(&AES_256_GCM, self.bytes()).map(LessSafeKey::new).map_err(|_| SealError::Key)
    }
}

fn chance<const N: usize>() -> Result<[u8; N], AreaError> {
    let mut bytes = [0_u8; N];
    getrandom::fill(&mut bytes).map_err(|e| AreaError::Unavailable(format!("no chance to be had: {e}")))?;
    Ok(bytes)
}

fn segments(size: u64) -> u64 {
    size.div_ceil(SEGMENT).max(1)
}

/// How long an object is that seals so many bytes.
pub fn sealed_len(size: u64) -> u64 {
    HEAD + size + segments(size) * PROOF
}

fn nonce(salt: [u8; 8], number: u64) -> Result<Nonce, SealError> {
    let number = u32::try_from(number).map_err(|_| SealError::Changed)?;
    let mut bytes = [0_u8; 12];
    for (to, from) in bytes.iter_mut().zip(salt.iter().chain(number.to_be_bytes().iter())) {
        *to = *from;
    }
    Ok(Nonce::assume_unique_for_key(bytes))
}

/// Seals what it reads.
pub struct Sealed<R> {
    from: R,
    aead: LessSafeKey,
    salt: [u8; 8],
    left: u64,
    number: u64,
    out: Vec<u8>,
    given: usize,
    ended: bool,
}

impl<R: Read> Sealed<R> {
    /// A reader of the sealed object of exactly `size` bytes of `from`.
    ///
    /// # Errors
    /// [`SealError`] for want of chance.
    pub fn new(from: R, size: u64, key: &Key) -> Result<Self, SealError> {
        let salt: [u8; 8] = chance()?;
        let mut out = vec![VERSION];
        out.extend(salt);
        Ok(Self { from, aead: key.aead()?, salt, left: size, number: 0, out, given: 0, ended: false })
    }

    fn next(&mut self) -> io::Result<()> {
        let take = self.left.min(SEGMENT);
        self.out.clear();
        self.given = 0;
        let read = (&mut self.from).take(take).read_to_end(&mut self.out)?;
        if read as u64 != take {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the file is shorter than stated"));
        }
        self.left -= take;
        self.ended = self.left == 0;
        let bad = |_| io::Error::other("the file cannot be sealed");
        let nonce = nonce(self.salt, self.number).map_err(|_| io::Error::other("the file is too long"))?;
        let last = [u8::from(self.ended)];
        self.aead.seal_in_place_append_tag(nonce, Aad::from(last), &mut self.out).map_err(bad)?;
        self.number += 1;
        Ok(())
    }
}

impl<R: Read> Read for Sealed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.given >= self.out.len() && !self.ended {
            self.next()?;
        }
        let rest = self.out.get(self.given..).unwrap_or_default();
        let read = (&mut &*rest).read(buffer)?;
        self.given += read;
        Ok(read)
    }
}

/// Opens a range of a sealed object as it is read.
pub struct Opened {
    from: Box<dyn Read + Send>,
    aead: LessSafeKey,
    salt: [u8; 8],
    size: u64,
    number: u64,
    skip: usize,
    left: u64,
    out: Vec<u8>,
    given: usize,
}

/// Reads `len` bytes from `from` on of the file of `size` bytes that is sealed as `name`.
///
/// # Errors
/// [`SealError`]. An object found changed later is an error of reading.
pub fn open_range(
    area: &dyn Area,
    name: &str,
    key: &Key,
    size: u64,
    from: u64,
    len: u64,
) -> Result<Opened, SealError> {
    let from = from.min(size);
    let left = len.min(size - from);
    let mut head = Vec::new();
    area.get(name, 0, HEAD)?.read_to_end(&mut head).map_err(|_| SealError::Changed)?;
    let (version, salt) = head.split_first().ok_or(SealError::Changed)?;
    if *version != VERSION {
        return Err(SealError::Changed);
    }
    let salt = salt.try_into().map_err(|_| SealError::Changed)?;
    let number = (from / SEGMENT).min(segments(size) - 1);
    let start = HEAD + number * (SEGMENT + PROOF);
    let body = area.get(name, start, sealed_len(size).saturating_sub(start))?;
    let skip = usize::try_from(from - number * SEGMENT).unwrap_or(usize::MAX);
    let mut opened =
        Opened { from: body, aead: key.aead()?, salt, size, number, skip, left, out: Vec::new(), given: 0 };
    // The first segment is opened at once: what was changed is known before anything is answered.
    opened.next().map_err(|_| SealError::Changed)?;
    Ok(opened)
}

impl Opened {
    fn next(&mut self) -> io::Result<()> {
        let changed = || io::Error::new(io::ErrorKind::InvalidData, SealError::Changed.to_string());
        let count = segments(self.size);
        let words = if self.number + 1 == count { self.size - (count - 1) * SEGMENT } else { SEGMENT };
        self.out.clear();
        let read = (&mut self.from).take(words + PROOF).read_to_end(&mut self.out)?;
        if read as u64 != words + PROOF {
            return Err(changed());
        }
        let nonce = nonce(self.salt, self.number).map_err(|_| changed())?;
        let last = [u8::from(self.number + 1 == count)];
        let plain = self.aead.open_in_place(nonce, Aad::from(last), &mut self.out).map_err(|_| changed())?;
        let plain = plain.len();
        self.out.truncate(plain);
        self.given = std::mem::take(&mut self.skip).min(plain);
        self.number += 1;
        Ok(())
    }
}

impl Read for Opened {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Ok(0);
        }
        if self.given >= self.out.len() {
            self.next()?;
        }
        let rest = self.out.get(self.given..).unwrap_or_default();
        let read = rest.take(self.left).read(buffer)?;
        self.given += read;
        self.left -= read as u64;
        Ok(read)
    }
}
