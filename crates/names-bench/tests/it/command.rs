//! What `names bench` prints.

use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;
use roznamcha_names_bench::{Bench, BenchError, Command, SetError, run};

fn write(folder: &Path, name: &str, text: &str) {
    let mut file = GzEncoder::new(std::fs::File::create(folder.join(name)).unwrap(), Compression::fast());
    file.write_all(text.as_bytes()).unwrap();
    file.finish().unwrap();
}

fn bench(folder: &Path) -> Bench {
    let folder = Some(folder.to_owned());
    Bench { folder, persons: None, searches: 20, seed: 1, peers: true, json: true }
}

fn printed(bench: Bench) -> Result<String, BenchError> {
    let mut out = Vec::new();
    run(&Command::Bench(bench), &mut out)?;
    Ok(String::from_utf8(out).unwrap())
}

#[test]
fn recall_is_counted_and_the_query_itself_is_no_answer() {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "lexicon_train.tsv.gz", "علی\tali\t3\n");
    write(folder.path(), "X.pool.gz", "muhammad ali\nmohammed ali\nbashir\nkamran\n");
    write(folder.path(), "X.q.gz", "muhammad ali\t1\t0\nعلی\t0,1\t-\nzzz\t2\t-\nbashir\t2\t2\n");
    let json: serde_json::Value = serde_json::from_str(&printed(bench(folder.path())).unwrap()).unwrap();
    assert_eq!(json[0]["system"], "ours");
    assert_eq!((json[0]["queries"].as_u64(), json[0]["recall_at_10"].as_f64()), (Some(4), Some(0.5)));
    assert_eq!(json[1]["recall_at_10"].as_f64(), Some(0.25), "trigrams do not cross scripts");
}

#[test]
fn what_cannot_be_read_is_said() {
    let folder = tempfile::tempdir().unwrap();
    assert!(matches!(printed(bench(folder.path())), Err(BenchError::Set(SetError::Read(..)))));
    write(folder.path(), "lexicon_train.tsv.gz", "");
    assert!(matches!(printed(bench(folder.path())), Err(BenchError::Set(SetError::Empty(..)))));
    write(folder.path(), "X.pool.gz", "ali\n");
    write(folder.path(), "X.q.gz", "ali\tnone\t-\n");
    assert!(matches!(printed(bench(folder.path())), Err(BenchError::Set(SetError::Line(..)))));
    let nothing = Bench { folder: None, ..bench(folder.path()) };
    assert!(matches!(printed(nothing), Err(BenchError::Nothing)));
}

#[test]
fn people_of_nobody_are_found() {
    let nobody = Bench { folder: None, persons: Some(300), ..bench(Path::new("")) };
    let json: serde_json::Value = serde_json::from_str(&printed(nobody).unwrap()).unwrap();
    assert_eq!(json["persons"], 300);
    let found = json["by_more"]["found_at_10"].as_u64().unwrap();
    assert!(found >= 16, "{found} of 20 by name, father, district and years");
}
