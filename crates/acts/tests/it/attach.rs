//! Files join a case: only what the office has sent, by its true length and type; and they leave with it.

use roznamcha_acts::Body;
use roznamcha_acts::kinds::{AttachAdd, FileKind};
use roznamcha_acts::rows::FileFact;
use roznamcha_acts::views::{AttachedRow, AttachmentRow};

use crate::bench::{Bench, faults};
use crate::samples::{OTHER, attach, diary_write, expunge, file, fir, hash};

/// A station that has sent these files: (number, media type).
fn bench(files: &[(u8, &str)]) -> Bench {
    let mut bench = Bench::open();
    for (n, media) in files {
        let fact = FileFact { size: 1_000 + u64::from(*n), media: (*media).to_owned() };
        bench.ledger.file_sent("ps-test", &hash(*n), fact);
    }
    bench
}

fn rows(bench: &Bench) -> Vec<AttachmentRow> {
    bench.ledger.all::<AttachmentRow>("ps-test").unwrap()
}

#[test]
fn files_join_a_case_with_length_and_type_of_the_file_area() {
    let mut bench = bench(&[(1, "image/jpeg"), (2, "application/pdf")]);
    let case = bench.ok(fir()).header.act;
    let mut body = attach(&case, &[1, 2]);
    body.files[0].size = 9;
    body.files[0].media = "text/html".to_owned();
    body.files[1].kind = FileKind::Document;
    let rec = bench.ok(body);
    let Some(Body::AttachAdd(kept)) = &rec.body else { panic!() };
    assert_eq!(kept.case.as_deref(), Some(case.as_str()));
    let rows = rows(&bench);
    assert_eq!(rows.len(), 2);
    assert_eq!((rows[0].file.size, rows[0].file.media.as_str()), (1_001, "image/jpeg"));
    assert_eq!((rows[1].place, rows[1].to.as_str()), (1, case.as_str()));
    assert_eq!(bench.ledger.rebuilt().unwrap(), *bench.ledger.views());
}

#[test]
fn a_file_that_the_office_has_not_sent_is_refused() {
    let mut bench = bench(&[(1, "image/jpeg")]);
    bench.ledger.file_sent("ps-other", &hash(2), FileFact { size: 5, media: "image/png".to_owned() });
    let case = bench.ok(fir()).header.act;
    let codes = faults(bench.refused(attach(&case, &[1, 2, 3])));
    assert_eq!(codes, ["files.1.sha256 fault-file-absent", "files.2.sha256 fault-file-absent"]);
}

#[test]
fn a_kind_that_its_content_cannot_be_is_refused() {
    let media = ["image/jpeg", "application/pdf", "audio/ogg", "video/mp4"];
    let fits = [
        (FileKind::Photograph, [true, false, false, false]),
        (FileKind::Scan, [true, true, false, false]),
        (FileKind::Audio, [false, false, true, true]),
        (FileKind::Document, [false, true, false, false]),
    ];
    for (kind, wanted) in fits {
        for (media, wanted) in media.iter().zip(wanted) {
            let mut bench = bench(&[(1, media)]);
            let case = bench.ok(fir()).header.act;
            let mut body = attach(&case, &[1]);
            body.files[0].kind = kind;
            let sent = bench.act(body.into());
            assert_eq!(bench.send(sent).is_ok(), wanted, "{kind:?} {media}");
        }
    }
}

#[test]
fn what_cannot_be_attached() {
    let mut bench = bench(&[(1, "image/jpeg")]);
    let case = bench.ok(fir()).header.act;
    let codes = |bench: &mut Bench, body: AttachAdd| -> Vec<String> {
        let all = faults(bench.refused(body));
        all.iter().map(|f| f.rsplit_once(' ').unwrap().1.to_owned()).collect()
    };
    assert_eq!(codes(&mut bench, AttachAdd { files: vec![], ..attach(&case, &[]) }), ["fault-missing"]);
    assert_eq!(codes(&mut bench, attach(&case, &[1, 1])), ["fault-twice"]);
    let many = AttachAdd { files: (0..21).map(file).collect(), ..attach(&case, &[]) };
    assert_eq!(codes(&mut bench, many), ["fault-too-many"]);
    let mut odd = attach(&case, &[1]);
    odd.files[0].sha256 = "../../etc/passwd".to_owned();
    odd.files[0].title = " ".to_owned();
    odd.files[0].taken_at = Some(bench.now.plus_seconds(3_600));
    assert_eq!(codes(&mut bench, odd), ["fault-hash", "fault-missing", "fault-future"]);
    let unknown = bench.act(attach(OTHER, &[1]).into());
    assert!(bench.send(unknown).is_err());
    let mut elsewhere = attach(&case, &[1]);
    elsewhere.to = bench.ok(diary_write()).header.act;
    elsewhere.case = Some(elsewhere.to.clone());
    let sent = bench.act(elsewhere.into());
    assert!(bench.send(sent).is_err(), "a diary entry is no case");
}

#[test]
fn files_go_with_what_they_belong_to_and_others_stay() {
    let mut bench = bench(&[(1, "image/jpeg"), (2, "image/png")]);
    let (one, two) = (bench.ok(fir()).header.act, bench.ok(fir()).header.act);
    let entry = bench.ok(diary_write()).header.act;
    let first = bench.ok(attach(&one, &[1])).header.act;
    bench.ok(attach(&two, &[1]));
    // Of an entry, in the first case.
    let mut of_entry = attach(&entry, &[2]);
    of_entry.case = Some(one.clone());
    let second = bench.ok(of_entry).header.act;
    let rec = bench.ok(expunge(&[&one]));
    let Some(Body::RecordExpunge(order)) = &rec.body else { panic!() };
    for act in [&first, &second] {
        assert!(order.acts.contains(act), "{act}");
    }
    let left = rows(&bench);
    assert_eq!(left.len(), 1);
    assert_eq!(left[0].to, two);
    assert_eq!(bench.ledger.get::<AttachedRow>("ps-test", &entry).unwrap(), None);
    assert_eq!(bench.ledger.rebuilt().unwrap(), *bench.ledger.views());
    let again = bench.act(attach(&one, &[1]).into());
    assert!(bench.send(again).is_err(), "nothing is attached to what is expunged");
}

#[test]
fn one_act_of_files_may_go_alone() {
    let mut bench = bench(&[(1, "image/jpeg"), (2, "image/png")]);
    let case = bench.ok(fir()).header.act;
    let first = bench.ok(attach(&case, &[1])).header.act;
    let second = bench.ok(attach(&case, &[2])).header.act;
    bench.ok(expunge(&[&first]));
    assert_eq!(rows(&bench).len(), 1);
    assert_eq!(bench.ledger.get::<AttachedRow>("ps-test", &case).unwrap().unwrap().acts, [second]);
    assert_eq!(bench.ledger.rebuilt().unwrap(), *bench.ledger.views());
}
