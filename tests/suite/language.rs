//! The lint language: fixture lints that show everything it can say, one small file for each part.

use std::path::Path;

use copydesk::{Catalog, catalog::LintFile};

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
    for lint in catalog.lints() {
        for e in lint.examples.iter() {
            let (text, marks) = e.unmarked();
            let mut config = copydesk::Config::default();
            config.set_level("all", copydesk::Level::Allow);
            config.set_level(&lint.id, copydesk::Level::Warn);
            let linter = copydesk::Linter::new(Catalog::with_lints(&files).unwrap(), config);
            let s = copydesk::Source::new("x", text.as_str(), e.format).unwrap();
            let o = linter.check(&s);
            println!(
                "{text} {marks:?} -> {:#?}",
                o.findings.iter().map(|f| (f.span, &f.message, &f.fixes)).collect::<Vec<_>>()
            );
        }
    }
}
