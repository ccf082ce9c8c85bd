use std::collections::BTreeSet;
use std::time::Instant;

use roznamcha_prints::Template;
use roznamcha_prints::minutia::turn;
use roznamcha_prints_gallery::{Gallery, GalleryError, Position, Probe, Settings, merged};

use crate::people::{card, entries, entry, person, position, taken};

#[test]
fn ten_prints_find_their_person_and_a_strangers_find_nobody_like_it() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::with_blocks_of(folder.path(), 90).unwrap();
    gallery.enrol(&entries(0..250, 10)).unwrap();
    let mut weakest = f32::INFINITY;
    for number in [0, 17, 89, 90, 249] {
        let found = gallery.search(&card(number, 10), &Settings::default()).unwrap();
        assert_eq!(found[0].person, person(number));
        assert_eq!(found[0].prints.len(), 10);
        weakest = weakest.min(found[0].llr);
    }
    for number in 1_000..1_005 {
        let found = gallery.search(&card(number, 10), &Settings::default()).unwrap();
        assert!(found.first().is_none_or(|best| best.llr < weakest), "{number}: {:?}", found.first());
    }
}

fn one_print(position: Option<Position>, template: Template, upright: bool) -> Probe {
    if upright { Probe::Card(vec![(position, template)]) } else { Probe::Latent(position, template) }
}

#[test]
fn one_print_finds_its_person_with_its_finger_known_or_not_and_however_it_lay() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::open(folder.path()).unwrap();
    gallery.enrol(&entries(0..200, 4)).unwrap();
    for (known, upright, least) in [(true, true, 36), (false, true, 35), (false, false, 35)] {
        let mut found = 0;
        for number in 0..40 {
            let probe = one_print(known.then(|| position(3)), taken(number, 3, 2), upright);
            let answer = gallery.search(&probe, &Settings::default()).unwrap();
            let best = &answer[0];
            found += u32::from(best.person == person(number) && best.prints[0].1 == position(3));
            let mut people: Vec<_> = answer.iter().map(|candidate| candidate.person).collect();
            people.sort_unstable();
            people.dedup();
            assert_eq!(people.len(), answer.len());
        }
        assert!(found >= least, "{found} of 40, finger known: {known}, upright: {upright}");
    }
}

#[test]
fn whoever_is_alone_in_a_gallery_or_in_its_last_block_is_found() {
    for others in [0, 90] {
        let folder = tempfile::tempdir().unwrap();
        let gallery = Gallery::with_blocks_of(folder.path(), 90).unwrap();
        gallery.enrol(&entries(1..1 + others, 2)).unwrap();
        gallery.enrol(&[entry(1_000, 2)]).unwrap();
        for (known, upright) in [(true, true), (false, false)] {
            let probe = one_print(known.then(|| position(2)), taken(1_000, 2, 2), upright);
            let found = gallery.search(&probe, &Settings::default()).unwrap();
            assert_eq!(found.first().map(|best| best.person), Some(person(1_000)), "{others}, {known}");
        }
    }
}

/// A scene's print: a part of the finger, turned any way, its finger not known.
fn latent(number: u64, degrees: f32) -> Template {
    let mut template = taken(number, 3, 2);
    let (cx, cy) = (f32::from(template.width) / 2.0, f32::from(template.height) / 2.0);
    template.minutiae.sort_by(|a, b| (a.x - cx).hypot(a.y - cy).total_cmp(&(b.x - cx).hypot(b.y - cy)));
    template.minutiae.truncate(24);
    let (sin, cos) = degrees.to_radians().sin_cos();
    for minutia in &mut template.minutiae {
        let (x, y) = (minutia.x - cx, minutia.y - cy);
        (minutia.x, minutia.y) = (400.0 + cos * x + sin * y, 400.0 + cos * y - sin * x);
        minutia.angle = turn(minutia.angle + degrees.to_radians());
    }
    Template { width: 800, height: 800, ..template }
}

