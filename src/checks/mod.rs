//! The lints that are written in Rust, one file each: what data cannot say.
//!
//! A file is named after its lint and holds `pub(super) static LINT: Lint`. The lists below are generated from the
//! folder: `cargo bless` writes them, `cargo test` refuses stale ones.

use crate::lint::Lint;

mod abbreviated_magnitude;
mod bare_ordinal_day;
mod beside;
mod calendar;
mod calendar_mismatch;
mod currency_after_amount;
mod double_scale_number;
mod foreign_number_format;
mod fractional_large_number;
mod house_name;
mod indian_number_unit;
mod known_words;
mod n_thousand;
mod name_key;
mod name_mentions;
mod name_pairs;
mod name_spelling_variant;
mod number_text;
mod quote_glued_to_verb;
mod quote_marks;
mod quote_spacing;
mod reporting_verbs;
mod suppression_without_reason;
mod unbalanced_curly_quote;
mod useless_suppression;

/// All lints written in Rust, by file name.
#[rustfmt::skip]
pub static ALL: &[&Lint] = &[
    &abbreviated_magnitude::LINT,
    &bare_ordinal_day::LINT,
    &calendar_mismatch::LINT,
    &currency_after_amount::LINT,
    &double_scale_number::LINT,
    &foreign_number_format::LINT,
    &fractional_large_number::LINT,
    &house_name::LINT,
    &indian_number_unit::LINT,
    &n_thousand::LINT,
    &name_spelling_variant::LINT,
    &quote_glued_to_verb::LINT,
    &quote_spacing::LINT,
    &suppression_without_reason::LINT,
    &unbalanced_curly_quote::LINT,
    &useless_suppression::LINT,
];
