//! The lints that are written in Rust, one file each: what data cannot say.
//!
//! A new one is a file in this folder; `cargo test` writes the lists below and fails once.

mod suppressions;

use crate::lint::Lint;

/// All lints written in Rust.
pub static ALL: &[&Lint] = &[&suppressions::USELESS, &suppressions::WITHOUT_REASON];
