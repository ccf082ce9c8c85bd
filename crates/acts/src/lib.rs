//! Acts, what they post to which register, and the views computed from them.
