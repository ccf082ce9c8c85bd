use std::path::Path;

use roznamcha_prints_gallery::{Gallery, Settings};

use crate::people::{card, entries, entry, person, taken};

/// How many of the prints' minutiae (four bytes each, of eight in a row) stand in any file of the folder.
fn traces(folder: &Path, number: u64) -> usize {
    let files: Vec<Vec<u8>> =
        std::fs::read_dir(folder).unwrap().map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect();
    (1..=3)
        .flat_map(|finger| {
            let bytes = taken(number, finger, 1).to_bytes().unwrap();
            bytes[12..].chunks_exact(8).map(<[u8]>::to_vec).collect::<Vec<_>>()
        })
        .filter(|run| files.iter().any(|file| file.windows(8).any(|window| window == run)))
        .count()
}

/// Bytes of the index files in which two galleries differ.
fn unlike(one: &Path, other: &Path) -> usize {
    let index = |folder: &Path| std::fs::read(folder.join("block-00000.index")).unwrap();
    index(one).iter().zip(index(other)).filter(|(a, b)| **a != *b).count()
}

#[test]
fn a_destroyed_persons_bytes_are_in_no_file_and_no_search_finds_him() {
    let folder = tempfile::tempdir().unwrap();
    let mut gallery = Gallery::with_blocks_of(folder.path(), 20).unwrap();
    gallery.enrol(&entries(0..30, 3)).unwrap();
    // one in a full block with its index on the disk, one in the block that grows
    for number in [7, 25] {
        assert!(traces(folder.path(), number) > 20);
        let before = std::fs::read(folder.path().join("block-00000.index")).unwrap();
        assert!(gallery.destroy(person(number)).unwrap());
        assert_eq!(traces(folder.path(), number), 0);
        let after = std::fs::read(folder.path().join("block-00000.index")).unwrap();
        assert_eq!(before.len(), after.len());
        assert_eq!(before != after, number == 7);
        let nobody = |gallery: &Gallery| {
            let found = gallery.search(&card(number, 3), &Settings::default()).unwrap();
            assert!(found.iter().all(|candidate| candidate.person != person(number)));
            assert!(!gallery.contains(person(number)));
        };
        nobody(&gallery);
        drop(gallery);
        gallery = Gallery::with_blocks_of(folder.path(), 20).unwrap();
        nobody(&gallery);
        assert_eq!(traces(folder.path(), number), 0);
        assert!(!gallery.destroy(person(number)).unwrap());
    }
    assert_eq!(gallery.count().people, 28);
    let found = gallery.search(&card(8, 3), &Settings::default()).unwrap();
    assert_eq!(found[0].person, person(8));
    // he may come again, under a new legal basis
    gallery.enrol(&[entry(7, 3)]).unwrap();
    let found = gallery.search(&card(7, 3), &Settings::default()).unwrap();
    assert_eq!(found[0].person, person(7));
}

#[test]
fn an_index_rebuilt_from_the_log_is_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let (kept, rebuilt) = (folder.path().join("kept"), folder.path().join("rebuilt"));
    for path in [&kept, &rebuilt] {
        let gallery = Gallery::with_blocks_of(path, 20).unwrap();
        gallery.enrol(&entries(0..20, 3)).unwrap();
    }
    drop(Gallery::with_blocks_of(&kept, 20).unwrap());
    std::fs::remove_file(rebuilt.join("block-00000.index")).ok();
    drop(Gallery::with_blocks_of(&rebuilt, 20).unwrap());
    assert_eq!(unlike(&kept, &rebuilt), 0);
}
