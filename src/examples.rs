//! Runs the examples of lints: what a lint promises is what it does.
//!
//! The test suite runs the examples of the built-in lints, and `copydesk test-lints` those of a user's own.

use std::fmt;
use std::ops::Range;

use crate::catalog::Catalog;
use crate::config::Config;
use crate::fix;
use crate::lint::{Applicability, Example, Finding, Level, Lint};
use crate::linter::Linter;
use crate::project::Project;
use crate::source::Source;

/// What is wrong with an example of a lint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// Its index in [`Lint::examples`].
    pub example: usize,
    /// In what way the lint does not do what the example says.
    pub fault: Fault,
    /// What was expected and what came, for a person to read.
    pub detail: String,
}

/// In what way a lint does not do what its example says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Nothing was found where something is marked.
    Missing,
    /// Something was found where nothing is marked.
    Noisy,
    /// A finding touches a mark but does not cover exactly its bytes.
    Misplaced,
    /// The first fix of each finding does not give the text that was promised.
    Misfixed,
}

impl Fault {
    /// The word of reports: `missing`, `noisy`, `misplaced`, `misfixed`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Noisy => "noisy",
            Self::Misplaced => "misplaced",
            Self::Misfixed => "misfixed",
        }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "example {}: {}: {}", self.example + 1, self.fault.word(), self.detail)
    }
}

/// A linter that examples can be run with: every lint of `catalog`, and every row of every lint, is on.
pub fn linter(catalog: Catalog) -> Linter {
    let mut config = Config::default();
    config.set_level("all", Level::Warn);
    Linter::new(catalog, config)
}

/// Runs the examples of `lint`, which must be one of the linter's and be on there (see [`linter`]). Returns what is
/// wrong, so nothing if all is well. Examples are judged one at a time, each as a publication of its own.
pub fn run(linter: &Linter, lint: &Lint) -> Vec<Verdict> {
    let mut verdicts = Vec::new();
    for (i, example) in lint.examples.iter().enumerate() {
        judge(linter, lint, example, &mut |fault, detail| {
            verdicts.push(Verdict { example: i, fault, detail });
        });
    }
    verdicts
}

fn judge(linter: &Linter, lint: &Lint, example: &Example, say: &mut impl FnMut(Fault, String)) {
    let (text, marks) = example.unmarked();
    let Ok(source) = Source::new("example", text.as_str(), example.format) else { return };
    let mut project = Project::new(linter);
    project.insert(linter.check(&source));
    let mut findings = project.findings();
    findings.retain(|f| *f.lint == *lint.id);
    if example.fires && marks.is_empty() {
        say(Fault::Missing, "the example marks nothing with `{{` and `}}`".to_owned());
    }
    let mut is_missing = false;
    place(&text, &marks, &findings, &mut |fault, detail| {
        is_missing |= fault == Fault::Missing;
        say(fault, detail);
    });
    // What was not found was not mended either: that goes without saying.
    let Some(good) = example.good.as_ref().filter(|_| !is_missing) else { return };
    let fixes: Vec<_> = findings.iter().filter_map(|f| f.fixes.first()).collect();
    let came = fix::apply(&text, &fixes, Applicability::Manual).text;
    if came != *good {
        say(Fault::Misfixed, format!("expected `{good}`, came `{came}`"));
    }
}

/// Compares the places of findings with the marks.
fn place(text: &str, marks: &[Range<usize>], findings: &[Finding], say: &mut impl FnMut(Fault, String)) {
    let shown = |r: &Range<usize>| text.get(r.clone()).unwrap_or("?").to_owned();
    let touches = |a: &Range<usize>, b: &Range<usize>| a == b || (a.start < b.end && b.start < a.end);
    let found: Vec<Range<usize>> = findings.iter().map(|f| f.span.range()).collect();
    for mark in marks {
        if !found.iter().any(|f| touches(f, mark)) {
            say(Fault::Missing, format!("nothing found at `{}` in `{text}`", shown(mark)));
        }
    }
    for (at, finding) in found.iter().zip(findings) {
        match marks.iter().find(|m| touches(m, at)) {
            Some(mark) if mark == at => {}
            Some(mark) => {
                say(Fault::Misplaced, format!("expected `{}`, came `{}`", shown(mark), shown(at)));
            }
            None => say(Fault::Noisy, format!("`{}` in `{text}`: {}", shown(at), finding.message)),
        }
    }
}