#[test]
fn a_part_of_a_print_finds_its_person_whichever_way_it_was_turned() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::open(folder.path()).unwrap();
    gallery.enrol(&entries(0..100, 4)).unwrap();
    for (upright, degrees) in [(false, 0.0), (false, 100.0), (false, 180.0), (true, 180.0)] {
        let mut found = 0;
        for number in 0..20 {
            let probe = one_print(None, latent(number, degrees), upright);
            let answer = gallery.search(&probe, &Settings::default()).unwrap();
            found += u32::from(answer.first().is_some_and(|best| best.person == person(number)));
        }
        // that it may have lain any way is what makes the difference
        assert!(if upright { found <= 4 } else { found >= 14 }, "{found} of 20 at {degrees}, {upright}");
    }
}

/// Prints of some of a person's fingers, which of them is not known.
fn unknown(number: u64, fingers: &[u8]) -> Probe {
    Probe::Card(fingers.iter().map(|finger| (None, taken(number, *finger, 2))).collect())
}

#[test]
fn prints_of_several_fingers_not_known_find_their_person_and_name_the_fingers() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::open(folder.path()).unwrap();
    gallery.enrol(&entries(0..100, 10)).unwrap();
    let mut right = 0;
    for number in 0..12 {
        let found = gallery.search(&unknown(number, &[7, 2, 4]), &Settings::default()).unwrap();
        assert_eq!(found[0].person, person(number));
        let mut named: Vec<_> =
            found[0].prints.iter().map(|(place, position, _)| (*place, position.number())).collect();
        named.sort_unstable();
        right += u32::from(named == [(0, 7), (1, 2), (2, 4)]);
    }
    assert!(right >= 9, "{right} of 12");
}

#[test]
fn several_prints_of_fingers_not_known_miss_nobody_in_small_blocks_and_name_each_once() {
    // each person of a small block is compared, and takes one place in the list whatever the number of his fingers
    for (people, block) in [(40, 90), (130, 90)] {
        let folder = tempfile::tempdir().unwrap();
        let gallery = Gallery::with_blocks_of(folder.path(), block).unwrap();
        gallery.enrol(&entries(0..people, 10)).unwrap();
        for number in (0..people).step_by(13).chain([people - 1]) {
            let probe = unknown(number, &[9, 2, 5, 6]);
            let found = gallery.search(&probe, &Settings::default()).unwrap();
            assert_eq!(found.first().map(|best| best.person), Some(person(number)), "of {people}");
            let distinct: BTreeSet<_> = found.iter().map(|one| one.person).collect();
            assert_eq!(
                (distinct.len(), found.len()),
                (20, 20),
                "of {people}: as many people as are asked for"
            );
        }
    }
}

#[test]
fn a_print_of_any_finger_says_less_the_more_fingers_were_tried() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::open(folder.path()).unwrap();
    gallery.enrol(&[entry(1, 10), entry(2, 1)]).unwrap();
    for (number, fingers) in [(1, 10), (2, 1)] {
        let search = |position| {
            let probe = one_print(position, taken(number, 1, 2), true);
            gallery.search(&probe, &Settings::default()).unwrap().swap_remove(0)
        };
        let (known, any) = (search(Some(position(1))), search(None));
        assert_eq!(known.prints, any.prints);
        assert_eq!(known.llr, known.prints[0].2);
        assert!((known.llr - any.llr - f32::from(fingers as u8).ln()).abs() < 1e-4);
    }
}

#[test]
fn prints_of_two_people_at_one_scene_find_both() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::with_blocks_of(folder.path(), 90).unwrap();
    gallery.enrol(&entries(0..150, 5)).unwrap();
    let settings = Settings::default();
    let scene = [taken(20, 2, 2), taken(120, 4, 2)];
    let answers = scene.map(|print| gallery.search(&Probe::Latent(None, print), &settings).unwrap());
    let mut found: Vec<_> =
        merged(answers.to_vec(), settings.answers).iter().take(2).map(|one| one.person).collect();
    found.sort_unstable();
    assert_eq!(found, [person(20), person(120)]);
}

