//! Crates that must not come into the graph again.

/// Slow to build, or linked to a system library that a bare machine does not have.
const UNWANTED: [(&str, &str); 4] = [
    ("openssl-sys", "rustls with ring"),
    ("aws-lc-sys", "ring"),
    ("native-tls", "rustls with ring"),
    ("libpq-sys", "tokio-postgres"),
];

/// Every unwanted crate in the text of Cargo.lock.
#[must_use]
pub fn check(lock: &str) -> Vec<String> {
    let present = |name: &str| lock.lines().any(|line| line == format!("name = \"{name}\""));
    let unwanted = UNWANTED.iter().filter(|(name, _)| present(name));
    unwanted
        .map(|(name, instead)| format!("`{name}` is in Cargo.lock: use {instead} (`cargo tree -i {name}`)"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::check;

    #[test]
    fn an_unwanted_crate_is_found_by_its_whole_name() {
        assert_eq!(check("[[package]]\nname = \"openssl-sys\"\n").len(), 1);
        assert!(check("[[package]]\nname = \"openssl-sys-not\"\n").is_empty());
    }
}
