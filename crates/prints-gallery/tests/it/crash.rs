use std::collections::BTreeSet;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};

use roznamcha_prints::Template;
use roznamcha_prints_gallery::{Gallery, GalleryError, PersonId, Position, Settings};

use crate::people::{card, entries, entry, person};

const FOLDER: &str = "ROZNAMCHA_TEST_GALLERY";
const PEOPLE: u64 = 10_000;
const BLOCK: usize = 1_500;

fn open(folder: &Path) -> Gallery {
    Gallery::with_blocks_of(folder, BLOCK).unwrap()
}

/// Not a test by itself: the process that is killed. It enrols whoever is missing and says so after each batch.
#[test]
fn the_process_that_enrols() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let gallery = open(Path::new(&folder));
    let mut number = 0;
    while number < PEOPLE {
        let batch: Vec<_> = (number..(number + 1 + number % 37).min(PEOPLE))
            .filter(|number| !gallery.contains(person(*number)))
            .map(|number| entry(number, 1))
            .collect();
        gallery.enrol(&batch).unwrap();
        number += 1 + number % 37;
        let mut out = std::io::stdout();
        writeln!(out, "\nenrolled {}", number.min(PEOPLE)).unwrap();
        out.flush().unwrap();
    }
}

/// Runs the process until it has acknowledged so many, kills it, and says how many it acknowledged in all.
fn until(folder: &Path, many: u64) -> u64 {
    let mut child = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "crash::the_process_that_enrols", "--nocapture"])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();
    let mut acknowledged = 0;
    for line in lines.map_while(Result::ok) {
        if let Some(number) = line.strip_prefix("enrolled ") {
            acknowledged = number.parse().unwrap();
            if acknowledged >= many {
                let _ = child.kill();
            }
        }
    }
    child.wait().unwrap();
    acknowledged
}

#[test]
fn a_kill_in_the_middle_of_10_000_enrolments_loses_and_doubles_none() {
    let folder = tempfile::tempdir().unwrap();
    for kill in [300, 1_450, 1_700, 5_000, 9_000] {
        let acknowledged = until(folder.path(), kill);
        assert!((kill..PEOPLE).contains(&acknowledged), "{acknowledged}");
        let gallery = open(folder.path());
        assert!((0..acknowledged).all(|number| gallery.contains(person(number))));
    }
    assert_eq!(until(folder.path(), PEOPLE + 1), PEOPLE);
    let gallery = open(folder.path());
    let people: Vec<PersonId> = gallery.people();
    let distinct: BTreeSet<PersonId> = people.iter().copied().collect();
    assert_eq!((people.len() as u64, distinct.len() as u64), (PEOPLE, PEOPLE));
    drop(gallery);
    // in the logs themselves too: a person's head is 16 bytes, then 4 of a length below 400
    let mut found: Vec<u64> = Vec::new();
    for block in 0..PEOPLE.div_ceil(BLOCK as u64) {
        let bytes = std::fs::read(folder.path().join(format!("block-{block:05}.log"))).unwrap();
        let heads =
            bytes.windows(20).filter(|head| head[..12] == [0; 12] && head[16..18] == [0; 2] && head[18] < 2);
        found.extend(
            heads
                .filter(|head| head[18..20] != [0; 2])
                .map(|head| u64::from(u32::from_be_bytes([head[12], head[13], head[14], head[15]]))),
        );
    }
    found.sort_unstable();
    assert_eq!(found, (0..PEOPLE).collect::<Vec<_>>());
}

