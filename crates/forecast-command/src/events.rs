//! Files of events: unpacked on one core while the other reads the rows.

use std::fs::File;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use flate2::read::MultiGzDecoder;
use roznamcha_forecast::{
    Class, Columns, Facts, Loaded, Loader, Projection, is_discovered, told, without_strays,
};

use crate::error::CommandError;
use crate::options::Events;

/// Bytes that are handed from core to core at once, and how many such handfuls may wait.
const HANDFUL: usize = 1 << 18;
const WAITING: usize = 16;
/// Within so many metres of the bulk of the crimes nothing is far.
const NEAR: f64 = 10_000.0;

/// Crimes in metres, with what turns metres into the file's own coordinates.
pub(crate) struct Given {
    pub(crate) facts: Facts,
    pub(crate) projection: Projection,
    pub(crate) classes: Vec<Class>,
}

/// Reads the events and says what was refused. Only what is known before the day `origin` decides what is far, and along
/// which latitude degrees become metres; `later` keeps what comes after it, for a backtest.
pub(crate) fn given(
    events: &Events,
    origin: i32,
    later: bool,
    out: &mut dyn Write,
) -> Result<Given, CommandError> {
    let loaded = read(events)?;
    writeln!(out, "{} rows: {} used, {}", loaded.rows, loaded.facts.len(), told(&loaded.refused))?;
    let before = |known: i32| known.div_euclid(1440) < origin;
    let facts = if later { loaded.facts } else { loaded.facts.only(|fact| before(fact.known)) };
    let classes = classes(events, &facts, origin)?;
    let crs = events.crs.crs();
    let early = facts.only(|fact| before(fact.known));
    let projection = Projection::new(crs, middle(&early));
    let reach = projection.written([NEAR, NEAR]);
    let (kept, far) = without_strays(&early, reach[0].max(reach[1]));
    if !far.is_empty() {
        writeln!(out, "left out: {}", told(&far))?;
    }
    let kept = if later { with_later(kept, &facts, before) } else { kept };
    let facts = kept.moved(|place| projection.metres(place));
    Ok(Given { facts, projection, classes })
}

/// What comes later lies on the squares of what came before, or nowhere.
fn with_later(mut kept: Facts, facts: &Facts, before: impl Fn(i32) -> bool) -> Facts {
    for fact in facts.iter().filter(|fact| !before(fact.known)) {
        kept.push(fact);
    }
    kept
}

/// The middle latitude.
fn middle(facts: &Facts) -> f64 {
    let mut latitudes: Vec<f64> = facts.iter().map(|fact| fact.y).collect();
    let at = latitudes.len() / 2;
    if latitudes.is_empty() { 0.0 } else { *latitudes.select_nth_unstable_by(at, f64::total_cmp).1 }
}

fn classes(events: &Events, facts: &Facts, origin: i32) -> Result<Vec<Class>, CommandError> {
    if events.class.is_empty() {
        return Ok(facts.classes().collect());
    }
    let class = |wanted: &String| {
        if is_discovered(wanted) {
            return Err(CommandError::Discovered(wanted.clone()));
        }
        facts.class(wanted).ok_or_else(|| {
            let there: Vec<&str> = facts.classes().map(|class| facts.class_name(class)).collect();
            let origin = roznamcha_forecast::time::written(origin);
            CommandError::NoClass { wanted: wanted.clone(), origin, there: there.join(", ") }
        })
    };
    events.class.iter().map(class).collect()
}

fn read(events: &Events) -> Result<Loaded, CommandError> {
    let columns = Columns {
        time: events.time_column.clone(),
        until: events.until_column.clone(),
        reported: events.reported_column.clone(),
        x: events.x_column.clone(),
        y: events.y_column.clone(),
        uncertainty: events.uncertainty_column.clone(),
        class: events.class_column.clone(),
        source: events.source_column.clone(),
        id: events.id_column.clone(),
        order: events.date_order.order(),
    };
    let mut loader = Loader::new(&columns, events.crs.crs());
    for path in &events.events {
        one(path, &mut loader)?;
    }
    let last = events.events.last().cloned().unwrap_or_default();
    loader.finish().map_err(|error| CommandError::Load(last, error))
}

fn one(path: &Path, loader: &mut Loader<'_>) -> Result<(), CommandError> {
    let mut file = File::open(path).map_err(CommandError::file(path))?;
    let mut first = [0_u8; 4];
    let got = file.read(&mut first).map_err(CommandError::file(path))?;
    if first == *b"PAR1" {
        return Err(CommandError::Parquet(path.to_path_buf()));
    }
    let whole = first.get(..got).unwrap_or_default().chain(file);
    let wrong = |error| CommandError::Load(path.to_path_buf(), error);
    if first.starts_with(&[0x1f, 0x8b]) {
        unpacked(whole, |reader| loader.read(reader)).map_err(wrong)
    } else {
        loader.read(whole).map_err(wrong)
    }
}

/// Unpacks on a thread of its own.
fn unpacked<T>(packed: impl Read + Send, read: impl FnOnce(Handed) -> T) -> T {
    let (sender, receiver) = sync_channel(WAITING);
    std::thread::scope(|scope| {
        scope.spawn(move || unpack(packed, &sender));
        read(Handed { receiver, now: Vec::new(), at: 0 })
    })
}

/// Stops when nobody listens any more.
fn unpack(packed: impl Read, sender: &SyncSender<std::io::Result<Vec<u8>>>) {
    let mut decoder = MultiGzDecoder::new(std::io::BufReader::with_capacity(HANDFUL, packed));
    loop {
        let mut handful = Vec::with_capacity(HANDFUL);
        let got = decoder.by_ref().take(HANDFUL as u64).read_to_end(&mut handful);
        let end = !matches!(got, Ok(count) if count > 0);
        if sender.send(got.map(|_| handful)).is_err() || end {
            return;
        }
    }
}

/// What was unpacked, in order.
struct Handed {
    receiver: Receiver<std::io::Result<Vec<u8>>>,
    now: Vec<u8>,
    at: usize,
}

impl Read for Handed {
    fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
        if self.at == self.now.len() {
            self.now = self.receiver.recv().unwrap_or_else(|_| Ok(Vec::new()))?;
            self.at = 0;
        }
        let got = self.now.get(self.at..).unwrap_or_default().read(into)?;
        self.at += got;
        Ok(got)
    }
}
