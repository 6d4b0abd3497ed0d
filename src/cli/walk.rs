//! From the paths of the command line to the list of what is checked.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use ignore::WalkBuilder;

use super::input::{Input, Kind};
use super::text;
use crate::config::{Config, Pick};
use crate::error::Error;
use crate::source::Format;

/// Which files count.
pub struct Choice<'a> {
    /// What the user says that all files hold.
    pub forced: Option<Kind>,
    /// What the configuration includes and excludes.
    pub config: &'a Config,
    /// Whether what is excluded is left out even if it is named.
    pub force: bool,
}

/// What was found, and the paths that could not be looked at.
#[derive(Debug, Default)]
pub struct Found {
    /// Sorted by name; every file once.
    pub inputs: Vec<Input>,
    /// What went wrong on the way.
    pub errors: Vec<Error>,
}

/// Looks at every path: files are taken, folders searched.
pub fn gather(paths: &[PathBuf], choice: &Choice<'_>) -> Found {
    let mut found = Found::default();
    for path in paths {
        match std::fs::metadata(path) {
            Err(e) => found.errors.push(text::unreadable(&name_of(path), &e)),
            Ok(about) if about.is_dir() => folder(path, choice, &mut found),
            Ok(_) => {
                let name = name_of(path);
                if !choice.force || choice.config.pick(&name) != Pick::Exclude {
                    found.inputs.push(input(name, path.clone(), choice));
                }
            }
        }
    }
    keep_one_of_each(&mut found.inputs);
    found.inputs.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

fn input(name: Arc<str>, path: PathBuf, choice: &Choice<'_>) -> Input {
    let kind = Kind::of(&path, choice.forced);
    Input { name, path: Some(path), kind }
}

/// The articles of a folder.
fn folder(path: &Path, choice: &Choice<'_>, found: &mut Found) {
    // A .gitignore says what is not the author's own text, whether or not git has been set up.
    let walk = WalkBuilder::new(path).require_git(false).build();
    for entry in walk {
        let entry = match entry {
            Ok(entry) => entry,
            Err(e) => {
                found.errors.push(Error::new(format!("cannot search `{}`: {e}", name_of(path))));
                continue;
            }
        };
        if !entry.file_type().is_some_and(|t| t.is_file()) && !is_linked_file(&entry) {
            continue;
        }
        let name = name_of(entry.path());
        let wanted = match choice.config.pick(&name) {
            Pick::Include => true,
            Pick::Exclude => false,
            Pick::Silent => Format::of_path(&name).is_some(),
        };
        if wanted {
            found.inputs.push(input(name, entry.into_path(), choice));
        }
    }
}

/// Whether an entry is a symbolic link to a file. Links to folders are not followed: they may run in circles.
fn is_linked_file(entry: &ignore::DirEntry) -> bool {
    entry.path_is_symlink() && std::fs::metadata(entry.path()).is_ok_and(|about| about.is_file())
}

/// What a path is called in output: as it was given, without a leading `./`.
fn name_of(path: &Path) -> Arc<str> {
    let name = path.to_string_lossy();
    let short = name.strip_prefix("./").filter(|rest| !rest.is_empty()).unwrap_or(&name);
    Arc::from(short)
}

/// Drops inputs that are the same file as an earlier one under another name.
fn keep_one_of_each(inputs: &mut Vec<Input>) {
    let mut seen: HashSet<PathBuf> = HashSet::new();
    inputs.retain(|input| match &input.path {
        Some(path) => seen.insert(std::fs::canonicalize(path).unwrap_or_else(|_| path.clone())),
        None => true,
    });
}
