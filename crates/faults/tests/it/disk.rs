//! What a disk holds after a power cut, rebuilt from a trace of the calls that wrote to it: everything that a finished
//! sync covers, and of the rest any part, to the sector.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A disk writes a sector whole or not at all.
const SECTOR: usize = 512;

/// Something that reached for the disk, or told the world.
#[derive(Debug)]
enum What {
    Write {
        at: usize,
        bytes: Vec<u8>,
    },
    Size(usize),
    Gone,
    Sync,
    /// An act acknowledged over the network.
    Told(String),
}

/// A call, from the line of the trace where it began to the one where it was done.
#[derive(Debug)]
struct Call {
    file: PathBuf,
    what: What,
    begun: usize,
    done: usize,
}

/// The calls of a server's life in order, over the files as they were before.
pub struct Tape {
    calls: Vec<Call>,
    before: BTreeMap<PathBuf, Vec<u8>>,
}

/// Chance that can be had again by its seed (splitmix64).
pub struct Chance(u64);

impl Chance {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `n`.
    pub fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % n as u64).unwrap()
    }
}

impl Tape {
    /// Reads a trace (`strace -y -xx`) of a server whose files stand in `folder` and were, before, as in `before`.
    pub fn read(log: &str, folder: &Path, before: BTreeMap<PathBuf, Vec<u8>>) -> Self {
        let mut calls: Vec<Call> = Vec::new();
        let mut waiting: BTreeMap<&str, usize> = BTreeMap::new();
        for (line, text) in log.lines().enumerate() {
            let Some((thread, rest)) = text.split_once(' ') else { continue };
            let rest = rest.trim_start();
            if rest.starts_with("<...") {
                // The end of a call that another thread's line had cut in two.
                if let Some(call) = waiting.remove(thread) {
                    calls[call].done = if failed(rest) { usize::MAX } else { line };
                }
                continue;
            }
            let Some(mut call) = parse(rest, folder) else { continue };
            (call.begun, call.done) = (line, line);
            if rest.ends_with("<unfinished ...>") {
                call.done = usize::MAX;
                waiting.insert(thread, calls.len());
            } else if failed(rest) {
                continue;
            }
            calls.push(call);
        }
        Self { calls, before }
    }

    /// The lines of the trace at which something was told or a sync ended: the worst moments.
    pub fn moments(&self) -> Vec<usize> {
        let told = self.calls.iter().filter(|c| matches!(c.what, What::Told(_))).map(|c| c.begun);
        let synced = self.calls.iter().filter(|c| matches!(c.what, What::Sync) && c.done < usize::MAX);
        let around = synced.flat_map(|c| [c.done - 1, c.done]);
        told.chain(around).collect()
    }

    /// The last line that matters.
    pub fn end(&self) -> usize {
        self.calls.last().map_or(0, |c| c.begun)
    }

    /// How many writes, syncs and acknowledgements there are.
    pub fn counts(&self) -> (usize, usize, usize) {
        let count = |f: fn(&What) -> bool| self.calls.iter().filter(|c| f(&c.what)).count();
        (
            count(|w| matches!(w, What::Write { .. })),
            count(|w| matches!(w, What::Sync)),
            count(|w| matches!(w, What::Told(_))),
        )
    }

    /// Acts acknowledged up to that line.
    pub fn told(&self, cut: usize) -> BTreeSet<&str> {
        let until = self.calls.iter().filter(|c| c.begun <= cut);
        until.filter_map(|c| if let What::Told(id) = &c.what { Some(id.as_str()) } else { None }).collect()
    }

    /// Whether a sync that had ended before the cut began after this call was done.
    fn is_kept(&self, call: &Call, cut: usize) -> bool {
        // A file's disappearance is kept by a sync of its folder.
        let place = match call.what {
            What::Gone => call.file.parent().unwrap(),
            _ => &call.file,
        };
        let covers = |s: &&Call| matches!(s.what, What::Sync) && s.file == place && s.begun > call.done;
        self.calls.iter().filter(covers).any(|s| s.done <= cut)
    }

    /// The files as a cut at that line could leave them. A disk that lies keeps nothing for certain.
    pub fn image(&self, cut: usize, chance: &mut Chance, lies: bool) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = self.before.clone();
        for call in self.calls.iter().filter(|c| c.begun <= cut) {
            let kept = !lies && self.is_kept(call, cut);
            match &call.what {
                What::Write { at, bytes } => {
                    let file = files.entry(call.file.clone()).or_default();
                    for part in parts(bytes.len(), *at, kept, chance) {
                        put(file, at + part.start, &bytes[part]);
                    }
                }
                What::Size(len) if kept || chance.below(2) == 0 => {
                    files.entry(call.file.clone()).or_default().resize(*len, 0);
                }
                What::Gone if kept || chance.below(2) == 0 => {
                    files.remove(&call.file);
                }
                _ => {}
            }
        }
        files
    }
}

