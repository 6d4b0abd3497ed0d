//! The lints that are written in Rust, one file each: what data cannot say.
//!
//! A file is named after its lint and holds `pub(super) static LINT: Lint`. The lists below are generated from the
//! folder: `cargo bless` writes them, `cargo test` refuses stale ones.

use crate::lint::Lint;

mod house_name;
mod known_words;
mod name_key;
mod name_mentions;
mod name_pairs;
mod name_spelling_variant;
mod suppression_without_reason;
mod useless_suppression;

/// All lints written in Rust, by file name.
#[rustfmt::skip]
pub static ALL: &[&Lint] = &[
    &house_name::LINT,
    &name_spelling_variant::LINT,
    &suppression_without_reason::LINT,
    &useless_suppression::LINT,
];
