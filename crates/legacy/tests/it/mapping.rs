//! The mapping file.

use roznamcha_legacy::{Mapping, MappingError};

#[test]
fn the_worked_examples_read() {
    for text in [include_str!("../../mappings/chicago.toml"), include_str!("../../mappings/vancouver.toml")] {
        Mapping::parse(text).unwrap();
    }
}

#[test]
fn what_cannot_be_used_is_named() {
    let good = include_str!("../../mappings/chicago.toml");
    let fault = |from: &str, to: &str| match Mapping::parse(&good.replace(from, to)) {
        Err(MappingError::Value { key, .. }) => key.to_owned(),
        Err(MappingError::Shape(what)) => what,
        Ok(_) => String::new(),
    };
    assert_eq!(fault("\"chicago\"", "\"chi cago\""), "source");
    assert_eq!(fault("-06:00", "six"), "occurred.offset");
    assert_eq!(fault("[\"%Y-%m-%d %H:%M:%S\"]", "[]"), "occurred.formats");
    assert!(fault("class =", "klass =").contains("klass"));
}
