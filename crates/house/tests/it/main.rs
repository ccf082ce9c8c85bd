//! The rules of the house, held against the house.

#[cfg(test)]
mod run;

#[cfg(test)]
mod house {
    use roznamcha_house::tree::{self, File};
    use roznamcha_house::{banned, documents, floors, lockfile, purity, sizes, threats};

    fn files() -> Vec<File> {
        let files = tree::files(&tree::root()).expect("git lists the files");
        assert!(files.iter().any(|file| file.path == "Cargo.toml"), "these are not the workspace's files");
        files
    }

    #[track_caller]
    fn none(complaints: &[String]) {
        assert!(complaints.is_empty(), "{} complaints:\n{}", complaints.len(), complaints.join("\n"));
    }

    #[test]
    fn no_crate_uses_what_stands_above_it() {
        let metadata = tree::metadata(&tree::root()).expect("cargo describes the workspace");
        let packages = floors::packages(&metadata).expect("cargo's description is read");
        assert!(packages.len() > 10, "only {} packages found", packages.len());
        none(&floors::check(&packages));
    }

    #[test]
    fn rules_touch_neither_clock_nor_machine() {
        none(&purity::check(&files()));
    }

    #[test]
    fn rooms_are_small() {
        none(&sizes::check(&files()));
    }

    #[test]
    fn most_rooms_are_smaller_still() {
        none(&sizes::check_distribution(&files()));
    }

    #[test]
    fn no_banned_word_stands() {
        none(&banned::check(&files()));
    }

    #[test]
    fn every_crate_is_introduced() {
        none(&documents::check_crates(&files()));
    }

    #[test]
    fn every_link_leads_somewhere() {
        none(&documents::check_links(&files()));
    }

    #[test]
    fn every_test_that_a_threat_names_exists() {
        none(&threats::check(&files()));
    }

    #[test]
    fn no_unwanted_crate_is_in_the_graph() {
        let lock = std::fs::read_to_string(tree::root().join("Cargo.lock")).expect("Cargo.lock is kept");
        none(&lockfile::check(&lock));
    }
}
