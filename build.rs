//! Digests the lint files at build time.

fn main() {}
