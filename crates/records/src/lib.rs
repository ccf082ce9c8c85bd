//! The only door to the records: sign-in, authority, audit, acts and reads.
