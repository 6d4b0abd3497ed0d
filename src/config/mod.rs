//! `copydesk.toml` and the command line, and what they make of the catalogue's levels.

use crate::catalog::Catalog;
use crate::lint::{Level, Settings};

/// The level of one lint for one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Setting {
    /// How loud it is.
    pub level: Level,
    /// Whether the user chose the level: then it holds for all rows of the lint, also those that are off by default.
    pub chosen: bool,
}

/// What the user wants.
#[derive(Clone, Debug, Default)]
pub struct Config {
    settings: Settings,
    require_reason: bool,
    chosen: Vec<(String, Level)>,
}

impl Config {
    /// Sets the level of a lint, a category or `all`; what is set later wins.
    pub fn set_level(&mut self, name: &str, level: Level) {
        self.chosen.push((name.to_owned(), level));
    }

    /// Settings that checks may ask for.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Whether every suppression must say why.
    pub fn require_reason(&self) -> bool {
        self.require_reason
    }

    /// The level of every lint for a source of that name, in the catalogue's order.
    pub fn levels(&self, catalog: &Catalog, _source: &str) -> Vec<Setting> {
        let of = |lint: &crate::lint::Lint| {
            let own = if lint.preview { Level::Allow } else { lint.level };
            self.chosen
                .iter()
                .rev()
                .find(|(name, _)| *name == lint.id || *name == lint.category || name == "all")
                .map_or(Setting { level: own, chosen: false }, |(_, level)| Setting {
                    level: *level,
                    chosen: true,
                })
        };
        catalog.lints().iter().map(of).collect()
    }
}
