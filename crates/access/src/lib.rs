//! Who may do what, to which rows, and see which fields.
