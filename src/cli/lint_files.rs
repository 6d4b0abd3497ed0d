//! Folders of the user's own lints.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use super::{setup, text};
use crate::catalog::{Catalog, LintFile};
use crate::error::Error;

/// The built-in lints and those of `folders`.
pub fn catalog(folders: &[PathBuf]) -> Result<Catalog, Vec<Error>> {
    match &*read(folders)? {
        [] => Ok(Catalog::builtin()),
        files => Catalog::with_lints(files),
    }
}

/// The `.toml` files of folders, sorted by path.
pub fn read(folders: &[PathBuf]) -> Result<Vec<LintFile>, Vec<Error>> {
    let (mut files, mut errors) = (Vec::new(), Vec::new());
    // Folders may lie in each other; a file is read once, under the folder that is named first.
    let mut seen = HashSet::new();
    for folder in folders {
        let mut paths = Vec::new();
        if let Err(e) = search(folder, &mut paths) {
            errors.push(text::unreadable(&folder.display().to_string(), &e));
        }
        paths.sort();
        for path in paths {
            if !seen.insert(path.canonicalize().unwrap_or_else(|_| path.clone())) {
                continue;
            }
            let name = path.display().to_string();
            match setup::read(&path, &name) {
                Ok(text) => files.push(LintFile { path: below(&path, folder), name, text }),
                Err(e) => errors.extend(e),
            }
        }
    }
    if errors.is_empty() { Ok(files) } else { Err(errors) }
}

/// For each example of a lint file, the line where it begins, from 1; nothing if the file cannot be read.
pub fn example_lines(file: &LintFile) -> Vec<usize> {
    #[derive(serde::Deserialize)]
    struct Examples {
        #[serde(default)]
        example: Vec<toml::Spanned<serde::de::IgnoredAny>>,
    }
    let examples = toml::from_str::<Examples>(&file.text).map_or_else(|_| Vec::new(), |read| read.example);
    let lines = |at: usize| file.text[..at].matches('\n').count() + 1;
    examples.iter().map(|example| lines(example.span().start)).collect()
}

fn search(folder: &Path, paths: &mut Vec<PathBuf>) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            search(&path, paths)?;
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            paths.push(path);
        }
    }
    Ok(())
}

/// The path below the folder, with `/`. A file that lies in the folder itself takes the folder's name for its category.
pub fn below(path: &Path, folder: &Path) -> String {
    let inside = path.strip_prefix(folder).unwrap_or(path);
    let mut parts: Vec<String> = inside.iter().map(|part| part.to_string_lossy().into_owned()).collect();
    if parts.len() == 1 {
        let whole = std::path::absolute(folder).unwrap_or_else(|_| folder.to_owned());
        let category = whole.file_name().map(|name| name.to_string_lossy().into_owned());
        parts.insert(0, category.unwrap_or_default());
    }
    parts.join("/")
}

/// The id of the lint that a file holds; a table has none, but its name does no harm.
pub fn id(file: &LintFile) -> String {
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    name.trim_end_matches(".toml").to_owned()
}
