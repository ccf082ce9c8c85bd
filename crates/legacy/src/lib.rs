//! Import of a legacy system's incident list, with reconciliation.
