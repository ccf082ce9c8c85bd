use std::path::Path;

use roznamcha_prints_gallery::{Gallery, GalleryError, Settings};

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
    let gallery = Gallery::with_blocks_of(folder.path(), 20).unwrap();
    // in several frames, and one more than fits, so that the first block is sealed as it grew
    for part in [0..7, 7..19, 19..21] {
        gallery.enrol(&entries(part, 3)).unwrap();
    }
    drop(gallery);
    let index = folder.path().join("block-00000.index");
    let kept = std::fs::read(&index).unwrap();
    std::fs::remove_file(&index).unwrap();
    drop(Gallery::with_blocks_of(folder.path(), 20).unwrap());
    assert!(kept == std::fs::read(&index).unwrap());
}

#[test]
fn a_destruction_that_the_disk_refused_is_said_hidden_and_done_when_it_is_asked_for_again() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::with_blocks_of(folder.path(), 20).unwrap();
    gallery.enrol(&entries(0..30, 3)).unwrap();
    let (index, aside) = (folder.path().join("block-00000.index"), folder.path().join("aside"));
    std::fs::rename(&index, &aside).unwrap();
    std::fs::create_dir(&index).unwrap();
    for _ in 0..2 {
        assert!(matches!(gallery.destroy(person(7)), Err(GalleryError::Disk(..))));
        assert!(gallery.contains(person(7)), "he is not destroyed");
        let found = gallery.search(&card(7, 3), &Settings::default()).unwrap();
        assert!(found.iter().all(|candidate| candidate.person != person(7)));
    }
    std::fs::remove_dir(&index).unwrap();
    std::fs::rename(&aside, &index).unwrap();
    assert!(traces(folder.path(), 7) > 20);
    let before = std::fs::read(&index).unwrap();
    assert!(gallery.destroy(person(7)).unwrap());
    assert!(!gallery.contains(person(7)));
    assert_eq!(traces(folder.path(), 7), 0);
    assert!(words_gone(&before, &std::fs::read(&index).unwrap()));
    drop(gallery);
    let gallery = Gallery::with_blocks_of(folder.path(), 20).unwrap();
    assert_eq!(gallery.count().people, 29);
}

/// Whether many places of an index's postings now hold nobody's slot.
fn words_gone(before: &[u8], after: &[u8]) -> bool {
    let changed = before.chunks_exact(2).zip(after.chunks_exact(2)).filter(|(a, b)| a != b);
    changed.filter(|(_, now)| **now == [0xff, 0x3f]).count() > 100
}

#[test]
fn prints_that_are_damaged_are_destroyed_as_well() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::with_blocks_of(folder.path(), 20).unwrap();
    gallery.enrol(&entries(0..30, 3)).unwrap();
    // one in a full block, one in the block that grows
    for (number, block) in [(7, "block-00000"), (25, "block-00001")] {
        let log = folder.path().join(block).with_extension("log");
        let index = folder.path().join(block).with_extension("index");
        let mut bytes = std::fs::read(&log).unwrap();
        let template = taken(number, 2, 1).to_bytes().unwrap();
        let at = bytes.windows(template.len()).position(|window| window == template).unwrap();
        bytes[at + 20] ^= 1;
        std::fs::write(&log, &bytes).unwrap();
        assert!(matches!(gallery.prints(person(number)), Err(GalleryError::Damaged { .. })));
        let before = std::fs::read(&index).unwrap_or_default();
        assert!(gallery.destroy(person(number)).unwrap());
        assert_eq!(traces(folder.path(), number), 0);
        let after = std::fs::read(&index).unwrap_or_default();
        assert_eq!(words_gone(&before, &after), number == 7);
    }
    drop(gallery);
    assert_eq!(Gallery::with_blocks_of(folder.path(), 20).unwrap().count().people, 28);
}
