//! What is sealed comes back, in any range, and nothing else does.

use proptest::prelude::*;
use roznamcha_files::{Area, Folder, Key, Sealed, open_range, place, sealed_len};
use std::io::Read;

fn put(area: &dyn Area, name: &str, key: &Key, bytes: &[u8]) {
    let size = bytes.len() as u64;
    let mut sealed = Sealed::new(bytes, size, key).unwrap();
    area.put(name, sealed_len(size), &mut sealed).unwrap();
}

fn read(area: &dyn Area, name: &str, key: &Key, size: usize, from: u64, len: u64) -> Option<Vec<u8>> {
    let mut out = Vec::new();
    let mut opened = open_range(area, name, key, size as u64, from, len).ok()?;
    opened.read_to_end(&mut out).ok()?;
    Some(out)
}

fn bytes(size: usize) -> Vec<u8> {
    (0..size).map(|i| (i * 7 + i / 251) as u8).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn any_range_comes_back(size in 0_usize..300_000, from in 0_u64..310_000, len in 0_u64..310_000) {
        let dir = tempfile::tempdir().unwrap();
        let area = Folder::open(dir.path()).unwrap();
        let (name, key, plain) = (place().unwrap(), Key::new().unwrap(), bytes(size));
        put(&area, &name, &key, &plain);
        let start = (from as usize).min(size);
        let end = (start + len as usize).min(size);
        prop_assert_eq!(read(&area, &name, &key, size, from, len), Some(plain[start..end].to_vec()));
    }
}

#[test]
fn at_the_edges_of_segments() {
    let dir = tempfile::tempdir().unwrap();
    let area = Folder::open(dir.path()).unwrap();
    for size in [0, 1, 65_535, 65_536, 65_537, 131_072] {
        let (name, key, plain) = (place().unwrap(), Key::new().unwrap(), bytes(size));
        put(&area, &name, &key, &plain);
        assert_eq!(area.list(&name).unwrap()[0].size, sealed_len(size as u64));
        assert_eq!(read(&area, &name, &key, size, 0, size as u64), Some(plain), "{size}");
    }
}

#[test]
fn a_changed_cut_or_exchanged_object_is_not_read() {
    let dir = tempfile::tempdir().unwrap();
    let area = Folder::open(dir.path()).unwrap();
    let (name, key, size) = (place().unwrap(), Key::new().unwrap(), 150_000);
    put(&area, &name, &key, &bytes(size));
    let mut object = Vec::new();
    area.get(&name, 0, 1 << 20).unwrap().read_to_end(&mut object).unwrap();
    let whole = |object: &[u8], key: &Key| {
        area.put(&name, object.len() as u64, &mut &*object).unwrap();
        read(&area, &name, key, size, 0, size as u64)
    };
    assert!(whole(&object, &key).is_some());
    assert!(whole(&object, &Key::new().unwrap()).is_none(), "another key");
    for at in (0..object.len()).step_by(9_973) {
        let mut changed = object.clone();
        changed[at] ^= 1;
        assert!(whole(&changed, &key).is_none(), "byte {at}");
    }
    for cut in [0, 5, 9, 9 + 65_552, object.len() - 1] {
        assert!(whole(&object[..cut], &key).is_none(), "cut at {cut}");
    }
    let (first, second) = (9..9 + 65_552, 9 + 65_552..9 + 2 * 65_552);
    let swapped = [&object[..9], &object[second.clone()], &object[first], &object[second.end..]].concat();
    assert!(whole(&swapped, &key).is_none(), "segments exchanged");
}

#[test]
fn nothing_of_the_words_is_in_the_object() {
    let dir = tempfile::tempdir().unwrap();
    let area = Folder::open(dir.path()).unwrap();
    let (name, key) = (place().unwrap(), Key::new().unwrap());
    let words = "Synthetic Qutbuddin at Synthetic Chowk. ".repeat(5_000);
    put(&area, &name, &key, words.as_bytes());
    let mut object = Vec::new();
    area.get(&name, 0, 1 << 20).unwrap().read_to_end(&mut object).unwrap();
    assert!(!object.windows(9).any(|w| w == b"Synthetic"));
}
