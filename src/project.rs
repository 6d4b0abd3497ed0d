//! Many outcomes together: what follows from the facts of all articles, minus what authors have silenced.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::config::Setting;
use crate::document::{Reach, Suppression};
use crate::lint::{Fact, Finding, Level, Lint, Run, Verdicts, one_line};
use crate::linter::{Linter, Outcome};

/// The articles of one run.
pub struct Project<'l> {
    linter: &'l Linter,
    outcomes: BTreeMap<Arc<str>, Outcome>,
}

impl<'l> Project<'l> {
    /// An empty project.
    pub fn new(linter: &'l Linter) -> Self {
        Self { linter, outcomes: BTreeMap::new() }
    }

    /// Adds what was learned from one article, in the place of what was known of it before.
    pub fn insert(&mut self, outcome: Outcome) {
        self.outcomes.insert(outcome.source.clone(), outcome);
    }

    /// The final findings of all articles, ordered by source, place and lint.
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> =
            self.outcomes.values().flat_map(|o| o.findings.iter().cloned()).collect();
        self.judge(&mut findings);
        self.silence(&mut findings);
        findings.sort_by(|a, b| {
            (&a.source, a.span, &a.lint, &a.message).cmp(&(&b.source, b.span, &b.lint, &b.message))
        });
        findings.dedup();
        findings
    }

    /// Hands each lint that looks across articles its facts.
    fn judge(&self, findings: &mut Vec<Finding>) {
        let catalog = self.linter.catalog();
        for (i, lint) in catalog.lints().iter().enumerate() {
            let Run::Across { judge, .. } = lint.run else { continue };
            let id = self.linter.id(i);
            let facts: Vec<&Fact> =
                self.outcomes.values().flat_map(|o| o.facts.iter().filter(|f| f.lint == *id)).collect();
            if facts.is_empty() {
                continue;
            }
            let level = |source: &Arc<str>| self.linter.levels(source)[i].level;
            let settings = self.linter.config().settings();
            judge(&facts, &mut Verdicts::new(id.clone(), settings, &level, findings));
        }
    }

    /// Takes out what authors have silenced, and reports suppressions that silence nothing.
    fn silence(&self, findings: &mut Vec<Finding>) {
        let catalog = self.linter.catalog();
        let mut desk = Vec::new();
        for outcome in self.outcomes.values() {
            let mut used = vec![false; outcome.suppressions.len()];
            findings.retain(|finding| {
                if finding.source != outcome.source {
                    return true;
                }
                let category = catalog.category_of(&finding.lint).unwrap_or_default();
                let silencer = outcome.suppressions.iter().position(|s| {
                    let named = s.lints.iter().any(|l| *l == *finding.lint || l == category || l == "all");
                    named
                        && (s.reach == Reach::File
                            || s.scope.overlaps(finding.span)
                            || s.scope.contains(finding.span))
                });
                if let Some(i) = silencer {
                    used[i] = true;
                }
                silencer.is_none()
            });
            self.about_suppressions(outcome, &used, &mut desk);
        }
        findings.append(&mut desk);
    }

    fn about_suppressions(&self, outcome: &Outcome, used: &[bool], findings: &mut Vec<Finding>) {
        if outcome.suppressions.is_empty() {
            return;
        }
        let catalog = self.linter.catalog();
        let levels = self.linter.levels(&outcome.source);
        let mut say = |id: &str, span, message: String| {
            let Some(i) = catalog.index_of(id) else { return };
            let level = levels[i].level;
            if level > Level::Allow {
                findings.push(Finding {
                    lint: self.linter.id(i).clone(),
                    level,
                    source: outcome.source.clone(),
                    span,
                    message: one_line(message),
                    labels: Vec::new(),
                    notes: Vec::new(),
                    fixes: Vec::new(),
                });
            }
        };
        for (suppression, used) in outcome.suppressions.iter().zip(used) {
            let names = suppression.lints.join(", ");
            if !used && !self.is_off(suppression, &levels) {
                say(
                    "useless-suppression",
                    suppression.span,
                    format!("`allow({names})` silences nothing here"),
                );
            }
            if self.linter.config().require_reason() && suppression.reason.is_none() {
                say(
                    "suppression-without-reason",
                    suppression.span,
                    format!("`allow({names})` gives no reason"),
                );
            }
        }
    }

    /// Whether everything a suppression names is switched off, so that it cannot be told whether it is of use.
    fn is_off(&self, suppression: &Suppression, levels: &[Setting]) -> bool {
        let named = |lint: &Lint, name: &str| name == lint.id || name == lint.category || name == "all";
        let meant = |lint: &Lint| suppression.lints.iter().any(|name| named(lint, name));
        let lints = self.linter.catalog().lints().iter().zip(levels);
        let mut meant = lints.filter(|(lint, _)| meant(lint)).peekable();
        meant.peek().is_some() && meant.all(|(_, setting)| setting.level == Level::Allow)
    }
}
