//! The lint language: fixture lints that show everything it can say, one small file for each part.

use std::path::Path;

use copydesk::catalog::LintFile;
use copydesk::{Catalog, examples};

use crate::repository;

/// All lint files below a folder.
pub(crate) fn lint_files(folder: &Path) -> Vec<LintFile> {
    fn gather(root: &Path, folder: &Path, files: &mut Vec<LintFile>) {
        for entry in std::fs::read_dir(folder).expect("a lint folder can be read") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() {
                gather(root, &path, files);
            } else if path.extension().is_some_and(|e| e == "toml") {
                let below = path.strip_prefix(root).expect("a file lies below its folder");
                let below = below.to_string_lossy().replace('\\', "/");
                let text = std::fs::read_to_string(&path).expect("a lint file can be read");
                files.push(LintFile { path: below.clone(), name: below, text });
            }
        }
    }
    let mut files = Vec::new();
    gather(folder, folder, &mut files);
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files
}

#[test]
fn fixture_lints_do_what_their_examples_say() {
    let files = lint_files(&repository("fixtures/lints"));
    let catalog = Catalog::with_lints(&files).unwrap_or_else(|errors| panic!("{errors:#?}"));
    let linter = examples::linter(catalog);
    let lints = linter.catalog().lints();
    let faults: Vec<String> = lints
        .iter()
        .filter(|lint| lint.category == "language")
        .flat_map(|lint| examples::run(&linter, lint).into_iter().map(move |v| format!("{}: {v}", lint.id)))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
