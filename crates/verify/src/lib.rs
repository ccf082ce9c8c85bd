//! The outsider's verifier: shares nothing with the writer but the written format.
