//! What a run over the corpora found, counted.

use std::collections::BTreeMap;

use copydesk::{Finding, Linter, Project};
use rayon::prelude::*;

use crate::corpora::{File, Record, SETS};
use crate::numbers::{chance, touches};

/// What was found in one record.
pub(crate) struct Checked {
    pub(crate) words: usize,
    /// It was taken for another language than English.
    pub(crate) skipped: bool,
    pub(crate) findings: Vec<Finding>,
}

/// What was found of one lint, or of one file.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Count {
    /// By set.
    pub(crate) findings: [usize; SETS.len()],
    /// Findings in records in which experts marked the errors.
    pub(crate) beside_marks: usize,
    /// How many of those touch a mark.
    pub(crate) on_marks: usize,
    /// How many of those would if they lay anywhere in their texts.
    pub(crate) by_chance: f64,
}

/// Checks every record as a project of its own; the answer has the shape of the files.
pub(crate) fn check(linter: &Linter, files: &[File]) -> Vec<Vec<Checked>> {
    let one = |record: &Record| {
        let outcome = linter.check(&record.source);
        let (words, skipped) = (outcome.words, outcome.skipped.is_some());
        let mut project = Project::new(linter);
        project.insert(outcome);
        Checked { words, skipped, findings: project.findings() }
    };
    files.iter().map(|file| file.records.par_iter().map(one).collect()).collect()
}

/// Counts findings by lint.
pub(crate) fn by_lint(files: &[File], checked: &[Vec<Checked>]) -> BTreeMap<String, Count> {
    let mut counts: BTreeMap<String, Count> = BTreeMap::new();
    for (file, checked) in files.iter().zip(checked) {
        for (record, checked) in file.records.iter().zip(checked) {
            for finding in &checked.findings {
                counts.entry(finding.lint.to_string()).or_default().add(file.set, record, finding);
            }
        }
    }
    counts
}

impl Count {
    fn add(&mut self, set: usize, record: &Record, finding: &Finding) {
        self.findings[set] += 1;
        let Some(marks) = &record.marks else { return };
        let (start, end) = (finding.span.start, finding.span.end);
        self.beside_marks += 1;
        self.on_marks += usize::from(touches((start, end), marks));
        self.by_chance += chance(end - start, marks, record.source.text().len() as u32);
    }
}
