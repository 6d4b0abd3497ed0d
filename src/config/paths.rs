//! Globs of the configuration, and the paths they are held against.

use std::path::{Component, Path, PathBuf};

use globset::{GlobBuilder, GlobSet, GlobSetBuilder};
use toml::Spanned;

use super::file::File;
use crate::error::Error;

/// How the name of a source becomes a path that globs are about: relative to the folder of the configuration.
#[derive(Clone, Debug, Default)]
pub(super) struct Anchor {
    /// What relative names are relative to.
    pub working: PathBuf,
    /// The folder of the configuration.
    pub root: PathBuf,
}

impl Anchor {
    /// The path of a source, with `/` between its parts. A source outside the folder keeps its own path.
    pub fn path_of(&self, name: &str) -> PathBuf {
        let path = plain(&self.working.join(without_line(name)));
        match path.strip_prefix(plain(&self.root)) {
            Ok(inside) => inside.to_owned(),
            Err(_) => path,
        }
    }
}

/// A record is called `list.jsonl:12`; globs are about the list.
fn without_line(name: &str) -> &str {
    match name.rsplit_once(':') {
        Some((list, line)) if line.bytes().all(|b| b.is_ascii_digit()) && !line.is_empty() => list,
        _ => name,
    }
}

/// The path without `.` and, where that can be told from the words alone, without `..`.
fn plain(path: &Path) -> PathBuf {
    let mut out = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if matches!(out.components().next_back(), Some(Component::Normal(_))) => {
                out.pop();
            }
            part => out.push(part),
        }
    }
    out
}

/// The globs of a list. One without a slash matches at any depth, and one that matches a folder matches all that is
/// in it, as in `.gitignore`.
pub(super) fn globs(list: &[Spanned<String>], file: &File, errors: &mut Vec<Error>) -> GlobSet {
    let mut set = GlobSetBuilder::new();
    for written in list {
        let text = written.get_ref();
        let inner = text.trim_end_matches('/');
        let anchored = inner.trim_start_matches('/');
        let anywhere = if inner.contains('/') { "" } else { "**/" };
        for form in [format!("{anywhere}{anchored}"), format!("{anywhere}{anchored}/**")] {
            match GlobBuilder::new(&form).literal_separator(true).build() {
                Ok(glob) => {
                    set.add(glob);
                }
                Err(e) => {
                    errors.push(file.error(written.span(), format!("`{text}` is not a glob: {}", e.kind())));
                    break;
                }
            }
        }
    }
    // Each glob has been built by itself, so together they only could be too large.
    set.build().unwrap_or_else(|e| {
        errors.push(Error::new(format!("the globs are too large: {e}")));
        GlobSet::empty()
    })
}
