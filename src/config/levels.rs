//! Configuration, command line, catalogue and path: the level of each lint.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use super::Config;
use crate::catalog::Catalog;
use crate::error::Error;
use crate::lint::{Level, Lint, Setting};

/// One entry of a `[lints]` table.
#[derive(Clone, Debug)]
pub(super) struct Rule {
    /// A lint, a category or `all`.
    pub name: String,
    pub level: Level,
    pub priority: i64,
}

impl Rule {
    /// How closely the rule names a lint: as one of all, by its category, by its id. `None`: not at all.
    fn closeness(&self, lint: &Lint) -> Option<u8> {
        match () {
            () if self.name == lint.id => Some(2),
            () if self.name == lint.category => Some(1),
            () if self.name == "all" => Some(0),
            () => None,
        }
    }
}

/// What a table says of a lint: the highest priority, then the closest name.
fn said(rules: &[Rule], lint: &Lint) -> Option<Level> {
    rules
        .iter()
        .filter_map(|rule| Some((rule.priority, rule.closeness(lint)?, rule.level)))
        .max_by_key(|(priority, closeness, _)| (*priority, *closeness))
        .map(|(_, _, level)| level)
}

/// Whether `name` means `lint`.
fn names(name: &str, lint: &Lint) -> bool {
    name == lint.id || name == lint.category || name == "all"
}

/// The settings of all lints, in the catalogue's order, where those `overrides` hold.
pub(super) fn settle(config: &Config, catalog: &Catalog, overrides: &[usize]) -> Vec<Setting> {
    let one = |lint: &Lint| {
        let typed = config.chosen.iter().rev().find(|(name, _)| names(name, lint)).map(|(_, level)| *level);
        let of_path = || overrides.iter().rev().find_map(|&i| said(&config.overrides[i].rules, lint));
        let chosen = typed.or_else(of_path).or_else(|| said(&config.rules, lint));
        let own = if lint.preview && !config.preview { Level::Allow } else { lint.level };
        let setting = Setting { level: chosen.unwrap_or(own), chosen: chosen.is_some() };
        only(config, lint, setting)
    };
    catalog.lints().iter().map(one).collect()
}

/// `--only`: other lints are off, and those that are meant are on even if they are off by default.
fn only(config: &Config, lint: &Lint, setting: Setting) -> Setting {
    match config.only.iter().any(|name| names(name, lint)) {
        _ if config.only.is_empty() => setting,
        false => Setting { level: Level::Allow, chosen: true },
        true if setting.level == Level::Allow => Setting { level: Level::Warn, chosen: true },
        true => setting,
    }
}

/// Whether `name` is a lint of the catalogue, a category of it or `all`.
pub fn known(catalog: &Catalog, name: &str) -> Result<(), Error> {
    if name == "all" || catalog.lints().iter().any(|lint| names(name, lint)) {
        return Ok(());
    }
    let known = catalog.lints().iter().flat_map(|lint| [&*lint.id, &*lint.category]);
    Err(Error::new(format!("there is no lint or category `{name}`")).did_you_mean(name, known.chain(["all"])))
}

/// Settings that have been made, by the overrides that hold: an article costs a look-up.
#[derive(Debug, Default)]
pub struct Levels {
    made: Mutex<HashMap<Vec<usize>, Arc<[Setting]>>>,
}

impl Levels {
    /// The settings of all lints for a source of that name.
    pub fn of(&self, config: &Config, catalog: &Catalog, source: &str) -> Arc<[Setting]> {
        let overrides = config.overrides_of(source);
        // A thread that panicked while it held the map has at worst not put its settings there.
        let mut made = self.made.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(settings) = made.get(&overrides) {
            return settings.clone();
        }
        let settings: Arc<[Setting]> = settle(config, catalog, &overrides).into();
        made.insert(overrides, settings.clone());
        settings
    }
}
