//! The lints that are written in Rust, one file each: what data cannot say.
//!
//! A file is named after its lint and holds `pub(super) static LINT: Lint`. The lists below are generated from the
//! folder: `cargo bless` writes them, `cargo test` refuses stale ones.

use crate::lint::Lint;

mod a_an;
mod abbreviated_magnitude;
mod acronym_stop_mix;
mod bare_ordinal_day;
mod beside;
mod calendar;
mod calendar_mismatch;
mod cannot_split;
mod capitalized_function_word;
mod content_words;
mod country_name_mix;
mod currency_after_amount;
mod dash_attribution;
mod double_scale_number;
mod duplicate_paragraph;
mod foreign_date_format;
mod foreign_number_format;
mod foreign_punctuation;
mod foreign_quotes;
mod foreign_script_run;
mod fractional_large_number;
mod heading_echo;
mod headline_repeated_word;
mod house_name;
mod html_entity;
mod indian_number_unit;
mod invisible_character;
mod key_set;
mod known_words;
mod lowercase_proper;
mod markdown_residue;
mod misread_bytes;
mod misread_text;
mod missing_final_punctuation;
mod missing_space;
mod mixed_script_word;
mod mojibake;
mod n_thousand;
mod name_given;
mod name_key;
mod name_mentions;
mod name_pairs;
mod name_spelling_variant;
mod near_duplicate_sentence;
mod number_text;
mod place_names;
mod pronoun_gender_flip;
mod punctuation_spacing;
mod quote_glued_to_verb;
mod quote_marks;
mod quote_spacing;
mod quote_style_mix;
mod related_teaser;
mod repeated_across_articles;
mod repeated_function_word;
mod repeated_phrase;
mod repetition_loop;
mod reporting_verbs;
mod scripts;
mod site_menu;
mod spelling_pairs;
mod spelling_variety_mix;
mod split_compound;
mod suppression_without_reason;
mod unbalanced_curly_quote;
mod useless_suppression;
mod word_set;

/// All lints written in Rust, by file name.
#[rustfmt::skip]
pub static ALL: &[&Lint] = &[
    &a_an::LINT,
    &abbreviated_magnitude::LINT,
    &acronym_stop_mix::LINT,
    &bare_ordinal_day::LINT,
    &calendar_mismatch::LINT,
    &cannot_split::LINT,
    &capitalized_function_word::LINT,
    &country_name_mix::LINT,
    &currency_after_amount::LINT,
    &dash_attribution::LINT,
    &double_scale_number::LINT,
    &duplicate_paragraph::LINT,
    &foreign_date_format::LINT,
    &foreign_number_format::LINT,
    &foreign_punctuation::LINT,
    &foreign_quotes::LINT,
    &foreign_script_run::LINT,
    &fractional_large_number::LINT,
    &heading_echo::LINT,
    &headline_repeated_word::LINT,
    &house_name::LINT,
    &html_entity::LINT,
    &indian_number_unit::LINT,
    &invisible_character::LINT,
    &lowercase_proper::LINT,
    &markdown_residue::LINT,
    &missing_final_punctuation::LINT,
    &missing_space::LINT,
    &mixed_script_word::LINT,
    &mojibake::LINT,
    &n_thousand::LINT,
    &name_spelling_variant::LINT,
    &near_duplicate_sentence::LINT,
    &pronoun_gender_flip::LINT,
    &punctuation_spacing::LINT,
    &quote_glued_to_verb::LINT,
    &quote_spacing::LINT,
    &quote_style_mix::LINT,
    &related_teaser::LINT,
    &repeated_across_articles::LINT,
    &repeated_function_word::LINT,
    &repeated_phrase::LINT,
    &repetition_loop::LINT,
    &site_menu::LINT,
    &spelling_variety_mix::LINT,
    &split_compound::LINT,
    &suppression_without_reason::LINT,
    &unbalanced_curly_quote::LINT,
    &useless_suppression::LINT,
];
