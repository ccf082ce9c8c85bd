//! Documents: every crate is introduced, every link leads somewhere.

use std::collections::BTreeSet;

use crate::tree::File;

/// Crates without a README or without a line in ARCHITECTURE.md.
#[must_use]
pub fn check_crates(files: &[File]) -> Vec<String> {
    let paths: BTreeSet<&str> = files.iter().map(|file| file.path.as_str()).collect();
    let map = files.iter().find(|file| file.path == "ARCHITECTURE.md").and_then(|file| file.text.as_deref());
    let mut complaints = Vec::new();
    for path in &paths {
        let Some(folder) = path.strip_suffix("/Cargo.toml").filter(|folder| folder.starts_with("crates/"))
        else {
            continue;
        };
        if !paths.contains(format!("{folder}/README.md").as_str()) {
            complaints.push(format!("{folder} has no README.md"));
        }
        if !map.unwrap_or_default().contains(&format!("`{folder}`")) {
            complaints.push(format!("{folder} is not on the map: name it as `{folder}` in ARCHITECTURE.md"));
        }
    }
    complaints
}

/// Relative links in Markdown that lead nowhere.
#[must_use]
pub fn check_links(files: &[File]) -> Vec<String> {
    let mut known: BTreeSet<String> = BTreeSet::new();
    for file in files {
        known.insert(file.path.clone());
        let folders = file.path.match_indices('/').filter_map(|(at, _)| file.path.get(..at));
        known.extend(folders.map(str::to_owned));
    }
    let mut complaints = Vec::new();
    for file in files.iter().filter(|file| file.extension() == "md") {
        let mut fenced = false;
        for (number, line) in file.lines() {
            fenced ^= line.trim_start().starts_with("```");
            if fenced {
                continue;
            }
            for target in links(line).filter(|target| !known.contains(&resolve(&file.path, target))) {
                complaints.push(format!("{}:{number}: no such file: `{target}`", file.path));
            }
        }
    }
    complaints
}

/// The relative targets of a line's links, without their fragments.
fn links(line: &str) -> impl Iterator<Item = &str> {
    let targets = line.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let relative = targets.filter(|target| !target.contains(':') && !target.starts_with('#'));
    relative.filter_map(|target| target.split(['#', ' ']).next()).filter(|target| !target.is_empty())
}

/// The path from the root of a link's target in the file at `path`.
fn resolve(path: &str, target: &str) -> String {
    let mut parts: Vec<&str> = path.split('/').collect();
    parts.pop();
    for part in target.trim_end_matches('/').split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()),
            name => parts.push(name),
        }
    }
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dead_link_is_found() {
        let text =
            "[a](../b/c.md#part), [b](https://x.invalid/)\n[c](#here), [d](nowhere.md), [e](../../docs/)\n";
        let fenced = "```\n[x](nothing)\n```\n";
        let files = [
            File::new("crates/a/README.md", &format!("{text}{fenced}")),
            File::new("crates/b/c.md", ""),
            File::new("docs/a.md", ""),
        ];
        assert_eq!(check_links(&files), ["crates/a/README.md:2: no such file: `nowhere.md`"]);
    }

    #[test]
    fn a_crate_nobody_introduced_is_found() {
        let map = File::new("ARCHITECTURE.md", "| `crates/known` | … |\n");
        let files = [
            map,
            File::new("crates/known/Cargo.toml", ""),
            File::new("crates/known/README.md", ""),
            File::new("crates/unknown/Cargo.toml", ""),
        ];
        assert_eq!(check_crates(&files).len(), 2);
    }
}
