//! The fingerprint engine on plain files.

use roznamcha_trial::print_png;
use std::path::Path;

use crate::program::{done, run};

/// A folder with the prints of fingers of nobody, named FINGER_TIME.png.
fn folder(fingers: u64, times: u64) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (finger, time) in (1..=fingers).flat_map(|finger| (1..=times).map(move |time| (finger, time))) {
        let png = print_png(finger, time).unwrap();
        std::fs::write(dir.path().join(format!("{finger}_{time}.png")), png).unwrap();
    }
    dir
}

/// The number before a word in what was printed.
fn before(text: &str, word: &str) -> i64 {
    let head = text.split(word).next().unwrap();
    head.split_whitespace()
        .next_back()
        .unwrap()
        .replace(',', "")
        .parse()
        .unwrap_or_else(|_| panic!("{word}: {text}"))
}

const IF_ONE: &str = "if both prints come from one finger than if from two different ones";

#[test]
fn two_prints_of_a_finger_are_told_from_prints_of_two() {
    let dir = folder(2, 2);
    let same = done(dir.path(), &["prints", "compare", "1_1.png", "1_2.png"]);
    assert!(same.contains(&format!("{IF_ONE} (very strong support)")), "{same}");
    assert!(before(&same, " centibans") > 400 && before(&same, " minutiae paired") > 10, "{same}");
    assert!(
        same.contains("only an examiner identifies") && !same.contains(['\u{2068}', '\u{2069}']),
        "{same}"
    );
    let other = done(dir.path(), &["prints", "compare", "1_1.png", "2_1.png"]);
    assert!(other.starts_with(&format!("The agreement is less probable {IF_ONE} · -")), "{other}");
    let urdu = done(dir.path(), &["prints", "compare", "--lang", "ur", "1_1.png", "1_2.png"]);
    assert!(urdu.contains("شناخت نہیں") && !urdu.contains("probable"), "{urdu}");
}

#[test]
fn a_template_in_any_form_compares_as_its_image_does() {
    let dir = folder(1, 2);
    let image = done(dir.path(), &["prints", "compare", "1_1.png", "1_2.png"]);
    let pairs = before(&image, " minutiae paired");
    for (form, file) in [("own", "t.rzp"), ("iso", "t.iso"), ("ansi", "t.ansi"), ("itl", "t.an2")] {
        let told = done(dir.path(), &["prints", "template", "1_1.png", "--format", form, "--out", file]);
        assert!(before(&told, " bytes") == std::fs::metadata(dir.path().join(file)).unwrap().len() as i64);
        assert!(before(&told, " minutiae,") > 15, "{told}");
        let compared = done(dir.path(), &["prints", "compare", file, "1_2.png"]);
        assert!(
            (before(&compared, " minutiae paired") - pairs).abs() <= 2,
            "{form}: {compared} not as {image}"
        );
    }
    done(dir.path(), &["prints", "template", "1_1.png", "1_2.png", "--out", "all", "--format", "iso"]);
    assert!(dir.path().join("all/1_1.iso").is_file() && dir.path().join("all/1_2.iso").is_file());
}

#[test]
fn an_image_goes_through_every_format_and_back() {
    let dir = folder(1, 1);
    let convert = |from: &str, to: &str, more: &[&str]| {
        done(dir.path(), &[&["prints", "convert", from, to], more].concat())
    };
    let read = |file: &str| std::fs::read(dir.path().join(file)).unwrap();
    convert("1_1.png", "pixels.raw", &[]);
    for (ending, size) in [("png", None), ("bmp", None), ("tif", None), ("raw", Some("320x320"))] {
        let file = format!("copy.{ending}");
        convert("1_1.png", &file, &[]);
        convert(&file, "back.raw", &size.map_or(vec![], |size| vec!["--size", size]));
        assert!(read("back.raw") == read("pixels.raw"), "{ending} changed a pixel");
    }
    for ending in ["jpg", "wsq", "an2"] {
        let file = format!("near.{ending}");
        convert("1_1.png", &file, &[]);
        assert!(read(&file).len() < 320 * 320, "{ending} is compressed");
        let told = done(dir.path(), &["prints", "compare", "1_1.png", &file]);
        assert!(told.contains("very strong support"), "{ending}: {told}");
    }
    let half = convert("1_1.png", "half.png", &["--dpi", "1000", "--at-500"]);
    assert!(half.contains("160 × 160 pixels, 500 dots an inch"), "{half}");
    let kept = convert("1_1.png", "dense.png", &["--dpi", "800"]);
    assert_eq!(kept, convert("dense.png", "dense.png", &[]), "a PNG tells its resolution");
}