#[test]
fn a_frame_cut_anywhere_is_as_if_never_written_and_a_changed_byte_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let log = folder.path().join("block-00000.log");
    let gallery = open(folder.path());
    gallery.enrol(&entries(0..2, 1)).unwrap();
    let first = std::fs::metadata(&log).unwrap().len() as usize;
    gallery.enrol(&entries(2..4, 1)).unwrap();
    drop(gallery);
    let whole = std::fs::read(&log).unwrap();
    for cut in (first..whole.len()).step_by(7) {
        std::fs::write(&log, &whole[..cut]).unwrap();
        assert_eq!(open(folder.path()).count().people, 2, "cut at {cut}");
        assert_eq!(std::fs::metadata(&log).unwrap().len() as usize, first);
    }
    for at in [20, 60, first - 1] {
        let mut changed = whole.clone();
        changed[at] ^= 1;
        std::fs::write(&log, &changed).unwrap();
        let opened = Gallery::with_blocks_of(folder.path(), BLOCK);
        assert!(matches!(opened, Err(GalleryError::Damaged { .. })), "byte {at}");
    }
    std::fs::write(&log, &whole).unwrap();
    assert_eq!(open(folder.path()).count().people, 4);
}

#[test]
fn a_template_that_changed_on_the_disk_is_an_error_and_no_answer() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::with_blocks_of(folder.path(), 3).unwrap();
    gallery.enrol(&entries(0..4, 1)).unwrap();
    assert_eq!(gallery.prints(person(1)).unwrap(), Some(written(entry(1, 1).prints)));
    let log = folder.path().join("block-00000.log");
    let mut bytes = std::fs::read(&log).unwrap();
    let template = crate::people::taken(1, 1, 1).to_bytes().unwrap();
    let at = bytes.windows(template.len()).position(|window| window == template).unwrap();
    bytes[at + 40] ^= 1;
    std::fs::write(&log, &bytes).unwrap();
    // the full block is opened by its index, which is sound; the print is looked at when it is asked for
    drop(gallery);
    let gallery = Gallery::with_blocks_of(folder.path(), 3).unwrap();
    assert!(matches!(gallery.prints(person(1)), Err(GalleryError::Damaged { .. })));
    assert!(matches!(gallery.search(&card(1, 1), &Settings::default()), Err(GalleryError::Damaged { .. })));
    assert_eq!(gallery.prints(person(0)).unwrap(), Some(written(entry(0, 1).prints)));
    assert_eq!(gallery.prints(person(9)).unwrap(), None);
}

/// Prints as they are when written and read again.
fn written(prints: Vec<(Position, Template)>) -> Vec<(Position, Template)> {
    let again = |template: Template| Template::from_bytes(&template.to_bytes().unwrap()).unwrap();
    prints.into_iter().map(|(position, template)| (position, again(template))).collect()
}

#[test]
fn an_index_half_written_is_overwritten_and_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let index = folder.path().join("block-00000.index");
    let half = folder.path().join("block-00000.unready");
    drop(Gallery::with_blocks_of(folder.path(), 3).map(|gallery| gallery.enrol(&entries(0..4, 1))));
    let whole = std::fs::read(&index).unwrap();
    std::fs::remove_file(&index).unwrap();
    std::fs::write(&half, &whole[..whole.len() / 2]).unwrap();
    let gallery = Gallery::with_blocks_of(folder.path(), 3).unwrap();
    assert_eq!(gallery.count().people, 4);
    assert!(!half.exists());
    assert_eq!(std::fs::read(&index).unwrap(), whole);
}

