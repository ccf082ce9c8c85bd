//! Floors: a crate uses only crates below it.

use serde::Deserialize;

use crate::tree::TreeError;

/// Where a crate stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// On a floor, and beside which crates of the same floor it may lean.
    Floor(u8, &'static [&'static str]),
    /// Outside: uses nothing of ours, so that its word is independent. Only the entry and tests may use it.
    Outside,
    /// For tests and benchmarks only.
    TestOnly,
}

const RULES: u8 = 1;
const FACES: u8 = 3;
const ENTRY: u8 = 4;

/// The plan of the house; ARCHITECTURE.md says why.
const PLAN: &[(&str, Place)] = &[
    ("journal", Place::Floor(RULES, &[])),
    ("statute", Place::Floor(RULES, &[])),
    ("words", Place::Floor(RULES, &[])),
    ("acts", Place::Floor(RULES, &["journal", "words"])),
    ("access", Place::Floor(RULES, &[])),
    ("deadlines", Place::Floor(RULES, &["statute"])),
    ("crosscheck", Place::Floor(RULES, &["journal", "statute", "acts", "deadlines"])),
    ("prints", Place::Floor(RULES, &[])),
    ("prints-formats", Place::Floor(RULES, &["prints"])),
    ("prints-leader", Place::Floor(RULES, &["prints"])),
    ("prints-synth", Place::Floor(RULES, &["prints"])),
    ("appearance", Place::Floor(RULES, &[])),
    ("names", Place::Floor(RULES, &["words"])),
    ("linkage", Place::Floor(RULES, &[])),
    ("linkage-synth", Place::Floor(RULES, &[])),
    ("forecast", Place::Floor(RULES, &[])),
    ("store", Place::Floor(2, &[])),
    ("files", Place::Floor(2, &[])),
    ("prints-gallery", Place::Floor(2, &[])),
    ("records", Place::Floor(2, &["store", "files", "prints-gallery"])),
    ("print", Place::Floor(FACES, &[])),
    ("books", Place::Floor(FACES, &["print"])),
    ("sheets", Place::Floor(FACES, &["print"])),
    ("pages", Place::Floor(FACES, &["print", "books", "sheets"])),
    ("api", Place::Floor(FACES, &["print", "books", "sheets"])),
    ("legacy", Place::Floor(FACES, &[])),
    ("demo", Place::Floor(FACES, &[])),
    ("prints-bench", Place::Floor(FACES, &[])),
    ("names-bench", Place::Floor(FACES, &[])),
    ("linkage-bench", Place::Floor(FACES, &[])),
    ("forecast-command", Place::Floor(FACES, &[])),
    ("roznamcha", Place::Floor(ENTRY, &[])),
    ("verify", Place::Outside),
    ("cluster", Place::TestOnly),
    ("trial", Place::TestOnly),
    ("bench", Place::TestOnly),
    ("faults", Place::TestOnly),
    ("house", Place::TestOnly),
];

/// What a rules crate may not use: whatever brings time, chance, files, the network or waiting.
const IMPURE: [&str; 14] = [
    "async-trait",
    "axum",
    "deadpool-postgres",
    "fastrand",
    "figment",
    "futures-util",
    "getrandom",
    "hyper",
    "rand",
    "reqwest",
    "rusqlite",
    "tokio",
    "tokio-postgres",
    "tower",
];

/// A package of the workspace.
#[derive(Debug, Clone, Deserialize)]
pub struct Package {
    /// Its name in Cargo.toml.
    pub name: String,
    /// What it depends on.
    pub dependencies: Vec<Dependency>,
}

/// One line of a package's dependencies.
#[derive(Debug, Clone, Deserialize)]
pub struct Dependency {
    /// The other package's name.
    pub name: String,
    /// `dev`, `build`, or nothing for an ordinary one.
    pub kind: Option<String>,
}

#[derive(Deserialize)]
struct Metadata {
    packages: Vec<Package>,
}

/// The packages in what `cargo metadata` printed.
///
/// # Errors
/// [`TreeError::Metadata`] when it is not that.
pub fn packages(metadata: &str) -> Result<Vec<Package>, TreeError> {
    Ok(serde_json::from_str::<Metadata>(metadata)?.packages)
}

/// Every edge that the plan forbids, and every package the plan does not know.
#[must_use]
pub fn check(packages: &[Package]) -> Vec<String> {
    let mut complaints = Vec::new();
    for package in packages {
        let Some(place) = place(&package.name) else {
            complaints.push(format!(
                "`{}` is on no floor: give it one in crates/house/src/floors.rs",
                package.name
            ));
            continue;
        };
        for dependency in &package.dependencies {
            let for_tests = dependency.kind.as_deref() == Some("dev");
            let reason = match self::place(&dependency.name) {
                Some(target) => inner(&package.name, place, &dependency.name, target, for_tests),
                None => outer(place, &dependency.name, for_tests),
            };
            if let Some(reason) = reason {
                complaints.push(format!("`{}` uses `{}`: {reason}", package.name, dependency.name));
            }
        }
    }
    complaints
}

