//! The written form of the journal: headers, hashes, commitments, Merkle proofs, checkpoints.
