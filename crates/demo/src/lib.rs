//! A synthetic district with a year of life in it.
