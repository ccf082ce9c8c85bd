//! The rules of the house, checked: each module is a rule, a pure function from the tree to complaints.

pub mod banned;
pub mod documents;
pub mod floors;
pub mod lockfile;
pub mod purity;
pub mod sizes;
pub mod threats;
pub mod tree;
