use std::collections::BTreeMap;
use std::path::Path;

use roznamcha_prints::Classical;
use roznamcha_prints_bench::folder::{FolderError, Resolutions};
use roznamcha_prints_bench::{BenchError, Plan, bench, report};

fn plan(peers: bool) -> Plan {
    let of: BTreeMap<String, u16> = [("slow".to_owned(), 1_000)].into();
    Plan { fingers: 1..=9, held_out: Some(2..=3), resolutions: Resolutions { usual: 500, of }, peers }
}

/// Stripes, different for each finger: no print, but an image like one.
fn write(folder: &Path, finger: u32, impression: u32) {
    let shade = |x: u32, y: u32| {
        let phase = (x + finger * y / 4 + impression) as f32 * 0.7 + (y as f32 * 0.05).sin() * finger as f32;
        image::Luma([(128.0 + 90.0 * phase.cos()) as u8])
    };
    let print = image::GrayImage::from_fn(160, 160, shade);
    print.save(folder.join(format!("{finger}_{impression}.png"))).unwrap();
}

#[test]
fn every_set_is_run_with_every_pair_and_its_peer() {
    let folder = tempfile::tempdir().unwrap();
    for set in ["fast", "slow"] {
        let inner = folder.path().join(set);
        std::fs::create_dir(&inner).unwrap();
        for finger in 1..=3 {
            (1..=3).for_each(|impression| write(&inner, finger, impression));
        }
        write(&inner, 12, 1);
        std::fs::write(inner.join("notes.txt"), "no print").unwrap();
    }
    let outcomes = bench(&[folder.path().to_path_buf()], Box::new(Classical::new()), &plan(true)).unwrap();
    let named: Vec<(&str, &str)> = outcomes.iter().map(|o| (o.set.as_str(), o.system.as_str())).collect();
    let (ours, peer) = ("roznamcha, classical", "NBIS mindtct, bozorth3");
    assert_eq!(named, [("fast", ours), ("fast", peer), ("slow", ours), ("slow", peer)]);
    for outcome in &outcomes {
        assert_eq!((outcome.all.genuine, outcome.all.impostors), (9, 27));
        let held_out = outcome.held_out.as_ref().unwrap();
        assert_eq!((held_out.genuine, held_out.impostors), (6, 9));
    }
    let json = report::json(&outcomes);
    assert_eq!(json["sets"][2]["set"], "slow");
    assert_eq!(json["mean"][1]["system"], peer);
    let text = report::text(&outcomes);
    assert!(text.contains("fast: 9 genuine pairs, 27 impostor pairs"), "{text}");
}

#[test]
fn what_cannot_be_measured_says_why() {
    let folder = tempfile::tempdir().unwrap();
    let run = || bench(&[folder.path().to_path_buf()], Box::new(Classical::new()), &plan(false));
    assert!(matches!(run(), Err(BenchError::Folder(FolderError::Empty(_)))));
    std::fs::write(folder.path().join("1_1.png"), b"\x89PNG\r\n\x1a\nbroken").unwrap();
    assert!(matches!(run(), Err(BenchError::Folder(FolderError::Image(..)))));
    let missing = bench(&[folder.path().join("nowhere")], Box::new(Classical::new()), &plan(false));
    assert!(matches!(missing, Err(BenchError::Folder(FolderError::Disk(..)))));
}
