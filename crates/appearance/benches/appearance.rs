//! `./run bench -- appearance [--people N] [--queries N] [--seed N]`: words of witnesses who err, each about somebody
//! whose record is among so many, searched in the store and by a plain scan of a list of structs in the same run.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a benchmark stops where it cannot go on")]

#[path = "../tests/it/people.rs"]
mod people;
#[path = "parts/plain.rs"]
mod plain;
#[path = "../tests/it/sample.rs"]
mod sample;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use people::{Dice, Person, Told};
use plain::{Frequencies, Plain};
use roznamcha_appearance::{About, ErrorModel, Index, Lineup, LineupError, Must, Query, Sitter};
use sample::Sample;

/// How many of a search are shown.
const SHOWN: usize = 100;

fn number(arguments: &[String], name: &str, default: u64) -> u64 {
    let at = arguments.iter().position(|argument| argument == name);
    at.and_then(|at| arguments.get(at + 1)).and_then(|value| value.parse().ok()).unwrap_or(default)
}

/// Whether other benchmarks were asked for by name and this one was not.
fn is_for_others(arguments: &[String]) -> bool {
    let mut words = arguments.iter().enumerate().filter(|(at, argument)| {
        let value = *at > 0 && arguments[at - 1].starts_with("--") && argument.parse::<u64>().is_ok();
        !argument.starts_with("--") && !value
    });
    words.clone().next().is_some() && words.all(|(_, word)| word != "appearance")
}

/// Time on the wall and of the processor: others may be at work on this machine.
#[derive(Default)]
struct Times {
    wall: Vec<Duration>,
    processor: Vec<Duration>,
}

/// What this thread has had of the processor, to a tick of the clock; Linux only.
fn processor() -> Option<Duration> {
    let text = std::fs::read_to_string("/proc/thread-self/schedstat").ok()?;
    text.split(' ').next()?.parse().ok().map(Duration::from_nanos)
}

impl Times {
    fn of<T>(&mut self, work: impl FnOnce() -> T) -> T {
        let (begin, used) = (Instant::now(), processor());
        let done = work();
        let wall = begin.elapsed();
        self.wall.push(wall);
        let span = used.zip(processor()).map(|(from, to)| to.saturating_sub(from));
        self.processor.push(span.unwrap_or(wall));
        done
    }

    fn at(&self, part: usize) -> f64 {
        percentile(&self.processor, part)
    }

    fn print(&self, what: &str, more: &str) {
        let (p50, p99) = (percentile(&self.wall, 50), percentile(&self.wall, 99));
        let (own50, own99) = (self.at(50), self.at(99));
        println!("{what:<44} {own50:>10.1} ms p50, {own99:.1} ms p99 (wall {p50:.1}, {p99:.1})   {more}");
    }
}

fn percentile(times: &[Duration], part: usize) -> f64 {
    let mut times = times.to_vec();
    times.sort_unstable();
    times[(times.len() - 1) * part / 100].as_secs_f64() * 1e3
}

struct Ranks(Vec<usize>);

impl Ranks {
    fn within(&self, rank: usize) -> f64 {
        self.0.iter().filter(|found| **found <= rank).count() as f64 * 100.0 / self.0.len() as f64
    }

    fn print(&self, what: &str) {
        let within = |rank| self.within(rank);
        println!(
            "{what:<44} rank 1: {:.1} %   in 10: {:.1} %   in 100: {:.1} %   of {}",
            within(1),
            within(10),
            within(100),
            self.0.len()
        );
    }
}

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if is_for_others(&arguments) {
        return;
    }
    let (people, queries) = (number(&arguments, "--people", 1_500_000), number(&arguments, "--queries", 300));
    let seed = number(&arguments, "--seed", 1) << 32;
    let sample = Sample::new();
    let mut index = Index::new(sample.vocabulary.clone(), ErrorModel::default());
    index.reserve(people as usize);
    let mut dice = Dice::new(seed);
    let mut list = Vec::with_capacity(people as usize);
    let mut adding = Duration::ZERO;
    for id in 0..people {
        let mut person = Person::of(seed + id).recorded(&mut dice);
        // The same mark or method twice is one.
        let once = |list: &mut Vec<_>| {
            list.sort_unstable();
            list.dedup();
        };
        person.marks.iter_mut().for_each(once);
        person.methods.iter_mut().for_each(|list| {
            list.sort_unstable();
            list.dedup();
        });
        let description = person.description(&sample);
        let begin = Instant::now();
        index.add(id, &description).unwrap();
        adding += begin.elapsed();
        list.push(person);
    }
    let each = adding.as_secs_f64() * 1e6 / people as f64;
    println!("appearance: {people} synthetic people, {queries} witnesses, one core");
    println!(
        "{:<44} {:>10.1} MB, {:.0} bytes a person",
        "memory of the store",
        index.bytes() as f64 / 1e6,
        index.bytes() as f64 / people as f64
    );
    println!("{:<44} {each:>10.2} µs", "adding one");
    searches(&sample, &index, &list, queries, seed, &mut dice);
    by_method(&sample, &index, people, queries, seed, &mut dice);
    removing(&mut index, people);
    lineups(&sample, &index, &list, seed, &mut dice);
}