#[test]
fn a_destruction_that_a_crash_interrupted_is_finished_at_the_next_opening() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::with_blocks_of(folder.path(), 10).unwrap();
    gallery.enrol(&entries(0..15, 1)).unwrap();
    let before: Vec<(String, Vec<u8>)> = ["block-00000.log", "block-00000.index", "block-00001.log"]
        .map(|name| (name.to_owned(), std::fs::read(folder.path().join(name)).unwrap()))
        .into();
    gallery.destroy(person(4)).unwrap();
    gallery.destroy(person(12)).unwrap();
    drop(gallery);
    // the ledger says begun, nothing overwritten yet: a line is 16 bytes, begun and done for each
    let ledger = folder.path().join("destroyed");
    let lines = std::fs::read(&ledger).unwrap();
    std::fs::write(&ledger, [&lines[..16], &lines[32..48]].concat()).unwrap();
    for (name, bytes) in &before {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    let gallery = Gallery::with_blocks_of(folder.path(), 10).unwrap();
    assert_eq!(gallery.count().people, 13);
    for number in [4, 12] {
        assert!(!gallery.contains(person(number)));
        let found = gallery.search(&card(number, 1), &Settings::default()).unwrap();
        assert!(found.iter().all(|candidate| candidate.person != person(number)));
        let template = crate::people::taken(number, 1, 1).to_bytes().unwrap();
        for (name, _) in &before {
            let bytes = std::fs::read(folder.path().join(name)).unwrap();
            assert!(!bytes.windows(24).any(|window| window == &template[12..36]), "{name}");
        }
    }
}

#[test]
fn a_full_block_whose_index_the_disk_refused_is_whole_and_is_sealed_later() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::with_blocks_of(folder.path(), 10).unwrap();
    gallery.enrol(&entries(0..10, 2)).unwrap();
    let index = folder.path().join("block-00000.index");
    std::fs::create_dir(&index).unwrap();
    let all = |gallery: &Gallery, count: u64| {
        for number in 0..count {
            let found = gallery.search(&card(number, 2), &Settings::default()).unwrap();
            assert_eq!(found.first().map(|best| best.person), Some(person(number)));
        }
    };
    for _ in 0..2 {
        assert!(matches!(gallery.enrol(&entries(10..12, 2)), Err(GalleryError::Disk(..))));
        all(&gallery, 10);
    }
    std::fs::remove_dir(&index).unwrap();
    gallery.enrol(&entries(10..12, 2)).unwrap();
    all(&gallery, 12);
    drop(gallery);
    all(&Gallery::with_blocks_of(folder.path(), 10).unwrap(), 12);
    // what was written the second time is what the log says
    let kept = std::fs::read(&index).unwrap();
    std::fs::remove_file(&index).unwrap();
    drop(Gallery::with_blocks_of(folder.path(), 10).unwrap());
    assert!(kept == std::fs::read(&index).unwrap());
}

#[test]
fn a_log_that_is_gone_or_cut_is_an_error_and_no_smaller_gallery() {
    let folder = tempfile::tempdir().unwrap();
    let open = || Gallery::with_blocks_of(folder.path(), 10);
    open().unwrap().enrol(&entries(0..25, 1)).unwrap();
    let log = |number: u32| folder.path().join(format!("block-0000{number}.log"));
    for number in [0, 1] {
        let bytes = std::fs::read(log(number)).unwrap();
        std::fs::remove_file(log(number)).unwrap();
        let error = open().unwrap_err();
        assert!(matches!(&error, GalleryError::Missing(file) if *file == log(number)), "{error}");
        assert!(error.to_string().contains("remove the folder and enrol everyone again"), "{error}");
        std::fs::write(log(number), &bytes[..bytes.len() - 1]).unwrap();
        assert!(matches!(open(), Err(GalleryError::Damaged { .. })), "cut");
        std::fs::write(log(number), [&bytes[..], &[7]].concat()).unwrap();
        assert!(matches!(open(), Err(GalleryError::Damaged { .. })), "longer");
        std::fs::write(log(number), &bytes).unwrap();
    }
    assert_eq!(open().unwrap().count().people, 25);
    // a full block that is the last one
    for file in [log(2), folder.path().join("block-00002.index")] {
        let _ = std::fs::remove_file(file);
    }
    assert_eq!(open().unwrap().count().people, 20);
    let bytes = std::fs::read(log(1)).unwrap();
    std::fs::write(log(1), &bytes[..bytes.len() / 2]).unwrap();
    assert!(matches!(open(), Err(GalleryError::Damaged { .. })));
}