/// Why one of our crates may not use another; `None` when it may.
fn inner(name: &str, from: Place, target_name: &str, to: Place, for_tests: bool) -> Option<String> {
    match (from, to) {
        (Place::Outside, Place::TestOnly) if for_tests => None,
        (Place::Outside, _) => {
            Some(format!("`{name}` shares nothing with the writer but the written format"))
        }
        (Place::TestOnly, _) => None,
        (Place::Floor(..), Place::TestOnly) if for_tests => None,
        (Place::Floor(..), Place::TestOnly) => {
            Some("it is for tests only: make it a dev-dependency".to_owned())
        }
        (Place::Floor(floor, _), Place::Outside) if for_tests || floor == ENTRY => None,
        (Place::Floor(..), Place::Outside) => {
            Some("the verifier stands outside: only the entry may call it".to_owned())
        }
        (Place::Floor(floor, beside), Place::Floor(target, _)) => {
            let short = short(target_name);
            if target > floor {
                Some(format!("floor {floor} does not know floor {target}"))
            } else if for_tests {
                None
            } else if target == floor && !beside.contains(&short) {
                Some(format!("both are on floor {floor}, and the plan has no such edge"))
            } else if floor == FACES && short == "store" {
                Some(
                    "a face reaches records through `records`, where authority is checked, never the store"
                        .to_owned(),
                )
            } else {
                None
            }
        }
    }
}

/// Why a crate may not use a crate of others; `None` when it may.
fn outer(from: Place, target: &str, for_tests: bool) -> Option<String> {
    let pure = matches!(from, Place::Floor(RULES, _)) && !for_tests;
    (pure && IMPURE.contains(&target))
        .then(|| "a rules crate is pure: time and chance are passed in, keeping is floor 2's".to_owned())
}

fn short(name: &str) -> &str {
    name.strip_prefix("roznamcha-").unwrap_or(name)
}

/// Ours are called `roznamcha` or `roznamcha-…`.
fn place(name: &str) -> Option<Place> {
    if name != "roznamcha" && !name.starts_with("roznamcha-") {
        return None;
    }
    PLAN.iter().find(|(planned, _)| *planned == short(name)).map(|(_, place)| *place)
}

/// The folders of the rules crates, e.g. `crates/acts/src/`.
#[must_use]
pub fn rules_sources() -> Vec<String> {
    let on_rules = |place: &Place| matches!(place, Place::Floor(RULES, _));
    PLAN.iter().filter(|(_, place)| on_rules(place)).map(|(name, _)| format!("crates/{name}/src/")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(name: &str, dependency: &str, kind: Option<&str>) -> usize {
        let dependencies = vec![Dependency { name: dependency.to_owned(), kind: kind.map(str::to_owned) }];
        check(&[Package { name: name.to_owned(), dependencies }]).len()
    }

    #[test]
    fn forbidden_edges_are_found() {
        let forbidden = [
            ("roznamcha-pages", "roznamcha-store"),
            ("roznamcha-legacy", "roznamcha-store"),
            ("roznamcha-acts", "roznamcha-store"),
            ("roznamcha-journal", "roznamcha-acts"),
            ("roznamcha-store", "roznamcha-records"),
            ("roznamcha-api", "roznamcha-pages"),
            ("roznamcha-verify", "roznamcha-journal"),
            ("roznamcha-records", "roznamcha-verify"),
            ("roznamcha-store", "roznamcha-cluster"),
            ("roznamcha-acts", "tokio"),
            ("roznamcha-access", "getrandom"),
        ];
        for (from, to) in forbidden {
            assert_eq!(complaints(from, to, None), 1, "{from} -> {to}");
        }
        assert_eq!(complaints("roznamcha-journal", "roznamcha-store", Some("dev")), 1);
        assert_eq!(complaints("roznamcha-verify", "roznamcha-journal", Some("dev")), 1);
        assert_eq!(complaints("roznamcha-newcomer", "serde", None), 1);
    }

    #[test]
    fn planned_edges_are_not() {
        let planned = [
            ("roznamcha-acts", "roznamcha-words"),
            ("roznamcha-records", "roznamcha-store"),
            ("roznamcha-pages", "roznamcha-records"),
            ("roznamcha-pages", "roznamcha-print"),
            ("roznamcha-store", "tokio"),
            ("roznamcha", "roznamcha-verify"),
            ("roznamcha", "roznamcha-store"),
        ];
        for (from, to) in planned {
            assert_eq!(complaints(from, to, None), 0, "{from} -> {to}");
        }
        assert_eq!(complaints("roznamcha-store", "roznamcha-cluster", Some("dev")), 0);
        assert_eq!(complaints("roznamcha-acts", "tokio", Some("dev")), 0);
    }
}
