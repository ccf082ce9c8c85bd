//! A backup file: one header line of fixed length, then everything kept as gzipped lines. The header is readable with
//! `head -1`; it holds two hashes by which a restored database proves that it arrived whole.

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use roznamcha_journal::Hash;
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _, Seek as _, SeekFrom, Write};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

/// Bytes of the header line, its newline included.
const HEADER_BYTES: usize = 512;
/// What the file is.
const KIND: &str = "roznamcha-backup";
/// The version of the file's form.
const FORMAT: u32 = 1;

/// The header.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Always [`KIND`].
    pub kind: String,
    /// Always [`FORMAT`].
    pub format: u32,
    /// Version of the program that wrote it.
    pub version: String,
    /// Name of the node.
    pub node: String,
    /// The moment of the backup, RFC 3339.
    pub at: String,
    /// The same in milliseconds since 1970.
    pub at_ms: i64,
    /// Lines in it.
    pub lines: u64,
    /// SHA-256 over the lines: everything kept, as of one moment.
    pub kept: Hash,
    /// State hash (everything kept and every view) at that moment; none when others wrote meanwhile.
    pub state: Option<Hash>,
}

impl Header {
    /// A header to begin with; hashes and count are not known yet.
    pub fn begin(node: &str, now: roznamcha_acts::Moment) -> Self {
        Self {
            kind: KIND.to_owned(),
            format: FORMAT,
            version: env!("CARGO_PKG_VERSION").to_owned(),
            node: node.to_owned(),
            at: now.to_string(),
            at_ms: now.millis(),
            lines: 0,
            kept: Hash::ZERO,
            state: None,
        }
    }

    fn line(&self) -> io::Result<Vec<u8>> {
        let mut line = serde_json::to_vec(self)?;
        if line.len() >= HEADER_BYTES {
            return Err(io::Error::other("the name of the node is too long for a backup"));
        }
        line.resize(HEADER_BYTES - 1, b' ');
        line.push(b'\n');
        Ok(line)
    }
}

/// Hashes what goes through it to another writer; can be held by the store and by us.
pub struct Tee<W: Write>(Arc<Mutex<Inner<W>>>);

struct Inner<W: Write> {
    to: W,
    sha: Sha256,
}

impl<W: Write> Clone for Tee<W> {
    fn clone(&self) -> Self {
        Self(self.0.clone())
    }
}

impl<W: Write> Tee<W> {
    /// Begins.
    pub fn new(to: W) -> Self {
        Self(Arc::new(Mutex::new(Inner { to, sha: Sha256::new() })))
    }

    /// Ends, when the store has let go of its end: the writer and the hash.
    pub fn end(self) -> io::Result<(W, Hash)> {
        let inner =
            Arc::try_unwrap(self.0).map_err(|_| io::Error::other("the dump is still being written"))?;
        let inner = inner.into_inner().map_err(|_| io::Error::other("the dump's writer panicked"))?;
        Ok((inner.to, Hash(inner.sha.finalize().into())))
    }
}

impl<W: Write> Write for Tee<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let mut inner = self.0.lock().map_err(|_| io::Error::other("the dump's writer panicked"))?;
        let written = inner.to.write(bytes)?;
        inner.sha.update(bytes.get(..written).unwrap_or_default());
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.lock().map_err(|_| io::Error::other("the dump's writer panicked"))?.to.flush()
    }
}

/// Lines being read, hashed as they come.
pub struct Arriving {
    from: Box<dyn BufRead + Send>,
    sha: Arc<Mutex<Sha256>>,
}

/// The hash of what has arrived.
pub struct Arrived(Arc<Mutex<Sha256>>);

impl Arrived {
    /// Over all that was read so far.
    pub fn hash(&self) -> Hash {
        Hash(self.0.lock().unwrap_or_else(PoisonError::into_inner).clone().finalize().into())
    }
}

/// Lines that are hashed while somebody reads them, and their hash.
pub fn hashing(from: Box<dyn BufRead + Send>) -> (Box<dyn BufRead + Send>, Arrived) {
    let sha = Arc::new(Mutex::new(Sha256::new()));
    (Box::new(Arriving { from, sha: sha.clone() }), Arrived(sha))
}

impl io::Read for Arriving {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.fill_buf()?.read(buffer)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Arriving {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.from.fill_buf()
    }

    fn consume(&mut self, read: usize) {
        // What is consumed stands in the buffer still, so filling it reads nothing and cannot fail.
        if let Ok(bytes) = self.from.fill_buf() {
            let taken = bytes.get(..read).unwrap_or_default();
            self.sha.lock().unwrap_or_else(PoisonError::into_inner).update(taken);
        }
        self.from.consume(read);
    }
}

/// What a backup is written through.
pub type Packing = Tee<GzEncoder<File>>;

/// Begins a file: room for the header, then lines.
pub fn create(path: &Path, header: &Header) -> io::Result<Packing> {
    let mut how = File::options();
    how.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut how, 0o600);
    let mut file = how.open(path)?;
    file.write_all(&header.line()?)?;
    Ok(Tee::new(GzEncoder::new(file, Compression::fast())))
}

/// Ends the lines; gives the file and the hash of the lines.
pub fn end(packing: Packing) -> io::Result<(File, Hash)> {
    let (gz, kept) = packing.end()?;
    Ok((gz.finish()?, kept))
}

/// Puts the header, now known, in its place, and waits until the file is on disk.
pub fn seal(mut file: File, header: &Header) -> io::Result<u64> {
    file.seek(SeekFrom::Start(0))?;
    file.write_all(&header.line()?)?;
    file.sync_all()?;
    Ok(file.metadata()?.len())
}

/// Opens a file: the header, and the lines to come.
pub fn open(path: &Path) -> io::Result<(Header, Box<dyn BufRead + Send>)> {
    let mut file = File::open(path)?;
    let no_backup = || io::Error::new(io::ErrorKind::InvalidData, "this is not a backup");
    let mut line = vec![0; HEADER_BYTES];
    file.read_exact(&mut line).map_err(|_| no_backup())?;
    let header: Header = serde_json::from_slice(&line).map_err(|_| no_backup())?;
    if header.kind != KIND || header.format != FORMAT {
        return Err(no_backup());
    }
    if header.lines == 0 {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "this backup was never completed"));
    }
    let lines = BufReader::with_capacity(1 << 16, MultiGzDecoder::new(BufReader::new(file)));
    Ok((header, Box::new(lines)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use roznamcha_acts::Moment;

    #[test]
    fn lines_come_back_as_they_went() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("b");
        let mut header = Header::begin("node-1", Moment::from_millis(1_767_589_200_000).unwrap());
        let mut packing = create(&path, &header).unwrap();
        packing.write_all(b"one\ntwo\n").unwrap();
        assert!(open(&path).err().unwrap().to_string().contains("never completed"));
        let (file, kept) = end(packing).unwrap();
        assert_eq!(kept, Hash(Sha256::digest(b"one\ntwo\n").into()));
        (header.lines, header.kept) = (2, kept);
        seal(file, &header).unwrap();
        let (read, mut lines) = open(&path).unwrap();
        assert_eq!(read, header);
        let mut text = String::new();
        lines.read_to_string(&mut text).unwrap();
        assert_eq!(text, "one\ntwo\n");
        std::fs::write(&path, "something else").unwrap();
        assert!(open(&path).err().unwrap().to_string().contains("not a backup"));
    }
}
