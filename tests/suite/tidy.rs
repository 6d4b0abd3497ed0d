//! The repository's own rules: who may import whom, what the core may not touch, how long a file may be.

use std::path::{Path, PathBuf};

use copydesk::{Catalog, Level};

use crate::repository;

/// Each room, and the rooms it may import. Imports go down the floors only; `checks` and `scan` never meet.
const FLOORS: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("source", &["text"]),
    ("error", &["text"]),
    ("intake", &["source", "error", "text"]),
    ("document", &["source", "text"]),
    ("lint", &["document", "source", "text"]),
    ("scan", &["lint", "document", "text"]),
    ("checks", &["lint", "document", "source", "text"]),
    ("catalog", &["checks", "scan", "lint", "document", "source", "error", "text"]),
    ("config", &["catalog", "lint", "document", "source", "error", "text"]),
    ("signals", &["catalog", "lint", "document", "text"]),
    ("linter", &["signals", "config", "catalog", "lint", "document", "source", "text"]),
    ("project", &["linter", "config", "catalog", "lint", "document", "source", "text"]),
    ("fix", &["lint", "source", "text"]),
    ("render", &["catalog", "lint", "source", "error", "text"]),
    ("examples", &["project", "linter", "config", "catalog", "fix", "lint", "source", "text"]),
];

/// Rooms that may do IO and print.
const UPPER: &[&str] = &["cli", "lsp", "web", "main"];

/// What the core must not touch: files, the environment, the clock, processes, the terminal.
const BANNED: &[&str] = &[
    "std::fs",
    "std::env::",
    "std::process",
    "std::net",
    "SystemTime",
    "Instant::now",
    "println!",
    "eprintln!",
    "print!(",
    "eprint!(",
    "dbg!(",
];

/// All `.rs` files below a folder of the repository.
fn rust_files(folder: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![repository(folder)];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder of the repository can be read") {
            let path = entry.expect("an entry can be read").path();
            if path.is_dir() && path.file_name().is_some_and(|n| n != "target") {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// The room of a file of `src`: the first part of its path.
fn room(path: &Path) -> String {
    let below = path.strip_prefix(repository("src")).expect("the file lies in src");
    let first =
        below.components().next().expect("a path has a part").as_os_str().to_string_lossy().into_owned();
    first.trim_end_matches(".rs").to_owned()
}

/// The lines of code of a file: no comments.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).expect("a source file can be read");
    text.lines().filter(|l| !l.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

#[test]
fn imports_go_down_the_floors_only() {
    let mut faults = Vec::new();
    for path in rust_files("src") {
        let room = room(&path);
        if room == "lib" || UPPER.contains(&room.as_str()) {
            continue;
        }
        let Some((_, allowed)) = FLOORS.iter().find(|(name, _)| *name == room) else {
            faults.push(format!("{}: the room `{room}` is not in the table", path.display()));
            continue;
        };
        for import in code(&path).split("crate::").skip(1) {
            let name: String = import.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            let is_room = FLOORS.iter().any(|(r, _)| *r == name) || UPPER.contains(&name.as_str());
            if is_room && name != room && !allowed.contains(&name.as_str()) {
                faults.push(format!("{}: `{room}` may not import `{name}`", path.display()));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_core_touches_no_files_no_environment_no_clock_and_prints_nothing() {
    let mut faults = Vec::new();
    for path in rust_files("src").into_iter().filter(|p| !UPPER.contains(&room(p).as_str())) {
        let code = code(&path);
        faults
            .extend(BANNED.iter().filter(|b| code.contains(**b)).map(|b| format!("{}: {b}", path.display())));
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_file_is_too_long_to_read() {
    let files = ["src", "tests"].into_iter().flat_map(rust_files);
    let long: Vec<String> = files
        .map(|path| (code_lines(&path), path))
        .filter(|(lines, _)| *lines > 400)
        .map(|(lines, path)| format!("{}: {lines} lines", path.display()))
        .collect();
    assert!(long.is_empty(), "a crowded file is a name not found yet\n{}", long.join("\n"));
}

fn code_lines(path: &Path) -> usize {
    std::fs::read_to_string(path).expect("a source file can be read").lines().count()
}

#[test]
fn every_row_that_speaks_by_itself_names_its_source() {
    let catalog = Catalog::builtin();
    let mut faults = Vec::new();
    for lint in catalog.lints() {
        for row in catalog.rows(&lint.id) {
            let level = row.level.unwrap_or(lint.level);
            if level > Level::Allow && row.source.is_none_or(|s| s.trim().is_empty()) {
                faults.push(format!("{}: {:?} has no source", lint.id, row.patterns));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn lints_are_named_and_described_by_the_rules() {
    for lint in Catalog::builtin().lints() {
        let id = &lint.id;
        assert!(id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'), "{id}");
        assert!(!lint.summary.ends_with('.') && !lint.summary.contains('\n'), "{id}: summary");
        assert!(!lint.why.trim().is_empty(), "{id}: why");
        assert!(!lint.since.is_empty(), "{id}: since");
    }
}
