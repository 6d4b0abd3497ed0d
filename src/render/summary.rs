//! The counts of a run, and the line that says them.

use super::Article;
use crate::error::Error;
use crate::lint::{Applicability, Level};

/// The counts of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// Articles that were checked.
    pub articles: usize,
    /// Words of all articles.
    pub words: usize,
    /// Findings at `deny`.
    pub denied: usize,
    /// Findings at `warn`.
    pub warned: usize,
    /// Findings with a safe fix.
    pub fixable: usize,
    /// Findings whose best fix is an unsafe one.
    pub fixable_unsafely: usize,
    /// Fixes that this run has applied.
    pub fixed: usize,
    /// What kept an article from being checked: files that could not be read.
    pub errors: Vec<Error>,
    /// Remarks on the run as a whole.
    pub notes: Vec<String>,
}

impl Summary {
    /// Counts an article and its findings.
    pub fn add(&mut self, article: &Article<'_>) {
        self.articles += 1;
        self.words += article.words;
        for finding in article.findings {
            match finding.level {
                Level::Deny => self.denied += 1,
                Level::Warn => self.warned += 1,
                Level::Allow => continue,
            }
            match finding.fixes.iter().map(|f| f.applicability).max() {
                Some(Applicability::Safe) => self.fixable += 1,
                Some(Applicability::Unsafe) => self.fixable_unsafely += 1,
                Some(Applicability::Manual) | None => {}
            }
        }
    }

    /// The counts as one line: `2 errors, 5 warnings in 3 articles (1,204 words); 4 fixable with --fix`.
    pub fn line(&self) -> String {
        let mut found: Vec<String> = Vec::new();
        found.extend((self.denied > 0).then(|| count(self.denied, "error")));
        found.extend((self.warned > 0).then(|| count(self.warned, "warning")));
        let found = if found.is_empty() { "no findings".to_owned() } else { found.join(", ") };
        let articles = count(self.articles, "article");
        let mut line = format!("{found} in {articles} ({})", count(self.words, "word"));
        let fixable: String = match (self.fixable, self.fixable_unsafely) {
            (0, 0) => String::new(),
            (safe, 0) => format!("; {} fixable with --fix", thousands(safe)),
            (0, other) => format!("; {} fixable with --unsafe-fixes", thousands(other)),
            (safe, other) => {
                format!(
                    "; {} fixable with --fix, {} more with --unsafe-fixes",
                    thousands(safe),
                    thousands(other)
                )
            }
        };
        line.push_str(&fixable);
        if self.fixed > 0 {
            line.push_str(&format!("; {} applied", count(self.fixed, "fix")));
        }
        if !self.errors.is_empty() {
            line.push_str(&format!("; {} not checked", thousands(self.errors.len())));
        }
        line
    }
}

/// A number and its noun: `1 word`, `1,204 words`.
fn count(n: usize, noun: &str) -> String {
    let plural = match noun {
        _ if n == 1 => "",
        "fix" => "es",
        _ => "s",
    };
    format!("{} {noun}{plural}", thousands(n))
}

/// A number with commas.
fn thousands(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
