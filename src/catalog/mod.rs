//! The catalogue: all lints, built-in and the user's own, ready to run.

use std::collections::HashMap;

use crate::checks;
use crate::lint::Lint;
use crate::scan::Scanner;
use crate::text::Vocabulary;

/// The day on which the built-in catalogue was last gone through: what articles without a date of their own are
/// judged by.
pub const DATE: &str = "2026-11-23";

/// All lints of a run.
#[derive(Debug)]
pub struct Catalog {
    lints: Vec<Lint>,
    by_id: HashMap<String, usize>,
    scanner: Scanner,
}

impl Catalog {
    /// The lints that copydesk comes with.
    pub fn builtin() -> Self {
        let lints: Vec<Lint> = checks::ALL.iter().map(|&l| l.clone()).collect();
        let by_id = lints.iter().enumerate().map(|(i, l)| (l.id.to_string(), i)).collect();
        Self { lints, by_id, scanner: Scanner::default() }
    }

    /// The lints, sorted by category and id.
    pub fn lints(&self) -> &[Lint] {
        &self.lints
    }

    /// The lint of that id.
    pub fn get(&self, id: &str) -> Option<&Lint> {
        self.index_of(id).map(|i| &self.lints[i])
    }

    /// The index of a lint in [`Catalog::lints`].
    pub fn index_of(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    /// The category of a lint.
    pub fn category_of(&self, id: &str) -> Option<&str> {
        self.get(id).map(|l| &*l.category)
    }

    /// The words that some pattern knows: what an article must be read with.
    pub fn vocabulary(&self) -> &Vocabulary {
        self.scanner.vocabulary()
    }

    /// The machine that runs all patterns.
    pub(crate) fn scanner(&self) -> &Scanner {
        &self.scanner
    }
}
