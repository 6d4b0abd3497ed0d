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

/// The lints of `docs/lint-language.md`. A block that starts with `summary` is a whole file, one with `file=` is that
/// file, and any other is a lint without its head.
pub(crate) fn lints_of_the_page() -> Vec<LintFile> {
    let page = std::fs::read_to_string(repository("docs/lint-language.md")).expect("the page can be read");
    let head = "summary = \"an example\"\nlevel = \"warn\"\nmqm = \"none\"\nsince = \"0.1.0\"\nwhy = \"To show it.\"\n";
    let blocks = page.split("```toml").skip(1).filter_map(|b| b.split_once("\n```")).map(|(block, _)| block);
    let file = |(i, block): (usize, &str)| {
        let (info, text) = block.split_once('\n').expect("a block has lines");
        let path =
            info.trim().strip_prefix("file=").map_or_else(|| format!("page/page-{i}.toml"), str::to_owned);
        let whole = path.starts_with("data/") || text.starts_with("summary");
        let text = if whole { text.to_owned() } else { format!("{head}{text}") };
        LintFile { name: path.clone(), path, text }
    };
    blocks.enumerate().map(file).collect()
}

/// Runs the examples of every lint of a category.
#[track_caller]
fn run_examples(files: &[LintFile], category: &str) -> usize {
    let catalog = Catalog::with_lints(files).unwrap_or_else(|errors| {
        panic!("{}", errors.iter().map(|e| e.to_string()).collect::<Vec<_>>().join("\n"))
    });
    let linter = examples::linter(catalog);
    let lints: Vec<_> = linter.catalog().lints().iter().filter(|lint| lint.category == category).collect();
    let faults: Vec<String> = lints
        .iter()
        .flat_map(|lint| examples::run(&linter, lint).into_iter().map(move |v| format!("{}: {v}", lint.id)))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    lints.len()
}

#[test]
fn fixture_lints_do_what_their_examples_say() {
    assert!(run_examples(&lint_files(&repository("fixtures/lints")), "language") > 0);
}

#[test]
fn the_page_about_the_language_tells_the_truth() {
    assert!(run_examples(&lints_of_the_page(), "page") > 12);
}

/// What is said of tables and of the lints that use them.
#[test]
fn mistakes_of_tables_are_shown_at_their_place() {
    let folder = repository("fixtures/broken-tables");
    for name in ["columns", "slips", "taken"] {
        let errors = Catalog::with_lints(&lint_files(&folder.join(name))).expect_err("a file is broken");
        let shown: Vec<String> = errors.iter().map(|e| copydesk::render::error(e, false)).collect();
        crate::expect_file(&folder.join(format!("{name}.out")), &shown.join("\n"));
    }
}

/// What is said of a broken lint file, as it is shown to its author.
#[test]
fn mistakes_are_shown_at_their_place() {
    let folder = repository("fixtures/broken-lints");
    for file in lint_files(&folder) {
        let name = file.path.trim_end_matches(".toml").to_owned();
        let file = LintFile { path: format!("broken/{}", file.path), ..file };
        let errors = Catalog::with_lints(&[file]).expect_err("the file is broken");
        let shown: Vec<String> = errors.iter().map(|e| copydesk::render::error(e, false)).collect();
        crate::expect_file(&folder.join(format!("{name}.out")), &shown.join("\n"));
    }
}