/// Prints of 320 x 320 laid on a sheet, as raw pixels: each file with its left upper corner.
fn laid(dir: &Path, (width, height): (usize, usize), prints: &[(&str, usize, usize)]) {
    let mut sheet = vec![235_u8; width * height];
    for (file, left, top) in prints {
        done(dir, &["prints", "convert", file, "one.raw"]);
        let pixels = std::fs::read(dir.join("one.raw")).unwrap();
        for (row, line) in pixels.chunks(320).enumerate() {
            let at = (top + row) * width + left;
            sheet[at..at + 320].copy_from_slice(line);
        }
    }
    std::fs::write(dir.join("sheet.raw"), sheet).unwrap();
}

#[test]
fn a_slap_is_cut_into_its_fingers() {
    let dir = folder(2, 2);
    laid(dir.path(), (900, 500), &[("1_1.png", 90, 80), ("2_1.png", 470, 60)]);
    let cut = ["prints", "cut", "sheet.raw", "--size", "900x500", "--slap", "thumbs", "--out", "cut"];
    let told = done(dir.path(), &cut);
    assert!(told.starts_with("Left thumb: ") && told.contains("\nRight thumb: "), "{told}");
    for (file, finger) in [("cut/finger-06.png", "1_2.png"), ("cut/finger-01.png", "2_2.png")] {
        let like = done(dir.path(), &["prints", "compare", file, finger]);
        assert!(like.contains("very strong support"), "{file}: {like}");
    }
    let four = run(dir.path(), &[&cut[..6], &["right", "--out", "cut"]].concat());
    let said = String::from_utf8_lossy(&four.stderr).into_owned();
    assert!(four.status.code() == Some(2) && said.contains("2 fingers are seen where 4 should be"), "{said}");
    assert!(said.contains("--missing"), "{said}");
}

#[test]
fn a_card_is_cut_by_its_layout_and_fingers_in_wrong_boxes_are_named() {
    let dir = folder(2, 2);
    let layout = "name Two fingers\nverified yes\nrolled 1 0 0 .5 .5\nrolled 2 .5 0 1 .5\n\
                  plain 1 0 .5 .5 1\nplain 2 .5 .5 1 1\n";
    std::fs::write(dir.path().join("layout.txt"), layout).unwrap();
    let places = [(40, 40), (440, 40), (40, 440), (440, 440)];
    let card = |files: [&'static str; 4]| {
        let prints: Vec<_> = files.iter().zip(places).map(|(file, (x, y))| (*file, x, y)).collect();
        laid(dir.path(), (800, 800), &prints);
        let tail = ["--card", "--layout", "layout.txt", "--out", "cut"];
        run(dir.path(), &[&["prints", "cut", "sheet.raw", "--size", "800x800"], &tail[..]].concat())
    };
    let right = card(["1_1.png", "2_1.png", "1_2.png", "2_2.png"]);
    let told = String::from_utf8_lossy(&right.stdout).into_owned();
    assert_eq!((right.status.code(), told.lines().count()), (Some(0), 4), "{told}");
    assert!(dir.path().join("cut/rolled-02.png").is_file() && dir.path().join("cut/plain-01.png").is_file());
    let wrong = card(["2_1.png", "1_1.png", "1_2.png", "2_2.png"]);
    let told = String::from_utf8_lossy(&wrong.stdout).into_owned();
    assert_eq!(wrong.status.code(), Some(1), "differences were found: {told}");
    assert!(told.contains("The box of Right thumb holds a print like Right index."), "{told}");
    assert!(told.contains("The box of Right index holds a print like Right thumb."), "{told}");
    let twice = card(["1_1.png", "1_2.png", "1_2.png", "2_2.png"]);
    let told = String::from_utf8_lossy(&twice.stdout).into_owned();
    assert!(told.contains("Right thumb and Right index: both boxes hold prints of one finger."), "{told}");
}

