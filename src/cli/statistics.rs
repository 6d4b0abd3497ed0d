//! `--statistics`: how often each lint spoke, in the place of the findings.

use std::collections::BTreeMap;

use serde::Serialize;

use super::columns::{Column, table};
use crate::lint::{Applicability, Level};
use crate::render::{Article, Renderer, Sources, Summary};

/// Counts findings by lint and level.
#[derive(Debug, Default)]
pub struct Statistics {
    counts: BTreeMap<(String, Level), Count>,
    json: bool,
}

#[derive(Clone, Copy, Debug, Default)]
struct Count {
    findings: usize,
    articles: usize,
    safe: usize,
    r#unsafe: usize,
}

/// A line of the JSON form.
#[derive(Serialize)]
struct Record<'a> {
    lint: &'a str,
    level: &'static str,
    /// Findings.
    findings: usize,
    /// Articles that have one.
    articles: usize,
    /// Findings with a safe fix.
    safe_fixes: usize,
    /// Findings whose best fix is an unsafe one.
    unsafe_fixes: usize,
}

impl Statistics {
    /// Nothing counted yet. `json`: write JSON, not a table for people.
    pub fn new(json: bool) -> Self {
        Self { json, ..Self::default() }
    }

    /// The counts, the largest first.
    fn sorted(&self) -> Vec<(&str, Level, Count)> {
        let mut rows: Vec<_> =
            self.counts.iter().map(|((lint, level), count)| (&**lint, *level, *count)).collect();
        rows.sort_by_key(|(lint, level, count)| (std::cmp::Reverse(count.findings), *lint, *level));
        rows
    }
}

impl Renderer for Statistics {
    fn article(&mut self, article: &Article<'_>, _: &Sources<'_>, _: &mut String) {
        let mut here: BTreeMap<(&str, Level), Count> = BTreeMap::new();
        for finding in article.findings {
            let count = here.entry((&finding.lint, finding.level)).or_default();
            count.findings += 1;
            match finding.fixes.iter().map(|fix| fix.applicability).max() {
                Some(Applicability::Safe) => count.safe += 1,
                Some(Applicability::Unsafe) => count.r#unsafe += 1,
                Some(Applicability::Manual) | None => {}
            }
        }
        for ((lint, level), count) in here {
            let sum = self.counts.entry((lint.to_owned(), level)).or_default();
            sum.findings += count.findings;
            sum.articles += 1;
            sum.safe += count.safe;
            sum.r#unsafe += count.r#unsafe;
        }
    }

    fn end(&mut self, summary: &Summary, out: &mut String) {
        if self.json {
            for (lint, level, count) in self.sorted() {
                let record = Record {
                    lint,
                    level: level.word(),
                    findings: count.findings,
                    articles: count.articles,
                    safe_fixes: count.safe,
                    unsafe_fixes: count.r#unsafe,
                };
                // Strings and numbers always can be written as JSON.
                out.push_str(&serde_json::to_string(&record).unwrap_or_default());
                out.push('\n');
            }
            return;
        }
        let head = [
            Column::right("findings"),
            Column::right("articles"),
            Column::left("level"),
            Column::left("lint"),
            Column::left("fixes"),
        ];
        let rows: Vec<Vec<String>> = self.sorted().into_iter().map(cells).collect();
        if !rows.is_empty() {
            out.push_str(&table(&head, &rows));
            out.push('\n');
        }
        out.push_str(&summary.line());
        out.push('\n');
    }
}

fn cells((lint, level, count): (&str, Level, Count)) -> Vec<String> {
    let mut fixes: Vec<String> = Vec::new();
    fixes.extend((count.safe > 0).then(|| format!("{} safe", count.safe)));
    fixes.extend((count.r#unsafe > 0).then(|| format!("{} unsafe", count.r#unsafe)));
    vec![
        count.findings.to_string(),
        count.articles.to_string(),
        level.word().to_owned(),
        lint.to_owned(),
        fixes.join(", "),
    ]
}
