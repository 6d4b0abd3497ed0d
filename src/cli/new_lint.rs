//! `new-lint`: a lint to start from, which passes its own examples.

use std::fs::{self, OpenOptions};
use std::io::Write;
use std::path::Path;

use super::args::{ColorChoice, NewLint};
use super::terminal::Terminal;
use super::{Status, lint_files, setup, text};
use crate::catalog::{Catalog, LintFile};
use crate::error::Error;

/// A small lint that says something true.
const STARTER: &str = include_str!("new_lint.toml");

/// Writes the lint, unless its name is taken or cannot be one.
pub fn new_lint(args: &NewLint) -> Status {
    let mut terminal = Terminal::new(ColorChoice::Auto);
    let path = args.dir.join(format!("{}.toml", args.id));
    let name = path.display().to_string();
    match write(&path, &name, &args.dir) {
        Ok(()) => {
            let folder = args.dir.display();
            terminal.note(&format!("wrote `{name}`; its examples are run by `copydesk test-lints {folder}`"));
            terminal
                .note(&format!("checked with from then on: `lint-paths = [\"{folder}\"]` in copydesk.toml"));
            Status::Fine
        }
        Err(errors) => setup::refuse(&errors, &mut terminal),
    }
}

fn write(path: &Path, name: &str, folder: &Path) -> Result<(), Vec<Error>> {
    let file =
        LintFile { path: lint_files::below(path, folder), name: name.to_owned(), text: STARTER.to_owned() };
    // Loading it finds out whether the id and the category are names, and whether a lint has them already.
    Catalog::with_lints(std::slice::from_ref(&file))
        .map_err(|errors| errors.into_iter().map(|e| Error { place: None, ..e }).collect::<Vec<_>>())?;
    let cannot = |e: std::io::Error| match e.kind() {
        std::io::ErrorKind::AlreadyExists => {
            vec![Error::new(format!("there is a `{name}` already")).help("it is left as it is")]
        }
        _ => vec![Error::new(format!("cannot write `{name}`: {}", text::why(&e)))],
    };
    fs::create_dir_all(folder).map_err(cannot)?;
    let mut out = OpenOptions::new().write(true).create_new(true).open(path).map_err(cannot)?;
    out.write_all(STARTER.as_bytes()).map_err(cannot)
}
