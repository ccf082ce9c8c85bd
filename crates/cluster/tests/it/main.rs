//! The cluster against a real server.

#[cfg(test)]
mod server;