#[test]
fn what_is_the_matter_with_a_print_is_said_in_both_languages() {
    let dir = folder(1, 1);
    std::fs::write(dir.path().join("blank.raw"), vec![200; 300 * 300]).unwrap();
    let blank = ["prints", "quality", "blank.raw", "--size", "300x300"];
    let told = done(dir.path(), &blank);
    assert_eq!(
        told,
        "blank.raw: quality 0 of 100\n  No ridges are seen. Is it a fingerprint, and the resolution right?\n"
    );
    let urdu = done(dir.path(), &[&blank[..], &["--lang", "ur"]].concat());
    assert!(urdu.contains("خطوط نظر نہیں آتے"), "{urdu}");
    let good = done(dir.path(), &["prints", "quality", "1_1.png"]);
    assert!(before(&good, " of 100") > 60, "{good}");
}

#[test]
fn what_cannot_be_done_says_what_to_do_next() {
    let dir = folder(1, 1);
    let path = |name: &str| dir.path().join(name);
    std::fs::write(path("notes.txt"), "minutes of a meeting").unwrap();
    std::fs::write(path("half.png"), &print_png(1, 1).unwrap()[..900]).unwrap();
    std::fs::write(path("half.an2"), b"1.001:9999\x1d1.002:0500").unwrap();
    std::fs::write(path("no.rzp"), b"RZP\x09").unwrap();
    let cases: [(&[&str], &str); 9] = [
        (&["quality", "nowhere.png"], "nowhere.png cannot be read"),
        (&["quality", "notes.txt"], "PNG, JPEG, BMP, TIFF, WSQ and ANSI/NIST-ITL are"),
        (&["quality", "half.png"], "half.png is broken or cut short"),
        (&["quality", "half.an2"], "half.an2 is broken or cut short"),
        (&["quality", "1_1.png", "--dpi", "9000"], "--dpi"),
        (&["quality", "1_1.png", "--size", "3x3"], "--size"),
        (&["convert", "1_1.png", "out.xyz"], "The ending of out.xyz"),
        (&["compare", "1_1.png", "no.rzp"], "no.rzp is broken or cut short"),
        (&["template", "1_1.png", "--extractor", "neural", "--weights", "none"], "./run leader FOLDER"),
    ];
    for (args, word) in cases {
        let output = run(dir.path(), &[&["prints"], args].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{args:?}: {said}");
        assert!(said.contains(word), "{args:?}: {said}");
    }
    let some = run(dir.path(), &["prints", "quality", "notes.txt", "1_1.png"]);
    assert_eq!(some.status.code(), Some(2));
    let told = String::from_utf8_lossy(&some.stdout).into_owned();
    assert!(told.contains("1_1.png: quality"), "the others are judged all the same: {told}");
}

#[test]
fn a_folder_of_prints_is_measured_for_people_and_machines() {
    let dir = folder(3, 2);
    let bench = |more: &[&str]| done(dir.path(), &[&["prints", "bench", "."], more].concat());
    let json: serde_json::Value = serde_json::from_str(&bench(&["--json", "--peers"])).unwrap();
    let (ours, peer) = (&json["sets"][0], &json["sets"][1]);
    assert_eq!((&ours["all"]["genuine"], &ours["all"]["impostors"]), (&3.into(), &12.into()));
    assert_eq!(peer["system"], "NBIS mindtct, bozorth3");
    assert_eq!(ours["all"]["eer"], 0.0, "{ours}");
    for name in ["extraction_ms", "matches_per_second", "bytes_per_template"] {
        assert!(ours[name].as_f64().unwrap() > 0.0, "{name}: {ours}");
    }
    assert!(bench(&[]).contains("FNMR at FMR 0.1 %"));
    let kept: Vec<_> = std::fs::read_dir(Path::new(dir.path())).unwrap().flatten().collect();
    assert_eq!(kept.len(), 6, "the engine keeps nothing: {kept:?}");
}
