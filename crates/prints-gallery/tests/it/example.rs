use std::path::Path;

use roznamcha_prints::Template;
use roznamcha_prints_gallery::{Entry, Gallery, GalleryError, PersonId, Position, Probe, Settings};

use crate::people::taken;

// The README shows this function as it stands here.
// begin
fn example(folder: &Path, right_index: Template, again: Template) -> Result<(), GalleryError> {
    let gallery = Gallery::open(folder)?; // one process; its threads share it
    let person = PersonId::from(7_u128); // or PersonId(*uuid.as_bytes())
    gallery.enrol(&[Entry { person, prints: vec![(Position::new(2)?, right_index)] }])?;
    assert!(gallery.contains(person));

    let probe = Probe::Card(vec![(Some(Position::new(2)?), again)]);
    for candidate in gallery.search(&probe, &Settings::default())? {
        for (place, position, llr) in &candidate.prints {
            let finger = position.number();
            println!("print {place} against finger {finger} of {}: {llr:.1}", candidate.person);
        }
    }
    gallery.destroy(person)?; // no search finds him, his bytes are overwritten in every file
    assert!(gallery.people().is_empty());
    Ok(())
}
// end

#[test]
fn the_readme_shows_what_works() {
    let source = include_str!("example.rs");
    let (_, rest) = source.split_once("// begin\n").unwrap();
    let (shown, _) = rest.split_once("// end").unwrap();
    assert!(include_str!("../../README.md").contains(shown));
    let folder = tempfile::tempdir().unwrap();
    example(folder.path(), taken(1, 2, 1), taken(1, 2, 2)).unwrap();
}
