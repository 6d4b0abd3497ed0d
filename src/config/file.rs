//! `copydesk.toml` as written. Its shape is checked here; what the names in it mean is settled with the catalogue.

use std::ops::Range;
use std::sync::Arc;

use serde::Deserialize;
use toml::Spanned;

use crate::error::Error;
use crate::lint::Level;
use crate::text::Span;

/// A configuration file that has been read.
#[derive(Clone, Debug)]
pub struct File {
    name: Arc<str>,
    text: Arc<str>,
    pub(super) written: Written,
}

/// The keys of the file.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(super) struct Written {
    pub lints: Lints,
    pub overrides: Vec<Override>,
    pub include: Vec<Spanned<String>>,
    pub exclude: Vec<Spanned<String>>,
    pub lint_paths: Vec<String>,
    pub require_reason: bool,
    pub preview: bool,
    pub varieties: Vec<Spanned<String>>,
    pub date: Option<Spanned<toml::Value>>,
    pub names: Names,
    pub names_file: Option<String>,
    pub max_file_size: Option<Spanned<toml::Value>>,
}

/// A part of the paths, with levels of its own.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Override {
    pub paths: Vec<Spanned<String>>,
    pub lints: Lints,
}

/// A `[lints]` table: names in the order of the file, and what is said of them.
#[derive(Clone, Debug, Default)]
pub(super) struct Lints(pub Vec<(Spanned<String>, Entry)>);

/// What is said of a lint: `"warn"` or `{ level = "warn", priority = -1 }`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry {
    pub level: Level,
    /// Of entries that name the same lint the highest wins; then the one that names it most closely.
    pub priority: i64,
}

/// A `[names]` table: how names are written here, in the order of the file, and how they are not.
#[derive(Clone, Debug, Default)]
pub(super) struct Names(pub Vec<(Spanned<String>, Vec<Spanned<String>>)>);

impl File {
    /// Reads the text of a file called `name`. What it says is checked only as far as that goes without knowing
    /// the lints.
    pub fn parse(name: impl Into<Arc<str>>, text: impl Into<Arc<str>>) -> Result<Self, Vec<Error>> {
        let (name, text) = (name.into(), text.into());
        match toml::from_str(&text) {
            Ok(written) => Ok(Self { name, text, written }),
            Err(e) => Err(vec![Error::in_toml(&name, &text, &e)]),
        }
    }

    /// Folders of the user's own lints, relative to the folder of the file.
    pub fn lint_paths(&self) -> &[String] {
        &self.written.lint_paths
    }

    /// The file with the house list of names, relative to the folder of the file.
    pub fn names_file(&self) -> Option<&str> {
        self.written.names_file.as_deref()
    }

    /// An error at a place of the file.
    pub(super) fn error(&self, place: Range<usize>, message: impl Into<String>) -> Error {
        Error::new(message).at(self.name.clone(), self.text.clone(), Span::from(place))
    }
}