/// Which parts of a write are on the disk: all of one that is kept; of another all, nothing, a beginning or any
/// sectors.
fn parts(len: usize, at: usize, kept: bool, chance: &mut Chance) -> Vec<std::ops::Range<usize>> {
    let fate = if kept { 0 } else { chance.below(4) };
    let bounds: Vec<usize> =
        std::iter::once(0).chain((1..len).filter(|i| (at + i).is_multiple_of(SECTOR))).chain([len]).collect();
    let sectors = bounds.windows(2).map(|w| w[0]..w[1]);
    match fate {
        0 => sectors.collect(),
        1 => Vec::new(),
        2 => sectors.take(chance.below(bounds.len())).collect(),
        _ => sectors.filter(|_| chance.below(2) == 0).collect(),
    }
}

fn put(file: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    if file.len() < at + bytes.len() {
        file.resize(at + bytes.len(), 0);
    }
    file[at..at + bytes.len()].copy_from_slice(bytes);
}

fn failed(line: &str) -> bool {
    // The result of a call whose line was cut in two is set apart by any number of blanks.
    let result = line.rsplit_once(" = ").filter(|(call, _)| call.trim_end().ends_with(')'));
    result.is_none_or(|(_, result)| result.starts_with('-') || result.starts_with('?'))
}

/// A call by its line. What is not of this folder is of no concern, but for the acknowledgements.
fn parse(line: &str, folder: &Path) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let strings = strings(rest);
    let file = match rest.split_once('<') {
        Some((fd, path)) if fd.chars().all(|c| c.is_ascii_digit()) => {
            PathBuf::from(String::from_utf8(unhex(path.split_once('>')?.0)).ok()?)
        }
        _ => PathBuf::from(String::from_utf8(strings.first()?.clone()).ok()?),
    };
    let number = |nth: usize| -> usize {
        let plain = rest.trim_end_matches(" <unfinished ...>");
        let plain = plain.rsplit_once(") = ").map_or(plain, |(args, _)| args);
        plain.rsplit(", ").nth(nth).unwrap().trim_end_matches(')').parse().unwrap()
    };
    let what = match name {
        "write" | "writev" | "sendto" | "sendmsg" if !file.starts_with(folder) => What::Told(told(&strings)?),
        _ if !file.starts_with(folder) || file.to_string_lossy().ends_with("-shm") => return None,
        "pwrite64" => What::Write { at: number(0), bytes: strings.first()?.clone() },
        "ftruncate" => What::Size(number(0)),
        "fsync" | "fdatasync" => What::Sync,
        "unlink" => What::Gone,
        other => panic!("the server writes to {} by `{other}`: teach this room", file.display()),
    };
    Some(Call { file, what, begun: 0, done: 0 })
}

/// The act that an answer acknowledges.
fn told(strings: &[Vec<u8>]) -> Option<String> {
    let text = String::from_utf8_lossy(&strings.concat()).into_owned();
    let answer = text.strip_prefix("HTTP/1.1 20")?;
    let (_, id) = answer.split_once("\"act\":\"")?;
    Some(id.split_once('"')?.0.to_owned())
}

/// Everything between quotation marks; strace was told to write it all in hexadecimal.
fn strings(text: &str) -> Vec<Vec<u8>> {
    text.split('"').skip(1).step_by(2).map(unhex).collect()
}

fn unhex(text: &str) -> Vec<u8> {
    text.split("\\x").skip(1).map(|pair| u8::from_str_radix(pair, 16).unwrap()).collect()
}

#[test]
fn a_trace_is_read_and_a_sync_covers_what_was_done_before_it_began() {
    let hex = |text: &str| text.bytes().map(|b| format!("\\x{b:02x}")).collect::<String>();
    let (file, socket) = (hex("/d/a.db"), hex("socket:[1]"));
    let answer = hex("HTTP/1.1 201 Created\r\n\r\n{\"act\":\"one\"}");
    let log = format!(
        "1 pwrite64(3<{file}>, \"{}\", 2, 0) = 2\n\
         1 fdatasync(3<{file}> <unfinished ...>\n\
         2 pwrite64(3<{file}>, \"{}\", 2, 2) = 2\n\
         1 <... fdatasync resumed>)       = 0\n\
         1 sendto(9<{socket}>, \"{answer}\", 40, MSG_NOSIGNAL, NULL, 0) = 40\n\
         1 ftruncate(3<{file}>, 3) = 0\n",
        hex("ab"),
        hex("cd"),
    );
    let before = BTreeMap::from([(PathBuf::from("/d/a.db"), b"xxxx".to_vec())]);
    let tape = Tape::read(&log, Path::new("/d"), before);
    assert_eq!(tape.counts(), (2, 1, 1));
    assert_eq!(tape.told(4), BTreeSet::from(["one"]));
    assert!(tape.told(3).is_empty());
    let mut seen = BTreeSet::new();
    for seed in 0..200 {
        let image = tape.image(4, &mut Chance::new(seed), false);
        let bytes = image[Path::new("/d/a.db")].clone();
        seen.insert(String::from_utf8(bytes).unwrap());
    }
    let seen: Vec<&str> = seen.iter().map(String::as_str).collect();
    assert_eq!(seen, ["abcd", "abxx"], "the first write is kept, the second may be");
    let early: BTreeSet<Vec<u8>> = (0..200)
        .map(|seed| tape.image(2, &mut Chance::new(seed), false)[Path::new("/d/a.db")].clone())
        .collect();
    assert_eq!(early.len(), 4, "before the sync has ended nothing is certain");
}
