//! The one test binary: everything is tested through the front door.
//!
//! With `BLESS=1` (`cargo bless`) expected outputs and generated lists are rewritten instead of compared.

#[cfg(feature = "cli")]
mod cli;
#[cfg(feature = "cli")]
mod encodings;
mod examples;
mod exports;
mod fixing;
mod formats;
#[cfg(feature = "cli")]
mod input_schemas;
#[cfg(feature = "cli")]
mod inputs;
mod language;
mod laws;
#[path = "../laws/mod.rs"]
mod laws_of_texts;
mod lists;
mod matching;
mod names;
mod precision;
mod publication;
mod reading;
mod readme;
mod schemas;
mod showing;
mod tidy;

use std::path::{Path, PathBuf};

/// A path below the repository.
fn repository(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Compares `actual` with the file, or rewrites the file under `BLESS=1`.
#[track_caller]
fn expect_file(path: &Path, actual: &str) {
    let expected = std::fs::read_to_string(path).unwrap_or_default();
    if expected == actual {
        return;
    }
    if std::env::var_os("BLESS").is_some() {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).expect("the folder of an expected file can be made");
        }
        std::fs::write(path, actual).expect("an expected file can be written");
        return;
    }
    panic!(
        "{} is not what came out; run `cargo bless` and read the diff\n--- expected\n{expected}\n--- actual\n{actual}",
        path.display(),
    );
}