fn searches(sample: &Sample, index: &Index, list: &[Person], queries: u64, seed: u64, dice: &mut Dice) {
    let frequencies = Frequencies::of(list);
    let (mut ours, mut theirs) = (Times::default(), Times::default());
    let (mut ranks, mut filtered, mut said, mut same) = (Vec::new(), Vec::new(), 0, (0, 0));
    let place =
        |ids: &[u64], right: u64| ids.iter().position(|id| *id == right).map_or(usize::MAX, |at| at + 1);
    for turn in 0..queries {
        let right = dice.below(list.len()) as u64;
        let told = Person::of(seed + right).told(dice);
        let query = told.query(sample);
        said += things(&told);
        let hits = ours.of(|| index.search(&query, SHOWN)).unwrap();
        ranks.push(place(&hits.iter().map(|hit| hit.id).collect::<Vec<_>>(), right));
        let exact = index.search(&filters(&query), SHOWN).unwrap();
        filtered.push(place(&exact.iter().map(|hit| hit.id).collect::<Vec<_>>(), right));
        // The plain scan is slow: every fourth witness is enough for its times.
        if turn % 4 == 0 {
            let plain = Plain::new(&frequencies, &told);
            let found = theirs.of(|| plain.search(list, SHOWN));
            let ours: Vec<u64> = hits.iter().map(|hit| hit.id).collect();
            same.0 += found.iter().zip(&ours).filter(|(theirs, ours)| theirs == ours).count();
            same.1 += ours.len();
        }
    }
    println!("{:<44} {:>10.1} a witness", "things said", said as f64 / queries as f64);
    let met = if ours.at(99) <= 50.0 { "met" } else { "NOT met" };
    ours.print("search", &format!("aim p99 at most 50: {met}"));
    let (p50, p99) = (ours.at(50) / theirs.at(50), ours.at(99) / theirs.at(99));
    let alike = same.0 as f64 * 100.0 / same.1.max(1) as f64;
    let more = format!("ratio {p50:.3} at p50, {p99:.3} at p99; {alike:.1} % of its places answered alike");
    theirs.print("plain scan of a list of structs", &more);
    Ranks(ranks).print("the right record, search");
    Ranks(filtered).print("the right record, exact filters instead");
}

/// The same words as filters, as a form of drop-down lists would ask: all of it, exactly. Methods are left out.
fn filters(query: &Query) -> Query {
    let range = |about: &About| (about.value.saturating_sub(about.tolerance), about.value + about.tolerance);
    let mut must: Vec<Must> = query.coded.iter().map(|code| Must::Coded(vec![*code])).collect();
    must.extend(query.height.iter().map(range).map(|(from, to)| Must::Height(from, to)));
    must.extend(query.weight.iter().map(range).map(|(from, to)| Must::Weight(from, to)));
    must.extend(query.born.iter().map(range).map(|(from, to)| Must::Born(from, to)));
    must.extend(query.marks.iter().copied().map(Must::Mark));
    if must.is_empty() { query.clone() } else { Query { year: query.year, must, ..Query::default() } }
}

/// How many things a witness says.
fn things(told: &Told) -> usize {
    let measures = [told.height, told.weight, told.born].iter().flatten().count();
    measures + told.coded.iter().flatten().count() + told.marks.len() + told.methods.len()
}

fn by_method(sample: &Sample, index: &Index, people: u64, queries: u64, seed: u64, dice: &mut Dice) {
    let (mut times, mut ranks) = (Times::default(), Vec::new());
    for _ in 0..queries {
        let right = dice.below(people as usize) as u64;
        let told = Person::of(seed + right).told(dice);
        let query = Query { methods: told.query(sample).methods, ..Query::default() };
        let hits = times.of(|| index.search(&query, SHOWN)).unwrap();
        ranks.push(hits.iter().position(|hit| hit.id == right).map_or(usize::MAX, |at| at + 1));
    }
    times.print("search by methods alone", "");
    Ranks(ranks).print("the right record, by methods alone");
}

fn removing(index: &mut Index, people: u64) {
    let gone = people.min(20_000);
    let begin = Instant::now();
    let removed = (0..gone).filter(|id| index.remove(*id)).count();
    let each = begin.elapsed().as_secs_f64() * 1e6 / removed.max(1) as f64;
    println!("{:<44} {each:>10.2} µs", "removing one");
}

/// Line-ups from two thousand who are described as the suspect is, as an officer would draw them.
fn lineups(sample: &Sample, index: &Index, list: &[Person], seed: u64, dice: &mut Dice) {
    let (mut times, mut sizes) = (Times::default(), Vec::new());
    let mut reasons: BTreeMap<&str, u32> = BTreeMap::new();
    let gone = 20_000;
    for turn in 0..200u64 {
        if list.len() <= gone {
            return;
        }
        let right = (gone + dice.below(list.len() - gone)) as u64;
        let query = Person::of(seed + right).told(dice).query(sample);
        let sitter = |id: u64| Sitter {
            id,
            person: id,
            description: index.get(id).unwrap(),
            photograph: id.is_multiple_of(2),
            child: false,
            chosen: false,
        };
        let suspect = Sitter { photograph: true, ..sitter(right) };
        let lineup = times.of(|| {
            let alike = index.alike(&query, &suspect.description).unwrap();
            let hits = index.search(&alike, 2_000).unwrap();
            let pool: Vec<Sitter> = hits.iter().map(|hit| sitter(hit.id)).collect();
            index.lineup(&query, &suspect, &pool, 8, turn)
        });
        match lineup {
            Ok(Lineup { fairness, .. }) => {
                sizes.push((fairness.functional.unwrap_or(0.0), fairness.effective))
            }
            Err(LineupError::TooFew { .. }) => *reasons.entry("too few fair fillers").or_default() += 1,
            Err(_) => *reasons.entry("not fair").or_default() += 1,
        }
    }
    let mean = |of: fn(&(f64, f64)) -> f64| sizes.iter().map(of).sum::<f64>() / sizes.len().max(1) as f64;
    times.print("a line-up of nine", "its search included");
    println!(
        "{:<44} made {} of 200; functional size {:.1}, effective size {:.1} of 9; refused {reasons:?}",
        "line-ups",
        sizes.len(),
        mean(|size| size.0),
        mean(|size| size.1)
    );
}
