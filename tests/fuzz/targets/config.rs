//! A `copydesk.toml`: it is taken or refused with a place in it, and what is taken can be asked.

#![no_main]

#[path = "../shared.rs"]
mod shared;

use copydesk::config::{File, read_csv};
use copydesk::{Config, Error};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = shared::text(bytes);
    let _ = read_csv("names.csv", &text);
    let catalog = shared::LINTER.catalog();
    match File::parse("copydesk.toml", text.as_str()).and_then(|file| Config::new(&file, catalog)) {
        Err(errors) => {
            assert!(!errors.is_empty());
            errors.iter().for_each(|error| placed(error, &text));
        }
        Ok(config) => {
            for name in ["a.md", "news/b.html", "../c.txt", "", "/"] {
                let _ = config.pick(name);
                assert_eq!(config.levels(catalog, name).len(), catalog.lints().len());
            }
        }
    }
});

fn placed(error: &Error, text: &str) {
    assert!(!error.to_string().is_empty());
    let fits = error.place.as_ref().is_none_or(|place| text.get(place.span.range()).is_some());
    assert!(fits, "{error} is no place of the file");
}