#[test]
fn threads_search_while_others_enrol_and_destroy() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::with_blocks_of(folder.path(), 16).unwrap();
    gallery.enrol(&entries(0..40, 2)).unwrap();
    let one = || Settings { answers: 1, ..Settings::default() };
    std::thread::scope(|scope| {
        scope.spawn(|| {
            for number in 100..140 {
                gallery.enrol(&[entry(number, 2)]).unwrap();
                let found = gallery.search(&card(number, 2), &one()).unwrap();
                assert_eq!(found[0].person, person(number), "an enrolment is found by the next search");
            }
        });
        scope.spawn(|| {
            for number in 0..20 {
                gallery.destroy(person(number)).unwrap();
                let found = gallery.search(&card(number, 2), &Settings::default()).unwrap();
                assert!(
                    found.iter().all(|one| one.person != person(number)),
                    "a destruction is gone at once"
                );
            }
        });
        for number in 20..40 {
            let found = gallery.search(&card(number, 2), &one()).unwrap();
            assert_eq!(found[0].person, person(number));
        }
    });
    assert_eq!(gallery.people(), (20..40).chain(100..140).map(person).collect::<Vec<_>>());
}

#[test]
fn an_enrolment_is_found_at_once_and_within_a_second() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::open(folder.path()).unwrap();
    gallery.enrol(&entries(0..100, 10)).unwrap();
    let start = Instant::now();
    gallery.enrol(&[entry(500, 10)]).unwrap();
    let found = gallery.search(&card(500, 10), &Settings::default()).unwrap();
    assert_eq!(found[0].person, person(500));
    assert!(start.elapsed().as_secs_f32() < 1.0, "{:?}", start.elapsed());
}

#[test]
fn people_split_over_galleries_are_found_as_in_one() {
    let folder = tempfile::tempdir().unwrap();
    let settings = Settings::default();
    let mut parts = Vec::new();
    for part in 0..3_u64 {
        let gallery = Gallery::open(&folder.path().join(part.to_string())).unwrap();
        gallery.enrol(&entries(part * 50..part * 50 + 50, 3)).unwrap();
        parts.push(gallery);
    }
    let whole = Gallery::open(&folder.path().join("whole")).unwrap();
    whole.enrol(&entries(0..150, 3)).unwrap();
    for number in [3, 77, 149] {
        let probe = card(number, 3);
        let answers = parts.iter().map(|part| part.search(&probe, &settings).unwrap()).collect();
        let one = merged(answers, settings.answers);
        assert_eq!(one[0], whole.search(&probe, &settings).unwrap()[0]);
        assert_eq!(one.len(), settings.answers);
    }
}

#[test]
fn what_cannot_be_enrolled_or_searched_says_why_and_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let gallery = Gallery::open(folder.path()).unwrap();
    gallery.enrol(&[entry(1, 2)]).unwrap();
    let mut twice = entry(3, 1);
    twice.prints.push((position(1), taken(3, 1, 2)));
    let refused = [
        (vec![entry(2, 2), entry(1, 2)], "enrolled already"),
        (vec![entry(2, 2), entry(2, 2)], "enrolled already"),
        (vec![entry(2, 2), entry(4, 0)], "no prints"),
        (vec![entry(2, 2), twice], "two prints of finger 1"),
    ];
    for (entries, says) in refused {
        let error = gallery.enrol(&entries).unwrap_err().to_string();
        assert!(error.contains(says), "{error}");
        assert_eq!(gallery.count().people, 1);
    }
    let nothing = Probe::Card(Vec::new());
    assert!(matches!(gallery.search(&nothing, &Settings::default()), Err(GalleryError::Blank(_))));
    assert!(matches!(Gallery::open(folder.path()), Err(GalleryError::Taken(_))));
}
