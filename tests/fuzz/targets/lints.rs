//! A lint file of a user: it is taken or refused with a place in it, and what is taken can be run.

#![no_main]

#[path = "../shared.rs"]
mod shared;

use copydesk::catalog::{Catalog, LintFile};
use copydesk::{Format, examples};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = shared::text(bytes);
    let file = LintFile { path: "own/fuzzed.toml".into(), name: "own/fuzzed.toml".into(), text: text.clone() };
    match Catalog::with_lints(&[file]) {
        Err(errors) => {
            assert!(!errors.is_empty());
            for error in errors {
                assert!(!error.to_string().is_empty());
                let fits = error.place.as_ref().is_none_or(|place| text.get(place.span.range()).is_some());
                assert!(fits, "{error} is no place of the file");
            }
        }
        Ok(catalog) => {
            let linter = examples::linter(catalog);
            let lint = linter.catalog().get("fuzzed").expect("the file has a lint");
            let _ = examples::run(&linter, lint);
            let sample = "The mayor, who is at this point in time in Oslo, said on Monday: “No.”";
            linter.check(&shared::source(sample, Format::Text));
        }
    }
});
