//! What every area promises, and what a folder promises besides.

use roznamcha_files::{Area, AreaError, Folder, part, place, small};
use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

fn whole(area: &dyn Area, name: &str) -> Vec<u8> {
    let mut out = Vec::new();
    area.get(name, 0, 1 << 20).unwrap().read_to_end(&mut out).unwrap();
    out
}

/// A body that breaks off.
struct Broken(usize);

impl Read for Broken {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.0 == 0 {
            return Err(io::Error::other("the line went dead"));
        }
        let n = buffer.len().min(self.0);
        self.0 -= n;
        Ok(n)
    }
}

/// The promises of every area.
pub fn keeps_its_promises(area: &dyn Area) {
    let (one, two) = (place().unwrap(), place().unwrap());
    assert!(matches!(area.get(&one, 0, 10).err(), Some(AreaError::Missing(_))));
    area.put(&one, 5, &mut &b"hello"[..]).unwrap();
    area.put(&two, 3, &mut &b"two"[..]).unwrap();
    assert_eq!(whole(area, &one), b"hello");
    let mut range = Vec::new();
    area.get(&one, 1, 3).unwrap().read_to_end(&mut range).unwrap();
    assert_eq!(range, b"ell");
    // Put again, it is the new one.
    area.put(&one, 3, &mut &b"bye"[..]).unwrap();
    assert_eq!(whole(area, &one), b"bye");
    for (offset, text) in [(0, "a"), (1_000_000, "b"), (2, "c")] {
        area.put(&part(&one, offset), 1, &mut text.as_bytes()).unwrap();
    }
    area.put(&small(&one), 1, &mut &b"s"[..]).unwrap();
    let names: Vec<String> = area.list(&one).unwrap().into_iter().map(|h| h.name).collect();
    assert_eq!(names, [one.clone(), part(&one, 0), part(&one, 2), part(&one, 1_000_000), small(&one)]);
    assert_eq!(area.list("").unwrap().len(), 6);
    assert_eq!(area.list(&two).unwrap()[0].size, 3);
    // A body that breaks off, or is shorter than promised, leaves what stood.
    assert!(area.put(&two, 100_000, &mut Broken(70_000)).is_err());
    assert!(area.put(&two, 100, &mut &b"short"[..]).is_err());
    assert_eq!(whole(area, &two), b"two");
    for name in names {
        area.remove(&name).unwrap();
        area.remove(&name).unwrap();
    }
    assert_eq!(area.list("").unwrap().len(), 1);
    for bad in ["", "x", "../../etc/passwd", "aa/bb", &format!("{two}/x"), &format!("{two}.x")] {
        assert!(matches!(area.put(bad, 1, &mut &b"x"[..]), Err(AreaError::Name(_))), "{bad}");
        assert!(matches!(area.get(bad, 0, 1).err(), Some(AreaError::Name(_))), "{bad}");
        assert!(matches!(area.remove(bad), Err(AreaError::Name(_))), "{bad}");
    }
}

#[test]
fn a_folder_keeps_its_promises() {
    let dir = tempfile::tempdir().unwrap();
    keeps_its_promises(&Folder::open(dir.path()).unwrap());
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        if entry.path().is_dir() { all.extend(files(&entry.path())) } else { all.push(entry.path()) }
    }
    all
}

#[test]
fn a_body_that_is_not_as_promised_leaves_no_file() {
    let dir = tempfile::tempdir().unwrap();
    let area = Folder::open(dir.path()).unwrap();
    assert!(area.put(&place().unwrap(), 100_000, &mut Broken(70_000)).is_err());
    assert!(area.put(&place().unwrap(), 2, &mut &b"long"[..]).is_err());
    assert_eq!(files(dir.path()), Vec::<PathBuf>::new());
}

#[cfg(unix)]
#[test]
fn only_the_owner_may_read() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("files");
    let area = Folder::open(&root).unwrap();
    area.put(&place().unwrap(), 1, &mut &b"x"[..]).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let found = files(&root);
    assert_eq!(found.len(), 1);
    assert_eq!(mode(&found[0]), 0o600);
    let folders = found[0].ancestors().skip(1).take(3);
    assert!(folders.into_iter().all(|f| mode(f) == 0o700));
}

#[test]
fn what_a_killed_process_left_is_swept_when_it_is_old() {
    let dir = tempfile::tempdir().unwrap();
    let left = dir.path().join("begun").join("left");
    Folder::open(dir.path()).unwrap();
    fs::write(&left, b"half").unwrap();
    Folder::open(dir.path()).unwrap();
    assert!(left.exists(), "it may be another process's");
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(2 * 24 * 3600);
    fs::File::options().write(true).open(&left).unwrap().set_modified(old).unwrap();
    Folder::open(dir.path()).unwrap();
    assert!(!left.exists());
}
