//! `copydesk.toml` and the command line, and what they make of the catalogue's levels.
//!
//! A file is read in two steps, because it names folders of lints: [`File::parse`] looks at its shape, and
//! [`Config::new`] settles what it says once the catalogue is there. Nothing here reads files.
//!
//! ```
//! use copydesk::config::File;
//! use copydesk::{Catalog, Config};
//!
//! let catalog = Catalog::builtin();
//! let file = File::parse("copydesk.toml", "[lints]\nuseless-suppresion = \"deny\"\n").unwrap();
//! let errors = Config::new(&file, &catalog).unwrap_err();
//! assert_eq!(
//!     errors[0].to_string(),
//!     "copydesk.toml:2:1: there is no lint or category `useless-suppresion` (did you mean `useless-suppression`?)"
//! );
//! ```

mod entries;
mod file;
mod levels;
mod names;
mod paths;
mod values;

use std::path::PathBuf;

use globset::GlobSet;

pub use file::File;
pub use levels::{Levels, known};

pub use crate::lint::Setting;
pub use names::read_csv;

use crate::catalog::Catalog;
use crate::error::Error;
use crate::lint::{HouseName, Level, Settings};
use levels::Rule;
use paths::Anchor;

/// What the user wants.
#[derive(Clone, Debug, Default)]
pub struct Config {
    settings: Settings,
    require_reason: bool,
    preview: bool,
    rules: Vec<Rule>,
    overrides: Vec<Override>,
    include: GlobSet,
    exclude: GlobSet,
    anchor: Anchor,
    max_file_size: Option<u64>,
    chosen: Vec<(String, Level)>,
    only: Vec<String>,
}

/// Levels of their own for some paths.
#[derive(Clone, Debug)]
struct Override {
    paths: GlobSet,
    rules: Vec<Rule>,
}

/// What the configuration says of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// Nothing: its ending decides.
    Silent,
    /// It is to be checked.
    Include,
    /// It is to be left out.
    Exclude,
}

impl Config {
    /// What a file says, with the names of lints that `catalog` has. All mistakes are given at once.
    pub fn new(file: &File, catalog: &Catalog) -> Result<Self, Vec<Error>> {
        let written = &file.written;
        let mut errors = Vec::new();
        let config = Self {
            settings: Settings {
                date: values::date(file, &mut errors),
                varieties: values::varieties(file, &mut errors),
                names: names::of_file(file, &mut errors),
            },
            require_reason: written.require_reason,
            preview: written.preview,
            rules: values::rules(&written.lints, file, catalog, &mut errors),
            overrides: written
                .overrides
                .iter()
                .map(|o| Override {
                    paths: paths::globs(&o.paths, file, &mut errors),
                    rules: values::rules(&o.lints, file, catalog, &mut errors),
                })
                .collect(),
            include: paths::globs(&written.include, file, &mut errors),
            exclude: paths::globs(&written.exclude, file, &mut errors),
            max_file_size: values::max_file_size(file, &mut errors),
            ..Self::default()
        };
        errors.sort_by_key(|e: &Error| e.place.as_ref().map(|place| place.span));
        if errors.is_empty() { Ok(config) } else { Err(errors) }
    }

    /// Sets the level of a lint, a category or `all`; what is set later wins, and all of it wins over the file.
    pub fn set_level(&mut self, name: &str, level: Level) {
        self.chosen.push((name.to_owned(), level));
    }

    /// Runs no other lints than those that are named by their ids, their categories or `all`.
    pub fn set_only(&mut self, names: impl IntoIterator<Item = String>) {
        self.only = names.into_iter().collect();
    }

    /// Says what the names of sources are relative to, and which folder the paths of the file are relative to.
    pub fn set_folders(&mut self, working: impl Into<PathBuf>, root: impl Into<PathBuf>) {
        self.anchor = Anchor { working: working.into(), root: root.into() };
    }

    /// Adds names to the house list.
    pub fn add_names(&mut self, names: impl IntoIterator<Item = HouseName>) {
        self.settings.names.extend(names);
    }

    /// Settings that checks may ask for.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The same, to change them.
    pub fn settings_mut(&mut self) -> &mut Settings {
        &mut self.settings
    }

    /// Whether every suppression must say why.
    pub fn require_reason(&self) -> bool {
        self.require_reason
    }

    /// The most bytes of one article, if the file says so.
    pub fn max_file_size(&self) -> Option<u64> {
        self.max_file_size
    }

    /// Whether a file of that name is to be checked where that is a question: in a folder.
    pub fn pick(&self, name: &str) -> Pick {
        if self.include.is_empty() && self.exclude.is_empty() {
            return Pick::Silent;
        }
        let path = self.anchor.path_of(name);
        match () {
            () if self.exclude.is_match(&path) => Pick::Exclude,
            () if self.include.is_empty() => Pick::Silent,
            () if self.include.is_match(&path) => Pick::Include,
            () => Pick::Exclude,
        }
    }

    /// The level of every lint for a source of that name, in the catalogue's order. [`Levels`] remembers them.
    pub fn levels(&self, catalog: &Catalog, source: &str) -> Vec<Setting> {
        levels::settle(self, catalog, &self.overrides_of(source))
    }

    /// The overrides that hold for a source, by their place in the file.
    fn overrides_of(&self, source: &str) -> Vec<usize> {
        if self.overrides.is_empty() {
            return Vec::new();
        }
        let path = self.anchor.path_of(source);
        (0..self.overrides.len()).filter(|&i| self.overrides[i].paths.is_match(&path)).collect()
    }
}
