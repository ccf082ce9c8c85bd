//! `roznamcha link bench`: a file in which a column tells the truth, linked without looking at it, then compared with it.

use std::path::{Path, PathBuf};
use std::time::Instant;

use roznamcha_linkage::{
    Blocking, Candidates, Decided, FORGOTTEN, Guards, LearnError, Learned, Model, ModelError, Policy, cluster,
};
use serde::Serialize;
use thiserror::Error;

use crate::clock::{cpu_seconds, peak_mb};
use crate::columns::Role;
use crate::read::{How, Read, ReadError, read};
use crate::truth::{Right, Truth};

/// Thresholds tried for the best clusters.
const TRIED: [f32; 9] = [-4.0, -2.0, 0.0, 1.0, 2.0, 4.0, 6.0, 8.0, 10.0];

/// What is measured.
#[derive(Debug, Clone, Default)]
pub struct Plan {
    /// One file of which doubles are found, or two between which records are linked.
    pub files: Vec<PathBuf>,
    /// The column that tells the truth.
    pub truth: String,
    /// What columns are, where their names do not tell.
    pub roles: Vec<(String, Role)>,
    /// A random half of the persons, 0 or 1: all records are linked, and only these are counted.
    pub half: Option<u32>,
    /// A file to write the learned model to.
    pub save: Option<PathBuf>,
    /// A model learned before.
    pub model: Option<PathBuf>,
}

/// Why nothing can be measured.
#[derive(Debug, Error)]
pub enum BenchError {
    /// A file.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// Learning.
    #[error(transparent)]
    Learn(#[from] LearnError),
    /// A model.
    #[error(transparent)]
    Model(#[from] ModelError),
    /// Writing or reading a model.
    #[error("`{0}`: {1}")]
    Disk(PathBuf, std::io::Error),
    /// A model for other columns.
    #[error("the model `{0}` was learned for other columns: learn it again")]
    Foreign(PathBuf),
}

/// What came out.
#[derive(Debug, Clone, Serialize)]
pub struct Outcome {
    /// Records.
    pub records: usize,
    /// Pairs of one person among them, of those asked about.
    pub true_pairs: f64,
    /// Columns that nothing was made of.
    pub ignored: Vec<String>,
    /// Records under keys, blocks divided, blocks passed over, pairs compared.
    pub blocking: [u64; 4],
    /// The share of true pairs that was compared at all.
    pub ceiling: f64,
    /// From what the model was learned.
    pub learned: Learned,
    /// Which model it was.
    pub model: String,
    /// Pairs at nought bits: as likely as not by the model, no label looked at.
    pub pair: Right,
    /// Pairs at the best threshold, picked with the labels.
    pub pair_best: Right,
    /// Persons at nought bits.
    pub cluster: Right,
    /// Persons at the best threshold, picked with the labels.
    pub cluster_best: Right,
    /// Persons found.
    pub persons: usize,
    /// Pairs for a reviewer.
    pub reviews: usize,
    /// Processor seconds.
    pub cpu_seconds: f64,
    /// Seconds.
    pub seconds: f64,
    /// The most memory held, in megabytes.
    pub peak_mb: f64,
}

/// Links and measures.
///
/// # Errors
/// [`BenchError`].
pub fn bench(plan: &Plan) -> Result<Outcome, BenchError> {
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let files: Vec<&Path> = plan.files.iter().map(PathBuf::as_path).collect();
    let mut read = read(&files, &How { truth: &plan.truth, roles: &plan.roles })?;
    let across = files.len() > 1;
    let (candidates, model) = learned(plan, &mut read, across)?;
    let edges = candidates.weigh(&model, &read.table, FORGOTTEN);
    let truth = Truth { persons: &read.persons, files: &read.files, across, half: plan.half };
    let guards = Guards::learned(&model);
    let policy = |bits: f32| Policy { automatic: bits, review: FORGOTTEN, guards };
    let clusters = cluster(&model, &read.table, &edges, &Decided::default(), &policy(0.0));
    let (reviews, of) = (clusters.review.len(), clusters.of);
    let persons = of.iter().zip(0u32..).filter(|(of, row)| *of == row).count();
    // What it costs to link ends here; what follows only measures.
    let (cpu_seconds, seconds, peak_mb) = (cpu_seconds() - cpu, start.elapsed().as_secs_f64(), peak_mb());
    let at_nought = truth.clusters(&of, 0.0);
    let all = truth.all();
    let compared = candidates.pairs().filter(|(a, b)| truth.same(*a, *b));
    let ceiling = compared.map(|(a, b)| truth.counts(a, b)).sum::<f64>() / all.max(1.0);
    let tried = TRIED.iter().map(|bits| {
        let of = cluster(&model, &read.table, &edges, &Decided::default(), &policy(*bits)).of;
        truth.clusters(&of, *bits)
    });
    let cluster_best = tried.max_by(|a, b| a.f1.total_cmp(&b.f1)).unwrap_or(at_nought);
    let (pair, pair_best) = truth.pairs(&edges, 0.0);
    Ok(Outcome {
        records: read.table.len(),
        true_pairs: all,
        ignored: read.ignored,
        blocking: counted(candidates.blocking),
        ceiling,
        learned: model.learned(),
        model: model.version()?,
        pair,
        pair_best,
        cluster: at_nought,
        cluster_best,
        persons,
        reviews,
        cpu_seconds,
        seconds,
        peak_mb,
    })
}

fn counted(blocking: Blocking) -> [u64; 4] {
    [blocking.keys, blocking.divided, blocking.too_large, blocking.pairs]
}

fn learned(plan: &Plan, read: &mut Read, across: bool) -> Result<(Candidates, Model), BenchError> {
    let files = &read.files;
    let apart = |a: u32, b: u32| across && files.get(a as usize) == files.get(b as usize);
    let (candidates, model) = match &plan.model {
        Some(path) => {
            let text =
                std::fs::read_to_string(path).map_err(|error| BenchError::Disk(path.clone(), error))?;
            let model = Model::parse(&text)?;
            if *model.schema() != read.schema {
                return Err(BenchError::Foreign(path.clone()));
            }
            (Candidates::find_for(&model, &mut read.table, apart), model)
        }
        None => {
            let candidates = Candidates::find(&read.schema, &mut read.table, apart);
            let model = candidates.learn(&read.schema, &read.table, &[])?;
            (candidates, model)
        }
    };
    if let Some(path) = &plan.save {
        std::fs::write(path, model.json()?).map_err(|error| BenchError::Disk(path.clone(), error))?;
    }
    Ok((candidates, model))
}
