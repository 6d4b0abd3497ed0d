//! One article in, everything learned from it out.

use std::sync::Arc;

use crate::catalog::Catalog;
use crate::config::{Config, Levels, Setting};
use crate::document::{Document, Suppression};
use crate::lint::{Fact, Finding, Level, LintId, Report, Run, together};
use crate::signals::{self, Scorer};
use crate::source::Source;

/// Everything learned from one article: a plain value, so that it can be cached, sent and merged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The name of the source.
    pub source: Arc<str>,
    /// What the lints that see one article found, suppressed or not, sorted by place and lint.
    pub findings: Vec<Finding>,
    /// What the lints that look across articles want to remember.
    pub facts: Vec<Fact>,
    /// What the author silenced.
    pub suppressions: Vec<Suppression>,
    /// How many words the article has.
    pub words: usize,
    /// How much it reads like machine translation, in thousandths; `None` for a short one. See [`crate::signals`].
    pub score: Option<u16>,
    /// Why the article was not checked: the language it is in, if that is not English.
    pub skipped: Option<String>,
}

impl Outcome {
    /// How much the article reads like machine translation beside human translation, from 0 to 1.
    pub fn score(&self) -> Option<f32> {
        self.score.map(|thousandths| f32::from(thousandths) / 1000.0)
    }
}

/// A catalogue and a configuration, ready to check. It is `Sync` and never changes, so that any number of threads
/// can share it.
#[derive(Debug)]
pub struct Linter {
    catalog: Catalog,
    config: Config,
    ids: Vec<LintId>,
    scorer: Scorer,
    levels: Levels,
}

impl Linter {
    /// A linter with the lints of `catalog` at the levels of `config`.
    pub fn new(catalog: Catalog, config: Config) -> Self {
        let ids = catalog.lints().iter().map(|l| LintId::from(&*l.id)).collect();
        let scorer = Scorer::new(&catalog);
        Self { catalog, config, ids, scorer, levels: Levels::default() }
    }

    /// The lints.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// The configuration.
    pub fn config(&self) -> &Config {
        &self.config
    }

    /// The id of the lint with that index in the catalogue.
    pub(crate) fn id(&self, lint: usize) -> &LintId {
        &self.ids[lint]
    }

    /// Checks one article. This cannot fail: bad markup is still an article.
    pub fn check(&self, source: &Source) -> Outcome {
        let document = Document::parse(source, self.catalog.vocabulary());
        if let Some(language) = document.foreign() {
            let (source, words) = (source.name().clone(), document.word_count());
            return Outcome { source, words, skipped: Some(language), ..Outcome::default() };
        }
        let levels = self.levels(source.name());
        let settings = self.config.settings();
        let mut findings = Vec::new();
        let mut facts = Vec::new();
        for (i, lint) in self.catalog.lints().iter().enumerate() {
            if levels[i].level == Level::Allow {
                continue;
            }
            match lint.run {
                Run::Document(check) => {
                    let id = self.ids[i].clone();
                    check(
                        &document,
                        &mut Report::new(&document, settings, id, levels[i].level, &mut findings),
                    );
                }
                Run::Across { collect, .. } => facts.extend(collect(&document, settings)),
                Run::Patterns | Run::Desk => {}
            }
        }
        self.catalog.scan(&document, &levels, settings, |i, draft| {
            let id = self.ids[i].clone();
            Report::new(&document, settings, id, levels[i].level, &mut findings).add(draft);
        });
        findings.sort_by(|a, b| (a.span, &a.lint, &a.message).cmp(&(b.span, &b.lint, &b.message)));
        together::settle(&document, &mut findings);
        let signs = signals::signs(&self.catalog, &findings);
        let score = self.scorer.score(&document, signs).map(|s| (s * 1000.0).round() as u16);
        Outcome {
            source: source.name().clone(),
            findings,
            score,
            facts,
            words: document.word_count(),
            suppressions: document.suppressions().to_vec(),
            skipped: None,
        }
    }

    /// The level of every lint in a source of that name, in the catalogue's order.
    pub fn levels(&self, source: &str) -> Arc<[Setting]> {
        self.levels.of(&self.config, &self.catalog, source)
    }
}
