//! A power cut: the disk has what was synced and any part of what was not. Every image it could leave is opened.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::disk::{Chance, Tape};
use crate::http::Client;
use crate::load::{Acked, Load};
use crate::program::{Place, setting, skip};
use crate::server::Server;
use crate::site::{Site, entry, moharrar, new_id};
use crate::trace::{Trace, missing};
use crate::truth::Truth;

/// What the server does to the disk, and what it tells the world.
const ALL: &str = "trace=pwrite64,write,writev,pwritev,sendto,sendmsg,fdatasync,fsync,sync_file_range,msync,\
                   ftruncate,fallocate,copy_file_range,rename,renameat,renameat2,unlink,unlinkat";

/// A life of the server, recorded: writers at work, then an orderly stop.
struct Recorded {
    tape: Tape,
    acked: Vec<Acked>,
    /// Whatever else is in the folder.
    rest: PathBuf,
    _site: Site,
}

fn record(acts: u32) -> Recorded {
    let site = Site::new();
    let folder = fs::canonicalize(&site.place.data).unwrap();
    let mut server = Server::start(&site.place);
    let client = Client::sign_in(server.port, &moharrar());
    assert_eq!(client.act(&new_id(), &entry("پہلا اندراج")).unwrap().status, 201);
    let log = site.dir.path().join("power.trace");
    let trace = Trace::attach_to_all(server.id(), &["-y", "-xx", "-s", "16777216", "-e", ALL], &log).unwrap();
    let before = files(&folder);
    let load = Load::start(server.port, 4);
    load.wait_for(acts);
    let acked = load.stop();
    assert!(server.stop().is_some_and(|s| s.success()), "{}", server.said());
    let tape = Tape::read(&trace.log(), &folder, before);
    Recorded { tape, acked, rest: folder, _site: site }
}

/// The database and its log, as they stand.
fn files(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let names = fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
    let kept = names.filter(|p| {
        let name = p.file_name().unwrap().to_string_lossy().into_owned();
        name.contains(".db") && !name.ends_with("-shm")
    });
    kept.map(|p| (p.clone(), fs::read(&p).unwrap())).collect()
}

impl Recorded {
    /// A folder as a cut could leave it.
    fn lay(&self, image: &BTreeMap<PathBuf, Vec<u8>>, to: &Path) -> Place {
        fs::create_dir_all(to).unwrap();
        for file in fs::read_dir(&self.rest).unwrap().map(|f| f.unwrap().path()) {
            let name = file.file_name().unwrap();
            if file.is_dir() {
                crate::site::copy_folder(&file, &to.join(name));
            } else if !name.to_string_lossy().contains(".db") {
                fs::copy(&file, to.join(name)).unwrap();
            }
        }
        for (file, bytes) in image {
            fs::write(to.join(file.file_name().unwrap()), bytes).unwrap();
        }
        Place::file(to)
    }

    /// Where to cut: every second time at one of the worst moments.
    fn cut(&self, chance: &mut Chance) -> usize {
        let moments = self.tape.moments();
        match chance.below(2) {
            0 => moments[chance.below(moments.len())],
            _ => chance.below(self.tape.end() + 1),
        }
    }

    fn told(&self, cut: usize) -> Vec<Acked> {
        let told = self.tape.told(cut);
        self.acked.iter().filter(|a| told.contains(a.id.as_str())).cloned().collect()
    }
}

#[test]
fn a_power_cut_loses_nothing_acknowledged() {
    if let Some(why) = missing() {
        return skip(&why);
    }
    let recorded = record(setting("FAULT_CUT_ACTS", 250).try_into().unwrap());
    let (writes, syncs, told) = recorded.tape.counts();
    assert!(recorded.acked.iter().all(|a| recorded.tape.told(usize::MAX).contains(a.id.as_str())));
    let (seeds, next) = (setting("FAULT_CUTS", 200), AtomicUsize::new(0));
    let dir = tempfile::tempdir().unwrap();
    let kept = Mutex::new((0, 0));
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::SeqCst);
                    if seed >= seeds {
                        break;
                    }
                    let (acked, beyond) = one_cut(&recorded, seed, &dir.path().join(seed.to_string()));
                    let mut kept = kept.lock().unwrap();
                    *kept = (kept.0 + acked, kept.1 + beyond);
                }
            });
        }
    });
    let (acked, beyond) = kept.into_inner().unwrap();
    println!(
        "{writes} writes, {syncs} syncs, {told} acts acknowledged; {seeds} power cuts: all opened, no drift"
    );
    println!(
        "  {acked} acknowledged acts looked for, 0 lost, 0 doubled; {beyond} more kept than acknowledged"
    );
}

/// Cuts once; gives how many acts had been acknowledged and how many more were kept.
fn one_cut(recorded: &Recorded, seed: usize, folder: &Path) -> (usize, usize) {
    let mut chance = Chance::new(seed as u64);
    let cut = recorded.cut(&mut chance);
    let place = recorded.lay(&recorded.tape.image(cut, &mut chance, false), folder);
    let fsck = place.run(&["fsck"]);
    assert_eq!(fsck.code, Some(0), "seed {seed}, line {cut}: {}{}", fsck.out, fsck.err);
    let truth = Truth::in_file(&place.path());
    truth.is_gapless();
    let acked = recorded.told(cut);
    truth.has_all(&acked);
    let ours = recorded.acked.iter().filter(|a| truth.holds(&a.id)).count();
    fs::remove_dir_all(folder).unwrap();
    (acked.len(), ours - acked.len())
}

#[test]
fn a_disk_that_lies_about_syncs_is_noticed() {
    if let Some(why) = missing() {
        return skip(&why);
    }
    let recorded = record(40);
    let dir = tempfile::tempdir().unwrap();
    let end = recorded.tape.end();
    let noticed = (0..10).filter(|seed| {
        let image = recorded.tape.image(end, &mut Chance::new(*seed), true);
        let place = recorded.lay(&image, &dir.path().join(seed.to_string()));
        let sound = place.run(&["fsck"]).code == Some(0);
        !sound || {
            let truth = Truth::in_file(&place.path());
            recorded.told(end).iter().any(|a| !truth.holds(&a.id))
        }
    });
    let noticed = noticed.count();
    assert!(noticed >= 8, "this room would see what it looks for: {noticed} of 10");
}
